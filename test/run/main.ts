import { ensureChromium } from './install-chromium.ts';
import { runCommand, runVitest } from './run-step.ts';
import { failedStep, type StepResult } from './step-result.ts';

const withBrowser = !process.argv.includes('--without-browser');

const browserStep: [string, () => StepResult] = [
  'browser tests',
  () => runVitest('browser', { CHROMIUM_PATH: ensureChromium() }),
];

const steps: [string, () => StepResult][] = [
  ['types', () => runCommand('npx', ['tsc', '-b'])],
  ['format and code lint', () => runCommand('npx', ['biome', 'check', '--diagnostic-level=error'])],
  ['data lint and build', () => runCommand('node', ['build/data/tools/cli/build.js'])],
  // All that `npm run build` makes: pages, pictures, types, the empty database.
  ['build', () => runCommand('node', ['build/server/build/main.js'])],
  ['unit and API tests', () => runVitest('unit')],
  ['faults and load', () => runVitest('faults')],
  ['tests with other clients', () => runVitest('clients')],
  ...(withBrowser ? [browserStep] : []),
];

const total: StepResult = { passed: 0, failures: [], notRun: [], passedAgain: [] };
for (const [name, run] of steps) {
  console.log(`\n== ${name}`);
  const { passed, failures, notRun, passedAgain } = attempt(name, run);
  total.passed += passed;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
  total.notRun.push(...notRun);
  total.passedAgain.push(...passedAgain.map((test) => `${name}: ${test}`));
  console.log(`${name}: ${passed} passed, ${failures.length} failed`);
}

for (const test of total.passedAgain) console.log(`PASSED ON THE SECOND TRY: ${test}`);
for (const name of total.notRun) console.log(`NOT RUN on this machine: ${name}`);
// At the very end, since the rest of a long log is often cut off.
for (const failure of total.failures) console.log(`FAILED: ${failure}`);
const skipped = total.notRun.length > 0 ? `, ${total.notRun.length} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failures.length} failed${skipped}`);
process.exitCode = total.failures.length > 0 ? 1 : 0;

function attempt(name: string, run: () => StepResult): StepResult {
  try {
    return run();
  } catch (error) {
    return failedStep(name, error instanceof Error ? error.message : String(error));
  }
}
