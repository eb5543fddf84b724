import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type CardModel, createCardModel } from '../../../../client/components/card/card-model.ts';
import { CheckResult, OperatorAnswer } from '../../../../client/islands/check/check-result.tsx';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import { createRealContext } from '../../real-context.ts';

const { dataset, devices, asOf } = await createRealContext();
const assessor = createAssessor(dataset, devices);

function modelFor(household: Household): CardModel {
  const assessment = assessor.assess(household, { asOf });
  const model = createCardModel({ dataset, devices, assessment, language: 'en', household });
  if (model === undefined) throw new Error('the household has no region');
  return model;
}

const resultFor = (household: Household): string =>
  renderToString(
    <CheckResult model={modelFor(household)} devices={devices} household={household} />,
  );

describe('the answer for a household', () => {
  const html = resultFor(defaultHousehold('RU-MOW'));

  it('cites a claim with its source for the plan of each operator', () => {
    const model = modelFor(defaultHousehold('RU-MOW'));
    const withPlan = model.rows.filter(({ plan }) => plan !== undefined);
    expect(withPlan.length).toBeGreaterThan(1);
    for (const row of withPlan) {
      expect(renderToString(<OperatorAnswer model={model} row={row} />)).toMatch(/href="#c\d+"/);
    }
  });

  it('has a claim for every number, and a source, its publisher and the day of reading for every claim', () => {
    const model = modelFor(defaultHousehold('RU-MOW'));
    const answers = [...model.rows, ...model.refused].map((row) =>
      renderToString(<OperatorAnswer model={model} row={row} />),
    );
    const cited = new Set([...answers.join().matchAll(/href="#c(\d+)"/g)].map((match) => match[1]));
    const listed = [...html.matchAll(/<li id="c(\d+)">([\s\S]*?)<\/li>/g)];
    expect(cited.size).toBeGreaterThan(10);
    const numbers = new Set(listed.map((match) => match[1]));
    expect([...cited].filter((number) => !numbers.has(number))).toEqual([]);
    for (const [, , content] of listed) {
      expect(content).toMatch(/<a href="https?:[^>]*>[^<]+<\/a>[^<]+ · /);
      expect(content).toMatch(/checked \d+ \w+ 20\d\d/);
    }
  });

  it('names where it is known from that a device takes an eSIM', () => {
    const household = defaultHousehold('RU-MOW');
    const [first, ...others] = household.lines;
    const model = devices.find(({ id, sourceIds }) => id === 'apple-iphone-13' && sourceIds.length);
    if (first === undefined || model === undefined) throw new Error('no line or no such model');
    const lines = [{ ...first, deviceModelId: model.id }, ...others];
    const source = dataset.sources.find(({ id }) => id === model.sourceIds[0]);
    expect(resultFor({ ...household, lines })).toContain(source?.title);
    expect(html).not.toContain(source?.title);
  });

  it('leaves out no operator: those of which nothing is known are named as such', () => {
    expect(html).toContain('No shared plan found (there may be one):');
  });
});
