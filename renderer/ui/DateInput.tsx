import { Input, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../shared/kernel/date.ts';
import { useWeekdayText } from './DateText.tsx';
import { parseDateText } from './date-text.ts';
import { Icon } from './icons.tsx';
import { isEnter } from './keyboard.ts';
import { MonthGrid } from './MonthGrid.tsx';
import { useToday } from './today.ts';

/**
 * A date typed in any common way, or chosen from a small calendar. The text is read when the field is left or Enter
 * is pressed. Unreadable text stays for the person to mend, is said so beneath, and counts as no date.
 */
export function DateInput(props: {
  value: PlainDate | null;
  onChange: (value: PlainDate | null) => void;
  id?: string;
  disabled?: boolean;
  placeholder?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}) {
  const { value, onChange, id, disabled, placeholder, ...aria } = props;
  const { t } = useTranslation();
  const { t: te } = useTranslation('errors');
  const today = useToday();
  const day = useWeekdayText();
  const [text, setText] = useState<string>(value ?? '');
  const [bad, setBad] = useState(false);
  const [open, setOpen] = useState(false);
  const [month, setMonth] = useState<PlainDate>(value ?? today);

  useEffect(() => {
    // An unreadable text reports null; it must not be wiped by its own report.
    if (value !== null) {
      setText(value);
      setBad(false);
      setMonth(value);
    } else setText((shown) => (parseDateText(shown, today) ? '' : shown));
  }, [value, today]);

  function commit(): void {
    const blank = text.trim() === '';
    const parsed = blank ? null : parseDateText(text, today);
    setBad(!blank && parsed === null);
    if (parsed) setText(parsed);
    if (parsed !== value) onChange(parsed);
  }

  function choose(date: PlainDate): void {
    setOpen(false);
    setText(date);
    setBad(false);
    if (date !== value) onChange(date);
  }

  return (
    <div className="date-input">
      <Input
        {...aria}
        {...(id ? { id } : {})}
        {...(bad ? { 'aria-invalid': true, status: 'error' as const } : {})}
        value={text}
        disabled={disabled ?? false}
        autoComplete="off"
        placeholder={placeholder ?? t('date.placeholder')}
        onChange={(e) => setText(e.target.value)}
        onBlur={commit}
        onKeyDown={(e) => {
          if (isEnter(e)) commit();
        }}
        suffix={
          <>
            {value && !bad && text === value && <span className="quiet">{day(value)}</span>}
            <Popover
              open={open}
              onOpenChange={setOpen}
              trigger="click"
              placement="bottomRight"
              content={
                <MonthGrid
                  month={month}
                  today={today}
                  markOf={(d) => (d === value ? { kind: 'chosen', label: t('date.chosen') } : null)}
                  onChoose={choose}
                  onMonth={setMonth}
                />
              }
            >
              <button
                type="button"
                className="bare"
                disabled={disabled ?? false}
                aria-label={t('date.openCalendar')}
              >
                <Icon name="today" size={15} />
              </button>
            </Popover>
          </>
        }
      />
      {bad && (
        <p className="field-error" role="alert">
          <Icon name="warning" size={13} /> {te('date-invalid')}
        </p>
      )}
    </div>
  );
}
