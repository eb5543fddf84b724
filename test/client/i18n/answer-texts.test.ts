import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { createDescribe } from '../../../client/i18n/grammar/describe.ts';
import { createNames } from '../../../client/i18n/grammar/names.ts';
import { type AxisResult, REASON_CODES } from '../../../data/core/schema/assessment.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { AXES, SUPPORTS, VERDICTS } from '../../../data/core/schema/verdict.ts';
import { readVectorDataset, readVectors } from '../../vectors/read-vectors.ts';

const folder = 'test/vectors';
const { dataset, devices } = readVectorDataset(folder);
const vectors = readVectors(folder);
const describeIn = (language: (typeof LANGUAGES)[number], household = vectors[0]?.household) =>
  createDescribe(
    createNames({ dataset, devices, ...(household && { household }) }, language),
    language,
  );

/** An axis with values for every parameter that a reason may be filled with. */
const axisWith = (rest: Partial<AxisResult>): AxisResult => ({
  axis: 'sharedPlan',
  value: 'partial',
  reason: { code: 'claims-decide' },
  conditions: [],
  evidence: [],
  openQuestionIds: [],
  ...rest,
});
const PARAMS = {
  from: '2025-04-01',
  lines: 4,
  limit: 3,
  held: 4,
  publishers: 3,
  regionIds: ['RU-MOW', 'RU-MOS'],
  memberIds: ['adult-1'],
  lineId: 'adult-1-phone',
  deviceKind: 'watch',
};
/** A value that an axis has for each reason that speaks for itself. */
const TOLD_BY_ITSELF = REASON_CODES.filter((code) => !code.startsWith('claims'));

describe('what an axis came to, in words', () => {
  for (const language of LANGUAGES) {
    it.each(TOLD_BY_ITSELF)(`is a whole sentence in ${language} for the reason %s`, (code) => {
      for (const value of VERDICTS) {
        const text = describeIn(language).axis(
          axisWith({ value, support: 'reported', reason: { code, params: PARAMS } }),
        );
        expect(text.length).toBeGreaterThan(3);
        expect(text).not.toMatch(/undefined|\[object|NaN|\{|\}/);
      }
    });

    it.each(AXES)(
      `tells the value of %s with its support in ${language}, whichever it is`,
      (axis) => {
        const { axes, supportNames } = catalogueOf(language);
        for (const value of VERDICTS.filter((one) => one !== 'unknown')) {
          for (const support of SUPPORTS) {
            const text = describeIn(language).axis(axisWith({ axis, value, support }));
            expect(text).toContain(axes[axis].values[value]);
            expect(text).toContain(supportNames[support]);
          }
        }
      },
    );
  }

  it('never calls an unknown a no, whatever the reason', () => {
    for (const language of LANGUAGES) {
      const { axes } = catalogueOf(language);
      for (const code of REASON_CODES) {
        const reason = { code, params: PARAMS };
        const text = describeIn(language).axis(axisWith({ value: 'unknown', reason }));
        expect(text).not.toContain(axes.sharedPlan.values.no);
      }
    }
  });
});

describe('the texts of the golden households', () => {
  /** Words of an axis for other values than the one it has. */
  const wordsOfOthers = (language: (typeof LANGUAGES)[number], { axis, value }: AxisResult) => {
    const { values } = catalogueOf(language).axes[axis];
    return VERDICTS.filter((other) => other !== value)
      .map((other) => values[other])
      .filter((word) => !values[value].includes(word));
  };

  it('are of sixty households at least', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(60);
  });

  it.each(LANGUAGES)('do not contradict the values in %s', (language) => {
    for (const { id, household, expected } of vectors) {
      const words = describeIn(language, household);
      for (const { axes } of expected.operators) {
        for (const result of axes) {
          const text = words.axis(result);
          const told = wordsOfOthers(language, result).filter(
            (word) => text === word || text.startsWith(`${word} ·`),
          );
          expect({ id, axis: result.axis, text, told }).toMatchObject({ told: [] });
        }
      }
    }
  });

  it.each(LANGUAGES)(
    'do not call an answer possible while its operator’s axes say no in %s',
    (language) => {
      const { axes: names } = catalogueOf(language);
      for (const { id, household, expected } of vectors) {
        const words = describeIn(language, household);
        for (const { verdict, axes } of expected.operators) {
          if (verdict === 'no' || verdict === 'unknown') continue;
          expect({ id, against: words.against(axes) }).toEqual({ id, against: '' });
          for (const result of axes) {
            expect({ id, text: words.axis(result) }).not.toMatchObject({
              text: expect.stringContaining(names[result.axis].values.no),
            });
          }
        }
      }
    },
  );

  it.each(LANGUAGES)('name the numbers that are to be taken along in %s', (language) => {
    const vector = vectors.find(({ id }) => id === 'plan-line-elsewhere');
    if (vector === undefined) throw new Error('the vector is gone');
    const words = describeIn(language, vector.household);
    const [first] = vector.expected.operators;
    const names = createNames({ dataset, devices, household: vector.household }, language);
    const texts = words.conditions(
      (first?.conditions ?? []).filter(({ code }) => code === 'take-number-along'),
    );
    const elsewhere = vector.household.lines.filter(({ operatorId }) => operatorId === 'beta');
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { id } of elsewhere) expect(texts.join()).toContain(names.line(id));
    const steps = (first?.steps ?? []).filter(({ code }) => code === 'take-number-along');
    expect(steps.map(words.step).join()).toContain(names.line(elsewhere[0]?.id ?? ''));
  });
});
