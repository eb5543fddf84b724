import type { ComponentChildren } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { VerdictMove } from '../../data/core/schema/release.ts';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { WideTable } from '../components/table.tsx';
import { VerdictMark } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { comma, counted, formatDate, sentenceEnd, sentenceGap } from '../i18n/grammar/format.ts';
import { byName, createNames } from '../i18n/grammar/names.ts';
import { CHANGES_FEED } from './feeds.ts';
import { breadcrumb } from './sitemap.ts';

interface ChangesProps {
  context: PageContext;
  language: Language;
}

/** The same moves in a line for each operator, most regions first: what a reader wants to know before any table. */
function MoveSummary({
  context,
  language,
  moves,
}: ChangesProps & { moves: readonly VerdictMove[] }) {
  const { releases: words, verdictNames, mapPage } = catalogueOf(language);
  const names = createNames({ dataset: context.dataset }, language);
  const counts = new Map<string, number>();
  for (const { operatorId, from, to } of moves) {
    const who = operatorId === undefined ? words.map : (names.operator(operatorId) ?? operatorId);
    const before = from === undefined ? words.nothing : verdictNames[from];
    const line = words.moved(who, before, to === undefined ? words.gone : verdictNames[to]);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return (
    <ul>
      {[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([line, count]) => (
          <li key={line}>
            {line + sentenceGap(language) + counted(language, count, mapPage.regionCount)}
          </li>
        ))}
    </ul>
  );
}

/** Verdicts that moved, those of the map first, in the order of the regions' names. */
function MoveTable(props: ChangesProps & { title: string; moves: readonly VerdictMove[] }) {
  const { context, language, title, moves } = props;
  const { releases: words, verdictNames } = catalogueOf(language);
  const names = createNames({ dataset: context.dataset }, language);
  const nameOf = (id: string): string => names.region(id) ?? id;
  const sorted = byName(language, moves, ({ regionId }) => nameOf(regionId));
  const ofMap = ({ operatorId }: VerdictMove): boolean => operatorId === undefined;
  const ordered = [...sorted.filter(ofMap), ...sorted.filter((move) => !ofMap(move))];
  const cell = (verdict: Verdict | undefined, absent: string) =>
    verdict === undefined ? (
      absent
    ) : (
      <>
        <VerdictMark verdict={verdict} /> {verdictNames[verdict]}
      </>
    );
  const columns = [words.place, words.who, words.before, words.after];
  const cellsOf = ({ operatorId, regionId, from, to }: VerdictMove): ComponentChildren[] => [
    <a key="region" href={`/${language}/regions/${regionId}`}>
      {nameOf(regionId)}
    </a>,
    operatorId === undefined ? words.map : (names.operator(operatorId) ?? operatorId),
    cell(from, words.nothing),
    cell(to, words.gone),
  ];
  return (
    <WideTable
      title={title}
      columns={columns.map((column) => ({ title: column }))}
      rows={ordered.map((move) => ({
        key: `${move.operatorId} ${move.regionId}`,
        cells: cellsOf(move).map((content) => ({ content })),
      }))}
      language={language}
    />
  );
}

/** The releases, newest first, each with the verdicts it moved. */
function Releases({ context, language }: ChangesProps) {
  const { releases: words } = catalogueOf(language);
  const { releases, unreleased } = context.changes ?? { releases: [], unreleased: [] };
  return (
    <>
      {unreleased.length > 0 && (
        <>
          <h3>{words.unreleased}</h3>
          <MoveSummary context={context} language={language} moves={unreleased} />
          <MoveTable
            context={context}
            language={language}
            title={words.unreleased}
            moves={unreleased}
          />
        </>
      )}
      {releases.toReversed().map(({ version, previousVersion, moves }) => {
        const title = words.release(formatDate(language, version));
        return (
          <section key={version}>
            <h3>{title}</h3>
            {previousVersion === undefined ? (
              <p>{words.first}</p>
            ) : moves.length === 0 ? (
              <p>{words.same}</p>
            ) : (
              <>
                <MoveSummary context={context} language={language} moves={moves} />
                <MoveTable context={context} language={language} title={title} moves={moves} />
              </>
            )}
          </section>
        );
      })}
    </>
  );
}

/** `/{lang}/changes`: changes of the API, releases of the data and the verdicts they moved. */
export function ChangesPage({ context, language }: ChangesProps) {
  const { releases: words, downloads } = catalogueOf(language);
  return (
    <Document
      context={context}
      language={language}
      path="/changes"
      title={words.title}
      description={words.description}
      section="data"
      entry="page"
      feed={`/${language}${CHANGES_FEED}`}
      structured={[
        breadcrumb(context, language, [
          [downloads.title, '/data'],
          [words.title, '/changes'],
        ]),
      ]}
    >
      <main id="main" class="text">
        <p class="over">
          <a href={`/${language}/data`}>{downloads.title}</a>
        </p>
        <h1>{words.title}</h1>
        <h2>{words.api}</h2>
        <p>{words.lead}</p>
        <ul>
          {words.apiChanges.map(({ version, on, text }) => (
            <li key={version}>
              <b>{version}</b>
              {comma(language) + formatDate(language, on) + sentenceEnd(language) + text}
            </li>
          ))}
        </ul>
        <p class="hint">{words.deprecation}</p>
        <h2>{words.data}</h2>
        <p>{words.dataNote}</p>
        <p>
          <a href={`/${language}${CHANGES_FEED}`} rel="alternate" type="application/atom+xml">
            {words.feed}
          </a>
        </p>
        <Releases context={context} language={language} />
      </main>
    </Document>
  );
}
