import { freshnessOf } from '../../../data/core/eligibility/claims/freshness.ts';
import { strongestConfidence } from '../../../data/core/eligibility/claims/strength.ts';
import type { OpenQuestion } from '../../../data/core/schema/claim.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatDate } from '../../i18n/grammar/format.ts';
import type { Names } from '../../i18n/grammar/names.ts';
import { OWN_FORM, reportHref } from '../context/reports.ts';
import { type Citation, SourceLink } from './citations.tsx';

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
