import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { OWN_FORM } from '../client/server-entry.tsx';
import type { IsoDate } from '../data/core/schema/dates.ts';
import { createCalendar } from './api/datetime.ts';
import { type ReportsConfig, readConfig } from './config.ts';
import { listen } from './listen.ts';
import { createLiveApp, giveBackMemory, type Refreshed } from './live-app.ts';
import type { LoadedApp } from './load-app.ts';
import type { Metrics } from './metrics.ts';
import { createAccessLog } from './middleware/access-log.ts';
import { commonHeaders } from './middleware/answer.ts';
import { createRateLimit } from './middleware/request-limit.ts';
import { type Computing, createComputing } from './middleware/send-answer.ts';
import { createReceiptKeys, createReceipts } from './receipts/receipts.ts';
import { knownFacts } from './reports/check-report.ts';
import { createReportsPart, type ReportsPart } from './reports/reports-part.ts';
import { createTraces } from './traces.ts';

// The compiled file lies in build/server.
const root = join(import.meta.dirname, '../..');

/** How soon a new `data/dist` is noticed without being told of it by SIGHUP. */
const REFRESH_MILLISECONDS = 10_000;
const DAY_MILLISECONDS = 86_400_000;

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  // Whoever reads the log may go away; the service goes on without it.
  process.stdout.on('error', () => {});
  const log = createAccessLog((bytes) => process.stdout.write(bytes), Date.now);
  const isLimited = config.rateLimit > 0;
  const today = createCalendar(Date.now);
  const computing = createComputing();
  const reports =
    config.reports &&
    startReports(config.reports, { origin: config.origin, today, current, computing });
  const metrics = config.metricsPort === undefined ? undefined : await loadMetrics();
  const traces = await createTraces(process.env);
  const live = await createLiveApp(root, {
    today,
    onFault: (error) => console.error(error),
    origin: config.origin,
    reportUrl: reports === undefined ? config.reportUrl : OWN_FORM,
    log: config.accessLog ? log : undefined,
    rateLimit: isLimited ? createRateLimit(config.rateLimit, () => performance.now()) : undefined,
    metrics: metrics?.middleware,
    traces: traces?.middleware,
    keptAssets: config.keptAssets,
    reports,
    receipts: createReceipts({
      keys: createReceiptKeys(join(config.dataDir, 'receipt-keys.json')),
      rulesVersion: await readVersion(),
      headers: commonHeaders({ https: config.origin?.startsWith('https:') ?? false }),
      onFault: (error) => console.error(error),
    }),
    computing,
  });
  await giveBackMemory();
  const server = await listen(live, {
    port: config.port,
    host: config.host,
    handleProblem: live.current().handleProblem,
    limitsConnections: isLimited,
  });
  const exporter = await metrics?.listen(config.metricsPort ?? 0, config.host);
  if (config.origin === undefined) {
    console.warn(
      'PUBLIC_ORIGIN is not set: links name the host that each request names, so that nothing in front may keep answers for others.',
    );
  }
  console.log(`Family eSIM Map listens on http://${config.host}:${server.port}`);
  const refresh = () => {
    void live.refresh().then(tellRefresh);
    // The first minute of a day has all of it to assess.
    void live.current().site.pages.prepare();
  };
  process.on('SIGHUP', refresh);
  setInterval(() => void live.current().touchAssets?.(), DAY_MILLISECONDS).unref();
  setInterval(refresh, REFRESH_MILLISECONDS).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop());
  }

  function current(): LoadedApp {
    return live.current();
  }

  async function stop(): Promise<void> {
    await server.stop();
    exporter?.stop();
    await reports?.close();
    await traces?.stop();
    log.flush();
  }
}

function startReports(
  config: ReportsConfig,
  options: {
    origin: string | undefined;
    today: () => IsoDate;
    current: () => LoadedApp;
    computing: Computing;
  },
): ReportsPart {
  const { origin, today, current, computing } = options;
  return createReportsPart({
    config,
    root,
    origin,
    today,
    computing,
    fields: commonHeaders({ https: origin?.startsWith('https:') ?? false }).fields,
    facts: () => knownFacts(current().service),
    pages: (asOf) => current().contextOn(asOf),
  });
}

/** What counts is loaded only where somebody asks for it. */
async function loadMetrics(): Promise<Metrics> {
  const { createMetrics } = await import('./metrics.ts');
  return createMetrics();
}

/** Version of the program, whose rules make the answers out of the data. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return z.looseObject({ version: z.string() }).parse(JSON.parse(text)).version;
}

function tellRefresh(refreshed: Refreshed): void {
  if (refreshed.outcome === 'taken') console.log('The new data/dist answers from now on.');
  if (refreshed.outcome === 'refused') {
    console.error(`The new data/dist is not taken, the old goes on: ${refreshed.reason}`);
  }
}

/** One sentence for people; the stack only where the error is ours. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${addressOf(error)} is in use: stop the other program or set PORT to a free one.`;
  }
  return error.message;
}

/** The address that `listen` was refused: Node puts it on the error. */
function addressOf(error: Error): string {
  const part = (name: string) => String(Reflect.get(error, name));
  return `${part('address')}:${part('port')}`;
}
