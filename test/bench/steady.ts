import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { median, startServer } from './servers.ts';

// npm run bench:steady [-- minutes]: how much of each kind one process answers, and minutes (10) at 70 % of what it can carry of
// all kinds together, the costly ones among them: no error, and no more memory at the end than after the first minute.
const MINUTES = Number(process.argv[2] ?? 10);
const SHARE = 0.7;
const SATURATION_SECONDS = 8;
const CONNECTIONS = 16;
const PORT = 8797;
/** What the second half may add to the memory of the first, in megabytes. */
const MOST_GROWN_MB = 40;

/** How often a kind comes in a hundred requests of a day: files and pages mostly, now and then a question that nobody asked before. */
const KINDS = [
  { name: 'page of a region', share: 40, path: (n: number) => `/ru/regions/${REGIONS[n % 8]}` },
  {
    name: 'answer at hand',
    share: 30,
    path: (n: number) => `/api/v1/eligibility?region=${REGIONS[n % 8]}`,
  },
  { name: 'point', share: 15, path: (n: number) => `/api/v1/locate?lon=${lon(n)}&lat=${lat(n)}` },
  {
    name: 'search',
    share: 8,
    path: (n: number) => `/api/v1/places?q=${WORDS[n % WORDS.length]}${n % 97}`,
  },
  {
    name: 'box of settlements',
    share: 4,
    path: (n: number) =>
      `/api/v1/collections/places/items?limit=100&bbox=${lon(n)},${lat(n)},${lon(n) + 2},${lat(n) + 1}`,
  },
  {
    name: 'family of another day',
    share: 2,
    path: (n: number) =>
      `/api/v1/eligibility?region=${REGIONS[n % 8]}&members=${2 + (n % 6)}&asOf=${day(n)}`,
  },
  {
    name: 'filter over all settlements',
    share: 1,
    path: (n: number) =>
      `/api/v1/collections/places/items?limit=50&filter=${encodeURIComponent(`name_ru LIKE '%${'абвгд'[n % 5]}%' AND population > ${n}`)}`,
  },
] as const;
const REGIONS = ['RU-MOW', 'RU-TA', 'RU-SPE', 'RU-SVE', 'RU-KDA', 'RU-PRI', 'RU-SA', 'RU-DA'];
const WORDS = ['kazan', 'moskva', 'nov', 'ufa'];
const lon = (n: number): number => 30 + ((n * 7_919) % 10_000) / 100;
const lat = (n: number): number => 50 + ((n * 104_729) % 1_500) / 100;
const day = (n: number): string =>
  new Date(Date.UTC(2026, 0, 1 + (n % 700))).toISOString().slice(0, 10);

type Kind = (typeof KINDS)[number];

/** So many different requests of each kind; a day has more, and more of the same. */
const DIFFERENT = 2_000;

const child = await startServer(join(import.meta.dirname, '../../server/main.js'), [], {
  PORT: String(PORT),
  RATE_LIMIT: '0',
  REPORTS: 'off',
  ACCESS_LOG: 'off',
  NODE_OPTIONS: '--max-old-space-size=320 --max-semi-space-size=8',
});
try {
  await measure();
} finally {
  child.kill();
}

async function measure(): Promise<void> {
  for (const kind of KINDS) {
    const before = processorMs();
    const { requests, latency, non2xx } = await send(pathsOf(kind), {
      duration: SATURATION_SECONDS,
    });
    if (non2xx > 0) throw new Error(`${kind.name}: ${non2xx} answers were refused`);
    const cost = (processorMs() - before) / requests.total;
    console.log(
      `${kind.name}: ${requests.average.toFixed(0)} a second, ${cost.toFixed(2)} ms of the processor each; median ${latency.p50} ms`,
    );
  }
  const mix = mixed();
  const full = await send(mix, { duration: SATURATION_SECONDS });
  const rate = Math.floor(full.requests.average * SHARE);
  console.log(
    `all together: ${full.requests.average.toFixed(0)} a second; ${MINUTES} minutes at ${rate}`,
  );
  const minutes: { megabytes: number; p50: number; p99: number; wrong: number }[] = [];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    const result = await send(mix, { duration: 60, overallRate: rate });
    const wrong = result.errors + result.timeouts + result.non2xx;
    const { p50, p99 } = result.latency;
    minutes.push({ megabytes: residentMegabytes(), p50, p99, wrong });
    console.log(`minute ${minute}: ${JSON.stringify(minutes.at(-1))}`);
  }
  tell(minutes);
}

function tell(
  minutes: readonly { megabytes: number; p50: number; p99: number; wrong: number }[],
): void {
  const wrong = minutes.reduce((sum, minute) => sum + minute.wrong, 0);
  const half = Math.ceil(minutes.length / 2);
  const [first, second] = [minutes.slice(0, half), minutes.slice(half)].map((part) =>
    median(part.map(({ megabytes }) => megabytes)),
  );
  const grown = (second ?? Number.NaN) - (first ?? 0);
  console.log(`${wrong === 0 ? 'ok  ' : 'WRONG'} ${wrong} answers that were none (goal 0)`);
  // A single minute has no second half.
  const isFlat = minutes.length < 2 || grown <= MOST_GROWN_MB;
  const memory = minutes.map(({ megabytes }) => megabytes).join(', ');
  console.log(`${isFlat ? 'ok  ' : 'GROWS'} memory by minute in MB: ${memory}`);
  console.log(
    `median ${median(minutes.map(({ p50 }) => p50))} ms, 99th percentile ${median(minutes.map(({ p99 }) => p99))} ms`,
  );
  if (wrong > 0 || !isFlat) process.exitCode = 1;
}

function send(paths: readonly string[], options: { duration: number; overallRate?: number }) {
  return autocannon({
    url: `http://127.0.0.1:${PORT}`,
    connections: CONNECTIONS,
    timeout: 10,
    requests: paths.map((path) => ({
      method: 'GET' as const,
      path,
      headers: { 'accept-encoding': 'br' },
    })),
    ...options,
  });
}

function pathsOf(kind: Kind): string[] {
  return Array.from({ length: DIFFERENT }, (_, n) => kind.path(n));
}

/** All kinds by their shares, in an order that repeats only after all of them. */
function mixed(): string[] {
  const turns = KINDS.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  return Array.from({ length: DIFFERENT * 5 }, (_, n) => {
    // 37 has no factor in common with a hundred: kinds alternate.
    const kind = turns[(n * 37) % turns.length] ?? KINDS[0];
    return kind.path(n);
  });
}

function residentMegabytes(): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1_024);
}

/** Processor time of the service so far: user and system ticks of 10 ms (proc(5), fields 14 and 15). */
function processorMs(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
