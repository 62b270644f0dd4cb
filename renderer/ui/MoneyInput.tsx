import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/kernel/errors.ts';
import { type Fen, formatYuan, parseYuan } from '../../shared/kernel/money.ts';
import { issueSentence } from './failure-text.ts';
import { Icon } from './icons.tsx';
import { isEnter } from './keyboard.ts';

/**
 * Yuan as people write them (`1.2万`, `5,000`, full-width digits) ↔ fen. Read on leaving the field or Enter; unreadable
 * text stays, is said so beneath, and counts as no amount. `capitals` gives the amount in words to show beneath.
 */
export function MoneyInput(props: {
  value: Fen | null;
  onChange: (value: Fen | null) => void;
  capitals?: (amount: Fen) => string;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}) {
  const { value, onChange, capitals, id, disabled, ...aria } = props;
  const { t } = useTranslation('errors');
  const [text, setText] = useState(value === null ? '' : formatYuan(value));
  const [issue, setIssue] = useState<string | null>(null);

  useEffect(() => {
    if (value === null) return;
    setText(formatYuan(value));
    setIssue(null);
  }, [value]);

  function commit(): void {
    if (text.trim() === '') {
      setIssue(null);
      if (value !== null) onChange(null);
      return;
    }
    try {
      const amount = parseYuan(text);
      if (amount < 0)
        throw new AppError('invalid-input', { issues: [{ path: '', code: 'amount-negative' }] });
      setIssue(null);
      setText(formatYuan(amount));
      if (amount !== value) onChange(amount);
    } catch (error) {
      const code = error instanceof AppError ? error.failure.issues?.[0]?.code : undefined;
      setIssue(issueSentence(t, { code: code ?? 'amount-invalid' }));
      if (value !== null) onChange(null);
    }
  }

  return (
    <div className="money-input">
      <Input
        {...aria}
        {...(id ? { id } : {})}
        {...(issue ? { 'aria-invalid': true, status: 'error' as const } : {})}
        className="tabular"
        value={text}
        disabled={disabled ?? false}
        prefix="¥"
        inputMode="decimal"
        autoComplete="off"
        onChange={(e) => setText(e.target.value)}
        onFocus={(e) => e.target.select()}
        onBlur={commit}
        onKeyDown={(e) => {
          if (isEnter(e)) commit();
        }}
      />
      {issue && (
        <p className="field-error" role="alert">
          <Icon name="warning" size={13} /> {issue}
        </p>
      )}
      {!issue && capitals && value !== null && <p className="field-help">{capitals(value)}</p>}
    </div>
  );
}
