import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { hasCode } from '../../transport/failure.ts';
import { platform } from '../../transport/platform.ts';
import { readDraft, writeDraft } from './draft.ts';
import { type IntakeForm, isUntouched } from './intake-form.ts';

/** `elsewhere`: another window keeps a draft of another case, and this one waits to be told which of them stays. */
export type DraftState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'elsewhere';

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
 * forgets it: after the case was made, or when the person starts afresh. There is one draft for each person; where
 * another window has kept one since `basis`, nothing of it is overwritten until `takeOver`.
 */
export function useAutosave(
  form: IntakeForm,
  basis: string | null,
): {
  state: DraftState;
  savedAt: string | null;
  drop: () => Promise<void>;
  takeOver: () => void;
} {
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>('clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latest = useRef(form);
  const written = useRef<string | null>(null);
  const dropped = useRef(false);
  const stamp = useRef<string | null | undefined>(basis);
  const running = useRef<Promise<void>>(Promise.resolve());
  latest.current = form;

  const saveNow = useCallback(async (): Promise<void> => {
    if (dropped.current || isUntouched(latest.current)) return;
    const draft = writeDraft(latest.current);
    if (draft === written.current) return;
    written.current = draft;
    setState('saving');
    try {
      const answer = await platform().client.call('cases.saveDraft', {
        draft,
        ...(stamp.current === undefined ? {} : { basis: stamp.current }),
      });
      stamp.current = answer.savedAt;
      setSavedAt(answer.savedAt);
      setState('saved');
    } catch (error) {
      written.current = null;
      setState(hasCode(error, 'conflict') ? 'elsewhere' : 'failed');
    }
  }, []);
  // One after the other: each goes on from the stamp that the one before it was given.
  const save = useCallback((): Promise<void> => {
    running.current = running.current.then(saveNow);
    return running.current;
  }, [saveNow]);

  useEffect(() => {
    if (isUntouched(form)) return;
    setState((before) => (before === 'saving' || before === 'elsewhere' ? before : 'waiting'));
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
    await running.current;
    await platform().client.call('cases.saveDraft', {
      draft: null,
      ...(stamp.current === undefined ? {} : { basis: stamp.current }),
    });
    written.current = null;
    setState('clean');
    setSavedAt(null);
  }, []);
  const takeOver = useCallback(() => {
    stamp.current = undefined;
    void save();
  }, [save]);
  return { state, savedAt, drop, takeOver };
}
