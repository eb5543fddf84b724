import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublishedReports } from '../../../data/core/schema/report.ts';
import { DeskCommand, runDeskCommand } from '../../../server/reports/desk/desk-commands.ts';
import { askLocal } from '../../../server/reports/desk/local-socket.ts';
import type { OpenStore } from '../../../server/reports/open-store.ts';
import { storeOf } from '../../../server/reports/open-store.ts';
import { writePublished } from '../../../server/reports/published.ts';
import { hashOf } from '../../../server/reports/secret-key.ts';
import { Backup } from '../../../server/reports/store/backup.ts';
import type { Database } from '../../../server/reports/store/database.ts';
import { migrate } from '../../../server/reports/store/database.ts';
import { openPglite } from '../../../server/reports/store/pglite.ts';
import { CORRECTION, EXPERIENCE as TOLD_NO } from '../../fixtures/reports.ts';
import { allOf, backupOf, enginesHere, SCRIPT, type Started, temporaryFolder } from './engines.ts';
import { objectOf, startReports } from './reports-service.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../server/reports/store/migrations');
const TODAY = '2026-11-30';
/** What was made of the decided cases before is made anew after a restore. */
const withoutVersion = (backup: string) => backup.replace(/\n.*"decided".*/, '');
const EXPERIENCE = { ...TOLD_NO, text: 'слова отправителя' } as const;

describe.each(enginesHere())('the desk on $name', ({ start }) => {
  let started: Started;
  let database: Database;
  let store: OpenStore;
  beforeAll(async () => {
    started = await start();
    database = await started.open();
    await migrate(database, MIGRATIONS);
    store = storeOf(database);
  });
  afterAll(async () => {
    await database.close();
    await started.stop();
  });

  const KEY = hashOf('the key');
  const report = async (body: typeof EXPERIENCE | typeof CORRECTION, today = TODAY) => {
    const submitted = await store.cases.submit({ report: body, today, keyHash: KEY });
    return 'stored' in submitted ? submitted.stored.number : '';
  };
  const desk = (command: unknown) =>
    runDeskCommand(store, DeskCommand.parse(command), { member: 'anna', today: TODAY });
  const stateOf = async (number: string) => (await store.cases.find(number))?.state;

  it('has what waits, the oldest first, with what else is about the same', async () => {
    const [late, early] = [
      await report(EXPERIENCE, '2026-11-20'),
      await report(EXPERIENCE, '2026-11-10'),
    ];
    const queue = await store.desk.queue(10);
    expect(queue.map(({ stored }) => stored.number)).toEqual([early, late]);
    expect(queue[0]?.related).toEqual([late]);
    await desk({ command: 'decline', cases: [late, early], reason: 'spam' });
    expect(await store.desk.queue(10)).toEqual([]);
  });

  it('publishes an experience, with its text only if it says so', async () => {
    const [without, within] = [await report(EXPERIENCE), await report(EXPERIENCE)];
    await desk({ command: 'publish', case: without });
    await desk({ command: 'publish', case: within, withText: true });
    const decided = await allOf(store.cases.decided());
    const published = decided.filter(({ state }) => state === 'published');
    expect(published.map(({ isTextPublic }) => isTextPublic).sort()).toEqual([false, true]);
    await expect(desk({ command: 'accept', case: within })).rejects.toThrow(
      'published, not accepted',
    );
  });

  it('asks, hears the answer and has it in the queue again', async () => {
    const number = await report(CORRECTION);
    await desk({ command: 'ask', case: number, question: 'Где это видно?' });
    expect(await stateOf(number)).toBe('needs-evidence');
    expect((await store.desk.queue(10)).map(({ stored }) => stored.number)).not.toContain(number);
    await store.cases.answer(number, KEY, 'на сайте', '2026-12-01');
    expect((await store.desk.queue(10)).map(({ stored }) => stored.number)).toContain(number);
    await desk({ command: 'accept', case: number });
    expect(await stateOf(number)).toBe('accepted');
    await expect(desk({ command: 'decline', cases: [number], reason: 'spam' })).resolves.toEqual({
      done: [],
    });
  });

  it('merges a case into another, and refuses one that is itself merged', async () => {
    const [main, twin, third] = [
      await report(CORRECTION),
      await report(CORRECTION),
      await report(CORRECTION),
    ];
    await desk({ command: 'merge', case: twin, into: main });
    expect(await store.cases.find(twin)).toMatchObject({ state: 'duplicate', duplicateOf: main });
    await expect(desk({ command: 'merge', case: third, into: twin })).rejects.toThrow(
      'another one',
    );
    await expect(desk({ command: 'merge', case: third, into: third })).rejects.toThrow(
      'another one',
    );
  });

  it('writes each act to its log, and never a text of a sender', async () => {
    const log = await store.desk.log(100);
    expect(log.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['publish', 'ask', 'accept', 'decline', 'merge']),
    );
    expect(JSON.stringify(log)).not.toContain('слова');
  });

  it('gives what is public, without what waits, spam, keys or withdrawn cases', async () => {
    const withdrawn = await report(EXPERIENCE);
    await store.cases.withdraw(withdrawn, KEY);
    const waiting = await report(EXPERIENCE);
    let text = '';
    for await (const piece of writePublished(store.cases.decided(), TODAY)) text += piece;
    expect(PublishedReports.parse(JSON.parse(text))).toMatchObject({
      publishedOn: TODAY,
      experiences: [{ regionId: 'RU-TA', operatorId: 'mts', tried: 'bundle', size: 'some' }],
    });
    for (const hidden of [withdrawn, waiting, KEY, 'spam']) expect(text).not.toContain(hidden);
  });

  it('is backed up and restored into an empty database, of either engine', async () => {
    const text = await backupOf(store);
    const backup = Backup.parse(JSON.parse(text));
    expect(backup.tables.report_case.length).toBeGreaterThan(0);
    const folder = temporaryFolder();
    const other = await openPglite(folder, { script: SCRIPT });
    await migrate(other, MIGRATIONS);
    const restored = storeOf(other);
    await restored.restore(backup);
    expect(withoutVersion(await backupOf(restored))).toBe(withoutVersion(text));
    await expect(restored.restore(backup)).rejects.toThrow('restore into an empty one');
    // The log goes on where it was.
    await restored.desk.note('anna', 'invite', TODAY);
    expect((await restored.desk.log(1))[0]?.ordinal).toBeGreaterThan(
      (await store.desk.log(1))[0]?.ordinal ?? 0,
    );
    await other.close();
  });
});

