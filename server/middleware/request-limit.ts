import type { MiddlewareHandler } from 'hono';
import type { FieldList } from './answer.ts';
import type { Hold } from './pieces.ts';
import { ProblemError } from './problem.ts';
import type { AppContext, RequestContext, RequestLimit } from './request-context.ts';

/**
 * What of a client's address counts as one client: all of an IPv4 address; of an IPv6 address the first 64 bits, since a
 * household or a machine holds all of them.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((half) => (half === '' ? [] : half.split(':')));
  if (left === undefined || right === undefined) return address;
  // `::` stands for as many groups of zeros as are missing from eight (RFC 4291 2.2).
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** The network that a request comes from; empty without a socket. */
export function clientOf(c: AppContext): string {
  return networkOf(c.env?.incoming?.socket.remoteAddress ?? '');
}

/** Header fields of a request's limit (draft-ietf-httpapi-ratelimit-headers), and whether it is used up. */
export interface LimitState {
  readonly exceeded: boolean;
  /** Whether even what is at hand is refused: many readers may share an address with one who asks for much. */
  readonly exceededAtHand: boolean;
  readonly retryAfterSeconds: number;
  readonly fields: FieldList;
}

/** Counts points per client address in windows of fixed length. */
export interface RateLimit {
  /** Takes points; parts of one add up. */
  take(address: string, points: number): LimitState;
  /** How it stands, without taking anything. */
  look(address: string): LimitState;
}

const WINDOW_MILLISECONDS = 60_000;
/** Addresses that are counted at once; beyond it the first of the window are forgotten rather than memory growing. */
const MAX_ADDRESSES = 100_000;
/** With the default limit of 600 points, one address gets at most a quarter of a core. */
const MILLISECONDS_A_POINT = 25;
/** What is at hand costs next to nothing: a street behind one address may load all files of a page some hundred times. */
const POINTS_AT_HAND = 0.02;
/** What has to be computed costs a point, and more the longer it takes. */
const POINTS_COMPUTED = 1;

/**
 * A limit of `pointsPerMinute` for one client. Addresses live in memory until the window ends and nowhere else.
 *
 * Decision: the counter is our own. rate-limiter-flexible 11, the best kept of its kind, answers by promises; tried here,
 * they took a tenth of all requests a second and brought `/locate` below the goal of `npm run bench:http`.
 */
export function createRateLimit(pointsPerMinute: number, now: () => number): RateLimit {
  let used = new Map<string, number>();
  let windowEnd = 0;
  const policy = `"default";q=${pointsPerMinute};w=${WINDOW_MILLISECONDS / 1_000}`;

  const add = (address: string, points: number): LimitState => {
    const time = now();
    if (time >= windowEnd) {
      used = new Map();
      windowEnd = time + WINDOW_MILLISECONDS;
    }
    const key = networkOf(address);
    const sum = (used.get(key) ?? 0) + points;
    used.set(key, sum);
    const [oldest] = used.keys();
    if (used.size > MAX_ADDRESSES && oldest !== undefined) used.delete(oldest);
    const seconds = Math.ceil((windowEnd - time) / 1_000);
    const remaining = Math.max(0, Math.floor(pointsPerMinute - sum));
    return {
      exceeded: sum > pointsPerMinute,
      exceededAtHand: sum > 2 * pointsPerMinute,
      retryAfterSeconds: seconds,
      fields: ['ratelimit-policy', policy, 'ratelimit', `"default";r=${remaining};t=${seconds}`],
    };
  };

  return {
    take: add,
    look: (address) => add(address, 0),
  };
}

/** Takes what each request costs at least, and refuses those of an address that has nothing left. */
export function requestLimit(rateLimit: RateLimit): MiddlewareHandler<RequestContext> {
  return (c, next) => {
    const { incoming, outgoing } = c.env;
    if (incoming === undefined || isHealthCheck(incoming.url)) return next();
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
    const points = isReading ? POINTS_AT_HAND : POINTS_COMPUTED;
    const limit = new CountedLimit(rateLimit, incoming.socket.remoteAddress ?? '', points);
    c.set('limit', limit);
    if (isReading ? limit.isExceededAtHand : limit.isExceeded) {
      // Whoever is refused shall not hold a connection that others could have.
      if (outgoing !== undefined) outgoing.shouldKeepAlive = false;
      throw tooMany(limit.retryAfterSeconds);
    }
    return next();
  };
}

