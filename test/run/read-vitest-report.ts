import { relative } from 'node:path';
import * as z from 'zod';
import { firstLine, type StepResult } from './step-result.ts';

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** What vitest's JSON reporter wrote; a file that failed outside its tests counts as one failure. */
export function readVitestReport(report: unknown, root: string): StepResult {
  const result: StepResult = { passed: 0, failures: [], notRun: [], passedAgain: [] };
  for (const { name, status, message, assertionResults } of VitestReport.parse(report)
    .testResults) {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of failed) {
      result.failures.push(`${file}: ${fullName}: ${firstLine(failureMessages?.[0] ?? '')}`);
    }
    if (status === 'failed' && failed.length === 0) {
      result.failures.push(`${file}: ${firstLine(message)}`);
    }
    for (const test of assertionResults) {
      if (test.status === 'passed') {
        result.passed++;
        // Vitest keeps what an earlier try said.
        const first = test.failureMessages?.[0];
        if (first !== undefined) {
          result.passedAgain.push(`${file}: ${test.fullName}: ${firstLine(first)}`);
        }
      }
      if (!['passed', 'failed'].includes(test.status)) result.notRun.push(test.fullName);
    }
  }
  return result;
}
