import type { FieldList } from './field-list.ts';

/** Header fields of a request's limit (draft-ietf-httpapi-ratelimit-headers), and whether it is used up. */
export interface LimitState {
  readonly exceeded: boolean;
  readonly retryAfterSeconds: number;
  readonly fields: FieldList;
}

/** Counts requests per client address in windows of fixed length. */
export interface RateLimit {
  take(address: string): LimitState;
}

const WINDOW_MILLISECONDS = 60_000;
/** Addresses that are counted at once; beyond it the window starts anew rather than memory growing. */
const MAX_ADDRESSES = 100_000;

/**
 * A limit of `perMinute` requests for one address. Addresses live in memory until the window ends and nowhere else;
 * of an IPv6 address the first 64 bits count, since a household or a machine holds all of them.
 */
export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  let counts = new Map<string, number>();
  let windowEnd = 0;
  const policy = `"default";q=${perMinute};w=${WINDOW_MILLISECONDS / 1_000}`;
  return {
    take(address) {
      const time = now();
      if (time >= windowEnd || counts.size >= MAX_ADDRESSES) {
        counts = new Map();
        windowEnd = time + WINDOW_MILLISECONDS;
      }
      const key = limitedPart(address);
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      const seconds = Math.ceil((windowEnd - time) / 1_000);
      const remaining = Math.max(0, perMinute - used);
      return {
        exceeded: used > perMinute,
        retryAfterSeconds: seconds,
        fields: ['ratelimit-policy', policy, 'ratelimit', `"default";r=${remaining};t=${seconds}`],
      };
    },
  };
}

function limitedPart(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((half) => (half === '' ? [] : half.split(':')));
  if (left === undefined || right === undefined) return address;
  // `::` stands for as many groups of zeros as are missing from eight (RFC 4291 2.2).
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
