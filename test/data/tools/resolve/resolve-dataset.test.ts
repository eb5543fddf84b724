import { describe, expect, it } from 'vitest';
import { feeCovers } from '../../../../data/core/schema/plan.ts';
import { parseData } from '../../../../data/tools/authored/data-files.ts';
import { resolveOperatorsOf } from '../../../../data/tools/resolve/resolve-dataset.ts';
import {
  type SampleData,
  sampleClaim,
  sampleData,
  sampleFiles,
} from '../../../fixtures/sample-data.ts';

function resolve(change: (data: SampleData) => void = () => {}) {
  const data = sampleData();
  change(data);
  const parsed = parseData(sampleFiles(data));
  expect(parsed.issues).toEqual([]);
  const operators = resolveOperatorsOf(parsed.data);
  return (operatorId: string, claimId: string) =>
    operators.find(({ id }) => id === operatorId)?.claims.find(({ id }) => id === claimId);
}

describe('resolving operators', () => {
  it('derives presence from the numbers held: yes where there are some, no elsewhere', () => {
    const claim = resolve()('north', 'north-numbers');
    const [held, notHeld] = claim?.findings ?? [];
    expect(held).toMatchObject({ axis: 'presence', value: 'yes', regionIds: ['RU-MOW', 'RU-TA'] });
    expect(notHeld).toMatchObject({ axis: 'presence', value: 'no' });
    expect(notHeld?.regionIds).toHaveLength(81);
  });

  it('derives nothing for an operator that the register says nothing of: unknown is not no', () => {
    const claim = resolve(({ numbering }) => {
      numbering.counts = { nord: numbering.counts.north, guest: numbering.counts.guest };
    });
    expect(claim('north', 'north-numbers')?.findings).toEqual([]);
  });

  it('derives no everywhere for an operator whose row is empty', () => {
    const claim = resolve(({ numbering }) => {
      numbering.counts.north = {};
    });
    const findings = claim('north', 'north-numbers')?.findings;
    expect(findings).toMatchObject([{ axis: 'presence', value: 'no' }]);
    expect(findings?.[0]?.regionIds).toHaveLength(83);
  });

  it('dates a claim by its newest dated source', () => {
    const claim = resolve(({ operators }) => operators.north.claims[1]?.sourceIds.push('register'));
    expect(claim('north', 'north-esim')?.observedOn).toBe('2026-08-19');
    expect(claim('north', 'north-plan')?.observedOn).toBe('2026-05');
  });

  it('dates a conclusion by its oldest source, and leaves it undated where one of them is', () => {
    const concluded = ({ operators }: SampleData) => {
      const claim = operators.north.claims[1];
      claim?.sourceIds.push('register');
      Object.assign(claim ?? {}, { method: 'inferred' });
    };
    expect(resolve(concluded)('north', 'north-esim')?.observedOn).toBe('2026-05');
    const undated = resolve((data) => {
      concluded(data);
      delete data.sources['north-site']?.observedOn;
    });
    expect(undated('north', 'north-esim')).not.toHaveProperty('observedOn');
  });

  it("keeps a claim's own day before its sources' days", () => {
    const claim = resolve(({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { observedOn: '2021' });
    });
    expect(claim('north', 'north-esim')?.observedOn).toBe('2021');
  });

  it('leaves a claim undated when no source has a day', () => {
    const claim = resolve(({ sources }) => {
      delete sources['north-site']?.observedOn;
    });
    expect(claim('north', 'north-esim')).not.toHaveProperty('observedOn');
  });

  it('takes the named regions away from a superseded claim and says who took them', () => {
    const reason = 'too few numbers to be sold';
    const claim = resolve(({ operators }) => {
      operators.north.claims.push({
        ...sampleClaim('north-token', 9, { axis: 'presence', value: 'no' }),
        regionIds: ['RU-TA'],
        supersedes: [{ claimId: 'north-numbers', regionIds: ['RU-TA'], reason }],
      });
    });
    const older = claim('north', 'north-numbers');
    expect(older?.findings[0]?.regionIds).toEqual(['RU-MOW']);
    expect(older?.findings[1]?.regionIds).toHaveLength(81);
    expect(older?.supersededBy).toEqual([{ claimId: 'north-token', regionIds: ['RU-TA'], reason }]);
    expect(claim('north', 'north-token')?.findings).toHaveLength(1);
  });

  it('takes from a price the regions where nobody states it any more', () => {
    const data = sampleData();
    const { north } = data.operators;
    const fee = { amountRub: 900, per: 'plan', period: 'month', regionIds: 'RU' };
    Object.assign(north.plans[0] ?? {}, { fees: [{ ...fee, claimIds: ['north-plan'] }] });
    north.claims.push({
      ...sampleClaim('north-no-plan', 9),
      regionIds: ['RU-CHU'],
      supersedes: [{ claimId: 'north-plan', regionIds: ['RU-CHU'], reason: 'does not work there' }],
    });
    const operators = resolveOperatorsOf(parseData(sampleFiles(data)).data);
    const [resolved] = operators.find(({ id }) => id === 'north')?.plans[0]?.fees ?? [];
    expect(resolved).toMatchObject({ regionIds: 'RU', exceptRegionIds: ['RU-CHU'] });
    expect(resolved && feeCovers(resolved, 'RU-CHU')).toBe(false);
    expect(resolved && feeCovers(resolved, 'RU-TA')).toBe(true);
  });

  it('expands "RU" to the other regions when some are taken away', () => {
    const claim = resolve(({ operators }) => {
      operators.north.claims.push({
        ...sampleClaim('north-no-esim', 9, { axis: 'esim', value: 'no', regionIds: ['RU-CHU'] }),
        supersedes: [{ claimId: 'north-esim', regionIds: ['RU-CHU'], reason: 'newer page' }],
      });
    });
    const left = claim('north', 'north-esim')?.findings[0]?.regionIds;
    expect(left).toHaveLength(82);
    expect(left).not.toContain('RU-CHU');
  });

  it('leaves no finding to a claim that is superseded wholly', () => {
    const claim = resolve(({ operators }) => {
      operators.north.claims.push({
        ...sampleClaim('north-esim-2026', 9, { axis: 'esim', value: 'yes' }),
        supersedes: [{ claimId: 'north-esim', reason: 'newer page' }],
      });
    });
    expect(claim('north', 'north-esim')?.findings).toEqual([]);
  });

  it("gives a virtual operator its host's claim and keeps the host's name on it", () => {
    const inherited = resolve()('guest', 'north-esim');
    expect(inherited).toMatchObject({ inheritedFrom: 'north', sourceIds: ['north-site'] });
    expect(inherited?.findings).toMatchObject([{ axis: 'esim', value: 'partial' }]);
  });

  it('leaves findings about a plan of the host with the host', () => {
    const claim = resolve(({ operators }) => {
      Object.assign(operators.guest, {
        inherits: [
          {
            fromOperatorId: 'north',
            claimIds: ['north-plan'],
            reason: { ru: 'Так', en: 'So', zh: '是' },
          },
        ],
      });
    });
    expect(claim('guest', 'north-plan')?.findings).toEqual([]);
    expect(claim('north', 'north-plan')?.findings).toHaveLength(1);
  });

  it('lets a virtual operator supersede what it inherits, without touching the host', () => {
    const claim = resolve(({ operators }) => {
      operators.guest.claims.push({
        ...sampleClaim('guest-no-esim', 9, { axis: 'esim', value: 'no' }),
        supersedes: [{ claimId: 'north-esim', reason: 'sells no eSIM of its own' }],
      });
    });
    expect(claim('guest', 'north-esim')?.findings).toEqual([]);
    expect(claim('north', 'north-esim')?.findings).toHaveLength(1);
  });
});
