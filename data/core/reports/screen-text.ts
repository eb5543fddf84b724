/** Why a place of a text may not be sent. */
export type ScreenedKind =
  | 'phone'
  | 'email'
  | 'card'
  | 'document'
  | 'account'
  | 'markup'
  | 'character';

/** A place of a text, in UTF-16 units as `String.slice` counts them. */
interface ScreenedPlace {
  readonly kind: ScreenedKind;
  readonly start: number;
  readonly end: number;
}

interface ScreenOptions {
  /** Whether the text is about a contact of an operator, so that numbers of offices are what it is for. */
  readonly allowsOfficeNumbers?: boolean;
}

const DIGIT = String.raw`\p{Nd}`;
/** Marks on a digit (a line through it, the frame of a key) and signs that cannot be seen: they part nothing. */
// U+FEFF is a blank for patterns, too: in both parts of one, a hostile text could make the search endless.
const UNSEEN = String.raw`(?:(?!\uFEFF)[\p{M}\p{Cf}]){0,8}`;
/** What people put between the digits of one number. */
const BETWEEN = String.raw`${UNSEEN}[\s\u00A0().\-‐-―+/_,]{0,3}`;
/** Seven digits are a number of a city telephone, the shortest that can belong to a person. */
const NUMBER = new RegExp(`\\+?\\(?${DIGIT}(?:${BETWEEN}${DIGIT}){6,}`, 'gu');

/** What stands between the digits of a number that shall not be found. */
const WIDE_BETWEEN = String.raw`${UNSEEN}[\s\u00A0().\-‐-―+/_,*~|•·…:;=#№'"!?^\\[\]{}]{0,6}`;
/** Letters that are written for digits. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  I: '1',
  l: '1',
  І: '1',
  З: '3',
  з: '3',
  S: '5',
  б: '6',
  B: '8',
  В: '8',
};
/** Ten digits and more, parted and disguised in whatever way; fewer would be times, counts and prices. */
const DISGUISED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DIGIT}|[${Object.keys(LOOKALIKES).join('')}])(?:${WIDE_BETWEEN}(?:${DIGIT}|[${Object.keys(LOOKALIKES).join('')}])){9,}(?![\\p{L}])`,
  'gu',
);
/** Most of a disguised number are digits yet; in words of letters that look like some, few or none are. */
const LEAST_DIGITS = 6;

const NUMBER_WORDS = [
  'ноль|нуль|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять',
  '(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцать|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто',
  'сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот',
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple',
].join('|');
/** A number that is spelled out, in part or whole: nobody counts in five words and more. Chinese figures need no blanks. */
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])${spelledPart()}(?:[\\s,.\\-‐-―]{0,3}${spelledPart()}){4,}|[〇零一二三四五六七八九幺](?:[\\s,.，、\\-]{0,2}[〇零一二三四五六七八九幺]){6,}`,
  'gu',
);
const NUMBER_WORD = new RegExp(`(?<!\\p{L})(?:${NUMBER_WORDS})(?!\\p{L})`, 'gu');
/** Of the parts of a spelled number; prices and counts have fewer. */
const LEAST_WORDS = 3;

function spelledPart(): string {
  return `(?:(?<!\\p{L})(?:${NUMBER_WORDS})(?!\\p{L})|(?<!\\p{Nd})\\p{Nd}{1,4}(?!\\p{Nd}))`;
}

const DAY = String.raw`(?:[0-3]?\d[./-][01]?\d[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d)`;
const DATES = new RegExp(String.raw`(?<!\d)${DAY}(?!\d)`, 'gu');

const AT = String.raw`(?:@|[([{]\s?(?:at|эт|собак[аи]|собачк[аи])\s?[)\]}]|艾特)`;
const DOT = String.raw`(?:\.|,|[([{]\s?(?:dot|точка)\s?[)\]}]|点)`;
/** Who gives people mailboxes. */
const MAILBOXES =
  'gmail|mail|yandex|ya|bk|list|inbox|rambler|icloud|outlook|hotmail|proton|yahoo|qq|163|яндекс|почта|мейл|мэйл|майл|рамблер|гмейл|джимейл';
