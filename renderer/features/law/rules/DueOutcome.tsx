import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueOptions, DueResult } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { platform } from '../../../transport/platform.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { DateText, useWeekdayText } from '../../../ui/DateText.tsx';
import { MonthGrid } from '../../../ui/MonthGrid.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { markFrom, monthsOf } from '../../../ui/period-marks.ts';
import { ProvisionalMark } from '../../../ui/StatusChip.tsx';
import { useToday } from '../../../ui/today.ts';
import { workingAsText } from '../../../ui/WorkingSheet.tsx';
import { SheetDialog } from '../../documents/SheetDialog.tsx';
import { useLawData } from '../law-data.ts';

const skippedRoles: ReadonlySet<string> = new Set(['skipped', 'rolled-over', 'excluded']);

/** The day itself, every step to it, and the months it runs through. */
export function DueOutcome({
  result,
  asked,
}: {
  result: DueResult;
  /** What was asked, for the control sheet. */
  asked: { readonly input: Record<string, unknown>; readonly options: DueOptions };
}) {
  const { t: tk } = useTranslation('case');
  const [sheet, setSheet] = useState(false);
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  const text = useSourceText();
  const today = useToday();
  const day = useWeekdayText();
  const { say, fail } = useNotices();
  const { calendar } = useLawData().tables;
  const { due, time, trigger, working, rule } = result;
  if (!due) return <p className="note note-amber">{t(rule.fixed ? 'fixedElsewhere' : 'noLimit')}</p>;
  const skipped = working.filter((s) => skippedRoles.has(s.role));
  const copy = () =>
    navigator.clipboard
      .writeText(
        workingAsText(
          {
            title: pick(rule.title),
            result: due,
            lines: working.map((step) => pick(step.text)),
            source: { citation: text.cite(result.source), version: text.version(result.source.version) },
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
          <DateText date={due} due={due >= today} /> {time}
        </strong>
        {result.provisional && <ProvisionalMark />}
        <Button size="small" onClick={() => void copy()}>
          {tc('working.copy')}
        </Button>
        <Button size="small" onClick={() => setSheet(true)}>
          {tk('dates.receipt')}
        </Button>
      </p>
      {sheet && (
        <SheetDialog
          about={pick(rule.title)}
          queryKey={['law', 'sheet', rule.id, asked]}
          make={(language) =>
            platform().client.call('deadlines.sheet', {
              ruleId: rule.id,
              input: asked.input as never,
              options: asked.options as never,
              language,
            })
          }
          onClose={() => setSheet(false)}
        />
      )}
      {result.cutoff && <p className="quiet try-cutoff">{pick(result.cutoff.text)}</p>}
      {result.warnings.map((w) => (
        <p key={`${w.code} ${w.text.zh}`} className="note note-amber">
          {pick(w.text)}
        </p>
      ))}
      <div className="try-working">
        <div>
          <ol className="working-lines tabular">
            {working.map((step) => (
              <li key={`${step.role} ${step.from} ${step.to}`}>{pick(step.text)}</li>
            ))}
          </ol>
          {skipped.length > 0 && (
            <>
              <h3>{t('skippedDays')}</h3>
              <ul className="plain tabular">
                {skipped.map((s) => (
                  <li key={`${s.role} ${s.from}`}>
                    {s.from === s.to ? `${s.from} ${day(s.from)}` : `${s.from} – ${s.to}`}
                    {s.name && ` · ${pick(s.name)}`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
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
