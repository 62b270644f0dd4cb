import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../transport/failure.ts';
import { platform } from '../../transport/platform.ts';
import { focusFirstError } from '../../ui/FormField.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { instantText, timeText, useToday } from '../../ui/today.ts';
import { MonthsTable } from '../case/arrears/MonthsTable.tsx';
import { focusField, focusFirst, IssuesProvider, useFormIssues } from '../case/form/issues.tsx';
import { SamePerson, typedWorker } from '../case/parties/SamePerson.tsx';
import { parsePeople } from '../case/worker/paste.ts';
import { withPasted } from '../case/worker/person.ts';
import { JobFields, MorePersonFields, PersonFields } from '../case/worker/WorkerFields.tsx';
import { alikeWorker, emptyWorker, isBlankWorker, type WorkerForm } from '../case/worker/worker-form.ts';
import { AgentsSection, DatesSection, EvidenceSection, RespondentsSection } from './IntakeSections.tsx';
import { IntakeSummary } from './IntakeSummary.tsx';
import { type IntakeForm, missingFacts, readIntake } from './intake-form.ts';
import { Section } from './Section.tsx';
import { useAutosave } from './use-draft.ts';

interface Props {
  readonly initial: IntakeForm;
  /** When the restored draft was saved; undefined for a fresh form. */
  readonly restoredAt: string | null | undefined;
  readonly onStartAfresh: () => void;
}

export function IntakeEditor({ initial, restoredAt, onStartAfresh }: Props) {
  const { t } = useTranslation('intake');
  const { fail, say } = useNotices();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(initial);
  const [noticed, setNoticed] = useState(restoredAt === undefined);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const today = useToday();
  const draft = useAutosave(form, restoredAt ?? null);
  const reading = useMemo(() => readIntake(form), [form]);
  const missing = useMemo(() => missingFacts(form, today), [form, today]);
  const issues = useFormIssues(reading.issues);
  const { check, refuse } = issues;

  const patch = useCallback((over: Partial<IntakeForm>) => setForm((before) => ({ ...before, ...over })), []);
  const setWorker = (index: number, worker: WorkerForm): void =>
    setForm((before) => ({ ...before, workers: before.workers.map((w, i) => (i === index ? worker : w)) }));
  const addWorker = (): void => {
    setForm((before) => ({
      ...before,
      workers: [...before.workers, alikeWorker(before.workers.at(-1) ?? emptyWorker())],
    }));
    const index = form.workers.length;
    requestAnimationFrame(() => focusField(`workers.${index}.name`));
  };

  /** Several lines pasted into a worker's card become one card a line. */
  const pastePeople = (index: number, e: React.ClipboardEvent): void => {
    const people = parsePeople(e.clipboardData.getData('text/plain'));
    if (people.length < 2) return;
    e.preventDefault();
    e.stopPropagation();
    setForm((before) => {
      const base = before.workers[index] ?? emptyWorker();
      const made = people.map((p, i) => withPasted(i === 0 ? base : alikeWorker(base), p));
      return {
        ...before,
        workers: [...before.workers.slice(0, index), ...made, ...before.workers.slice(index + 1)],
      };
    });
    say(t('pastedPeople', { count: people.length }));
  };

  const save = async (then: 'case' | 'roster'): Promise<void> => {
    if (busy) return;
    if (!check()) {
      requestAnimationFrame(() => focusFirst(reading.issues.map((i) => i.path)));
      return;
    }
    // A date or amount that could not be read counts as none; it must be mended, not dropped.
    if (root.current?.querySelector('[aria-invalid="true"]')) {
      focusFirstError(root.current);
      return;
    }
    setBusy(true);
    try {
      const made = await platform().client.call('cases.create', reading.input);
      await draft.drop();
      void queries.invalidateQueries({ queryKey: ['case'] });
      await navigate({
        to: '/cases/$caseId',
        params: { caseId: made.caseId },
        search: then === 'roster' ? { tab: 'parties', open: 'import' } : {},
      });
    } catch (error) {
      const found = failureOf(error).issues ?? [];
      refuse(found);
      fail(error);
    } finally {
      setBusy(false);
    }
  };

  useShortcuts([{ key: 'Enter', mod: true, run: () => void save('case') }]);

  return (
    <div className="gd-intake" ref={root}>
      <main className="gd-intake-main">
        <header className="gd-intake-head">
          <h1>{t('title')}</h1>
          <p className="gd-quiet">{t('lead')}</p>
        </header>
        {!noticed && (
          <div className="gd-notice" role="status">
            <span>{restoredAt ? t('restored', { when: instantText(restoredAt) }) : t('restoredPlain')}</span>
            <Button size="small" type="text" onClick={() => setNoticed(true)}>
              {t('keep')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                draft.drop().then(onStartAfresh, fail);
              }}
            >
              {t('afresh')}
            </Button>
          </div>
        )}
        {draft.state === 'elsewhere' && (
          <div className="gd-notice" role="alert">
            <span>{t('elsewhere')}</span>
            <Button size="small" onClick={draft.takeOver}>
              {t('takeOver')}
            </Button>
          </div>
        )}
        <IssuesProvider value={issues}>
          <Section title={t('section.worker')} help={t('section.workerHelp')}>
            {form.workers.map((worker, i) => (
              <WorkerCard
                // biome-ignore lint/suspicious/noArrayIndexKey: cards are only added and removed by index
                key={i}
                index={i}
                worker={worker}
                alone={form.workers.length === 1}
                onChange={(w) => setWorker(i, w)}
                onRemove={() => patch({ workers: form.workers.filter((_, at) => at !== i) })}
                onPasteCapture={(e) => pastePeople(i, e)}
              />
            ))}
            <div className="gd-line-actions">
              <Button icon={<Icon name="plus" size={14} />} onClick={addWorker}>
                {t('addWorker')}
              </Button>
              <span className="gd-quiet">{t('rosterHint')}</span>
            </div>
          </Section>
          <RespondentsSection form={form} onChange={patch} />
          <EvidenceSection form={form} onChange={patch} />
          <DatesSection form={form} onChange={patch} />
          <AgentsSection form={form} onChange={patch} />
        </IssuesProvider>
      </main>
      <IntakeSummary form={form} missing={missing} onGo={(path) => focusField(path)}>
        <Button type="primary" block loading={busy} onClick={() => void save('case')}>
          {t('save')}
          <kbd className="gd-kbd">Ctrl ↵</kbd>
        </Button>
        <Button block disabled={busy} onClick={() => void save('roster')}>
          {t('saveAndImport')}
        </Button>
        <p className="gd-quiet gd-saved" role="status">
          {draft.state === 'failed' || draft.state === 'elsewhere'
            ? t(draft.state === 'failed' ? 'draftFailed' : 'draftElsewhere')
            : draft.savedAt
              ? t('draftSaved', { when: timeText(draft.savedAt) })
              : t('draftHint')}
        </p>
      </IntakeSummary>
    </div>
  );
}

