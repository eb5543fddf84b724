import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedCount } from '../fixtures/reports.ts';
import { copyProject, type ProjectCopy, putFile, putReports } from '../project-copy.ts';
import { type RunningService, startService } from '../start-service.ts';

let copy: ProjectCopy;
let service: RunningService;
beforeAll(async () => {
  copy = await copyProject();
  service = await startService({ REPORTS: 'off', ACCESS_LOG: 'off' }, copy.folder);
});
afterAll(async () => {
  await service.stop();
  await copy.remove();
});

/** Tells the service that there is something new, and waits until it has said so in a sentence. */
async function tell(sentence: string): Promise<void> {
  const before = service.output().length;
  if (service.pid !== undefined) process.kill(service.pid, 'SIGHUP');
  while (!service.output().slice(before).includes(sentence)) await sleep(50);
}
const hash = async () => Object(await (await fetch(`${service.origin}/readyz`)).json()).datasetHash;

it('a broken release is refused in a sentence, and the old one goes on', async () => {
  const path = join(copy.folder, 'data/dist/dataset.json');
  const [whole, first] = [await readFile(path), await hash()];
  await putFile(path, whole);
  await truncate(path, whole.length >> 1);
  await tell('The new data/dist is not taken, the old goes on');
  expect(service.output()).toContain('dataset.json is not what its build wrote');
  expect(await hash()).toBe(first);
  expect((await fetch(`${service.origin}/ru/regions/RU-TA`)).status).toBe(200);
  await putFile(path, whole);
});

it('a whole one is taken while requests come in, none of which fails, and old files stay', async () => {
  const first = String(await hash());
  const oldFile = `${service.origin}/data/${first.slice(0, 16)}/dataset.ru.json`;
  expect((await fetch(oldFile)).status).toBe(200);
  await putReports(copy, publishedCount(6));
  let isOver = false;
  const statuses = new Set<number>();
  const readers = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const response = await fetch(
        `${service.origin}/api/v1/collections/regions/items/RU-TA?f=json`,
      );
      await response.arrayBuffer();
      statuses.add(response.status);
    }
  });
  await tell('The new data/dist answers from now on');
  isOver = true;
  await Promise.all(readers);
  expect([...statuses]).toEqual([200]);
  expect(await hash()).not.toBe(first);
  expect((await fetch(oldFile)).status).toBe(200);
  const region = await fetch(`${service.origin}/api/v1/collections/regions/items/RU-TA?f=json`);
  expect(JSON.stringify(await region.json())).toContain('"reports');
  expect(await (await fetch(`${service.origin}/en/regions/RU-TA`)).text()).toContain(
    '6 of 6: It worked',
  );
});