describe('the commands of the desk while a service runs', () => {
  it('go through the service that has the embedded database open', async () => {
    const folder = temporaryFolder();
    const service = await startReports({ dataDir: folder });
    const { case: number } = await objectOf(
      await service.postJson('/api/v1/reports', { ...EXPERIENCE }),
    );
    const asked = await askLocal(folder, { member: 'anna', command: { command: 'list' } });
    expect(JSON.stringify(asked?.result)).toContain(String(number));
    await expect(
      askLocal(folder, { member: 'anna', command: { command: 'show', case: '26-0000-0' } }),
    ).rejects.toThrow('is no case number');
    await service.part.close();
    expect(
      await askLocal(folder, { member: 'anna', command: { command: 'list' } }),
    ).toBeUndefined();
  });

  it('write a backup bit by bit, and take nothing that is too large to be read at once', async () => {
    const folder = temporaryFolder();
    const service = await startReports({ dataDir: folder });
    await service.postJson('/api/v1/reports', { ...EXPERIENCE });
    const asked = await askLocal(folder, { member: 'anna', command: { command: 'backup' } });
    const backup = Backup.parse(asked?.result);
    expect(backup.tables.report_case).toHaveLength(1);
    const tables = { ...backup.tables, desk_log: Array(100_000).fill({ act: 'much of it' }) };
    const command = { command: 'restore', backup: { ...backup, tables } } as const;
    await expect(askLocal(folder, { member: 'anna', command })).rejects.toThrow('too large');
    await service.part.close();
  });

  it('are refused to a second process that would open the same folder', async () => {
    const folder = temporaryFolder();
    const first = await openPglite(folder, { script: SCRIPT });
    await expect(openPglite(folder, { script: SCRIPT })).rejects.toThrow('another process has');
    await first.close();
    const second = await openPglite(folder, { script: SCRIPT });
    await second.close();
  });

  it('answer nonsense on the socket with a sentence', async () => {
    const folder = temporaryFolder();
    const service = await startReports({ dataDir: folder });
    await service.postJson('/api/v1/reports', { ...EXPERIENCE });
    const reply = await new Promise<string>((resolve) => {
      const socket = createConnection({ path: join(folder, 'desk.sock'), allowHalfOpen: true });
      let text = '';
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('end', () => resolve(text));
      socket.end('{"member":"x","command":{"command":"drop"}}');
    });
    expect(JSON.parse(reply)).toHaveProperty('refused');
    await service.part.close();
  });
});

it('the migrations hold no column that could name a sender', () => {
  const sql = ['0001-cases.sql', '0002-desk.sql']
    .map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'))
    .join('\n');
  const columns = [
    ...sql.matchAll(/^ {2}(\w+) (?:text|date|timestamptz|jsonb|integer|bigint|boolean)/gm),
  ].map(([, name]) => name);
  for (const telling of ['address', 'ip', 'agent', 'cookie', 'email', 'phone', 'network'])
    expect(columns).not.toContain(telling);
});
