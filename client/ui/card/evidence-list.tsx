import { freshnessOf } from '../../../data/eligibility/freshness.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import type { Citation } from './citations.ts';
import { reportHref } from './report-href.ts';

/** How strong, how old and how come by, in words. */
function qualities(citation: Citation, model: CardModel): string[] {
  const { evidence: words } = catalogueOf(model.language);
  const { claim, evidence, sources } = citation;
  const freshness = evidence?.freshness ?? freshnessOf(claim.observedOn, model.assessment.asOf);
  const confidence = evidence?.confidence ?? sources[0]?.confidence;
  const date = claim.observedOn;
  return [
    ...(confidence === undefined ? [] : [words.confidence[confidence]]),
    ...(claim.method === 'stated' ? [] : [words.method[claim.method]]),
    ...(date === undefined
      ? [words.freshness.undated]
      : [words.observed(formatDate(model.language, date))]),
    ...(freshness === 'ageing' || freshness === 'old' ? [words.freshness[freshness]] : []),
    ...(evidence?.role === 'contradicting' || evidence?.role === 'stale'
      ? [words.role[evidence.role]]
      : []),
    ...(evidence?.inheritedFrom === undefined
      ? []
      : [words.inherited(model.names.operator(evidence.inheritedFrom) ?? evidence.inheritedFrom)]),
    ...(evidence?.checkDue ? [words.checkDue] : []),
    words.checked(formatDate(model.language, claim.checkedOn)),
  ];
}

/** Every claim once, by number: what it says, its source one click away, how strong and how old. */
export function EvidenceList({
  model,
  reportUrl,
}: {
  model: CardModel;
  reportUrl?: string | undefined;
}) {
  const { card } = catalogueOf(model.language);
  return (
    <ol class="ev">
      {model.citations.list.map((citation) => (
        <li key={citation.number} id={`c${citation.number}`}>
          {citation.claim.statement[model.language]}
          <small>
            {citation.sources.map((source) => (
              <a key={source.id} href={source.url} rel="nofollow">
                {source.title}
              </a>
            ))}{' '}
            {qualities(citation, model).join(' · ')}
            {reportUrl !== undefined && (
              <>
                {' · '}
                <a
                  href={reportHref(reportUrl, {
                    claim: citation.claim.id,
                    region: model.region.id,
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
