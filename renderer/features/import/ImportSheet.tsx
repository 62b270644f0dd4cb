import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, InputNumber, Progress } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { parseBlock } from '../../../shared/features/group/group.paste.ts';
import type { Correction } from '../../../shared/features/transfer/sheet.ts';
import { platform } from '../../transport/platform.ts';
import { ErrorState, Loading } from '../../ui/DataState.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useToday } from '../../ui/today.ts';
import { parsePeriod } from '../case/arrears/period.ts';
import { useChange } from '../case/case.queries.ts';
import { useProgress } from '../documents/use-progress.ts';
import { ColumnMatching } from './ColumnMatching.tsx';
import type { Mapping } from './columns.ts';
import './import.css';
import { Select } from '../../ui/Select.tsx';
import { ImportPreview } from './ImportPreview.tsx';

type Read = Output<'transfer.read'>;
type Done = Output<'transfer.import'>;

interface Source {
  readonly token: string;
  readonly read: Read;
  readonly mapping: Mapping;
  readonly defaultYear: number | null;
  /** As typed; asked for when the file does not say. */
  readonly period: string;
  readonly corrections: readonly Correction[];
}

/** A roster from a spreadsheet into the case: file, columns, what would happen, result. Nothing changes before the end. */
export function ImportSheet({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('import-ui');
  const { t: tc } = useTranslation('common');
  const { fail } = useNotices();
  const { i18n } = useTranslation();
  const change = useChange(caseId);
  const long = useProgress();
  const id = useId();
  const [source, setSource] = useState<Source | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [asking, setAsking] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const year = Number(useToday().slice(0, 4));

  const read = useMutation({
    mutationFn: async (from: { token: string; sheet: number }): Promise<Source> => {
      const result = await platform().client.call('transfer.read', from);
      return {
        token: from.token,
        read: result,
        mapping: result.mapping,
        defaultYear: result.needsYear ? year : null,
        period: '',
        corrections: [],
      };
    },
    onSuccess: setSource,
  });
  const take = async (pick: () => Promise<{ token: string } | null>): Promise<void> => {
    read.reset();
    try {
      const file = await pick();
      if (file) await read.mutateAsync({ token: file.token, sheet: 0 }).catch(() => undefined);
    } catch (error) {
      fail(error);
    }
  };
  const input = source && {
    token: source.token,
    sheet: source.read.sheet,
    mapping: source.mapping,
    defaultYear: source.defaultYear,
    defaultPeriod: source.read.needsPeriod ? parsePeriod(source.period) : null,
    corrections: [...source.corrections],
  };
  const fix = (one: Correction): void =>
    setSource(
      (before) =>
        before && {
          ...before,
          corrections: [
            ...before.corrections.filter((c) => c.row !== one.row || c.column !== one.column),
            one,
          ],
        },
    );
  const leave = (): void => {
    if (source && source.corrections.length > 0 && !done && !asking) setAsking(true);
    else onClose();
  };
  const preview = useQuery({
    queryKey: ['case', 'one', caseId, 'import', input] as const,
    enabled: input !== null && done === null,
    queryFn: () => {
      if (!input) throw new Error('No file is chosen');
      return platform().client.call('transfer.preview', { caseId, ...input });
    },
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const bringIn = async (): Promise<void> => {
    if (!input) return;
    try {
      setDone(await long.run((callId) => change('transfer.import', input, { callId })));
    } catch (error) {
      fail(error, () => void preview.refetch());
    }
  };
  const saveFile = async (make: () => Promise<{ token: string; fileName: string }>): Promise<void> => {
    try {
      const { token, fileName } = await make();
      await platform().saveFile(token, fileName);
    } catch (error) {
      fail(error);
    }
  };
  const errorFile = (): Promise<void> =>
    saveFile(() => {
      if (!input) throw new Error('No file is chosen');
      return platform().client.call('transfer.errorFile', { caseId, ...input, language });
    });

  const counts = preview.data?.counts;
  const ready = counts !== undefined && counts.add + counts.update > 0;
  return (
    <Drawer
      open
      onClose={leave}
      size={1120}
      title={source && !done ? t('titleOf', { name: source.read.fileName }) : t('title')}
      footer={
        <div className="gd-sheet-foot">
          {long.progress ? (
            <>
              <Progress
                size="small"
                showInfo={false}
                percent={
                  long.progress.total ? Math.floor((100 * long.progress.done) / long.progress.total) : 0
                }
              />
              <Button onClick={long.cancel}>{tc('action.cancel')}</Button>
            </>
          ) : done ? (
            <>
              {done.rejected > 0 && <Button onClick={() => void errorFile()}>{t('saveErrors')}</Button>}
              {done.rejected > 0 && (
                <Button
                  onClick={() => {
                    setDone(null);
                    void preview.refetch();
                  }}
                >
                  {t('fixRest')}
                </Button>
              )}
              <span className="gd-spring" />
              <Button type="primary" onClick={onClose}>
                {t('finish')}
              </Button>
            </>
          ) : asking ? (
            <>
              <span className="gd-amber" role="alert">
                {t('unsaved')}
              </span>
              <span className="gd-spring" />
              <Button onClick={onClose}>{t('discard')}</Button>
              <Button type="primary" onClick={() => setAsking(false)}>
                {t('goOn')}
              </Button>
            </>
          ) : (
            <>
              {source && <Button onClick={() => setSource(null)}>{t('otherFile')}</Button>}
              {counts && counts.error + counts.conflict > 0 && (
                <Button onClick={() => void errorFile()}>{t('saveErrors')}</Button>
              )}
              <span className="gd-spring" />
              {source && source.corrections.length > 0 && (
                <>
                  <span className="gd-quiet">{t('fixed', { count: source.corrections.length })}</span>
                  <Button type="text" onClick={() => setSource({ ...source, corrections: [] })}>
                    {t('unfix')}
                  </Button>
                </>
              )}
              <Button onClick={leave}>{tc('action.cancel')}</Button>
              {source && (
                <Button type="primary" disabled={!ready || preview.isFetching} onClick={() => void bringIn()}>
                  {counts ? t('import', { count: counts.add + counts.update }) : t('importPlain')}
                </Button>
              )}
            </>
          )}
        </div>
      }
    >
      {done ? (
        <Result done={done} />
      ) : source ? (
        <div className="gd-import">
          {(source.read.sheets.length > 1 || source.read.needsYear || source.read.needsPeriod) && (
            <div className="gd-import-choices">
              {source.read.sheets.length > 1 && (
                <label htmlFor={`${id}sheet`}>
                  <span>{t('sheet')}</span>
                  <Select
                    id={`${id}sheet`}
                    value={source.read.sheet}
                    onChange={(sheet: number) => read.mutate({ token: source.token, sheet })}
                    options={source.read.sheets.map((s, value) => ({
                      value,
                      label: t('sheetOption', { name: s.name, count: s.rows }),
                    }))}
                    style={{ minWidth: 200 }}
                  />
                </label>
              )}
              {source.read.needsYear && (
                <label htmlFor={`${id}year`}>
                  <span>{t('year')}</span>
                  <InputNumber
                    id={`${id}year`}
                    min={1990}
                    max={2100}
                    value={source.defaultYear}
                    onChange={(v) => setSource({ ...source, defaultYear: v })}
                  />
                  <span className="gd-quiet">{t('yearHelp')}</span>
                </label>
              )}
              {source.read.needsPeriod && (
                <label htmlFor={`${id}period`}>
                  <span>{t('period')}</span>
                  <Input
                    id={`${id}period`}
                    value={source.period}
                    onChange={(e) => setSource({ ...source, period: e.target.value })}
                    style={{ width: 190 }}
                  />
                  <span className="gd-quiet">{t('periodHelp')}</span>
                </label>
              )}
            </div>
          )}
          <ColumnMatching
            headers={source.read.headers}
            sample={source.read.sample}
            mapping={source.mapping}
            proposed={source.read.mapping}
            confidence={source.read.confidence}
            onChange={(mapping) => setSource({ ...source, mapping })}
          />
          {preview.data ? (
            <ImportPreview preview={preview.data} headerRow={source.read.headerRow} onFix={fix} />
          ) : preview.isError ? (
            <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
          ) : (
            <Loading />
          )}
        </div>
      ) : (
        <Choose
          busy={read.isPending}
          error={read.error}
          onPick={() => void take(() => platform().pickFile('spreadsheet'))}
          onDrop={(file) => void take(() => platform().dropFile(file))}
          onTemplate={() => void saveFile(() => platform().client.call('transfer.template', { language }))}
        />
      )}
    </Drawer>
  );
}

/** Cells as a file of comma separated values. */
const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

function Choose(props: {
  busy: boolean;
  error: unknown;
  onPick: () => void;
  onDrop: (file: File) => void;
  onTemplate: () => void;
}) {
  const { busy, error, onPick, onDrop, onTemplate } = props;
  const { t } = useTranslation('import-ui');
  const failureText = useFailureText();
  const [over, setOver] = useState(false);
  const taken = useRef(onDrop);
  taken.current = busy ? () => undefined : onDrop;
  const pastedName = t('pasted');
  // A block copied in a spreadsheet, or a file copied in its folder, comes in wherever the focus is.
  useEffect(() => {
    const onPaste = (e: ClipboardEvent): void => {
      const file = e.clipboardData?.files[0];
      const text = e.clipboardData?.getData('text/plain') ?? '';
      if (file) taken.current(file);
      else if (/[\t\n]/.test(text.trim())) taken.current(new File([csvOf(parseBlock(text))], pastedName));
      else return;
      e.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [pastedName]);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className={over ? 'gd-drop gd-drop-over' : 'gd-drop'}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          const [file] = e.dataTransfer.files;
          if (file) onDrop(file);
        }}
      >
        <Icon name="document" size={28} />
        <p>{t('drop')}</p>
        <Button type="primary" loading={busy} onClick={onPick} autoFocus>
          {t('pick')}
        </Button>
        <p className="gd-quiet">{t('formats')}</p>
      </div>
      {error !== null && error !== undefined && (
        <p className="gd-import-failure" role="alert">
          <Icon name="warning" size={15} /> {failureText(error)}
        </p>
      )}
      <p className="gd-quiet gd-template">
        {t('templateHelp')}{' '}
        <button type="button" className="gd-linkish" onClick={onTemplate}>
          {t('template')}
        </button>
      </p>
    </>
  );
}

function Result({ done }: { done: Done }) {
  const { t } = useTranslation('import-ui');
  return (
    <div className="gd-import-done" role="status">
      <p className="gd-big">
        <Icon name="check" size={20} /> {t('done', { count: done.added + done.updated })}
      </p>
      <dl className="gd-facts">
        <dt>{t('count.add')}</dt>
        <dd className="tabular">{done.added}</dd>
        <dt>{t('count.update')}</dt>
        <dd className="tabular">{done.updated}</dd>
        <dt>{t('count.same')}</dt>
        <dd className="tabular">{done.same}</dd>
        <dt>{t('count.error')}</dt>
        <dd className="tabular">{done.rejected}</dd>
      </dl>
      {done.rejected > 0 && <p className="note note-amber">{t('rejectedHelp')}</p>}
    </div>
  );
}
