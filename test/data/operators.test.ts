import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Axis } from '../../data/schema/axis.ts';
import { isValidOn } from '../../data/schema/dates.ts';
import { coversRegion, RegionId } from '../../data/schema/ids.ts';
import { Operator } from '../../data/schema/operator.ts';

const dataFolder = join(import.meta.dirname, '../../data');
const namesIn = (folder: string) =>
  readdirSync(join(dataFolder, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

const operators = namesIn('operators').map((name) => {
  const text = readFileSync(join(dataFolder, 'operators', `${name}.json`), 'utf8');
  const parsed = Operator.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
  return parsed.data;
});
const byId = new Map(operators.map((operator) => [operator.id, operator]));
const sourceIds = new Set(namesIn('sources'));
const regionIds = namesIn('regions').map((name) => RegionId.parse(name));
const today = '2026-11-23';

function operatorCalled(id: string): Operator {
  const operator = byId.get(id);
  if (operator === undefined) throw new Error(`no operator ${id}`);
  return operator;
}

function duplicates(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Ids of the claims that an operator's plans, areas, exceptions and codes rest on. */
function claimsReferredTo(operator: Operator): string[] {
  const plans = operator.plans.flatMap((plan) => [
    ...plan.claimIds,
    ...[plan.lineLimit, plan.sameRegion, plan.payerTariffs, plan.manage].flatMap(
      (term) => term?.claimIds ?? [],
    ),
    ...plan.fees.flatMap((fee) => fee.claimIds),
  ]);
  return [
    ...plans,
    ...operator.hostClaimIds,
    ...operator.plmns.flatMap((entry) => entry.claimIds),
    ...operator.tariffAreas.flatMap((area) => area.claimIds),
    ...operator.localExceptions.flatMap((exception) => exception.claimIds),
    ...operator.claims.flatMap((claim) => claim.supersedes.map((entry) => entry.claimId)),
    ...operator.openQuestions.flatMap((question) => question.answeredBy),
  ];
}

/** Plan ids for which an operator has a finding on an axis in a region today; `undefined` is "any plan". */
function found(operator: Operator, axis: Axis, regionId: RegionId): (string | undefined)[] {
  const superseded = new Set(
    operator.claims.flatMap((claim) =>
      claim.supersedes
        .filter((entry) => entry.regionIds === undefined || coversRegion(entry.regionIds, regionId))
        .map((entry) => entry.claimId),
    ),
  );
  return operator.claims
    .filter((claim) => isValidOn(claim, today) && !superseded.has(claim.id))
    .flatMap((claim) =>
      claim.findings
        .filter((finding) => finding.axis === axis)
        .filter((finding) => coversRegion(finding.regionIds ?? claim.regionIds, regionId))
        .map((finding) => finding.planId),
    );
}

function asksAbout(operator: Operator, axis: Axis, regionId: RegionId, planId?: string): boolean {
  return operator.openQuestions.some(
    (question) =>
      question.status !== 'answered' &&
      question.axes.includes(axis) &&
      coversRegion(question.regionIds, regionId) &&
      (question.planId === undefined || question.planId === planId),
  );
}

/** Axes of an operator in a region that nothing is known about and no open question explains. */
function unexplained(operator: Operator, regionId: RegionId): string[] {
  const holes: string[] = [];
  const check = (axis: Axis, known: boolean, planId?: string) => {
    if (known || asksAbout(operator, axis, regionId, planId)) return;
    holes.push(`${operator.id} ${regionId} ${axis} ${planId ?? ''}`.trim());
  };
  check('esim', found(operator, 'esim', regionId).length > 0);
  check('companion', asksAbout(operator, 'companion', regionId));
  const numbered = operator.claims.some((claim) => claim.derivesPresence === true);
  check('presence', numbered || found(operator, 'presence', regionId).length > 0);
  const plans = operator.plans.filter((plan) => plan.status !== 'closed');
  if (plans.length === 0) {
    for (const axis of ['sharedPlan', 'lineCount', 'sameRegion'] as const) check(axis, false);
  }
  for (const plan of plans) {
    const open = found(operator, 'sharedPlan', regionId);
    check('sharedPlan', open.includes(undefined) || open.includes(plan.id), plan.id);
    check('lineCount', plan.lineLimit !== undefined, plan.id);
    check('sameRegion', plan.sameRegion !== undefined, plan.id);
  }
  return holes;
}

describe('what is written about the operators', () => {
  it('uses every claim id and question id once', () => {
    const ids = operators.flatMap((operator) => [
      ...operator.claims.map((claim) => claim.id),
      ...operator.openQuestions.map((question) => question.id),
      ...operator.plans.map((plan) => plan.id),
    ]);
    expect(duplicates(ids)).toEqual([]);
  });

  it('rests each claim on sources that are cited', () => {
    const missing = operators.flatMap((operator) =>
      operator.claims.flatMap((claim) => claim.sourceIds.filter((id) => !sourceIds.has(id))),
    );
    expect(missing).toEqual([]);
  });

  it('rests plans, areas, exceptions, codes and corrections on claims of the same operator', () => {
    const missing = operators.flatMap((operator) => {
      const own = new Set(operator.claims.map((claim) => claim.id));
      return claimsReferredTo(operator).filter((id) => !own.has(id));
    });
    expect(missing).toEqual([]);
  });

  it('names only plans of the same operator in findings and questions', () => {
    const missing = operators.flatMap((operator) => {
      const own = new Set(operator.plans.map((plan) => plan.id));
      const named = [
        ...operator.claims.flatMap((claim) => claim.findings.map((finding) => finding.planId)),
        ...operator.openQuestions.map((question) => question.planId),
      ];
      return named.filter((id) => id !== undefined && !own.has(id));
    });
    expect(missing).toEqual([]);
  });

  it('inherits only claims that the host has', () => {
    const missing = operators.flatMap((operator) =>
      operator.inherits.flatMap(({ fromOperatorId, claimIds }) => {
        const host = new Set(byId.get(fromOperatorId)?.claims.map((claim) => claim.id));
        return claimIds.filter((id) => !host.has(id));
      }),
    );
    expect(missing).toEqual([]);
  });

  it('names a host, or says that it is unknown, for each virtual operator', () => {
    const silent = operators.filter(
      ({ kind, hostOperatorId }) => (kind === 'mvno') !== (hostOperatorId !== undefined),
    );
    expect(silent.map((operator) => operator.id)).toEqual([]);
  });

  it('explains every unknown of every operator in every region by an open question', () => {
    const consumer = operators.filter((operator) => operator.market === 'consumer');
    expect(
      consumer.flatMap((operator) => regionIds.flatMap((id) => unexplained(operator, id))),
    ).toEqual([]);
  });

  it('is written in three languages, each in its own script', () => {
    const texts = operators.flatMap((operator) => [
      ...operator.claims.map((claim) => claim.statement),
      ...operator.openQuestions.map((question) => question.question),
    ]);
    expect(texts.filter(({ ru }) => !/[а-яё]/i.test(ru))).toEqual([]);
    expect(texts.filter(({ en }) => /[а-яё]/i.test(en))).toEqual([]);
    expect(texts.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });
});

describe('the plans a family may still get', () => {
  const plansOf = (id: string, status: string) =>
    operatorCalled(id)
      .plans.filter((plan) => plan.status === status)
      .map((plan) => plan.id);

  it('are at MTS one where the payer buys each member a package, and a pooled one that may be closed', () => {
    expect(plansOf('mts', 'open')).toEqual(['mts-gruppa-dlya-blizkih']);
    expect(plansOf('mts', 'unknown')).toContain('mts-gruppa-semya');
    const models = operatorCalled('mts').plans.map((plan) => [plan.id, plan.model]);
    expect(models).toContainEqual(['mts-gruppa-dlya-blizkih', 'payer-funded']);
    expect(models).toContainEqual(['mts-gruppa-semya', 'pooled']);
  });

  it('are not claimed for contracts signed in Chukotka at Beeline', () => {
    expect(found(operatorCalled('beeline'), 'sharedPlan', 'RU-CHU')).toEqual([]);
    expect(found(operatorCalled('beeline'), 'sharedPlan', 'RU-MAG')).not.toEqual([]);
  });

  it('are known in one region only at MegaFon, and there not as open', () => {
    const megafon = operatorCalled('megafon');
    const known = regionIds.filter((id) => found(megafon, 'sharedPlan', id).length > 0);
    expect(known).toEqual(['RU-YEV']);
    expect(plansOf('megafon', 'open')).toEqual([]);
  });

  it('are at Beeline known to be open in Sakhalin Oblast only', () => {
    const open = regionIds.filter((id) =>
      found(operatorCalled('beeline'), 'sharedPlan', id).includes('beeline-vse-dlya-semi'),
    );
    expect(open).toEqual(['RU-SAK']);
    expect(plansOf('beeline', 'unknown')).toContain('beeline-semya');
  });

  it('are none at T2', () => {
    expect(operatorCalled('t2').plans).toEqual([]);
  });
});

describe('what is known of eSIM', () => {
  it('is nothing about T2 today: its launch of 2019 was suspended', () => {
    expect(regionIds.flatMap((id) => found(operatorCalled('t2'), 'esim', id))).toEqual([]);
  });

  it('is never a plain yes today: no channel is known region by region', () => {
    const plain = operators.flatMap((operator) =>
      operator.claims
        .filter((claim) => isValidOn(claim, today))
        .flatMap((claim) => claim.findings)
        .filter((finding) => finding.axis === 'esim' && finding.value === 'yes'),
    );
    expect(plain).toEqual([]);
  });
});

describe('where T2 is probably not sold', () => {
  it('is 13 regions with token blocks of numbers, by inference', () => {
    const claim = operatorCalled('t2').claims.find(({ id }) => id === 't2-token-13');
    expect(claim?.method).toBe('inferred');
    expect(claim?.regionIds).toHaveLength(13);
    expect(claim?.supersedes.map((entry) => entry.claimId)).toEqual(['num-t2']);
    expect(claim?.supersedes[0]?.regionIds).toEqual(claim?.regionIds);
  });
});
