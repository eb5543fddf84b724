import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EXPERIENCE } from '../fixtures/reports.ts';
import { enginesHere, startPostgres, temporaryFolder } from '../server/reports/engines.ts';
import { start } from './lost-service.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What could name a person, each in a place of its own. */
const TELLING = {
  address: '203.0.113.77',
  agent: 'Tell-Tale/1.0',
  cookie: 'tell-tale-cookie',
  referrer: 'tell-tale-referrer',
  query: 'tell-tale-query',
  idempotencyKey: 'tell-tale-idempotency-key',
  phone: '8 916 123-45-67',
  email: 'tell.tale@mail.example',
  account: '@tell_tale_account',
  withdrawn: 'слова, которые отозвали',
};
const HEADERS = {
  'x-client': TELLING.address,
  'x-forwarded-for': TELLING.address,
  'user-agent': TELLING.agent,
  cookie: `id=${TELLING.cookie}`,
  referer: `https://example.org/${TELLING.referrer}`,
};

/** Everything that senders can do, right and wrong; returns keys and numbers. */
async function useAll(origin: string): Promise<{ keys: string[]; numbers: string[] }> {
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { ...HEADERS, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const sent: { case: string; key: string }[] = [];
  for (const text of ['открытые слова', TELLING.withdrawn]) {
    // A busy machine takes its time to open the database.
    for (let attempt = 0; attempt < 30; attempt++) {
      const key = { 'idempotency-key': `${TELLING.idempotencyKey}-${text.length}` };
      const response = await post('/api/v1/reports', { ...EXPERIENCE, text }, key);
      const answer = Object(await response.json());
      if (response.status !== 201) continue;
      sent.push({ case: String(answer.case), key: String(answer.key) });
      break;
    }
  }
  for (const text of [TELLING.phone, TELLING.email, TELLING.account]) {
    expect((await post('/api/v1/reports', { ...EXPERIENCE, text })).status).toBe(400);
    await fetch(`${origin}/api/v1/reports`, {
      method: 'POST',
      headers: HEADERS,
      body: new URLSearchParams({ ...EXPERIENCE, text }),
    });
  }
  const [kept, withdrawn] = sent;
  if (kept === undefined || withdrawn === undefined) throw new Error('no report was taken');
  const threadOf = (number: string) => `/api/v1/cases/${number}/thread`;
  expect((await post(threadOf(kept.case), { key: kept.key, answer: TELLING.phone })).status).toBe(
    400,
  );
  expect((await post(threadOf(kept.case), { key: kept.key, answer: 'ответ' })).status).toBe(200);
  expect(
    (await post(threadOf(withdrawn.case), { key: withdrawn.key, withdraw: true })).status,
  ).toBe(200);
  for (const path of [
    `/ru/cases/${kept.case}`,
    `/api/v1/cases/${kept.case}`,
    `/ru/report?text=${TELLING.query}`,
  ])
    await fetch(origin + path, { headers: HEADERS });
  await fetch(`${origin}/ru/cases/${kept.case}`, {
    method: 'POST',
    headers: HEADERS,
    body: new URLSearchParams({ key: kept.key }),
  });
  return { keys: sent.map(({ key }) => key), numbers: sent.map(({ case: number }) => number) };
}

describe.each(enginesHere().map(({ name }) => name))('after a full run on %s', (name) => {
  it('database, backup and log hold nothing that could name a sender, and no second of theirs', async () => {
    const folder = temporaryFolder();
    const server = name === 'postgres' ? await startPostgres() : undefined;
    if (server !== undefined) onTestFinished(() => server.stop());
    const environment = {
      DATA_DIR: folder,
      DATABASE_URL: server?.url ?? '',
      CLIENT_ADDRESS_FIELD: 'x-client',
    };
    const service = await start({ ...environment, ACCESS_LOG: 'on' });
    const { keys, numbers } = await useAll(service.origin);
    const file = join(folder, 'backup.json');
    execFileSync(
      process.execPath,
      [join(ROOT, 'build/server/reports/desk/main.js'), 'backup', file],
      {
        cwd: ROOT,
        env: { ...process.env, ...environment },
      },
    );
    await fetch(`${service.origin}/api/v1/eligibility?region=RU-TA`);
    await service.stop();
    const log = service.output();
    const kept = {
      database:
        server?.dump() ??
        execFileSync('grep', ['-ra', '', join(folder, 'reports')], {
          encoding: 'utf8',
          maxBuffer: 1e9,
        }),
      serversLog: server === undefined ? '' : await readFile(join(server.folder, 'log'), 'utf8'),
      backup: await readFile(file, 'utf8'),
      log,
    };
    expect(kept.backup).toContain('открытые слова');
    for (const [place, text] of Object.entries(kept)) {
      for (const [what, telling] of Object.entries(TELLING)) {
        // The pages of the embedded database keep what was deleted until they are used again.
        if (what === 'withdrawn' && place === 'database' && name === 'pglite') continue;
        expect(text.includes(telling), `${what} in ${place}`).toBe(false);
      }
      for (const key of keys) expect(text.includes(key), `a key in ${place}`).toBe(false);
    }
    expect(log).toContain('/api/v1/eligibility');
    for (const number of numbers) expect(log).not.toContain(number);
    expect(log).not.toMatch(/\/(?:reports|cases)/);
    // Nothing finer than a day.
    expect(kept.backup).not.toMatch(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d/);
  });
});
