import type { Confidence, Finding, OpenQuestion, Source } from '../../schema/claim.ts';
import type { Dataset, DatasetClaim, DatasetOperator } from '../../schema/dataset.ts';
import { earliestDay, type IsoDate, type PartialDate } from '../../schema/dates.ts';
import { coversRegion, type RegionId, type RegionScope } from '../../schema/ids.ts';
import { AXES, type Axis, type Reach } from '../../schema/verdict.ts';
import { type ClaimAge, createClaimAge, type Piece, speaksSince } from './freshness.ts';
import { dayOf, reachOf, weighSources } from './support.ts';

/** A claim with what its sources say about it, looked up once. */
export type IndexedClaim = {
  claim: DatasetClaim;
  /** Weight of the claim's sources together: the strongest, or of a conclusion the weakest. */
  confidence: Confidence;
  /** The claim's own date, else that of its newest dated source, or of a conclusion the oldest. */
  observedOn: string | undefined;
  /** First day that it speaks for. */
  since: IsoDate;
  sourceUrls: string[];
  /** Its sources, as far as their weight goes. */
  pieces: readonly Piece[];
  /** How old it is on a day, and what it can carry. */
  age(asOf: IsoDate): ClaimAge;
};

/** One finding of a claim as the decision rule compares it. */
export type IndexedFinding = {
  claim: IndexedClaim;
  finding: Finding;
  /** Where the finding speaks: the narrower of the claim's and its own scope. */
  scope: RegionScope;
  reach: Reach;
  /** Claims that lost their findings here to this one; shown as contradicting. */
  replaced: readonly IndexedClaim[];
};

/** Everything the rules look up about one operator. */
export type OperatorIndex = {
  operator: DatasetOperator;
  claims: ReadonlyMap<string, IndexedClaim>;
  /** Questions on one axis that are still open. */
  openQuestions(axis: Axis): readonly OpenQuestion[];
  /** Findings on one axis that cover one region; the country-wide background ones among them. */
  findings(axis: Axis, regionId: RegionId): readonly IndexedFinding[];
  /** Days on which a claim or plan of the operator begins or ends, in order. */
  turningDays: readonly IsoDate[];
  /** Findings on one axis wherever they hold. */
  findingsAnywhere(axis: Axis): readonly IndexedFinding[];
};

/** Regions that the numbering register keeps as one territory, with the claims that tell. */
export type MergedTerritory = {
  id: string;
  regionIds: readonly RegionId[];
  claims: IndexedClaim[];
};

/** Looks a dataset's claims up by operator and by law, once per dataset. */
export function indexClaims(dataset: Dataset): {
  operators: OperatorIndex[];
  lawClaims: ReadonlyMap<string, IndexedClaim>;
  territories: MergedTerritory[];
} {
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const indexAll = (claims: readonly DatasetClaim[], isLaw = false) =>
    claims.map((claim) => indexClaim(claim, sources, isLaw));
  const background = indexAll(dataset.background.flatMap((entry) => entry.claims));
  const backgroundQuestions = dataset.background.flatMap((entry) => entry.openQuestions);
  return {
    operators: dataset.operators.map((operator) =>
      indexOperator(
        operator,
        [...indexAll(operator.claims), ...background],
        [...operator.openQuestions, ...backgroundQuestions],
      ),
    ),
    lawClaims: byId(
      indexAll(
        dataset.laws.flatMap((law) => law.claims),
        true,
      ),
    ),
    territories: dataset.background
      .flatMap((entry) => entry.mergedTerritories)
      .map(({ id, regionIds, claimIds }) => ({
        id,
        regionIds,
        claims: background.filter(({ claim }) => claimIds.includes(claim.id)),
      })),
  };
}

/** Days on which something of these begins or ends, each once and in order. */
export function turningDays(
  dated: readonly { validFrom?: PartialDate | undefined; validTo?: PartialDate | undefined }[],
): IsoDate[] {
  const days = dated.flatMap(({ validFrom, validTo }) => [validFrom ?? [], validTo ?? []].flat());
  return [...new Set(days.map(earliestDay))].sort();
}

function byId(claims: readonly IndexedClaim[]): ReadonlyMap<string, IndexedClaim> {
  return new Map(claims.map((indexed) => [indexed.claim.id, indexed]));
}

