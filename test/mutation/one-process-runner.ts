import { join } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { createServer, createServerModuleRunner, type ViteDevServer } from 'vite';
import type { ModuleRunner } from 'vite/module-runner';
import type { CollectedTest } from './collected-tests.ts';

/** What test files import as `vitest`, and the tests that mutants of either folder meet. */
const STAND_IN = 'test/mutation/collected-tests.ts';
const RULES = 'test/mutation/rules.ts';
const GEOGRAPHY = 'test/mutation/geography.ts';

type Collected = ReadonlyMap<string, CollectedTest>;

/**
 * Tries mutants in one process, in which the tests are loaded once: Stryker's own runner for Vitest starts a thread and
 * loads every module for each mutant, which takes a hundred times as long as the tests that a mutant meets.
 */
class OneProcessRunner implements TestRunner {
  /** What the mutated sources read and count in. */
  readonly #mutants: InstrumenterContext = {};
  #server: ViteDevServer | undefined;
  #modules: ModuleRunner | undefined;
  #tests: Collected | undefined;

  constructor() {
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.#mutants });
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#server = await createServer({
      configFile: false,
      appType: 'custom',
      logLevel: 'error',
      server: { middlewareMode: true, watch: null, ws: false },
      resolve: { alias: { vitest: join(process.cwd(), STAND_IN) } },
    });
    this.#modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false });
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = await this.#load([RULES, GEOGRAPHY]);
    const results = await this.#run([...tests.values()], false);
    const { mutantCoverage } = this.#mutants;
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage && { mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, reloadEnvironment, testFilter } = options;
    const { id } = activeMutant;
    const mutants = this.#mutants;
    if (reloadEnvironment || mutantActivation === 'static') this.#tests = undefined;
    if (mutantActivation === 'static') mutants.activeMutant = id;
    else delete mutants.activeMutant;
    const limit = hitLimit ?? Infinity;
    Object.assign(mutants, { hitCount: 0, hitLimit: limit });
    // What is mutated while the files load makes them load anew, and then those of its folder alone.
    const own = options.sandboxFileName.includes('/geo/') ? GEOGRAPHY : RULES;
    const files = mutantActivation === 'static' ? [own] : [RULES, GEOGRAPHY];
    const results = await this.#load(files).then(
      async (tests) => {
        mutants.activeMutant = id;
        const asked = testFilter ?? [...tests.keys()];
        return this.#run(
          asked.flatMap((name) => tests.get(name) ?? []),
          !options.disableBail,
        );
      },
      (error: unknown) => {
        // Only a mutant that is active while the files load can be why they do not.
        if (mutantActivation !== 'static') throw error;
        return [failed('loading', error)];
      },
    );
    const isEndless = (mutants.hitCount ?? 0) > limit;
    if (mutantActivation === 'static') this.#tests = undefined;
    delete mutants.activeMutant;
    delete mutants.hitCount;
    return toMutantRunResult(
      isEndless
        ? { status: DryRunStatus.Timeout, reason: `ran ${limit} times` }
        : { status: DryRunStatus.Complete, tests: results },
    );
  }

  async dispose(): Promise<void> {
    await this.#modules?.close();
    await this.#server?.close();
  }

  async #load(files: readonly string[]): Promise<Collected> {
    if (this.#tests !== undefined) return this.#tests;
    const modules = this.#modules;
    if (modules === undefined) throw new Error('the runner was not started');
    modules.clearCache();
    for (const file of files) await modules.import(`/${file}`);
    const { collectedTests } = await modules.import<{ collectedTests: Collected }>(`/${STAND_IN}`);
    this.#tests = collectedTests;
    return collectedTests;
  }

  async #run(tests: readonly CollectedTest[], endsWithFirst: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const { id, run } of tests) {
      this.#mutants.currentTestId = id;
      const start = performance.now();
      try {
        await run();
        const timeSpentMs = performance.now() - start;
        results.push({ id, name: id, timeSpentMs, status: TestStatus.Success });
      } catch (error) {
        results.push(failed(id, error));
        if (endsWithFirst) break;
      } finally {
        delete this.#mutants.currentTestId;
      }
    }
    return results;
  }
}

function failed(id: string, error: unknown): TestResult {
  const failureMessage = String(error);
  return { id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'one-process', () => new OneProcessRunner()),
];
