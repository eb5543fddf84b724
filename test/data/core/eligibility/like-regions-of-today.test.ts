import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { OperatorAssessment } from '../../../../data/core/schema/assessment.ts';
import { readDist } from '../../../../data/tools/files/read-dist.ts';

const { dataset: real, devices } = await readDist(
  join(import.meta.dirname, '../../../../data/dist'),
);

describe('regions of the published data that nothing tells apart', () => {
  const asOf = '2026-11-23';

  it.each(['2024-06-01', '2026-08-19', '2026-11-30', '2027-09-01'])(
    'come to what each of them comes to by itself on %s',
    (day) => {
      const shared = createAssessor(real, devices);
      const alone = createAssessor(real, devices);
      for (const { id } of real.regions) {
        const assessment = shared.assessRegion(id, { asOf: day, outlook: false });
        const expected = alone.assess(defaultHousehold(id), { asOf: day, outlook: false });
        expect(assessment, id).toEqual(expected);
        const { verdict, support, sharing } = shared.summariseRegion(id, day);
        expect({ verdict, support, sharing }, id).toEqual({
          verdict: expected.verdict,
          support: expected.support,
          sharing: expected.sharing,
        });
      }
    },
  );

  it('have operators that come to what they come to by themselves, asked for without an order', () => {
    const { assess, assessOperators } = createAssessor(real, devices);
    const byId = (operators: readonly OperatorAssessment[]) =>
      operators.toSorted((a, b) => (a.operatorId < b.operatorId ? -1 : 1));
    for (const day of ['2026-11-30', '2027-12-31']) {
      const differing = real.regions.filter(({ id }) => {
        const alone = assess(defaultHousehold(id), { asOf: day, outlook: false }).operators;
        return JSON.stringify(byId(assessOperators(id, day))) !== JSON.stringify(byId(alone));
      });
      expect(differing.map(({ id }) => id)).toEqual([]);
    }
  });

  it('keep the terms of their places apart', () => {
    const shared = createAssessor(real, devices);
    const alone = createAssessor(real, devices);
    const places = real.operators.flatMap(({ localExceptions }) =>
      localExceptions.flatMap(({ regionId, settlements }) =>
        settlements.map(({ lon, lat }) => ({ regionId, place: { lon, lat } })),
      ),
    );
    expect(places.length).toBeGreaterThan(0);
    for (const { id } of real.regions) shared.summariseRegion(id, asOf);
    for (const { regionId, place } of places) {
      const expected = alone.assess(
        { ...defaultHousehold(regionId), place },
        { asOf, outlook: false },
      );
      expect(shared.assessRegion(regionId, { asOf, place, outlook: false })).toEqual(expected);
      expect(shared.summariseRegion(regionId, asOf, place)).toMatchObject({
        verdict: expected.verdict,
        sharing: expected.sharing,
      });
    }
  });
});
