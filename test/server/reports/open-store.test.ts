import { expect, it } from 'vitest';
import { createLazyStore, storeOf } from '../../../server/reports/open-store.ts';
import { type Database, DatabaseUnavailable } from '../../../server/reports/store/database.ts';

/** A database without rows. */
const database: Database = {
  query: async () => [],
  transaction: (work) => work({ query: async () => [] }),
  close: async () => {},
};
const count = async () => 1;

it('a request that a database takes too long to open for is told so, and the next is answered', async () => {
  let opened = 0;
  let finish = () => {};
  const open = () => {
    opened += 1;
    return new Promise<ReturnType<typeof storeOf>>((resolve) => {
      finish = () => resolve(storeOf(database));
    });
  };
  const store = createLazyStore(
    open,
    () => true,
    () => 0,
    1,
  );
  await expect(store.use(count)).rejects.toThrow('still being opened');
  expect(store.status().state).toBe('idle');
  finish();
  expect(await store.use(count)).toBe(1);
  expect(opened).toBe(1);
  expect(store.status().state).toBe('open');
});

it('a database that was lost is not asked for at once again, and is when the pause is over', async () => {
  let time = 0;
  let opened = 0;
  const open = async () => {
    opened += 1;
    if (opened === 1) throw new DatabaseUnavailable('down');
    return storeOf(database);
  };
  const store = createLazyStore(
    open,
    () => true,
    () => time,
  );
  await expect(store.use(count)).rejects.toThrow('down');
  await expect(store.use(count)).rejects.toThrow('down');
  expect([opened, store.status()]).toEqual([1, { state: 'lost', reason: 'down' }]);
  time = 60_000;
  expect(await store.use(count)).toBe(1);
  expect(store.status().state).toBe('open');
});
