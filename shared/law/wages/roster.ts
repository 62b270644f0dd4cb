import { AppError, type FieldIssue } from '../../kernel/errors.ts';
import { addFen } from '../../kernel/money.ts';
import { sumLine } from './amounts.ts';
import { computeArrears } from './arrears.ts';
import type {
  ArrearsOptions,
  ArrearsResult,
  RosterCheck,
  RosterResult,
  RosterWorker,
  RosterWorkerResult,
} from './types.ts';

/**
 * What a group of workers is owed: each worker alone, then the sum. One worker's overpayment never pays another.
 * @throws AppError `invalid-input` naming the field (`workers.3.rows.0.quantity`).
 */
export function computeRoster(workers: readonly RosterWorker[], options: ArrearsOptions = {}): RosterResult {
  const results: RosterWorkerResult[] = workers.map((worker, i) => ({
    id: worker.id,
    name: worker.name,
    arrears: within(`workers.${i}`, () => computeArrears(worker.rows, options)),
  }));
  const owed = results.map((r) => r.arrears.owedFen);
  const checks: RosterCheck[] = [
    ...results.flatMap((r) => r.arrears.checks.map((check) => ({ ...check, workers: [r.id] }))),
    ...identityChecks(workers),
  ];
  return {
    workers: results,
    owedFen: addFen(...owed),
    overpaidFen: addFen(...results.map((r) => r.arrears.overpaidFen)),
    workersOwed: owed.filter((amount) => amount > 0).length,
    totalLine: sumLine(owed),
    checks,
  };
}

function within(path: string, compute: () => ArrearsResult): ArrearsResult {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof AppError) || !error.failure.issues) throw error;
    const issues: FieldIssue[] = error.failure.issues.map((i) => ({ ...i, path: `${path}.${i.path}` }));
    throw new AppError(error.failure.code, { issues }, { cause: error });
  }
}

function groupBy(
  workers: readonly RosterWorker[],
  key: (w: RosterWorker) => string | undefined,
): RosterWorker[][] {
  const groups = new Map<string, RosterWorker[]>();
  for (const worker of workers) {
    const k = key(worker)?.trim();
    if (!k) continue;
    const group = groups.get(k);
    if (group) group.push(worker);
    else groups.set(k, [worker]);
  }
  return [...groups.values()].filter((g) => g.length > 1);
}

/** One person twice, or two persons of one name: the roster is keyed on the ID number, never on the name. */
function identityChecks(workers: readonly RosterWorker[]): RosterCheck[] {
  const out: RosterCheck[] = [];
  for (const group of groupBy(workers, (w) => w.idNumber?.toUpperCase())) {
    out.push({
      code: 'worker-twice',
      field: 'idNumber',
      workers: group.map((w) => w.id),
      text: {
        zh: `${group[0]?.name ?? ''}的身份证号出现${group.length}次，请核对是否重复登记。`,
        en: `The ID number of ${group[0]?.name ?? ''} appears ${group.length} times: check for double entry.`,
      },
    });
  }
  for (const group of groupBy(workers, (w) => w.name)) {
    const ids = new Set(group.map((w) => w.idNumber?.trim().toUpperCase() ?? ''));
    if (ids.size < 2 && !ids.has('')) continue;
    out.push({
      code: 'same-name',
      field: 'name',
      workers: group.map((w) => w.id),
      text: {
        zh: `有${group.length}名工人都叫${group[0]?.name ?? ''}，请按身份证号区分。`,
        en: `${group.length} workers are called ${group[0]?.name ?? ''}: tell them apart by ID number.`,
      },
    });
  }
  return out;
}
