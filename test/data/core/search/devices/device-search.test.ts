import { describe, expect, it } from 'vitest';
import type { DeviceKind } from '../../../../../data/core/schema/device.ts';
import { createDeviceSearch } from '../../../../../data/core/search/devices/device-search.ts';
import { realDevices } from '../../../../fixtures/real-devices.ts';

const search = createDeviceSearch(realDevices.models, realDevices.spellings);
const find = (typed: string, kind?: DeviceKind) => search.find(typed, 8, kind);
const ids = (typed: string, kind?: DeviceKind) =>
  find(typed, kind).hits.map(({ model }) => model.id);

describe('one device of this name', () => {
  it.each([
    // As the maker writes it, with more or less of it.
    ['iPhone 15', 'apple-iphone-15', 'name'],
    ['Apple iPhone 15 Pro Max', 'apple-iphone-15-pro-max', 'name'],
    ['Galaxy A55', 'samsung-galaxy-a55-5g', 'name'],
    ['samsung s24 ultra', 'samsung-galaxy-s24-ultra', 'name'],
    ['Redmi 9A', 'xiaomi-redmi-9a', 'name'],
    ['poco x6', 'xiaomi-poco-x6', 'name'],
    ['honor x9b', 'honor-x9b', 'name'],
    ['oneplus 12', 'oneplus-12', 'name'],
    ['galaxy watch 6', 'samsung-galaxy-watch6', 'name'],
    ['iphone se 2', 'apple-iphone-se-2nd-generation', 'name'],
    ['ipad 10', 'apple-ipad-10th-generation', 'name'],
    ['S24+', 'samsung-galaxy-s24-plus', 'name'],
    ['kt25', 'wonlex-kt25', 'name'],
    // Run together, or parted by anything.
    ['iphone15', 'apple-iphone-15', 'name'],
    ['iPhone-15-Pro', 'apple-iphone-15-pro', 'name'],
    ['galaxys24ultra', 'samsung-galaxy-s24-ultra', 'name'],
    ['iphone15promax', 'apple-iphone-15-pro-max', 'name'],
    ['  IPHONE\u00a013\u00admini ', 'apple-iphone-13-mini', 'name'],
    // In Russian letters, by sound.
    ['айфон 15', 'apple-iphone-15', 'name'],
    ['айфон 14 про макс', 'apple-iphone-14-pro-max', 'name'],
    ['самсунг с24 ультра', 'samsung-galaxy-s24-ultra', 'name'],
    ['галакси а35', 'samsung-galaxy-a35-5g', 'name'],
    ['редми 13с', 'xiaomi-redmi-13c', 'name'],
    ['реалми с55', 'realme-c55', 'name'],
    ['техно спарк 20', 'tecno-spark-20', 'name'],
    ['инфиникс хот 40', 'infinix-hot-40', 'name'],
    ['хонор 90 лайт', 'honor-90-lite', 'name'],
    ['эс 24 ультра', 'samsung-galaxy-s24-ultra', 'name'],
    ['айфон хр', 'apple-iphone-xr', 'name'],
    // Letters that only look Latin.
    ['iРhоnе 15', 'apple-iphone-15', 'name'],
    // Letters that only look Cyrillic.
    ['aйфoн 14', 'apple-iphone-14', 'name'],
    ['самcунг с24', 'samsung-galaxy-s24', 'name'],
    ['вивo x100', 'vivo-x100', 'name'],
    ['хонop 200', 'honor-200', 'name'],
    // With the sizes that a shop adds.
    ['айфон 15 256 гб', 'apple-iphone-15', 'name'],
    ['iPhone 15 128GB', 'apple-iphone-15', 'name'],
    ['Xiaomi 14 12/512GB', 'xiaomi-14', 'name'],
    ['айфон 12/64gb', 'apple-iphone-12', 'name'],
    ['Apple Watch Series 9 45 мм', 'apple-watch-series-9', 'name'],
    // In Chinese.
    ['小米14', 'xiaomi-14', 'name'],
    ['苹果 15 pro max', 'apple-iphone-15-pro-max', 'name'],
    ['华为 mate 60 pro', 'huawei-mate-60-pro', 'name'],
    // In another order, and with the word for its kind.
    ['15 айфон', 'apple-iphone-15', 'name'],
    ['телефон xiaomi 14 ultra', 'xiaomi-14-ultra', 'name'],
    // With the sizes of a shop, with and without their unit.
    ['Смартфон Apple iPhone 13 128GB', 'apple-iphone-13', 'name'],
    ['Xiaomi Redmi Note 13 Pro 8/256', 'xiaomi-redmi-note-13-pro', 'name'],
    ['iPhone 12/64', 'apple-iphone-12', 'name'],
    // By another name.
    ['айпад 2018', 'apple-ipad-6th-generation', 'alias'],
    ['айфон 17 эйр', 'apple-iphone-air', 'alias'],
  ])('%s is %s', (typed, id, match) => {
    expect(find(typed).chosen).toMatchObject({ model: { id }, match });
  });
});

