import { describe, expect, it } from 'vitest';
import {
  counted,
  formatDate,
  formatList,
  formatNumber,
  formatRoubles,
  plural,
} from '../../../client/i18n/grammar/format.ts';

const NUMBERS = { one: 'номер', few: 'номера', many: 'номеров', other: 'номера' };

describe('Russian plurals', () => {
  it.each([
    [0, 'номеров'],
    [1, 'номер'],
    [2, 'номера'],
    [4, 'номера'],
    [5, 'номеров'],
    [11, 'номеров'],
    [12, 'номеров'],
    [21, 'номер'],
    [22, 'номера'],
    [101, 'номер'],
    [111, 'номеров'],
    [1.5, 'номера'],
  ])('say %d %s', (count, word) => {
    expect(plural('ru', count, NUMBERS)).toBe(word);
  });

  it('never break between the count and the word', () => {
    expect(counted('ru', 3, NUMBERS)).toBe('3\u00a0номера');
  });
});

describe('other plurals', () => {
  it('know one and many in English', () => {
    const lines = { one: 'line', other: 'lines' };
    expect(counted('en', 1, lines)).toBe('1\u00a0line');
    expect(counted('en', 2, lines)).toBe('2\u00a0lines');
  });
});

describe('Chinese beside letters and digits', () => {
  it('is set apart from them in counts, dates and lists', () => {
    expect(counted('zh', 2, { other: '个号码' })).toBe('2\u00a0个号码');
    expect(formatDate('zh', '2026-11-23')).toBe('2026 年 11 月 23 日');
    expect(formatList('zh', ['MTS', 'T2'], 'disjunction')).toBe('MTS 或 T2');
    expect(formatList('zh', ['МЫ МТС', 'МЫ МТС+', 'Супер'])).toBe('МЫ МТС、МЫ МТС+ 和 Супер');
  });

  it('is not set apart from its own characters and marks', () => {
    expect(formatList('zh', ['“Группа Семья+”（家庭组+）', '喀山'])).toBe(
      '“Группа Семья+”（家庭组+）和喀山',
    );
  });
});

describe('dates are no more exact than their source', () => {
  it.each([
    ['ru', '2026-11-23', '23 ноября 2026\u00a0года'],
    ['ru', '2025-01', 'январь 2025\u00a0года'],
    ['ru', '2019', '2019\u00a0год'],
    ['en', '2019', '2019'],
    ['en', '2026-11-23', '23 November 2026'],
    ['en', '2025-01', 'January 2025'],
    ['zh', '2026-11-23', '2026 年 11 月 23 日'],
    ['zh', '2025-01', '2025 年 1 月'],
  ] as const)('%s %s', (language, date, text) => {
    expect(formatDate(language, date)).toBe(text);
  });
});

describe('amounts', () => {
  it('write roubles as the language does', () => {
    expect(formatRoubles('ru', 1300)).toBe('1\u00a0300\u00a0₽');
    expect(formatRoubles('en', 1300)).toBe('₽1,300');
    expect(formatRoubles('zh', 1300)).toBe('1,300 卢布');
    expect(formatRoubles('ru', 9.5)).toBe('9,50\u00a0₽');
  });

  it('group thousands', () => {
    expect(formatNumber('ru', 1234567)).toBe('1\u00a0234\u00a0567');
    expect(formatNumber('en', 1234567)).toBe('1,234,567');
  });

  it('join lists by "and" and by "or"', () => {
    expect(formatList('ru', ['МТС', 'Билайн', 'T2'])).toBe('МТС, Билайн и T2');
    expect(formatList('en', ['MTS', 'Beeline'], 'disjunction')).toBe('MTS or Beeline');
  });
});
