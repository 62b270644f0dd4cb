import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Modal, Progress, Segmented } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRecord, PaperWarning } from '../../../shared/features/documents/documents.contract.ts';
import { useBilingual } from '../../app/i18n.ts';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState, ErrorState, Loading } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { caseKey, papersQuery, planQuery } from '../case/case.queries.ts';
import { searchOf } from '../case/case.search.ts';
import { resolveField } from '../case/field-link.ts';
import type { TabProps } from '../case/tabs/tab.ts';
import { usePlace } from '../case/use-place.ts';
import './documents.css';
import { PdfViewer } from './PdfViewer.tsx';
import { groupPlan, newestPapers, type PaperState, type PlanEntry, paperKey, paperState } from './paper.ts';
import { printPdf } from './pdf.ts';
import { type Progress as Counted, useProgress } from './use-progress.ts';

type Language = DocumentRecord['language'];
/** What the middle shows: a kept paper by its id, or a look at one that is not kept. */
type Shown =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'look'; readonly entry: PlanEntry }
  | null;

const tones: Record<PaperState, Tone> = {
  'missing-facts': 'amber',
  ready: 'neutral',
  made: 'green',
  outdated: 'amber',
};

/** The set of this stage, the paper itself, and what it lacks. */
export function DocumentsTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('documents');
  const { fail, say } = useNotices();
  const queries = useQueryClient();
  const plan = useQuery(planQuery(file.id));
  const papers = useQuery(papersQuery(file.id));
  const [language, setLanguage] = useState<Language>('zh-CN');
  const [shown, setShown] = useState<Shown>(null);
  const long = useProgress();
  const newest = useMemo(() => newestPapers(papers.data ?? [], language), [papers.data, language]);

  // The first paper of the set is what one came to see.
  useEffect(() => {
    const [first] = plan.data ?? [];
    if (shown === null && first && papers.data) {
      const made = newest.get(paperKey(first));
      setShown(made ? { kind: 'kept', id: made.id } : { kind: 'look', entry: first });
    }
  }, [plan.data, papers.data, newest, shown]);

  const make = async (entries: readonly PlanEntry[] | null): Promise<void> => {
    try {
      const { documents } = await long.run((callId) =>
        platform().client.call(
          'documents.make',
          {
            caseId: file.id,
            papers: entries?.map(({ formId, memberId }) => ({ formId, memberId })) ?? null,
            language,
          },
          { callId },
        ),
      );
      await queries.invalidateQueries({ queryKey: caseKey(file.id) });
      say(t('made', { count: documents.length }));
      const [first] = documents;
      if (first) setShown({ kind: 'kept', id: first.id });
    } catch (error) {
      fail(error);
    }
  };
  const saveAll = async (): Promise<void> => {
    try {
      const { token, fileName } = await long.run((callId) =>
        platform().client.call(
          'documents.bundle',
          { documentIds: [...newest.values()].map((p) => p.id) },
          { callId },
        ),
      );
      if (await platform().saveFile(token, fileName)) say(t('saved', { name: fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const select = (entry: PlanEntry): void => {
    const made = newest.get(paperKey(entry));
    setShown(made ? { kind: 'kept', id: made.id } : { kind: 'look', entry });
  };
  const kept = shown?.kind === 'kept' ? (papers.data?.find((p) => p.id === shown.id) ?? null) : null;
  const selectedKey = kept ? paperKey(kept) : shown?.kind === 'look' ? paperKey(shown.entry) : null;
  const entry = plan.data?.find((p) => paperKey(p) === selectedKey) ?? null;

  return (
    <div className="gd-docs">
      <aside className="gd-docs-set">
        <header>
          <Segmented<Language>
            size="small"
            value={language}
            onChange={(next) => {
              setLanguage(next);
              setShown(entry ? { kind: 'look', entry } : null);
            }}
            options={[
              { value: 'zh-CN', label: t('chinese') },
              { value: 'en', label: t('courtesy') },
            ]}
          />
          {language === 'en' && <p className="gd-quiet">{t('courtesyHelp')}</p>}
          {!readOnly && (
            <Button
              type="primary"
              block
              disabled={long.progress !== null || !plan.data?.length}
              onClick={() => void make(null)}
            >
              {t('makeSet')}
            </Button>
          )}
          {newest.size > 0 && (
            <Button block disabled={long.progress !== null} onClick={() => void saveAll()}>
              {t('saveAll', { count: newest.size })}
            </Button>
          )}
          {long.progress && <Running progress={long.progress} onCancel={long.cancel} />}
        </header>
        <DataState
          query={plan}
          isEmpty={(p) => p.length === 0}
          empty={<EmptyState title={t('noPlan')} text={t('noPlanText')} />}
        >
          {(entries) => (
            <div className="gd-docs-list">
              {groupPlan(entries).map((group) =>
                group.entries.length === 1 && group.entries[0] ? (
                  <PaperButton
                    key={group.formId}
                    entry={group.entries[0]}
                    made={newest.get(paperKey(group.entries[0]))}
                    selected={selectedKey === paperKey(group.entries[0])}
                    onSelect={select}
                  />
                ) : (
                  <PaperGroup
                    key={group.formId}
                    group={group}
                    newest={newest}
                    selectedKey={selectedKey}
                    onSelect={select}
                  />
                ),
              )}
            </div>
          )}
        </DataState>
        {papers.data && papers.data.length > 0 && (
          <MadeList
            papers={papers.data}
            selected={kept?.id ?? null}
            onSelect={(id) => setShown({ kind: 'kept', id })}
          />
        )}
      </aside>
      <PaperPane
        key={kept ? kept.id : `${selectedKey}${language}`}
        caseId={file.id}
        kept={kept}
        entry={entry}
        language={language}
        readOnly={readOnly || long.progress !== null}
        onMake={(e) => void make([e])}
      />
    </div>
  );
}

function Running({ progress, onCancel }: { progress: Counted; onCancel: () => void }) {
  const { t } = useTranslation('documents');
  return (
    <div className="gd-running" role="status">
      <Progress
        size="small"
        percent={progress.total ? Math.floor((100 * progress.done) / progress.total) : 0}
        showInfo={false}
        {...(progress.total ? {} : { status: 'active' as const })}
      />
      <span className="tabular">
        {progress.total ? t('progress', { done: progress.done, total: progress.total }) : t('working')}
      </span>
      <Button size="small" type="text" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}

function PaperButton(props: {
  entry: PlanEntry;
  made: DocumentRecord | undefined;
  selected: boolean;
  onSelect: (entry: PlanEntry) => void;
  name?: boolean;
}) {
  const { entry, made, selected, onSelect, name = false } = props;
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const state = paperState(entry, made);
  const title = name && entry.memberName ? entry.memberName : bilingual(entry.title);
  return (
    <button
      type="button"
      className="gd-paper"
      aria-pressed={selected}
      onClick={() => onSelect(entry)}
      title={title}
    >
      <span className="gd-paper-title">
        {title}
        {!name && entry.memberName && <span className="gd-quiet"> {entry.memberName}</span>}
      </span>
      <span className="gd-paper-state">
        <StatusChip tone={tones[state]} {...(state === 'made' ? { icon: 'check' as const } : {})}>
          {t(`state.${state}`, { count: entry.warnings.length })}
        </StatusChip>
        <span className="gd-quiet">{t('copies', { count: entry.copies })}</span>
      </span>
    </button>
  );
}

function PaperGroup(props: {
  group: ReturnType<typeof groupPlan>[number];
  newest: ReadonlyMap<string, DocumentRecord>;
  selectedKey: string | null;
  onSelect: (entry: PlanEntry) => void;
}) {
  const { group, newest, selectedKey, onSelect } = props;
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const [limit, setLimit] = useState(60);
  const lacking = group.entries.filter((e) => e.warnings.length > 0).length;
  return (
    <details className="gd-paper-group">
      <summary>
        {bilingual(group.title)}{' '}
        <span className="gd-quiet">{t('groupCount', { count: group.entries.length })}</span>
        {lacking > 0 && <span className="gd-amber"> {t('groupLacking', { count: lacking })}</span>}
      </summary>
      {group.entries.slice(0, limit).map((e) => (
        <PaperButton
          key={paperKey(e)}
          entry={e}
          made={newest.get(paperKey(e))}
          selected={selectedKey === paperKey(e)}
          onSelect={onSelect}
          name
        />
      ))}
      {group.entries.length > limit && (
        <button type="button" className="gd-linkish" onClick={() => setLimit(limit + 200)}>
          {t('more', { count: group.entries.length - limit })}
        </button>
      )}
    </details>
  );
}

function MadeList({
  papers,
  selected,
  onSelect,
}: {
  papers: readonly DocumentRecord[];
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation('documents');
  const [limit, setLimit] = useState(40);
  const sorted = [...papers].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  return (
    <details className="gd-made">
      <summary>{t('madeList', { count: papers.length })}</summary>
      {sorted.slice(0, limit).map((p) => (
        <button
          key={p.id}
          type="button"
          className="gd-paper"
          aria-pressed={p.id === selected}
          onClick={() => onSelect(p.id)}
          title={p.fileName}
        >
          <span className="gd-paper-title">{p.fileName}</span>
          <span className="gd-paper-state">
            <span className="gd-quiet tabular">
              {instantText(p.madeAt).slice(0, 16)} {p.madeBy}
            </span>
            {p.outdated && <StatusChip tone="amber">{t('state.outdated')}</StatusChip>}
          </span>
        </button>
      ))}
      {sorted.length > limit && (
        <button type="button" className="gd-linkish" onClick={() => setLimit(limit + 100)}>
          {t('more', { count: sorted.length - limit })}
        </button>
      )}
    </details>
  );
}

function PaperPane(props: {
  caseId: string;
  kept: DocumentRecord | null;
  entry: PlanEntry | null;
  language: Language;
  readOnly: boolean;
  onMake: (entry: PlanEntry) => void;
}) {
  const { caseId, kept, entry, language, readOnly, onMake } = props;
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const { go } = usePlace();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [full, setFull] = useState(false);
  const [printing, setPrinting] = useState<{ done: number; total: number } | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const opened = useQuery({
    // A look goes stale with the case; a kept paper never changes.
    queryKey: kept
      ? (['document', 'bytes', kept.id] as const)
      : ([...caseKey(caseId), 'look', entry ? paperKey(entry) : '', language] as const),
    enabled: kept !== null || entry !== null,
    queryFn: async () => {
      const { client } = platform();
      const file = kept
        ? { ...(await client.call('documents.open', { documentId: kept.id })), warnings: kept.warnings }
        : await client.call('documents.preview', {
            caseId,
            paper: { formId: entry?.formId ?? 'arb-application', memberId: entry?.memberId ?? null },
            language,
          });
      return { ...file, blob: await platform().readFile(file.token) };
    },
    gcTime: 60_000,
  });

  if (!kept && !entry) return <EmptyState title={t('choose')} />;
  const title = entry ? bilingual(entry.title) : (kept?.fileName ?? '');
  const warnings = entry?.warnings ?? opened.data?.warnings ?? [];

  const save = async (): Promise<void> => {
    try {
      const { client } = platform();
      // A token serves once or expires; a fresh one is asked for each saving.
      const file = kept
        ? await client.call('documents.open', { documentId: kept.id })
        : await client.call('documents.preview', {
            caseId,
            paper: { formId: entry?.formId ?? 'arb-application', memberId: entry?.memberId ?? null },
            language,
          });
      if (await platform().saveFile(file.token, file.fileName)) say(t('saved', { name: file.fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const print = async (): Promise<void> => {
    if (!pdf) return;
    abort.current = new AbortController();
    setPrinting({ done: 0, total: pdf.numPages });
    try {
      await printPdf(pdf, (done, total) => setPrinting({ done, total }), abort.current.signal);
    } catch (error) {
      fail(error);
    } finally {
      setPrinting(null);
    }
  };
  const viewer = (onOpened?: (doc: PDFDocumentProxy | null) => void) =>
    opened.data ? (
      <PdfViewer data={opened.data.blob} label={title} {...(onOpened ? { onOpened } : {})}>
        {printing ? (
          <span className="tabular" role="status">
            {t('preparing', printing)}{' '}
            <Button size="small" type="text" onClick={() => abort.current?.abort()}>
              {t('cancel')}
            </Button>
          </span>
        ) : (
          <Button
            size="small"
            icon={<Icon name="print" size={14} />}
            disabled={!pdf}
            onClick={() => void print()}
          >
            {t('print')}
          </Button>
        )}
        <Button size="small" onClick={() => void save()}>
          {t('savePdf')}
        </Button>
        <Button size="small" type="text" onClick={() => setFull(!full)}>
          {t(full ? 'smaller' : 'fullScreen')}
        </Button>
      </PdfViewer>
    ) : opened.isError ? (
      <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />
    ) : (
      <Loading rows={14} />
    );

  return (
    <>
      <div className="gd-docs-paper">{full ? null : viewer(setPdf)}</div>
      <aside className="gd-docs-facts">
        <h2>{title}</h2>
        {!kept && <p className="gd-quiet">{t('notKept')}</p>}
        {entry && !readOnly && (
          <Button type={kept && !kept.outdated ? 'default' : 'primary'} onClick={() => onMake(entry)}>
            {t(kept ? 'makeAgain' : 'makeThis')}
          </Button>
        )}
        {kept?.outdated && <p className="note note-amber">{t('outdatedHelp')}</p>}
        <Warnings
          warnings={warnings}
          onGo={(w) => {
            const target = w.field === null ? null : resolveField(w.field);
            if (target) go(searchOf(target));
          }}
        />
        {kept && (
          <dl className="gd-facts">
            <dt>{t('fact.pages')}</dt>
            <dd className="tabular">{kept.pages}</dd>
            <dt>{t('fact.size')}</dt>
            <dd className="tabular">{t('kilobytes', { size: Math.ceil(kept.bytes / 1024) })}</dd>
            <dt>{t('fact.made')}</dt>
            <dd className="tabular">
              {instantText(kept.madeAt)} {kept.madeBy}
            </dd>
            <dt>{t('fact.fonts')}</dt>
            <dd>{kept.fonts.join(', ')}</dd>
            <dt>SHA-256</dt>
            <dd className="gd-hash">
              {kept.sha256}
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    {
                      key: 'copy',
                      label: t('copyHash'),
                      onClick: () => void navigator.clipboard.writeText(kept.sha256),
                    },
                  ],
                }}
              >
                <button type="button" className="gd-icon-button" aria-label={t('copyHash')}>
                  <Icon name="copy" size={13} />
                </button>
              </Dropdown>
            </dd>
          </dl>
        )}
      </aside>
      <Modal
        open={full}
        onCancel={() => setFull(false)}
        footer={null}
        title={title}
        width="100%"
        className="gd-full"
        destroyOnHidden
      >
        {full && viewer(setPdf)}
      </Modal>
    </>
  );
}

function Warnings({
  warnings,
  onGo,
}: {
  warnings: readonly PaperWarning[];
  onGo: (warning: PaperWarning) => void;
}) {
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  if (warnings.length === 0)
    return (
      <p className="gd-green">
        <Icon name="check" size={14} /> {t('noWarnings')}
      </p>
    );
  return (
    <section>
      <h3>{t('warnings', { count: warnings.length })}</h3>
      <ul className="plain gd-warnings">
        {warnings.slice(0, 60).map((w) => (
          <li key={`${w.code}${w.field}`}>
            <StatusChip tone={w.severity === 'error' ? 'red' : w.severity === 'gap' ? 'amber' : 'neutral'}>
              {t(`severity.${w.severity}`)}
            </StatusChip>{' '}
            {w.field !== null && resolveField(w.field) ? (
              <button type="button" className="gd-linkish" onClick={() => onGo(w)}>
                <Icon name="right" size={12} /> {bilingual(w.label)}
              </button>
            ) : (
              bilingual(w.label)
            )}
          </li>
        ))}
      </ul>
      {warnings.length > 60 && <p className="gd-quiet">{t('more', { count: warnings.length - 60 })}</p>}
    </section>
  );
}
