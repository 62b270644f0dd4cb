import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { parseTimeText } from '../../shared/features/hearings/hearings.rules.ts';
import type { FieldProps } from './FormField.tsx';
import { isEnter } from './keyboard.ts';

/**
 * A time of day typed in any common way (9, 930, 下午2点), read when the field is left or Enter is pressed. What cannot
 * be read stays as it was typed and is judged by the form; 24:00 stays 24:00, so that the form can say whose day it is.
 */
export function TimeInput({
  value,
  onChange,
  field,
  label,
}: {
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly field?: FieldProps;
  readonly label?: string;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    const read = parseTimeText(text);
    const time = read === 'next-day' ? '24:00' : (read ?? text.trim());
    setText(time);
    if (time !== value) onChange(time);
  };
  return (
    <Input
      {...field}
      {...(label ? { 'aria-label': label } : {})}
      className="tabular time-input"
      status={field?.['aria-invalid'] ? 'error' : ''}
      value={text}
      placeholder="09:00"
      autoComplete="off"
      onChange={(e) => setText(e.target.value)}
      onBlur={commit}
      onKeyDown={(e) => {
        if (isEnter(e)) commit();
      }}
    />
  );
}
