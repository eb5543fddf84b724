/** What is noted of a request: nothing that tells who asked, or about whom. No query, no body, no address. */
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
const FLUSH_LINES = 500;
const LONGEST_PATH = 200;

/** A log that gathers lines for a moment: one write per request would cost as much as the answer. */
export function createAccessLog(write: (text: string) => void, now: () => number): AccessLog {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written = { at: Number.NaN, time: '' };
  /** Many requests share a millisecond: its text is made once. */
  const writeTime = (): string => {
    const at = now();
    if (at !== written.at) written = { at, time: new Date(at).toISOString() };
    return written.time;
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) write(lines.join(''));
    lines = [];
  };
  return {
    note({ method, path, status, milliseconds }) {
      const place = JSON.stringify(withoutNumber(path).slice(0, LONGEST_PATH));
      const duration = Math.round(milliseconds * 10) / 10;
      // A method is letters and hyphens only: the parser knows no others.
      lines.push(
        `{"time":"${writeTime()}","method":"${method}","path":${place},"status":${status},"ms":${duration}}\n`,
      );
      if (lines.length >= FLUSH_LINES) flush();
      else timer ??= setTimeout(flush, FLUSH_MILLISECONDS).unref();
    },
    flush,
  };
}

const NUMBERING = '/numbering/';

/** The one address that ends in digits of a telephone number: some write the whole number there. */
function withoutNumber(path: string): string {
  const at = path.indexOf(NUMBERING);
  return at < 0 ? path : `${path.slice(0, at)}${NUMBERING}*`;
}
