import type { MiddlewareHandler } from 'hono';
import { type AppContext, type RequestContext, targetOf } from './request-context.ts';

/** What is noted of a request: nothing that tells who asked, or about whom. No query, no body, no address, and no case. */
export interface AccessEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Writes one JSON line per request. */
export interface AccessLog {
  note(entry: AccessEntry): void;
  /** Writes what is still held. */
  flush(): void;
}

const FLUSH_MILLISECONDS = 200;
const HELD_BYTES = 64 * 1_024;
/** As many as a path's characters can take at six bytes each (`\\u0000`), and the rest of a line. */
const LONGEST_LINE = 2_048;
const LONGEST_PATH = 200;

/**
 * A log that gathers lines for a moment: one write per request would cost as much as the answer. They are gathered as
 * bytes: text that is kept for a moment only would be what the collector of garbage has to carry about.
 *
 * @param write takes bytes that are its own
 */
export function createAccessLog(write: (bytes: Uint8Array) => void, now: () => number): AccessLog {
  let held = Buffer.allocUnsafe(HELD_BYTES);
  let length = 0;
  let timer: NodeJS.Timeout | undefined;
  let begun = { at: Number.NaN, text: '' };
  /** Many requests share a millisecond: its text is made once. */
  const beginLine = (): string => {
    const at = now();
    if (at !== begun.at) begun = { at, text: `{"time":"${new Date(at).toISOString()}","method":"` };
    return begun.text;
  };
  let placed = { path: '', status: 0, text: '' };
  /** Many requests in a row are for one address: its text is made once. */
  const writePlace = (path: string, status: number): string => {
    if (path !== placed.path || status !== placed.status) {
      const text = JSON.stringify(shownPath(path, status).slice(0, LONGEST_PATH));
      placed = { path, status, text };
    }
    return placed.text;
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (length === 0) return;
    write(held.subarray(0, length));
    held = Buffer.allocUnsafe(HELD_BYTES);
    length = 0;
  };
  return {
    note({ method, path, status, milliseconds }) {
      const isOfReports = OF_REPORTS.test(path);
      if (isOfReports && status < 500) return;
      const duration = Math.round(milliseconds * 10) / 10;
      // A method is letters and hyphens only: the parser knows no others.
      const line = `${beginLine()}${method}","path":${writePlace(isOfReports ? REPORTS : path, status)},"status":${status},"ms":${duration}}\n`;
      length += held.write(line, length);
      if (length > HELD_BYTES - LONGEST_LINE) flush();
      else timer ??= setTimeout(flush, FLUSH_MILLISECONDS).unref();
    },
    flush,
  };
}

/**
 * Addresses of who sends, follows or answers a report. A line would tell the second at which a case was made or looked at, and
 * even one without a time would, between two lines that have one. Only that the service itself failed is noted.
 */
const OF_REPORTS =
  /^\/(?:api\/v1\/(?:reports|cases)|(?:ru|en|zh)\/(?:report|cases|desk)|desk)(?![a-z-])/i;
/** What stands for all of them. */
const REPORTS = '/reports/*';

const NUMBERING = '/numbering/';

/**
 * A path without what people may have put into it: `/numbering/` ends in digits of a telephone number, and where nothing
 * was found there may be a number, a position or anything, coded or not. Of such a path only letters and what divides them are shown.
 */
function shownPath(path: string, status: number): string {
  const at = path.indexOf(NUMBERING);
  const shown = at < 0 ? path : `${path.slice(0, at)}${NUMBERING}*`;
  return status < 400 ? shown : shown.replaceAll(MAY_TELL, '*');
}

/** Coded characters and all but letters and dividers; the version of the API is kept. */
const MAY_TELL = /(?:%[\da-f]{2}|(?<!\/v)[^a-z/._-])+/gi;

/** What logs write where the client left before an answer began (a convention of nginx, no status of HTTP). */
const UNANSWERED = 499;

/** Notes each request once its answer has been handed over, with the time until then. */
export function accessLog(log: AccessLog): MiddlewareHandler<RequestContext> {
  return async (c, next) => {
    const arrived = performance.now();
    await next();
    const status = statusOf(c);
    const milliseconds = performance.now() - arrived;
    log.note({ method: c.req.method, path: targetOf(c).path, status, milliseconds });
  };
}

function statusOf(c: AppContext): number {
  const { outgoing } = c.env;
  if (outgoing?.headersSent) return outgoing.statusCode;
  return outgoing?.destroyed ? UNANSWERED : c.res.status;
}
