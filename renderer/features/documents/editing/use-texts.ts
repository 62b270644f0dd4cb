import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { platform } from '../../../transport/platform.ts';
import { caseKey } from '../../case/case.queries.ts';
import { type History, noHistory, noteChange, stepBack, stepOn } from './history.ts';

type Texts = Output<'documents.texts'>['texts'];
type Values = Readonly<Record<string, string>>;
export type SavedState = 'clean' | 'waiting' | 'kept' | 'failed';

/** A pause in typing after which the text is kept, in milliseconds. */
const keepAfterMs = 700;

/**
 * The texts of a paper while they are written. They are kept in the encrypted record shortly after each change, apart
 * from the case, so that a crash or the lock loses nothing; saving puts them into the case.
 */
export function useTexts(caseId: string, texts: Texts) {
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(texts.map((t) => [t.field, t.draft?.text ?? t.text])),
  );
  const [base, setBase] = useState<Values>(() => Object.fromEntries(texts.map((t) => [t.field, t.text])));
  const [state, setState] = useState<SavedState>('clean');
  const histories = useRef<Record<string, History>>({});
  const kept = useRef<Record<string, string>>({});
  const latest = useRef({ values, base });
  latest.current = { values, base };

  const put = useCallback((field: string, text: string): void => {
    latest.current = { ...latest.current, values: { ...latest.current.values, [field]: text } };
    setValues(latest.current.values);
    setState('waiting');
  }, []);
  const historyOf = (field: string): History => histories.current[field] ?? noHistory;
  const write = useCallback(
    (field: string, text: string, typing: boolean): void => {
      const before = latest.current.values[field] ?? '';
      if (before === text) return;
      histories.current[field] = noteChange(
        histories.current[field] ?? noHistory,
        before,
        performance.now(),
        typing,
      );
      put(field, text);
    },
    [put],
  );
  const step = (field: string, forward: boolean): void => {
    const move = (forward ? stepOn : stepBack)(historyOf(field), values[field] ?? '');
    if (!move) return;
    histories.current[field] = move.history;
    put(field, move.text);
  };

  const keep = useCallback(async (): Promise<void> => {
    const now = latest.current;
    const changed = Object.keys(now.values).filter(
      (field) => now.values[field] !== (kept.current[field] ?? now.base[field]),
    );
    try {
      for (const field of changed) {
        const text = now.values[field] ?? '';
        await platform().client.call('documents.keepText', {
          caseId,
          field,
          text: text === now.base[field] ? null : text,
          base: now.base[field] ?? '',
        });
        kept.current[field] = text;
      }
      setState('kept');
    } catch {
      setState('failed');
    }
  }, [caseId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the texts starts the pause anew
  useEffect(() => {
    if (state !== 'waiting') return;
    const timer = window.setTimeout(() => void keep(), keepAfterMs);
    return () => window.clearTimeout(timer);
  }, [values, state, keep]);

  const changed = Object.keys(values).filter((field) => values[field] !== base[field]);
  /** @throws CallFailure, `conflict` when somebody else changed one of the texts. */
  const save = useCallback(async (): Promise<void> => {
    const now = latest.current;
    const fields = Object.keys(now.values).filter((field) => now.values[field] !== now.base[field]);
    if (fields.length === 0) return;
    await platform().client.call('documents.saveTexts', {
      caseId,
      texts: fields.map((field) => ({
        field,
        text: now.values[field] ?? '',
        base: now.base[field] ?? '',
      })),
    });
    kept.current = { ...now.values };
    latest.current = { ...latest.current, base: now.values };
    setBase(now.values);
    setState('clean');
    await queries.invalidateQueries({ queryKey: caseKey(caseId) });
    void queries.invalidateQueries({ queryKey: ['document'] });
  }, [caseId, queries]);
  /** Back to what the case says. */
  const discard = async (field: string): Promise<void> => {
    write(field, base[field] ?? '', false);
    await keep();
  };

  return {
    values,
    base,
    changed,
    state,
    write,
    step,
    save,
    discard,
    canStep: (field: string, forward: boolean): boolean =>
      (forward ? historyOf(field).future : historyOf(field).past).length > 0,
  };
}
