import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { worstOf } from '../../../../data/core/eligibility/claims/combine.ts';
import { THRESHOLDS } from '../../../../data/core/eligibility/claims/freshness.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../data/core/eligibility/household.ts';
import { VERDICTS } from '../../../../data/core/schema/verdict.ts';
import { readVectorDataset } from '../../../vectors/read-vectors.ts';

const readme = readFileSync('data/core/eligibility/README.md', 'utf8');

/** A worked family as the README writes it. */
const Family = z.strictObject({
  parameters: z.strictObject({
    regionId: z.string(),
    members: z.int().optional(),
    children: z.int().optional(),
    foreign: z.int().optional(),
    tablet: z.int().optional(),
    operatorId: z.string().optional(),
  }),
  asOf: z.string(),
  operatorId: z.string(),
  verdict: z.enum(VERDICTS),
  'below yes': z.record(z.string(), z.array(z.string())),
  changes: z.array(z.strictObject({ verdict: z.enum(VERDICTS), codes: z.array(z.string()) })),
});

const families = [...readme.matchAll(/```json family\n([\s\S]*?)```/g)].map((block) =>
  Family.parse(JSON.parse(block[1] ?? '')),
);

describe('the README of the rules', () => {
  it('works three families', () => {
    expect(families).toHaveLength(3);
  });

  it.each(families)('gives the answer that it says for $parameters', (family) => {
    const { dataset, devices } = readVectorDataset('test/vectors');
    const made = householdFromParameters(family.parameters);
    if ('problems' in made) throw new Error(JSON.stringify(made.problems));
    const { asOf, operatorId } = family;
    const [answer] = createAssessor(dataset, devices).assess(made.household, {
      asOf,
      operatorIds: [operatorId],
    }).operators;
    const below = answer?.axes.filter(({ value }) => value !== 'yes') ?? [];
    expect({
      ...family,
      verdict: answer?.verdict,
      'below yes': Object.fromEntries(
        below.map(({ axis, conditions }) => [axis, conditions.map(({ code }) => code)]),
      ),
      changes: answer?.changes.map(({ verdict, changes }) => ({
        verdict,
        codes: changes.map(({ code }) => code),
      })),
    }).toEqual(family);
  });

  it('prints the thresholds in force', () => {
    const rows = [...readme.matchAll(/^\| `(\w+Days)` \| (\d+) \|/gm)];
    expect(Object.fromEntries(rows.map(([, name, days]) => [name, Number(days)]))).toEqual(
      THRESHOLDS,
    );
  });

  it('prints the combination table that is applied', () => {
    for (const row of VERDICTS) {
      const cells = VERDICTS.map((column) => `\`${worstOf([row, column])}\``).join(' | ');
      expect(readme).toContain(`| **\`${row}\`** | ${cells} |`);
    }
  });
});
