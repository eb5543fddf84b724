import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { DeviceModel } from '../../../../data/core/schema/device.ts';
import { Household } from '../../../../data/core/schema/household.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';

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
const devices = [
  model('good-phone', 'yes'),
  { ...model('good-watch', 'yes'), kind: 'watch' as const },
  { ...model('old-phone', 'no'), esimOnly: true },
];

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

type Written = z.input<typeof Household>;

/** A household of these people, whose phones are good and in Moscow unless said otherwise. The first line is the payer's. */
function household(
  members: (Partial<Written['members'][number]> & { id: string })[],
  lines: (Partial<Written['lines'][number]> & { id: string; memberId: string })[],
  rest: Partial<Written> = {},
): Household {
  return Household.parse({
    members: members.map((member) => ({ ageBand: 'adult', citizenship: 'russian', ...member })),
    lines: lines.map((line, index) => ({
      payer: index === 0,
      contractRegionId: 'RU-MOW',
      deviceKind: 'phone',
      deviceModelId: 'good-phone',
      ...line,
    })),
    ...rest,
  });
}

/** The changes that an operator tells of, by the verdict that they lead to. */
function toldBy(written: ReturnType<typeof operator>, asked: Household) {
  const { assess } = createAssessor(dataset([written]), devices);
  const [first] = assess(asked, { asOf, operatorIds: [written.id] }).operators;
  return Object.fromEntries(
    (first?.changes ?? []).map(({ verdict, changes }) => [verdict, changes]),
  );
}

const move = (lineId: string, regionId: string) => ({
  code: 'move-line-to-region',
  params: { lineId, regionId },
});

describe('where contracts are in two regions and the plan asks for one', () => {
  const joined = plan({ sameRegion: { required: true, claimIds: ['plan-open'] } });
  const people = ['a', 'b', 'c'].map((id) => ({ id }));
  const phone = (memberId: string, contractRegionId: string) => ({
    id: `${memberId}-phone`,
    memberId,
    contractRegionId,
  });

  it('as many move to where the payer is, each of them', () => {
    const second = { ...phone('a', 'RU-MOW'), id: 'a-second' };
    const lines = [phone('a', 'RU-MOW'), second, phone('b', 'RU-TA'), phone('c', 'RU-TA')];
    expect(toldBy(operator('alpha', { plans: [joined] }), household(people, lines))).toEqual({
      yes: [move('b-phone', 'RU-MOW'), move('c-phone', 'RU-MOW')],
    });
  });

  it('the payer stays, whoever is named first', () => {
    const [payer, other] = [phone('a', 'RU-MOW'), phone('b', 'RU-TA')];
    const lines = [
      { ...other, payer: false },
      { ...payer, payer: true },
    ];
    expect(toldBy(operator('alpha', { plans: [joined] }), household(people, lines))).toEqual({
      yes: [move('b-phone', 'RU-MOW')],
    });
  });

  it('the payer moves where the operator sells in the region of the other alone', () => {
    const written = operator('alpha', {
      plans: [joined],
      claims: [
        claim('present', [finding('presence', 'yes')], { regionIds: ['RU-TA'] }),
        claim('absent', [finding('presence', 'no')], { regionIds: ['RU-MOW'] }),
        ...(operator('alpha').claims ?? []).filter(({ id }) => id !== 'present'),
      ],
    });
    const lines = [phone('a', 'RU-MOW'), phone('b', 'RU-TA')];
    expect(toldBy(written, household(people, lines))).toEqual({ yes: [move('a-phone', 'RU-TA')] });
  });
});

