import { beforeAll, describe, expect, it } from 'vitest';
import {
  familyReports,
  legendOf,
  type PageData,
  regionWords,
  shownLayer,
  shownOperator,
} from '../../../../client/components/context/page-data.ts';
import { findingText } from '../../../../client/components/finding.tsx';
import { layerWords } from '../../../../client/i18n/layers.ts';
import { LANGUAGES } from '../../../../data/core/schema/localized-text.ts';
import type { ExperienceCount } from '../../../../data/core/schema/report.ts';
import { realPageData } from './real-page-data.ts';

const pages = new Map<string, PageData>();
beforeAll(async () => {
  for (const language of LANGUAGES) pages.set(language, await realPageData(language));
});

function dataIn(language: string): PageData {
  const data = pages.get(language);
  if (data === undefined) throw new Error(`no page in ${language}`);
  return data;
}

const IDS = Object.keys(layerWords);
const chosen = (layer: string, operatorId?: string) => ({ layer, operatorId });

describe.each(IDS)('the layer %s', (id) => {
  it.each(LANGUAGES)('names every class that occurs, in %s', (language) => {
    const data = dataIn(language);
    const operators = data.layers.find((each) => each.id === id)?.operatorId
      ? data.operators.map((operator) => operator.id)
      : [undefined];
    for (const operatorId of operators) {
      const { layer, classes } = shownLayer(data, chosen(id, operatorId));
      for (const [regionId, colourClass] of classes) {
        expect(regionWords(layer, colourClass, regionId)).toMatch(/^[^·]/);
      }
    }
  });

  it('counts each of the 83 regions once in its legend, and lists no class that does not occur', () => {
    const { layer, classes } = shownLayer(dataIn('ru'), chosen(id));
    const counts = legendOf(layer, classes).map(({ count }) => count);
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(83);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

describe('a layer of one operator', () => {
  it('opens on one that is not the same everywhere', () => {
    for (const id of ['presence', 'numbers']) {
      const { classes } = shownLayer(dataIn('en'), chosen(id));
      expect(new Set(classes.values()).size).toBeGreaterThan(1);
    }
  });

  it('shows the operator that is chosen; other layers show none', () => {
    const data = dataIn('en');
    const { layer } = shownLayer(data, chosen('numbers'));
    expect(shownOperator(layer, 'motiv')).toBe('motiv');
    expect(shownOperator(shownLayer(data, chosen('bundle')).layer, 'motiv')).toBeUndefined();
  });
});

describe('a colour', () => {
  it('of a family’s answer is never that of a layer which says only where an operator is', () => {
    const data = dataIn('en');
    const answers = new Set(shownLayer(data, chosen('bundle')).classes.values());
    answers.delete('none');
    const presence = [...shownLayer(data, chosen('presence')).classes.values()];
    expect(presence.filter((each) => answers.has(each))).toEqual([]);
  });

  it('of limits says when they were last reported', () => {
    const { layer, classes } = shownLayer(dataIn('en'), chosen('limits'));
    const zones = [...classes].filter(([, colourClass]) => colourClass === 'amount-5');
    expect(zones.length).toBeGreaterThan(5);
    for (const [id, colourClass] of zones) {
      expect(regionWords(layer, colourClass, id)).toMatch(/last reported on \d+ \w+ 20\d\d/);
    }
  });
});

describe('the finding of the map page', () => {
  it.each(LANGUAGES)(
    'names the common case with its count, and what differs, in %s',
    (language) => {
      const data = dataIn(language);
      const { classes } = shownLayer(data, chosen('bundle'));
      const counts = new Map<string, number>();
      for (const each of classes.values()) counts.set(each, (counts.get(each) ?? 0) + 1);
      const most = Math.max(...counts.values());
      const text = findingText(data);
      if (most < 83) expect(text).toContain(String(most));
      expect(text).not.toMatch(/undefined|: \.|RU-/);
    },
  );

  it('follows the data: names the regions that differ', () => {
    const data = dataIn('en');
    const [first] = data.layers;
    if (first === undefined) throw new Error('no layers');
    const letters = `5${'7'.repeat(82)}`;
    const changed = {
      ...data,
      layers: [{ ...first, values: { '': letters } }, ...data.layers.slice(1)],
    };
    const text = findingText(changed);
    expect(text).toMatch(/Almost everywhere \(82 of 83\)/);
    expect(text).toContain(data.regions[0]?.name);
  });
});

describe('what families report', () => {
  const count = (size: 'few' | 'many', regionId: string, total: number): ExperienceCount => ({
    regionId,
    operatorId: 'mts',
    tried: 'bundle',
    size,
    total,
    outcomes: { worked: total },
    since: '2026-03',
    until: '2026-11',
    quarters: [],
  });

  it('is shown as a texture where few, and said with its number and span', async () => {
    const some = { regionId: 'RU-AD', operatorId: 't2', tried: 'watch', size: 'some' } as const;
    const data = await realPageData('en', [
      some,
      count('few', 'RU-BA', 4),
      count('few', 'RU-TA', 3),
      { ...count('many', 'RU-TA', 9), tried: 'payer' },
    ]);
    const { layer, classes } = shownLayer(data, chosen('reports'));
    expect(['RU-AD', 'RU-BA', 'RU-TA', 'RU-SA'].map((id) => classes.get(id))).toEqual([
      'lead',
      'lead',
      'amount-3',
      'none',
    ]);
    const wordsOf = (id: string) => regionWords(layer, classes.get(id) ?? 'none', id);
    expect(wordsOf('RU-AD')).toBe(
      'Few: under five about the same · T2, A watch with a number: some reports',
    );
    expect(wordsOf('RU-TA')).toContain('9 of 9: It worked, since March 2026; MTS, One bundle');
    expect(wordsOf('RU-SA')).toBe('No reports yet');
    expect(familyReports(data, 'RU-BA')?.text).toContain('(few reports)');
    expect(familyReports(data, 'RU-SA')).toBeUndefined();
  });

  it('changes no other layer', async () => {
    const data = await realPageData('ru', [count('many', 'RU-TA', 9)]);
    const others = (layers: PageData['layers']) => layers.filter(({ id }) => id !== 'reports');
    expect(others(data.layers)).toEqual(others(dataIn('ru').layers));
    expect(data.regions).toEqual(dataIn('ru').regions);
  });
});
