/** One line of the report. Times are milliseconds. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | '×' | 'MB' | 'kB' | 'skipped';
  /** What was measured on: rows, bytes, repeats. */
  readonly sizes?: Readonly<Record<string, number | string>>;
  /** Met when the value is not above (`most`) or not below (`least`). */
  readonly target?: { readonly most?: number; readonly least?: number };
}

export const isMet = ({ value, target }: Figure): boolean | null =>
  target
    ? value <= (target.most ?? Number.POSITIVE_INFINITY) &&
      value >= (target.least ?? Number.NEGATIVE_INFINITY)
    : null;

/** The value below which the share `p` (0–1) of the sorted list lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function repeated(times: number, work: (i: number) => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await timed(() => work(i)));
  return all;
}
