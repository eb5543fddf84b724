import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { IsoDate } from '../../core/schema/dates.ts';
import { Slug } from '../../core/schema/ids.ts';
import { replaceFile } from '../files/replace.ts';
import { pageText, textDifference } from './page-text.ts';
import type { Fetched, PoliteFetch } from './polite-fetch.ts';

/** A source and the claims that hang on it. */
export const WatchedSource = z.strictObject({
  id: Slug,
  url: z.url({ protocol: /^https?$/ }),
  claimIds: z.array(z.string()),
});
export type WatchedSource = z.infer<typeof WatchedSource>;

/** What became of a source. `first`: read for the first time, nothing to compare with. */
export type Watched = {
  readonly sourceId: string;
  readonly url: string;
  readonly claimIds: readonly string[];
} & (
  | { readonly state: 'first' | 'same' }
  | { readonly state: 'changed' | 'moved' | 'gone'; readonly difference: string }
  | { readonly state: 'failed' | 'forbidden'; readonly reason: string }
);

/** Runs in a row without an answer after which a source counts as gone: a server may be down on one day. */
const FAILURES_UNTIL_GONE = 4;

/**
 * Looks at each source once and compares it with the last time. Sources are independent: whatever one does, the others are
 * looked at. The same change is told once: the state remembers it before the next run.
 */
export async function watchSources(
  sources: readonly WatchedSource[],
  { get }: PoliteFetch,
  state: WatchState,
  today: IsoDate,
): Promise<Watched[]> {
  return Promise.all(
    sources.map(async (source): Promise<Watched> => {
      const { id: sourceId, url, claimIds } = source;
      const known = await state.read(sourceId);
      // Another address is another page: nothing of the old one holds.
      const before = known?.url === url ? known : undefined;
      const { result, seen } = compare(await get(url, before), before, { url, today });
      if (seen !== undefined) await state.write(sourceId, seen);
      return { sourceId, url, claimIds, ...result };
    }),
  );
}

type Result =
  | { readonly state: 'first' | 'same' }
  | { readonly state: 'changed' | 'moved' | 'gone'; readonly difference: string }
  | { readonly state: 'failed' | 'forbidden'; readonly reason: string };

function compare(
  fetched: Fetched,
  before: Seen | undefined,
  { url, today }: { url: string; today: IsoDate },
): { result: Result; seen?: Seen } {
  switch (fetched.kind) {
    case 'same':
      if (before === undefined)
        return {
          result: { state: 'failed', reason: 'it says "not modified" to who never saw it' },
        };
      return { result: { state: 'same' }, seen: { ...before, lookedOn: today, failures: 0 } };
    case 'forbidden':
      return { result: { state: 'forbidden', reason: fetched.reason } };
    case 'failed':
    case 'gone':
      return missing(fetched, before, { url, today });
    case 'page':
      return comparePage(fetched, before, { url, today });
  }
}

function missing(
  { kind, reason }: { kind: 'failed' | 'gone'; reason: string },
  before: Seen | undefined,
  { url, today }: { url: string; today: IsoDate },
): { result: Result; seen: Seen } {
  const seen = before ?? { url, hash: '', lookedOn: today, failures: 0 };
  const failures = seen.failures + 1;
  const isGone = kind === 'gone' || failures >= FAILURES_UNTIL_GONE;
  if (!isGone) return { result: { state: 'failed', reason }, seen: { ...seen, failures } };
  if (seen.told === 'gone')
    return {
      result: { state: 'failed', reason: `still gone: ${reason}` },
      seen: { ...seen, failures },
    };
  const difference =
    kind === 'gone' ? `the page is gone: ${reason}` : `no answer in ${failures} runs: ${reason}`;
  return { result: { state: 'gone', difference }, seen: { ...seen, failures, told: 'gone' } };
}

