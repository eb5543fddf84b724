import type { QueryWord } from './read-query.ts';
import type { Found } from './search-entries.ts';
import type { SearchIndex } from './search-index.ts';

/** What the words of a query were understood as: names of a region, a place, or a place with its region. */
interface Understood<R, P, O> {
  /** What is meant: a place where one is named, else the region. */
  found: readonly Found<R, P, O>[];
  /** The region named beside a place that lies in it. */
  within: readonly Found<R, P, O>[];
  /** Places of the name that was typed, of which none lies in the region that was typed. */
  elsewhere: readonly Found<R, P, O>[];
  /** Parts that were not looked for or are not known, as they were typed. */
  ignored: string[];
  /** Words that could be a name and are not known, normalised. */
  unknown: string[];
  /** Whether the place may be an adjective of a longer name that is not known: `Северное` of `Северное Бутово`. */
  isCutShort: boolean;
}

/** Words of the longest name in an address. */
const MOST_NAME_WORDS = 6;

/** Words in a row that are a name of regions or of places. */
interface Span<R, P, O> {
  from: number;
  to: number;
  found: readonly Found<R, P, O>[];
  /** Whether the same words name places, too. */
  isPlaceToo?: boolean;
}

/**
 * Finds the region and the place in an address, in any order and with anything around them. Of all ways to read it the one
 * wins that leaves the fewest words unknown; see `weigh` for what decides among these.
 * @returns undefined when no word is a known name
 */
export function understandQuery<R, P, O>(
  words: readonly QueryWord[],
  index: SearchIndex<R, P, O>,
): Understood<R, P, O> | undefined {
  const { regions, places } = findSpans(words, index);
  let best: { weight: number; region?: Span<R, P, O>; place?: Span<R, P, O> } = { weight: 0 };
  for (const region of [undefined, ...regions]) {
    for (const place of [undefined, ...places]) {
      if (region !== undefined && place !== undefined && overlap(region, place)) continue;
      const weight = weigh(words, region, place);
      if (weight > best.weight) {
        best = { weight, ...(region ? { region } : {}), ...(place ? { place } : {}) };
      }
    }
  }
  const { region, place } = best;
  if (region === undefined && place === undefined) return undefined;
  const isNamed = (_: QueryWord, at: number): boolean => covers(region, at) || covers(place, at);
  const unknown = words.filter(
    (word, at) => !word.isAside && word.role === undefined && !isNamed(word, at),
  );
  const ignored = joinRuns(
    words,
    (word, at) => !isNamed(word, at) && (word.isAside || word.role === undefined),
  );
  const inRegion = placesIn(place, region);
  return {
    found:
      place === undefined
        ? (region?.found ?? [])
        : region === undefined
          ? place.found
          : inRegion.length > 0
            ? inRegion
            : region.found,
    within: region !== undefined && inRegion.length > 0 ? region.found : [],
    elsewhere: region !== undefined && inRegion.length === 0 ? (place?.found ?? []) : [],
    ignored,
    unknown: unknown.map(({ normalised }) => normalised),
    isCutShort:
      place !== undefined && region === undefined && isBeforeUnknown(words, place, unknown),
  };
}

/** Whether the words are one, and an adjective that a word that is not known follows without a comma, or the other way round. */
function isBeforeUnknown<R, P, O>(
  words: readonly QueryWord[],
  { from, to }: Span<R, P, O>,
  unknown: readonly QueryWord[],
): boolean {
  const [only, before, next] = [words[from], words[from - 1], words[to]];
  const isUnknown = (word: QueryWord | undefined): word is QueryWord =>
    word !== undefined && word.part === only?.part && unknown.includes(word);
  if (to !== from + 1) return false;
  if (isUnknown(next) && ADJECTIVE.test(only?.letters ?? '')) return true;
  return isUnknown(before) && ADJECTIVE.test(before.letters);
}

const ADJECTIVE = /(?:[иыо]й|[ая]я|[ое]е|[иы]е)$/u;

function findSpans<R, P, O>(
  words: readonly QueryWord[],
  index: SearchIndex<R, P, O>,
): { regions: Span<R, P, O>[]; places: Span<R, P, O>[] } {
  const regions: Span<R, P, O>[] = [];
  const places: Span<R, P, O>[] = [];
  words.forEach((first, from) => {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_NAME_WORDS); to += 1) {
      const span = words.slice(from, to);
      if (span.some(({ part, isAside }) => isAside || part !== first.part)) break;
      if (span.every(({ role }) => role !== undefined)) continue;
      const named = index.named(span.map(({ letters }) => letters).join(' '));
      const isRegion = ({ entry }: Found<R, P, O>): boolean => entry.isArea;
      const placesNamed = named.filter((found) => !isRegion(found));
      if (placesNamed.length > 0) places.push({ from, to, found: placesNamed });
      const exactly = named.filter(isRegion);
      const byKey = index.regionsNamed(span);
      if (exactly.length + byKey.length > 0) {
        const isPlaceToo = placesNamed.length > 0;
        regions.push({ from, to, found: exactly.length > 0 ? exactly : byKey, isPlaceToo });
      }
    }
  });
  return { regions, places };
}

