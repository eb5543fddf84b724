import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../../server/middleware/negotiate.ts';

describe('the reader’s language', () => {
  it.each([
    [undefined, 'ru'],
    ['', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en-US,en;q=0.5', 'en'],
    ['zh-CN,zh;q=0.9', 'zh'],
    ['de,ru;q=0.4,en;q=0.7', 'en'],
    ['fr-FR, fr;q=0.9', 'en'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['*', 'en'],
    [';;;,q=,=', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
