import type { QueryWord } from './read-query.ts';
import {
  type Entry,
  type Found,
  MATCHES,
  type Match,
  type OutsidePlace,
  type Target,
} from './search-entries.ts';
import { ALTERNATE } from './similar-names.ts';

/** A region, a settlement or a place outside the map that a reader may have meant, and how it matches. */
export type PlaceHit<R, P, O = OutsidePlace> = Target<R, P, O> & { match: Match };

/** An entry that may be meant; `cost` orders near ones, 0 being best. */
export interface Ranked<R, P, O> extends Found<R, P, O> {
  cost: number;
  /** Whether it is named in another case of the grammar. */
  isInflected?: boolean;
}

/** What one way to read a query gives, best first. */
export interface Candidates<R, P, O> {
  ranked: readonly Ranked<R, P, O>[];
  ignored: string[];
}

/** So many times as large as the largest place of a name, one of a longer name goes by the short one: Rostov-on-Don is 37 times. */
const MUCH_LARGER = 5;
/** How much of its population a place outside the map counts for beside one inside. */
const OUTSIDE = 0.1;
/** Cost of the first typo, more than of any name without one. */
const MISTYPED = 10;

/** Cost of a shown name with one typo. */
export const ONE_TYPO = MISTYPED + 1;

/** What is named as it was typed; the shown name in other letters before another name. */
export function asTyped<R, P, O>(found: Found<R, P, O>): Ranked<R, P, O> {
  return { ...found, cost: found.match === 'exact' || found.isShown ? 0 : ALTERNATE };
}

/** What is named but for some typos. */
export function mistyped<R, P, O>(entry: Entry<R, P, O>, typos: number): Ranked<R, P, O> {
  return { entry, match: 'near', cost: MISTYPED + typos };
}

/** What stands near what was typed. */
export function asNear<R, P, O>({ entry }: Found<R, P, O>): Ranked<R, P, O> {
  return { entry, match: 'near', cost: 0 };
}

/** What is read out of other letters than the typed ones is at best another name. */
export function capped<R, P, O>({ ranked, ignored }: Candidates<R, P, O>): Candidates<R, P, O> {
  return {
    ranked: ranked.map((each) => (each.match === 'exact' ? { ...each, match: 'alternate' } : each)),
    ignored,
  };
}

/** Puts results into the order that `PlaceSearch` promises, each entry once. */
export function inOrder<R, P, O>(
  ranked: readonly Ranked<R, P, O>[],
  words: readonly QueryWord[],
  ignored: string[],
): Candidates<R, P, O> {
  // `Ст` alone is no `станица` but the beginning of a name.
  const isNamed = words.some(({ role }) => role === undefined);
  const says = (wanted: string): boolean => isNamed && words.some(({ role }) => role === wanted);
  const wantsTown = says('town');
  const wantsVillage = !wantsTown && says('village');
  const weight = ({ population, target }: Entry<R, P, O>): number =>
    population * (target.kind === 'outside' ? OUTSIDE : 1);
  const largestInside = Math.max(
    0,
    ...ranked
      .filter(({ entry, match }) => match !== 'near' && entry.target.kind !== 'outside')
      .map(({ entry }) => entry.population),
  );
  const largestInflected = Math.max(
    0,
    ...ranked
      .filter(({ entry, isInflected }) => isInflected && entry.target.kind !== 'outside')
      .map(({ entry }) => entry.population),
  );
  // In another case `Алтай` is rather the regions' other name than that of a town abroad, but `в Крыму` is no village.
  const isNearOutside = ({ entry, match, isInflected }: Ranked<R, P, O>): boolean =>
    match === 'near' &&
    entry.target.kind === 'outside' &&
    !(isInflected && weight(entry) > largestInflected);
  const isLesser = ({ entry, match }: Ranked<R, P, O>): boolean =>
    match !== 'near' && entry.target.kind === 'outside' && weight(entry) < largestInside;
  const largestNamed = Math.max(
    0,
    ...ranked.filter(({ match }) => match === 'exact').map(({ entry }) => weight(entry)),
  );
  const goesByShortName = ({ entry, match, isPart }: Ranked<R, P, O>): boolean =>
    match === 'alternate' && isPart === true && weight(entry) >= MUCH_LARGER * largestNamed;
  const rankOf = (each: Ranked<R, P, O>): number => {
    if (isLesser(each) && each.match === 'exact') return MATCHES.indexOf('alternate');
    return MATCHES.indexOf(goesByShortName(each) ? 'exact' : each.match);
  };
  const costOf = (each: Ranked<R, P, O>): number => {
    if (isLesser(each)) return Math.max(each.cost, ALTERNATE);
    if (goesByShortName(each)) return 0;
    return isNearOutside(each) ? each.cost + ALTERNATE : each.cost;
  };
  const key = (each: Ranked<R, P, O>): number[] => [
    rankOf(each),
    costOf(each),
    isNearOutside(each) ? 1 : 0,
    (wantsTown && !each.entry.isTown) || (wantsVillage && each.entry.isTown) ? 1 : 0,
    -weight(each.entry),
  ];
  const keyed = ranked.map((each) => ({ each, key: key(each) }));
  const seen = new Set<Entry<R, P, O>>();
  return {
    ranked: keyed
      .sort((a, b) => compare(a.key, b.key))
      .map(({ each }) => each)
      .filter(({ entry }) => !seen.has(entry) && seen.add(entry)),
    ignored,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** The first so many entries, each once. */
export function toHits<R, P, O>(
  ranked: readonly Ranked<R, P, O>[],
  limit: number,
): PlaceHit<R, P, O>[] {
  const seen = new Set<Entry<R, P, O>>();
  return ranked
    .filter(({ entry }) => !seen.has(entry) && seen.add(entry))
    .slice(0, limit)
    .map(({ entry, match }) => ({ ...entry.target, match }));
}
