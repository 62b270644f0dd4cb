import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import type { PlannedTest } from './vitest.ts';

/** What instrumented code reads: which mutant is on, which test runs, how often the mutant was reached. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

const world = globalThis as { __stryker__?: Instrumented };
/** Slow, and weaker than the others: what they alone would find counts as not found. */
const leftOut = new Set(['bench.test.ts', 'fuzz.test.ts', 'rule-properties.test.ts']);
/** Examples before properties: most mutants are found by one example. */
const cost = (file: string): number => Number(file.includes('properties'));
const standIn = pathToFileURL(path.join(import.meta.dirname, 'vitest.ts')).href;

/**
 * Runs the tests of the law in this process, again for each mutant, without loading anything anew: a mutant is a switch
 * in the instrumented code. The working directory is Stryker's copy of the project.
 */
class InProcessRunner implements TestRunner {
  private tests: PlannedTest[] = [];
  private runs = 0;
  private spoilt = false;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    // The same cases each time, and no search for a smaller counterexample: one failure decides.
    fc.configureGlobal({ seed: 20_080_501, endOnFailure: true });
    module.registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' && context.parentURL !== standIn
          ? { url: standIn, shortCircuit: true }
          : next(specifier, context),
    });
  }

  private async load(): Promise<void> {
    if (this.tests.length > 0) return;
    const { testsOf } = (await import(standIn)) as typeof import('./vitest.ts');
    const names = fs.readdirSync('test/law').filter((f) => f.endsWith('.test.ts') && !leftOut.has(f));
    for (const name of names.sort((a, b) => cost(a) - cost(b) || a.localeCompare(b))) {
      const url = pathToFileURL(path.resolve('test/law', name)).href;
      this.tests.push(...(await testsOf(name, () => import(url))));
    }
  }

  async dryRun(): Promise<DryRunResult> {
    world.__stryker__ ??= {};
    const instrumented = world.__stryker__;
    await this.load();
    const tests = [];
    for (const test of this.tests) {
      instrumented.currentTestId = test.id;
      const start = performance.now();
      const failureMessage = await failureOf(test);
      const common = { id: test.id, name: test.id, timeSpentMs: Math.round(performance.now() - start) };
      tests.push(
        failureMessage === null
          ? { ...common, status: TestStatus.Success as const }
          : { ...common, status: TestStatus.Failed as const, failureMessage },
      );
    }
    instrumented.currentTestId = undefined;
    const { mutantCoverage } = instrumented;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage ? { mutantCoverage } : {}) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    // Rejecting makes Stryker start a new process and ask again.
    if (this.spoilt) throw new Error('A mutant left its traces in this process.');
    world.__stryker__ ??= {};
    const instrumented = world.__stryker__;
    const { id } = options.activeMutant;
    if (options.mutantActivation === 'static') instrumented.activeMutant = id;
    await this.load();
    this.runs++;
    const wanted = options.testFilter && new Set(options.testFilter);
    const tests = this.tests.filter((t) => wanted?.has(t.id) ?? true);
    Object.assign(instrumented, { activeMutant: id, hitCount: 0, hitLimit: options.hitLimit });
    const results = [];
    for (const test of tests) {
      const failureMessage = await failureOf(test);
      const common = { id: test.id, name: test.id, timeSpentMs: 0 };
      if (failureMessage !== null) {
        results.push({ ...common, status: TestStatus.Failed as const, failureMessage });
        break;
      }
      results.push({ ...common, status: TestStatus.Success as const });
    }
    const limit = determineHitLimitReached(instrumented.hitCount, options.hitLimit);
    Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const last = results.at(-1);
    if (options.mutantActivation === 'runtime' && last?.status === TestStatus.Failed) {
      // A test that fails without the mutant, too, was failed by what an earlier mutant left behind.
      const killer = tests.find((t) => t.id === last.id);
      if (killer && (await failureOf(killer)) !== null) {
        this.spoilt = true;
        if (this.runs > 1) throw new Error('An earlier mutant left its traces in this process.');
      }
    }
    return limit
      ? { ...limit, status: MutantRunStatus.Timeout }
      : toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }
}

async function failureOf(test: PlannedTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
