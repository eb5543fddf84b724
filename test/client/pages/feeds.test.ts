import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderCaseFeed, renderSubjectFeed } from '../../../client/pages/feeds.ts';
import type { PageContext } from '../../../client/server-entry.tsx';
import { createRealContext } from '../real-context.ts';

let context: PageContext;
beforeAll(async () => {
  context = await createRealContext();
});

const textOf = (address: string, language: 'ru' | 'en' | 'zh' = 'ru') =>
  renderSubjectFeed(address, language, context)?.text ?? '';

describe('feeds of regions and operators', () => {
  it.each(['/operators/mts', '/operators/t2', '/regions/RU-TA', '/regions/RU-MOW'])(
    '%s is read as Atom and as JSON Feed with the same entries',
    (path) => {
      const atom = parseAtomFeed(textOf(`${path}.atom`));
      const json = parseJsonFeed(JSON.parse(textOf(`${path}.json`)));
      expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id));
      expect(atom.id).toMatch(/^urn:family-esim-map:/);
      const days = json.items?.map(({ date_modified }) => String(date_modified)) ?? [];
      expect(days).toEqual(days.toSorted().reverse());
    },
  );

  it('have entries for every operator with dated claims, in each language', () => {
    for (const language of ['ru', 'en', 'zh'] as const) {
      expect(
        parseAtomFeed(textOf('/operators/mts.atom', language)).entries?.length,
      ).toBeGreaterThan(3);
    }
  });

  it('are calendars of whole days, which a calendar library opens', () => {
    const calendar = new ICAL.Component(ICAL.parse(textOf('/operators/mts.ics')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.length).toBeGreaterThan(3);
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('are the same however often they are asked for', () => {
    for (const address of ['/operators/mts.atom', '/operators/mts.json', '/operators/mts.ics']) {
      expect(textOf(address)).toBe(textOf(address));
    }
  });

  it('are nowhere else', () => {
    for (const address of [
      '/operators/nobody.atom',
      '/regions/RU-ZZZ.ics',
      '/regions/RU-TA.rss',
      '/about.atom',
    ]) {
      expect(renderSubjectFeed(address, 'ru', context)).toBeUndefined();
    }
  });
});

it('the feed of cases says number, state and day', () => {
  const cases = [{ title: '26-7JBC-B · published', number: '26-7JBC-B', changedOn: '2026-11-30' }];
  const { entries } = parseAtomFeed(renderCaseFeed(cases, 'atom', 'en', context));
  expect(entries).toMatchObject([
    { id: 'urn:family-esim-map:case:26-7JBC-B', title: { value: '26-7JBC-B · published' } },
  ]);
});
