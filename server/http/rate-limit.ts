import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { FieldList } from './field-list.ts';

/** Header fields of a request's limit (draft-ietf-httpapi-ratelimit-headers), and whether it is used up. */
export interface LimitState {
  readonly exceeded: boolean;
  readonly retryAfterSeconds: number;
  readonly fields: FieldList;
}

/** Counts points per client address in windows of fixed length. */
export interface RateLimit {
  /** Takes the one point that every request costs. */
  take(address: string): Promise<LimitState>;
  /** Takes a point for each `MILLISECONDS_A_POINT` that a request kept the service from answering others. */
  charge(address: string, busyMilliseconds: number): void;
}

const WINDOW_SECONDS = 60;
/** With the default limit of 600 points, one address gets at most a quarter of a core. */
const MILLISECONDS_A_POINT = 25;

/**
 * A limit of `pointsPerMinute` for one address. Addresses live in memory until their window ends and nowhere else;
 * of an IPv6 address the first 64 bits count, since a household or a machine holds all of them.
 */
export function createRateLimit(pointsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: WINDOW_SECONDS });
  const policy = `"default";q=${pointsPerMinute};w=${WINDOW_SECONDS}`;

  const stateOf = (
    { msBeforeNext, remainingPoints }: RateLimiterRes,
    exceeded: boolean,
  ): LimitState => {
    const seconds = Math.ceil(msBeforeNext / 1_000);
    const limit = `"default";r=${remainingPoints};t=${seconds}`;
    return {
      exceeded,
      retryAfterSeconds: seconds,
      fields: ['ratelimit-policy', policy, 'ratelimit', limit],
    };
  };

  return {
    async take(address) {
      try {
        return stateOf(await limiter.consume(limitedPart(address)), false);
      } catch (refusal) {
        // The library refuses with the same record that it grants with.
        if (refusal instanceof RateLimiterRes) return stateOf(refusal, true);
        throw refusal;
      }
    },
    charge(address, busyMilliseconds) {
      const points = Math.floor(busyMilliseconds / MILLISECONDS_A_POINT);
      if (points > 0) void limiter.penalty(limitedPart(address), points);
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
