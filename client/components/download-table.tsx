import type { ComponentChildren } from 'preact';
import type { DownloadEntry } from '../../data/core/schema/download.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatBytes, listComma } from '../i18n/grammar/format.ts';
import { WideTable } from './table.tsx';

/** What a language says of a subject or a format; `undefined` where it says nothing. */
export function wordsFor(words: Readonly<Record<string, string>>, id: string): string | undefined {
  return words[id];
}

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
  const columns = [
    { title: words.file },
    { title: bySubject ? words.holds : words.formatTitle },
    { title: words.size, numeric: true },
    { title: `${words.permanent}${listComma(language)}SHA-256` },
  ];
  const cellsOf = (entry: DownloadEntry): ComponentChildren[] => [
    <a key="file" href={`/downloads/${entry.name}`} download>
      {entry.name}
    </a>,
    bySubject ? (wordsFor(words.subject, entry.subject) ?? entry.subject) : entry.label,
    formatBytes(language, entry.bytes),
    <a key="permanent" href={`/downloads/${entry.hashedName}`} title={entry.sha256}>
      <code>{entry.sha256.slice(0, 16)}</code>
    </a>,
  ];
  return (
    <>
      <h3>{title}</h3>
      <WideTable
        title={title}
        columns={columns}
        rows={entries.map((entry) => ({
          key: entry.name,
          cells: cellsOf(entry).map((content) => ({ content })),
        }))}
        language={language}
      />
    </>
  );
}
