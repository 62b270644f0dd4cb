import type { FilingFacts, LocalText } from '../../../../../../shared/features/documents/filing-facts.ts';
import type {
  Field,
  Fields,
  FieldType,
  Topic,
  ValuesOf,
} from '../../../../../../shared/features/documents/particulars/particular.ts';
import { typedValues } from '../../../../../../shared/features/documents/particulars/values.ts';
import { isPlainDate } from '../../../../../../shared/kernel/date.ts';
import { fen } from '../../../../../../shared/kernel/money.ts';
import type { Paragraph } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fillText, type NeedOptions, text } from './draft.ts';
import { longDate, money, moneyInWords } from './format.ts';
import { ownText, prose } from './paper.ts';
import type { CommonWording } from './wording.ts';

/** Reads what was entered for one topic, and warns of what a paper lacks. */
export interface TopicReader<F extends Fields> {
  readonly values: ValuesOf<F>;
  /** Where a field is entered, for a warning about it. */
  path(key: keyof F & string): string;
  /** The value as text in the paper's language, or a gap with its warning. */
  need(key: keyof F & string, options?: NeedOptions): Content;
  /** The value as text; null where nothing was entered. */
  show(key: keyof F & string): string | null;
  /** Money in figures and capitals, or a gap. */
  needInWords(key: keyof F & string, options?: NeedOptions): Content;
  /** The person's own paragraphs, or one with a gap. */
  paragraphs(key: keyof F & string, options?: NeedOptions): Paragraph[];
  /** One cell of a table of the topic, or a gap. */
  needCell(key: keyof F & string, row: number, column: string, options?: NeedOptions): Content;
  showCell(key: keyof F & string, row: number, column: string): string | null;
  /** Warns that a table has no row, and returns the gap to show. */
  gap(key: keyof F & string, options?: NeedOptions): Content;
}

/**
 * @param memberId the worker or party, for a topic of which each has values of their own. A party without any reads
 * those of the case where the topic's scope is `respondent`.
 */
export function readTopic<F extends Fields>(
  draft: Draft,
  facts: FilingFacts,
  definition: Topic<F>,
  memberId: string | null = null,
): TopicReader<F> {
  const place = memberId === null ? definition.id : `${definition.id}/${memberId}`;
  const shared = facts.particulars.case[definition.id];
  const own = memberId === null ? undefined : facts.particulars.members[memberId]?.[definition.id];
  const stored = memberId === null || definition.scope === 'respondent' ? (own ?? shared) : own;
  const values = typedValues(definition, stored?.entered ?? {}, stored?.dues);
  const all = values as Readonly<Record<string, unknown>>;
  const { common } = draft;
  const label = ({ label: name }: { readonly label: LocalText }): string =>
    draft.language === 'en' ? name.en : name.zh;
  const fieldOf = (key: string): Field => definition.fields[key] as Field;
  const show = (key: string): string | null => shown(fieldOf(key).type, all[key], common);
  const need = (key: string, value: string | null, options?: NeedOptions): Content =>
    draft.named(`particulars.${place}.${key}`, value, label(fieldOf(key)), options);
  const cellOf = (key: string, row: number, column: string) => {
    const { type } = fieldOf(key);
    const field = type.kind === 'rows' ? type.columns[column] : undefined;
    const rowsOf = all[key] as readonly Readonly<Record<string, unknown>>[];
    return { field, value: field ? shown(field.type, rowsOf[row]?.[column], common) : null };
  };
  return {
    values,
    path: (key) => `particulars.${place}.${key}`,
    show,
    need: (key, options) => need(key, show(key), options),
    needInWords(key, options) {
      const amount = all[key];
      return need(key, typeof amount === 'number' ? moneyInWords(fen(amount), common) : null, options);
    },
    paragraphs(key, options) {
      const value = all[key];
      return typeof value === 'string'
        ? ownText(value)
        : [prose(need(key, null, { widthEm: 24, ...options }))];
    },
    needCell(key, row, column, options) {
      const { field, value } = cellOf(key, row, column);
      const path = `particulars.${place}.${key}.${row}.${column}`;
      return draft.named(path, value, label(field ?? fieldOf(key)), options);
    },
    showCell: (key, row, column) => cellOf(key, row, column).value,
    gap: (key, options) => need(key, null, options),
  };
}

/** A value as a paper prints it. */
function shown(type: FieldType, value: unknown, common: CommonWording): string | null {
  if (value === null || value === undefined) return null;
  const labelOf = (options: readonly { readonly value: string; readonly label: LocalText }[], v: unknown) => {
    const found = options.find((o) => o.value === v)?.label;
    return found ? (common.language === 'en' ? found.en : found.zh) : null;
  };
  switch (type.kind) {
    case 'line':
    case 'text':
    case 'quantity':
      return String(value);
    case 'count':
      return String(value);
    case 'date':
      return isPlainDate(value) ? longDate(value, common) : null;
    case 'moment':
      return momentText(String(value), common);
    case 'money':
      return money(fen(Number(value)), common);
    case 'yes-no':
      return value === true ? common.yes : common.no;
    case 'choice':
      return labelOf(type.options, value);
    case 'choices': {
      const chosen = (value as readonly string[]).flatMap((v) => labelOf(type.options, v) ?? []);
      return chosen.length > 0 ? chosen.join(common.listComma) : null;
    }
    case 'due': {
      const { due } = value as { due: unknown };
      return isPlainDate(due) ? longDate(due, common) : null;
    }
    case 'rows':
      return null;
  }
}

/** `2026-11-22 14:30` as `2026年11月22日14时30分`. */
export function momentText(value: string, common: CommonWording): string | null {
  const day = value.slice(0, 10);
  if (!isPlainDate(day)) return null;
  return fillText(common.moment, {
    date: longDate(day, common),
    h: common.language === 'en' ? value.slice(11, 13) : String(Number(value.slice(11, 13))),
    m: value.slice(14, 16),
  });
}

/** A line of `label：value`, as headers of official papers have it. */
export function labelled(common: CommonWording, label: string, value: Content): Content {
  return [...text(fillText(common.labelled, { label, value: '' })), ...value];
}
