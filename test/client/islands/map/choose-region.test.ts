import { expect, it } from 'vitest';
import { createStore } from '../../../../client/islands/common/store.ts';
import { chooseRegion, type MapState } from '../../../../client/islands/map/map-state.ts';

const nothingChosen: MapState = {
  regionId: undefined,
  focusId: undefined,
  layer: 'verdict',
  operatorId: undefined,
  view: 'globe',
  card: 'closed',
  regionsOpen: true,
};

it('opens and closes a card together with its region, in one change', () => {
  const store = createStore(nothingChosen);
  const heard: string[] = [];
  store.watch(({ regionId, focusId, card }) => heard.push(`${regionId} ${focusId} ${card}`));
  chooseRegion(store, 'RU-TA');
  chooseRegion(store, undefined);
  expect(heard).toEqual(['RU-TA RU-TA answer', 'undefined RU-TA closed']);
});

it('keeps the height that the reader gave the card', () => {
  const store = createStore<MapState>({ ...nothingChosen, card: 'full', regionId: 'RU-TA' });
  chooseRegion(store, 'RU-SA');
  expect(store.get()).toMatchObject({ regionId: 'RU-SA', card: 'full' });
});
