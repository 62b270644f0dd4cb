import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { calculatorInfo } from '../../../../shared/features/claims/claim-items.rules.ts';
import { cellText } from '../../../../shared/features/group/group.cells.ts';
import { isExtra } from '../../../../shared/features/group/group.checks.ts';
import {
  type CellValue,
  type ColumnId,
  calculatorOfColumn,
  claimColumn,
  factIds,
  kindOf,
} from '../../../../shared/features/group/group.fields.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';

/** A column of the grid; the last two follow from the others. */
export interface GridColumn {
  readonly id: ColumnId | 'total' | 'status';
  readonly title: string;
  readonly width: number;
  readonly numeric: boolean;
  /** Column that can be typed into; null for the derived ones. */
  readonly edit: ColumnId | null;
}

const widths: Readonly<Partial<Record<ColumnId, number>>> = {
  name: 116,
  idNumber: 164,
  phone: 108,
  team: 96,
  post: 96,
  start: 94,
  end: 94,
  wageUnit: 76,
  rate: 92,
  period: 178,
  bankAccount: 168,
  bankName: 150,
};

/** The columns in order: facts, arrears, claims, sum and standing. */
export function useColumns(
  calculators: readonly string[],
  more: boolean,
  filled: (column: ColumnId) => boolean,
): readonly GridColumn[] {
  const title = useColumnTitle();
  const { t } = useTranslation('group');
  return useMemo(() => {
    const facts = factIds.filter((id) => more || !isExtra(id) || filled(id));
    const ids: ColumnId[] = [...facts, 'arrears', ...calculators.map(claimColumn)];
    return [
      ...ids.map((id): GridColumn => {
        const numeric = kindOf(id) === 'money';
        return { id, title: title(id), width: widths[id] ?? (numeric ? 112 : 110), numeric, edit: id };
      }),
      { id: 'total', title: t('column.total'), width: 118, numeric: true, edit: null },
      { id: 'status', title: t('column.status'), width: 92, numeric: false, edit: null },
    ];
  }, [calculators, more, filled, title, t]);
}

export function useColumnTitle(): (id: ColumnId) => string {
  const { t } = useTranslation('group');
  const bilingual = useBilingual();
  return useMemo(
    () => (id: ColumnId) => {
      const calculator = calculatorOfColumn(id);
      if (calculator === null) return t(`column.${id as 'name'}`);
      return bilingual(calculatorInfo(calculator)?.title ?? { zh: calculator, en: calculator });
    },
    [t, bilingual],
  );
}

/** A value as the grid shows it. */
export function useCellWords(): (column: ColumnId, value: CellValue) => string {
  const { t } = useTranslation('group');
  const { t: tc } = useTranslation('case');
  return useMemo(
    () => (column: ColumnId, value: CellValue) => {
      if (value === null || value === undefined) return '';
      switch (kindOf(column)) {
        case 'money':
          return typeof value === 'number' ? formatYuan(value as Fen) : '';
        case 'unit':
          return tc(`unit.${value as 'month'}`);
        case 'jobEnd':
          return tc(`jobEnd.${value as 'agreed'}`);
        case 'flag':
          return t(value ? 'flag.yes' : 'flag.no');
        case 'period':
          return String(value).replace('/', ' – ');
        default:
          return cellText(column, value);
      }
    },
    [t, tc],
  );
}

/** What a choice may be, as words to pick from. */
export function useChoices(): (column: ColumnId) => readonly string[] {
  const words = useCellWords();
  return (column) => {
    switch (kindOf(column)) {
      case 'unit':
        return ['month', 'day', 'hour', 'piece', 'fixed'].map((v) => words(column, v));
      case 'jobEnd':
        return [
          'ongoing',
          'left-for-arrears',
          'resigned',
          'dismissed',
          'agreed',
          'expired',
          'work-finished',
        ].map((v) => words(column, v));
      case 'flag':
        return [words(column, true), words(column, false)];
      default:
        return [];
    }
  };
}

/** What goes into the clipboard, and into a cell that is opened: text that is read again as the same value. */
export function useEditText(): (column: ColumnId, value: CellValue) => string {
  const words = useCellWords();
  return useMemo(
    () => (column: ColumnId, value: CellValue) =>
      ['unit', 'jobEnd', 'flag'].includes(kindOf(column)) ? words(column, value) : cellText(column, value),
    [words],
  );
}
