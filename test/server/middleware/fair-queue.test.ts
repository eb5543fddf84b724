import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../../server/middleware/fair-queue.ts';

describe('the queue of costly tasks', () => {
  it('lets others in between two tasks that wait together', async () => {
    const order: string[] = [];
    const takeTurn = createFairQueue();
    const first = takeTurn('one', () => order.push('first'));
    const second = takeTurn('one', () => order.push('second'));
    await first;
    setImmediate(() => order.push('other'));
    await second;
    expect(order).toEqual(['first', 'other', 'second']);
  });

  it('lets each client have a turn before another has a second one', async () => {
    const order: string[] = [];
    const takeTurn = createFairQueue();
    const of = (client: string, name: string) => takeTurn(client, () => order.push(name));
    await Promise.all([of('a', 'a1'), of('a', 'a2'), of('a', 'a3'), of('b', 'b1'), of('c', 'c1')]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('tells the failure of a task to its own caller and goes on', async () => {
    const takeTurn = createFairQueue();
    const failing = takeTurn('one', () => {
      throw new Error('no');
    });
    const next = takeTurn('one', () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
