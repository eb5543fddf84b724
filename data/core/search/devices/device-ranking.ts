import type { DeviceKind, DeviceModel } from '../../schema/device.ts';
import { wordsOf } from './device-text.ts';
import type { Reading } from './device-words.ts';

/** What of a device can be looked for. */
export type SearchableDevice = Pick<
  DeviceModel,
  'brand' | 'model' | 'kind' | 'since' | 'aliases' | 'sharedAliases' | 'modelCodes' | 'variants'
>;

/** Words that name a kind of device, as `spellings` read them. */
export const KIND_WORDS: Readonly<Record<DeviceKind, readonly string[]>> = {
  phone: ['phone'],
  tablet: ['tablet'],
  watch: ['watch'],
  'childrens-watch': ['kids', 'watch'],
  car: ['car'],
};
/** Words that people leave out of a name although makers print them. */
const LEFT_OUT = new Set([
  '5g',
  '4g',
  'lte',
  'st',
  'nd',
  'rd',
  'th',
  'generation',
  'series',
  'inch',
]);

/**
 * How a name fits, from best to worst: it is what was typed; what is missing is what people leave out; the same in another
 * order; words of it side by side; words of it here and there.
 */
const TIERS = ['whole', 'shortened', 'reordered', 'part', 'scattered'] as const;
type Tier = (typeof TIERS)[number];
/** Up to here a name is meant; further down it is only offered. */
export const LAST_MEANT = TIERS.indexOf('reordered');

interface Name {
  words: string[];
  /** As it is written, where it is not the name of the maker. */
  alias?: string;
}

/** A device with the words of its names. */
export interface Entry<M> {
  model: M;
  names: Name[];
  /** Words that people leave out. */
  optional: ReadonlySet<string>;
  /** Those of them that go without saying: the maker and its line. */
  understood: ReadonlySet<string>;
}

export interface Fit {
  /** Index in `TIERS`. */
  tier: number;
  /** Letters that were read in a less likely way. */
  strained: number;
  missing: number;
  alias?: string | undefined;
}

export type Ranked<M> = { entry: Entry<M>; fit: Fit };

/** Prepares a device; `readAlias` reads its other names as words. */
export function entryOf<M extends SearchableDevice>(
  model: M,
  readAlias: (text: string) => string[],
): Entry<M> {
  const brand = wordsOf(model.brand);
  const own = wordsOf(model.model);
  const full = brand.every((word, at) => own[at] === word) ? own : [...brand, ...own];
  const kindWords = KIND_WORDS[model.kind];
  const [line = ''] = own.slice(own.length < full.length ? 0 : brand.length);
  const lines = /^\p{L}{3,}$/u.test(line) ? [line] : [];
  // What is left out must leave something by which the model is known: `KidPhone 4G` is not just its line.
  const optional = [
    [...brand, ...kindWords, ...lines, ...LEFT_OUT],
    [...brand, ...kindWords, ...lines],
    [...brand, ...kindWords],
    brand,
  ].find((words) => full.some((word) => !words.includes(word)));
  const aliases = [...model.aliases, ...model.sharedAliases].map((alias) => ({
    words: readAlias(alias),
    alias,
  }));
  return {
    model,
    names: [{ words: full }, ...aliases],
    understood: new Set([...brand, ...lines]),
    optional: new Set(optional),
  };
}

/** Devices by each word of their names and of their kind. */
export function indexWords<M extends SearchableDevice>(
  entries: readonly Entry<M>[],
): Map<string, Set<Entry<M>>> {
  const byWord = new Map<string, Set<Entry<M>>>();
  for (const entry of entries) {
    const kindWords = KIND_WORDS[entry.model.kind];
    for (const word of [...entry.names.flatMap(({ words }) => words), ...kindWords]) {
      const owners = byWord.get(word) ?? new Set();
      owners.add(entry);
      byWord.set(word, owners);
    }
  }
  return byWord;
}

