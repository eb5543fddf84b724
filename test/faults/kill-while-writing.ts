import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import type { RunningService } from '../start-service.ts';

/** What of the service takes reports, as a program from the project's folder. */
export const REPORTS_ALONE = 'build/test/faults/reports-server.js';

/** Ids of the facts, so many that no subject is full before the end. */
const REGIONS = ['RU-TA', 'RU-MOW', 'RU-SPE', 'RU-SVE', 'RU-NVS', 'RU-KDA', 'RU-PRI', 'RU-KGD'];
const OPERATORS = ['mts', 't2', 'megafon', 'beeline', 'yota'];
const TRIED = ['bundle', 'payer', 'esim-member', 'watch', 'child', 'foreign', 'move-number'];
const WRITERS = 4;
/** A kill comes at a random moment of so many milliseconds: opening the database takes one or two seconds. */
const WITHIN_MS = 3_000;

const Sent = z.object({ case: z.string() });
const Listed = z.object({ total: z.number(), cases: z.array(Sent) });

/** A report that is or was on its way; sent again, it is the same one. */
interface Attempt {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where one life of a database is kept. */
export interface KilledStore {
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface KillOptions {
  readonly kills: number;
  /** Kills of one database, before a new and empty one is begun: making it can be killed, too. */
  readonly killsAStore: number;
  /** Starts what is killed. */
  start(environment: Readonly<Record<string, string>>): Promise<RunningService>;
  newStore(): Promise<KilledStore>;
  tell(line: string): void;
}

/** What became of the reports. */
export interface KillFigures {
  /** Kills before which the service had acknowledged a report since its start. */
  readonly whileWriting: number;
  readonly acknowledged: number;
  /** Reports whose answer a kill cut off; each was sent again. */
  readonly cutOff: number;
  readonly lost: readonly string[];
  /** Cases beyond one for each report. */
  readonly twice: number;
}

/**
 * Ends the service by `kill -9` at random moments while reports are written, and looks each time whether every acknowledged
 * report is there, and once. What was cut off is sent again under its key, as an outbox does, and must be one case, too.
 *
 * @throws Error where the service does not start again or its storage stays away for a minute.
 */
export async function killWhileWriting(options: KillOptions): Promise<KillFigures> {
  const { kills, killsAStore, start, newStore, tell } = options;
  const figures = { whileWriting: 0, acknowledged: 0, cutOff: 0, lost: [] as string[], twice: 0 };
  for (let done = 0; done < kills; done += killsAStore) {
    const store = await newStore();
    const environment = {
      ACCESS_LOG: 'off',
      CLIENT_ADDRESS_FIELD: 'x-client',
      ...store.environment,
    };
    const acknowledged = new Map<string, string>();
    let pending: Attempt[] = [];
    try {
      for (let kill = done + 1; kill <= Math.min(done + killsAStore, kills); kill++) {
        const service = await start(environment);
        // Every other kill comes among answers; the rest at any time since the start, also while the database is opened or made.
        const isAmongAnswers = kill % 2 === 0;
        if (isAmongAnswers) figures.lost.push(...missing(await stored(service), acknowledged));
        const before = acknowledged.size;
        const firsts = Array.from(
          { length: WRITERS },
          (_, index) => pending[index] ?? newAttempt(),
        );
        const writers = firsts.map((first) => write(service, first, acknowledged));
        while (isAmongAnswers && acknowledged.size === before) await sleep(5);
        await sleep(randomInt(isAmongAnswers ? WITHIN_MS / 3 : WITHIN_MS));
        await kill9(service);
        pending = (await Promise.all(writers)).flat();
        figures.cutOff += pending.length;
        if (acknowledged.size > before) figures.whileWriting += 1;
        tell(`kill ${kill}: ${acknowledged.size - before} acknowledged, ${pending.length} cut off`);
      }
      const service = await start(environment);
      for (const attempt of pending) await send(service, attempt, acknowledged);
      const there = await stored(service);
      figures.lost.push(...missing(there, acknowledged));
      // Each report has one case, and no case stands for two reports.
      figures.twice +=
        there.length -
        acknowledged.size +
        (acknowledged.size - new Set(acknowledged.values()).size);
      await service.stop();
    } finally {
      await store.remove();
    }
    figures.acknowledged += acknowledged.size;
    const { lost, twice } = figures;
    tell(`${figures.acknowledged} acknowledged so far, ${lost.length} lost, ${twice} twice`);
  }
  return figures;
}

function newAttempt(): Attempt {
  const one = (list: readonly string[]) => list[randomInt(list.length)];
  const month = '2026-09';
  const ids = { regionId: one(REGIONS), operatorId: one(OPERATORS), tried: one(TRIED) };
  return {
    key: randomUUID(),
    body: { kind: 'experience', ...ids, outcome: 'told-no', month, lang: 'ru' },
  };
}

async function kill9(service: RunningService): Promise<void> {
  if (service.pid !== undefined) process.kill(service.pid, 'SIGKILL');
  await service.stop();
}

/** Sends reports until the service is gone; what it did not acknowledge comes back. */
async function write(
  service: RunningService,
  first: Attempt,
  acknowledged: Map<string, string>,
): Promise<Attempt[]> {
  let attempt = first;
  try {
    for (;;) {
      await send(service, attempt, acknowledged);
      attempt = newAttempt();
    }
  } catch (error) {
    if (error instanceof Unexpected) throw error;
    return [attempt];
  }
}

/** An answer that no kill explains. */
class Unexpected extends Error {}

/** Sends one report, each from a network of its own; once those without a proof have used up the day, with one. */
async function send(
  { origin }: RunningService,
  { key, body }: Attempt,
  acknowledged: Map<string, string>,
): Promise<void> {
  const post = (proof?: unknown) =>
    fetch(`${origin}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-client': key },
      body: JSON.stringify({ ...body, ...(proof === undefined ? {} : { proof }) }),
    });
  let response = await post();
  for (let wait = 0; response.status === 503 && wait < 60; wait++) {
    await sleep(1_000);
    response = await post();
  }
  if (response.status === 429) {
    const task = await fetch(`${origin}/api/v1/reports/challenge`);
    if (task.status !== 200) throw new Unexpected(`no task: ${task.status} ${await task.text()}`);
    const challenge = await task.json();
    response = await post({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
  }
  const text = await response.text();
  if (response.status !== 201) throw new Unexpected(`${response.status} ${text}`);
  acknowledged.set(key, Sent.parse(JSON.parse(text)).case);
}

/** Numbers of all cases that are stored. */
async function stored(service: RunningService): Promise<string[]> {
  const numbers: string[] = [];
  let total: number;
  do {
    const page = await listed(service, numbers.length);
    total = page.total;
    if (page.cases.length === 0 && numbers.length < total)
      throw new Error(`${numbers.length} of ${total} cases are listed`);
    numbers.push(...page.cases.map(({ case: number }) => number));
  } while (numbers.length < total);
  return numbers;
}

function missing(there: readonly string[], acknowledged: ReadonlyMap<string, string>): string[] {
  const numbers = new Set(there);
  return [...acknowledged.values()].filter((number) => !numbers.has(number));
}

/** A page of cases; on a busy machine the database may still be opening. */
async function listed({ origin }: RunningService, offset: number): Promise<z.infer<typeof Listed>> {
  for (let wait = 0; wait < 60; wait++) {
    const response = await fetch(`${origin}/api/v1/cases?limit=100&offset=${offset}`);
    if (response.ok) return Listed.parse(await response.json());
    if (response.status !== 503)
      throw new Error(`cases answer with ${response.status}: ${await response.text()}`);
    await sleep(1_000);
  }
  throw new Error('the cases cannot be read a minute after a kill');
}
