import { describe, expect, it } from 'vitest';
import { createRegionLocator } from '../../../../../data/core/geo/region-locator.ts';
import {
  chooseChineseName,
  chooseRussianName,
} from '../../../../../data/tools/import/places/names.ts';
import { readPlaces } from '../../../../../data/tools/import/places/places-from-geonames.ts';
import {
  readGeonamesTable,
  readRealBoundaries,
  readRealOtherLand,
  readRealPlaces,
  readRealRegions,
} from '../../../../fixtures/real-territory.ts';

const places = await readRealPlaces();

describe('the settlements', () => {
  it.each([
    ['Москва', 'RU-MOW', 'Moscow', '莫斯科'],
    ['Санкт-Петербург', 'RU-SPE', 'Saint Petersburg', '圣彼得堡'],
    ['Новосибирск', 'RU-NVS', 'Novosibirsk', '新西伯利亚'],
    ['Екатеринбург', 'RU-SVE', 'Yekaterinburg', '叶卡捷琳堡'],
    ['Казань', 'RU-TA', 'Kazan', '喀山'],
    ['Нижний Новгород', 'RU-NIZ', 'Nizhniy Novgorod', '下诺夫哥罗德'],
    ['Ростов-на-Дону', 'RU-ROS', 'Rostov-na-Donu', '顿河畔罗斯托夫'],
    ['Набережные Челны', 'RU-TA', 'Naberezhnyye Chelny', '卡马河畔切尔尼'],
    ['Ульяновск', 'RU-ULY', 'Ulyanovsk', '乌里扬诺夫斯克'],
    ['Владивосток', 'RU-PRI', 'Vladivostok', '符拉迪沃斯托克'],
    ['Хабаровск', 'RU-KHA', 'Khabarovsk', '哈巴罗夫斯克'],
    ['Орёл', 'RU-ORL', 'Orel', '奥廖尔'],
    ['Череповец', 'RU-VLG', 'Cherepovets', '切列波韦茨'],
    ['Благовещенск', 'RU-AMU', 'Blagoveshchensk', '布拉戈维申斯克'],
    ['Петропавловск-Камчатский', 'RU-KAM', 'Petropavlovsk-Kamchatsky', '堪察加彼得巴甫洛夫斯克'],
    ['Йошкар-Ола', 'RU-ME', 'Yoshkar-Ola', '约什卡尔奥拉'],
    ['Улан-Удэ', 'RU-BU', 'Ulan-Ude', '乌兰乌德'],
    ['Братск', 'RU-IRK', 'Bratsk', '布拉茨克'],
    ['Новокузнецк', 'RU-KEM', 'Novokuznetsk', '新库兹涅茨克'],
    ['Норильск', 'RU-KYA', 'Norilsk', '诺里尔斯克'],
    ['Смоленск', 'RU-SMO', 'Smolensk', '斯摩棱斯克'],
    ['Одинцово', 'RU-MOS', 'Odintsovo', '奥金佐沃'],
    ['Балашиха', 'RU-MOS', 'Balashikha', '巴拉希哈'],
    ['Королёв', 'RU-MOS', 'Korolev', '科罗廖夫'],
    ['Зеленоград', 'RU-MOW', 'Zelenograd', undefined],
    ['Гатчина', 'RU-LEN', 'Gatchina', '加特契纳'],
    ['Сочи', 'RU-KDA', 'Sochi', '索契'],
    ['Майкоп', 'RU-AD', 'Maykop', '迈科普'],
    ['Магас', 'RU-IN', 'Magas', '马加斯'],
    ['Анадырь', 'RU-CHU', 'Anadyr', '阿纳德尔'],
    ['Мценск', 'RU-ORL', 'Mtsensk', '姆岑斯克'],
    ['Тырныауз', 'RU-KB', 'Tyrnyauz', '特尔内奥兹'],
  ])('have %s in %s under its official names', (ru, regionId, en, zh) => {
    const found = places.filter(({ name, regionId: id }) => name.ru === ru && id === regionId);
    expect(found.map(({ name }) => name)).toEqual([zh === undefined ? { ru, en } : { ru, en, zh }]);
  });

  it('are about 4,870, with a name in Russian letters and a region each, ids unique', () => {
    expect(places.length).toBeGreaterThan(4860);
    expect(places.length).toBeLessThan(4890);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    expect(new Set(places.map(({ regionId }) => regionId)).size).toBe(83);
    const odd = places.filter(({ name }) => !/^[А-ЯЁа-яё0-9 .,/()-]+$/u.test(name.ru));
    expect(odd.map(({ name }) => name.ru)).toEqual([]);
    expect(places.filter(({ name }) => !/^[A-Za-z0-9 .,/()-]+$/.test(name.en))).toEqual([]);
  });

  it('lie in or within 15 km of the outline of their region, eight apart that GeoNames or the outlines misplace', async () => {
    const locator = createRegionLocator(await readRealBoundaries(), await readRealOtherLand());
    const elsewhere = places.filter(({ lon, lat, regionId }) =>
      locator.locate(lon, lat).candidates.every((candidate) => candidate.regionId !== regionId),
    );
    expect(elsewhere.map(({ name, regionId }) => `${name.ru} ${regionId}`).toSorted()).toEqual([
      'Багратионовск RU-KGD',
      'Железнодорожный RU-KGD',
      'Майна RU-KK',
      'Подсинее RU-KK',
      'Радужный RU-KIR',
      'Сокольское RU-NIZ',
      'Соловецкий RU-ARK',
      'Ударный RU-KC',
    ]);
  });

  it('have Kitovo in Ivanovo Oblast, where GeoNames has Kurgan', () => {
    expect(places.find(({ id }) => id === 548040)?.regionId).toBe('RU-IVA');
  });

  it('leave out quarters of cities', async () => {
    const table = await readGeonamesTable();
    const quarters = table
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((columns) => columns[7] === 'PPLX')
      .map(([id]) => Number(id));
    expect(places.filter(({ id }) => quarters.includes(id))).toEqual([]);
  });
});