/** Whoever watches over the service must get an answer also when its address has used up its limit. */
function isHealthCheck(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

/** Points for the time that a request kept the service busy, beyond what the point for computing covers. */
function pointsOf(busyMilliseconds: number): number {
  return Math.max(0, busyMilliseconds / MILLISECONDS_A_POINT - POINTS_COMPUTED);
}

class CountedLimit implements RequestLimit {
  readonly #counted: RateLimit;
  readonly #address: string;
  #last: LimitState;
  #taken: number;
  #busyMilliseconds = 0;

  constructor(counted: RateLimit, address: string, points: number) {
    this.#counted = counted;
    this.#address = address;
    this.#taken = points;
    this.#last = counted.take(address, points);
  }

  get client(): string {
    return networkOf(this.#address);
  }

  get fields(): FieldList {
    return this.#last.fields;
  }

  get isExceeded(): boolean {
    return this.#last.exceeded;
  }

  get isExceededAtHand(): boolean {
    return this.#last.exceededAtHand;
  }

  get retryAfterSeconds(): number {
    return this.#last.retryAfterSeconds;
  }

  takeForComputing(): void {
    this.#last = this.#counted.take(this.#address, POINTS_COMPUTED - this.#taken);
    this.#taken = POINTS_COMPUTED;
    if (this.isExceeded) throw tooMany(this.retryAfterSeconds);
  }

  check(): void {
    this.#last = this.#counted.look(this.#address);
    if (this.isExceeded) throw tooMany(this.retryAfterSeconds);
  }

  charge(busyMilliseconds: number): void {
    const before = pointsOf(this.#busyMilliseconds);
    this.#busyMilliseconds += busyMilliseconds;
    const points = pointsOf(this.#busyMilliseconds) - before;
    if (points > 0) this.#counted.take(this.#address, points);
  }
}

function tooMany(retryAfterSeconds: number): ProblemError {
  const detail = `too many requests from this address, or too costly ones; try again in ${retryAfterSeconds} seconds`;
  return new ProblemError(429, detail, { headers: { 'retry-after': String(retryAfterSeconds) } });
}

/** A response that tells when it is over. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
}

/** Bytes that the service holds for clients who have not read, or not yet sent, all of them. */
export interface UnsentBytes {
  /** Throws a refusal where no more may be held for a client. */
  check(client: string): void;
  /** Holds what it is told of, bit by bit, for a client until the response is over; nothing where there is no response. */
  open(client: string, outgoing: Closing | undefined): Hold;
}

/** A page or two of the largest collection: who reads them gets the next. */
const MAX_CLIENT_BYTES = 4 * 1024 * 1024;
/** What is held for a client whatever room is left: a page, while others fill the memory. */
const ALWAYS_BYTES = 128 * 1024;
/** Six addresses that read nothing take no more than 60 MB of memory: two thirds of it is what answers are made with. */
const MAX_BYTES = 20 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;

/**
 * An account of the bytes that wait, by client. What many share (files, kept answers) is not to be held in it. The more is
 * held in all, the less each client may hold, no more than is left for all others: so the room that many take together never
 * ends for one who takes little.
 */
export function createUnsentBytes(): UnsentBytes {
  const held = new Map<string, number>();
  let sum = 0;
  const add = (client: string, bytes: number) => {
    sum += bytes;
    const own = (held.get(client) ?? 0) + bytes;
    if (own > 0) held.set(client, own);
    else held.delete(client);
  };
  const checkRoom = (own: number, others: number) => {
    if (own <= Math.max(ALWAYS_BYTES, MAX_BYTES - others)) return;
    throw refusal(503, 'too many answers wait to be read by this address and others');
  };
  return {
    check(client) {
      const own = held.get(client) ?? 0;
      if (own >= MAX_CLIENT_BYTES) {
        throw refusal(429, 'answers to this address wait to be read: read them first');
      }
      checkRoom(own, sum);
    },
    open(client, outgoing) {
      let own = 0;
      let isOver = outgoing === undefined;
      return (bytes) => {
        // What is made for one who has left is let go at once.
        if (isOver || bytes === 0) return;
        checkRoom((held.get(client) ?? 0) + bytes, sum - own);
        if (own === 0) {
          outgoing?.once('close', () => {
            isOver = true;
            add(client, -own);
          });
        }
        own += bytes;
        add(client, bytes);
      };
    },
  };
}

function refusal(status: number, detail: string): ProblemError {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  return new ProblemError(status, `${detail}; try again in ${RETRY_AFTER_SECONDS} seconds`, {
    headers,
  });
}
