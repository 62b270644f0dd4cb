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
/** What was loaded is never let go: after so many times a new process begins. */
const mostLoads = 60;
const standIn = pathToFileURL(path.join(import.meta.dirname, 'vitest.ts')).href;

/**
 * Runs the tests of the law in this process, again for each mutant, without loading anything anew: a mutant is a switch
 * in the instrumented code. The working directory is Stryker's copy of the project.
 */
class InProcessRunner implements TestRunner {
  private tests: PlannedTest[] = [];
  private runs = 0;
  private loads = 0;
  private spoilt = false;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    // The same cases each time, and no search for a smaller counterexample: one failure decides.
    fc.configureGlobal({ seed: 20_080_501, endOnFailure: true });
    const sandbox = pathToFileURL(`${process.cwd()}/`).href;
    module.registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest' && context.parentURL !== standIn)
          return { url: standIn, shortCircuit: true };
        const found = next(specifier, context);
        const ours = found.url.startsWith(sandbox) && !found.url.includes('/node_modules/');
        return ours ? { ...found, url: `${found.url}?${this.loads}` } : found;
      },
      load: (url, context, next) => {
        const [file = url] = url.split('?');
        if (!file.startsWith(sandbox) || !file.endsWith('.ts')) return next(url, context);
        return { format: 'module', source: plainSource(file), shortCircuit: true };
      },
    });
  }

  /** Modules of an earlier load stay in memory with their mutant: each load gets addresses of its own. */
  private async load(anew: boolean): Promise<void> {
    if (this.tests.length > 0 && !anew) return;
    this.tests = [];
    this.loads++;
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
    await this.load(false);
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
    if (this.spoilt || this.loads > mostLoads)
      throw new Error('Earlier mutants left their traces in this process.');
    world.__stryker__ ??= {};
    const instrumented = world.__stryker__;
    const { id } = options.activeMutant;
    if (options.mutantActivation === 'static') instrumented.activeMutant = id;
    await this.load(options.reloadEnvironment);
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

const sources = new Map<string, string>();

/** Without its types; kept, because a mutant that is on while modules load needs them loaded anew. */
function plainSource(url: string): string {
  const known = sources.get(url);
  if (known !== undefined) return known;
  const source = module.stripTypeScriptTypes(fs.readFileSync(new URL(url), 'utf8'));
  sources.set(url, source);
  return source;
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
