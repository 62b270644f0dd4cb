import { Input, type InputRef } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';

/** `110101199001010015` → `110101 19900101 0015`, as far as typed. */
export function groupPersonId(number: string): string {
  return [number.slice(0, 6), number.slice(6, 14), number.slice(14)].filter(Boolean).join(' ');
}

/** What counts of a typed or pasted number: digits and letters, half-width, X in capitals. */
export function significantPersonId(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .slice(0, 18);
}

/** An 18-digit identity number, grouped 6-8-4 while it is typed. The value carries no blanks. */
export function PersonIdInput(props: {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}) {
  const { value, onChange, onBlur, id, disabled, ...aria } = props;
  const ref = useRef<InputRef>(null);
  const caret = useRef<number | null>(null);
  // While an input method composes, the text is its own and must not be regrouped.
  const [composing, setComposing] = useState<string | null>(null);
  const shown = composing ?? groupPersonId(value);

  useLayoutEffect(() => {
    const input = ref.current?.input;
    if (!input || caret.current === null || document.activeElement !== input) return;
    let at = 0;
    for (let left = caret.current; left > 0 && at < shown.length; at++) if (shown[at] !== ' ') left--;
    input.setSelectionRange(at, at);
    caret.current = null;
  });

  function take(text: string, at: number | null): void {
    caret.current = at === null ? null : significantPersonId(text.slice(0, at)).length;
    onChange(significantPersonId(text));
  }

  return (
    <Input
      {...aria}
      {...(id ? { id } : {})}
      ref={ref}
      className="tabular"
      value={shown}
      disabled={disabled ?? false}
      autoComplete="off"
      spellCheck={false}
      onCompositionStart={() => setComposing(shown)}
      onCompositionEnd={(e) => {
        setComposing(null);
        take(e.currentTarget.value, e.currentTarget.selectionStart);
      }}
      onChange={(e) => {
        if (composing !== null) setComposing(e.target.value);
        else take(e.target.value, e.target.selectionStart);
      }}
      onBlur={() => {
        setComposing(null);
        onBlur?.();
      }}
    />
  );
}
