import * as z from 'zod';
import { reachOf } from '../../data/core/eligibility/claims/support.ts';
import { Claim, Source } from '../../data/core/schema/claim.ts';
import type { DatasetClaim } from '../../data/core/schema/dataset.ts';
import { Slug } from '../../data/core/schema/ids.ts';
import { Reach } from '../../data/core/schema/verdict.ts';
import { apiHref } from '../links.ts';
import { notFound, ProblemError } from '../middleware/problem.ts';
import type { Service } from '../service.ts';
import { defineTool, type Tool } from './tool.ts';

/** As many as one operator's answer rests on. */
const MOST_CLAIMS = 40;

const { statement, method, regionIds, observedOn, checkedOn, validFrom, validTo } = Claim.shape;

const Cited = z.strictObject({
  id: Slug,
  statement,
  /** How it was come by: the source says it, it was counted, we conclude it, or we suppose it. */
  method,
  /** Where its sources speak of: these very regions, the country, or elsewhere. */
  reach: Reach,
  regionIds,
  /** Day that it speaks for; absent where it is undated. */
  observedOn,
  /** Day on which somebody last looked. */
  checkedOn,
  validFrom,
  validTo,
  /** Newer claims that took findings away from this one. */
  supersededBy: z.array(Slug),
  /** Whether somebody says that it is wrong, and nobody has decided yet. */
  disputed: z.boolean(),
  sources: z.array(Source.extend({ record: z.string() })),
});

/** Cites what an answer rests on. */
export const CITE_EVIDENCE: Tool = defineTool({
  name: 'cite_evidence',
  title: 'Cite the evidence behind an answer',
  description:
    'Claims by their ids, as `assess_household` gives them: what is said, how it was come by, where and for which day it speaks, and each source with publisher, address and date. Repeat a claim with its source and its day.',
  input: z.strictObject({
    claimIds: z.array(Slug.max(120)).min(1).max(MOST_CLAIMS),
  }),
  output: z.strictObject({ claims: z.array(Cited) }),
  answer({ claimIds }, { service, origin }) {
    const unique = [...new Set(claimIds)];
    const missing = unique.filter((id) => !service.claimById.has(id));
    if (missing.length > 0) {
      throw new ProblemError(404, `no claim has the id ${missing.join(', ')}`, {
        errors: missing.map((value) => ({
          parameter: 'claimIds',
          value,
          detail: 'no claim has this id; assess_household names those of an answer',
        })),
      });
    }
    const claims = unique.flatMap((id) => {
      const claim = service.claimById.get(id);
      return claim === undefined ? [] : [cite(service, claim, origin)];
    });
    return { text: claims.map(sentencesOf).join('\n\n'), data: { claims } };
  },
});

function cite(service: Service, claim: DatasetClaim, origin: string): z.infer<typeof Cited> {
  const { id, statement, method, regionIds, observedOn, checkedOn, validFrom, validTo } = claim;
  return {
    id,
    statement,
    method,
    reach: reachOf(claim),
    regionIds,
    ...(observedOn === undefined ? {} : { observedOn }),
    checkedOn,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    supersededBy: (claim.supersededBy ?? []).map(({ claimId }) => claimId),
    disputed: claim.disputes !== undefined,
    sources: claim.sourceIds.map((sourceId) => {
      const source = service.sourceById.get(sourceId);
      if (source === undefined) throw notFound('source', sourceId);
      return { ...source, record: apiHref(origin, `/sources/${sourceId}`) };
    }),
  };
}

function sentencesOf({
  id,
  statement,
  observedOn,
  checkedOn,
  sources,
  disputed,
}: z.infer<typeof Cited>) {
  return [
    `${id}: ${statement.en}`,
    `As of ${observedOn ?? 'an unknown day (undated)'}, last looked at on ${checkedOn}.${disputed ? ' Disputed: somebody says that this is wrong.' : ''}`,
    ...sources.map(
      ({ publisher, title, url, confidence, observedOn: day }) =>
        `- ${publisher}: ${title}. ${url} (${confidence}, ${day ?? 'undated'})`,
    ),
  ].join('\n');
}
