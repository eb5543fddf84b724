import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createCardModel } from '../../../client/components/card/card-model.ts';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { createDescribe } from '../../../client/i18n/grammar/describe.ts';
import { createNames } from '../../../client/i18n/grammar/names.ts';
import { CheckResult } from '../../../client/islands/check/check-result.tsx';
import { renderPage } from '../../../client/server-entry.tsx';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import { type Dataset, DatasetClaim } from '../../../data/core/schema/dataset.ts';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const REGION = 'RU-DA';
const OPERATOR = 't2';

/** What the operator said some years ago: it does not sell here. */
function withoutService(dataset: Dataset): Dataset {
  const operators = dataset.operators.map((operator) => {
    const [model] = operator.claims;
    if (operator.id !== OPERATOR || model === undefined) return operator;
    const claim = DatasetClaim.parse({
      id: 'not-sold-here',
      topic: 'presence',
      statement: { ru: 'Здесь не продаёт', en: 'Sells nothing here', zh: '不在此地销售' },
      sourceIds: [officialSource(dataset, model.sourceIds)],
      method: 'stated',
      regionIds: [REGION],
      reach: 'own',
      observedOn: '2023-01-15',
      checkedOn: dataset.checkedOn,
      findings: [{ axis: 'presence', value: 'no' }],
    });
    return { ...operator, claims: [...operator.claims, claim] };
  });
  return { ...dataset, operators };
}

function officialSource(dataset: Dataset, fallback: readonly string[]): string | undefined {
  return dataset.sources.find(({ confidence }) => confidence === 'official')?.id ?? fallback[0];
}

const context = await createRealContext(withoutService);
const assessor = createAssessor(context.dataset, context.devices);

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

  it.each([
    ['the page of the region', async () => htmlOf(`/${language}/regions/${REGION}`)],
    ['the table of operators', async () => htmlOf(`/${language}/compare`, `region=${REGION}`)],
    ['the page of the operator', async () => htmlOf(`/${language}/operators/${OPERATOR}`)],
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

it('says of the legal limit of numbers what it is', () => {
  const [operator] = assessor.assess(defaultHousehold(REGION), { asOf: context.asOf }).operators;
  const cap = operator?.axes.find(({ axis }) => axis === 'numberCap');
  if (cap === undefined) throw new Error('nobody looked at the limit');
  const say = createDescribe(createNames({ dataset: context.dataset }, 'ru'), 'ru');
  expect(say.axis(cap)).toContain('По закону не больше 20');
});
