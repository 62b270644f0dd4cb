import { useQueryClient } from '@tanstack/react-query';
import { Button, ConfigProvider, Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BinKind } from '../../../../shared/features/undo/undo.contract.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { failureOf } from '../../../transport/failure.ts';
import { focusFirstError } from '../../../ui/FormField.tsx';
import { isComposing } from '../../../ui/keyboard.ts';
import { useNotices } from '../../../ui/notices.tsx';
import type { AnyDraft } from '../../../ui/versions/use-draft.ts';
import { useMeeting } from '../../../ui/versions/use-meeting.tsx';
import { type FieldWord, type FieldWords, ToldWords } from '../../../ui/versions/words.tsx';
import { useRemoval } from '../../undo/use-removal.ts';
import { caseKey } from '../case.queries.ts';
import { focusField, focusFirst, IssuesProvider, useFormIssues } from '../form/issues.tsx';
import { usePlace } from '../use-place.ts';

interface Props {
  readonly title: string;
  readonly issues: readonly FieldIssue[];
  /** There is something to save, also where nothing was typed: a new record as it was proposed. */
  readonly dirty: boolean;
  /** The form, with the version that it is based on. */
  readonly draft: AnyDraft;
  /** Words for fields of the form that are no control with a label of its own: lists, and sums. */
  readonly words?: FieldWords;
  readonly save: () => Promise<unknown>;
  readonly onRemove?: (() => Promise<unknown>) | undefined;
  /** Puts the record back, when somebody else has removed it meanwhile. */
  readonly restore?: (() => Promise<unknown>) | undefined;
  /** In place of `onRemove`: the sheet shows first what removing would do. */
  readonly askRemove?: (() => void) | undefined;
  /** What would be removed: whatever rests on it is named first. */
  readonly removes?: { readonly kind: BinKind; readonly id: string } | undefined;
  readonly readOnly: boolean;
  readonly size?: number;
  readonly children: ReactNode;
}

/**
 * A record opened beside the page. Ctrl+Enter saves; closing with unsaved changes asks once. When somebody else was
 * quicker, what both typed is brought together, and where both changed the same field the person chooses.
 */
export function EditSheet(props: Props) {
  const { title, issues, dirty, draft, words, save, onRemove, askRemove, removes, restore } = props;
  const { readOnly, size = 640, children } = props;
  const { t } = useTranslation('case');
  const { t: tc } = useTranslation('common');
  const { t: tv } = useTranslation('versions');
  const { fail } = useNotices();
  const queries = useQueryClient();
  const { caseId, search, close } = usePlace();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const form = useFormIssues(issues);
  const mayRemove = useRemoval();
  const { focus } = search;
  const [told] = useState(() => new Map<string, FieldWord>());
  const meeting = useMeeting({
    draft,
    told,
    words,
    refresh: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
    again: () => saveNow.current(),
    restore,
  });

  useEffect(() => {
    // The drawer traps the focus once it stands; a field asked for by the address comes after that.
    const timer = window.setTimeout(() => {
      const within = root.current;
      if (!within) return;
      if (focus && focusField(focus, within)) return;
      if (!within.contains(document.activeElement) || document.activeElement === within) {
        within.querySelector<HTMLElement>('input, textarea')?.focus();
      }
    }, 120);
    return () => window.clearTimeout(timer);
  }, [focus]);

  const run = async (work: () => Promise<unknown>, saving: boolean): Promise<void> => {
    setBusy(true);
    try {
      await work();
      close();
    } catch (error) {
      if (meeting.conflict(error, saving)) return;
      form.refuse(failureOf(error).issues ?? []);
      fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(caseId) }));
    } finally {
      setBusy(false);
    }
  };
  const removeIfMeant = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      if (removes && !(await mayRemove(removes.kind, [removes.id], title))) return;
    } catch (error) {
      fail(error);
      return;
    }
    await run(work, false);
  };
  const trySave = (): void => {
    if (busy || readOnly) return;
    // What the core refused last time is forgotten before the fields are looked at: it may be mended by now.
    let sound = false;
    flushSync(() => {
      sound = form.check();
    });
    if (!sound) {
      const paths = issues.map((i) => i.path);
      requestAnimationFrame(() => focusFirst(paths, root.current ?? document));
      return;
    }
    if (root.current?.querySelector('[aria-invalid="true"]')) {
      focusFirstError(root.current);
      return;
    }
    if (dirty) void run(save, true);
    else close();
  };
  const saveNow = useRef(trySave);
  saveNow.current = trySave;
  const leave = (): void => {
    if (dirty && !readOnly && !asking) setAsking(true);
    else close();
  };

  return (
    <Drawer
      open
      onClose={leave}
      size={size}
      title={title}
      footer={
        <div className="gd-sheet-foot">
          {asking ? (
            <>
              <span className="gd-amber" role="alert">
                {t('sheet.unsaved')}
              </span>
              <Button onClick={close}>{t('sheet.discard')}</Button>
              <Button onClick={() => setAsking(false)}>{t('sheet.goOn')}</Button>
            </>
          ) : (
            <>
              {(onRemove ?? askRemove) && !readOnly && (
                <Button
                  danger
                  type="text"
                  disabled={busy}
                  onClick={() => (onRemove ? void removeIfMeant(onRemove) : askRemove?.())}
                >
                  {t('action.remove')}
                </Button>
              )}
              <span className="gd-spring" />
              <Button onClick={leave}>{tc(readOnly ? 'action.close' : 'action.cancel')}</Button>
            </>
          )}
          {!readOnly && (
            <Button type="primary" loading={busy} onClick={trySave}>
              {tc('action.save')}
              <kbd className="gd-kbd">Ctrl ↵</kbd>
            </Button>
          )}
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter of any control inside */}
      <div
        ref={root}
        className="gd-sheet"
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !isComposing(e)) {
            e.preventDefault();
            e.stopPropagation();
            // A date is read from its field by this very key: it is in the form only after the next rendering.
            window.setTimeout(() => saveNow.current());
          }
        }}
      >
        {draft.moved && dirty && <p className="note note-amber">{tv('behind')}</p>}
        <ToldWords value={told}>
          <IssuesProvider value={form}>
            {/* A fieldset alone leaves the library's own controls open to the mouse. */}
            <ConfigProvider componentDisabled={readOnly}>
              <fieldset disabled={readOnly} className="gd-plain-fieldset">
                {children}
              </fieldset>
            </ConfigProvider>
          </IssuesProvider>
        </ToldWords>
        {meeting.dialog}
      </div>
    </Drawer>
  );
}
