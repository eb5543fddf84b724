import { describe, expect, it } from 'vitest';
import { answerSentence } from '../../../../client/components/card/answer-sentence.ts';
import { createCardModel } from '../../../../client/components/card/card-model.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import { LANGUAGES } from '../../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../../real-context.ts';

const { dataset, devices, asOf } = await createRealContext();
const assessor = createAssessor(dataset, devices);

function sentenceFor(household: Household, language: 'ru' | 'en' | 'zh'): string {
  const assessment = assessor.assess(household, { asOf });
  const model = createCardModel({ dataset, assessment, language, household });
  if (model === undefined) throw new Error('the household has no region');
  expect(assessment.verdict).toBe('partial');
  return answerSentence(model);
}

/** Moscow and Moscow Oblast are one tariff area at MTS. */
const acrossRegions = {
  ...defaultHousehold('RU-MOW'),
  lines: defaultHousehold('RU-MOW').lines.map((line, index) =>
    index === 1 ? { ...line, contractRegionId: 'RU-MOS' } : line,
  ),
};

describe('the answer for a household', () => {
  it('names the condition of one region where the numbers are of one', () => {
    expect(sentenceFor(defaultHousehold('RU-MOW'), 'en')).toContain('from this region');
  });

  it.each(LANGUAGES)('does not name it where they are of several, in %s', (language) => {
    const sentence = sentenceFor(acrossRegions, language);
    expect(sentence).toMatch(/МТС|MTS/);
    expect(sentence).not.toMatch(/если все номера|if all numbers|所有号码都属于/);
  });
});
