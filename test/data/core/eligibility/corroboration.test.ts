import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import {
  claim,
  dataset,
  finding,
  northOfMoscow,
  operator,
  plan,
} from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

type Told = Partial<Parameters<typeof claim>[2]> & {
  publisher: string;
  observedOn?: string;
  confidence?: 'official' | 'secondary';
  copyOf?: string;
  planId?: string;
  value?: 'no' | 'yes';
};

/** The shared-plan axis where each of these publishers tells of a plan on a page of its own, in one region. */
function sharedPlan(
  told: readonly Told[],
  regionId = 'RU-TA',
  sells: 'no' | 'partial' | 'yes' = 'yes',
  place?: Household['place'],
) {
  const named = told.map((one, index) => ({ ...one, id: `told-${index}` }));
  const written = operator('alpha', {
    localExceptions: [northOfMoscow('present')],
    plans: [
      plan({ id: 'group', claimIds: ['told-0'], predecessorIds: ['before'] }),
      plan({
        id: 'before',
        status: 'closed',
        claimIds: ['told-0'],
        predecessorIds: ['first'],
      }),
      plan({
        id: 'first',
        status: 'closed',
        claimIds: ['told-0'],
        predecessorIds: ['unlisted'],
      }),
      plan({ id: 'other', status: 'closed', claimIds: ['told-0'], predecessorIds: ['group'] }),
    ],
    claims: [
      claim('present', [finding('presence', sells)]),
      claim('esim-sold', [finding('esim', 'yes')]),
      ...named.map(
        ({ id, planId = 'group', value = 'yes', regionIds = ['RU-MOW'], method, reach }) =>
          claim(id, [finding('sharedPlan', value, { planId })], {
            sourceIds: [`page-${id}`],
            regionIds,
            ...(method && { method }),
            ...(reach && { reach }),
          }),
      ),
    ],
  });
  const sources = named.map(({ id, publisher, observedOn, confidence = 'secondary', copyOf }) => ({
    id: `page-${id}`,
    title: id,
    publisher,
    publisherId: publisher,
    url: `https://example.org/${id}`,
    confidence,
    ...(observedOn !== undefined && { observedOn }),
    ...(copyOf !== undefined && { copyOf }),
  }));
  const base = dataset([]);
  const facts = dataset([written], { sources: [...base.sources, ...sources] });
  const [alpha] = createAssessor(facts, []).assessRegion(regionId, { asOf, place }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'sharedPlan');
}

const A: Told = { publisher: 'a' };
const B: Told = { publisher: 'b', regionIds: ['RU-MOS'] };
const C: Told = { publisher: 'c' };

