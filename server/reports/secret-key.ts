import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Eight of 2,048 words are 88 random bits: too many to guess, even from a stolen database. */
const WORDS = 8;
const BITS_A_WORD = 11n;

/**
 * A key for the sender of a case, as words of a list in which no two begin with the same four letters (BIP 39). With the
 * server's secret and the sender's idempotency key it is a function of both, so that a retry is given the same key, which is
 * stored nowhere.
 */
export function makeKey(retry?: {
  secret: string;
  idempotencyKey: string;
  bodyHash: string;
}): string {
  const bytes =
    retry === undefined
      ? randomBytes(WORDS * 2)
      : createHmac('sha256', retry.secret)
          .update(`${retry.idempotencyKey}\n${retry.bodyHash}`)
          .digest();
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  const words: string[] = [];
  while (words.length < WORDS) {
    words.push(wordlist[Number(bits % (1n << BITS_A_WORD))] ?? '');
    bits >>= BITS_A_WORD;
  }
  return words.join('-');
}

/** Reads a key as people type it: capital letters, blanks or commas between words, words cut to four letters. */
export function readKey(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return words
    .map((word) => wordlist.find((known) => known.slice(0, 4) === word.slice(0, 4)) ?? word)
    .join('-');
}

/** SHA-256 in hexadecimal; enough for a key of 88 random bits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether two hashes are the same, in the same time for all; `undefined` is like no hash. */
export function isSameHash(a: string, b: string | undefined): boolean {
  const [left, right] = [a, b ?? hashOf('')].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  if (left === undefined || right === undefined) return false;
  return timingSafeEqual(left, right) && b !== undefined;
}
