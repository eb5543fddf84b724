import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

/*
 * Stands in for `vitest` where mutants are tried: it keeps what the test files write, so that a mutant meets the tests that
 * reach it without a new thread, a new load of all modules and a new report. The matchers are those of Vitest.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** A test as its file wrote it. */
export interface CollectedTest {
  readonly id: string;
  readonly run: () => unknown;
}

const groups: string[] = [];
const tests = new Map<string, CollectedTest>();

/** The tests of all files that were loaded, in the order in which they were written, by their names. */
export const collectedTests: ReadonlyMap<string, CollectedTest> = tests;

export const { expect } = chai;

export function describe(name: string, write: () => void): void {
  groups.push(name);
  write();
  groups.pop();
}

export function it(name: string, run: () => unknown): void {
  const path = [...groups, name].join(' > ');
  let id = path;
  for (let count = 2; tests.has(id); count++) id = `${path} (${count})`;
  tests.set(id, { id, run });
}

it.each =
  (rows: readonly unknown[]) =>
  (name: string, run: (...row: unknown[]) => unknown): void => {
    for (const row of rows) {
      const values: unknown[] = Array.isArray(row) ? row : [row];
      it(format(name, ...values), () => run(...values));
    }
  };
