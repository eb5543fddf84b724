import { distance } from 'fastest-levenshtein';
import { romanise } from '../../../core/search/romanise.ts';

const HAN = /^[\p{Script=Han}·・－-]+$/u;
/** Words for "city" and "settlement" that some names carry at the end. */
const KIND = /[市镇村]$/u;

/**
 * The Chinese name among alternates that carry no language. Simplified and traditional characters are mixed there, so
 * all are brought to simplified ones; of several names the one most often given wins, then the shorter.
 * @param simplify traditional characters to simplified ones
 * @returns undefined when no alternate is in Chinese
 */
export function chooseChineseName(
  alternates: readonly string[],
  simplify: (text: string) => string,
): string | undefined {
  const names = new Map<string, number>();
  for (const alternate of alternates) {
    if (!HAN.test(alternate)) continue;
    const name = simplify(alternate).replaceAll('－', '-').replaceAll('・', '·');
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const ranked = [...names].toSorted(
    ([a, timesA], [b, timesB]) =>
      timesB - timesA ||
      Number(KIND.test(a)) - Number(KIND.test(b)) ||
      a.length - b.length ||
      (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const RUSSIAN = /^[а-яё0-9 .,'’()-]+$/iu;
/** More than any misspelling costs, so that a name in another Cyrillic alphabet is a last resort. */
const OTHER_ALPHABET = 20;
/**
 * Spellings of other languages in Russian letters: Ukrainian -ськ, -цьк, -ець, South Slavic шч, тс and -ски for щ, ц
 * and -ский. Before -ск a Russian л is always soft.
 */
const OTHER_SPELLING = /ськ|цьк|ець$|шч|тс|ски$|лск/iu;

/**
 * The Russian name among alternates that carry no language: the Cyrillic one whose romanisation is nearest to the
 * GeoNames name. Names in other Cyrillic alphabets or spellings lose, and so does a name that misses only its final
 * `й`. Soft and hard signs are not heard, so of equal names wins the one whose signs stand in a spelling by BGN/PCGN
 * (it alone writes them `’` and `”`), then the one that ends softly, then the one with fewer signs; then the one with
 * -ый and the one that spells out `ё`.
 * @returns undefined when no alternate is in Cyrillic
 */
export function chooseRussianName(name: string, alternates: readonly string[]): string | undefined {
  // Some alternates come out of dictionaries, with the stress marked.
  const spellings = [...alternates, name].map((spelling) => spelling.replaceAll('\u0301', ''));
  const candidates = spellings.filter((candidate) => CYRILLIC.test(candidate));
  const signed = new Set(spellings.filter((spelling) => /[’”]/u.test(spelling)).map(withoutMarks));
  const ranked = candidates
    .map((candidate) => {
      const isCutShort = candidates.includes(`${candidate}й`);
      const [far, farther] = distances(candidate, name);
      const cost = far + spellingCost(candidate) + (isCutShort ? 2 : 0);
      const letters = count(candidate, /ый|ё/giu);
      const order = [cost, farther, ...signOrder(candidate, signed), -letters];
      return { candidate, order };
    })
    .toSorted((a, b) => compare(a.order, b.order) || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate;
}

/** Edits between candidate and name: with adjectives in short (`-ny` for `-nyy`, as many names have it), and as they are. */
function distances(candidate: string, name: string): [number, number] {
  const [latin, wanted] = [withoutMarks(romanise(candidate)), plainLatin(name)];
  const shorten = (text: string) => text.replace(/[iy]y(?!\p{L})/gu, 'y');
  return [distance(shorten(latin), shorten(wanted)), distance(latin, wanted)];
}

function spellingCost(candidate: string): number {
  return (RUSSIAN.test(candidate) ? 0 : OTHER_ALPHABET) + (OTHER_SPELLING.test(candidate) ? 1 : 0);
}

function signOrder(candidate: string, signed: ReadonlySet<string>): number[] {
  const withSigns = candidate.replaceAll(/ь/giu, '$&’').replaceAll(/ъ/giu, '$&”');
  const isAttested = signed.has(withoutMarks(romanise(withSigns)));
  const endsSoftly = /ь(?!\p{L})/iu.test(candidate);
  return [isAttested ? 0 : 1, endsSoftly ? 0 : 1, count(candidate, /[ьъ]/giu)];
}

/** Lower-case Latin letters without diacritics and apostrophes; hyphens and spaces stay, they are part of a spelling. */
function plainLatin(text: string): string {
  return withoutMarks(text).replace(/['’ʼ”"`]/gu, '');
}

function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
