import { ensureChromium } from './install-chromium.ts';
import { runCommand, runVitest, type StepResult } from './run-step.ts';

const withBrowser = !process.argv.includes('--without-browser');

function browserSteps(): [string, () => StepResult][] {
  if (!withBrowser) return [];
  return [
    ['browser tests', () => runVitest('browser', { CHROMIUM_PATH: ensureChromium() })],
    ['tests with other clients', () => runVitest('clients', { CHROMIUM_PATH: ensureChromium() })],
  ];
}

// Types are checked before this file exists: `npm test` compiles it first.
const steps: [string, () => StepResult][] = [
  ['format and code lint', () => runCommand('npx', ['biome', 'check'])],
  ['data lint and build', () => runCommand('node', ['build/data/build/main.js'])],
  ['client build', () => runCommand('npx', ['vite', 'build', 'client', '--logLevel', 'warn'])],
  ['pictures for shared links', () => runCommand('node', ['build/server/pictures/main.js'])],
  ['types of the API', () => runCommand('node', ['build/server/api-types/main.js'])],
  ['unit and API tests', () => runVitest('unit')],
  ...browserSteps(),
];

const total: StepResult = { passed: 1, failed: 0, notRun: [] };
for (const [name, run] of steps) {
  console.log(`\n== ${name}`);
  let result: StepResult;
  try {
    result = run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    result = { passed: 0, failed: 1, notRun: [] };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.notRun.push(...result.notRun);
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed`);
}

for (const name of total.notRun) console.log(`NOT RUN on this machine: ${name}`);
const skipped = total.notRun.length > 0 ? `, ${total.notRun.length} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
