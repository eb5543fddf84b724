import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { createDescribe, createParamWords } from '../../../client/i18n/grammar/describe.ts';
import { createNames } from '../../../client/i18n/grammar/names.ts';
import { REASON_CODES } from '../../../data/core/schema/assessment.ts';
import { CONDITION_CODES } from '../../../data/core/schema/condition.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { Change, STEP_CODES } from '../../../data/core/schema/outlook.ts';
import { createRealContext } from '../real-context.ts';

const CHANGE_CODES = Change.options.map(({ shape }) => shape.code.value);
const { dataset } = await createRealContext();

describe.each(LANGUAGES)('the words of %s', (language) => {
  const names = createNames({ dataset }, language);
  const say = createDescribe(names, language);
  const { conditions, reasons, steps, changes } = catalogueOf(language);
  const empty = createParamWords(undefined, names, language);

  it.each([
    ['condition', CONDITION_CODES, conditions],
    ['reason', REASON_CODES, reasons],
    ['step', STEP_CODES, steps],
    ['change', CHANGE_CODES, changes],
  ] as const)(
    'have a whole sentence for every %s, even without its parameters',
    (_, codes, all) => {
      const sentences = Object.values(all).map((sentence) => sentence(empty));
      expect(sentences).toHaveLength(codes.length);
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence).toMatch(/[.。]$/);
      }
    },
  );

  it('never call anything an error', () => {
    const text = JSON.stringify(catalogueOf(language));
    expect(text).not.toMatch(/\berrors?\b|ошибка|错误代码/i);
  });

  it('ask the operator about several axes in one sentence', () => {
    const asked = say.conditions([
      { code: 'confirm-with-operator', params: { axis: 'sharedPlan' } },
      { code: 'check-eid' },
      { code: 'confirm-with-operator', params: { axis: 'lineCount' } },
    ]);
    expect(asked).toHaveLength(2);
    const { axes } = catalogueOf(language);
    expect(asked[0]).toContain(axes.sharedPlan.whether);
    expect(asked[0]).toContain(axes.lineCount.whether);
  });

  it('join by "or" what any one of will do', () => {
    const or = { ru: ' или ', en: ' or ', zh: '或' }[language];
    const tariffs = { tariffs: ['МЫ МТС', 'МЫ МТС+'] };
    expect(say.conditions([{ code: 'payer-needs-tariff', params: tariffs }])[0]).toContain(or);
  });

  it('name operators, regions and plans instead of ids', () => {
    const [text] = say.conditions([
      { code: 'same-tariff-area', params: { regionIds: ['RU-MOW', 'RU-MOS'] } },
    ]);
    expect(text).not.toContain('RU-');
    expect(
      say.change({ code: 'switch-operator', params: { operatorId: 'mts', lineIds: [] } }),
    ).toContain(names.operator('mts'));
  });
});

/** Every text of a catalogue, functions left out. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe('catalogues', () => {
  it('hold no Russian in English and Chinese', () => {
    for (const language of ['en', 'zh'] as const) {
      expect(texts(catalogueOf(language)).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
    }
  });

  it('hold no empty text', () => {
    for (const language of LANGUAGES) {
      expect(texts(catalogueOf(language)).filter((text) => text.trim() === '')).toEqual([]);
    }
  });
});
