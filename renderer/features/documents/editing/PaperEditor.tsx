import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { type FormId, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import { codePointLength } from '../../../../shared/kernel/text.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { hasCode } from '../../../transport/failure.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { isComposing } from '../../../ui/keyboard.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { instantText } from '../../../ui/today.ts';
import { caseKey } from '../../case/case.queries.ts';
import { usePlace } from '../../case/use-place.ts';
import { paragraphAt } from './history.ts';
import { InsertPanel } from './InsertPanel.tsx';
import { LivePreview } from './LivePreview.tsx';
import { useLive } from './use-live.ts';
import { useTexts } from './use-texts.ts';
import './editing.css';

type Language = 'zh-CN' | 'en';
type Loaded = Output<'documents.texts'>;

interface Paper {
  readonly formId: FormId;
  readonly memberId: string | null;
}

/** The texts of one paper beside the paper itself. */
export function PaperEditor({
  caseId,
  paper,
  language,
  readOnly,
}: {
  caseId: string;
  paper: Paper;
  language: Language;
  readOnly: boolean;
}) {
  const { t } = useTranslation('editing');
  const pick = useBilingual();
  const { close } = usePlace();
  const query = useQuery({
    ...callQuery(
      [...caseKey(caseId), 'texts', paper.formId, paper.memberId, language] as const,
      'documents.texts',
      { caseId, paper, language },
    ),
    // Somebody else's words must not slip in under those that are being written.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
    gcTime: 0,
  });
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (query.isFetchedAfterMount && query.data) setLoaded((before) => before ?? query.data);
  }, [query.isFetchedAfterMount, query.data]);
  // The editor says itself how it is left, so that nothing is lost on the way.
  const leave = useRef<() => void>(close);
  const title = `${t('title')} · ${pick(formTitles[paper.formId])}`;
  return (
    <Drawer
      open
      size="100%"
      title={title}
      onClose={() => leave.current()}
      styles={{ body: { padding: 0 } }}
      className="gd-editor-drawer"
      keyboard={false}
    >
      {!loaded ? (
        <DataState query={query} rows={12}>
          {() => null}
        </DataState>
      ) : loaded.texts.length === 0 ? (
        <EmptyState title={t('noTexts')} text={t('noTextsHelp')} />
      ) : (
        <Editor
          caseId={caseId}
          paper={paper}
          language={language}
          loaded={loaded}
          placeholders={query.data?.placeholders ?? loaded.placeholders}
          readOnly={readOnly}
          leave={leave}
          label={title}
        />
      )}
    </Drawer>
  );
}

