import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Experience } from '../../../data/core/schema/report.ts';
import { PublishedReports } from '../../../data/core/schema/report.ts';
import type { CodedBody } from '../../../server/middleware/content-coding.ts';
import { createLazyStore, type OpenStore, storeOf } from '../../../server/reports/open-store.ts';
import {
  createPublished,
  type Published,
  writePublished,
} from '../../../server/reports/published.ts';
import type { StoredCase } from '../../../server/reports/store/case-rows.ts';
import { migrate } from '../../../server/reports/store/database.ts';
import { EXPERIENCE } from '../../fixtures/reports.ts';
import { enginesHere, type Started } from './engines.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../server/reports/store/migrations');
const TODAY = '2026-11-30';

/** The plain text of a body. */
async function textOf(body: CodedBody): Promise<string> {
  const { bytes } = body.identity;
  if (typeof bytes === 'string' || !('load' in bytes)) throw new Error('not kept encoded');
  return Buffer.from(await bytes.load()).toString();
}

describe.each(enginesHere())('what is public of all cases, on $name', ({ start }) => {
  let started: Started;
  let opened: OpenStore;
  let published: Published;
  /** Times that all decided cases were read. */
  let readings = 0;
  let today = TODAY;
  beforeAll(async () => {
    started = await start();
    const database = await started.open();
    await migrate(database, MIGRATIONS);
    opened = storeOf(database);
  });
  beforeEach(() => {
    [readings, today] = [0, TODAY];
    const { cases } = opened;
    const decided = () => {
      readings += 1;
      return cases.decided();
    };
    const counting = { ...opened, cases: { ...cases, decided } };
    const store = createLazyStore(
      async () => counting,
      () => true,
      Date.now,
    );
    published = createPublished(store, () => today);
  });
  afterAll(async () => {
    await opened.close();
    await started.stop();
  });

  const decided = async (more: Partial<Experience> = {}) => {
    const submitted = await opened.cases.submit({ report: { ...EXPERIENCE, ...more }, today });
    const number = 'stored' in submitted ? submitted.stored.number : '';
    await opened.desk.decide(number, { act: 'publish', withText: false }, 'anna', today);
    return number;
  };

  it('is made once for all who ask at once, and for those who ask again', async () => {
    await decided();
    const bodies = await Promise.all(Array.from({ length: 50 }, () => published.body()));
    expect(new Set([...bodies, await published.body()]).size).toBe(1);
    expect(readings).toBe(1);
  });

  it('is made anew when something was decided, and on another day', async () => {
    const before = await published.body();
    const number = await decided();
    const after = await published.body();
    expect(await textOf(after)).toContain(number);
    expect(after.identity.etag).not.toBe(before.identity.etag);
    today = '2026-12-01';
    expect(await textOf(await published.body())).toContain('"publishedOn":"2026-12-01"');
    expect(readings).toBe(3);
  });

  it('holds what was decided before it was asked for, also where it was being made already', async () => {
    const early = published.body();
    const number = await decided();
    expect(await textOf(await published.body())).toContain(number);
    await early;
  });

  it('keeps nobody waiting for longer than a connection may stand still, and goes on', async () => {
    await decided();
    const { cases } = opened;
    let go = () => {};
    const until = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* slowly() {
      await until;
      yield* cases.decided();
    }
    const slow = { ...opened, cases: { ...cases, decided: slowly } };
    const store = createLazyStore(
      async () => slow,
      () => true,
      Date.now,
    );
    const patient = createPublished(store, () => today, 20);
    await expect(patient.body()).rejects.toMatchObject({ status: 503 });
    go();
    await expect.poll(() => patient.body().then(textOf, String)).toContain('"experiences"');
  });

  it('comes as plain text and encoded, the same bytes', async () => {
    for (let at = 0; at < 6; at++) await decided({ month: `2026-0${at + 1}` });
    const body = await published.body();
    const text = await textOf(body);
    expect(Buffer.byteLength(text)).toBe(body.identity.length);
    const read = PublishedReports.parse(JSON.parse(text));
    expect(read.cases.length).toBeGreaterThanOrEqual(6);
    const { bytes } = await body.forAccepted('gzip');
    const stream = new Blob([Buffer.from(Object(bytes))]).stream();
    const plain = await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(plain).toBe(text);
  });
});

describe('the text of what is public', () => {
  const PAGE = 200;
  const caseAt = (at: number): StoredCase => ({
    ...{ number: `26-${String(at).padStart(4, '0')}-0`, state: 'published', reason: undefined },
    ...{ duplicateOf: undefined, receivedOn: TODAY, dueOn: TODAY, answeredOn: TODAY },
    ...{ changedOn: TODAY, isTextPublic: false },
    report: { ...EXPERIENCE, operatorId: `operator-${at}` },
  });
  async function* pages(count: number) {
    for (let page = 0; page < count; page++) {
      yield Array.from({ length: PAGE }, (_, at) => caseAt(page * PAGE + at));
    }
  }

  it.each([0, 1, 30])(
    'is written some cases and some counts at a time (%d pages)',
    async (count) => {
      const pieces: string[] = [];
      for await (const piece of writePublished(pages(count), TODAY)) pieces.push(piece);
      const longest = (word: string) =>
        Math.max(...pieces.map((piece) => piece.split(word).length));
      expect(longest('"case":')).toBeLessThanOrEqual(PAGE + 1);
      expect(longest('"size":')).toBeLessThanOrEqual(PAGE + 1);
      const { cases, experiences } = PublishedReports.parse(JSON.parse(pieces.join('')));
      expect([cases.length, experiences.length]).toEqual([count * PAGE, count * PAGE]);
    },
  );
});
