import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVitestReport } from './read-vitest-report.ts';
import { failedStep, type StepResult } from './step-result.ts';

/** Runs a command as one check: it passes when the command exits with 0. */
export function runCommand(command: string, args: string[]): StepResult {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  process.stdout.write(stdout ?? '');
  process.stderr.write(stderr ?? '');
  if (status === 0) return { passed: 1, failures: [], notRun: [], passedAgain: [] };
  const message = error?.message ?? `${stderr}\n${stdout}\nended with ${status}`;
  return failedStep([command, ...args].join(' '), message);
}

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
    const result = readVitestReport(JSON.parse(readFileSync(report, 'utf8')), process.cwd());
    // Such as an error after the last test.
    const isBroken = status !== 0 && result.failures.length === 0;
    return isBroken
      ? { ...result, failures: [`the ${project} tests ended with ${status}, see above`] }
      : result;
  } catch (error) {
    return failedStep(`the ${project} tests left no readable report`, String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
