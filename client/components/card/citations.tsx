import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import { freshnessOf } from '../../../data/core/eligibility/claims/freshness.ts';
import { strongestConfidence } from '../../../data/core/eligibility/claims/support.ts';
import type {
  Assessment,
  Evidence,
  OperatorAssessment,
} from '../../../data/core/schema/assessment.ts';
import type { OpenQuestion, Source } from '../../../data/core/schema/claim.ts';
import type { Dataset, DatasetClaim } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { feeCovers, type Plan } from '../../../data/core/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatDate, sentenceGap } from '../../i18n/grammar/format.ts';
import type { Names } from '../../i18n/grammar/names.ts';
import { OWN_FORM, reportHref } from '../context/reports.ts';

/** One claim with its number on the page; rows refer to it by that number. */
export interface Citation {
  number: number;
  claim: DatasetClaim;
  sources: readonly Source[];
  /** How the rules used it; absent for a claim that only explains a term or a step. */
  evidence?: Evidence;
}

/** Every claim that a page speaks of, each once. */
export interface Citations {
  list: readonly Citation[];
  /** Numbers of these claims, in order, unknown ids left out. */
  numbersOf(claimIds: readonly string[]): number[];
}

/** Claims behind the terms that a card shows of a plan, of each term the first `mostEach`. */
function planClaimIds(plan: Plan, mostEach?: number): string[] {
  const terms = [
    plan.claimIds,
    plan.lineLimit?.claimIds ?? [],
    plan.payerTariffs?.claimIds ?? [],
    plan.manage?.claimIds ?? [],
    ...plan.fees.map((fee) => fee.claimIds),
  ];
  return terms.flatMap((ids) => ids.slice(0, mostEach));
}

/**
 * Numbers the claims of an assessment, and those that a page adds, in the order in which the page meets them: of each
 * statement the first `mostEach`, all where it is absent.
 */
export function createCitations(
  dataset: Dataset,
  assessment: Assessment,
  added: readonly string[] = [],
  mostEach?: number,
): Citations {
  const claims = claimsById(dataset);
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const plans = new Map(
    dataset.operators.flatMap((operator) => operator.plans.map((plan) => [plan.id, plan] as const)),
  );
  const found = new Map<string, Citation>();
  const cite = (claimId: string, evidence?: Evidence): void => {
    const claim = claims.get(claimId);
    if (claim === undefined || found.has(claimId)) return;
    found.set(claimId, {
      number: found.size + 1,
      claim,
      sources: claim.sourceIds.flatMap((id) => sources.get(id) ?? []),
      ...(evidence === undefined ? {} : { evidence }),
    });
  };
  for (const operator of assessment.operators) {
    for (const { evidence } of operator.axes) {
      for (const used of evidence.slice(0, mostEach)) cite(used.claimId, used);
    }
  }
  for (const { planId, plans: others } of assessment.operators) {
    const plan = planId === undefined ? undefined : plans.get(planId);
    if (plan !== undefined) for (const id of planClaimIds(plan, mostEach)) cite(id);
    for (const other of others) {
      const fees = plans.get(other.planId)?.fees ?? [];
      const here = fees.filter((fee) => feeCovers(fee, assessment.regionId));
      for (const id of here.flatMap((fee) => fee.claimIds)) cite(id);
    }
  }
  for (const id of added) cite(id);
  for (const step of assessment.steps) for (const id of step.claimIds.slice(0, mostEach)) cite(id);
  for (const restriction of dataset.restrictions) {
    if (assessment.restrictionIds.includes(restriction.id)) {
      for (const claim of restriction.claims.slice(0, mostEach)) cite(claim.id);
    }
  }
  return {
    list: [...found.values()],
    numbersOf: (claimIds) => claimIds.flatMap((id) => found.get(id)?.number ?? []),
  };
}

/** Numbers of claims behind a statement, each a link to it in the list of evidence; nothing where there are none. */
export function CitationLinks(props: { numbers: readonly number[]; language: Language }) {
  const { numbers, language } = props;
  const { evidence } = catalogueOf(language);
  if (numbers.length === 0) return null;
  return (
    <>
      {' '}
      {numbers.map((number) => (
        <a key={number} class="ci" href={`#c${number}`} aria-label={`${evidence.source} ${number}`}>
          {number}
        </a>
      ))}
    </>
  );
}

/** Numbers of the claims behind a statement of a card, each a link to it. */
export function Cites(props: {
  model: { citations: Citations; language: Language };
  claimIds: readonly string[];
}) {
  const { model, claimIds } = props;
  const numbers = [...new Set(model.citations.numbersOf(claimIds))];
  return <CitationLinks numbers={numbers} language={model.language} />;
}

