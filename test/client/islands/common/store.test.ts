import { expect, it } from 'vitest';
import { createStore } from '../../../../client/islands/common/store.ts';

it('tells watchers the new and the former value, and nothing when nothing changed', () => {
  const store = createStore({ region: 'RU-TA', open: false });
  const heard: string[] = [];
  store.watch((value, former) => heard.push(`${former.region} > ${value.region}`));
  store.update({ region: 'RU-TA' });
  store.update({ region: 'RU-SA' });
  expect(heard).toEqual(['RU-TA > RU-SA']);
});

it('stops telling a watcher that has gone', () => {
  const store = createStore({ count: 0 });
  let heard = 0;
  const stop = store.watch(() => {
    heard += 1;
  });
  store.update({ count: 1 });
  stop();
  store.update({ count: 2 });
  expect(heard).toBe(1);
});

it('tells of a change that a watcher made only after all have heard of the one before', () => {
  const store = createStore({ region: 'none', card: 'closed' });
  const heard: string[] = [];
  store.watch(({ region }) => store.update({ card: region === 'none' ? 'closed' : 'answer' }));
  store.watch((value, former) => {
    heard.push(`${former.region} ${former.card} > ${value.region} ${value.card}`);
  });
  store.update({ region: 'RU-TA' });
  expect(heard).toEqual(['none closed > RU-TA closed', 'RU-TA closed > RU-TA answer']);
});

it('goes on telling after a watcher has failed', () => {
  const store = createStore({ count: 0 });
  const heard: number[] = [];
  store.watch(({ count }) => {
    if (count === 1) throw new Error('cannot count to one');
    heard.push(count);
  });
  expect(() => store.update({ count: 1 })).toThrow('cannot count');
  store.update({ count: 2 });
  expect(heard).toEqual([2]);
});
