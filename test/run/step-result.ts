import { stripVTControlCharacters } from 'node:util';

/** What a step of the test run counts. */
export interface StepResult {
  passed: number;
  /** Each failure by its full name, with the first line of what it says. */
  failures: string[];
  /** Names of the tests that could not run on this machine. */
  notRun: string[];
  /** Each test that passed on its second try only, with what the first one said. */
  passedAgain: string[];
}

const LONGEST_LINE = 300;

/** A step that failed as a whole. */
export function failedStep(name: string, message: string): StepResult {
  return { passed: 0, failures: [`${name}: ${firstLine(message)}`], notRun: [], passedAgain: [] };
}

/** The first line of a message that says anything, without colours and not too long. */
export function firstLine(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  return (lines.find((line) => line.trim() !== '')?.trim() ?? '').slice(0, LONGEST_LINE);
}
