import { describe, expect, it } from 'vitest';
import { createActionModel } from '../../../../client/components/card/action-model.ts';
import { catalogueOf } from '../../../../client/i18n/catalogue.ts';
import { LANGUAGES } from '../../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();

describe.each(LANGUAGES)('the support that a card names in %s', (language) => {
  it('tells of the plan apart wherever the map shows more of the plan than of the rest', () => {
    const { action } = catalogueOf(language);
    for (const { id } of context.dataset.regions) {
      const assessment = context.assess(id);
      const { verdict, support, planSupport } = assessment.sharing.bundle;
      if (verdict !== 'partial' || support !== 'countrywide') continue;
      const text = createActionModel({ ...context, assessment, language })?.supportText;
      const expected =
        planSupport === 'countrywide'
          ? action.support.countrywide
          : action.planKnownHere[planSupport === 'stated' ? 'stated' : 'reported'];
      expect(text, id).toBe(expected);
    }
  });
});

describe.each(LANGUAGES)('the operators to turn to in %s', (language) => {
  it('are said to be unknown where they are, before the terms of their plans', () => {
    const { verdictNames } = catalogueOf(language);
    const offers = context.dataset.regions.flatMap(({ id }) => {
      const model = createActionModel({ ...context, assessment: context.assess(id), language });
      return model?.offers ?? [];
    });
    const unknown = offers.filter(({ assessment }) => assessment.verdict === 'unknown');
    for (const { planText } of unknown)
      expect(planText.startsWith(verdictNames.unknown)).toBe(true);
    const possible = offers.filter(({ assessment }) => assessment.verdict === 'partial');
    expect(possible.length).toBeGreaterThan(0);
    for (const { planText } of possible) expect(planText).not.toContain(verdictNames.unknown);
  });
});
