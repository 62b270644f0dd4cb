import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import {
  citation,
  type DueResult,
  dueDate,
  lengthText,
  type RuleDefinition,
} from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { MonthGrid } from '../../ui/MonthGrid.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { markFrom, monthsOf } from '../../ui/period-marks.ts';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { useToday } from '../../ui/today.ts';
import { VerificationChip, workingAsText } from '../../ui/WorkingSheet.tsx';
import { useBearerName } from '../cases/names.ts';
import { settingsQuery } from '../office/office.queries.ts';
import { calendar } from './law-data.ts';

/** One time limit: what it is, what it rests on, and what it makes of a date. */
export function RuleSheet({ rule }: { rule: RuleDefinition }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const bearer = useBearerName();
  const settings = useQuery(settingsQuery());
  const region = settings.data?.regionCode;
  const local = rule.variants.filter((v) => region?.startsWith(v.region));
  return (
    <article className="rule" aria-labelledby="rule-title">
      <header>
        <h2 id="rule-title">{pick(rule.title)}</h2>
        <VerificationChip status={rule.status} />
        {rule.force !== 'statutory' && <StatusChip tone="amber">{t(`force.${rule.force}`)}</StatusChip>}
      </header>
      <dl className="facts">
        <Fact name={t('period')}>
          <strong>
            {rule.period
              ? pick(lengthText(rule.period.length, rule.period.unit))
              : rule.fixed
                ? pick(rule.fixed.by)
                : t('noPeriod')}
          </strong>
          {rule.period && rule.direction === 'before' && ` ${t('before')}`}
        </Fact>
        <Fact name={t('trigger')}>{pick(rule.trigger.words)}</Fact>
        <Fact name={t('bearer')}>{bearer(rule.bearer)}</Fact>
        <Fact name={t('ifMissed')}>{pick(rule.ifMissed)}</Fact>
        {rule.extension && (
          <Fact name={t('extension')}>
            {t('extensionText', {
              length: pick(lengthText(rule.extension.max.length, rule.extension.max.unit)),
              approver: pick(rule.extension.approver),
            })}{' '}
            <span className="quiet">{pick(citation(rule.extension.source))}</span>
          </Fact>
        )}
        <Fact name={t('source')}>
          {[rule.source, ...rule.furtherSources].map((source) => (
            <p key={`${source.instrument.zh} ${source.article}`}>
              {pick(citation(source))} <span className="quiet">{source.version}</span>
            </p>
          ))}
        </Fact>
        {local.length > 0 && (
          <Fact name={t('local')}>
            {local.map((v) => (
              <p key={v.region}>
                {pick(v.name)}：{pick(v.text)} <span className="quiet">{pick(citation(v.source))}</span>{' '}
                <VerificationChip status={v.status} />
              </p>
            ))}
          </Fact>
        )}
        {rule.notes.length > 0 && (
          <Fact name={t('notes')}>
            {rule.notes.map((note) => (
              <p key={note.zh}>{pick(note)}</p>
            ))}
          </Fact>
        )}
      </dl>
      <TryIt rule={rule} region={region} />
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function TryIt({ rule, region }: { rule: RuleDefinition; region: string | undefined }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const [trigger, setTrigger] = useState<PlainDate | null>(null);
  const result = trigger ? dueDate(rule.id, { trigger }, { calendar, ...(region ? { region } : {}) }) : null;
  return (
    <section className="try" aria-label={t('try')}>
      <h3>{t('try')}</h3>
      <div className="try-field">
        <FormField label={pick(rule.trigger.words)}>
          {(field) => <DateInput {...field} value={trigger} onChange={setTrigger} />}
        </FormField>
      </div>
      {result && <Result result={result} />}
    </section>
  );
}

function Result({ result }: { result: DueResult }) {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  const today = useToday();
  const { say, fail } = useNotices();
  const { due, trigger, working, rule } = result;
  if (!due) return <p className="note note-amber">{t(rule.fixed ? 'fixedElsewhere' : 'noLimit')}</p>;
  const copy = () =>
    navigator.clipboard
      .writeText(
        workingAsText(
          {
            title: pick(rule.title),
            result: due,
            lines: working.map((step) => pick(step.text)),
            source: {
              instrument: pick(result.source.instrument),
              article: result.source.article,
              version: result.source.version,
            },
            warnings: result.warnings.map((w) => pick(w.text)),
          },
          { source: tc('working.sourceLabel'), skipped: tc('working.skippedLabel') },
        ),
      )
      .then(() => say(tc('action.copied')), fail);
  return (
    <div className="try-result">
      <p className="try-due" role="status">
        <span className="quiet">
          {rule.sense !== 'deadline'
            ? t(`sense.${rule.sense}`)
            : rule.direction === 'before'
              ? t('notLater')
              : t('lastDay')}
        </span>
        <strong>
          {/* A date tried out is not somebody's default: nothing here is overdue. */}
          <DateText date={due} due={due >= today} />
        </strong>
        {result.provisional && <ProvisionalMark />}
        <Button size="small" onClick={() => void copy()}>
          {tc('working.copy')}
        </Button>
      </p>
      {result.warnings.map((w) => (
        <p key={w.code} className="note note-amber">
          {pick(w.text)}
        </p>
      ))}
      <div className="try-working">
        <ol className="working-lines tabular">
          {working.map((step) => (
            <li key={`${step.role} ${step.from} ${step.to}`}>{pick(step.text)}</li>
          ))}
        </ol>
        <div className="try-months">
          {monthsOf(trigger, due).map((month) => (
            <MonthGrid key={month} month={month} today={today} markOf={markFrom(working, calendar, pick)} />
          ))}
          <p className="legend quiet">
            {(['trigger', 'counted', 'skipped', 'due'] as const).map((kind) => (
              <span key={kind}>
                <i className={`legend-sign legend-${kind}`} /> {t(`legend.${kind}`)}
              </span>
            ))}
          </p>
        </div>
      </div>
    </div>
  );
}
