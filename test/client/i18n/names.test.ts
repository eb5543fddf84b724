import { describe, expect, it } from 'vitest';
import { placeName } from '../../../client/i18n/grammar/names.ts';

describe('the name of a settlement', () => {
  const name = { ru: 'Кизляр', en: 'Kizlyar' };

  it('is the one in the language', () => {
    expect(placeName({ name }, 'ru')).toBe('Кизляр');
    expect(placeName({ name: { ...name, zh: '基兹利亚尔' } }, 'zh')).toBe('基兹利亚尔');
  });

  it('is English where there is none in the language', () => {
    expect(placeName({ name }, 'zh')).toBe('Kizlyar');
  });
});