describe('the Russian name', () => {
  it.each([
    ['Orël', ['Орел', 'Орёл', 'Орјол'], 'Орёл'],
    ['Cherepovets', ['Череповетс', 'Череповець', 'Череповец'], 'Череповец'],
    ['Blagoveshchensk', ['Благовешченск', 'Благовещенск'], 'Благовещенск'],
    ['Smolensk', ['Смоленьск', 'Смоленск', "Smolen'sk"], 'Смоленск'],
    ['Ulyanovsk', ['Уляновск', 'Ульяновск', 'Ul’yanovsk'], 'Ульяновск'],
    ['Kazan', ['Казан', 'Казань'], 'Казань'],
    ['Raduzhny', ['Радужны', 'Радужни', 'Радужный'], 'Радужный'],
    ['Naberezhnyye Chelny', ['Брежнев', 'Набережные Челны', 'Яр Чаллы'], 'Набережные Челны'],
  ])('of %s among %j is %s', (name, alternates, expected) => {
    expect(chooseRussianName(name, alternates)).toBe(expected);
    expect(chooseRussianName(name, alternates.toReversed())).toBe(expected);
  });

  it('is missing where no alternate is in Cyrillic', () => {
    expect(chooseRussianName('Talaya', ['Talaya', '塔拉亚'])).toBeUndefined();
  });
});

describe('the Chinese name', () => {
  const simplify = (text: string) => text.replaceAll('葉', '叶').replaceAll('莊', '庄');

  it('is simplified, and the one given most often', () => {
    expect(chooseChineseName(['葉卡捷琳堡', '葉卡特琳堡', '叶卡捷琳堡'], simplify)).toBe(
      '叶卡捷琳堡',
    );
  });

  it('is not a Japanese or Korean spelling', () => {
    expect(chooseChineseName(['モスクワ', '모스크바'], simplify)).toBeUndefined();
  });
});

describe('bad rows and corrections', () => {
  const row = (id: number, name: string, admin1: string, cyrillic = '') =>
    [
      id,
      name,
      name,
      cyrillic,
      55,
      37,
      'P',
      'PPL',
      'RU',
      '',
      admin1,
      '',
      '',
      '',
      900,
      '',
      '',
      '',
    ].join('\t');

  it('are all reported together', async () => {
    const regions = await readRealRegions();
    const text = [
      row(1, 'Talaya', '47'),
      row(2, 'Nikola', '99', 'Никола'),
      row(3, 'Yar', '47', 'Яр'),
    ];
    const corrections = [
      { geonameId: 3, reason: 'none', source: 'none', name: { ru: 'Яр' } },
      { geonameId: 4, reason: 'none', source: 'none' },
    ];
    expect(() => readPlaces({ text: text.join('\n'), regions, corrections })).toThrow(
      new RegExp(
        [
          '1 \\(Talaya\\) has no Russian name',
          '2 \\(Nikola\\) has no region for admin1 99',
          'correction of 3 \\(Yar\\) changes nothing',
          'correction of 4 finds no such place',
        ].join('[^]*'),
      ),
    );
  });

  it('name the line of a row that cannot be read', async () => {
    const text = `\n${row(1, 'Yar', '47', 'Яр').replace('\t55\t', '\tnorth\t')}`;
    expect(() => readPlaces({ text, regions: [], corrections: [] })).toThrow('line 2');
  });
});
