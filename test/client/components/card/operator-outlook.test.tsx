import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CardBody } from '../../../../client/components/card/card-body.tsx';
import { createCardModel } from '../../../../client/components/card/card-model.ts';
import { createDescribe } from '../../../../client/i18n/grammar/describe.ts';
import { createNames } from '../../../../client/i18n/grammar/names.ts';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();
const assessment = context.assess('RU-TA');
const describeIn = createDescribe(createNames(context, 'en'), 'en');
const steps = (
  assessment.operators.find(({ operatorId }) => operatorId === 'mts')?.steps ?? []
).map((step) => describeIn.step(step));

/** An operator's part of a card, without markup. */
function partOf(operatorId: string, place: 'page' | 'panel', changesOn: typeof DATED = []): string {
  const operators = assessment.operators.map((each) => ({ ...each, changesOn }));
  const model = createCardModel({
    dataset: context.dataset,
    assessment: { ...assessment, operators },
    language: 'en',
  });
  if (model === undefined) throw new Error('Tatarstan has no card');
  const html = renderToString(<CardBody model={model} place={place} />);
  const [, after = ''] = html.split(`data-operator="${operatorId}"`);
  return (after.split('</details>')[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const DATED: { on: string; verdict: 'no' | 'yes' }[] = [{ on: '2027-03-01', verdict: 'no' }];

describe('an operator in a card', () => {
  it('comes with the way to its plan, in order', () => {
    expect(steps.length).toBeGreaterThan(3);
    const part = partOf('mts', 'panel');
    const places = steps.map((text) => part.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('leaves the way to the panel where the page has no room for it', () => {
    const part = partOf('mts', 'page');
    expect(steps.filter((text) => part.includes(text))).toEqual([]);
  });

  it.each(['page', 'panel'] as const)(
    'says from when its answer will be another, on the %s',
    (place) => {
      expect(partOf('mts', place)).not.toContain('the answer changes');
      expect(partOf('mts', place, DATED)).toContain(
        'From 1 March 2027 the answer changes: probably not.',
      );
    },
  );
});
