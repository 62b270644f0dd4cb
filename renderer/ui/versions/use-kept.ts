import { useRef } from 'react';

/**
 * Keeps the record of an open form in hand when somebody else removes it: the form stays, with what was typed in it.
 * `address` says what is open; another one starts anew.
 */
export function useKept(address: string): {
  /** The record as it is now, or as it last was; undefined when it was never there. */
  keep<T>(found: T | undefined): T | undefined;
  /** Whether the one asked for in this rendering has been removed. */
  gone(): boolean;
} {
  const last = useRef<{ address: string; record: unknown }>({ address, record: undefined });
  if (last.current.address !== address) last.current = { address, record: undefined };
  let gone = false;
  return {
    keep<T>(found: T | undefined): T | undefined {
      if (found !== undefined) last.current = { address, record: found };
      gone = found === undefined && last.current.record !== undefined;
      return found ?? (last.current.record as T | undefined);
    },
    gone: () => gone,
  };
}
