import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import {
  consumerOperators,
  isOutsideMap,
  servesFamiliesOn,
} from '../../../../data/core/eligibility/operators.ts';
import { Operator } from '../../../../data/core/schema/operator.ts';
import { dataset, operator } from '../../../fixtures/dataset-builder.ts';

const day = '2026-11-23';

describe('an operator', () => {
  it.each([
    ['still there', {}, true],
    ['for machines', { market: 'machine' }, false],
    ['gone before that day', { retiredOn: '2026-11-22' }, false],
    ['gone from that day on', { retiredOn: '2026-11-23' }, false],
    ['gone from the next day on', { retiredOn: '2026-11-24' }, true],
    ['gone in that year', { retiredOn: '2026' }, false],
  ] as const)('that is %s serves families on a day: %o is %s', (_what, rest, expected) => {
    const parsed = Operator.parse(operator('alpha', rest));
    expect(servesFamiliesOn(parsed, day)).toBe(expected);
  });

  it('is not gone on a day that is none', () => {
    expect(Operator.safeParse(operator('alpha', { retiredOn: 'spring' })).success).toBe(false);
  });

  it('that will be gone is assessed and listed until then', () => {
    const facts = dataset([operator('alpha', { retiredOn: '2026-12-01' })]);
    const { assessRegion } = createAssessor(facts, []);
    expect(assessRegion('RU-MOW', { asOf: day }).operators).toHaveLength(1);
    expect(assessRegion('RU-MOW', { asOf: '2026-12-01' }).operators).toHaveLength(0);
    expect(consumerOperators(facts)).toHaveLength(1);
  });
});

describe('an operator of places that the map does not show', () => {
  const counts = {
    inside: { 'RU-MOW': 1 },
    both: { 'RU-XX': 9, 'RU-TA': 1 },
    outside: { 'RU-XX': 9, 'RU-YY': 9 },
  };
  const facts = dataset(
    ['inside', 'both', 'outside', 'without-numbers'].map((id) => operator(id)),
    { numbering: { registerDate: '2026-08-01', sourceId: 'register', counts } },
  );

  it('is one whose numbers all belong to such places, and not one without any numbers', () => {
    const outside = facts.operators.filter(({ id }) => isOutsideMap(facts, id));
    expect(outside.map(({ id }) => id)).toEqual(['outside']);
  });
});
