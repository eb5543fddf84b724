import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PublishedReports } from '../../../data/core/schema/report.ts';
import { replaceFile } from '../../../data/tools/files/replace.ts';
import { runCommand } from '../../../data/tools/run-command.ts';

// npm run desk:publish -- [--from https://map.example.org]: writes what is public of the cases into data/facts/cases, in a
// maintainer's checkout. The next build carries it into every format.
const root = join(import.meta.dirname, '../../../..');
const DEFAULT_ORIGIN = 'http://localhost:8787';
const MAX_TRIES = 5;

await runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string', default: DEFAULT_ORIGIN } } });
  const address = new URL('/api/v1/cases/published', values.from);
  let response = await fetch(address);
  // Of many cases it is put together while others wait.
  for (let tries = 0; response.status === 503 && tries < MAX_TRIES; tries++) {
    await sleep(Number(response.headers.get('retry-after') ?? 0) * 1_000);
    response = await fetch(address);
  }
  if (!response.ok) throw new Error(`${address} answers with status ${response.status}`);
  const published = PublishedReports.parse(await response.json());
  const folder = join(root, 'data/facts/cases');
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, 'published.json'), `${JSON.stringify(published, null, 2)}\n`);
  console.log(
    `data/facts/cases/published.json: ${published.cases.length} cases, ${published.experiences.length} counts. Now npm run data:format && npm run data:diff -- main`,
  );
});
