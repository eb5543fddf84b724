import { isOutsideMap } from '../../data/core/eligibility/operators.ts';
import type { DatasetOperator } from '../../data/core/schema/dataset.ts';
import { PartialDate } from '../../data/core/schema/dates.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { SUPPORTS, VERDICTS } from '../../data/core/schema/verdict.ts';
import {
  type Citation,
  CitationLinks,
  EvidenceList,
  OpenQuestionList,
  SourceLink,
} from '../components/card/citations.tsx';
import { reachOf } from '../components/card/offers.ts';
import { PlanTable } from '../components/card/plan-terms.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { VerdictMark } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import {
  aside,
  brackets,
  colon,
  comma,
  counted,
  formatDate,
  formatList,
  sentenceEnd,
  sentenceGap,
} from '../i18n/grammar/format.ts';
import { createNames, type Names } from '../i18n/grammar/names.ts';
import { breadcrumb } from './sitemap.ts';

/** What each part of an operator's page is drawn from. */
interface OperatorPageProps {
  context: PageContext;
  language: Language;
  operator: DatasetOperator;
}

/** What kind of operator it is, where it holds numbers, and where it lives. */
function OperatorAbout({ context, language, operator }: OperatorPageProps) {
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

/** How to reach the operator: each way with the regions it holds for, its source and day. */
function Contacts(props: OperatorPageProps & { names: Names }) {
  const { context, language, operator, names } = props;
  const { operator: words, action, evidence } = catalogueOf(language);
  if (operator.contacts.length === 0) return null;
  const sources = new Map(context.dataset.sources.map((source) => [source.id, source]));
  return (
    <>
      <h2>{words.contacts}</h2>
      <ul>
        {operator.contacts.map((contact) => {
          const { label, text, href } = reachOf(contact, action.contact);
          const source = sources.get(contact.sourceId);
          return (
            <li key={`${contact.kind} ${contact.value}`}>
              {text !== label && label + colon(language)}
              {href === undefined ? text : <a href={href}>{text}</a>}
              {contact.regions !== 'RU' &&
                aside(language, regionNames(contact.regions, names, language))}
              <br />
              <small>
                {source && <SourceLink source={source} language={language} />}
                {contact.observedOn === null
                  ? evidence.freshness.undated
                  : formatDate(language, PartialDate.parse(contact.observedOn))}
              </small>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How many regions have which answer with this operator, or why it has none anywhere. */
function OperatorAnswers(props: OperatorPageProps) {
  const { context, language, operator } = props;
  const { operator: words } = catalogueOf(language);
  return (
    <>
      <h2>{words.answers}</h2>
      {isOutsideMap(context.dataset, operator.id) ? (
        <p>
          {words.outside}
          {sentenceGap(language)}
          <a href={`/${language}/about#borders`}>{words.outsideWhy}</a>
        </p>
      ) : (
        <AnswerCounts {...props} />
      )}
    </>
  );
}

function AnswerCounts({ context, language, operator }: OperatorPageProps) {
  const words = catalogueOf(language);
  const answers = context.dataset.regions.flatMap(
    ({ id }) => context.assess(id).operators.find((each) => each.operatorId === operator.id) ?? [],
  );
  const kinds = VERDICTS.toReversed().flatMap((verdict) =>
    SUPPORTS.map((support) => ({ verdict, support })),
  );
  return (
    <>
      <ul class="plain">
        {kinds.map(({ verdict, support }) => {
          const count = answers.filter(
            (each) => each.verdict === verdict && each.support === support,
          ).length;
          return count === 0 ? null : (
            <li key={`${verdict} ${support}`}>
              <VerdictMark verdict={verdict} /> {words.verdictNames[verdict]}
              {aside(language, words.action.supportShort[support])}
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

/** Names of regions as a list; an unknown id is left out. */
function regionNames(ids: readonly string[], names: Names, language: Language): string {
  return formatList(
    language,
    ids.flatMap((id) => names.region(id) ?? []),
  );
}

type TermsProps = Omit<OperatorPageProps, 'context'> & { names: Names };

/** Regions that the operator's tariffs join. */
function TariffAreas({ language, operator, names }: TermsProps) {
  if (operator.tariffAreas.length === 0) return null;
  return (
    <>
      <h2>{catalogueOf(language).operator.areas}</h2>
      <ul>
        {operator.tariffAreas.map((area) => (
          <li key={area.id}>{regionNames(area.regionIds, names, language)}</li>
        ))}
      </ul>
    </>
  );
}

/** Places where the operator's terms differ. */
function LocalTerms(props: TermsProps & { citations: readonly Citation[] }) {
  const { language, operator, names, citations } = props;
  const [open, close] = brackets(language);
  if (operator.localExceptions.length === 0) return null;
  return (
    <>
      <h2>{catalogueOf(language).operator.exceptions}</h2>
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
  );
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
  const questions = operator.openQuestions.filter((question) => question.status !== 'answered');
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={words.title(name)}
      description={words.description(name)}
      section="operators"
      entry="page"
      feed={`/${language}${path}.atom`}
      calendar={`/${language}${path}.ics`}
      structured={[
        breadcrumb(context, language, [
          [compare.title, '/compare'],
          [name, path],
        ]),
      ]}
    >
      <main id="main" class="text">
        <h1>{name}</h1>
        <OperatorAbout {...props} />
        <Contacts {...props} names={names} />
        <h2>{words.plans}</h2>
        {operator.plans.length === 0 ? (
          <p>{words.noPlans}</p>
        ) : (
          <PlanTable
            dataset={dataset}
            operator={operator}
            language={language}
            title={words.plans}
          />
        )}
        {operator.market === 'consumer' && <OperatorAnswers {...props} />}
        <TariffAreas language={language} operator={operator} names={names} />
        <LocalTerms language={language} operator={operator} names={names} citations={citations} />
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
