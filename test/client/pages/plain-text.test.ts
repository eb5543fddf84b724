import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPlainText } from '../../../client/pages/plain-text.ts';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../data/core/eligibility/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { readDataFiles } from '../../../data/tools/authored/read-data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';

const files = await readDataFiles(join(import.meta.dirname, '../../../data/facts'));
const { dataset, devices } = resolveWithoutTerritory(files);
const { assess, assessRegion } = createAssessor(dataset, devices);
const answer = (regionId: string, language: Language) =>
  renderPlainText(assessRegion(regionId, { asOf: dataset.checkedOn }), dataset, language);

describe('the answer in plain text', () => {
  it('says of a price without a date that it has none', () => {
    expect(answer('RU-CU', 'ru')).toMatch(
      /300\s₽ \(срок не назван\) за каждый добавленный номер, дата цены неизвестна/,
    );
  });

  it('says under an operator what only that operator asks', () => {
    const lines = answer('RU-KYA', 'en').split('\n');
    const beeline = lines.findIndex((line) => line.startsWith('  Beeline: possible'));
    const own = lines.slice(
      beeline + 1,
      lines.findIndex((line) => line.startsWith('  T2')),
    );
    expect(own.length).toBeGreaterThan(1);
    expect(own.every((line) => line.startsWith('    - '))).toBe(true);
    expect(own.join()).toContain('Norilsk');
  });

  it('says which question stands against an operator, not that its plan was not found', () => {
    const line = answer('RU-CHU', 'en')
      .split('\n')
      .find((candidate) => candidate.startsWith('  T2: '));
    expect(line).toBe('  T2: probably not (Operator in the region: probably does not sell here)');
  });

  it('names the open question where a plan is known, and does not deny the plan', () => {
    const assumed = householdFromParameters({ regionId: 'RU-TA', watch: 1 });
    if (!('household' in assumed)) throw new Error(JSON.stringify(assumed.problems));
    const assessment = assess(assumed.household, { asOf: dataset.checkedOn });
    const text = renderPlainText(assessment, dataset, 'en', { household: assumed.household });
    expect(text).toMatch(/\nUnknown: /);
    expect(text).toMatch(/\nWhat to ask:\n[\s\S]*watch/);
    expect(text).not.toContain('no family plan found');
  });

  it('sets Chinese marks full width', () => {
    expect(answer('RU-SAK', 'zh')).toMatch(/\n运营商：\n {2}MTS：/u);
  });
});