describe('a code on the box', () => {
  it.each([
    ['SM-S921B', 'samsung-galaxy-s24', 'SM-S921B'],
    ['SM-S921B/DS', 'samsung-galaxy-s24', 'SM-S921B'],
    ['s921b', 'samsung-galaxy-s24', 'SM-S921B'],
    ['Модель: SM-A556E/DS', 'samsung-galaxy-a55-5g', 'SM-A556E'],
    ['А3108', 'apple-iphone-15-pro-max', 'A3108'],
    ['iPhone 16 Pro Max (A3296)', 'apple-iphone-16-pro-max', 'A3296'],
    ['2312DRA50G', 'xiaomi-redmi-note-13-pro', '2312DRA50G'],
    ['СМ-С921Б', 'samsung-galaxy-s24', 'SM-S921B'],
    ['ЫЬ-Ы921И', 'samsung-galaxy-s24', 'SM-S921B'],
    ['xt2453-1', 'motorola-razr-50', 'XT2453-1'],
    ['cne-kw48bl', 'canyon-sunny-kw-48', 'CNE-KW48BL'],
  ])('%s is told by its code', (typed, id, by) => {
    expect(find(typed).chosen).toMatchObject({ model: { id }, match: 'code', by });
  });

  it('names the market version where the code does', () => {
    const { chosen } = find('A3108');
    const version = chosen?.model.variants.find(({ id }) => id === chosen.variantId);
    expect(version?.modelCodes).toContain('A3108');
  });

  it('offers the models whose code differs in the letter of the market only', () => {
    const { hits, chosen } = find('SM-G998X');
    expect(chosen).toBeUndefined();
    expect(hits[0]).toMatchObject({ model: { id: 'samsung-galaxy-s21-ultra' }, match: 'near' });
  });

  it('that several models share offers the choice', () => {
    const { hits, chosen } = find('MGA-LX9');
    expect(chosen).toBeUndefined();
    expect(hits.length).toBeGreaterThan(1);
    for (const { match } of hits) expect(match).toBe('code');
  });
});

describe('a name that several devices may have', () => {
  it.each([
    ['15 pro', 'apple-iphone-15-pro', 'xiaomi-15-pro'],
    ['телефон самсунг а15', 'samsung-galaxy-a15-4g', 'samsung-galaxy-a15-5g'],
    ['13t', 'xiaomi-13t', 'oneplus-13t'],
    ['iphone se', 'apple-iphone-se-2nd-generation', 'apple-iphone-se-3rd-generation'],
    ['p40', 'huawei-p40', 'itel-p40'],
    ['ipad air 6', 'apple-ipad-air-11-inch-m2', 'apple-ipad-air-13-inch-m2'],
    ['q50', 'wokka-lokka-q50', 'smart-baby-watch-wonlex-made-models-q-gw-and-kt-series'],
  ])('%s offers %s and %s, and takes none', (typed, one, other) => {
    expect(find(typed).chosen).toBeUndefined();
    expect(ids(typed)).toEqual(expect.arrayContaining([one, other]));
  });

  it('a maker or a line alone is not a device', () => {
    for (const typed of [
      'samsung',
      'apple watch',
      'элари',
      'кидфон',
      'honor',
      'redmi note',
      'samsung fold',
    ]) {
      expect(find(typed).chosen, typed).toBeUndefined();
      expect(find(typed).hits.length, typed).toBeGreaterThan(1);
    }
  });

  it('says how many there are beside those it shows', () => {
    const { hits, more } = find('samsung');
    expect(hits).toHaveLength(8);
    expect(more).toBeGreaterThan(100);
  });

  it('begins with devices of the kind that is wanted', () => {
    expect(find('samsung', 'watch').hits.every(({ model }) => model.kind === 'watch')).toBe(true);
    expect(find('samsung', 'tablet').hits.every(({ model }) => model.kind === 'tablet')).toBe(true);
  });

  it('a network that the maker does not print finds the device nevertheless', () => {
    expect(ids('redmi note 14 pro 5g')[0]).toBe('xiaomi-redmi-note-14-pro-5g');
    expect(ids('iphone 12 5g')[0]).toBe('apple-iphone-12');
  });
});

