import type { PreparedAnswer } from './respond.ts';

/**
 * Answers by what they are a function of: address, query, representation and day. Bounded by number
 * and by bytes; the one unused for longest goes first.
 */
export class AnswerCache {
  readonly #answers = new Map<string, PreparedAnswer>();
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(limits: { maxEntries: number; maxBytes: number }) {
    this.#maxEntries = limits.maxEntries;
    this.#maxBytes = limits.maxBytes;
  }

  get size(): number {
    return this.#answers.size;
  }

  get(key: string): PreparedAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  set(key: string, answer: PreparedAnswer): void {
    const cost = costOf(answer);
    if (cost > this.#maxBytes / 4) return;
    const previous = this.#answers.get(key);
    if (previous !== undefined) this.#forget(key, previous);
    this.#answers.set(key, answer);
    this.#bytes += cost;
    for (const [oldest, value] of this.#answers) {
      if (this.#answers.size <= this.#maxEntries && this.#bytes <= this.#maxBytes) break;
      this.#forget(oldest, value);
    }
  }

  #forget(key: string, answer: PreparedAnswer): void {
    this.#answers.delete(key);
    this.#bytes -= costOf(answer);
  }
}

/**
 * Three times the bytes of the plain body: text with Cyrillic letters takes two bytes a letter in memory, the encoded
 * forms come on top. Constant, so that the sum stays exact.
 */
function costOf(answer: PreparedAnswer): number {
  return answer.body.identity.length * 3;
}
