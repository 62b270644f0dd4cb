import { useEffect, useState } from 'react';

/** The value once it has stood still for `ms`: a check for each letter would be thrown away by the next. */
export function useSettled<T>(value: T, ms: number): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), ms);
    return () => window.clearTimeout(timer);
  }, [text, ms]);
  return JSON.parse(settled) as T;
}