describe('where the number of an operator has to be had first', () => {
  const elsewhere = { operatorId: 'gamma' };
  const lines = [
    { id: 'here', memberId: 'a', operatorId: 'alpha' },
    { id: 'new', memberId: 'a' },
    { id: 'there', memberId: 'a', ...elsewhere },
  ];

  it('only the lines that are elsewhere change their operator', () => {
    expect(toldBy(operator('alpha'), household([{ id: 'a' }], lines))).toEqual({
      yes: [{ code: 'switch-operator', params: { operatorId: 'alpha', lineIds: ['there'] } }],
    });
  });

  it('no line is told twice to change to an operator that was not asked about', () => {
    const { assess } = createAssessor(
      dataset([operator('gamma', { claims: [], plans: [] }), operator('beta')]),
      devices,
    );
    const changesWith = (deviceModelId: string, otherNumbers = 0) => {
      const lines = [{ id: 'there', memberId: 'a', ...elsewhere, deviceModelId }];
      const { changes } = assess(household([{ id: 'a', otherNumbers }], lines), {
        asOf,
        operatorIds: ['gamma'],
      });
      return changes.map((set) => [set.verdict, set.changes.map(({ code }) => code)]);
    };
    expect(changesWith('good-phone')).toEqual([
      ['partial', ['switch-operator']],
      ['yes', ['switch-operator']],
    ]);
    expect(changesWith('good-phone', 18)).toEqual([
      ['partial', ['switch-operator']],
      ['yes', ['switch-operator', 'free-numbers']],
    ]);
    expect(changesWith('old-phone')).toEqual([['partial', ['switch-operator', 'replace-device']]]);
  });
});

describe('where one holds too many numbers and has none elsewhere to give up', () => {
  it('another adult holds some of them', () => {
    const lines = Array.from({ length: 21 }, (_, index) => ({
      id: `line-${index}`,
      memberId: 'a',
    }));
    const large = operator('alpha', {
      plans: [plan({ lineLimit: { min: 40, max: 40, claimIds: ['plan-open'] } })],
    });
    expect(toldBy(large, household([{ id: 'a' }, { id: 'b' }], lines)).partial).toEqual([
      { code: 'change-holder', params: { lineId: 'line-0', memberId: 'b' } },
    ]);
  });
});

describe('where one who may not sign holds a line', () => {
  it('an adult takes it over, and no teenager', () => {
    const people = [
      { id: 'teen', ageBand: '14-17' as const },
      { id: 'adult' },
      { id: 'child', ageBand: 'under-14' as const },
    ];
    const lines = [
      { id: 'adult-phone', memberId: 'adult' },
      { id: 'child-phone', memberId: 'child', holderId: 'child' },
    ];
    expect(toldBy(operator('alpha'), household(people, lines)).partial).toEqual([
      { code: 'change-holder', params: { lineId: 'child-phone', memberId: 'adult' } },
    ]);
  });

  it('a citizen takes over what a foreigner holds, where nobody wants to visit an office', () => {
    const people = [{ id: 'a' }, { id: 'b', citizenship: 'foreign' as const }];
    const lines = [
      { id: 'a-phone', memberId: 'a' },
      { id: 'b-phone', memberId: 'b' },
    ];
    expect(toldBy(operator('alpha'), household(people, lines)).yes).toEqual([
      { code: 'change-holder', params: { lineId: 'b-phone', memberId: 'a' } },
    ]);
  });
});

describe('where a family has more lines than the plan takes', () => {
  it('a watch goes before a telephone, whichever is named last', () => {
    const written = operator('alpha', {
      plans: [plan({ lineLimit: { min: 2, max: 2, claimIds: ['plan-open'] } })],
      claims: [
        ...(operator('alpha').claims ?? []),
        claim('watches', [finding('companion', 'yes')]),
      ],
    });
    const watch = { deviceKind: 'watch' as const, deviceModelId: 'good-watch' };
    const lines = [
      { id: 'a-phone', memberId: 'a' },
      { id: 'a-watch', memberId: 'a', ...watch },
      { id: 'b-phone', memberId: 'b' },
    ];
    expect(toldBy(written, household([{ id: 'a' }, { id: 'b' }], lines)).yes).toEqual([
      { code: 'remove-line', params: { lineId: 'a-watch' } },
    ]);
  });
});

describe('where an operator has one plan that a change opens and one that none does', () => {
  it('the change is told', () => {
    const written = operator('alpha', {
      plans: [plan(), plan({ id: 'gone', claimIds: ['gone-said'] })],
      claims: [
        ...(operator('alpha').claims ?? []),
        claim('gone-said', [finding('sharedPlan', 'no', { planId: 'gone' })]),
      ],
    });
    expect(toldBy(written, adults([21]))).toEqual({
      partial: [free('adult-1', 2)],
      yes: [free('adult-1', 5)],
    });
  });
});
