import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** What a step of the test run counts: `notRun` names the tests that could not run on this machine. */
export interface StepResult {
  passed: number;
  failed: number;
  notRun: string[];
}

/** Runs a command as one check: it passes when the command exits with 0. */
export function runCommand(command: string, args: string[]): StepResult {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, notRun: [] };
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

/** Runs one vitest project and counts its tests; a test file that cannot be loaded counts as a failure. */
export function runVitest(project: string, environment: Record<string, string> = {}): StepResult {
  const folder = mkdtempSync(join(tmpdir(), 'family-esim-map-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = spawnSync(
      'npx',
      [
        'vitest',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { stdio: 'inherit', env: { ...process.env, ...environment } },
    );
    const counts = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
    const notRun = counts.testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName);
    const brokenFiles = counts.numFailedTests === 0 && status !== 0 ? 1 : 0;
    return { passed: counts.numPassedTests, failed: counts.numFailedTests + brokenFiles, notRun };
  } catch (error) {
    console.error(`The ${project} tests left no readable report: ${String(error)}`);
    return { passed: 0, failed: 1, notRun: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
