import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { platform } from '../../transport/platform.ts';
import { readDraft, writeDraft } from './draft.ts';
import { type IntakeForm, isUntouched } from './intake-form.ts';

export type DraftState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface Restored {
  readonly form: IntakeForm;
  readonly savedAt: string | null;
}

/** The draft of the last visit; null when there is none or it cannot be read. */
export async function loadDraft(today: PlainDate): Promise<Restored | null> {
  const { draft, savedAt } = await platform().client.call('cases.draft', {});
  const form = draft === null ? null : readDraft(draft, today);
  return form ? { form, savedAt } : null;
}

/**
 * Keeps the form in the encrypted record one second after the last change, and at once when the page is left. `drop`
 * forgets it: after the case was made, or when the person starts afresh.
 */
export function useAutosave(form: IntakeForm): {
  state: DraftState;
  savedAt: string | null;
  drop: () => Promise<void>;
} {
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>('clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latest = useRef(form);
  const written = useRef<string | null>(null);
  const dropped = useRef(false);
  latest.current = form;

  const save = useCallback(async (): Promise<void> => {
    if (dropped.current || isUntouched(latest.current)) return;
    const text = writeDraft(latest.current);
    if (text === written.current) return;
    written.current = text;
    setState('saving');
    try {
      const answer = await platform().client.call('cases.saveDraft', { draft: text });
      setSavedAt(answer.savedAt);
      setState('saved');
    } catch {
      written.current = null;
      setState('failed');
    }
  }, []);

  useEffect(() => {
    if (isUntouched(form)) return;
    setState((before) => (before === 'saving' ? before : 'waiting'));
    const timer = window.setTimeout(() => void save(), 1_000);
    return () => window.clearTimeout(timer);
  }, [form, save]);

  useEffect(
    () => () => {
      void save();
      queries.removeQueries({ queryKey: ['case', 'draft'] });
    },
    [save, queries],
  );

  const drop = useCallback(async () => {
    dropped.current = true;
    await platform().client.call('cases.saveDraft', { draft: null });
    written.current = null;
    setState('clean');
    setSavedAt(null);
  }, []);
  return { state, savedAt, drop };
}
