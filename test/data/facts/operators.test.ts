import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  indexClaims,
  type OperatorIndex,
} from '../../../data/core/eligibility/claims/claim-index.ts';
import type { Axis } from '../../../data/core/schema/axis.ts';
import { isValidOn } from '../../../data/core/schema/dates.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { readDataFiles } from '../../../data/tools/authored/read-data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';

// Whether each file is sound on its own is what the lint checks (authored-files.test.ts). Here stands what it says.
const { dataset } = resolveWithoutTerritory(
  await readDataFiles(join(import.meta.dirname, '../../../data')),
);
const { operators } = indexClaims(dataset);
const regionIds = dataset.regions.map(({ id }) => id);
const today = '2026-11-23';

function indexOfOperator(id: string): OperatorIndex {
  const found = operators.find(({ operator }) => operator.id === id);
  if (found === undefined) throw new Error(`no operator ${id}`);
  return found;
}

function operatorCalled(id: string): OperatorIndex['operator'] {
  return indexOfOperator(id).operator;
}

/** Findings of an operator on an axis in a region today. */
function found(id: string, axis: Axis, regionId: RegionId) {
  return indexOfOperator(id)
    .findings(axis, regionId)
    .filter(({ claim }) => isValidOn(claim.claim, today));
}

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
    expect(found('beeline', 'sharedPlan', 'RU-CHU')).toEqual([]);
    expect(found('beeline', 'sharedPlan', 'RU-MAG')).not.toEqual([]);
  });

  it('are known in one region only at MegaFon, and there not as open', () => {
    const known = regionIds.filter((id) => found('megafon', 'sharedPlan', id).length > 0);
    expect(known).toEqual(['RU-YEV']);
    expect(plansOf('megafon', 'open')).toEqual([]);
  });

  it('are at Beeline known to be open in Sakhalin Oblast only', () => {
    const open = regionIds.filter((id) =>
      found('beeline', 'sharedPlan', id).some(
        ({ finding }) => finding.planId === 'beeline-vse-dlya-semi',
      ),
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
    expect(regionIds.flatMap((id) => found('t2', 'esim', id))).toEqual([]);
  });

  it('is never a plain yes today: no channel is known region by region', () => {
    const plain = operators.flatMap(({ operator }) =>
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
