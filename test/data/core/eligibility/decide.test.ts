import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import type { AxisResult } from '../../../../data/core/schema/assessment.ts';
import type { ConditionCode } from '../../../../data/core/schema/condition.ts';
import { claim, dataset, finding, operator } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
type Claims = Parameters<typeof operator>[1];

/** The esim axis in Moscow where only these claims speak of it. */
function esim(...claims: ReturnType<typeof claim>[]): AxisResult | undefined {
  return esimOn(asOf, ...claims);
}

/** The same on another day. */
function esimOn(day: string, ...claims: ReturnType<typeof claim>[]): AxisResult | undefined {
  const written: Claims = { claims, plans: [] };
  const { assessRegion } = createAssessor(dataset([operator('alpha', written)]), []);
  const [alpha] = assessRegion('RU-MOW', { asOf: day }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'esim');
}

const says = (
  id: string,
  value: 'no' | 'partial' | 'yes',
  rest: Parameters<typeof claim>[2] = {},
) => claim(id, [finding('esim', value)], rest);

const roles = (result: AxisResult | undefined) =>
  Object.fromEntries(result?.evidence.map(({ claimId, role }) => [claimId, role]) ?? []);

/** What makes a no stronger than a yes that is otherwise the same. */
const STRONGER: [string, Parameters<typeof claim>[2], Parameters<typeof claim>[2]][] = [
  ['better source', { sourceIds: ['press'] }, { sourceIds: ['official'] }],
  ['sources carrying more', { sourceIds: ['official-old'] }, { sourceIds: ['press'] }],
  ['newer day', { observedOn: '2026-01' }, { observedOn: '2026-05' }],
  ['narrower scope', {}, { regionIds: ['RU-MOW'] }],
  ['not being assumed', { method: 'assumed' }, { sourceIds: ['secondary'] }],
  [
    'better support, though it carries less',
    { sourceIds: ['press'] },
    { sourceIds: ['official-old'], regionIds: ['RU-MOW'] },
  ],
  [
    'heavier source of the same support',
    { sourceIds: ['secondary'] },
    { sourceIds: ['press-old'] },
  ],
  ['having a day', { sourceIds: ['official-undated'] }, { sourceIds: ['official-old'] }],
];