function comparePage(
  page: Extract<Fetched, { kind: 'page' }>,
  before: Seen | undefined,
  { url, today }: { url: string; today: IsoDate },
): { result: Result; seen: Seen } {
  const { bytes, contentType, etag, lastModified, movedTo } = page;
  const text = pageText(bytes, contentType);
  const told = movedTo === undefined ? undefined : `moved to ${movedTo}`;
  const seen: Seen = {
    url,
    hash: createHash('sha256').update(bytes).digest('hex'),
    lookedOn: today,
    failures: 0,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(text === undefined ? {} : { text }),
    ...(told === undefined ? {} : { told }),
  };
  const isMoveNew = told !== undefined && before?.told !== told;
  if (before === undefined || before.hash === '') {
    return { result: isMoveNew ? { state: 'moved', difference: told } : { state: 'first' }, seen };
  }
  const difference =
    text !== undefined && before.text !== undefined
      ? textDifference(before.text, text)
      : seen.hash === before.hash
        ? ''
        : 'the file is another one; it has no text to compare';
  if (isMoveNew)
    return {
      result: {
        state: 'moved',
        difference: [told, difference].filter((part) => part !== '').join('\n'),
      },
      seen,
    };
  return { result: difference === '' ? { state: 'same' } : { state: 'changed', difference }, seen };
}

/** What is remembered of a source between two runs. */
const Seen = z.strictObject({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** SHA-256 of the bytes, for media types without text. */
  hash: z.string(),
  text: z.string().optional(),
  /** Last day on which the page was read or said to be the same. */
  lookedOn: IsoDate,
  /** How many runs in a row did not get an answer. */
  failures: z.int().min(0),
  /** A change that was told and is not yet told again. */
  told: z.string().optional(),
});
type Seen = z.infer<typeof Seen>;

/** A folder with a file for each source. */
interface WatchState {
  read(sourceId: string): Promise<Seen | undefined>;
  write(sourceId: string, seen: Seen): Promise<void>;
}

/** The state in a folder, which is made when something is written. A broken file counts as none and is written anew. */
export function createWatchState(folder: string): WatchState {
  const fileOf = (sourceId: string) => join(folder, `${sourceId}.json`);
  return {
    async read(sourceId) {
      try {
        const parsed = Seen.safeParse(JSON.parse(await readFile(fileOf(sourceId), 'utf8')));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    async write(sourceId, seen) {
      await mkdir(folder, { recursive: true });
      await replaceFile(fileOf(sourceId), `${JSON.stringify(seen, null, 2)}\n`);
    },
  };
}

const HEADINGS = {
  changed: 'Changed',
  moved: 'Moved',
  gone: 'Gone',
  failed: 'Not read this time',
  forbidden: 'Not read: their owners ask not to',
  first: 'Read for the first time',
} as const;

/** The run in words: counts first, then what a person has to look at, with the claims that hang on it. */
export function watchSummary(watched: readonly Watched[]): string {
  const of = (state: Watched['state']) => watched.filter((one) => one.state === state);
  const counts = `${watched.length} sources: ${of('same').length} the same, ${of('first').length} new, ${of('changed').length} changed, ${of('moved').length} moved, ${of('gone').length} gone, ${of('failed').length} not read, ${of('forbidden').length} not allowed.`;
  const sections = Object.entries(HEADINGS).flatMap(([state, heading]) => {
    const ones = watched.filter((one) => one.state === state);
    if (ones.length === 0 || state === 'first') return [];
    return [`${heading}:`, ...ones.map(describe), ''];
  });
  return [counts, '', ...sections].join('\n').trimEnd();
}

function describe(one: Watched): string {
  const claims =
    one.claimIds.length === 0 ? 'no claim hangs on it' : `claims: ${one.claimIds.join(', ')}`;
  const lines =
    'difference' in one ? one.difference.split('\n') : 'reason' in one ? [one.reason] : [];
  return [
    `  ${one.sourceId}  ${one.url}`,
    `    ${claims}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

/**
 * What a scheduler is told: 0, all is as it was; 2, something changed and waits at the desk; 3, nothing changed but some could
 * not be read. 1 stays for a run that could not be done.
 */
export function exitStatusOf(watched: readonly Watched[]): 0 | 2 | 3 {
  if (watched.some(({ state }) => state === 'changed' || state === 'moved' || state === 'gone'))
    return 2;
  return watched.some(({ state }) => state === 'failed') ? 3 : 0;
}
