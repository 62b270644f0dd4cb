/** What a runner found. A skipped test is neither passed nor failed, and is named. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
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
  let tally: Tally = { passed: 0, failed: 0, skipped: [] };
  for (const { name, status, assertionResults } of (report as VitestReport).testResults) {
    const count = (wanted: string): number => assertionResults.filter((one) => one.status === wanted).length;
    const failed = count('failed');
    tally = addTallies(tally, {
      passed: count('passed'),
      failed: failed === 0 && status === 'failed' ? 1 : failed,
      skipped: assertionResults
        .filter((one) => !['passed', 'failed'].includes(one.status))
        .map((one) => `${name}: ${one.fullName}`),
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

/** Playwright's JSON report. A flaky test counts as failed; an error outside any test too. */
export function tallyOfPlaywright(report: unknown): Tally {
  const { suites = [], errors = [] } = report as { suites?: PlaywrightSuite[]; errors?: unknown[] };
  return suites.map(tallyOfSuite).reduce(addTallies, { passed: 0, failed: errors.length, skipped: [] });
}

function tallyOfSuite({ title, specs = [], suites = [] }: PlaywrightSuite): Tally {
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status }) => ({ title: `${title}: ${spec.title}`, status })),
  );
  const tally: Tally = {
    passed: own.filter(({ status }) => status === 'expected').length,
    failed: own.filter(({ status }) => status === 'unexpected' || status === 'flaky').length,
    skipped: own.filter(({ status }) => status === 'skipped').map((one) => one.title),
  };
  return suites.map(tallyOfSuite).reduce(addTallies, tally);
}
