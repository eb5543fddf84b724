import type { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { VERDICTS } from '../../data/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import {
  brackets,
  colon,
  comma,
  counted,
  formatDate,
  formatList,
  sentenceEnd,
  sentenceGap,
} from '../i18n/format.ts';
import { createNames } from '../i18n/names.ts';
import { CitationLinks } from '../ui/card/citation-links.tsx';
import { EvidenceList } from '../ui/card/evidence-list.tsx';
import { OpenQuestionList } from '../ui/card/open-question-list.tsx';
import { Document } from '../ui/document.tsx';
import { isOutsideMap } from '../ui/outside-map.ts';
import { PlanTable } from '../ui/plan-table.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import type { PageContext } from './page-context.ts';
import { breadcrumb } from './structured-data.ts';

function About({ context, language, operator }: OperatorPageProps) {
  const words = catalogueOf(language);
  const { numbering, operators } = context.dataset;
  const held = Object.keys(numbering.counts[operator.id] ?? {}).filter((id) =>
    id.startsWith('RU-'),
  );
  const host = operators.find((each) => each.id === operator.hostOperatorId);
  const unknownHost = operator.hostOperatorId === 'unknown';
  return (
    <>
      <p>
        {words.operator.kind[operator.kind]}
        {host && comma(language) + words.operator.host(host.brand[language])}
        {sentenceEnd(language)}
        {unknownHost && words.operator.hostUnknown + sentenceGap(language)}
        {operator.market === 'machine' && words.operator.machine}
        {operator.retiredOn !== undefined &&
          words.operator.retired(formatDate(language, operator.retiredOn))}
      </p>
      <p>
        {held.length === 0
          ? words.operator.noNumbers
          : words.operator.numbers(
              counted(language, held.length, words.mapPage.regionCount),
              formatDate(language, numbering.registerDate),
            )}
      </p>
      {operator.website !== undefined && (
        <p>
          {words.operator.website}
          {colon(language)}
          <a href={operator.website}>{new URL(operator.website).host}</a>
        </p>
      )}
    </>
  );
}

function Answers({ context, language, operator }: OperatorPageProps) {
  const words = catalogueOf(language);
  const verdicts = context.dataset.regions.flatMap(
    (region) =>
      context.assess(region.id).operators.find((each) => each.operatorId === operator.id)
        ?.verdict ?? [],
  );
  return (
    <>
      <ul class="plain">
        {VERDICTS.toReversed().map((verdict) => {
          const count = verdicts.filter((each) => each === verdict).length;
          return count === 0 ? null : (
            <li key={verdict}>
              <VerdictMark verdict={verdict} /> {words.verdictNames[verdict]}
              {colon(language)}
              {counted(language, count, words.mapPage.regionCount)}
            </li>
          );
        })}
      </ul>
      <p>
        <a href={`/${language}/compare?operator=${operator.id}`}>{words.operator.byRegion}</a>
      </p>
    </>
  );
}

interface OperatorPageProps {
  context: PageContext;
  language: Language;
  operator: DatasetOperator;
}

/** `/{lang}/operators/{id}`: everything known of one operator, with sources. */
export function OperatorPage(props: OperatorPageProps) {
  const { context, language, operator } = props;
  const { dataset } = context;
  const { operator: words, compare } = catalogueOf(language);
  const name = operator.brand[language];
  const path = `/operators/${operator.id}`;
  const names = createNames({ dataset }, language);
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const citations = operator.claims.map((claim, index) => ({
    number: index + 1,
    claim,
    sources: claim.sourceIds.flatMap((id) => sources.get(id) ?? []),
  }));
  const [open, close] = brackets(language);
  const questions = operator.openQuestions.filter((question) => question.status !== 'answered');
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={words.title(name)}
      description={words.description(name)}
      section="compare"
      entry="page"
      structured={[
        breadcrumb(context, language, [
          [compare.title, '/compare'],
          [name, path],
        ]),
      ]}
    >
      <main id="main" class="text">
        <h1>{name}</h1>
        <About {...props} />
        <h2>{words.plans}</h2>
        {operator.plans.length === 0 ? (
          <p>{words.noPlans}</p>
        ) : (
          <PlanTable
            dataset={context.dataset}
            plans={operator.plans}
            language={language}
            title={words.plans}
          />
        )}
        {operator.market === 'consumer' && (
          <>
            <h2>{words.answers}</h2>
            {isOutsideMap(dataset, operator.id) ? (
              <p>
                {words.outside}
                {sentenceGap(language)}
                <a href={`/${language}/about#borders`}>{words.outsideWhy}</a>
              </p>
            ) : (
              <Answers {...props} />
            )}
          </>
        )}
        {operator.tariffAreas.length > 0 && (
          <>
            <h2>{words.areas}</h2>
            <ul>
              {operator.tariffAreas.map((area) => (
                <li key={area.id}>
                  {formatList(
                    language,
                    area.regionIds.flatMap((id) => names.region(id) ?? []),
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {operator.localExceptions.length > 0 && (
          <>
            <h2>{words.exceptions}</h2>
            <ul>
              {operator.localExceptions.map((place) => (
                <li key={place.id}>
                  <b>{place.name[language]}</b>
                  {!place.wholeRegion && (
                    <>
                      {open}
                      <a href={`/${language}/regions/${place.regionId}`}>
                        {names.region(place.regionId)}
                      </a>
                      {close}
                    </>
                  )}
                  {colon(language)}
                  {place.effect[language]}
                  <CitationLinks
                    numbers={citations
                      .filter(({ claim }) => place.claimIds.includes(claim.id))
                      .map(({ number }) => number)}
                    language={language}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        {questions.length > 0 && (
          <>
            <h2>{words.open}</h2>
            <OpenQuestionList questions={questions} language={language} />
          </>
        )}
        {citations.length > 0 && (
          <>
            <h2>{words.claims}</h2>
            <EvidenceList
              citations={citations}
              language={language}
              asOf={context.asOf}
              names={names}
              reportUrl={context.reportUrl}
            />
          </>
        )}
      </main>
    </Document>
  );
}
