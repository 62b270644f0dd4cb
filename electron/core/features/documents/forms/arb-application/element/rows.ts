import type { Inline, Table, TableCell } from '../../../../../../paper/model/blocks.ts';
import { bold, type Content, type Draft, fill, joined, text } from '../../kit/draft.ts';
import { cell } from '../../kit/paper.ts';
import type { ApplicationWording } from '../index.ts';

export type ElementWording = ApplicationWording['element'];

/** A choice on the form: its word, and whether it is the case. */
export type Choice = readonly [label: string, checked: boolean];

/** ☑ 是　☐ 否 */
export function ticks(choices: readonly Choice[], words: ElementWording): Content {
  return joined(
    choices.map(
      ([label, checked]): Content => [{ kind: 'checkbox', checked } satisfies Inline, ...text(` ${label}`)],
    ),
    words.gap,
  );
}

export function yesNo(yes: boolean | null, words: ElementWording): Content {
  return ticks(
    [
      [words.yes, yes === true],
      [words.no, yes === false],
    ],
    words,
  );
}

/** 姓名：张某 */
export function field(label: string, value: Content | string, draft: Draft): Content {
  return fill(draft.common.labelled, { label, value });
}

/** Several fields in one line of a cell. */
export function inLine(parts: readonly Content[], words: ElementWording): Content {
  return joined(parts, words.gap);
}

/** An element of the form: its name, and the lines that answer it. */
export interface ElementRow {
  readonly label: Content | string;
  readonly lines: readonly Content[];
}

export function elementTable(rows: readonly ElementRow[]): Table {
  return {
    kind: 'table',
    showHeader: false,
    sizePt: 10.5,
    minRowHeightMm: 9,
    columns: [
      { header: '', share: 26, align: 'center' },
      { header: '', share: 74 },
    ],
    rows: rows.map(({ label, lines }): TableCell[] => [
      { content: typeof label === 'string' ? bold(label) : label },
      cell(joined(lines, '\n')),
    ]),
  };
}
