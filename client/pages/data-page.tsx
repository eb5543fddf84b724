import type { ComponentChildren } from 'preact';
import { COLLECTIONS } from '../../data/core/features/collections.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { DownloadEntry } from '../../data/core/schema/release.ts';
import { CommandList } from '../components/commands.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { WideTable } from '../components/table.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, formatBytes, formatDate, listComma, sentenceGap } from '../i18n/grammar/format.ts';
import { SUMMARY_CSV } from './csv-tables.ts';

/** The release as schema.org `Dataset`, for dataset search engines. */
function datasetDescription(
  { origin = '', dataset, downloads = [] }: PageContext,
  language: Language,
): object {
  const { description } = catalogueOf(language).downloads;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Family eSIM Map',
    description,
    url: `${origin}/${language}/data`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: dataset.version,
    dateModified: dataset.checkedOn,
    spatialCoverage: 'Russia',
    isAccessibleForFree: true,
    distribution: downloads.map(({ name, mediaType, bytes }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      contentUrl: `${origin}/downloads/${name}`,
    })),
  };
}

function Links({ items }: { items: readonly (readonly [href: string, text: string])[] }) {
  return (
    <ul>
      {items.map(([href, text]) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** What each format is good for, once for all tables. */
function Formats({ language, entries }: { language: Language; entries: readonly DownloadEntry[] }) {
  const { downloads: words } = catalogueOf(language);
  const labels = new Map(entries.map(({ format, label }) => [format, label]));
  return (
    <dl class="ax">
      {[...labels].map(([format, label]) => (
        <div key={format}>
          <dt>{label}</dt>
          <dd>{wordsFor(words.format, format)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every file, collection by collection. */
function Files({ language, entries }: { language: Language; entries: readonly DownloadEntry[] }) {
  const { downloads: words } = catalogueOf(language);
  if (entries.length === 0) return <p>{words.none}</p>;
  const rest = entries.filter(({ subject }) => !COLLECTIONS.some(({ id }) => id === subject));
  return (
    <>
      <p class="hint">{words.names}</p>
      {COLLECTIONS.map(({ id, title }) => (
        <DownloadTable
          key={id}
          title={wordsFor(words.subject, id) ?? title}
          entries={entries.filter(({ subject }) => subject === id)}
          language={language}
        />
      ))}
      <DownloadTable title={words.rest} entries={rest} language={language} bySubject />
      <p class="hint">{words.excel}</p>
      <h3>{words.formats}</h3>
      <Formats language={language} entries={entries} />
    </>
  );
}

/** Which release these data are; data that are still in the making must not pass for one. */
function releaseText({ dataset, changes }: PageContext, language: Language): string {
  const { downloads: words } = catalogueOf(language);
  const hash = dataset.hash.slice(0, 12);
  const last = changes?.releases.at(-1)?.version;
  if (last === undefined || last >= dataset.version) {
    return words.release(formatDate(language, dataset.version), hash);
  }
  return words.upcoming(formatDate(language, last), hash);
}

/** `/{lang}/data`: files, their descriptions, commands, API and licence. */
export function DataPage({ context, language }: { context: PageContext; language: Language }) {
  const { downloads: words, summary } = catalogueOf(language);
  const { downloads = [], origin } = context;
  return (
    <Document
      context={context}
      language={language}
      path="/data"
      title={words.title}
      description={words.description}
      section="data"
      entry="page"
      structured={[datasetDescription(context, language)]}
    >
      <main id="main" class="text">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p class="hint">
          {releaseText(context, language)}
          {sentenceGap(language)}
          <a href={`/${language}/changes`}>{words.changes}</a>
        </p>
        <h2>{words.files}</h2>
        <p>
          <a href={`/${language}${SUMMARY_CSV}`} download>
            {summary.link}
          </a>
          {colon(language)}
          {summary.note}
        </p>
        <Files language={language} entries={downloads} />
        <h2>{words.descriptions}</h2>
        <Links
          items={Object.entries(words.describedBy).map(
            ([name, text]) => [`/downloads/${name}`, name + colon(language) + text] as const,
          )}
        />
        <h2>{words.commands}</h2>
        <CommandList origin={origin} language={language} />
        <h2>{words.api}</h2>
        <Links
          items={[
            ['/api/v1', words.landing],
            ['/api/v1/api?f=html', words.openapi],
            ['/api/v1/eligibility?region=RU-MOW', words.oneRegion],
          ]}
        />
      </main>
    </Document>
  );
}

/** What a language says of a subject or a format; `undefined` where it says nothing. */
export function wordsFor(words: Readonly<Record<string, string>>, id: string): string | undefined {
  return words[id];
}

/** Files under one heading: name, what it is, size, and the link that never changes. */
function DownloadTable(props: {
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
