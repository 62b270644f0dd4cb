import { type Fen, formatYuan } from '../../shared/kernel/money.ts';

/** Fen as `12,345.67`, in figures of one width. */
export function MoneyText({ fen, unit = false }: { fen: number; unit?: boolean }) {
  return (
    <span className="money tabular">
      {unit && '¥'}
      {formatYuan(fen as Fen)}
    </span>
  );
}