function indexClaim(
  claim: DatasetClaim,
  sources: ReadonlyMap<string, Source>,
  isLaw: boolean,
): IndexedClaim {
  const cited = claim.sourceIds.flatMap((id) => sources.get(id) ?? []);
  const weight = weighSources(claim.method, cited);
  const observedOn = claim.observedOn ?? weight.observedOn;
  // The build writes the day of the sources into claims without one; only another day is the claim's own and holds for all.
  const ownDay = observedOn === weight.observedOn ? undefined : observedOn;
  const pieces = cited.map((source) => toPiece(source, ownDay));
  return {
    claim,
    confidence: weight.confidence,
    observedOn,
    since: speaksSince({ ...claim, observedOn }, isLaw),
    sourceUrls: cited.map((source) => source.url),
    pieces,
    age: createClaimAge({ ...claim, observedOn, pieces, isLaw }),
  };
}

function toPiece(source: Source, ownDay: PartialDate | undefined): Piece {
  return {
    publisher: source.publisherId ?? source.publisher.toLowerCase(),
    confidence: source.confidence,
    observedOn: ownDay ?? dayOf(source),
    archived: source.archived === true,
    isCopy: source.copyOf !== undefined,
  };
}

function indexOperator(
  operator: DatasetOperator,
  claims: readonly IndexedClaim[],
  openQuestions: readonly OpenQuestion[],
): OperatorIndex {
  const byAxis = new Map<Axis, IndexedFinding[]>();
  for (const claim of claims) {
    for (const finding of claim.claim.findings) {
      const scope = finding.regionIds ?? claim.claim.regionIds;
      const found = byAxis.get(finding.axis) ?? [];
      const reach = reachOf(claim.claim, finding);
      found.push({ claim, finding, scope, reach, replaced: [] });
      byAxis.set(finding.axis, found);
    }
  }
  const lookUp = createFindingLookUp(byAxis, claims);
  const questions = new Map(
    AXES.map((axis) => [axis, openQuestions.filter((question) => isOpenOn(question, axis))]),
  );
  return {
    operator,
    claims: byId(claims),
    openQuestions: (axis) => questions.get(axis) ?? [],
    findings: lookUp,
    turningDays: turningDays([...claims.map(({ claim }) => claim), ...operator.plans]),
    findingsAnywhere: (axis) => byAxis.get(axis) ?? NONE,
  };
}

function isOpenOn(question: OpenQuestion, axis: Axis): boolean {
  return question.status !== 'answered' && question.axes.includes(axis);
}

const NONE: readonly IndexedFinding[] = [];

/** Findings by axis and region, each region worked out once; most operators say nothing on most axes. */
function createFindingLookUp(
  byAxis: ReadonlyMap<Axis, readonly IndexedFinding[]>,
  claims: readonly IndexedClaim[],
): OperatorIndex['findings'] {
  const known = new Map<Axis, Map<RegionId, readonly IndexedFinding[]>>();
  return (axis, regionId) => {
    const all = byAxis.get(axis);
    if (all === undefined) return NONE;
    const regions = known.get(axis) ?? new Map<RegionId, readonly IndexedFinding[]>();
    known.set(axis, regions);
    const before = regions.get(regionId);
    if (before !== undefined) return before;
    const found = all
      .filter((entry) => coversRegion(entry.scope, regionId))
      .map((entry) => ({ ...entry, replaced: replacedBy(entry.claim, claims, regionId) }));
    regions.set(regionId, found);
    return found;
  };
}

function replacedBy(
  newer: IndexedClaim,
  claims: readonly IndexedClaim[],
  regionId: RegionId,
): readonly IndexedClaim[] {
  return claims.filter((older) =>
    older.claim.supersededBy?.some(
      (mark) => mark.claimId === newer.claim.id && coversRegion(mark.regionIds ?? 'RU', regionId),
    ),
  );
}

/**
 * All claims of a dataset by id, whoever they belong to. A claim that a virtual operator takes over keeps the id of its
 * host's: here that id means the host's own, which is whole and taken over from nobody.
 */
export function claimsById(dataset: Dataset): ReadonlyMap<string, DatasetClaim> {
  const owners = [
    ...dataset.operators,
    ...dataset.laws,
    ...dataset.restrictions,
    ...dataset.background,
  ];
  const claims = owners.flatMap((owner) => owner.claims);
  const isOwn = (claim: DatasetClaim) => claim.inheritedFrom === undefined;
  return new Map(
    [...claims.filter((claim) => !isOwn(claim)), ...claims.filter(isOwn)].map((claim) => [
      claim.id,
      claim,
    ]),
  );
}
