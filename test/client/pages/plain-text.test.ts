import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPlainText } from '../../../client/pages/plain-text.ts';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../data/core/eligibility/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { readDataFiles } from '../../../data/tools/authored/data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';
import {
  dataset as builtDataset,
  claim,
  finding,
  operator,
} from '../../fixtures/dataset-builder.ts';

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

  it('says where in the region an operator has other terms', () => {
    expect(answer('RU-KYA', 'en')).toMatch(/\n {2}- Beeline: .*Norilsk/);
    expect(answer('RU-TA', 'en')).not.toMatch(/Norilsk/);
  });

  it('says how well each operator’s verdict is known, and which question stands against it', () => {
    const refusing = operator('alpha', {
      claims: [
        claim('present', [finding('presence', 'yes')]),
        claim('no-esim', [finding('esim', 'no')], { sourceIds: ['official-undated'] }),
        claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
      ],
    });
    const facts = builtDataset([refusing], {
      numbering: {
        registerDate: '2026-08-01',
        sourceId: 'register',
        counts: { alpha: { 'RU-MOW': 1 } },
      },
    });
    const built = createAssessor(facts, []).assessRegion('RU-MOW', { asOf: '2026-11-23' });
    expect(renderPlainText(built, facts, 'en')).toContain(
      '\n  alpha: probably not, for Russia as a whole, not confirmed for this region (eSIM: probably not',
    );
  });

  it('asks about the watch that is not known where a plan is, and does not deny the plan', () => {
    const assumed = householdFromParameters({ regionId: 'RU-TA', watch: 1 });
    if (!('household' in assumed)) throw new Error(JSON.stringify(assumed.problems));
    const assessment = assess(assumed.household, { asOf: dataset.checkedOn });
    const text = renderPlainText(assessment, dataset, 'en', { household: assumed.household });
    expect(text).toMatch(/\n[^\n]*watch/i);
    expect(text).toMatch(/\nWhat to ask:\n[\s\S]*watch/);
    expect(text).not.toContain('no family plan found');
  });

  it('sets Chinese marks full width', () => {
    expect(answer('RU-SAK', 'zh')).toMatch(/\n运营商：\n {2}[^\n：]+：/u);
  });
});
