import robotsParser from 'robots-parser';

/** What an address answered. Bodies are whole and within the limits. */
export type Fetched =
  | {
      readonly kind: 'page';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag?: string;
      readonly lastModified?: string;
      /** Where the page stands now, when the server says that it moved for good. */
      readonly movedTo?: string;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** What was known of an address when it was fetched before. */
export interface Known {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface PoliteFetch {
  /** Fetches an address; never throws. Requests of one host go one after the other with a pause between. */
  get(url: string, known?: Known): Promise<Fetched>;
}

interface PoliteOptions {
  readonly fetch: typeof fetch;
  /** Says who asks and where one can complain. */
  readonly userAgent: string;
  /** Milliseconds for one answer, from the request to the last byte. */
  readonly timeoutMs: number;
  /** Bytes after which a body is too large, counted as they come and not as the server announces them. */
  readonly maxBytes: number;
  /** Milliseconds between two requests of one host, unless its robots.txt asks for more. */
  readonly pauseMs: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const MAX_REDIRECTS = 5;
/** RFC 9309 2.5: a parser reads at least 500 kibibytes of robots.txt. */
const MAX_ROBOTS_BYTES = 512 * 1024;
/** No robots.txt makes us wait longer than this for one page. */
const MAX_PAUSE_MS = 30_000;

interface Host {
  last: Promise<unknown>;
  robots?: Promise<Robots>;
}

type Robots = { allows(url: string): boolean; pauseMs: number } | { unreachable: string };

/** Fetches pages as a guest should: robots.txt, one request a host at a time, conditional requests, limits of time and size. */
export function createPoliteFetch(options: PoliteOptions): PoliteFetch {
  const hosts = new Map<string, Host>();
  const hostOf = (origin: string): Host => {
    const host = hosts.get(origin) ?? { last: Promise.resolve() };
    hosts.set(origin, host);
    return host;
  };

  async function inTurn<T>(origin: string, pauseMs: number, work: () => Promise<T>): Promise<T> {
    const host = hostOf(origin);
    const result = host.last.then(work);
    host.last = result.catch(() => {}).then(() => options.sleep(pauseMs));
    return result;
  }

  function robotsOf(origin: string): Promise<Robots> {
    const host = hostOf(origin);
    host.robots ??= inTurn(origin, options.pauseMs, () => readRobots(origin, options));
    return host.robots;
  }

  async function follow(address: string, known: Known): Promise<Fetched> {
    let url = new URL(address);
    let isMovedForGood = true;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const { origin, href } = url;
      const robots = await robotsOf(origin);
      if ('unreachable' in robots) return { kind: 'failed', reason: robots.unreachable };
      if (!robots.allows(href))
        return { kind: 'forbidden', reason: `robots.txt of ${origin} asks not to read it` };
      // What is known of a page holds for its own address.
      const conditions = hops === 0 ? known : {};
      const answer = await inTurn(origin, robots.pauseMs, () => request(href, conditions, options));
      if (answer.kind !== 'redirect') {
        const isMoved = hops > 0 && isMovedForGood && answer.kind === 'page';
        return isMoved ? { ...answer, movedTo: href } : answer;
      }
      isMovedForGood &&= answer.isPermanent;
      url = new URL(answer.location, url);
      if (!/^https?:$/.test(url.protocol))
        return { kind: 'failed', reason: `it leads to ${url.protocol}` };
    }
    return { kind: 'failed', reason: `it was redirected more than ${MAX_REDIRECTS} times` };
  }

  return {
    async get(url, known = {}) {
      try {
        return await follow(url, known);
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error, options) };
      }
    },
  };
}

type Answer =
  | Fetched
  | { readonly kind: 'redirect'; readonly location: string; readonly isPermanent: boolean };

async function request(url: string, known: Known, options: PoliteOptions): Promise<Answer> {
  const response = await options.fetch(url, {
    redirect: 'manual',
    headers: {
      'user-agent': options.userAgent,
      accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
      ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
      ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
    },
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  const { status, headers } = response;
  if (status === 200) {
    const bytes = await readWithin(response, options.maxBytes);
    const etag = headers.get('etag');
    const lastModified = headers.get('last-modified');
    return {
      kind: 'page',
      bytes,
      contentType: headers.get('content-type') ?? '',
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { lastModified }),
    };
  }
  await response.body?.cancel();
  if (status === 304) return { kind: 'same' };
  if (status === 404 || status === 410) return { kind: 'gone', reason: `status ${status}` };
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null) {
    return { kind: 'redirect', location, isPermanent: status === 301 || status === 308 };
  }
  return { kind: 'failed', reason: `status ${status}` };
}

async function readRobots(origin: string, options: PoliteOptions): Promise<Robots> {
  const url = `${origin}/robots.txt`;
  try {
    const response = await options.fetch(url, {
      headers: { 'user-agent': options.userAgent },
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    // RFC 9309 2.3.1: without a file everything is allowed, with a failing server nothing is.
    if (response.status >= 500) {
      await response.body?.cancel();
      return { unreachable: `robots.txt of ${origin} answers with status ${response.status}` };
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { allows: () => true, pauseMs: options.pauseMs };
    }
    const text = new TextDecoder().decode(await readUpTo(response, MAX_ROBOTS_BYTES));
    const robots = robotsParser(url, text);
    const delayMs = (robots.getCrawlDelay(options.userAgent) ?? 0) * 1_000;
    return {
      allows: (page) => robots.isAllowed(page, options.userAgent) !== false,
      pauseMs: Math.min(MAX_PAUSE_MS, Math.max(options.pauseMs, delayMs)),
    };
  } catch (error) {
    return { unreachable: `robots.txt of ${origin}: ${reasonOf(error, options)}` };
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

async function readWithin(response: Response, maxBytes: number): Promise<Uint8Array> {
  const bytes = await readUpTo(response, maxBytes + 1);
  if (bytes.byteLength > maxBytes) throw new TooLarge();
  return bytes;
}

/** The first bytes of a body; the rest is not waited for. */
async function readUpTo(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return new Uint8Array();
  for await (const chunk of response.body) {
    const bytes: Uint8Array = chunk;
    chunks.push(bytes.subarray(0, maxBytes - length));
    length += bytes.byteLength;
    if (length >= maxBytes) break;
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, { timeoutMs, maxBytes }: PoliteOptions): string {
  if (error instanceof TooLarge) return `it is larger than ${maxBytes} bytes`;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not come within ${timeoutMs / 1_000} s`;
  // `fetch` says only "fetch failed" and keeps the reason in `cause`.
  return error.cause instanceof Error ? error.cause.message : error.message;
}
