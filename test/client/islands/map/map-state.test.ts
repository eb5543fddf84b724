import { describe, expect, it } from 'vitest';
import {
  chooseRegion,
  createStore,
  formatSelection,
  type MapState,
  parseSelection,
} from '../../../../client/islands/map/map-state.ts';

const IDS = {
  regionIds: new Set(['RU-TA', 'RU-MOW']),
  operatorIds: new Set(['mts']),
  layerIds: ['bundle', 'presence'],
};
const DEFAULTS = { regionId: undefined, layer: 'bundle', operatorId: undefined, view: 'globe' };

const nothingChosen: MapState = {
  regionId: undefined,
  focusId: undefined,
  layer: 'verdict',
  operatorId: undefined,
  view: 'globe',
  card: 'closed',
  regionsOpen: true,
};

describe('the address of the map', () => {
  it('has an empty address for what everyone sees first', () => {
    const selection = parseSelection('', IDS);
    expect(selection).toEqual(DEFAULTS);
    expect(formatSelection(selection, IDS)).toBe('');
  });

  it('reads back what it wrote', () => {
    const query = '?region=RU-TA&layer=presence&operator=mts&view=flat';
    expect(formatSelection(parseSelection(query, IDS), IDS)).toBe(query);
  });

  it('ignores what it does not know, so that an old link still opens the map', () => {
    expect(parseSelection('?region=RU-XX&layer=tariffs&operator=yota&view=cube', IDS)).toEqual(
      DEFAULTS,
    );
  });
});

describe('choosing a region', () => {
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
});

describe('a store', () => {
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
});
