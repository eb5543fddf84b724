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
export interface ScreenedPlace {
  readonly kind: ScreenedKind;
  readonly start: number;
  readonly end: number;
}

interface ScreenOptions {
  /** Whether the text is about a contact of an operator, so that numbers of offices are what it is for. */
  readonly allowsOfficeNumbers?: boolean;
}

const DIGIT = String.raw`\p{Nd}`;
/** What people put between the digits of one number. */
const BETWEEN = String.raw`[\s\u00A0().\-‐-―+/_,]{0,3}`;
/** Seven digits are a number of a city telephone, the shortest that can belong to a person. */
const NUMBER = new RegExp(`\\+?\\(?${DIGIT}(?:${BETWEEN}${DIGIT}){6,}`, 'gu');

const DAY = String.raw`(?:[0-3]?\d[./-][01]?\d[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d)`;
const DATES = new RegExp(String.raw`(?<!\d)${DAY}(?!\d)`, 'gu');

const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[([{]\s?(?:at|эт|собака)\s?[)\]}])\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([{]\s?(?:dot|точка)\s?[)\]}])\s?[\p{L}\p{N}-]{2,63}){1,8}/giu;
/** A name in a messenger or a network of people, by itself or as an address. */
const ACCOUNT =
  /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{3,64}|(?:t\.me|telegram\.me|vk\.com|vk\.ru|ok\.ru|wa\.me|instagram\.com|facebook\.com)\/[\w.+-]{1,64}/giu;
const MARKUP = /<\s*[/!?]?\s*[a-z][^<]{0,200}>?|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/giu;
/** Control, bidirectional and invisible characters, private use and halves of pairs; line breaks and tabs are text. */
const CHARACTER =
  /[\p{Cc}\p{Co}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Places of a text that could name a person or that are no plain text, in their order. It errs on the side of refusing: a run
 * of seven or more digits is a number of somebody or something, unless it is a date, a free line (8 800) or a model code.
 */
export function screenText(text: string, options: ScreenOptions = {}): ScreenedPlace[] {
  // Full-width and other digits and letters keep their length under NFKC where it matters; others are looked at as they are.
  const folded = [...text].map((character) => foldKeepingLength(character)).join('');
  const places = [
    ...placesOf(folded, EMAIL, () => 'email'),
    ...placesOf(folded, ACCOUNT, () => 'account'),
    ...placesOf(folded, MARKUP, () => 'markup'),
    ...placesOf(text, CHARACTER, (found) => (/[\t\n\r]/.test(found) ? undefined : 'character')),
    ...placesOf(withoutDates(folded), NUMBER, (found, start) =>
      kindOfNumber(found, folded.slice(start + found.length), options),
    ),
  ];
  return withoutOverlaps(places.sort((a, b) => a.start - b.start || b.end - a.end));
}

function foldKeepingLength(character: string): string {
  const folded = character.normalize('NFKC');
  return folded.length === character.length ? folded : character;
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