/** The site that a document is on, as people name it: `mts.ru`. */
function siteOf({ url }: Source): string {
  return new URL(url).host.replace(/^www\./, '');
}

/** A cited document: its title, read aloud in its own language, and the site behind the link. */
export function SourceLink({ source, language }: { source: Source; language: Language }) {
  return (
    <>
      <a
        href={source.url}
        rel="nofollow"
        lang={source.language === language ? undefined : source.language}
      >
        {source.title}
      </a>
      {aside(language, siteOf(source))}
      {sentenceGap(language)}
    </>
  );
}

/** Addresses of what decided these answers, each once. */
export function decisiveSources(answers: readonly Pick<OperatorAssessment, 'axes'>[]): string[] {
  const decisive = answers.flatMap(({ axes }) =>
    axes.flatMap(({ evidence }) =>
      evidence.filter(({ role }) => role === 'decisive').flatMap(({ sourceUrls }) => sourceUrls),
    ),
  );
  return [...new Set(decisive)];
}

/** What a list of claims needs besides the claims. */
interface EvidenceContext {
  language: Language;
  asOf: IsoDate;
  names: Names;
  reportUrl?: string | undefined;
  /** Region that the page is about, for reports. */
  regionId?: string;
}

/** How strong, how old and how come by, in words. */
function qualities(citation: Citation, { language, asOf, names }: EvidenceContext): string[] {
  const { evidence: words } = catalogueOf(language);
  const { claim, evidence, sources } = citation;
  const freshness = evidence?.freshness ?? freshnessOf(claim.observedOn, asOf);
  const confidence = evidence?.confidence ?? strongestConfidence(sources);
  const host = evidence?.inheritedFrom ?? claim.inheritedFrom;
  const lost = evidence?.role === 'contradicting' || evidence?.role === 'stale';
  return [
    ...(confidence === undefined ? [] : [words.confidence[confidence]]),
    ...(claim.method === 'stated' ? [] : [words.method[claim.method]]),
    claim.observedOn === undefined
      ? words.freshness.undated
      : words.observed(formatDate(language, claim.observedOn)),
    ...(freshness === 'ageing' || freshness === 'old' ? [words.freshness[freshness]] : []),
    ...(evidence !== undefined && lost ? [words.role[evidence.role]] : []),
    ...(host === undefined ? [] : [words.inherited(names.operator(host) ?? host)]),
    ...(evidence?.checkDue ? [words.checkDue] : []),
    words.checked(formatDate(language, claim.checkedOn)),
  ];
}

/** The case of a report that the claim is wrong; its page is there where reports are taken. */
function Dispute(props: EvidenceContext & { number: string }) {
  const { number, language, reportUrl } = props;
  const text = `${catalogueOf(language).evidence.disputed} ${number}`;
  if (reportUrl !== OWN_FORM) return <>{text}</>;
  return <a href={`/${language}/cases/${number}`}>{text}</a>;
}

/** Every claim once, by number: what it says, its source one click away, how strong and how old. */
export function EvidenceList(props: EvidenceContext & { citations: readonly Citation[] }) {
  const { citations, language, reportUrl, regionId } = props;
  const { card, evidence: words } = catalogueOf(language);
  return (
    <ol class="ev" data-back={words.back}>
      {citations.map((citation) => (
        <li key={citation.number} id={`c${citation.number}`}>
          {citation.claim.statement[language]}
          <small>
            {citation.sources.map((source) => (
              <SourceLink key={source.id} source={source} language={language} />
            ))}
            {qualities(citation, props).join(' · ')}
            {citation.claim.disputes?.map((dispute) => (
              <>
                {' · '}
                <Dispute number={dispute.case} {...props} />
              </>
            ))}
            {reportUrl !== undefined && (
              <>
                {' · '}
                <a
                  href={reportHref(reportUrl, language, {
                    claim: citation.claim.id,
                    region: regionId,
                  })}
                >
                  {card.reportClaim}
                </a>
              </>
            )}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** What was looked for and not found, and when. */
export function OpenQuestionList(props: {
  questions: readonly OpenQuestion[];
  language: Language;
}) {
  const { questions, language } = props;
  const { card } = catalogueOf(language);
  return (
    <ul>
      {questions.map((question) => (
        <li key={question.id}>
          {question.question[language]}
          <span class="hint">
            {aside(
              language,
              question.status === 'not-searched'
                ? card.notSearched
                : card.lookedOn(formatDate(language, question.lookedOn)),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
