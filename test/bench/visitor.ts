import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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

const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.js')], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', REPORTS: 'off', ACCESS_LOG: 'off' },
  stdio: ['ignore', 'pipe', 'ignore'],
});
let port = 0;
for await (const line of createInterface(child.stdout)) {
  port = Number(/listens on http:.*:(\d+)$/.exec(line)?.[1]);
  if (port > 0) break;
}
try {
  for (const path of PATHS) await ask(path, '127.0.0.9', new Agent());
  const alone = await visit(SECONDS);
  let isOn = true;
  const counts: Record<string, number> = {};
  const others = Array.from({ length: OTHERS }, async (_, index) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; isOn; turn++) {
      const { status } = await ask(costly(index, turn), `127.0.1.${index + 1}`, agent);
      counts[status] = (counts[status] ?? 0) + 1;
      if (status !== 200) await pause(500);
    }
    agent.destroy();
  });
  await pause(1_000);
  const beside = await visit(SECONDS);
  isOn = false;
  await Promise.all(others);
  const ratios = { median: beside.median / alone.median, slowest: beside.slowest / alone.slowest };
  console.log(`alone:  ${tell(alone)}`);
  console.log(`beside ${OTHERS}: ${tell(beside)}; the others got ${JSON.stringify(counts)}`);
  for (const name of ['median', 'slowest'] as const) {
    const isReached = ratios[name] <= GOALS[name];
    console.log(
      `${isReached ? 'ok  ' : 'SLOW'} ${name}: ${ratios[name].toFixed(1)} times (goal ${GOALS[name]})`,
    );
    if (!isReached) process.exitCode = 1;
  }
} finally {
  child.kill();
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
}

async function visit(seconds: number): Promise<Waited> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < end; turn++) {
    const { status, milliseconds } = await ask(
      PATHS[turn % PATHS.length] ?? '/ru/',
      '127.0.0.9',
      agent,
    );
    if (status !== 200) throw new Error(`the visitor was answered ${status}`);
    times.push(milliseconds);
    await pause(20);
  }
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), slowest: at(0.99), count: sorted.length };
}

function ask(path: string, from: string, agent: Agent) {
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

function tell({ median, slowest, count }: Waited): string {
  return `median ${median.toFixed(1)} ms, 99th percentile ${slowest.toFixed(1)} ms of ${count}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