describe("children's watches", () => {
  it.each([
    'часы для ребёнка',
    'детские часы',
    'Детские часы с GPS',
    'часы ребенку',
    'умные часы для детей',
    'kids watch',
    'children’s smartwatch',
    '儿童手表',
    '儿童电话手表',
  ])('%s is their kind, of which any may be chosen', (typed) => {
    const { kind, chosen, hits } = find(typed);
    expect({ kind, chosen }).toEqual({ kind: 'childrens-watch', chosen: undefined });
    expect(hits.every(({ model }) => model.kind === 'childrens-watch')).toBe(true);
  });

  it.each([
    ['elari', 'Elari'],
    ['часы элари', 'Elari'],
    ['кнопка жизни', 'Aimoto'],
    ['часы кнопка жизни', 'Aimoto'],
    ['wonlex', 'Wonlex'],
    ['вонлекс', 'Wonlex'],
    ['имо', 'imoo'],
    ['часы canyon', 'Canyon'],
    ['小天才', 'XTC'],
  ])('%s finds those of %s', (typed, brand) => {
    const { hits } = find(typed);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ model }) => model.brand === brand)).toBe(true);
  });

  it('other kinds are understood, too', () => {
    expect(find('планшет').kind).toBe('tablet');
    expect(find('смартфон').kind).toBe('phone');
    expect(find('умные часы').kind).toBe('watch');
    expect(find('машина').kind).toBe('car');
    expect(find('планшет самсунг').hits.every(({ model }) => model.kind === 'tablet')).toBe(true);
  });
});

describe('what is not spelled right', () => {
  it.each([
    ['fqajy 15', 'apple-iphone-15', 'layout'],
    ['ыфьыгтп ы24', 'samsung-galaxy-s24', 'layout'],
    ['hfplhjq', undefined, undefined],
    // One word in the other layout beside others that are right.
    ['cfvceyu s24', 'samsung-galaxy-s24', 'layout'],
    ['fqajy 13 mini', 'apple-iphone-13-mini', 'layout'],
    // Russian spellings in Latin letters.
    ['aifon 15', 'apple-iphone-15', 'near'],
    ['syaomi 14', 'xiaomi-14', 'near'],
    ['huavei p40', 'huawei-p40', 'near'],
    ['iphnoe 13', 'apple-iphone-13', 'near'],
    ['iphome 14', 'apple-iphone-14', 'near'],
    ['samsnug s23', 'samsung-galaxy-s23', 'near'],
    ['ойфон 14', 'apple-iphone-14', 'near'],
    ['сямсунг s23', 'samsung-galaxy-s23', 'near'],
    ['xiomi 14', 'xiaomi-14', 'near'],
    ['iphone 15 256 гб чёрный', 'apple-iphone-15', 'near'],
  ])('%s is never taken, only offered', (typed, id, match) => {
    const { hits, chosen } = find(typed);
    expect(chosen).toBeUndefined();
    expect(hits[0]?.model.id).toBe(id);
    expect(hits[0]?.match).toBe(match);
  });

  it.each([
    '',
    '   ',
    '...',
    '📱',
    'asdf',
    '256',
    'nokia 3310',
    '\u0000\u0007',
    '%',
    '§'.repeat(300),
  ])('nothing is found for %j', (typed) => {
    expect(find(typed)).toEqual({ hits: [], more: 0 });
  });

  it('ten thousand characters are answered like any text', () => {
    expect(find('iphone '.repeat(1_500)).chosen).toBeUndefined();
    expect(find('а'.repeat(10_000)).chosen).toBeUndefined();
  });
});

describe('every device', () => {
  it('is found by its whole name, by a code and by its other names', () => {
    const lost: string[] = [];
    for (const model of realDevices.models) {
      const names = [`${model.brand} ${model.model}`, ...model.aliases, ...model.sharedAliases];
      const codes = [
        ...model.modelCodes,
        ...model.variants.flatMap(({ modelCodes }) => modelCodes),
      ];
      for (const typed of [...names, ...codes]) {
        const found = search.find(typed, 12).hits.some((hit) => hit.model.id === model.id);
        if (!found) lost.push(`${model.id}: ${typed}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('is the first for its whole name, and the only one taken', () => {
    const wrong = realDevices.models.filter(({ id, brand, model }) => {
      const { chosen } = search.find(`${brand} ${model}`, 1);
      return chosen !== undefined && chosen.model.id !== id;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
