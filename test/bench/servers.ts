import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createMeasure, type Measure } from './load.ts';

const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

/** What keeps a server on the first processor and the load on the second, so that neither takes time from the other. */
export const PIN_SERVER: readonly string[] = canPin ? ['taskset', '-c', '0'] : [];
const PIN_LOAD: readonly string[] = canPin ? ['taskset', '-c', '1'] : [];

/** Starts a script that says `listens` once it does, on the server's processor. */
export async function startServer(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const [program = '', ...rest] = [...PIN_SERVER, process.execPath, file, ...args];
  const child = spawn(program, rest, {
    env: { ...process.env, HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    if (!line.includes('listens')) continue;
    // The access log goes on: it is read and dropped, so that the pipe never fills.
    child.stdout.resume();
    return child;
  }
  throw new Error(`${file} ended at its start`);
}

/** An answer as it travels, without the fields that `node:http` adds by itself. */
export interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks a server of this machine, without decoding what it sends. */
export async function capture(
  port: number,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Captured> {
  const [response] = await once(
    request({ port, host: '127.0.0.1', path, headers: fields }).end(),
    'response',
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const {
    date: _date,
    connection: _connection,
    'keep-alive': _keepAlive,
    ...headers
  } = response.headers;
  return { status: response.statusCode, headers, body: Buffer.concat(chunks) };
}

/** Starts a server that does nothing but send these answers, by path and query; see `bare-server.ts`. */
export function startBareServer(
  port: number,
  answers: ReadonlyMap<string, Captured>,
  folder: string,
): Promise<ChildProcess> {
  const file = join(folder, `captured-${port}`);
  let at = 0;
  const index = [...answers].map(([path, { status, headers, body }]) => {
    const entry = { path, status, headers, at, length: body.byteLength };
    at += body.byteLength;
    return entry;
  });
  writeFileSync(`${file}.json`, JSON.stringify(index));
  writeFileSync(`${file}.bin`, Buffer.concat([...answers.values()].map(({ body }) => body)));
  return startServer(join(import.meta.dirname, 'bare-server.js'), [String(port), file]);
}

/** What a comparison of servers is made with. */
export interface Bench {
  /** Name of the program that sends the load. */
  readonly loader: string;
  readonly measure: Measure;
  /** Goes with the comparison. */
  readonly folder: string;
  /** Servers to be ended with it. */
  readonly started: ChildProcess[];
}

/** Runs a comparison; the exit status of the program says whether all its goals were reached. */
export async function runComparison(compare: (bench: Bench) => Promise<boolean>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const started: ChildProcess[] = [];
  try {
    const { name: loader, measure } = createMeasure(PIN_LOAD, folder);
    process.exitCode = (await compare({ loader, measure, folder, started })) ? 0 : 1;
  } finally {
    for (const child of started) child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
