/**
 * Characters of case numbers: digits and Latin letters without those that are read or heard as another (I, L, O, U) and
 * without W, so that their count is a prime number.
 */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVXYZ';

/** Letters that people write for a character of the list: look-alikes, and the Cyrillic letters of a Russian keyboard. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
};

const RANDOM_LENGTH = 4;

/** How many numbers a year has. */
export const NUMBERS_A_YEAR = CHARACTERS.length ** RANDOM_LENGTH;

/**
 * The case number of a year and a serial number below `NUMBERS_A_YEAR`: `26-7K3M-4`. The last character checks the others.
 *
 * @throws RangeError for a serial number that is out of range.
 */
export function writeCaseNumber(year: number, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= NUMBERS_A_YEAR) {
    throw new RangeError(`expected a whole number from 0 to ${NUMBERS_A_YEAR - 1}, got ${serial}`);
  }
  let body = '';
  for (
    let rest = serial;
    body.length < RANDOM_LENGTH;
    rest = Math.floor(rest / CHARACTERS.length)
  ) {
    body = CHARACTERS.charAt(rest % CHARACTERS.length) + body;
  }
  const digits = String(year % 100).padStart(2, '0');
  return `${digits}-${body}-${checkCharacter(digits + body)}`;
}

/**
 * Reads a case number as people write it: small letters, blanks or no hyphens, look-alikes, Cyrillic letters.
 * `undefined` where it is none or its check character does not fit.
 */
export function readCaseNumber(text: string): string | undefined {
  const plain = [...text.toUpperCase()]
    .filter((character) => !/[\s\-–—.]/u.test(character))
    .map((character) => WRITTEN_FOR[character] ?? character)
    .join('');
  if (plain.length !== 2 + RANDOM_LENGTH + 1) return undefined;
  if ([...plain].some((character) => !CHARACTERS.includes(character))) return undefined;
  const body = plain.slice(0, -1);
  if (!/^\d\d/.test(body) || checkCharacter(body) !== plain.slice(-1)) return undefined;
  return `${plain.slice(0, 2)}-${plain.slice(2, -1)}-${plain.slice(-1)}`;
}

/**
 * A sum with different weights modulo a prime number (the method of ISBN-10): any one wrong character and any two that
 * changed places are noticed. The systems of ISO 7064 need all letters, also those that are left out here.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  [...body].forEach((character, index) => {
    sum += (index + 2) * CHARACTERS.indexOf(character);
  });
  return CHARACTERS.charAt(sum % CHARACTERS.length);
}
