import type { FieldSpec } from './fields.ts';

/** A row as typed: column → text. */
export type RawRow = Readonly<Record<string, string>>;
/** What a person has typed into one field; choices and truth values as their text. */
export type RawValue = string | readonly string[] | readonly RawRow[];
/** Path → what was typed. */
export type Raw = Readonly<Record<string, RawValue>>;

const blank = (text: string): boolean => text.trim() === '';

function scalar(field: FieldSpec, text: string): unknown {
  const plain = text.normalize('NFKC').trim();
  switch (field.kind) {
    case 'boolean':
      return plain === 'true';
    case 'choice':
      return field.options.find((o) => String(o) === plain) ?? plain;
    case 'integer':
      // What is no integer goes on as text, for the calculator to refuse by its own words.
      return /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
    case 'text':
      return text.trim();
    case 'money':
      return plain;
    default:
      return plain.replace(/(?<=\d),(?=\d{3})/g, '');
  }
}

export const rowsOf = (value: RawValue | undefined): readonly RawRow[] =>
  (Array.isArray(value) ? value : []).filter((row): row is RawRow => typeof row === 'object');

export const textOf = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '');

export const listOf = (value: RawValue | undefined): readonly string[] =>
  (Array.isArray(value) ? value : []).filter((v): v is string => typeof v === 'string');

export const isBlankRow = (row: RawRow): boolean => Object.values(row).every(blank);

/** True while nothing stands in the field. */
export function isEmpty(value: RawValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return blank(value);
  return value.length === 0 || (rowsOf(value).length > 0 && rowsOf(value).every(isBlankRow));
}

function inputOf(field: FieldSpec, raw: RawValue | undefined): unknown {
  if (raw === undefined || isEmpty(raw)) return undefined;
  if (typeof raw === 'string') return scalar(field, raw);
  if (field.kind === 'choices') return listOf(raw);
  const rows = rowsOf(raw).filter((row) => !isBlankRow(row));
  return rows.map((row) => {
    const cells = field.columns.flatMap((column) => {
      const text = row[column.name] ?? '';
      return blank(text) ? [] : [[column.name, scalar(column, text)] as const];
    });
    return field.bare ? cells[0]?.[1] : Object.fromEntries(cells);
  });
}

/** What was typed as the calculator's input; fields left empty are left out. */
export function toInput(fields: readonly FieldSpec[], raw: Raw): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    for (const f of field.source ? [field, field.source] : [field]) {
      const value = inputOf(f, raw[f.path]);
      if (value === undefined) continue;
      const at = f.path.indexOf('.');
      if (at < 0) input[f.path] = value;
      else {
        const outer = f.path.slice(0, at);
        input[outer] = { ...(input[outer] as object | undefined), [f.path.slice(at + 1)]: value };
      }
    }
  }
  return input;
}

function rawOf(field: FieldSpec, value: unknown): RawValue {
  if (value === undefined || value === null) return '';
  if (!Array.isArray(value)) return String(value);
  if (field.kind === 'choices') return value.map(String);
  const rowOf = (item: unknown): RawRow =>
    field.bare
      ? { [field.name]: String(item) }
      : Object.fromEntries(Object.entries(item as object).map(([k, v]) => [k, v === null ? '' : String(v)]));
  return value.map(rowOf);
}

/** A calculator's input as it would have been typed. */
export function fromInput(fields: readonly FieldSpec[], input: Readonly<Record<string, unknown>>): Raw {
  const at = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], input);
  return Object.fromEntries(
    fields
      .flatMap((f) => (f.source ? [f, f.source] : [f]))
      .flatMap((f) => {
        const raw = rawOf(f, at(f.path));
        return isEmpty(raw) ? [] : [[f.path, raw] as const];
      }),
  );
}
