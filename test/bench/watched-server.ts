import { openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FORM } from '../../client/server-entry.tsx';
import { listen } from '../../server/listen.ts';
import { createLiveApp, giveBackMemory, type LiveApp } from '../../server/live-app.ts';
import { createComputing } from '../../server/middleware/send-answer.ts';
import { createReceiptKeys, createReceipts } from '../../server/receipts/receipts.ts';
import { knownFacts } from '../../server/reports/check-report.ts';
import { createReportsPart } from '../../server/reports/reports-part.ts';

// The service in a process of its own, as main.js starts it, which tells its parent how long the turns of its event loop were.

/** How long one turn of the event loop was, in milliseconds. */
export interface Turn {
  /** For which the main thread was on a processor, by Linux's account of it; the clock where there is none. */
  readonly held: number;
  readonly clock: number;
}

const NO_TURN: Turn = { held: 0, clock: 0 };

const root = join(import.meta.dirname, '../../..');

const { DATA_DIR: dataDir = '' } = process.env;
const NO_LIMIT = 1e9;
const today = () => new Date().toISOString().slice(0, 10);
const onFault = (error: unknown) => console.error(error);
const computing = createComputing();
const reports = createReportsPart({
  config: { databaseUrl: undefined, dataDir, clientAddressField: undefined },
  ...{ root, today, computing, fields: {} },
  facts: () => knownFacts(live.current().service),
  pages: (asOf) => live.current().contextOn(asOf),
  shares: { plainANetwork: NO_LIMIT, plain: NO_LIMIT },
});
const receipts = createReceipts({
  keys: createReceiptKeys(join(dataDir, 'receipt-keys.json')),
  ...{ rulesVersion: '0', headers: { fields: {} }, onFault },
});

const load = (): Promise<LiveApp> =>
  createLiveApp(root, {
    ...{ today, onFault, reports, receipts, computing },
    reportUrl: OWN_FORM,
    origin: 'http://localhost',
  });

const accounts = openAccounts();
const line = Buffer.alloc(64);

let live = await load();
await giveBackMemory();
const server = await listen(
  { fetch: (request, bindings) => live.fetch(request, bindings) },
  { port: 0, host: '127.0.0.1', handleProblem: live.current().handleProblem },
);

let isWatching = false;
let longest = NO_TURN;
let since = begin();

/** Each turn ends where what was to be done at once (`setImmediate`) is done. */
function look(): void {
  const turn = since();
  if (turn.held > longest.held) longest = turn;
  since = begin();
  if (isWatching) setImmediate(look);
}

const ORDERS: Readonly<Record<string, () => unknown>> = {
  watch() {
    isWatching = true;
    longest = NO_TURN;
    since = begin();
    setImmediate(look);
  },
  tell() {
    isWatching = false;
    return longest;
  },
  /** As after a start, but with code that was compiled for what it does. */
  async renew() {
    live.current().letGo();
    live = await load();
    await giveBackMemory();
  },
};

process.on('message', (order) => void obey(String(order)));
process.once('disconnect', () => void server.stop().then(reports.close));
process.send?.({ port: server.port });

async function obey(order: string): Promise<void> {
  const told = await ORDERS[order]?.();
  process.send?.(told ?? {});
}

/** Starts a measurement; what it gives tells of the time since. */
function begin(): () => Turn {
  const clock = performance.now();
  const held = onProcessor();
  return () => {
    const passed = performance.now() - clock;
    return { held: held === undefined ? passed : (onProcessor() ?? 0) - held, clock: passed };
  };
}

/** Milliseconds that the main thread has been on a processor; brought up to date by Linux at each tick, of some milliseconds. */
function onProcessor(): number | undefined {
  if (accounts === undefined) return undefined;
  const length = readSync(accounts, line, 0, line.length, 0);
  return Number(line.toString('latin1', 0, length).split(' ')[0]) / 1_000_000;
}

function openAccounts(): number | undefined {
  try {
    return openSync('/proc/self/schedstat', 'r');
  } catch {
    return undefined;
  }
}