describe('a plan that several publishers tell of', () => {
  it('is possible for the country where three of them are independent, with their number', () => {
    expect(sharedPlan([A, B, C])).toMatchObject({
      value: 'partial',
      support: 'countrywide',
      reason: { code: 'corroborated', params: { publishers: 3 } },
      conditions: [{ code: 'confirm-with-operator', params: { axis: 'sharedPlan' } }, {}],
    });
  });

  it('is unknown where there are two, or one of three speaks twice', () => {
    expect(sharedPlan([A, B])).toMatchObject({ value: 'unknown' });
    expect(sharedPlan([A, B, { ...C, publisher: 'a' }])).toMatchObject({ value: 'unknown' });
  });

  it('counts the operator’s own pages of two regions as two', () => {
    const own = (regionId: string): Told => ({
      publisher: 'alpha',
      confidence: 'official',
      regionIds: [regionId],
    });
    expect(sharedPlan([own('RU-MOW'), own('RU-MOS'), { ...C, regionIds: ['RU-MOS'] }])?.value).toBe(
      'partial',
    );
    expect(sharedPlan([own('RU-MOW'), own('RU-MOW'), B])?.value).toBe('unknown');
  });

  it('counts what is said of its predecessor, and not of its successor', () => {
    expect(sharedPlan([A, B, { ...C, planId: 'before' }])?.value).toBe('partial');
    expect(sharedPlan([A, B, { ...C, planId: 'other' }])?.value).toBe('unknown');
  });

  it('counts what is said of predecessors however far back, and of one that is not listed', () => {
    expect(sharedPlan([A, B, { ...C, planId: 'first' }])?.value).toBe('partial');
    expect(sharedPlan([A, B, { ...C, planId: 'unlisted' }])?.value).toBe('partial');
  });

  it('does not count who says that there is none, nor who tells of a strange plan, nor a publisher for each region it writes of', () => {
    expect(sharedPlan([A, B, { ...C, value: 'no' }])).toMatchObject({ value: 'unknown' });
    expect(sharedPlan([A, B, { ...C, planId: 'strange' }])?.value).toBe('unknown');
    expect(sharedPlan([A, B, { ...A, regionIds: ['RU-TA'] }])?.value).toBe('unknown');
  });

  it('does not count what is old, a copy, concluded, or said of elsewhere', () => {
    expect(sharedPlan([A, B, { ...C, observedOn: '2019' }])?.value).toBe('unknown');
    expect(sharedPlan([A, B, { ...C, copyOf: 'page-told-0' }])?.value).toBe('unknown');
    expect(sharedPlan([A, B, { ...C, method: 'inferred', reach: 'own' }])?.value).toBe('unknown');
    expect(sharedPlan([A, B, { ...C, reach: 'elsewhere' }])?.value).toBe('unknown');
  });

  it('needs two regions or the country among them', () => {
    expect(sharedPlan([A, { ...B, regionIds: ['RU-MOW'] }, C])?.value).toBe('unknown');
    const country: Told = { ...B, regionIds: 'RU', reach: 'country' };
    expect(sharedPlan([A, country, C])?.value).toBe('partial');
  });

  it('needs no second region where all speak of the country, or one of a single region by a list of the country', () => {
    const countrywide = [A, B, C].map((told) => ({ ...told, regionIds: 'RU' as const }));
    expect(sharedPlan(countrywide)?.value).toBe('partial');
    const own = countrywide.map((told) => ({ ...told, reach: 'own' as const }));
    expect(sharedPlan(own)?.value).toBe('partial');
    const ofMoscow = { ...B, regionIds: ['RU-MOW'] };
    expect(sharedPlan([A, ofMoscow, C], 'RU-MOW')?.value).toBe('unknown');
    const list: Told = { ...ofMoscow, reach: 'country' };
    expect(sharedPlan([A, list, C], 'RU-MOW')?.value).toBe('partial');
  });

  it('is not carried to a region that a list of the country leaves out', () => {
    const list: Told = { ...B, regionIds: ['RU-MOW', 'RU-MOS'], reach: 'country' };
    expect(sharedPlan([A, list, C], 'RU-TA')).toMatchObject({ value: 'unknown', support: 'none' });
    expect(sharedPlan([A, list, C], 'RU-MOS')).toMatchObject({ value: 'partial' });
  });

  it('is not carried to where the operator does not sell', () => {
    expect(sharedPlan([A, B, C], 'RU-TA', 'no')?.value).toBe('unknown');
  });

  it('is carried to where the operator may sell', () => {
    expect(sharedPlan([A, B, C], 'RU-TA', 'partial')?.value).toBe('partial');
  });

  it('is not carried to a place that has terms of its own', () => {
    expect(sharedPlan([A, B, C], 'RU-MOW', 'yes', { lon: 37, lat: 55 })?.value).toBe('partial');
    expect(sharedPlan([A, B, C], 'RU-MOW', 'yes', { lon: 88.2, lat: 69.35 })?.value).toBe(
      'unknown',
    );
  });

  it('gives way to evidence against it, and not to a lead', () => {
    const against = (rest: Partial<Told>): Told => ({
      publisher: 'd',
      value: 'no',
      regionIds: ['RU-TA'],
      ...rest,
    });
    expect(sharedPlan([A, B, C, against({ observedOn: '2026-08' })])).toMatchObject({
      value: 'no',
      support: 'reported',
    });
    expect(sharedPlan([A, B, C, against({})])?.value).toBe('partial');
  });
});
