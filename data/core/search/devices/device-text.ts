/**
 * How a typed or printed name of a device is read: as words, each of letters of one script or of digits, in lower case.
 * `iPhone15`, `iphone 15` and `IPHONE-15` are the same two words; `S24+` ends with `plus`.
 */

/** Cyrillic letters that look like Latin ones on a box or a keyboard. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  з: '3',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
};

/** The other way round: Latin letters that look like Cyrillic ones. */
const LOOKS_CYRILLIC = new Map(
  Object.entries(LOOKS_LIKE).map(([cyrillic, latin]) => [latin, cyrillic]),
);

/** Latin letters that a Russian speaker writes for a single letter heard in a model's name: `ви 29` apart, `в29` is V29. */
const SOUNDS_LIKE: Readonly<Record<string, readonly string[]>> = {
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  г: ['g'],
  д: ['d'],
  е: ['e'],
  ж: ['j'],
  з: ['z'],
  и: ['i'],
  й: ['y'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  х: ['x', 'h'],
  ц: ['c'],
  ч: ['ch'],
  ш: ['sh'],
  щ: ['sch'],
  ъ: [''],
  ы: ['y'],
  ь: [''],
  э: ['e'],
  ю: ['u', 'yu'],
  я: ['ya'],
};

/** The keys of a Russian keyboard and what they give when it is set to English. */
const RUSSIAN_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю';
const ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

/** Characters nobody sees: soft hyphens, joiners, direction marks, controls. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** Networks stay one word: `5g` is left out of a name more often than not. */
const NETWORK = /(^|[^\p{L}\p{N}])([2345]) ?[gг](?![\p{L}\p{N}])/gu;
const NETWORK_WORD = /^[2345]g$/;
/** What a shop adds to a name and no name of a model has: the size of the memory or of the case of a watch. */
const SIZE =
  /(?<![\p{L}\p{N}])(?:(?:(\d+)\/)?\d+ ?(?:gb|tb|mm|гб|тб|мм|гигабайт\p{L}*)|(\d{1,2})\/(?:32|64|128|256|512))(?![\p{L}\p{N}])/giu;
const WORDS =
  /\p{Script=Han}+|\p{Script=Cyrillic}+|\p{N}+|[^\P{L}\p{Script=Han}\p{Script=Cyrillic}]+/gu;

const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** Longest text that is looked at; no name or label of a device is longer. */
const MAX_LENGTH = 200;

/** Lower case, without accents and unseen characters; Cyrillic look-alikes inside a Latin word are Latin letters. */
export function foldDeviceText(text: string): string {
  const plain = text
    .slice(0, MAX_LENGTH)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .replace(UNSEEN, ' ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('+', ' plus ')
    .replace(/['’`´]/g, '')
    .replace(NETWORK, '$1 $2g ');
  return plain.replace(LETTERS, (word) => (IS_LATIN.test(word) ? latinLooks(word) : word));
}

/** A text with the words of both scripts in Cyrillic letters as far as they look alike: `aйфoн` with a Latin `a` and `o`. */
export function cyrillicLooks(text: string): string {
  return text.replace(LETTERS, (word) =>
    IS_LATIN.test(word) && IS_CYRILLIC.test(word)
      ? word
          .toLowerCase()
          .replace(/\p{Script=Latin}/gu, (letter) => LOOKS_CYRILLIC.get(letter) ?? letter)
      : word,
  );
}

/**
 * A text without the sizes that a shop adds to a name (`Xiaomi 14 12/512 GB`); the text itself where it is nothing else. What
 * stands before the stroke is the model where no other number is left: `iPhone 12/64 GB`.
 */
export function withoutSizes(text: string): string {
  const rest = text.replace(SIZE, ' ');
  if (!/[\p{L}\p{N}]/u.test(rest)) return text;
  if (/\p{N}/u.test(rest)) return rest;
  return text.replace(SIZE, (_size, before = '', beforeBare = '') => ` ${before || beforeBare} `);
}

/** The words of a text: runs of letters of one script and runs of digits. */
export function wordsOf(text: string): string[] {
  return foldDeviceText(text)
    .split(/\s+/)
    .flatMap((part) => (NETWORK_WORD.test(part) ? [part] : (part.match(WORDS) ?? [])));
}

/** A text with each Cyrillic letter as the Latin one it looks like; letters without one stay. */
export function latinLooks(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => LOOKS_LIKE[letter] ?? letter);
}

/** What a few Cyrillic letters beside a number may stand for in Latin: by sound, then by look. */
export function latinReadings(letters: string): string[] {
  let bySound = [''];
  for (const letter of letters) {
    const sounds = SOUNDS_LIKE[letter] ?? [letter];
    bySound = bySound.flatMap((start) => sounds.map((sound) => start + sound));
  }
  return [...new Set([...bySound, latinLooks(letters)])];
}

/** The text as it comes out when the same keys are struck with the keyboard set to the other language. */
export function otherLayout(text: string): string {
  const isRussian = IS_CYRILLIC.test(text);
  const [from, to] = isRussian ? [RUSSIAN_KEYS, ENGLISH_KEYS] : [ENGLISH_KEYS, RUSSIAN_KEYS];
  return [...text.toLowerCase()].map((key) => to[from.indexOf(key)] ?? key).join('');
}
