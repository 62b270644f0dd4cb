/** What a runner found. A skipped test is neither passed nor failed; it is named. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** Passed at the second try only: counted as passed, and named, for each is a race to find. */
  readonly flaky: readonly string[];
}

export const noTally: Tally = { passed: 0, failed: 0, skipped: [], flaky: [] };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
  flaky: [...a.flaky, ...b.flaky],
});

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Vitest's JSON report. A file that failed before its first test counts as one failure. */
export function tallyOfVitest(report: unknown): Tally {
  let tally = noTally;
  for (const { name, status, assertionResults } of (report as VitestReport).testResults) {
    const count = (wanted: string): number => assertionResults.filter((one) => one.status === wanted).length;
    const failed = count('failed');
    tally = addTallies(tally, {
      passed: count('passed'),
      failed: failed === 0 && status === 'failed' ? 1 : failed,
      skipped: assertionResults
        .filter((one) => !['passed', 'failed'].includes(one.status))
        .map((one) => `${name}: ${one.fullName}`),
      flaky: [],
    });
  }
  return tally;
}

interface PlaywrightSuite {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** Playwright's JSON report. An error outside any test counts as failed. */
export function tallyOfPlaywright(report: unknown): Tally {
  const { suites = [], errors = [] } = report as { suites?: PlaywrightSuite[]; errors?: unknown[] };
  return suites.map(tallyOfSuite).reduce(addTallies, { ...noTally, failed: errors.length });
}

function tallyOfSuite({ title, specs = [], suites = [] }: PlaywrightSuite): Tally {
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status }) => ({ title: `${title}: ${spec.title}`, status })),
  );
  const titles = (wanted: string): string[] =>
    own.filter(({ status }) => status === wanted).map((one) => one.title);
  const tally: Tally = {
    passed: titles('expected').length + titles('flaky').length,
    failed: titles('unexpected').length,
    skipped: titles('skipped'),
    flaky: titles('flaky'),
  };
  return suites.map(tallyOfSuite).reduce(addTallies, tally);
}
