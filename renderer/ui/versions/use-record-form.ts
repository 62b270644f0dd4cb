import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../transport/failure.ts';
import { issueSentence } from '../failure-text.ts';
import { useNotices } from '../notices.tsx';
import type { AnyDraft } from './use-draft.ts';
import { useMeeting } from './use-meeting.tsx';
import { type FieldWords, noWords } from './words.tsx';

/**
 * Saves a form over a record of its own: faults go to their fields, and what somebody else saved meanwhile is brought
 * together with what was typed.
 */
export function useRecordForm<T>(props: {
  readonly draft: AnyDraft;
  readonly words: FieldWords;
  readonly save: () => Promise<T>;
  readonly onSaved: (answer: T) => void;
  /** Reads the record again. */
  readonly refresh: () => Promise<unknown>;
  /** Puts the record back that somebody else removed. */
  readonly restore?: (() => Promise<unknown>) | undefined;
  /** The field that the path of a fault means; the path itself where nothing else is told. */
  readonly fieldOf?: (path: string) => string;
}): {
  readonly busy: boolean;
  /** In words, by field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly keep: () => Promise<void>;
  /** Of both versions, where a person has to choose. */
  readonly dialog: ReactNode;
} {
  const { draft, words, save, onSaved, refresh, restore, fieldOf = (path) => path } = props;
  const { t } = useTranslation('errors');
  const { fail } = useNotices();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const meeting = useMeeting({ draft, told: noWords, words, refresh, again: () => void keep(), restore });

  async function keep(): Promise<void> {
    setBusy(true);
    setErrors({});
    try {
      onSaved(await save());
    } catch (error) {
      if (meeting.conflict(error, true)) return;
      const issues = failureOf(error).issues ?? [];
      const told = Object.fromEntries(issues.map((i) => [fieldOf(i.path), issueSentence(t, i)]));
      // A form shows the faults of its own fields; one elsewhere would otherwise be refused without a word.
      if (issues.length === 0 || Object.keys(told).some((field) => !isFieldOf(draft.form, field)))
        fail(error);
      setErrors(told);
    } finally {
      setBusy(false);
    }
  }

  return { busy, errors, keep, dialog: meeting.dialog };
}

const isFieldOf = (form: unknown, field: string): boolean =>
  typeof form === 'object' && form !== null && field in form;
