import { expect, it } from 'vitest';
import { createStore } from '../../../client/state/store.ts';

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
