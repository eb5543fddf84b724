import {
  DIFFERENCE_TOPICS,
  type Difference,
  type DifferenceTopic,
  differences,
} from '../../data/core/features/differences.ts';
import { regionFacts } from '../../data/core/features/tables.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { MeasureValue } from '../../data/core/schema/measure.ts';
import { SourceLink } from '../components/card/citations.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { WideTable } from '../components/table.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, formatDate, formatNumber, listComma, sentenceGap } from '../i18n/grammar/format.ts';
import { byName } from '../i18n/grammar/names.ts';
import { wordsFor } from './data-page.tsx';
import { breadcrumb } from './sitemap.ts';

interface DifferencesProps {
  context: PageContext;
  language: Language;
}

/** Files of the tables on this page. */
const FILES = ['differences.csv', 'differences.xlsx', 'region-facts.csv'];

function Sources({ context, ids, language }: DifferencesProps & { ids: readonly string[] }) {
  const sources = context.dataset.sources.filter(({ id }) => ids.includes(id));
  return (
    <>
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 && listComma(language)}
          <SourceLink source={source} language={language} />
        </span>
      ))}
    </>
  );
}

function RegionLink({ context, language, id }: DifferencesProps & { id: string }) {
  const region = context.dataset.regions.find((one) => one.id === id);
  return <a href={`/${language}/regions/${id}`}>{region?.name[language] ?? id}</a>;
}

/** Links to the parts of a page that is long on a phone. */
function Contents(props: {
  title: string;
  parts: readonly (readonly [id: string, name: string])[];
}) {
  return (
    <nav aria-label={props.title}>
      <ul>
        {props.parts.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One topic: the common case in words, and what differs from it as a table. */
function Topic(props: DifferencesProps & { topic: DifferenceTopic; found: readonly Difference[] }) {
  const { context, language, topic, found } = props;
  const { differences: words } = catalogueOf(language);
  const names = new Map(context.dataset.regions.map(({ id, name }) => [id, name[language]]));
  const { title, common } = words.topic[topic];
  const regions = new Set(found.map(({ regionId }) => regionId));
  return (
    <section id={topic}>
      <h2>{title}</h2>
      <p>
        {common}
        {sentenceGap(language)}
        {words.count(formatNumber(language, regions.size))}
      </p>
      <WideTable
        title={title}
        columns={[words.place, words.what, words.since, words.sources].map((column) => ({
          title: column,
        }))}
        rows={byName(language, found, ({ regionId }) => names.get(regionId) ?? regionId).map(
          (one) => ({
            key: `${one.claimId} ${one.regionId}`,
            cells: [
              { content: <RegionLink context={context} language={language} id={one.regionId} /> },
              { content: one.statement[language] },
              {
                content:
                  one.observedOn === undefined
                    ? words.undated
                    : formatDate(language, one.observedOn),
              },
              { content: <Sources context={context} language={language} ids={one.sourceIds} /> },
            ],
          }),
        )}
        language={language}
      />
    </section>
  );
}

function valueText({ value, bound, of }: MeasureValue, language: Language): string {
  const { differences: words } = catalogueOf(language);
  const plain = formatNumber(language, value);
  const bounded = bound === undefined ? plain : words.bound[bound](plain);
  return of === undefined ? bounded : words.of(bounded, formatNumber(language, of));
}

/** What was counted in single regions, measure by measure, each with its definition. */
function Numbers({ context, language }: DifferencesProps) {
  const { differences: words } = catalogueOf(language);
  const facts = regionFacts(context.dataset);
  if (facts.length === 0) return null;
  return (
    <section id="numbers">
      <h2>{words.numbers}</h2>
      <p>{words.topic.networks.common}</p>
      <Contents
        title={words.numbers}
        parts={context.dataset.measures.map(({ id, title }) => [id, title[language]])}
      />
      {context.dataset.measures.map(({ id, title, definition, unit }) => (
        <section key={id} id={id}>
          <h3>{title[language]}</h3>
          <p class="hint">{definition[language]}</p>
          <WideTable
            title={title[language]}
            columns={[
              { title: words.place },
              { title: `${words.value}${listComma(language)}${words.unit[unit]}`, numeric: true },
              { title: words.year, numeric: true },
              { title: words.sources },
            ]}
            rows={facts
              .filter(({ measure }) => measure === id)
              .map((fact) => ({
                key: `${fact.regionId} ${fact.year} ${fact.sourceId}`,
                cells: [
                  {
                    content: (
                      <RegionLink context={context} language={language} id={fact.regionId} />
                    ),
                  },
                  { content: valueText(fact, language) },
                  { content: String(fact.year) },
                  {
                    content: (
                      <Sources context={context} language={language} ids={[fact.sourceId]} />
                    ),
                  },
                ],
              }))}
            language={language}
          />
        </section>
      ))}
    </section>
  );
}

/** `/{lang}/differences`: by topic, which regions differ from the common case, in words and as tables. */
export function DifferencesPage({ context, language }: DifferencesProps) {
  const { differences: words, downloads } = catalogueOf(language);
  const asOf = context.dataset.checkedOn;
  const found = differences(context.dataset, asOf);
  const topics = DIFFERENCE_TOPICS.filter((topic) => found.some((one) => one.topic === topic));
  const files = (context.downloads ?? []).filter(({ name }) => FILES.includes(name));
  return (
    <Document
      context={context}
      language={language}
      path="/differences"
      title={words.title}
      description={words.description}
      section="map"
      entry="page"
      structured={[breadcrumb(context, language, [[words.title, '/differences']])]}
    >
      <main id="main" class="text">
        <h1>{words.title}</h1>
        <p>
          {words.lead}
          {sentenceGap(language)}
          {words.asOf(formatDate(language, asOf))}
        </p>
        {files.length > 0 && (
          <>
            <p>{words.files}</p>
            <ul>
              {files.map(({ name, label, subject }) => (
                <li key={name}>
                  <a href={`/downloads/${name}`} download>
                    {(wordsFor(downloads.subject, subject) ?? name) + aside(language, label)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="lead">{words.contents}</p>
        <Contents
          title={words.contents}
          parts={[
            ...topics.map((topic) => [topic, words.topic[topic].title] as const),
            ['numbers', words.numbers],
          ]}
        />
        {topics.map((topic) => (
          <Topic
            key={topic}
            context={context}
            language={language}
            topic={topic}
            found={found.filter((one) => one.topic === topic)}
          />
        ))}
        <Numbers context={context} language={language} />
      </main>
    </Document>
  );
}
