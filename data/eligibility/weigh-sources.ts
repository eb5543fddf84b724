import { earliestDay, type PartialDate } from '../schema/dates.ts';
import type { Method } from '../schema/method.ts';
import { CONFIDENCES, type Confidence, type Source } from '../schema/source.ts';

type Weighed = Pick<Source, 'confidence' | 'observedOn'>;

/** What the sources of a claim come to: its weight, and the day it speaks for; without one it is undated. */
export type SourceWeight = { confidence: Confidence; observedOn: PartialDate | undefined };

/**
 * Weighs the sources of one claim together. What is stated or counted stands on any one of them: the strongest and
 * newest counts, and a further, weaker source takes nothing away. A conclusion needs all of its premises: it is as
 * weak as the weakest, as old as the oldest, and undated if one of them is.
 */
export function weighSources(method: Method, cited: readonly Weighed[]): SourceWeight {
  const needsAll = method === 'inferred';
  const ranks = cited.map(({ confidence }) => CONFIDENCES.indexOf(confidence));
  const rank = needsAll ? Math.max(...ranks) : Math.min(...ranks);
  const days = cited
    .flatMap(({ observedOn }) => observedOn ?? [])
    .toSorted((a, b) => (earliestDay(a) < earliestDay(b) ? -1 : 1));
  const isUndated = needsAll && days.length < cited.length;
  return {
    confidence: CONFIDENCES[rank] ?? 'secondary',
    observedOn: isUndated ? undefined : days.at(needsAll ? 0 : -1),
  };
}
