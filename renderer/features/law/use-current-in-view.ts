import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the open entry of a long list in sight when an address opens it. */
export function useCurrentInView(id: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return list;
}