function Editor({
  caseId,
  paper,
  language,
  loaded,
  placeholders,
  readOnly,
  leave,
  label,
}: {
  caseId: string;
  paper: Paper;
  language: Language;
  loaded: Loaded;
  placeholders: Loaded['placeholders'];
  readOnly: boolean;
  leave: React.RefObject<() => void>;
  label: string;
}) {
  const { t } = useTranslation('editing');
  const { t: tc } = useTranslation('common');
  const { fail, say } = useNotices();
  const { close, search } = usePlace();
  const texts = useTexts(caseId, loaded.texts);
  const [busy, setBusy] = useState(false);
  const [caret, setCaret] = useState<{ field: string; paragraph: number } | null>(null);
  const areas = useRef(new Map<string, HTMLTextAreaElement>());
  const active = useRef(search.focus ?? loaded.texts[0]?.field ?? '');
  const changed = useMemo(
    () => texts.changed.map((field) => ({ field, text: texts.values[field] ?? '' })),
    [texts.changed, texts.values],
  );
  const { live, error, retry } = useLive({ caseId, paper, language, texts: changed, focus: caret });

  useEffect(() => {
    // The drawer traps the focus once it stands.
    const timer = window.setTimeout(() => areas.current.get(active.current)?.focus(), 150);
    return () => window.clearTimeout(timer);
  }, []);

  const save = async (): Promise<boolean> => {
    if (readOnly || busy) return !busy;
    setBusy(true);
    try {
      await texts.save();
      return true;
    } catch (reason) {
      // What was written stays here and is kept; nothing is read over it.
      if (hasCode(reason, 'conflict')) say(t('conflict'));
      else fail(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  leave.current = () => void save().then((saved) => saved && close());
  // However the page is left: by the address, or by the button back.
  const latest = useRef(texts.save);
  latest.current = texts.save;
  useEffect(
    () => () => {
      if (!readOnly) void latest.current().catch(() => undefined);
    },
    [readOnly],
  );

  const insert = (piece: string): void => {
    const field = active.current;
    const area = areas.current.get(field);
    const text = texts.values[field] ?? '';
    const at = area?.selectionStart ?? text.length;
    const end = area?.selectionEnd ?? at;
    texts.write(field, text.slice(0, at) + piece + text.slice(end), false);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  const selection = (): string => {
    const area = areas.current.get(active.current);
    if (!area) return '';
    const { selectionStart: from, selectionEnd: to, value } = area;
    return from === to ? value : value.slice(from, to);
  };
  const follow = useCallback((field: string, area: HTMLTextAreaElement): void => {
    active.current = field;
    const paragraph = paragraphAt(area.value, area.selectionStart);
    setCaret((before) =>
      before?.field === field && before.paragraph === paragraph ? before : { field, paragraph },
    );
  }, []);
  const onKey = (field: string, e: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(e) || !(e.ctrlKey || e.metaKey)) return;
    const key = e.key.toLowerCase();
    if (key === 's' || key === 'enter') {
      e.preventDefault();
      void save();
    } else if (key === 'z' || key === 'y') {
      e.preventDefault();
      e.stopPropagation();
      texts.step(field, key === 'y' || e.shiftKey);
    }
  };
  const groups = [...Map.groupBy(loaded.texts, (text) => text.group.zh).values()];
  const elsewhere = (live?.warnings ?? []).filter(
    (w) => !loaded.texts.some((text) => text.field === w.field),
  );

  return (
    <div className="gd-editor">
      <InsertPanel
        language={language}
        placeholders={placeholders}
        readOnly={readOnly}
        onInsert={insert}
        selection={selection}
      />
      <div className="gd-editor-texts">
        <div className="gd-editor-bar">
          <Button
            size="small"
            disabled={!texts.canStep(active.current, false)}
            onClick={() => texts.step(active.current, false)}
          >
            {tc('action.undo')}
          </Button>
          <Button
            size="small"
            disabled={!texts.canStep(active.current, true)}
            onClick={() => texts.step(active.current, true)}
          >
            {t('redo')}
          </Button>
          <span className="gd-quiet gd-editor-state" role="status">
            {texts.changed.length === 0
              ? t('state.saved')
              : t(`state.${texts.state === 'clean' ? 'waiting' : texts.state}`)}
          </span>
          <span className="gd-spring" />
          {!readOnly && (
            <Button
              size="small"
              type="primary"
              loading={busy}
              disabled={texts.changed.length === 0}
              onClick={() => void save()}
            >
              {t('saveAll')}
              <kbd className="gd-kbd">Ctrl S</kbd>
            </Button>
          )}
        </div>
        {language === 'en' && <p className="note note-amber">{t('sharedText')}</p>}
        {!readOnly && (
          <details className="gd-quiet gd-editor-help">
            <summary>{t('how.title')}</summary>
            <ul>
              {(['texts', 'insert', 'kept', 'preview'] as const).map((part) => (
                <li key={part}>{t(`how.${part}`)}</li>
              ))}
            </ul>
          </details>
        )}
        {groups.map((own) => (
          <Group
            key={own[0]?.group.zh}
            fields={own}
            texts={texts}
            warnings={live?.warnings ?? []}
            readOnly={readOnly}
            areas={areas.current}
            onFollow={follow}
            onKey={onKey}
          />
        ))}
        {elsewhere.length > 0 && (
          <p className="gd-quiet gd-editor-elsewhere">{t('elsewhere', { count: elsewhere.length })}</p>
        )}
      </div>
      <LivePreview live={live} error={error} onRetry={retry} label={label} />
    </div>
  );
}

function Group({
  fields,
  texts,
  warnings,
  readOnly,
  areas,
  onFollow,
  onKey,
}: {
  fields: Loaded['texts'];
  texts: ReturnType<typeof useTexts>;
  warnings: Output<'documents.live'>['warnings'];
  readOnly: boolean;
  areas: Map<string, HTMLTextAreaElement>;
  onFollow: (field: string, area: HTMLTextAreaElement) => void;
  onKey: (field: string, e: React.KeyboardEvent<HTMLTextAreaElement>) => void;
}) {
  const { t } = useTranslation('editing');
  const pick = useBilingual();
  const [first] = fields;
  return (
    <section>
      {first && <h3>{pick(first.group)}</h3>}
      {fields.map(({ field, label, hint, draft }) => {
        const value = texts.values[field] ?? '';
        const own = warnings.filter((w) => w.field === field && w.code !== 'missing');
        const id = `text-${field}`;
        return (
          <div key={field} className="gd-editor-field" data-field={field}>
            <label htmlFor={id}>
              {pick(label)}
              <span className="gd-quiet tabular">{t('characters', { count: codePointLength(value) })}</span>
            </label>
            {hint && <p className="gd-quiet">{pick(hint)}</p>}
            {draft && value === draft.text && texts.base[field] !== value && (
              <p className={draft.stale ? 'note note-amber' : 'gd-quiet'}>
                {t(draft.stale ? 'restoredStale' : 'restored', {
                  at: instantText(draft.savedAt).slice(0, 16),
                })}{' '}
                <button type="button" className="gd-linkish" onClick={() => void texts.discard(field)}>
                  {t('discard')}
                </button>
              </p>
            )}
            <Input.TextArea
              id={id}
              ref={(area) => {
                const element = area?.resizableTextArea?.textArea;
                if (element) areas.set(field, element);
                else areas.delete(field);
              }}
              rows={fields.length === 1 ? 16 : 6}
              readOnly={readOnly}
              value={value}
              onChange={(e) => {
                texts.write(field, e.target.value, true);
                onFollow(field, e.target);
              }}
              onSelect={(e) => onFollow(field, e.currentTarget)}
              onKeyDown={(e) => onKey(field, e)}
            />
            {own.map((w) => (
              <p key={`${w.code}${w.label.zh}`} className={w.severity === 'error' ? 'gd-red' : 'gd-amber'}>
                <Icon name="warning" size={13} /> {pick(w.label)}
              </p>
            ))}
          </div>
        );
      })}
    </section>
  );
}
