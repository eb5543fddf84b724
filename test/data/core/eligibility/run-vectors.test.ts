import { describe, expect, it } from 'vitest';
import { runVectors } from '../../../../data/core/eligibility/run-vectors.ts';
import { CONDITION_CODES } from '../../../../data/core/schema/condition.ts';
import { Change, STEP_CODES } from '../../../../data/core/schema/outlook.ts';
import { AXES, VERDICTS } from '../../../../data/core/schema/verdict.ts';
import { readQuestions, readVectorDataset, readVectors } from '../../../vectors/read-vectors.ts';

const folder = 'test/vectors';
const facts = readVectorDataset(folder);
const vectors = readVectors(folder);
const answers = vectors.flatMap((vector) => vector.expected.operators);
const axes = answers.flatMap((answer) => answer.axes);

/** Values that an axis cannot have: the assumption stands in for what is not known of the form factor. */
const IMPOSSIBLE = ['formFactor unknown'];

describe('the golden vectors', () => {
  it('are at least sixty, each with an id of its own', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(60);
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });

  it.each([...readQuestions(folder).keys()])('of %s pass', (file) => {
    const ids = new Set(
      readQuestions(folder)
        .get(file)
        ?.map(({ id }) => id),
    );
    const asked = vectors.filter(({ id }) => ids.has(id));
    expect(asked.length).toBeGreaterThan(0);
    expect(runVectors(facts, asked)).toEqual([]);
  });

  it('show every value of every axis', () => {
    const shown = new Set(axes.map(({ axis, value }) => `${axis} ${value}`));
    const wanted = AXES.flatMap((axis) => VERDICTS.map((value) => `${axis} ${value}`));
    expect(wanted.filter((pair) => !shown.has(pair))).toEqual(IMPOSSIBLE);
  });

  it('show every condition', () => {
    const shown = new Set(axes.flatMap(({ conditions }) => conditions.map(({ code }) => code)));
    expect(CONDITION_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('show every kind of change', () => {
    const sets = vectors.flatMap(({ expected }) => [
      ...expected.changes,
      ...expected.operators.flatMap((operator) => operator.changes),
    ]);
    const shown = new Set(sets.flatMap((set) => set.changes.map(({ code }) => code)));
    const codes = Change.options.map((option) => option.shape.code.value);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('show every step', () => {
    const steps = [...vectors.map(({ expected }) => expected), ...answers].flatMap((x) => x.steps);
    const shown = new Set(steps.map(({ code }) => code));
    expect(STEP_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('stand on both sides of each day on which a law of the fixture begins', () => {
    const days = new Set(vectors.map(({ asOf }) => asOf));
    for (const [before, first] of [
      ['2024-12-31', '2025-01-01'],
      ['2025-03-31', '2025-04-01'],
      ['2027-05-31', '2027-06-01'],
    ] as const) {
      expect([before, first].filter((day) => !days.has(day))).toEqual([]);
    }
  });

  it('fail where an answer differs, and say where', () => {
    const [first] = vectors;
    if (first === undefined) throw new Error('there is no vector');
    const wrong = { ...first, expected: { ...first.expected, datasetHash: 'f'.repeat(64) } };
    expect(runVectors(facts, [wrong])).toEqual([
      {
        id: first.id,
        path: '/datasetHash',
        expected: 'f'.repeat(64),
        actual: facts.dataset.hash,
      },
    ]);
  });
});
