import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUnsentBytes, type UnsentBytes } from '../../../server/middleware/request-limit.ts';

const MEGABYTE = 1024 * 1024;
let unsent: UnsentBytes;
beforeEach(() => {
  unsent = createUnsentBytes();
});

/** Holds an answer for a client; the answer is read once the emitter closes. */
const answer = (client: string, bytes: number) => {
  const outgoing = new EventEmitter();
  unsent.open(client, outgoing)(bytes);
  return outgoing;
};
const statusOf = (action: () => unknown): number => {
  try {
    action();
    return 200;
  } catch (error) {
    return Number(Reflect.get(Object(error), 'status'));
  }
};

describe('bytes that wait to be read', () => {
  it('are refused to a client that reads none of them, until it does', () => {
    const first = answer('one', 4 * MEGABYTE);
    expect(statusOf(() => unsent.check('one'))).toBe(429);
    expect(statusOf(() => unsent.check('two'))).toBe(200);
    first.emit('close');
    expect(statusOf(() => unsent.check('one'))).toBe(200);
  });

  it('take no more than 20 MB of six clients that each ask for what is large', () => {
    let held = 0;
    for (let round = 0; round < 20; round++) {
      for (let client = 0; client < 6; client++) {
        const name = String(client);
        const isTaken = statusOf(() => {
          unsent.check(name);
          answer(name, 3 * MEGABYTE);
        });
        if (isTaken === 200) held += 3;
      }
    }
    expect(held).toBeGreaterThanOrEqual(18);
    expect(held).toBeLessThanOrEqual(20);
  });

  it('count while an answer is still being made', () => {
    const outgoing = new EventEmitter();
    const hold = unsent.open('one', outgoing);
    for (let part = 0; part < 20; part++) hold(MEGABYTE);
    expect(statusOf(() => answer('two', 11 * MEGABYTE))).toBe(503);
    expect(statusOf(() => hold(11 * MEGABYTE))).toBe(503);
    outgoing.emit('close');
    expect(statusOf(() => answer('two', 11 * MEGABYTE))).toBe(200);
  });

  it('leave room for whoever takes little, however many take much', () => {
    const refused: string[] = [];
    for (let client = 0; client < 2_000; client++) {
      const status = statusOf(() => answer(String(client), 2 * MEGABYTE));
      if (status !== 200) refused.push(String(client));
    }
    expect(refused.length).toBeGreaterThan(1_900);
    expect(statusOf(() => unsent.check('a reader'))).toBe(200);
    expect(statusOf(() => answer('a reader', 100 * 1024))).toBe(200);
  });
});
