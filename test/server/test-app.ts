import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedApp, loadApp } from '../../server/load-app.ts';
import { type Computing, createComputing } from '../../server/middleware/send-answer.ts';
import type { Receipts } from '../../server/receipts/receipts.ts';
import { knownFacts } from '../../server/reports/check-report.ts';
import type { Shares } from '../../server/reports/daily-share.ts';
import { createReportsPart } from '../../server/reports/reports-part.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Day on which the tests ask; the built data were last checked on it. */
export const TODAY = '2026-11-30';

export interface TestApp extends LoadedApp {
  /** Errors that the app did not expect. */
  faults: unknown[];
  /** Asks for an address with header fields. */
  get(path: string, headers?: Record<string, string>): Response | Promise<Response>;
}

/** The whole service over the built data, on a fixed day, without a socket. */
export async function createTestApp({
  shares,
  dataDir = mkdtempSync(join(tmpdir(), 'test-app-')),
  ...options
}: {
  /** Where reports are stored; a new folder where absent. */
  dataDir?: string;
  origin?: string;
  computing?: Computing;
  receipts?: Receipts;
  shares?: Partial<Shares>;
} = {}): Promise<TestApp> {
  const faults: unknown[] = [];
  const reports = createReportsPart({
    config: { databaseUrl: undefined, dataDir, clientAddressField: undefined },
    root: ROOT,
    fields: {},
    facts: () => knownFacts(loaded.service),
    pages: (asOf) => loaded.contextOn(asOf),
    today: () => TODAY,
    ...(shares && { shares }),
    script: new URL('../../build/server/reports/store/pglite-worker.js', import.meta.url),
  });
  const loaded = await loadApp(ROOT, {
    reports,
    today: () => TODAY,
    // A clock that is slow: what is asked is answered, however busy the machine.
    computing: createComputing(() => performance.now() / 100),
    onFault: (error) => faults.push(error),
    ...options,
  });
  const get: TestApp['get'] = (path, headers = {}) => loaded.app.request(path, { headers });
  return { ...loaded, faults, get };
}

/** The validator of an answer; empty where it has none. */
export const tagOf = (response: Response): string => response.headers.get('etag') ?? '';

/** JSON of an answer as a plain object, for tests that look at a few members. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null) throw new Error('the answer is no JSON object');
  return Object.fromEntries(Object.entries(value));
}
