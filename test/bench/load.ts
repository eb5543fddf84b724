import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';

const CONNECTIONS = 32;

/** What one run of load sends, over and over. */
export interface Load {
  /** Path and query of each request, in turn. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests per second that a server on `port` answers; refusals and failures stop the benchmark. */
export type Measure = (port: number, load: Load, seconds: number) => Promise<number>;

/** `wrk` where it is installed, since it costs the machine least; else autocannon. `folder` takes the script of `wrk`. */
export function createMeasure(
  pin: readonly string[],
  folder: string,
): { name: string; measure: Measure } {
  const hasWrk = spawnSync('wrk', ['--version']).error === undefined;
  return hasWrk
    ? { name: 'wrk', measure: async (...given) => runWrk(pin, join(folder, 'load.lua'), ...given) }
    : { name: 'autocannon', measure: runAutocannon };
}

function runWrk(
  pin: readonly string[],
  script: string,
  port: number,
  load: Load,
  seconds: number,
): number {
  const list = load.paths.map((path) => JSON.stringify(path)).join(',');
  const headers = Object.entries(load.headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}]=${JSON.stringify(value)}`,
  );
  writeFileSync(
    script,
    `local paths={${list}}\nlocal at=0\n${headers.join('\n')}\nfunction request() at=at%#paths+1 return wrk.format("GET", paths[at]) end\n`,
  );
  const command = [
    ...pin,
    'wrk',
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    '-s',
    script,
    `http://127.0.0.1:${port}`,
  ];
  const [program = 'wrk', ...args] = command;
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' });
  const rate = Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1];
  if (refused !== undefined || !(rate > 0)) throw new Error(`the load failed:\n${stdout}`);
  return rate;
}

async function runAutocannon(port: number, load: Load, seconds: number): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: load.paths.map((path) => ({
      method: 'GET' as const,
      path,
      headers: { ...load.headers },
    })),
  });
  if (result['4xx'] + result['5xx'] + result.errors > 0) throw new Error('the load failed');
  return result.requests.average;
}
