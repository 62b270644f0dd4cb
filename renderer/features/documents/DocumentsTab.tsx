import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Progress, Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRecord } from '../../../shared/features/documents/documents.contract.ts';
import type { FormLayout } from '../../../shared/features/documents/form-warning.ts';
import { documentSets, type SetId, setIds, usualSet } from '../../../shared/features/documents/sets.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { caseKey, papersQuery, planQuery } from '../case/case.queries.ts';
import type { TabProps } from '../case/tabs/tab.ts';
import { usePlace } from '../case/use-place.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import './documents.css';
import { Select } from '../../ui/Select.tsx';
import { openBatch } from './batch/batch-store.ts';
import { PaperPane } from './PaperPane.tsx';
import { PrintSetDialog } from './PrintSetDialog.tsx';
import {
  choiceOf,
  groupPlan,
  lackingIn,
  newestPapers,
  type PaperMark,
  type PlanEntry,
  paperKey,
  paperMarks,
} from './paper.ts';
import { type Progress as Counted, useProgress } from './use-progress.ts';

type Language = DocumentRecord['language'];
/** What the middle shows: a kept paper by its id, or a look at one that is not kept. */
type Shown =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'look'; readonly entry: PlanEntry }
  | null;

const tones: Record<PaperMark, Tone> = {
  'missing-facts': 'amber',
  ready: 'neutral',
  made: 'green',
  marked: 'amber',
  final: 'green',
  served: 'green',
  outdated: 'amber',
};

/** The set of this stage, the paper itself, and what it lacks. */
export function DocumentsTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const { t: te } = useTranslation('editing');
  const { t: tb } = useTranslation('batch');
  const { t: tp } = useTranslation('print');
  const mayMake = useMay('document.make');
  const place = usePlace();
  const offer = useUndoOffer();
  const queries = useQueryClient();
  const [set, setSet] = useState<SetId>(() => usualSet(file.track, file.stage));
  const plan = useQuery(planQuery(file.id, set));
  const papers = useQuery(papersQuery(file.id));
  const [language, setLanguage] = useState<Language>('zh-CN');
  const [layout, setLayout] = useState<FormLayout>('narrative');
  const [shown, setShown] = useState<Shown>(null);
  const [printing, setPrinting] = useState(false);
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

  /** Null: the whole set. */
  const make = async (entries: readonly PlanEntry[] | null, asDraft = false): Promise<void> => {
    try {
      const { documents } = await long.run((callId) =>
        platform().client.call(
          'documents.make',
          {
            caseId: file.id,
            papers: (entries ?? plan.data ?? []).map((e) => choiceOf(e, layout)),
            set,
            language,
            asDraft,
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
      if (await platform().saveFile(token, fileName)) say(t('savedAll', { name: fileName }));
    } catch (error) {
      fail(error);
    }
  };
  /** The whole set from the record as it stands, for those who write on in Word. */
  const saveAllWord = async (): Promise<void> => {
    try {
      const { token, fileName } = await long.run((callId) =>
        platform().client.call(
          'word.make',
          { caseId: file.id, papers: (plan.data ?? []).map((e) => choiceOf(e, layout)), set, language },
          { callId },
        ),
      );
      if (await platform().saveFile(token, fileName)) say(t('saved', { name: fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const remove = async ({ id, fileName }: DocumentRecord): Promise<void> => {
    try {
      const done = await platform().client.call('documents.remove', {
        caseId: file.id,
        documentIds: [id],
      });
      setShown(null);
      await queries.invalidateQueries({ queryKey: caseKey(file.id) });
      offer(t('removed', { name: fileName }), done);
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
          <Select<SetId>
            aria-label={t('set')}
            value={set}
            onChange={(next) => {
              setSet(next);
              setShown(null);
            }}
            options={setIds.map((value) => ({ value, label: bilingual(documentSets[value].title) }))}
          />
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
          <div className="gd-docs-actions">
            {mayMake && (
              <Button
                size="small"
                onClick={() => openBatch({ cases: [{ caseId: file.id, memberIds: null }], forms: { set } })}
              >
                {tb('open')}
              </Button>
            )}
            <Button size="small" onClick={() => place.show({ kind: 'paper-check', id: set })}>
              {te('check')}
            </Button>
            {newest.size > 0 && (
              <Button size="small" disabled={long.progress !== null} onClick={() => setPrinting(true)}>
                {tp('open')}
              </Button>
            )}
            {!!plan.data?.length && (
              <Dropdown
                trigger={['click']}
                disabled={long.progress !== null}
                menu={{
                  items: [
                    ...(newest.size > 0
                      ? [
                          {
                            key: 'pdf',
                            label: t('saveAll', { count: newest.size }),
                            onClick: () => void saveAll(),
                          },
                        ]
                      : []),
                    { key: 'word', label: t('saveAllWord'), onClick: () => void saveAllWord() },
                  ],
                }}
              >
                <Button size="small" className="gd-docs-save">
                  {t('saveSet')}
                  <Icon name="down" size={13} />
                </Button>
              </Dropdown>
            )}
          </div>
          {printing && plan.data && (
            <PrintSetDialog plan={plan.data} newest={newest} onClose={() => setPrinting(false)} />
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
        key={kept ? kept.id : `${selectedKey}${language}${layout}`}
        caseId={file.id}
        kept={kept}
        entry={entry}
        language={language}
        layout={layout}
        onLayout={(next) => {
          setLayout(next);
          if (entry) setShown({ kind: 'look', entry });
        }}
        readOnly={readOnly || long.progress !== null}
        papers={papers.data ?? []}
        onShow={(id) => setShown({ kind: 'kept', id })}
        onMake={(e, asDraft) => void make([e], asDraft)}
        onRemove={(paper) => void remove(paper)}
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
        {paperMarks(entry, made).map((mark) => (
          <StatusChip
            key={mark}
            tone={tones[mark]}
            {...(tones[mark] === 'green' ? { icon: 'check' as const } : {})}
          >
            {t(`state.${mark}`, { count: lackingIn(entry, made) })}
          </StatusChip>
        ))}
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
  const lacking = group.entries.filter((e) => lackingIn(e, newest.get(paperKey(e))) > 0).length;
  const made = group.entries.filter((e) => newest.has(paperKey(e))).length;
  return (
    <details className="gd-paper-group">
      <summary>
        {bilingual(group.title)}
        <span className="gd-paper-state">
          <span className="gd-quiet">{t('groupCount', { count: group.entries.length })}</span>
          {made > 0 && (
            <StatusChip tone={made === group.entries.length ? 'green' : 'neutral'}>
              {made === group.entries.length ? t('state.made') : t('groupMade', { count: made })}
            </StatusChip>
          )}
          {lacking > 0 && <StatusChip tone="amber">{t('groupLacking', { count: lacking })}</StatusChip>}
        </span>
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