describe('deciding between claims', () => {
  it('is unknown, not no, where nothing is said', () => {
    expect(esim()).toMatchObject({ value: 'unknown', reason: { code: 'no-claim' } });
  });

  it('lets the positive stand where a no is as strong', () => {
    const result = esim(says('a-yes', 'yes'), says('a-no', 'no'));
    expect(result).toMatchObject({ value: 'yes', reason: { code: 'contradiction-resolved' } });
    expect(roles(result)).toEqual({ 'a-yes': 'decisive', 'a-no': 'contradicting' });
  });

  it.each(STRONGER)('lets a no win by its %s', (_why, yes, no) => {
    const result = esim(says('a-yes', 'yes', yes), says('a-no', 'no', no));
    expect(result?.value).toBe('no');
    expect(roles(result)).toEqual({ 'a-no': 'decisive', 'a-yes': 'contradicting' });
  });

  it.each(STRONGER)('lets a yes stand by its %s', (_why, no, yes) => {
    const result = esim(says('a-yes', 'yes', yes), says('a-no', 'no', no));
    expect(result?.value).not.toBe('no');
    expect(roles(result)).toEqual({ 'a-yes': 'decisive', 'a-no': 'contradicting' });
  });

  it('calls decisive each of several that are as strong', () => {
    const result = esim(says('one', 'yes'), says('other', 'yes'));
    expect(roles(result)).toEqual({ one: 'decisive', other: 'decisive' });
  });

  it('gives a claim with a day of its own no more than that day, however new its source', () => {
    expect(esim(says('old', 'yes', { observedOn: '2019-01' }))).toMatchObject({
      value: 'partial',
      freshness: 'old',
    });
  });

  it('says of several claims that begin later from when the first of them speaks, not when one ended', () => {
    const over = says('over', 'yes', { validFrom: '2020', validTo: '2021' });
    const [first, second] = ['2027-02-01', '2027-05-01'].map((validFrom) =>
      says(validFrom, 'yes', { validFrom }),
    );
    if (first === undefined || second === undefined) throw new Error('two begin later');
    expect(esim(second, over, first)).toMatchObject({
      value: 'unknown',
      reason: { code: 'only-later-claims', params: { from: '2027-02-01' } },
    });
  });

  it('takes the best positive value and cites the strongest claims that have it', () => {
    const result = esim(
      says('weak-yes', 'yes', { sourceIds: ['secondary'] }),
      says('strong-partial', 'partial'),
      says('press-yes', 'yes', { sourceIds: ['press'] }),
    );
    expect(result).toMatchObject({
      value: 'yes',
      confidence: 'press',
      // Not `stated`, as the claim of a lesser value would be.
      support: 'countrywide',
      conditions: [],
    });
    expect(roles(result)).toEqual({
      'press-yes': 'decisive',
      'strong-partial': 'supporting',
      'weak-yes': 'supporting',
    });
  });

  it.each(['official-old', 'official-undated'])(
    'holds a yes from an %s source at partial',
    (id) => {
      const result = esim(says('a-yes', 'yes', { sourceIds: [id] }));
      expect(result).toMatchObject({
        value: 'partial',
        conditions: [{ code: 'confirm-with-operator', params: { axis: 'esim' } }],
      });
    },
  );

  it('takes the newest date and the strongest weight of several sources', () => {
    const result = esim(says('a-yes', 'yes', { sourceIds: ['official-old', 'press'] }));
    expect(result).toMatchObject({ value: 'yes', confidence: 'official', freshness: 'current' });
  });

  it('takes the oldest date and the weakest weight of the sources that a conclusion needs together', () => {
    const concluded = (...sourceIds: string[]) =>
      esim(says('a-yes', 'yes', { method: 'inferred', sourceIds, reach: 'own' }));
    expect(concluded('official', 'press')).toMatchObject({
      value: 'yes',
      support: 'reported',
      confidence: 'press',
    });
    expect(concluded('register', 'press-old')).toMatchObject({
      value: 'partial',
      confidence: 'press',
      freshness: 'old',
    });
    expect(concluded('register', 'secondary-undated')).toMatchObject({
      value: 'unknown',
      support: 'lead',
    });
  });

  it('lets a concluded no stand alone, as weak as its weakest source, and give way to any positive claim as strong', () => {
    const no = says('a-no', 'no', {
      method: 'inferred',
      sourceIds: ['register', 'secondary'],
      reach: 'own',
    });
    expect(esim(no)).toMatchObject({ value: 'no', support: 'reported', confidence: 'secondary' });
    const yes = says('a-yes', 'yes', { sourceIds: ['secondary'], reach: 'own' });
    expect(esim(no, yes)).toMatchObject({ value: 'partial' });
  });

  it('lets leads neither lift nor sink, and lists them', () => {
    const doubts = says('a-no', 'no', { sourceIds: ['secondary-undated'] });
    const hopes = says('a-yes', 'yes', { sourceIds: ['official'], reach: 'elsewhere' });
    const result = esim(doubts, hopes);
    expect(result).toMatchObject({
      value: 'unknown',
      support: 'lead',
      reason: { code: 'only-leads' },
    });
    expect(roles(result)).toEqual({ 'a-no': 'lead', 'a-yes': 'lead' });
    const sold = says('sold', 'yes');
    expect(esim(doubts, hopes, sold)).toMatchObject({ value: 'yes', support: 'stated' });
  });

  it('calls a no that carries less than in full a probably not: never stated', () => {
    for (const sourceId of ['official-old', 'official-undated', 'register-old']) {
      const result = esim(says('a-no', 'no', { sourceIds: [sourceId] }));
      expect(result).toMatchObject({ value: 'no', support: 'countrywide' });
    }
  });

  it('does not ask to confirm what better evidence of the same value settles', () => {
    const partial = (id: string, sourceId: string, code: ConditionCode) =>
      claim(id, [finding('esim', 'partial', { conditions: [{ code }] })], {
        sourceIds: [sourceId],
      });
    const undated = partial('undated', 'official-undated', 'issue-channel-unknown');
    expect(esim(undated)?.conditions.map(({ code }) => code)).toEqual([
      'issue-channel-unknown',
      'confirm-with-operator',
    ]);
    const fresh = partial('fresh', 'press', 'visit-office');
    expect(esim(undated, fresh)?.conditions.map(({ code }) => code)).toEqual(['visit-office']);
  });

  it('asks what the strongest claims ask, without the gaps that another one fills and what only others ask', () => {
    const partial = (id: string, sourceId: string, ...codes: ConditionCode[]) =>
      claim(id, [finding('esim', 'partial', { conditions: codes.map((code) => ({ code })) })], {
        sourceIds: [sourceId],
      });
    const strong = partial('strong', 'press', 'issue-channel-unknown', 'visit-office');
    const weak = partial('weak', 'official-undated', 'foreign-documents');
    expect(esim(strong, weak)?.conditions.map(({ code }) => code)).toEqual(['visit-office']);
  });

  it('asks what others of the same value ask where the strongest have nothing but gaps, and nothing where they ask nothing', () => {
    const asking = (id: string, value: 'partial' | 'yes', code: ConditionCode, rest = {}) =>
      claim(id, [finding('esim', value, { conditions: [{ code }] })], rest);
    const [gap, office] = [
      asking('gap', 'partial', 'issue-channel-unknown'),
      asking('office', 'partial', 'visit-office', { sourceIds: ['press'] }),
    ];
    expect(esim(gap, office)?.conditions.map(({ code }) => code)).toEqual(['visit-office']);
    const plain = says('plain', 'yes');
    const weaker = asking('weaker', 'yes', 'visit-office', { sourceIds: ['press'] });
    expect(esim(plain, weaker)).toMatchObject({ value: 'yes', conditions: [] });
  });

  it('does not ask to confirm what an old page of the region says where the country’s press says as much', () => {
    const here = says('here', 'yes', { sourceIds: ['official-old'], regionIds: ['RU-MOW'] });
    expect(esim(here)?.conditions.map(({ code }) => code)).toEqual(['confirm-with-operator']);
    const press = claim(
      'press',
      [finding('esim', 'partial', { conditions: [{ code: 'visit-office' }] })],
      { sourceIds: ['press'] },
    );
    expect(esim(here, press)).toMatchObject({ value: 'partial', support: 'reported' });
    expect(esim(here, press)?.conditions.map(({ code }) => code)).toEqual(['visit-office']);
  });

  it('lists what a claim has taken the place of as contradicting, once that had been said', () => {
    const older = (since: string) =>
      says('older', 'no', {
        observedOn: since,
        checkedOn: since,
        supersededBy: [
          { claimId: 'other', reason: 'changed' },
          { claimId: 'newer', reason: 'changed' },
        ],
      });
    const newer = says('newer', 'yes', { observedOn: '2026-10-01', checkedOn: '2026-10-01' });
    const without = { ...older('2026-09-01'), findings: [] };
    expect(roles(esim(newer, without))).toEqual({ newer: 'decisive', older: 'contradicting' });
    const seenToday = { ...older(asOf), findings: [] };
    expect(roles(esim(newer, seenToday))).toEqual({ newer: 'decisive', older: 'contradicting' });
    const later = { ...older('2026-12-01'), findings: [] };
    expect(roles(esim(newer, later))).toEqual({ newer: 'decisive' });
  });

  it('rests on assumptions where nothing else speaks, and says so', () => {
    const assumed = (id: string, value: 'no' | 'yes') => says(id, value, { method: 'assumed' });
    expect(esim(assumed('one', 'yes'))).toMatchObject({
      value: 'yes',
      reason: { code: 'assumption' },
      method: 'assumed',
    });
    expect(esim(assumed('one', 'yes'), assumed('other', 'no'))?.value).toBe('yes');
  });

  it('knows nothing of what is over, and does not announce it for the day on which it was read', () => {
    for (const observedOn of ['2026-08-19', asOf]) {
      const over = says('over', 'yes', { observedOn, validTo: asOf });
      expect(esim(over)).toMatchObject({ value: 'unknown', reason: { code: 'no-claim' } });
    }
  });

  it('leaves out what is not yet or no longer valid', () => {
    expect(esim(says('later', 'yes', { validFrom: '2026-11-24' }))?.value).toBe('unknown');
    expect(esim(says('over', 'no', { validTo: asOf }))?.value).toBe('unknown');
    expect(esim(says('today', 'yes', { validFrom: asOf }))?.value).toBe('yes');
  });

  it('does not let evidence speak for a day before the one it was seen on, and says from when it speaks', () => {
    const seen = says('seen', 'yes', { observedOn: '2026-08-19' });
    expect(esimOn('2026-08-19', seen)).toMatchObject({ value: 'yes', freshness: 'current' });
    expect(esimOn('2026-08-18', seen)).toEqual({
      axis: 'esim',
      value: 'unknown',
      reason: { code: 'only-later-claims', params: { from: '2026-08-19' } },
      support: 'none',
      conditions: [],
      evidence: [],
      openQuestionIds: [],
    });
    expect(esimOn('1900-01-01', says('later', 'no', { validFrom: '2022' }), seen)).toMatchObject({
      value: 'unknown',
      reason: { code: 'only-later-claims', params: { from: '2022-01-01' } },
    });
  });

  it('lets a source that names only its month or year speak from the end of it, or from when it was read', () => {
    const ofMonth = says('month', 'yes', { observedOn: '2026-02', checkedOn: '2026-11-20' });
    expect(esimOn('2026-02-28', ofMonth)?.value).toBe('yes');
    expect(esimOn('2026-02-27', ofMonth)?.value).toBe('unknown');
    const ofYear = says('year', 'yes', { observedOn: '2026', checkedOn: '2026-11-20' });
    expect(esimOn('2026-11-20', ofYear)?.value).toBe('yes');
    expect(esimOn('2026-11-19', ofYear)?.value).toBe('unknown');
  });

  it('takes a source at its word that says since when something holds, however late it was read', () => {
    const since = says('since', 'yes', { validFrom: '2019-05', observedOn: '2026-08-19' });
    expect(esimOn('2020-01-01', since)).toMatchObject({ value: 'yes', freshness: 'current' });
    expect(esimOn('2019-04-30', since)?.value).toBe('unknown');
  });

  it('lets an undated source speak from the day on which somebody looked at it', () => {
    const undated = says('undated', 'yes', {
      sourceIds: ['official-undated'],
      checkedOn: '2026-11-20',
    });
    expect(esimOn('2026-11-20', undated)?.value).toBe('partial');
    expect(esimOn('2026-11-19', undated)?.value).toBe('unknown');
  });

  it('lists a claim that nobody looked at for two years as stale and does not count it', () => {
    const result = esim(says('a-no', 'no', { checkedOn: '2024-11-22' }));
    expect(result).toMatchObject({ value: 'unknown', reason: { code: 'only-stale-claims' } });
    expect(roles(result)).toEqual({ 'a-no': 'stale' });
    expect(esim(says('a-no', 'no', { checkedOn: '2024-11-23' }))?.value).toBe('no');
  });
});
