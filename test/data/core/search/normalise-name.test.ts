import { describe, expect, it } from 'vitest';
import { normaliseName, normaliseNames } from '../../../../data/core/search/normalise-name.ts';
import { readRealPlaces } from '../../../fixtures/real-territory.ts';

describe('a name as it is compared', () => {
  it.each([
    ['Йошкар-Ола', 'иошкар ола'],
    ['Республика Саха (Якутия)', 'республика саха якутия'],
    ['Н’Джамена', 'нджамена'],
    ['Воробьëвка', 'воробьевка'],
    ['Moсква', 'москва'],
    ['Königsberg', 'konigsberg'],
    ['Ostpreußen', 'ostpreußen'],
    ['Чорнобаївка', 'чорнобаівка'],
    ['汉特-曼西', '汉特 曼西'],
    ['№ 5 «Заря»', 'no 5 заря'],
    ['Тар\u00adуса', 'таруса'],
  ])('of %s is plain', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('is the same for many names at once', async () => {
    const names = (await readRealPlaces()).flatMap(({ name, alternates }) => [
      name.ru,
      name.en,
      ...alternates,
    ]);
    const odd = ['', ' ', 'А  Б', '-', 'А -Б', 'два\nряда'];
    expect(normaliseNames(names)).toEqual(names.map(normaliseName));
    expect(normaliseNames([...odd, ...names])).toEqual([...odd, ...names].map(normaliseName));
  });
});
