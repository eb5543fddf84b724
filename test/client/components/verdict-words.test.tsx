import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createCardModel } from '../../../client/components/card/card-model.ts';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { CheckResult } from '../../../client/islands/check/check-result.tsx';
import { renderPage } from '../../../client/server-entry.tsx';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();
const assessor = createAssessor(context.dataset, context.devices);
/** T2 holds a small block of numbers in Dagestan and probably sells nothing there. */
const REGION = 'RU-DA';

async function htmlOf(path: string, query = ''): Promise<string> {
  return (await renderPage({ path, query: new URLSearchParams(query) }, context)).html;
}

function checkOf(language: Language): string {
  const household = defaultHousehold(REGION);
  const assessment = assessor.assess(household, { asOf: context.asOf });
  const model = createCardModel({ ...context, assessment, language, household });
  if (model === undefined) throw new Error(`${REGION} has no card`);
  return renderToString(
    <CheckResult model={model} devices={context.devices} household={household} />,
  );
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe.each(LANGUAGES)('a "no" in %s', (language) => {
  const probablyNot = catalogueOf(language).verdictNames.no;

  it('is as probable in its short form as in the sentence', () => {
    const sentence = catalogueOf(language).operatorVerdict.no;
    const [known = ''] = sentence.toLowerCase().split(/[.。]/);
    expect(probablyNot).toBe(known);
  });

  it.each([
    ['the page of the region', async () => htmlOf(`/${language}/regions/${REGION}`)],
    ['the table of operators', async () => htmlOf(`/${language}/compare`, `region=${REGION}`)],
    ['the page of the operator', async () => htmlOf(`/${language}/operators/t2`)],
    ['the check of a family', async () => checkOf(language)],
  ])('is said in the same words on %s', async (_, render) => {
    expect(textOf(await render()).toLowerCase()).toContain(probablyNot);
  });
});

describe.each(LANGUAGES)('the values of a question in %s', (language) => {
  it('are answers to that question, not a bare yes or no', () => {
    const { axes, verdictNames } = catalogueOf(language);
    for (const { values } of Object.values(axes)) {
      expect([values.yes, values.no]).not.toContain(verdictNames.yes);
      expect(values.no).not.toBe(verdictNames.no);
      expect(values.unknown).toBe(verdictNames.unknown);
    }
  });
});

it('says of the legal limit of numbers what it is and that it is kept', async () => {
  const words = textOf(await htmlOf('/ru/regions/RU-MOW'));
  expect(words).toContain('Предел номеров на человека не превышен · По закону не больше 20');
});