const ENDINGS = 'ru|com|org|net|su|me|рф|ру|ком';
/** An address; without a dot only where `@` stands; with words for both only where both are words, as "at mts.ru" is no address. */
const EMAIL = new RegExp(
  [
    String.raw`[\p{L}\p{N}._%+-]{1,64}\s?${AT}\s?[\p{L}\p{N}-]{1,63}(?:\s?${DOT}\s?[\p{L}\p{N}-]{2,63}){1,8}`,
    String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{2,63}`,
    String.raw`[\p{L}\p{N}._%+-]{1,64}\s(?:собак[аи]|собачк[аи]|гав|эт)\s[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|точка)\s?|\s)(?:${ENDINGS})(?![\p{L}\p{N}])`,
    // The word for the sign as one letter; in a sentence it is an ending, as in "сказал(а)".
    String.raw`[a-z\d._%+-]{1,64}[([{][aа][)\]}][a-z\d-]{2,63}\.[a-z]{2,6}`,
    // The sign left out before the name of a mailbox.
    String.raw`(?<![a-z\d])[a-z][a-z\d]{0,30}[._\d][a-z\d._-]{0,30}\s(?:на\s)?(?:${MAILBOXES})\.(?:ru|com|me)(?![a-z])`,
    String.raw`[\p{L}\p{N}._%+-]{1,64}\sat\s[\p{L}\p{N}-]{1,63}\sdot\s[\p{L}\p{N}-]{2,63}`,
  ].join('|'),
  'gu',
);
/** Between blanks the sign stands for "at" as well, as in "в чате @ мтс". */
const APART = new RegExp(
  String.raw`[\p{L}\p{N}._%+-]{1,64}\s@\s[\p{L}\p{N}-]{2,63}(?:\s(?:${ENDINGS})(?![\p{L}\p{N}]))?`,
  'gu',
);
/** Then a side has to look like that of an address: no word alone before it, a mailbox or an ending behind it. */
const ADDRESS_APART = new RegExp(
  String.raw`[^\p{L}\s][^\s]*\s@|@\s(?:${MAILBOXES})(?![\p{L}\p{N}])|@\s\S+\s`,
  'u',
);
const MESSENGER =
  'telegram|телегр?а?мм?|телега|тг|tg|skype|скайп|wechat|вичат|weixin|微信|vx|qq|viber|вайбер|whatsapp|вотсап|ватсап|vk|вк|instagram|insta|инстаграмм?|инста|discord|дискорд';
/** A name in a messenger or a network of people, by itself, after the messenger's name or as an address. */
const ACCOUNT = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{3,64}`,
    String.raw`(?:t\.me|telegram\.me|vk\.com|vk\.ru|ok\.ru|wa\.me|instagram\.com|facebook\.com)\/[\w.+-]{1,64}`,
    String.raw`(?<!\p{L})(?:${MESSENGER})\s?(?:号|id)?\s?[:：=]\s?[\w.-]{4,64}`,
    // Without a colon only what is no word: `тг ivan_petrov88`.
    String.raw`(?<!\p{L})(?:${MESSENGER})\s?(?:号|id)?\s(?=[\w.-]{4})[a-z][a-z.-]{0,30}[_\d][\w.-]{0,30}`,
  ].join('|'),
  'gu',
);
/** Papers whose series and number stand apart: `4510 номер 123456`, `II-ИК № 123456`. */
const PAPER =
  /(?<!\p{Nd})\p{Nd}{2}\s?\p{Nd}{2}[\s,;]{0,2}(?:номер|ном\.?|№|no?\.?|number|号)[\s:]{0,2}\p{Nd}{6}(?!\p{Nd})|(?<![\p{L}\p{N}])[ivxlc]{1,5}\s?[-–—]\s?[а-яё]{2}[\s№n]{0,3}(?:номер\s?)?\p{Nd}{6}(?!\p{Nd})/gu;
