import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Hono } from 'hono';
import { ProblemError, problemOf } from '../../../server/middleware/problem.ts';
import type { RequestContext } from '../../../server/middleware/request-context.ts';
import type { Shares } from '../../../server/reports/daily-share.ts';
import { createReportsPart, type ReportsPart } from '../../../server/reports/reports-part.ts';
import { createRealContext } from '../../client/real-context.ts';
import { SCRIPT } from './engines.ts';

const ROOT = join(import.meta.dirname, '../../..');

export const TODAY = '2026-11-30';

/** The addresses of reports over a database, without a socket. */
export interface ReportsService {
  readonly part: ReportsPart;
  request(path: string, init?: RequestInit): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  postForm(path: string, fields: Record<string, string>): Promise<Response>;
  /** A solved task of the service. */
  proof(): Promise<{ challenge: unknown; solution: unknown }>;
}

export async function startReports(options: {
  dataDir: string;
  databaseUrl?: string | undefined;
  shares?: Partial<Shares>;
}): Promise<ReportsService> {
  const context = await createRealContext();
  const { dataset, devices } = context;
  const claims = new Set(
    dataset.operators.flatMap((operator) => operator.claims.map(({ id }) => id)),
  );
  const part = createReportsPart({
    config: {
      databaseUrl: options.databaseUrl,
      dataDir: options.dataDir,
      clientAddressField: 'x-client',
    },
    root: ROOT,
    fields: { 'x-content-type-options': 'nosniff' },
    facts: () => ({
      hasRegion: (id) => dataset.regions.some((region) => region.id === id),
      hasOperator: (id) => dataset.operators.some((operator) => operator.id === id),
      hasPlan: (operatorId, planId) =>
        dataset.operators
          .find(({ id }) => id === operatorId)
          ?.plans.some(({ id }) => id === planId) ?? false,
      has: (key, id) =>
        key === 'claimId'
          ? claims.has(id)
          : key === 'deviceId' && devices.some((device) => device.id === id),
    }),
    pages: () => ({ ...context, asOf: TODAY }),
    today: () => TODAY,
    script: SCRIPT,
    ...(options.shares === undefined ? {} : { shares: options.shares }),
  });
  const app = new Hono<RequestContext>({ strict: false });
  app.route('/', part.app);
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status === 500) throw error;
    const headers = error instanceof ProblemError ? error.headers : {};
    return Response.json(problem, { status: problem.status, headers });
  });
  const request = async (path: string, init?: RequestInit) =>
    app.request(`https://map.test${path}`, init);
  return {
    part,
    request,
    postJson: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    postForm: (path, fields) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    async proof() {
      const challenge = await (await request('/api/v1/reports/challenge')).json();
      return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
    },
  };
}

/** JSON of an answer as a plain object. */
export async function objectOf(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json();
  return Object.fromEntries(Object.entries(value ?? {}));
}
