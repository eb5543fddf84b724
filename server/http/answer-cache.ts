import { LRUCache } from 'lru-cache';
import type { PreparedAnswer } from './respond.ts';

/** Answers by what they are a function of: address, query, representation and day. */
export type AnswerCache = LRUCache<string, PreparedAnswer>;

/**
 * A cache bounded by number and by bytes; the answer unused for longest goes first, and one that would fill a quarter
 * of it is not kept at all. An answer counts three times its plain body: as much may come on top for each of two codings.
 */
export function createAnswerCache(limits: { maxEntries: number; maxBytes: number }): AnswerCache {
  return new LRUCache({
    max: limits.maxEntries,
    maxSize: limits.maxBytes,
    maxEntrySize: limits.maxBytes / 4,
    sizeCalculation: ({ body }) => Math.max(1, body.identity.length * 3),
  });
}
