import { describe, expect, it } from 'vitest';
import { createActionModel } from '../../../../client/components/card/action-model.ts';
import { catalogueOf } from '../../../../client/i18n/catalogue.ts';
import { parseHousehold } from '../../../../client/islands/check/household-address.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
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

describe('the sources of the sheet to print', () => {
  it('are named with publisher and day, or as undated', () => {
    const assessment = context.assess('RU-TA');
    const { sources = [] } = createActionModel({ ...context, assessment, language: 'ru' }) ?? {};
    expect(sources.length).toBeGreaterThan(2);
    for (const { url, publisher, day } of sources) {
      expect(url).toMatch(/^https:/);
      expect(publisher).not.toBe('');
      expect(day).toMatch(/20\d\d|без даты/);
    }
  });
});

describe('the sentence for a household whose parts are answered apart', () => {
  const assessor = createAssessor(context.dataset, context.devices);
  const modelFor = (link: string) => {
    const household = parseHousehold(link);
    if (household === undefined) throw new Error(`not a household: ${link}`);
    const assessment = assessor.assess(household, { asOf: context.asOf });
    const model = createActionModel({ ...context, assessment, household, language: 'ru' });
    if (model === undefined) throw new Error('no region');
    return model;
  };

  it('never promises a plan shared by a single line', () => {
    const { sentence, notes, verdict } = modelFor('TA~a.P~c.w');
    expect(verdict).toBe('unknown');
    expect(sentence).toMatch(/^Неизвестно/);
    expect(notes).toEqual(['Телефон: возможно.', 'Часы: неизвестно, спросите.']);
  });

  it('says to one person that a plan is shared from two numbers on', () => {
    const { sentence, notes } = modelFor('TA~a.P');
    expect(sentence).toMatch(/^Возможно: номер с eSIM\. Делить тариф можно от двух номеров/);
    expect(notes).toEqual([]);
  });

  it('names the state beside the operator where the law stands against it', () => {
    const { verdict, supportText } = modelFor('MOWr_KZ~af.P~af.p');
    expect(verdict).toBe('no');
    expect(supportText).toBe('по данным оператора или государства');
  });

  it('joins the parts that can share, and counts their numbers together', () => {
    const { sentence, notes, verdict, support } = modelFor('TA~a.P~c.p.w');
    expect([verdict, support]).toEqual(['unknown', 'lead']);
    expect(sentence).toMatch(/^Телефон и телефон ребёнка — возможно: один тариф на 2\sномера/);
    expect(notes).toContain('Часы: неизвестно, спросите.');
    expect(notes.join()).not.toContain('Телефон ребёнка: возможно');
  });
});