/** Points for a way to read a query; what explains more words wins, then what the words beside the names say. */
function weigh<R, P, O>(
  words: readonly QueryWord[],
  region: Span<R, P, O> | undefined,
  place: Span<R, P, O> | undefined,
): number {
  let weight = 0;
  words.forEach(({ role }, at) => {
    if (covers(region, at) || covers(place, at)) weight += role === undefined ? 100 : 3;
  });
  if (region !== undefined) {
    // An adjective alone is more often part of another name.
    weight += hasRole(words, region, 'region') ? 10 : -5;
    if (hasRole(words, region, 'region')) weight += 60 * (namesIn(words, region) - 1);
    if (beside(words, region, ['town', 'village'])) weight -= 20;
  }
  if (place !== undefined) {
    // A name of several words is rather that than a shorter name with a region.
    weight += 60 * (place.to - place.from - 1);
    if (beside(words, place, ['town', 'village'])) weight += 20;
    if (words.slice(place.from, place.to).some(({ role }) => role === 'region')) weight -= 100;
    if (hasRole(words, place, 'region')) weight -= 20;
    // `Казанская 5 СПб`: before a number stands a street.
    const next = words[place.to];
    if (next?.isAside && next.role === undefined && /^\d{1,4}\p{L}?$/u.test(next.text))
      weight -= 20;
    weight += Math.max(...place.found.map(({ entry }) => Math.log10(entry.population + 1)));
    if (place.found.every(({ match }) => match !== 'exact')) weight -= 10;
    if (place.found.every(({ entry }) => entry.target.kind === 'outside')) weight -= 10;
  }
  if (region !== undefined && place !== undefined) {
    weight += placesIn(place, region).length > 0 ? 50 : -60;
    // `Екатеринбург Ленина 5`: the capital's name alone names no region for a street to be a village in.
    // Nor does an adjective alone: `Москва Тверская 7` is a street.
    const isLoose =
      (region.isPlaceToo || region.found.every(({ match }) => match !== 'exact')) &&
      !hasRole(words, region, 'region');
    if (isLoose && placesIn(place, region).length === 0) weight -= 80;
  }
  return weight;
}

function placesIn<R, P, O>(
  place: Span<R, P, O> | undefined,
  region: Span<R, P, O> | undefined,
): Found<R, P, O>[] {
  const ids = new Set(region?.found.map(({ entry }) => entry.regionId));
  return place?.found.filter(({ entry }) => ids.has(entry.regionId)) ?? [];
}

/** How many words of the span are names and no type words. */
function namesIn<R, P, O>(words: readonly QueryWord[], span: Span<R, P, O>): number {
  return words.slice(span.from, span.to).filter(({ role }) => role === undefined).length;
}

function covers<R, P, O>(span: Span<R, P, O> | undefined, at: number): boolean {
  return span !== undefined && at >= span.from && at < span.to;
}

function overlap<R, P, O>(a: Span<R, P, O>, b: Span<R, P, O>): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether a word with the role stands in the span or right beside it. */
function hasRole<R, P, O>(words: readonly QueryWord[], span: Span<R, P, O>, role: string): boolean {
  const inside = words.slice(span.from, span.to).some((word) => word.role === role);
  return inside || beside(words, span, [role]);
}

/** Whether a type word stands right before the span, or right behind it at the end of a part. */
function beside<R, P, O>(
  words: readonly QueryWord[],
  span: Span<R, P, O>,
  roles: readonly string[],
): boolean {
  const [first, before, after, next] = [
    words[span.from],
    words[span.from - 1],
    words[span.to],
    words[span.to + 1],
  ];
  const says = (word: QueryWord | undefined): boolean =>
    word?.part === first?.part && roles.includes(word?.role ?? '');
  return says(before) || (says(after) && next?.part !== first?.part);
}

/** The texts of words in a row that a test picks, one text a run within a part. */
function joinRuns(
  words: readonly QueryWord[],
  picks: (word: QueryWord, at: number) => boolean,
): string[] {
  const runs: { text: string; part: number; last: number }[] = [];
  words.forEach((word, at) => {
    if (!picks(word, at)) return;
    const run = runs.at(-1);
    if (run !== undefined && run.part === word.part && run.last === at - 1) {
      run.text += ` ${word.text}`;
      run.last = at;
    } else {
      runs.push({ text: word.text, part: word.part, last: at });
    }
  });
  return runs.map(({ text }) => text);
}
