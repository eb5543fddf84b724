import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { DeviceModel } from '../../../../data/core/schema/device.ts';
import { Household } from '../../../../data/core/schema/household.ts';
import { dataset, operator, plan } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
const model = (id: string, esim: 'yes' | 'no') =>
  DeviceModel.parse({
    id,
    brand: 'Maker',
    model: id,
    kind: 'phone',
    esim,
    sourceIds: ['official'],
  });
/** The old one has no place for a plastic card either: it stands in the way. */
const devices = [model('good-phone', 'yes'), { ...model('old-phone', 'no'), esimOnly: true }];

/** Adults in Moscow, each with a phone and so many numbers elsewhere; twenty in all is the cap. */
function adults(otherNumbers: readonly number[], deviceModelId = 'good-phone') {
  const ids = otherNumbers.map((_, index) => `adult-${index + 1}`);
  return Household.parse({
    members: otherNumbers.map((count, index) => ({
      id: ids[index],
      ageBand: 'adult',
      citizenship: 'russian',
      otherNumbers: count,
    })),
    lines: ids.map((memberId, index) => ({
      id: `${memberId}-phone`,
      memberId,
      payer: index === 0,
      contractRegionId: 'RU-MOW',
      deviceKind: 'phone',
      deviceModelId,
    })),
  });
}

/** Change sets at an operator where everything but the household is a yes. */
function changesFor(household: Household) {
  const { assess } = createAssessor(dataset([operator('alpha')]), devices);
  return assess(household, { asOf }).operators[0]?.changes;
}

const free = (memberId: string, count: number) => ({
  code: 'free-numbers',
  params: { memberId, count },
});

describe('where holders have too many numbers', () => {
  it('each of them is told how many to give up', () => {
    expect(changesFor(adults([21, 21]))).toEqual([
      {
        verdict: 'partial',
        operatorId: 'alpha',
        changes: [free('adult-1', 2), free('adult-2', 2)],
      },
      { verdict: 'yes', operatorId: 'alpha', changes: [free('adult-1', 5), free('adult-2', 5)] },
    ]);
  });

  it('a holder near the cap is told what would be a plain yes', () => {
    expect(changesFor(adults([18]))).toEqual([
      { verdict: 'yes', operatorId: 'alpha', changes: [free('adult-1', 2)] },
    ]);
  });

  it('nobody is told to give up more than another change of the set leaves over', () => {
    const one = adults([21]);
    const lines = Array.from({ length: 7 }, (_, index) =>
      one.lines.map((line) => ({ ...line, id: `line-${index}`, payer: index === 0 })),
    ).flat();
    // The plan takes six, and 21 + 6 are seven too many.
    expect(changesFor({ ...one, lines })?.[0]?.changes).toEqual([
      free('adult-1', 7),
      { code: 'remove-line', params: { lineId: 'line-6' } },
    ]);
  });
});

describe('where devices stand in the way', () => {
  it('their lines alone are changed, however many good devices are named before them', () => {
    const family = adults([0, 0, 0, 0, 0, 0, 0, 0]);
    const lines = family.lines.map((line, index) =>
      index < 5 ? line : { ...line, deviceModelId: 'old-phone' },
    );
    const large = operator('alpha', {
      plans: [plan({ lineLimit: { min: 8, max: 8, claimIds: ['plan-open'] } })],
    });
    const { assess } = createAssessor(dataset([large]), devices);
    expect(assess({ ...family, lines }, { asOf }).operators[0]?.changes[0]).toEqual({
      verdict: 'partial',
      operatorId: 'alpha',
      changes: [6, 7, 8].map((adult) => ({
        code: 'replace-device',
        params: { lineId: `adult-${adult}-phone` },
      })),
    });
  });
});

describe('changes of the whole assessment', () => {
  it('are at most three, the change of operator among them', () => {
    const { assess } = createAssessor(
      dataset([operator('alpha', { claims: [], plans: [] }), operator('beta')]),
      devices,
    );
    const three = assess(adults([0, 0, 0], 'old-phone'), { asOf, operatorIds: ['alpha'] });
    expect(three.changes).toEqual([]);
    const two = assess(adults([0, 0], 'old-phone'), { asOf, operatorIds: ['alpha'] });
    expect(two.changes.map(({ changes }) => changes.map(({ code }) => code))).toEqual([
      ['switch-operator', 'replace-device', 'replace-device'],
    ]);
  });
});
