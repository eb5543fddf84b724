import { beforeAll, describe, expect, it } from 'vitest';
import { createCollections } from '../../server/api/collections/create-collections.ts';
import type { LiveCollection } from '../../server/api/collections/live-collection.ts';
import type { Service } from '../../server/service.ts';
import { createTestApp } from '../server/test-app.ts';

let service: Service;
beforeAll(async () => {
  ({ service } = await createTestApp());
});

/** Near one another and far apart, forwards and back, one of them twice. */
const DAYS = ['2026-11-23', '2026-11-24', '2026-12-03', '2024-02-29', '2026-12-03', '2031-01-01'];

/** All that answers are made of, as one text for each feature. */
function written(collection: LiveCollection, day: string): string[] {
  return collection.on(day).items.map(({ id, since, json, feature }) => {
    const bytes = json.map((piece) => Buffer.from(piece.bytes).toString());
    const digests = json.map(({ digest }) => digest);
    return [id, since, ...bytes, ...digests, JSON.stringify(feature)].join('\n');
  });
}

describe('the features of a day', () => {
  it('are written in the same bytes, whichever days were asked for before', () => {
    const inTurn = createCollections(service);
    for (const day of DAYS) {
      createCollections(service).forEach((fresh, at) => {
        const collection = inTurn[at];
        expect(collection?.id).toBe(fresh.id);
        const before = collection === undefined ? [] : written(collection, day);
        const anew = written(fresh, day);
        expect(before.length, `${fresh.id} on ${day}`).toBe(anew.length);
        expect(anew.filter((text, row) => text !== before[row]).slice(0, 3)).toEqual([]);
      });
    }
  });
});
