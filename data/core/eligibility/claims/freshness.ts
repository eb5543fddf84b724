import type { Confidence, Freshness } from '../../schema/claim.ts';
import type { DatasetClaim } from '../../schema/dataset.ts';
import {
  daysBetween,
  earliestDay,
  type IsoDate,
  isValidOn,
  latestDay,
  type PartialDate,
} from '../../schema/dates.ts';
import type { Method } from '../../schema/verdict.ts';
import { CARRY, type Carry, joinCarries } from './support.ts';

/** `asOf`: the reader's day, from which ages count. `day`: whose rules apply; later than `asOf` when looking ahead. */
export type Moment = { asOf: IsoDate; day: IsoDate };

/**
 * The only ages that the rules know, in days, each with its reason.
 * The first three count from `observedOn` (what the source speaks for), the last two from `checkedOn` (when we last looked).
 */
export const THRESHOLDS = {
  /** Operators re-issue their price lists at least yearly: up to a year a page speaks for the tariffs on sale. */
  currentDays: 365,
  /** The longest-lived family terms in the data were on sale about three years: beyond, assume a successor. */
  ageingDays: 1095,
  /** Each claim is to be looked at once a year. */
  checkDueDays: 365,
  /** Two missed yearly checks: nobody vouches for the claim any more, so it counts as unknown. */
  staleDays: 730,
} as const;

/**
 * Age of evidence on `asOf`; a month or a year counts from its first day, the cautious reading. What was seen later and
 * says that it held already is as fresh as can be.
 */
export function freshnessOf(observedOn: PartialDate | undefined, asOf: IsoDate): Freshness {
  if (observedOn === undefined) return 'undated';
  const age = daysBetween(earliestDay(observedOn), asOf);
  if (age <= THRESHOLDS.currentDays) return 'current';
  return age <= THRESHOLDS.ageingDays ? 'ageing' : 'old';
}

/** Whether a claim is due for another look. */
export function isCheckDue(checkedOn: IsoDate, asOf: IsoDate): boolean {
  return daysBetween(checkedOn, asOf) > THRESHOLDS.checkDueDays;
}

/** Whether a claim has gone unchecked for so long that it no longer counts. */
export function isStale(checkedOn: IsoDate, asOf: IsoDate): boolean {
  return daysBetween(checkedOn, asOf) > THRESHOLDS.staleDays;
}

/** A source of a claim, as far as its weight goes. */
export type Piece = {
  /** Who speaks; one publisher is counted once. */
  publisher: string;
  confidence: Confidence;
  observedOn: PartialDate | undefined;
  archived: boolean;
  isCopy: boolean;
};

/** How old a claim is on one day, by both of its dates, and what it can carry at that age. */
export type ClaimAge = {
  freshness: Freshness;
  checkDue: boolean;
  stale: boolean;
  carry: Carry;
  /** Whether an authority's page that still stands says so in full. */
  isAuthority: boolean;
};

/** What the age of a claim is worked out from. A law holds until it is changed, however old the page that tells of it. */
type Aged = {
  method: Method;
  observedOn: PartialDate | undefined;
  checkedOn: IsoDate;
  pieces: readonly Piece[];
  isLaw: boolean;
};

/** Ages of one claim. One assessment asks for the same day over and over: the last answer is kept. */
export function createClaimAge(claim: Aged): (asOf: IsoDate) => ClaimAge {
  const { method, observedOn, checkedOn, pieces, isLaw } = claim;
  const carryOf = (piece: Piece, asOf: IsoDate): Carry =>
    CARRY[piece.confidence][isLaw ? 'current' : freshnessOf(piece.observedOn, asOf)];
  const isAuthority = (piece: Piece) =>
    isLaw || piece.confidence === 'official' || piece.confidence === 'register';
  let latest: { asOf: IsoDate; age: ClaimAge } | undefined;
  return (asOf) => {
    if (latest?.asOf !== asOf) {
      const age = {
        freshness: freshnessOf(observedOn, asOf),
        checkDue: isCheckDue(checkedOn, asOf),
        stale: isStale(checkedOn, asOf),
        carry: joinCarries(
          pieces.map((piece) => carryOf(piece, asOf)),
          method === 'inferred',
        ),
        isAuthority:
          method === 'stated' &&
          pieces.some(
            (piece) => isAuthority(piece) && !piece.archived && carryOf(piece, asOf) === 'full',
          ),
      };
      latest = { asOf, age };
    }
    return latest.age;
  };
}

/** Before every day that anybody asks for. */
const ALWAYS: IsoDate = '0001-01-01';

/**
 * First day that a claim speaks for: the one since which it says that something holds, however late that was read;
 * else the day that its source speaks for, where only a month or a year is known its last day; of an undated source the
 * day on which somebody looked at it, before which every source was there. No law begins because somebody wrote or read of it:
 * where no first day is told, it speaks for every day.
 */
export function speaksSince(
  {
    validFrom,
    observedOn,
    checkedOn,
  }: Pick<DatasetClaim, 'validFrom' | 'observedOn' | 'checkedOn'>,
  isLaw = false,
): IsoDate {
  if (validFrom !== undefined) return earliestDay(validFrom);
  if (isLaw) return ALWAYS;
  const observed = observedOn === undefined ? checkedOn : latestDay(observedOn);
  return observed < checkedOn ? observed : checkedOn;
}

/**
 * Whether a claim speaks for a moment: it is valid on its day, and what says nothing of its beginning had been seen by
 * then. A look ahead from `asOf` announces rules that begin, not evidence that is yet to be seen.
 */
export function speaksAt(
  { claim, since }: { claim: Pick<DatasetClaim, 'validFrom' | 'validTo'>; since: IsoDate },
  { asOf, day }: Moment,
): boolean {
  return isValidOn(claim, day) && (claim.validFrom !== undefined || since <= asOf);
}
