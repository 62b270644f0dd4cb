import { periodsOverlap, workerKey } from './roster.identity.ts';
import { type RowReader, rowReader, verticalMerges } from './roster.reader.ts';
import { rowKind } from './roster.rows.ts';
import type {
  ParsedRoster,
  ParsedRow,
  ParseOptions,
  RosterLayout,
  RowProblem,
  SkippedRow,
} from './roster.types.ts';
import { readWages } from './roster.wages.ts';
import { readWorker } from './roster.worker.ts';
import type { Sheet } from './sheet.ts';

/**
 * Reads every row below the header. Nothing is thrown for bad cells: a row with an error is returned with its problems
 * and `importable` false, so that it can be mended and brought in again.
 * @param layout from `matchColumns`, perhaps changed by the user with `overrideColumns`.
 */
export function parseRoster(sheet: Sheet, layout: RosterLayout, options: ParseOptions = {}): ParsedRoster {
  if (layout.fields.name === null || layout.fields.name === undefined) {
    const row = layout.headerTop + 1;
    const problem: RowProblem = {
      row,
      column: null,
      field: 'name',
      code: 'column-name-missing',
      severity: 'error',
      value: '',
    };
    return { rows: [], problems: [problem], skipped: [] };
  }
  const merges = verticalMerges(sheet);
  const hidden = new Set(sheet.hiddenRows);
  const skipped: SkippedRow[] = [];
  const drafts: Draft[] = [];
  let team: string | null = null;
  for (let index = layout.dataTop; index < sheet.rows.length; index++) {
    const kind = rowKind(sheet.rows[index] ?? [], layout);
    if (kind.kind === 'blank') continue;
    if (kind.kind !== 'worker') {
      if (kind.team) team = kind.team;
      skipped.push({ row: index + 1, reason: kind.kind, text: kind.text });
      continue;
    }
    const reader = rowReader(sheet, layout, options, index, merges);
    if (hidden.has(index)) reader.report(null, 'row-hidden', 'warning');
    const worker = readWorker(reader, team);
    drafts.push({ reader, worker, arrears: readWages(reader, layout, worker) });
  }
  reportDuplicates(drafts);
  const rows = drafts.map(finish);
  return { rows, problems: rows.flatMap((r) => r.problems), skipped };
}

interface Draft {
  readonly reader: RowReader;
  readonly worker: ParsedRow['worker'];
  readonly arrears: ParsedRow['arrears'];
}

function finish({ reader, worker, arrears }: Draft): ParsedRow {
  const problems = [...reader.problems].sort((a, b) => order(a) - order(b));
  return {
    sourceRow: reader.index + 1,
    worker,
    arrears,
    problems,
    importable: problems.every((p) => p.severity !== 'error'),
    key: workerKey(worker),
  };
}

/** Errors first, as the user must act on them. */
function order(p: RowProblem): number {
  return p.severity === 'error' ? 0 : 1;
}

function reportDuplicates(drafts: readonly Draft[]): void {
  const byId = new Map<string, Draft[]>();
  const byPhone = new Map<string, Draft[]>();
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { worker, reader } = draft;
    if (worker.name === '') continue;
    const phoneKey = worker.phone && `${worker.name}|${worker.phone}`;
    const sameId = worker.idNumber ? (byId.get(worker.idNumber) ?? []) : [];
    const otherName = sameId.find((d) => d.worker.name !== worker.name);
    const repeated = sameId.find((d) => samePeriod(d, draft));
    const samePhone = (phoneKey ? byPhone.get(phoneKey) : undefined)?.find(
      (d) => !(d.worker.idNumber && worker.idNumber) && samePeriod(d, draft),
    );
    const sameName = byName.get(worker.name)?.find((d) => !d.worker.idNumber && !d.worker.phone);
    const anyName = byName.get(worker.name)?.[0];
    if (otherName) {
      const params = { other: otherName.reader.index + 1, name: otherName.worker.name };
      reader.report('idNumber', 'id-other-name', 'error', params);
    } else if (repeated)
      reader.report('idNumber', 'duplicate-id', 'error', { other: repeated.reader.index + 1 });
    else if (sameId.length > 0) {
      // Another period of the same person: wanted.
    } else if (samePhone) {
      reader.report('phone', 'duplicate-name-phone', 'warning', { other: samePhone.reader.index + 1 });
    } else if (!worker.idNumber && !worker.phone && anyName && samePeriod(anyName, draft)) {
      reader.report('name', 'duplicate-name-no-id', 'warning', { other: anyName.reader.index + 1 });
    } else if (sameName && samePeriod(sameName, draft)) {
      reader.report('name', 'duplicate-name-no-id', 'warning', { other: sameName.reader.index + 1 });
    }
    if (worker.idNumber) push(byId, worker.idNumber, draft);
    if (phoneKey) push(byPhone, phoneKey, draft);
    push(byName, worker.name, draft);
  }
}

/** Rows for different months are no repetition; rows without wages or without a period are. */
function samePeriod(a: Draft, b: Draft): boolean {
  if (a.arrears.length === 0 || b.arrears.length === 0) return true;
  return a.arrears.some((x) => b.arrears.some((y) => periodsOverlap(x.period, y.period)));
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (list) list.push(draft);
  else map.set(key, [draft]);
}
