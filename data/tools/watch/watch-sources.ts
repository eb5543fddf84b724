import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { IsoDate } from '../../core/schema/dates.ts';
import { Slug } from '../../core/schema/ids.ts';
import { pageText } from './page-text.ts';
import type { Fetched, PoliteFetch } from './polite-fetch.ts';
import { textDifference } from './text-difference.ts';
import type { Seen, WatchState } from './watch-state.ts';

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
