import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import type { AxisResult } from '../../../data/core/schema/assessment.ts';
import { Dataset } from '../../../data/core/schema/dataset.ts';
import { readDataFiles } from '../../../data/tools/authored/data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';

const files = await readDataFiles(join(import.meta.dirname, '../../../data/facts'));
const { dataset, devices } = resolveWithoutTerritory(files);
const assessor = createAssessor(dataset, devices);
const answers = dataset.regions.map(({ id }) =>
  assessor.assessRegion(id, { asOf: dataset.checkedOn }),
);
const axes = answers.flatMap(({ regionId, operators }) =>
  operators.flatMap(({ operatorId, axes: results }) =>
    results.map((result) => ({ where: `${operatorId} in ${regionId}: ${result.axis}`, result })),
  ),
);

/** Places where an axis does not hold what is asked of it, at most a few, to be read. */
function failing(holds: (result: AxisResult) => boolean): string[] {
  return axes
    .filter(({ result }) => !holds(result))
    .map(({ where }) => where)
    .slice(0, 10);
}

describe('the real dataset', () => {
  it('fits the schema of built datasets', () => {
    expect(Dataset.safeParse(dataset).error).toBeUndefined();
  });

  it('answers for every consumer operator in every region', () => {
    const consumer = dataset.operators.filter(
      ({ market, retiredOn }) => market === 'consumer' && retiredOn === undefined,
    );
    for (const { regionId, operators } of answers) {
      expect(operators.length, regionId).toBe(consumer.length);
    }
  });

  it('has no unknown without an open question, a lead or a stale claim behind it', () => {
    const explained = ({ value, openQuestionIds, evidence }: AxisResult) =>
      value !== 'unknown' ||
      openQuestionIds.length > 0 ||
      evidence.some(({ role }) => role === 'stale' || role === 'lead');
    expect(axes.filter(({ result }) => result.value === 'unknown').length).toBeGreaterThan(0);
    expect(failing(explained)).toEqual([]);
  });

  it('has no partial without a condition', () => {
    expect(
      failing(({ value, conditions }) => value !== 'partial' || conditions.length > 0),
    ).toEqual([]);
  });

  it('cites at least one address for every claim that decides', () => {
    const cited = ({ evidence }: AxisResult) =>
      evidence.every(
        ({ sourceIds, sourceUrls }) =>
          sourceIds.length > 0 && sourceUrls.every((url) => /^https?:\/\//.test(url)),
      );
    expect(failing(cited)).toEqual([]);
  });

  it('says no only with evidence', () => {
    const shown = ({ value, evidence }: AxisResult) =>
      value !== 'no' || evidence.some(({ role }) => role === 'decisive');
    expect(failing(shown)).toEqual([]);
  });
});
