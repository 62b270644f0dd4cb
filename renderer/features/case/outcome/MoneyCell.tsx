import { useState } from 'react';
import { type Fen, formatYuan, parseYuan } from '../../../../shared/kernel/money.ts';

/** Fen or nothing as it is typed: `null` for blank, `undefined` for what cannot be read or is below zero. */
function readMoney(text: string): Fen | null | undefined {
  if (text.trim() === '') return null;
  try {
    const amount = parseYuan(text);
    return amount < 0 ? undefined : amount;
  } catch {
    return undefined;
  }
}

/**
 * An amount in a table's cell. What is typed counts with each key, because a row that is scrolled out of sight is taken
 * away without being left.
 */
export function MoneyCell(props: {
  readonly value: Fen | null;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onChange: (value: Fen | null) => void;
}) {
  const { value, label, disabled = false, onChange } = props;
  const shown = value === null ? '' : formatYuan(value);
  const [typed, setTyped] = useState<string | null>(null);
  const bad = typed !== null && readMoney(typed) === undefined;
  return (
    <input
      className="outcome-cell tabular"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      {...(bad ? { 'aria-invalid': true } : {})}
      disabled={disabled}
      value={typed ?? shown}
      onFocus={(e) => e.target.select()}
      onChange={(e) => {
        setTyped(e.target.value);
        const amount = readMoney(e.target.value);
        if (amount !== undefined && amount !== value) onChange(amount);
      }}
      onBlur={() => {
        if (!bad) setTyped(null);
      }}
    />
  );
}
