import { beforeEach, describe, expect, it } from 'vitest';
import {
  createFairQueue,
  type FairQueue,
  type GiveWay,
} from '../../../server/middleware/fair-queue.ts';

/** A clock that moves only where a test says so: the speed of the machine means nothing. */
let now = 0;
let queue: FairQueue;
beforeEach(() => {
  now = 0;
  queue = createFairQueue(() => now);
});

const busyFor = (milliseconds: number) => {
  now += milliseconds;
};
const loop = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of what has to be computed', () => {
  it('runs a task at once where nothing waits', () => {
    expect(queue.run('one', () => 'done')).toBe('done');
  });

  it('lets others in between two tasks that take long together', async () => {
    const order: string[] = [];
    const task = (name: string) => () => {
      busyFor(10);
      order.push(name);
    };
    const tasks = ['first', 'second', 'third'].map((name) => queue.run('one', task(name)));
    setImmediate(() => order.push('other'));
    await Promise.all(tasks);
    expect(order).toEqual(['first', 'second', 'other', 'third']);
  });

  it('answers who asks for little before the second task of one who asks for much', async () => {
    const order: string[] = [];
    const of = (client: string, name: string) =>
      queue.run(client, () => {
        busyFor(20);
        order.push(name);
      });
    await Promise.all([of('a', 'a1'), of('a', 'a2'), of('a', 'a3'), of('b', 'b1'), of('c', 'c1')]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it.each([
    ['for the first time', 0],
    ['who was served for long while it was alone', 600],
  ])('lets one ask %s as if nobody else did, beside fifty who never stop', async (_, before) => {
    for (let turn = 0; turn < before; turn++) {
      queue.run('visitor', () => busyFor(1));
      await loop();
    }
    let slices = 0;
    let isOn = true;
    const long = async (giveWay: GiveWay) => {
      for (let step = 0; step < 10; step++) {
        busyFor(5);
        slices += 1;
        await giveWay();
      }
    };
    const others = Array.from({ length: 50 }, async (_, index) => {
      while (isOn) await queue.run(`other ${index}`, long);
    });
    const reach = async (count: number) => {
      while (slices < count) await loop();
    };
    await reach(200);
    const waits: number[] = [];
    for (let visit = 0; visit < 20; visit++) {
      const seen = slices;
      await queue.run('visitor', () => busyFor(1));
      waits.push(slices - seen);
      await reach(slices + 20);
    }
    isOn = false;
    await Promise.all(others);
    // A round of fifty slices would be what it pays for having just been served.
    expect(Math.max(...waits)).toBeLessThanOrEqual(before === 0 ? 2 : 10);
  });

  it('has few long tasks half done at a time, and answers what is short beside them', async () => {
    let [halfDone, most, isOn] = [0, 0, true];
    const long = async (giveWay: GiveWay) => {
      halfDone += 1;
      for (let step = 0; step < 5; step++) {
        busyFor(5);
        await giveWay();
        most = Math.max(most, halfDone);
      }
      halfDone -= 1;
    };
    const others = Array.from({ length: 30 }, async (_, index) => {
      while (isOn) await queue.run(`other ${index}`, long);
    });
    // From here on all of them are known to ask for much.
    while (now < 2_000) await loop();
    await loop();
    most = 0;
    while (now < 4_000) await loop();
    expect(most).toBeLessThanOrEqual(4);
    expect(await queue.run('visitor', () => 'short')).toBe('short');
    isOn = false;
    await Promise.all(others);
  });

  it('refuses at once what would wait for longer than a reader does', async () => {
    const costly = () => queue.run('many', () => busyFor(3_000));
    for (let known = 0; known < 60; known++) {
      costly();
      await loop();
    }
    const asked = now;
    let refusedAt: number | undefined;
    const answers = Array.from({ length: 10 }, async () => {
      try {
        return await costly();
      } catch (error) {
        refusedAt ??= now;
        throw error;
      }
    });
    const results = await Promise.allSettled(answers);
    expect(refusedAt).toBe(asked + 3_000);
    expect(results.filter(({ status }) => status === 'fulfilled')).not.toHaveLength(0);
  });

  it('takes turns between the slices of long tasks, and charges each for its own', async () => {
    const order: string[] = [];
    const charges: Record<string, number> = {};
    const long = (client: string) =>
      queue.run(
        client,
        async (giveWay) => {
          for (let step = 0; step < 3; step++) {
            busyFor(10);
            order.push(client);
            await giveWay();
          }
        },
        (busy) => {
          charges[client] = (charges[client] ?? 0) + busy;
        },
      );
    await Promise.all([long('a'), long('b')]);
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(charges).toEqual({ a: 30, b: 30 });
  });

  it('charges what a task waits for without giving way', async () => {
    let charged = 0;
    await queue.run(
      'one',
      async () => {
        await loop();
        busyFor(40);
      },
      (busy) => {
        charged += busy;
      },
    );
    expect(charged).toBe(40);
  });

  it('goes on at once where a task has not run for long', () => {
    queue.run('one', (giveWay) => expect(giveWay()).toBeUndefined());
  });

  it('refuses with 503 what has waited for longer than a reader does', async () => {
    const first = queue.run('one', async () => {
      await loop();
      busyFor(10_000);
    });
    const late = queue.run('two', () => 'too late');
    await first;
    await expect(late).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '8' } });
    expect(await queue.run('two', () => 'again')).toBe('again');
  });

  it('brings to its end what takes long on a slow machine where nobody else waits', async () => {
    const slow = async (giveWay: GiveWay) => {
      for (let step = 0; step < 5; step++) {
        busyFor(3_000);
        await giveWay();
      }
      return 'done';
    };
    await expect(queue.run('one', slow)).resolves.toBe('done');
  });

  it('refuses at once what is sent by the one who has used most where too many wait', async () => {
    queue.run('many', () => busyFor(50));
    const many = Array.from({ length: 600 }, () => queue.run('many', () => 'answered'));
    const little = queue.run('little', () => 'answered');
    const results = await Promise.allSettled(many);
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(
      100,
    );
    expect(await little).toBe('answered');
  });

  it('tells the failure of a task to its own caller and goes on', async () => {
    queue.run('one', () => busyFor(50));
    const failing = queue.run('one', () => {
      throw new Error('no');
    });
    const next = queue.run('one', () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