/** A tag begins right behind the sign; with a blank between them, as in "a < b", it has to be written to its end. */
const MARKUP = new RegExp(
  [
    String.raw`<\s{0,9}(?:[/!?]\s{0,9})[a-z][^<]{0,200}>?`,
    String.raw`<[a-z][^<]{0,200}>?`,
    String.raw`<\s{1,9}[a-z][\w:-]{0,40}\s{0,9}/?>`,
    String.raw`<\s{1,9}[a-z][\w:-]{0,40}\s[^<>=]{0,200}=[^<>]{0,200}>`,
    String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});`,
  ].join('|'),
  'gu',
);
/**
 * Control, bidirectional and invisible characters, private use, halves of pairs, and letters that are drawn as nothing; line
 * breaks and tabs are text, and what joins the parts of an emoji is.
 */
const CHARACTER =
  /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)[\u200C\u200D]/gu;

/**
 * Places of a text that could name a person or that are no plain text, in their order. It errs on the side of refusing: a run
 * of seven or more digits is a number of somebody or something, unless it is a date, a free line (8 800) or a model code.
 */
export function screenText(text: string, options: ScreenOptions = {}): ScreenedPlace[] {
  // Full-width and other digits and letters keep their length under NFKC where it matters; others are looked at as they are.
  const folded = [...text].map((character) => foldKeepingLength(character)).join('');
  const small = [...folded].map((character) => smallKeepingLength(character)).join('');
  const places = [
    ...placesOf(small, EMAIL, () => 'email'),
    ...placesOf(small, APART, (found) => (ADDRESS_APART.test(found) ? 'email' : undefined)),
    ...placesOf(small, ACCOUNT, () => 'account'),
    ...placesOf(small, MARKUP, () => 'markup'),
    ...placesOf(text, CHARACTER, (found) => (/[\t\n\r]/.test(found) ? undefined : 'character')),
    ...placesOf(withoutDates(folded), NUMBER, (found, start) =>
      areSums(found, start, folded)
        ? undefined
        : kindOfNumber(found, folded.slice(start + found.length), options),
    ),
    ...placesOf(withoutDates(folded), DISGUISED, (found, start) => {
      if (found.replaceAll(/\P{Nd}/gu, '').length < LEAST_DIGITS) return undefined;
      if (areSums(found, start, folded)) return undefined;
      const digits = [...found].map((character) => LOOKALIKES[character] ?? character).join('');
      return kindOfNumber(digits, '', options);
    }),
    ...placesOf(withoutDates(small), SPELLED, (found) => {
      const words = found.match(NUMBER_WORD)?.length ?? 0;
      return words >= LEAST_WORDS || /\p{Script=Han}/u.test(found) ? 'phone' : undefined;
    }),
    ...placesOf(small, PAPER, () => 'document'),
  ];
  return withoutOverlaps(places.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Figures in filled circles, which Unicode does not fold: from ❶ and from ➊. */
const CIRCLED = [0x2776, 0x278a] as const;

function foldKeepingLength(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const first of CIRCLED)
    if (code >= first && code < first + 9) return String(code - first + 1);
  const folded = character.normalize('NFKC');
  return folded.length === character.length ? folded : character;
}

/**
 * Most patterns are for small letters alone: to make one that is blind to case among all letters of Unicode takes a processor
 * for some ten milliseconds, which the first who sends a text would take from all others.
 */
function smallKeepingLength(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

function placesOf(
  text: string,
  pattern: RegExp,
  kindOf: (found: string, start: number) => ScreenedKind | undefined,
): ScreenedPlace[] {
  const places: ScreenedPlace[] = [];
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const kind = kindOf(found, match.index);
    if (kind !== undefined)
      places.push({ kind, start: match.index, end: match.index + found.length });
  }
  return places;
}

/** Dates become blanks that end a number, so that two of them side by side are none. */
function withoutDates(text: string): string {
  return text.replaceAll(DATES, (date) => '|'.repeat(date.length));
}

/** What is paid or counted, behind numbers; a sign of money before them. */
const UNIT_BEHIND =
  /^\s{0,2}(?:₽|руб|р\.|коп|rub|[$€¥]|元|块|卢布|юан|[кмгт]б|[kmgt]b|гиг|мегаб|мин|min|分钟|смс|sms)/iu;
const MONEY_BEFORE = /[₽$€¥]\s?$/u;
/** An amount as prices and packets have it: 100, 1500, 299. */
const SUM = /^[1-9]\d{0,3}[059]$/;

/** Whether digits are some amounts of one thing, each more than the one before ("100-200-300 рублей"): no number of a person is. */
function areSums(found: string, start: number, text: string): boolean {
  const hasUnit =
    UNIT_BEHIND.test(text.slice(start + found.length)) || MONEY_BEFORE.test(text.slice(0, start));
  const sums = found.split(/[^\p{L}\p{N}]+/u);
  return (
    hasUnit &&
    sums.every((sum, at) => SUM.test(sum) && (at === 0 || Number(sum) > Number(sums[at - 1])))
  );
}

function kindOfNumber(
  found: string,
  after: string,
  { allowsOfficeNumbers = false }: ScreenOptions,
): ScreenedKind | undefined {
  const digits = found.replaceAll(/\P{Nd}/gu, '');
  const plain = digits.normalize('NFKC');
  if (/^[78]800\d{7}$/.test(plain)) return undefined;
  const isOneWord = digits.length === found.length;
  // `2201117TG` is a model; a letter right after the digits of a document or a telephone is rare.
  if (isOneWord && digits.length < 9 && /^[A-Za-z]/.test(after)) return undefined;
  if (plain.length >= 13 && plain.length <= 19 && passesLuhn(plain)) return 'card';
  const isPhone = /^(?:[78]\d{10}|9\d{9}|\d{7})$/.test(plain) || found.startsWith('+');
  if (isPhone && allowsOfficeNumbers && !/^[78]?9\d{9}$/.test(plain)) return undefined;
  return isPhone ? 'phone' : 'document';
}

/** Check sum of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0;
}

function withoutOverlaps(places: readonly ScreenedPlace[]): ScreenedPlace[] {
  const kept: ScreenedPlace[] = [];
  for (const place of places) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}
