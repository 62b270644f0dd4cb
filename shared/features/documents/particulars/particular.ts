import type { PlainDate } from '../../../kernel/date.ts';
import type { Fen } from '../../../kernel/money.ts';
import type { LocalText } from '../filing-facts.ts';

/**
 * Particulars are facts that papers print and that no other part of the record holds: the place of a hearing, the
 * number of an award, the reasons of an application. They belong to a topic, not to a paper, so that two papers that
 * print the same fact read the same one and nothing is typed twice.
 */

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: LocalText;
}

/** What may be entered for one fact. */
export type FieldType =
  /** One line. */
  | { readonly kind: 'line' }
  /** Free text of several paragraphs. */
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  /** Day and minute as `2026-11-22 14:30`, by the wall clock of the place. */
  | { readonly kind: 'moment' }
  /** Integer fen. */
  | { readonly kind: 'money' }
  /** A whole number from 0. */
  | { readonly kind: 'count' }
  /** Exact decimal text from 0: `26.5`. */
  | { readonly kind: 'quantity' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  | { readonly kind: 'choices'; readonly options: readonly Choice[] }
  | { readonly kind: 'rows'; readonly columns: RowColumns }
  /**
   * A last day by a rule of the law engine, counted from another fact of the topic (`after`, a date or a moment) or
   * from an event of the case. Computed, shown with its article, never entered.
   */
  | { readonly kind: 'due'; readonly rule: string; readonly after: string };

export type CellType = Exclude<FieldType, { readonly kind: 'rows' | 'due' | 'choices' | 'text' }>;

export interface Field<T extends FieldType = FieldType> {
  readonly label: LocalText;
  readonly type: T;
  /** What to enter, where the label does not say it all. */
  readonly hint?: LocalText;
  /** No longer asked, since another place holds the fact: shown where what was typed earlier says otherwise. */
  readonly former?: true;
}

export type RowColumns = Readonly<Record<string, Field<CellType>>>;
export type Fields = Readonly<Record<string, Field>>;

/**
 * Whose facts a topic holds. `case`: everybody's. `member`: each worker and each party on the unit's side has values of
 * their own. `respondent`: each party on the unit's side may have values of its own, and those entered for the case
 * stand for every party that has none, and for workers who answer a unit together.
 */
export type TopicScope = 'case' | 'respondent' | 'member';

export interface Topic<F extends Fields = Fields> {
  readonly id: string;
  readonly title: LocalText;
  readonly scope: TopicScope;
  readonly fields: F;
}

/** A last day that the law engine found. */
export interface DueDay {
  readonly due: PlainDate;
  /** The day before rolling over days of rest. */
  readonly unrolled: PlainDate;
  readonly article: LocalText;
  readonly provisional: boolean;
}

type Simple = {
  line: string;
  text: string;
  date: PlainDate;
  moment: string;
  money: Fen;
  count: number;
  quantity: string;
  'yes-no': boolean;
};

/** The value of a field, as papers read it. Null where nothing was entered. */
export type ValueOf<T extends FieldType> = T extends { kind: keyof Simple }
  ? Simple[T['kind']] | null
  : T extends { kind: 'choice'; options: readonly Choice<infer V>[] }
    ? V | null
    : T extends { kind: 'choices'; options: readonly Choice<infer V>[] }
      ? readonly V[]
      : T extends { kind: 'rows'; columns: infer C extends RowColumns }
        ? readonly RowOf<C>[]
        : T extends { kind: 'due' }
          ? DueDay | null
          : never;

export type RowOf<C extends RowColumns> = { readonly [K in keyof C]: ValueOf<C[K]['type']> };
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]['type']> };

/** As stored and sent: only what was entered. */
export type RawCell = string | number | boolean | null;
export type RawRow = Readonly<Record<string, RawCell>>;
export type RawValue = RawCell | readonly string[] | readonly RawRow[];
export type RawValues = Readonly<Record<string, RawValue>>;

export function topic<const F extends Fields>(definition: Topic<F>): Topic<F> {
  return definition;
}

const text = (zh: string, en: string, hint?: LocalText) => ({ label: { zh, en }, ...(hint && { hint }) });

export const line = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'line' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'line' },
});
export const paragraphs = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'text' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'text' },
});
export const day = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'date' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'date' },
});
export const moment = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'moment' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'moment' },
});
export const money = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'money' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'money' },
});
export const count = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'count' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'count' },
});
export const quantity = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'quantity' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'quantity' },
});
export const yesNo = (zh: string, en: string, hint?: LocalText): Field<{ kind: 'yes-no' }> => ({
  ...text(zh, en, hint),
  type: { kind: 'yes-no' },
});

type Labels = Readonly<Record<string, readonly [zh: string, en: string]>>;

const optionsOf = <const L extends Labels>(labels: L): readonly Choice<keyof L & string>[] =>
  Object.entries(labels).map(([value, [zh, en]]) => ({
    value: value as keyof L & string,
    label: { zh, en },
  }));

export const choice = <const L extends Labels>(
  zh: string,
  en: string,
  labels: L,
): Field<{ kind: 'choice'; options: readonly Choice<keyof L & string>[] }> => ({
  ...text(zh, en),
  type: { kind: 'choice', options: optionsOf(labels) },
});
export const choices = <const L extends Labels>(
  zh: string,
  en: string,
  labels: L,
): Field<{ kind: 'choices'; options: readonly Choice<keyof L & string>[] }> => ({
  ...text(zh, en),
  type: { kind: 'choices', options: optionsOf(labels) },
});
export const rows = <const C extends RowColumns>(
  zh: string,
  en: string,
  columns: C,
  hint?: LocalText,
): Field<{ kind: 'rows'; columns: C }> => ({ ...text(zh, en, hint), type: { kind: 'rows', columns } });

/** @param after key of the topic's date or moment, or `event:<type>` for the day of an event of the case. */
export const due = (
  zh: string,
  en: string,
  rule: string,
  after: string,
): Field<{ kind: 'due'; rule: string; after: string }> => ({
  ...text(zh, en),
  type: { kind: 'due', rule, after },
});
