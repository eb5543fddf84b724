import { describe, expect, it } from 'vitest';
import { createTurns } from '../../server/http/take-turns.ts';

describe('the queue of costly tasks', () => {
  it('lets others in between two tasks that wait together', async () => {
    const order: string[] = [];
    const takeTurn = createTurns();
    const first = takeTurn(() => order.push('first'));
    const second = takeTurn(() => order.push('second'));
    await first;
    setImmediate(() => order.push('other'));
    await second;
    expect(order).toEqual(['first', 'other', 'second']);
  });

  it('tells the failure of a task to its own caller and goes on', async () => {
    const takeTurn = createTurns();
    const failing = takeTurn(() => {
      throw new Error('no');
    });
    const next = takeTurn(() => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
