import { describe, expect, it } from 'vitest';
import { createSharedBuild } from '../../server/api/collections/shared-build.ts';

const later = () => new Promise<void>((resolve) => setImmediate(resolve));
const never = () => undefined;

/** Numbers up to five, noting when each is made. */
function* numbers(made: number[]): Iterable<number> {
  for (let number = 1; number <= 5; number++) {
    made.push(number);
    yield number;
  }
}

describe('what several requests wait for', () => {
  it('is made once, by all of them in turns', async () => {
    const made: number[] = [];
    const order: string[] = [];
    const build = createSharedBuild(numbers(made), (parts) => [...parts]);
    const as = (name: string) => () => {
      order.push(name);
      return later();
    };
    const [one, two] = await Promise.all([build.join(as('one')), build.join(as('two'))]);
    expect(one).toBe(two);
    expect(one).toEqual([1, 2, 3, 4, 5]);
    expect(made).toEqual([1, 2, 3, 4, 5]);
    expect(order.slice(0, 4)).toEqual(['one', 'two', 'one', 'two']);
  });

  it('is gone on with where one who made a part of it is refused', async () => {
    const build = createSharedBuild(numbers([]), (parts) => parts.length);
    const refused = build.join(() => Promise.reject(new Error('too busy')));
    await expect(refused).rejects.toThrow('too busy');
    expect(await build.join(never)).toBe(5);
    expect(build.finish()).toBe(5);
  });

  it('fails each time once a part of it failed, and is never taken for whole', async () => {
    const broken = function* () {
      yield 1;
      throw new Error('no outline');
    };
    const build = createSharedBuild(broken(), (parts) => parts.length);
    expect(() => build.finish()).toThrow('no outline');
    await expect(build.join(never)).rejects.toThrow('no outline');
  });
});
