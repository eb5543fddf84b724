import type { Source } from '../../core/schema/source.ts';

/** What became of one source's address. `moved`: it answers, but elsewhere. */
export interface LinkResult {
  sourceId: string;
  url: string;
  state: 'fine' | 'moved' | 'refused' | 'gone' | 'failed';
  detail: string;
}

export interface LinkCheckOptions {
  /** `fetch`, or a stand-in. */
  fetch: typeof fetch;
  /** Milliseconds to wait for one answer. */
  timeout: number;
  /** Addresses asked at the same time. */
  concurrency: number;
  userAgent: string;
}

/** Asks every source's address once and says what it answered, in order of source ids. Never throws. */
export async function checkLinks(
  sources: readonly Pick<Source, 'id' | 'url'>[],
  options: LinkCheckOptions,
): Promise<LinkResult[]> {
  const queue = [...sources];
  const results: LinkResult[] = [];
  async function work(): Promise<void> {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      results.push(await checkLink(source, options));
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return results.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
}

async function checkLink(
  { id, url }: Pick<Source, 'id' | 'url'>,
  options: LinkCheckOptions,
): Promise<LinkResult> {
  const result = (state: LinkResult['state'], detail: string): LinkResult => ({
    sourceId: id,
    url,
    state,
    detail,
  });
  try {
    const response = await options.fetch(url, {
      headers: { 'user-agent': options.userAgent, accept: 'text/html,*/*' },
      signal: AbortSignal.timeout(options.timeout),
    });
    await response.body?.cancel();
    const { status } = response;
    if (status === 404 || status === 410) return result('gone', `status ${status}`);
    if (status === 401 || status === 403 || status === 429)
      return result('refused', `status ${status}`);
    if (!response.ok) return result('failed', `status ${status}`);
    return response.redirected ? result('moved', `now at ${response.url}`) : result('fine', '');
  } catch (error) {
    return result('failed', error instanceof Error ? reasonOf(error) : String(error));
  }
}

/** `fetch` says only "fetch failed" and keeps the reason in `cause`. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
