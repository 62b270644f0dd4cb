import { synonyms } from './roster.synonyms.ts';
import type { RosterLayout, SkipReason } from './roster.types.ts';
import { type Cell, emptyCell } from './sheet.ts';
import { compact } from './text.values.ts';

/** What kind of line a row is. `team` is set by a section title such as 木工班组：. */
export type RowKind =
  | { readonly kind: 'worker' }
  | { readonly kind: 'blank' }
  | { readonly kind: SkipReason; readonly text: string; readonly team?: string };

const totalText =
  /^(?:本页|本表|本班组?|全部|人工费?|工资)?(?:合计|小计|总计|共计|总和|累计|总合计)(?:[:：(（].*|金额|人数|工资)?$|^.{1,10}(?:小计|合计)[:：]?$|^共\d+人|^(?:sub)?total$|^sum$/i;

const footerText =
  /制表|编制人|填表|审核|复核|审批|负责人|经办人|项目经理|法定代表人|签字|签章|盖章|公章|监督电话|说明[:：]|备注[:：]|^注[:：]|日期[:：]|^以上|承诺|年\s*月\s*日|单位[:：]/;

/** Starts as an amount or quantity and is no date: a footer's 2026年4月1日 may stand in a column of money. */
const amountText = /^[¥-]?\d[\d,.]*(?![\d,.年月/-])/;

const nameHeaders = synonyms.find((s) => s.field === 'name')?.exact ?? [];

/** Tells workers from totals, signature lines, section titles and headers that repeat on each page. */
export function rowKind(row: readonly Cell[], layout: RosterLayout): RowKind {
  const own = row
    .map((cell, column) => ({ cell, column, text: compact(cell.text) }))
    .filter((c) => c.cell.kind !== 'empty' && !c.cell.mergedFrom);
  if (own.length === 0) return { kind: 'blank' };
  const shown = own
    .map((c) => c.cell.text)
    .join(' ')
    .slice(0, 120);
  const at = (column: number | null | undefined): Cell =>
    column === null || column === undefined ? emptyCell : (row[column] ?? emptyCell);
  const { fields } = layout;
  const name = compact(at(fields.name).text);
  const hasId = /[\dXx]{6}/.test(compact(at(fields.idNumber).text));
  const hasPhone = /\d{7}/.test(compact(at(fields.phone).text));
  if (
    nameHeaders.includes(name.toLowerCase()) ||
    own.every((c) => inHeader(c.text, layout.headers[c.column]))
  ) {
    return { kind: 'repeated-header', text: shown };
  }
  if (!hasId && !hasPhone) {
    const labels = own.filter((c) => c.column <= Math.max(fields.name ?? 0, 2));
    if (labels.some((c) => totalText.test(c.text))) return { kind: 'total', text: shown };
  }
  const section = sectionTitle(row, own, layout);
  if (section) return { kind: 'section', text: shown, ...(section.team && { team: section.team }) };
  if (!hasId && !hasPhone && !hasAmount(row, layout)) {
    const prose = [fields.note, fields.trade, fields.team, fields.address];
    const labels = own.filter((c, i) => i === 0 || !prose.includes(c.column));
    if (labels.some((c) => footerText.test(c.text))) return { kind: 'footer', text: shown };
  }
  // Rows that carry only a running number, or unmapped cells, hold no worker.
  const mapped = new Set([
    ...Object.values(fields),
    ...layout.months.map((m) => m.column),
    ...layout.alsoPaid,
  ]);
  if (!own.some((c) => mapped.has(c.column))) {
    return own.every((c) => /^\d*$/.test(c.text)) ? { kind: 'blank' } : { kind: 'no-data', text: shown };
  }
  return { kind: 'worker' };
}

function inHeader(text: string, header: string | undefined): boolean {
  return header !== undefined && text !== '' && !/^\d/.test(text) && compact(header).includes(text);
}

function hasAmount(row: readonly Cell[], layout: RosterLayout): boolean {
  const { rate, quantity, gross, paid, owed } = layout.fields;
  return [rate, quantity, gross, paid, owed, ...layout.months.map((m) => m.column)].some(
    (c) => c !== null && c !== undefined && amountText.test(compact(row[c]?.text ?? '')),
  );
}

interface OwnCell {
  readonly cell: Cell;
  readonly column: number;
  readonly text: string;
}

/** A line with a single text: 木工班组：李某某, or a title repeated on each page. */
function sectionTitle(
  row: readonly Cell[],
  own: readonly OwnCell[],
  layout: RosterLayout,
): { team?: string } | null {
  const [only] = own;
  if (own.length !== 1 || !only || only.cell.kind !== 'text') return null;
  const wide = row[only.column + 1]?.mergedFrom?.column === only.column;
  const names = only.column === layout.fields.name;
  const group = /^(?:班组[:：])?(.{1,20}?(?:班组?|组|施工队|队))(?:[:：（(].*)?$/.exec(only.cell.text);
  if (group?.[1] && (wide || !names || group[1].length >= 3)) return { team: group[1] };
  return wide && !footerText.test(only.text) ? {} : null;
}
