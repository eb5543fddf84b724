import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, makeKey } from '../../../server/reports/secret-key.ts';
import type { StoredCase } from '../../../server/reports/store/case-rows.ts';
import { type CaseStore, createCaseStore } from '../../../server/reports/store/case-store.ts';
import { type Database, migrate } from '../../../server/reports/store/database.ts';
import { createDeskStore } from '../../../server/reports/store/desk-store.ts';
import type { Submission, Submitted } from '../../../server/reports/store/submit-case.ts';
import { EXPERIENCE as TOLD_NO } from '../../fixtures/reports.ts';
import { enginesHere, postgresFolder, type Started } from './engines.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../server/reports/store/migrations');
const TODAY = '2026-11-30';

const EXPERIENCE = { ...TOLD_NO, text: 'В салоне сказали, что не выйдет' } as const;

function submission(more: Partial<Submission> = {}): Submission {
  return { report: EXPERIENCE, today: TODAY, keyHash: hashOf(makeKey()), ...more };
}

function numberOf(submitted: Submitted): string {
  if ('stored' in submitted) return submitted.stored.number;
  throw new Error(`not stored: ${submitted.outcome}`);
}

describe.each(enginesHere())('the store of cases on $name', ({ start }) => {
  let started: Started;
  let database: Database;
  let store: CaseStore;
  beforeAll(async () => {
    started = await start();
    database = await started.open();
    await migrate(database, MIGRATIONS);
    store = createCaseStore(database);
  });
  beforeEach(async () => {
    await database.query('truncate report_case, idempotency, spent_proof, message');
  });
  afterAll(async () => {
    await database.close();
    await started.stop();
  });

  it('runs each migration once, also when several processes start at once', async () => {
    expect(await migrate(database, MIGRATIONS)).toEqual([]);
  });

  it('refuses to work on a database of a newer program', async () => {
    await database.query("insert into migration (name) values ('9999-later.sql')");
    await expect(migrate(database, MIGRATIONS)).rejects.toThrow('newer version (9999-later.sql)');
    await database.query("delete from migration where name = '9999-later.sql'");
  });

  it('stores a report under a number, to be answered in 14 days', async () => {
    const submitted = await store.submit(submission());
    expect(submitted).toMatchObject({
      outcome: 'stored',
      stored: { state: 'received', receivedOn: TODAY, dueOn: '2026-12-14' },
    });
    expect((await store.find(numberOf(submitted)))?.report).toEqual(EXPERIENCE);
  });

  it('reads all decided cases once each in the order in which they came, however many there are', async () => {
    const wide = createCaseStore(database, { openASubject: 1_000 });
    for (let at = 0; at < 450; at += 1) {
      await wide.submit(submission({ today: `2026-11-${at % 2 === 0 ? '29' : '30'}` }));
    }
    await database.query("update report_case set state = 'published'");
    await store.submit(submission());
    const pages: (readonly StoredCase[])[] = [];
    for await (const page of store.decided()) pages.push(page);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(200);
    const decided = pages.flat();
    expect(new Set(decided.map(({ number }) => number)).size).toBe(450);
    expect(decided).toHaveLength(450);
    const days = decided.map(({ receivedOn }) => receivedOn);
    expect(days).toEqual(days.toSorted());
  });

  it('tells when something changed of the decided cases, and not of those that wait', async () => {
    const KEY = hashOf('key');
    const waiting = numberOf(await store.submit(submission({ keyHash: KEY })));
    const desk = createDeskStore(database);
    const before = await store.decidedVersion();
    await store.answer(waiting, KEY, 'ещё', TODAY);
    expect(await store.decidedVersion()).toBe(before);
    const versions = [before];
    await desk.decide(waiting, { act: 'ask', question: 'когда?' }, 'anna', TODAY);
    versions.push(await store.decidedVersion());
    await store.answer(waiting, KEY, 'вчера', TODAY);
    versions.push(await store.decidedVersion());
    await store.withdraw(waiting, KEY);
    versions.push(await store.decidedVersion());
    const other = numberOf(await store.submit(submission()));
    await desk.declineAll([other], 'spam', 'anna', TODAY);
    versions.push(await store.decidedVersion());
    expect(new Set(versions).size).toBe(5);
  });

  it('takes a retry as the same report, and another report under the same key as neither', async () => {
    const idempotency = { keyHash: hashOf('a'), bodyHash: hashOf('b') };
    const first = await store.submit(submission({ idempotency }));
    const again = await store.submit(submission({ idempotency }));
    expect(again).toMatchObject({ outcome: 'known', stored: { number: numberOf(first) } });
    expect(
      await store.submit(submission({ idempotency: { ...idempotency, bodyHash: hashOf('c') } })),
    ).toEqual({
      outcome: 'other-body',
    });
    expect((await store.list({}, 10, 0)).total).toBe(1);
  });

  it('stores one case when the same report comes 20 times at once', async () => {
    const idempotency = { keyHash: hashOf('at once'), bodyHash: hashOf('b') };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => store.submit(submission({ idempotency }))),
    );
    expect(new Set(all.map(numberOf)).size).toBe(1);
    expect(all.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
  });

  it('takes a proof of work once', async () => {
    const proof = { hash: hashOf('proof'), expiresOn: TODAY };
    const both = await Promise.all([
      store.submit(submission({ proof })),
      store.submit(submission({ proof })),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['proof-spent', 'stored']);
  });

  it('stores no more cases in all, and no more open ones about one subject, than its limits', async () => {
    const limited = createCaseStore(database, { cases: 3, openASubject: 2 });
    const outcomes: string[] = [];
    for (const operatorId of ['mts', 'mts', 'mts', 't2', 'beeline']) {
      outcomes.push(
        (await limited.submit(submission({ report: { ...EXPERIENCE, operatorId } }))).outcome,
      );
    }
    expect(outcomes).toEqual(['stored', 'stored', 'subject-full', 'stored', 'store-full']);
  });

  it('opens a case for its key alone, and tells nobody whether the number or the key was wrong', async () => {
    const keyHash = hashOf('the key');
    const number = numberOf(await store.submit(submission({ keyHash })));
    expect(await store.open(number, keyHash)).toMatchObject({ stored: { number }, messages: [] });
    expect(await store.open(number, hashOf('another'))).toBeUndefined();
    expect(await store.open('26-0000-0', keyHash)).toBeUndefined();
    expect(await store.withdraw(number, hashOf('another'))).toBe(false);
  });

  it('keeps answers of a sender, at most three in a row, and starts the clock again', async () => {
    const keyHash = hashOf('the key');
    const number = numberOf(await store.submit(submission({ keyHash })));
    for (const body of ['a', 'b', 'c'])
      expect(await store.answer(number, keyHash, body, '2026-12-10')).toBe('added');
    expect(await store.answer(number, keyHash, 'd', '2026-12-10')).toBe('full');
    expect(await store.open(number, keyHash)).toMatchObject({
      stored: { dueOn: '2026-12-24' },
      messages: [{ author: 'sender', body: 'a' }, { body: 'b' }, { body: 'c' }],
    });
  });

  it('leaves number and state of a withdrawn case, and takes no retry of it', async () => {
    const keyHash = hashOf('the key');
    const idempotency = { keyHash: hashOf('a'), bodyHash: hashOf('b') };
    const number = numberOf(await store.submit(submission({ keyHash, idempotency })));
    await store.answer(number, keyHash, 'and more', TODAY);
    expect(await store.withdraw(number, keyHash)).toBe(true);
    expect(await store.find(number)).toEqual({ number, state: 'withdrawn', isTextPublic: false });
    expect(await store.open(number, keyHash)).toBeUndefined();
    expect(await database.query('select body from message where number = $1', [number])).toEqual(
      [],
    );
    expect(await store.submit(submission({ idempotency }))).toEqual({ outcome: 'withdrawn' });
  });

  it('lists cases by state, region and operator, a page at a time', async () => {
    for (const operatorId of ['mts', 't2', 't2'])
      await store.submit(submission({ report: { ...EXPERIENCE, operatorId } }));
    const page = await store.list({ operatorId: 't2', state: 'received', regionId: 'RU-TA' }, 1, 1);
    expect([page.cases.length, page.total]).toEqual([1, 2]);
  });

  it('keeps one secret for all processes', async () => {
    expect(await store.secret()).toBe(await createCaseStore(database).secret());
  });

  it('refuses to change its log', async () => {
    await database.query(
      "insert into desk_log (done_on, member, act) values ('2026-11-30', 'anna', 'publish')",
    );
    for (const statement of [
      'delete from desk_log',
      "update desk_log set act = 'decline'",
      'truncate desk_log',
    ]) {
      await expect(database.query(statement)).rejects.toThrow('append-only');
    }
  });

  it('undoes a transaction that fails, and goes on', async () => {
    await expect(
      database.transaction(async (queries) => {
        await queries.query("insert into setting (name, value) values ('x', 'y')");
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await database.query("select * from setting where name = 'x'")).toEqual([]);
  });
});

// Skipped, and so named in the summary as not run, where Debian's package is not installed.
it.runIf(postgresFolder() !== undefined)('PostgreSQL: the store was tried on a server, too', () => {
  expect(enginesHere().map(({ name }) => name)).toContain('postgres');
});
