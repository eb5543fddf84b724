import { expect, it } from 'vitest';
import { languageTag } from '../../../client/i18n/languages.ts';

it('simplified Chinese is named by its script', () => {
  expect(languageTag('zh')).toBe('zh-Hans');
});
