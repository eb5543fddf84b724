import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { Condition } from '../../../data/core/schema/condition.ts';
import { readDataFiles } from '../../../data/tools/authored/read-data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';

const files = await readDataFiles(join(import.meta.dirname, '../../../data'));
const { dataset, devices } = resolveWithoutTerritory(files);
const asOf = dataset.checkedOn;
const assessor = createAssessor(dataset, devices);
const regionIds = dataset.regions.map(({ id }) => id);

function operatorIn(regionId: string, operatorId: string): OperatorAssessment {
  const [found] = assessor.assessRegion(regionId, { asOf, operatorId }).operators;
  if (found === undefined) throw new Error(`${operatorId} is not assessed in ${regionId}`);
  return found;
}

const axisOf = (operator: OperatorAssessment, name: string) =>
  operator.axes.find(({ axis }) => axis === name);

const codesOf = (conditions: readonly Condition[]) => conditions.map(({ code }) => code);

/** T2 has but token numbers here, and the virtual operators of two banks none. */
const T2_TOKEN_REGIONS = [
  'RU-AMU',
  'RU-AST',
  'RU-BA',
  'RU-CE',
  'RU-CHU',
  'RU-DA',
  'RU-IN',
  'RU-KB',
  'RU-KC',
  'RU-KL',
  'RU-SA',
  'RU-SE',
  'RU-ZAB',
];

describe('what the rules make of the real data', () => {
  it('names the group of MTS that may be open before the common one, which a newer page says is no longer offered', () => {
    const plans = regionIds.map((id) => operatorIn(id, 'mts').plans.map(({ planId }) => planId));
    const order = ['mts-gruppa-dlya-blizkih', 'mts-gruppa-semya', 'mts-gruppa-semya-plus'];
    expect(plans).toEqual(regionIds.map(() => order));
  });

  it('takes the page for Chuvashia as a word on Chuvashia: elsewhere it asks whether MTS has the group', () => {
    const sure = regionIds.filter((id) => {
      const shared = axisOf(operatorIn(id, 'mts'), 'sharedPlan');
      return !codesOf(shared?.conditions ?? []).includes('plan-openness-unknown');
    });
    expect(sure).toEqual(['RU-CU']);
  });

  it('puts the open plan of MTS before the plan of Beeline that may be closed', () => {
    for (const { id } of dataset.regions) {
      const [first] = assessor.assessRegion(id, { asOf }).operators;
      expect(first?.operatorId, id).toBe('mts');
    }
  });

  it('asks of every plan of Beeline found outside Sakhalin whether it is open', () => {
    const silent = regionIds.filter((id) => {
      const shared = axisOf(operatorIn(id, 'beeline'), 'sharedPlan');
      return (
        shared?.value === 'partial' && !codesOf(shared.conditions).includes('plan-openness-unknown')
      );
    });
    expect(silent).toEqual([]);
  });

  it('knows no shared plan of Beeline in Chukotka, and says what is not known', () => {
    const shared = axisOf(operatorIn('RU-CHU', 'beeline'), 'sharedPlan');
    expect(shared?.value).toBe('unknown');
    expect(shared?.openQuestionIds).toContain('bee-chukotka-ns');
  });

  it('says no of T2 exactly where its numbers are a token', () => {
    const absent = regionIds.filter(
      (id) => axisOf(operatorIn(id, 't2'), 'presence')?.value === 'no',
    );
    expect(absent.toSorted()).toEqual(T2_TOKEN_REGIONS);
  });

  it('shows that this no of T2 is a conclusion from an undated list in somebody’s code', () => {
    for (const id of T2_TOKEN_REGIONS) {
      expect(operatorIn(id, 't2'), id).toMatchObject({
        method: 'inferred',
        confidence: 'secondary',
        freshness: 'undated',
      });
    }
  });

  it.each(['gazprombank-mobile', 'vtb-mobile'])('says no of %s in the same regions', (id) => {
    const absent = regionIds.filter((region) => operatorIn(region, id).verdict === 'no');
    expect(absent.toSorted()).toEqual(T2_TOKEN_REGIONS);
  });

  it('does not know whether Rostelecom sells where the network of its host is probably not sold', () => {
    const unknown = regionIds.filter(
      (id) => axisOf(operatorIn(id, 'rostelecom'), 'presence')?.value === 'unknown',
    );
    expect(unknown.toSorted()).toEqual(T2_TOKEN_REGIONS);
    expect(axisOf(operatorIn('RU-BA', 'rostelecom'), 'presence')?.openQuestionIds).toEqual([
      'rtk-presence-13-nf',
    ]);
  });

  it('knows no shared plan of SberMobile: a name in a menu is not one', () => {
    const shared = regionIds.map((id) => axisOf(operatorIn(id, 'sbermobile'), 'sharedPlan')?.value);
    expect(new Set(shared)).toEqual(new Set(['unknown']));
  });

  it('never says that T2 has no eSIM: it is not known since the suspension of 2019', () => {
    for (const id of regionIds) {
      const esim = axisOf(operatorIn(id, 't2'), 'esim');
      expect([esim?.value, esim?.openQuestionIds], id).toEqual(['unknown', ['t2-esim-now-nf']]);
    }
  });

  it.each([
    ['t2', 't2-norilsk'],
    ['beeline', 'beeline-taimyr'],
  ])('says in Krasnoyarsk Krai that %s has other terms in the north', (operatorId, exceptionId) => {
    const presence = axisOf(operatorIn('RU-KYA', operatorId), 'presence');
    expect(presence?.conditions).toEqual([{ code: 'local-exception', params: { exceptionId } }]);
  });

  it('finds the family option of MegaFon in the Jewish AO only, and of unknown openness there', () => {
    const found = regionIds.filter(
      (id) => axisOf(operatorIn(id, 'megafon'), 'sharedPlan')?.value !== 'unknown',
    );
    expect(found).toEqual(['RU-YEV']);
    const conditions = axisOf(operatorIn('RU-YEV', 'megafon'), 'sharedPlan')?.conditions ?? [];
    expect(codesOf(conditions)).toContain('plan-openness-unknown');
  });

  it('assesses Motiv where it sells and nowhere else', () => {
    const present = regionIds.filter(
      (id) => axisOf(operatorIn(id, 'motiv'), 'presence')?.value === 'yes',
    );
    expect(present.toSorted()).toEqual(['RU-KGN', 'RU-KHM', 'RU-SVE', 'RU-YAN']);
  });

  it('says no of the operators of Crimea in Krasnodar Krai', () => {
    for (const id of ['k-telecom', 'miranda', 'volna']) {
      expect(operatorIn('RU-KDA', id).verdict, id).toBe('no');
    }
  });
});
