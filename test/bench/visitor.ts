import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// npm run bench:visitor: how long a visitor waits alone, and beside 50 addresses that each send their whole allowance of
// the costliest questions. Both in one run: the machine's speed changes from minute to minute.
const OTHERS = 50;
const SECONDS = 15;
const GOALS = { median: 10, slowest: 20 };

const PATHS = [
  '/ru/',
  '/ru/regions/RU-MOW',
  '/api/v1/eligibility?region=RU-TA',
  '/api/v1/locate?lon=37.1&lat=55.6',
  '/downloads/index.json',
];

if (isMainThread) await measure();
else await sendCostly(Number(workerData));

async function measure(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.js')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', REPORTS: 'off', ACCESS_LOG: 'off' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    let port = 0;
    for await (const line of createInterface(child.stdout)) {
      port = Number(/listens on http:.*:(\d+)$/.exec(line)?.[1]);
      if (port > 0) break;
    }
    for (const path of PATHS) await ask(port, path, '127.0.0.9', new Agent());
    const alone = await visit(port, SECONDS);
    // On a thread of its own: what the others take to read their answers is not what the visitor waits for.
    const others = new Worker(new URL(import.meta.url), { workerData: port });
    const counts = new Promise((resolve) => others.once('message', resolve));
    await pause(1_000);
    const beside = await visit(port, SECONDS);
    others.postMessage('enough');
    tellAll(alone, beside, await counts);
  } finally {
    child.kill();
  }
}

function tellAll(alone: Waited, beside: Waited, counts: unknown): void {
  const ratios = { median: beside.median / alone.median, slowest: beside.slowest / alone.slowest };
  console.log(`alone:  ${tell(alone)}`);
  console.log(`beside ${OTHERS}: ${tell(beside)}; the others got ${JSON.stringify(counts)}`);
  for (const name of ['median', 'slowest'] as const) {
    const isReached = beside.refused === 0 && ratios[name] <= GOALS[name];
    console.log(
      `${isReached ? 'ok  ' : 'SLOW'} ${name}: ${ratios[name].toFixed(1)} times (goal ${GOALS[name]})`,
    );
    if (!isReached) process.exitCode = 1;
  }
}

/** Sends costly questions from many addresses until told that it is enough, and tells how they were answered. */
async function sendCostly(port: number): Promise<void> {
  let isOn = true;
  parentPort?.once('message', () => {
    isOn = false;
  });
  const counts: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: OTHERS }, async (_, index) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let turn = 0; isOn; turn++) {
        const { status } = await ask(port, costly(index, turn), `127.0.1.${index + 1}`, agent);
        counts[status] = (counts[status] ?? 0) + 1;
        if (status !== 200) await pause(500);
      }
      agent.destroy();
    }),
  );
  parentPort?.postMessage(counts);
}

/** Collections of changing days, filters at the limit of their cost, whole collections in each form. */
function costly(client: number, turn: number): string {
  const items = `/api/v1/collections/${['places', 'operator-regions', 'regions'][turn % 3]}/items`;
  const day = new Date(Date.UTC(2022, 0, 1 + ((client * 131 + turn * 37) % 3_500)));
  const filter = encodeURIComponent(`id <> '${client}-${turn}' OR id LIKE '%1%${turn}%'`);
  const forms = [
    `${items}?limit=1&asOf=${day.toISOString().slice(0, 10)}`,
    `${items}?limit=10000&filter=${filter}`,
    `${items}?f=csv&limit=10000&filter=${filter}`,
  ];
  return forms[(client + turn) % forms.length] ?? items;
}

interface Waited {
  readonly median: number;
  readonly slowest: number;
  readonly count: number;
  readonly refused: number;
}

async function visit(port: number, seconds: number): Promise<Waited> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let refused = 0;
  const end = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < end; turn++) {
    const { status, milliseconds } = await ask(
      port,
      PATHS[turn % PATHS.length] ?? '/ru/',
      '127.0.0.9',
      agent,
    );
    if (status !== 200) refused += 1;
    times.push(milliseconds);
    await pause(20);
  }
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), slowest: at(0.99), count: sorted.length, refused };
}

function ask(port: number, path: string, from: string, agent: Agent) {
  return new Promise<{ status: number; milliseconds: number }>((resolve) => {
    const started = performance.now();
    const end = (status: number) => resolve({ status, milliseconds: performance.now() - started });
    request({ host: '127.0.0.1', port, path, agent, localAddress: from }, (response) => {
      response.resume().once('end', () => end(response.statusCode ?? 0));
    })
      .once('error', () => end(0))
      .end();
  });
}

function tell({ median, slowest, count, refused }: Waited): string {
  return `median ${median.toFixed(1)} ms, 99th percentile ${slowest.toFixed(1)} ms of ${count}, ${refused} refused`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
