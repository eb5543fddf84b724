import { join } from 'node:path';
import type { LiveCollection } from '../../server/api/collections/live-collection.ts';
import { loadApp } from '../../server/load-app.ts';
import type { ShortWay } from '../../server/middleware/fast-path.ts';
import type { Refuse } from '../../server/middleware/problem-response.ts';
import type { App } from '../../server/middleware/request-context.ts';
import type { Route } from '../../server/route.ts';
import type { Service } from '../../server/service.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Day on which the tests ask; the built data were last checked on it. */
export const TODAY = '2026-11-26';

export interface TestApp {
  app: App;
  shortWay: ShortWay;
  refuse: Refuse;
  service: Service;
  routes: readonly Route[];
  collections: readonly LiveCollection[];
  /** Errors that the app did not expect. */
  faults: unknown[];
}

/** The whole service over the built data, on a fixed day, without a socket. */
export async function createTestApp(options: { origin?: string } = {}): Promise<TestApp> {
  const faults: unknown[] = [];
  const { app, shortWay, refuse, service, routes, collections } = await loadApp(ROOT, {
    today: () => TODAY,
    onFault: (error) => faults.push(error),
    ...options,
  });
  return { app, shortWay, refuse, service, routes, collections, faults };
}

/** JSON of an answer as a plain object, for tests that look at a few members. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null) throw new Error('the answer is no JSON object');
  return Object.fromEntries(Object.entries(value));
}
