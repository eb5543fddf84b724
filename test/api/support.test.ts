import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SUPPORTS, VERDICTS } from '../../data/core/schema/verdict.ts';
import { Eligibility, EXAMPLE_HOUSEHOLD } from '../../server/api/routes/eligibility-routes.ts';
import { Problem } from '../../server/middleware/problem.ts';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const get = (path: string) => test.app.request(`/api/v1/${path}`);
const ask = async (query: string) =>
  Eligibility.parse(await jsonOf(await get(`eligibility?${query}`)));
const post = (household: unknown, query = '') =>
  test.app.request(`/api/v1/eligibility${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(household),
  });

/** The example household with its lines changed. */
const household = (line: object) => ({
  ...EXAMPLE_HOUSEHOLD,
  lines: EXAMPLE_HOUSEHOLD.lines.map((one) => ({ ...one, ...line })),
});

describe('the support of an answer', () => {
  it('stands beside each value: the answer’s, an operator’s, a plan’s, an axis’s, a group’s, either sharing’s', async () => {
    const answer = await ask('region=RU-TA');
    for (const one of [answer, ...answer.operators]) {
      expect(SUPPORTS).toContain(one.support);
      expect(SUPPORTS).toContain(one.sharing.bundle.support);
      expect(SUPPORTS).toContain(one.sharing.payer.support);
      expect(one.lineGroups.map(({ kind }) => kind)).toEqual(['phone']);
      expect(SUPPORTS).toContain(one.lineGroups[0]?.support);
    }
    for (const { plans } of answer.operators) {
      for (const { support } of plans) expect(SUPPORTS).toContain(support);
    }
  });

  it('comes with the leads, whose claims the answer carries', async () => {
    const { leads, claims, operators } = await ask('region=RU-TA');
    expect(leads.length).toBeGreaterThan(0);
    for (const { claimId, operatorId } of leads) {
      expect(claims[claimId]).toBeDefined();
      expect(operators.map((one) => one.operatorId)).toContain(operatorId);
    }
  });

  it('tells of a watch apart from the phones', async () => {
    const { lineGroups, verdict } = await ask('region=RU-MOW&members=3&children=1&watch=1');
    expect(lineGroups.map(({ kind, lineIds }) => [kind, lineIds.length])).toEqual([
      ['phone', 2],
      ['child-phone', 1],
      ['watch', 1],
    ]);
    const ranks = lineGroups.map((group) => VERDICTS.indexOf(group.verdict));
    expect(VERDICTS[Math.min(...ranks)]).toBe(verdict);
  });

  it('makes a step of a number at another operator, for a family that is all elsewhere, too', async () => {
    for (const regionId of ['RU-MOW', 'RU-BA']) {
      const response = await post(
        household({ operatorId: 't2', contractRegionId: regionId, deviceKind: 'phone' }),
      );
      const { operators } = Eligibility.parse(await response.json());
      const [first] = operators.filter(({ operatorId, planId }) => operatorId !== 't2' && planId);
      const step = first?.steps.find(({ code }) => code === 'take-number-along');
      expect(step?.params?.lineIds).toEqual(EXAMPLE_HOUSEHOLD.lines.map(({ id }) => id));
    }
  });

  it('says how old the last report of a restriction is', async () => {
    const { restrictions } = await ask('region=RU-ULY');
    expect(restrictions.length).toBeGreaterThan(0);
    for (const { lastReportedOn, reportAgeDays } of restrictions) {
      expect(lastReportedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(reportAgeDays).toBeGreaterThanOrEqual(0);
    }
    expect((await ask('region=RU-ULY&asOf=2035-01-01')).restrictions).toEqual([]);
  });
});

describe('the kind of sharing that is asked for', () => {
  it('is what the verdict is about, and both are answered whichever it is', async () => {
    const any = await ask('region=RU-MOW');
    for (const sharing of ['bundle', 'payer'] as const) {
      const one = await ask(`region=RU-MOW&sharing=${sharing}`);
      expect(one.verdict).toBe(any.sharing[sharing].verdict);
      expect(one.support).toBe(any.sharing[sharing].support);
      expect(one.sharing).toEqual(any.sharing);
    }
    expect(await ask('region=RU-MOW&sharing=any')).toEqual(any);
  });

  it('is taken from the body as well, and the query comes first', async () => {
    const wished = { ...household({ deviceKind: 'phone' }), sharing: 'payer' };
    expect(Eligibility.parse(await (await post(wished)).json()).wish).toBe('payer');
    const asked = await post(wished, '?sharing=bundle');
    expect(Eligibility.parse(await asked.json()).wish).toBe('bundle');
  });

  it('is refused by name where there is no such kind', async () => {
    const problem = Problem.parse(
      await (await get('eligibility?region=RU-MOW&sharing=both')).json(),
    );
    expect(problem.status).toBe(400);
    expect(JSON.stringify(problem.errors)).toMatch(/sharing.*both/);
    for (const kind of ['bundle', 'payer', 'any']) expect(JSON.stringify(problem)).toContain(kind);
  });

  it('names the operators that there are where all lines are at one that does not exist', async () => {
    const response = await post(household({ operatorId: 'nobody' }));
    expect(response.status).toBe(400);
    const { errors } = Problem.parse(await response.json());
    expect(errors).toHaveLength(EXAMPLE_HOUSEHOLD.lines.length);
    expect(errors?.[0]).toMatchObject({ value: 'nobody' });
    expect(errors?.[0]?.allowed).toContain('mts');
  });
});

describe('a place with terms of its own', () => {
  const norilsk = 'lon=88.2027&lat=69.3535';

  it('is answered for itself, and the region says where terms differ', async () => {
    const conditionsOf = async (query: string) => {
      const { operators } = await ask(query);
      const beeline = operators.find(({ operatorId }) => operatorId === 'beeline');
      return beeline?.conditions.map(({ code }) => code) ?? [];
    };
    expect(await conditionsOf(norilsk)).toContain('local-terms');
    expect(await conditionsOf(`${norilsk}&members=2`)).toContain('local-terms');
    const region = await conditionsOf('region=RU-KYA');
    expect(region).toContain('local-exception');
    expect(region).not.toContain('local-terms');
    expect(await conditionsOf('lon=92.87&lat=56.01')).toContain('local-exception');
  });

  it('is marked in the list of settlements, with its own verdict', async () => {
    const Page = z.object({
      features: z.array(z.object({ properties: z.record(z.string(), z.unknown()) })),
    });
    const { features } = Page.parse(
      await jsonOf(await get('collections/places/items?region_id=RU-KYA&limit=1000')),
    );
    const byName = (name: string) =>
      features.find(({ properties }) => properties.name_en === name)?.properties;
    expect(byName('Norilsk')?.local_terms).toContain('beeline-taimyr');
    expect(byName('Krasnoyarsk')?.local_terms).toBe('');
  });
});

describe('the columns of a region', () => {
  it('are flat, and no verdict goes without its support', async () => {
    const Feature = z.object({ properties: z.record(z.string(), z.unknown()) });
    const { properties } = Feature.parse(
      await jsonOf(await get('collections/regions/items/RU-TA')),
    );
    for (const name of [
      'support',
      'plan_support',
      ...['bundle_support', 'bundle_plan_support', 'payer_support', 'payer_plan_support'],
    ]) {
      expect(SUPPORTS).toContain(properties[name]);
    }
    for (const name of ['verdict', 'bundle_verdict', 'payer_verdict']) {
      expect(VERDICTS).toContain(properties[name]);
    }
    for (const name of Object.keys(properties).filter((key) => key.startsWith('verdict_'))) {
      expect(SUPPORTS).toContain(properties[name.replace('verdict_', 'support_')]);
    }
  });
});
