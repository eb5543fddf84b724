import type { DownloadEntry } from '../../data/schema/download.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatBytes, listComma } from '../i18n/format.ts';

/** Files under one heading: name, what it is, size, and the link that never changes. */
export function DownloadTable(props: {
  title: string;
  entries: readonly DownloadEntry[];
  language: Language;
  /** Says what each file holds instead of its format. */
  bySubject?: boolean;
}) {
  const { title, entries, language, bySubject = false } = props;
  const { downloads: words } = catalogueOf(language);
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{bySubject ? words.holds : words.formatTitle}</th>
              <th scope="col" class="num">
                {words.size}
              </th>
              <th scope="col">{`${words.permanent}${listComma(language)}SHA-256`}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.name}>
                <th scope="row">
                  <a href={`/downloads/${entry.name}`} download>
                    {entry.name}
                  </a>
                </th>
                <td>{bySubject ? words.subject[entry.subject] : words.formatName[entry.format]}</td>
                <td class="num">{formatBytes(language, entry.bytes)}</td>
                <td>
                  <a href={`/downloads/${entry.hashedName}`} title={entry.sha256}>
                    <code>{entry.sha256.slice(0, 16)}</code>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
