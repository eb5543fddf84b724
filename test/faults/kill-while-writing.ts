import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

// npm run test:faults -- --kills 200: ends the service by `kill -9` at random moments while reports are written, and looks
// whether each acknowledged report is there afterwards, once. DATABASE_URL tries a server instead of the embedded database.
const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, port: { type: 'string', default: '8923' } },
});
const kills = Number(values.kills);
const origin = `http://localhost:${values.port}`;
const dataDir = await mkdtemp(join(tmpdir(), 'faults-'));
const acknowledged = new Map<string, string>();

const REPORT = {
  kind: 'experience',
  regionId: 'RU-TA',
  tried: 'bundle',
  outcome: 'told-no',
  month: '2026-11',
  lang: 'ru',
};
const OPERATORS = ['mts', 't2', 'megafon', 'beeline', 'yota'];

function start(): ChildProcess {
  return spawn(process.execPath, [join(root, 'build/server/main.js')], {
    env: {
      ...process.env,
      PORT: values.port,
      DATA_DIR: dataDir,
      RATE_LIMIT: '0',
      ACCESS_LOG: 'off',
      CLIENT_ADDRESS_FIELD: 'x-client',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const isReady = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error('the service did not start within a minute');
}

/** Sends reports until the service is gone; each from a network of its own, so that no share ends it. */
async function write(): Promise<void> {
  for (;;) {
    const key = randomUUID();
    const operatorId = OPERATORS[acknowledged.size % OPERATORS.length];
    try {
      const response = await fetch(`${origin}/api/v1/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-client': key },
        body: JSON.stringify({ ...REPORT, operatorId }),
      });
      if (response.status !== 201) return;
      const answer: unknown = await response.json();
      acknowledged.set(key, String(Reflect.get(Object(answer), 'case')));
    } catch {
      return;
    }
  }
}

/** Cases from an offset on; on a busy machine the database may still be opening. */
async function casesFrom(offset: number): Promise<unknown> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const response = await fetch(`${origin}/api/v1/cases?limit=100&offset=${offset}`);
    if (response.ok) return Object(await response.json()).cases;
    if (response.status !== 503) throw new Error(`cases answer with status ${response.status}`);
    await sleep(1_000);
  }
  throw new Error('the cases cannot be read a minute after a kill');
}

async function stored(): Promise<string[]> {
  const numbers: string[] = [];
  for (let offset = 0; ; offset += 100) {
    const cases = await casesFrom(offset);
    if (!Array.isArray(cases) || cases.length === 0) return numbers;
    numbers.push(...cases.map((shown) => String(Reflect.get(Object(shown), 'case'))));
  }
}

try {
  for (let kill = 1; kill <= kills; kill++) {
    const service = start();
    await untilReady();
    const there = new Set(await stored());
    const lost = [...acknowledged.values()].filter((number) => !there.has(number));
    if (lost.length > 0)
      throw new Error(`after kill ${kill - 1} these reports are lost: ${lost.join(', ')}`);
    const writers = Array.from({ length: 4 }, write);
    await sleep(Math.random() * 2_000);
    service.kill('SIGKILL');
    await Promise.all(writers);
    console.log(`kill ${kill}: ${acknowledged.size} acknowledged`);
  }
  const service = start();
  await untilReady();
  const all = await stored();
  const isUnique =
    new Set(all).size === all.length && new Set(acknowledged.values()).size === acknowledged.size;
  const lost = [...acknowledged.values()].filter((number) => !all.includes(number));
  service.kill('SIGTERM');
  console.log(
    `${kills} kills, ${acknowledged.size} acknowledged, ${lost.length} lost, ${isUnique ? 'none' : 'SOME'} twice`,
  );
  process.exitCode = lost.length === 0 && isUnique ? 0 : 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