function WorkerCard(props: {
  index: number;
  worker: WorkerForm;
  alone: boolean;
  onChange: (worker: WorkerForm) => void;
  onRemove: () => void;
  onPasteCapture: (e: React.ClipboardEvent) => void;
}) {
  const { index, worker, alone, onChange, onRemove, onPasteCapture } = props;
  const { t } = useTranslation('intake');
  const prefix = `workers.${index}.`;
  const unit = worker.job.wageUnit || 'month';
  return (
    <div className={alone ? '' : 'gd-card'} onPasteCapture={onPasteCapture}>
      {!alone && (
        <div className="gd-card-head">
          <h3>{worker.name || t('workerNumber', { number: index + 1 })}</h3>
          <Button size="small" type="text" onClick={onRemove}>
            {isBlankWorker(worker) ? t('remove') : t('removeWorker')}
          </Button>
        </div>
      )}
      <PersonFields
        worker={worker}
        onChange={onChange}
        prefix={prefix}
        autoFocus={index === 0 && worker.name === ''}
      />
      <SamePerson
        {...typedWorker(worker)}
        value={worker.samePerson ?? null}
        onChange={(samePerson) => onChange({ ...worker, samePerson })}
      />
      <details className="gd-more">
        <summary>{t('morePerson')}</summary>
        <MorePersonFields worker={worker} onChange={onChange} prefix={prefix} />
      </details>
      <h3>{t('section.job')}</h3>
      <JobFields worker={worker} onChange={onChange} prefix={prefix} />
      <h3>{t('section.months')}</h3>
      <MonthsTable
        rows={worker.arrears}
        onChange={(arrears) => onChange({ ...worker, arrears })}
        unit={unit}
        rate={worker.job.rate}
        job={worker.job}
        prefix={prefix}
      />
    </div>
  );
}
