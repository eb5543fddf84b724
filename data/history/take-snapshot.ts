import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { RegionSummary } from '../schema/region-summary.ts';
import type { RegionsByVerdict, VerdictSnapshot } from '../schema/release.ts';
import { VERDICTS, type Verdict } from '../schema/verdict.ts';

/** The verdicts of a dataset on a day, out of the summaries of all regions for that day. */
export function takeSnapshot(
  { version, hash }: Pick<Dataset, 'version' | 'hash'>,
  summaries: readonly RegionSummary[],
  asOf: IsoDate,
): VerdictSnapshot {
  const operatorIds = new Set(
    summaries.flatMap(({ operatorVerdicts }) => Object.keys(operatorVerdicts)),
  );
  return {
    version,
    asOf,
    hash,
    map: groupRegions(summaries, ({ verdict }) => verdict),
    operators: Object.fromEntries(
      [...operatorIds]
        .toSorted()
        .map((id) => [id, groupRegions(summaries, ({ operatorVerdicts }) => operatorVerdicts[id])]),
    ),
  };
}

function groupRegions(
  summaries: readonly RegionSummary[],
  verdictOf: (summary: RegionSummary) => Verdict | undefined,
): RegionsByVerdict {
  const groups = VERDICTS.map((verdict) => {
    const regions = summaries.filter((summary) => verdictOf(summary) === verdict);
    return [verdict, regions.map(({ regionId }) => regionId).toSorted()] as const;
  });
  return Object.fromEntries(groups.filter(([, regionIds]) => regionIds.length > 0));
}