/** What decides among devices that fit alike: their kind, then their maker, then the year. */
export interface Order {
  /** Makers whose devices come first. */
  makers: readonly string[];
  kind: DeviceKind | undefined;
}

/** Devices that have a word of each reading, in the order in which they are offered. */
export function rank<M extends SearchableDevice>(
  readings: readonly Reading[],
  byWord: ReadonlyMap<string, ReadonlySet<Entry<M>>>,
  { makers, kind }: Order,
): Ranked<M>[] {
  if (readings.some(({ words }) => words.length === 0)) return [];
  // A network may be typed although the maker does not print it.
  const [first, ...rest] = readings.filter(
    ({ words }) => !words.every((word) => LEFT_OUT.has(word)),
  );
  if (first === undefined) return [];
  const ofReading = ({ words }: Reading) =>
    new Set(words.flatMap((word) => [...(byWord.get(word) ?? [])]));
  const place = (brand: string): number => {
    const at = makers.indexOf(brand);
    return at < 0 ? makers.length : at;
  };
  let found = [...ofReading(first)];
  for (const reading of rest) {
    const owners = ofReading(reading);
    found = found.filter((entry) => owners.has(entry));
  }
  return found
    .flatMap((entry) => {
      const fit = bestFit(entry, readings);
      return fit === undefined ? [] : { entry, fit };
    })
    .toSorted(
      (a, b) =>
        a.fit.tier - b.fit.tier ||
        Number(b.entry.model.kind === kind) - Number(a.entry.model.kind === kind) ||
        compareFits(a.fit, b.fit) ||
        place(a.entry.model.brand) - place(b.entry.model.brand) ||
        (b.entry.model.since ?? 0) - (a.entry.model.since ?? 0) ||
        (a.entry.model.model < b.entry.model.model ? -1 : 1),
    );
}

function bestFit<M extends SearchableDevice>(
  entry: Entry<M>,
  readings: readonly Reading[],
): Fit | undefined {
  const fits = entry.names.flatMap(({ words, alias }): Fit[] => {
    const fit = fitOf(words, readings, entry);
    return fit === undefined ? [] : [{ ...fit, alias }];
  });
  return fits.toSorted(compareFits)[0];
}

const compareFits = (a: Fit, b: Fit): number =>
  a.tier - b.tier || a.strained - b.strained || a.missing - b.missing;

/** How the readings fit a name; `undefined` where one is in neither the name nor the word for its kind. */
function fitOf(
  name: readonly string[],
  readings: readonly Reading[],
  { optional, understood }: Pick<Entry<unknown>, 'optional' | 'understood'>,
): Fit | undefined {
  const left = new Map<number, string>(name.map((word, at) => [at, word]));
  const places: number[] = [];
  let strained = 0;
  for (const { words } of readings) {
    const after = places.at(-1) ?? -1;
    const likely = words.findIndex((word) => [...left.values()].includes(word));
    const free = [...left].filter(([, word]) => word === words[likely]).map(([at]) => at);
    const place = free.find((at) => at > after) ?? free[0];
    if (place !== undefined) {
      strained += likely > 0 ? 1 : 0;
      left.delete(place);
      places.push(place);
    } else if (words.some((word) => LEFT_OUT.has(word))) {
      strained += 1;
    } else if (!words.some((word) => optional.has(word))) {
      return undefined;
    }
  }
  if (places.length === 0) return { tier: TIERS.length - 1, strained: 0, missing: 0 };
  const missing = [...left.values()];
  const needed = missing.filter((word) => !optional.has(word));
  const told = missing.filter((word) => !understood.has(word));
  const ofTier = (tier: Tier) => ({ tier: TIERS.indexOf(tier), strained, missing: told.length });
  if (needed.length === 0) {
    if (!places.every((at, index) => at > (places[index - 1] ?? -1))) return ofTier('reordered');
    return ofTier(missing.length === 0 ? 'whole' : 'shortened');
  }
  const isTogether = places.every((at, index) => at === (places[0] ?? 0) + index);
  return ofTier(isTogether ? 'part' : 'scattered');
}
