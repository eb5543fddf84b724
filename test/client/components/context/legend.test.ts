import { beforeAll, describe, expect, it } from 'vitest';
import {
  classOf,
  LAYER_CLASSES,
  LAYERS,
  legendOf,
} from '../../../../client/components/context/layers.ts';
import type { PageData, PageRegion } from '../../../../client/components/context/page-data.ts';
import { shownOperator } from '../../../../client/islands/map/map-state.ts';
import { realPageData } from './real-page-data.ts';

let data: PageData;
beforeAll(async () => {
  data = await realPageData('ru');
});

const REGION: PageRegion = {
  id: 'RU-TA',
  name: 'Tatarstan',
  otherNames: [],
  verdict: 'unknown',
  operators: {},
  presence: {},
  sharedPlanOperators: [],
  numbers: {},
  neighbours: [],
  bbox: [47, 54, 54, 57],
  labelPoint: [50, 55],
};

describe('the colour of a region', () => {
  it('gets stronger with each operator that reaches the verdict, up to four', () => {
    const withOperators = (count: number): PageRegion => ({
      ...REGION,
      verdict: 'partial',
      operators: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`operator-${index}`, 'partial' as const]),
      ),
    });
    const classes = [1, 2, 3, 4, 9].map((count) => classOf(withOperators(count), 'verdict', ''));
    expect(classes).toEqual(['partial-1', 'partial-2', 'partial-3', 'partial-4', 'partial-4']);
  });

  it('is never that of "no" where nothing is known', () => {
    for (const layer of LAYERS) expect(classOf(REGION, layer, 'mts')).not.toBe('no');
  });

  it('is not that of a family’s answer where a layer only says that an operator is there', () => {
    const ofVerdicts: readonly string[] = LAYER_CLASSES.verdict.filter(
      (each) => each !== 'unknown',
    );
    expect(LAYER_CLASSES.presence.filter((each) => ofVerdicts.includes(each))).toEqual([]);
    expect(classOf({ ...REGION, presence: { mts: 'yes' } }, 'presence', 'mts')).toBe('present');
  });

  it('follows the round figures of allocated numbers', () => {
    const classes = [1, 99_999, 100_000, 999_999, 5_000_000].map((count) =>
      classOf({ ...REGION, numbers: { mts: count } }, 'numbers', 'mts'),
    );
    expect(classes).toEqual(['amount-1', 'amount-1', 'amount-2', 'amount-3', 'amount-5']);
  });
});

describe('a layer of one operator', () => {
  it('starts with the operator that holds the most numbers', () => {
    expect(shownOperator({ operatorId: undefined }, data.operators)).toBe('mts');
    expect(shownOperator({ operatorId: 't2' }, data.operators)).toBe('t2');
  });
});

describe('the legend', () => {
  it.each(LAYERS)('counts each of the 83 regions once in the layer %s', (layer) => {
    for (const { id } of data.operators) {
      const counts = legendOf(data.regions, layer, id).map(({ count }) => count);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(83);
    }
  });
});
