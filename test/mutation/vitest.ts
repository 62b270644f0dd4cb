// What the tests of the law take from vitest, for the mutation runner: the same `expect`, and a list of tests that can
// be run again and again in one process. A fresh worker for each of thousands of mutants takes a hundred times longer.
import fs from 'node:fs';
import path from 'node:path';
import { chai, expect } from 'vitest';

export { expect };

// Outside a worker of vitest there is nobody to keep snapshots: the file as it stands is what is expected.
chai.use(({ Assertion }, { addMethod, flag }) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (this: object, file: string) {
    expect(flag(this, 'object')).toBe(fs.readFileSync(path.resolve('test/law', file), 'utf8'));
  });
});

export interface PlannedTest {
  readonly id: string;
  readonly run: () => unknown;
}

type Body = (...args: never[]) => unknown;
type Table = readonly unknown[];

const planned: PlannedTest[] = [];
let within: readonly string[] = [];

/** The tests that importing `file` declares. */
export async function testsOf(file: string, load: () => Promise<unknown>): Promise<PlannedTest[]> {
  within = [file];
  planned.length = 0;
  await load();
  return [...planned];
}

function withRow(add: (name: string, body: () => unknown) => void) {
  return (table: Table) => (name: string, body: Body) => {
    for (const row of table) {
      const args = (Array.isArray(row) ? row : [row]) as never[];
      add(name, () => body(...args));
    }
  };
}

function addTest(name: string, run: () => unknown): void {
  planned.push({ id: `${[...within, name].join(' > ')} #${planned.length + 1}`, run });
}

function addSuite(name: string, body: () => unknown): void {
  const outer = within;
  within = [...outer, name];
  body();
  within = outer;
}

export const test = Object.assign(addTest, { each: withRow(addTest) });
export const describe = Object.assign(addSuite, { each: withRow(addSuite) });
