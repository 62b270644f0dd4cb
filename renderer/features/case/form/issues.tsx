import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';

interface ShownIssues {
  /** Path of a control → code of its fault, only for controls that were left or after an attempt to save. */
  readonly shown: ReadonlyMap<string, FieldIssue>;
  leave(path: string): void;
}

const IssuesContext = createContext<ShownIssues>({ shown: new Map(), leave: () => undefined });

export const useShownIssues = (): ShownIssues => useContext(IssuesContext);

export interface FormIssues extends ShownIssues {
  /** Shows every fault; true when there is none. */
  check(): boolean;
  /** Faults that only the core found. */
  refuse(issues: readonly FieldIssue[]): void;
}

/** Keeps back a fault until its control has been left, and shows all of them once saving was tried. */
export function useFormIssues(issues: readonly FieldIssue[]): FormIssues {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly FieldIssue[]>([]);
  const leave = useCallback(
    (path: string) => setLeft((before) => (before.has(path) ? before : new Set(before).add(path))),
    [],
  );
  const shown = useMemo(() => {
    const map = new Map<string, FieldIssue>();
    for (const issue of [...issues, ...refused]) {
      if ((tried || left.has(issue.path)) && !map.has(issue.path)) map.set(issue.path, issue);
    }
    return map;
  }, [issues, refused, left, tried]);
  const check = useCallback(() => {
    setTried(true);
    setRefused([]);
    return issues.length === 0;
  }, [issues]);
  const refuse = useCallback((found: readonly FieldIssue[]) => {
    setTried(true);
    setRefused(found);
  }, []);
  return useMemo(() => ({ shown, leave, check, refuse }), [shown, leave, check, refuse]);
}

export function IssuesProvider({ value, children }: { value: ShownIssues; children: ReactNode }) {
  return <IssuesContext value={value}>{children}</IssuesContext>;
}

const focusable = 'input:not([type=hidden]):not([tabindex="-1"]), textarea, select, button, [tabindex="0"]';

/** Brings the control of a path into view and into focus; false when it is not on the page. */
export function focusField(path: string, within: ParentNode = document): boolean {
  const holder = within.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
  if (!holder) return false;
  const control = holder.matches(focusable) ? holder : holder.querySelector<HTMLElement>(focusable);
  holder.scrollIntoView({ block: 'center' });
  control?.focus();
  return control !== null;
}

/** The first fault in the order of the page gets the focus; a path inside a list falls back to what holds it. */
export function focusFirst(paths: Iterable<string>, within: ParentNode = document): void {
  const wanted = new Set(paths);
  for (const holder of within.querySelectorAll<HTMLElement>('[data-field]')) {
    if (wanted.has(holder.dataset.field ?? '')) {
      focusField(holder.dataset.field ?? '', within);
      return;
    }
  }
  for (const path of wanted) {
    const shorter = path.replace(/\.[^.]+$/, '');
    if (focusField(shorter, within)) return;
  }
}
