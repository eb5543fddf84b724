import { expect, it } from 'vitest';
import { formatSelection, parseSelection } from '../../../../client/islands/map/map-state.ts';

const IDS = {
  regionIds: new Set(['RU-TA', 'RU-MOW']),
  operatorIds: new Set(['mts']),
  layerIds: ['bundle', 'presence'],
};
const DEFAULTS = { regionId: undefined, layer: 'bundle', operatorId: undefined, view: 'globe' };

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
