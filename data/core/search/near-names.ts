import { distance } from 'fastest-levenshtein';

/**
 * How well a query fits an entry, 0 being best: it is the name, an alternate, the beginning of the name, of an alternate, the
 * beginnings of words, or only nearly any of these.
 * @param readings what was typed, first as it was
 */
export function matchTier(
  readings: readonly string[],
  names: readonly string[],
  alternates: readonly string[],
): number {
  const [query = ''] = readings;
  if (names.includes(query)) return 0;
  if (alternates.includes(query)) return 1;
  const begins = (name: string) => readings.some((reading) => name.startsWith(reading));
  if (names.some(begins)) return 2;
  if (alternates.some(begins)) return 3;
  const hasAllWords = (name: string) => readings.some((reading) => hasWords(name, reading));
  return [...names, ...alternates].some(hasAllWords) ? 4 : ONLY_NEARLY;
}

/** What `matchTier` says of a name that none of the readings begins. */
export const ONLY_NEARLY = 5;

/** Share of the letters of a Latin beginning that may be others than the name's: of five one. */
const LOOSE_SHARE = 0.2;

/** Whether a word of the name begins with nearly the letters of the text. */
export function nearlyBegins(text: string, name: string): boolean {
  const most = Math.max(1, Math.round(text.length * LOOSE_SHARE));
  const starts = [0, ...[...name.matchAll(/ /g)].map(({ index }) => index + 1)];
  return starts.some((start) =>
    [-1, 0, 1].some(
      (more) => distance(text, name.slice(start, start + text.length + more)) <= most,
    ),
  );
}

function hasWords(name: string, query: string): boolean {
  const words = name.split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

/** Endings that a Russian noun changes with its case; `й` is `и` in normalised names. */
const ENDINGS =
  /(?:ами|ями|ого|ому|его|ему|ыми|ими|ых|их|ым|им|ах|ях|ов|ев|ом|ем|ои|еи|ии|ию|ия|ую|ая|яя|юю|ое|ее|ые|ыи|а|я|е|у|ю|и|ы|о|ь)$/;
/** What is left of a word must still tell it from others; two letters of three do (`Уфе`). */
const SHORTEST_STEM = 3;

/** A normalised name without the endings of its words: `казани` and `казань` have one, `кирове` and `кирова` too. */
export function inflectionStem(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const stem = word.replace(ENDINGS, '');
      return stem.length >= Math.min(SHORTEST_STEM, word.length - 1) && stem.length > 1
        ? stem
        : word;
    })
    .join(' ');
}

/** Consonants before which a vowel comes and goes with the case. */
const FLEETING = /^(.*[^аеиоуыэюя ])([кцлнр])$/u;
const HELD = /^(.*[^аеиоуыэюя ])[ео]([кцлнр])$/u;
/** Cases of a word that ends in a vowel and `й` (`и` in normalised names): `уренгоя`, `алтаем`. */
const SHORT_I = /(?<=[аеоуы])(?:я|ю|е|ем)$/u;

/**
 * All stems that an inflected name may have: `inflectionStem`, the same with or without the fleeting vowel of its last word (`орл` is
 * of `Орёл`, `ельц` of `Елец`, `химок` of `Химки`), and the name itself where it ends in `й`.
 */
export function inflectionStems(name: string): string[] {
  const stem = inflectionStem(name);
  const [, before = '', last = ''] = FLEETING.exec(stem) ?? [];
  const [, held = '', end = ''] = HELD.exec(stem) ?? [];
  const whole = inflectionStem(name.replace(SHORT_I, 'и'));
  return [
    stem,
    ...(before === '' ? [] : ['е', 'о'].map((vowel) => before.replace(/ь$/u, '') + vowel + last)),
    ...(held === '' ? [] : [held + end]),
    ...(SHORT_I.test(name) ? [whole] : []),
  ];
}

/** The text with each doubled letter single, where it has any: `Самарра`, `Уффа`; not `Лоо`, of which too little is left. */
export function withoutDoubled(text: string): string[] {
  const single = text.replace(/(\p{L})\1+/gu, '$1');
  return single === text || single.length < SHORTEST_STEM ? [] : [single];
}

/** The text with two letters in a row changed for each other, at each place. */
export function swappedLetters(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).flatMap((letter, at) => {
    const before = letters[at] ?? '';
    if (letter === before || letter === ' ' || before === ' ') return [];
    return [[...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('')];
  });
}
