import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Merged, type RowNames, sameValue, threeWay } from './three-way.ts';

/** What a form was read from: the version of the record, and of the case around it. */
export interface Stamp {
  /** Counts for a conflict: of the record, or of the case where the form is about the case itself. */
  readonly version: number;
  /** Of the case. */
  readonly file: number;
}

/** A form with the version of the record that it is based on. */
export interface Draft<F> {
  readonly form: F;
  /** What the form was read from, unchanged. */
  readonly initial: F;
  readonly dirty: boolean;
  readonly set: (next: F | ((now: F) => F)) => void;
  /** The version that the form is based on. */
  readonly stamp: Stamp;
  readonly rows: RowNames;
  /** The record has a newer version than the one that the form is based on. */
  readonly moved: boolean;
  /** What the newest version and the form make together. */
  meet(): Merged<F>;
  /** From now on the form is based on the newest version. */
  settle(form: F): void;
}

/** What a dialog or a sheet needs of a draft whose shape it does not know. */
export type AnyDraft = Pick<Draft<unknown>, 'moved' | 'rows' | 'form' | 'stamp'> & {
  meet(): Merged<unknown>;
  settle(form: never): void;
};

interface State<F> {
  readonly form: F;
  readonly initial: F;
  readonly stamp: Stamp;
}

export interface DraftOptions {
  readonly isNew?: boolean;
  readonly rows?: RowNames;
  /** What the form is read from comes apart from the version, and maybe a moment later. */
  readonly follows?: boolean;
}

/**
 * A form over a record that others may change behind it. As long as nobody has typed, it follows the record; then it
 * stays on the version it was opened with until the two are brought together.
 * @param read the newest version as a form.
 * @param stamp of the newest version.
 * @param isNew there is no other version.
 */
export function useDraft<F>(
  read: () => F,
  stamp: Stamp,
  { isNew = false, rows = {}, follows = false }: DraftOptions = {},
): Draft<F> {
  const [state, setState] = useState<State<F>>(() => {
    const form = read();
    return { form, initial: form, stamp };
  });
  const newest = useRef({ read, stamp, isNew, rows });
  newest.current = { read, stamp, isNew, rows };
  const dirty = state.form !== state.initial;
  const moved = state.stamp.version !== stamp.version;

  const set = useCallback<Draft<F>['set']>((next) => {
    setState((now) => ({
      ...now,
      form: typeof next === 'function' ? (next as (form: F) => F)(now.form) : next,
    }));
  }, []);
  const meet = useCallback(() => {
    const { read: readNow, isNew: only, rows: names } = newest.current;
    return threeWay(state.initial, state.form, only ? state.initial : readNow(), names);
  }, [state]);
  const settle = useCallback((form: F) => {
    const { read: readNow, stamp: stampNow, isNew: only } = newest.current;
    setState((now) => {
      const initial = only ? now.initial : readNow();
      // Nothing of one's own is left: there is nothing to save.
      return { form: sameValue(form, initial) ? initial : form, initial, stamp: stampNow };
    });
  }, []);

  const stale = !moved && !dirty && follows && !sameValue(read(), state.initial);
  useEffect(() => {
    if (!(moved || stale) || dirty) return;
    setState((now) => {
      const { read: readNow, stamp: stampNow, isNew: only } = newest.current;
      if (now.form !== now.initial) return now;
      const form = only ? now.initial : readNow();
      return sameValue(form, now.initial)
        ? { ...now, stamp: stampNow }
        : { form, initial: form, stamp: stampNow };
    });
  }, [moved, stale, dirty]);

  return useMemo(
    () => ({ ...state, dirty, set, rows, moved, meet, settle }),
    [state, dirty, set, rows, moved, meet, settle],
  );
}
