import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AidRecordView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { type Fen, formatYuan } from '../../../shared/kernel/money.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useAidWords } from './use-words.ts';

/** Everything that was done, in the order of its days. */
export function StepList({
  data,
  onOpen,
}: {
  data: Output<'aid.forCase'>;
  onOpen: (view: AidRecordView) => void;
}) {
  const { t } = useTranslation('legal-aid');
  const pick = useBilingual();
  const summary = useSummary();
  return (
    <section aria-label={t('steps')}>
      <h2>{t('steps')}</h2>
      {data.records.length === 0 && <p className="quiet">{t('noSteps')}</p>}
      <ol className="aid-steps">
        {data.records.map((view) => {
          const { day, text, more } = summary(view);
          return (
            <li key={view.id}>
              <span className="tabular quiet">{day}</span>
              <div>
                {data.may.includes(view.record.kind) ? (
                  <button type="button" className="link" onClick={() => onOpen(view)}>
                    {t(`kind.${view.record.kind}`)}
                  </button>
                ) : (
                  <strong>{t(`kind.${view.record.kind}`)}</strong>
                )}{' '}
                <span>{text}</span>
                {more.map((line) => (
                  <p className="quiet" key={line}>
                    {line}
                  </p>
                ))}
                {view.working.map((line) => (
                  <p className="quiet tabular" key={line.zh}>
                    {pick(line)}
                  </p>
                ))}
              </div>
              <span className="quiet aid-by">{view.updatedBy}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The day of a step, what it says in a line, and what else is worth seeing at once. */
function useSummary(): (view: AidRecordView) => { day: string; text: string; more: string[] } {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const dated = (key: string, day: string | null): string[] =>
    day === null ? [] : [`${words.field(key)} ${day}`];
  const said = (...lines: (string | null)[]): string[] =>
    lines.filter((l) => l !== null && l !== '') as string[];
  return ({ record: r, lawyer, amountFen }) => {
    switch (r.kind) {
      case 'application':
        return {
          day: r.receivedOn,
          text: `${words.option('matter', r.matter)} · ${words.option('form', r.form)}`,
          more: said(
            [
              ...dated('supplementAskedOn', r.supplementAskedOn),
              ...dated('supplementedOn', r.supplementedOn),
              ...dated('lapsedOn', r.lapsedOn),
              ...dated('urgentOn', r.urgentOn),
              ...dated('pledgeOn', r.pledgeOn),
            ].join(' · '),
            r.reason,
          ),
        };
      case 'means':
        return { day: r.assessedOn, text: t('meansOf', { count: r.household.length }), more: said(r.note) };
      case 'decision':
        return {
          day: r.decidedOn,
          text: [
            words.option('decision', r.result),
            ...(r.ground ? [words.option('ground', r.ground)] : []),
            ...said(r.number),
          ].join(' · '),
          more: said(r.reason, dated('servedOn', r.servedOn).join('')),
        };
      case 'objection':
        return {
          day: r.objectedOn,
          text: [
            r.bureau,
            ...(r.upheld === null ? [] : [words.option('upheld', r.upheld ? 'yes' : 'no')]),
          ].join(' · '),
          more: said(dated('decidedOn', r.decidedOn).join(''), r.grounds),
        };
      case 'assignment':
        return {
          day: r.assignedOn,
          text: lawyer ?? '',
          more: said(
            r.reason,
            r.endedOn === null
              ? null
              : `${words.field('endedOn')} ${r.endedOn}${r.endReason ? ` · ${words.option('endReason', r.endReason)}` : ''}`,
          ),
        };
      case 'engagement':
        return { day: r.signedOn, text: dated('metOn', r.metOn).join(''), more: said(r.lateReason) };
      case 'visit':
        return {
          day: r.visitedOn,
          text: [
            words.option('how', r.how),
            ...(r.satisfaction === null ? [] : [`${words.field('satisfaction')} ${r.satisfaction}/5`]),
          ].join(' · '),
          more: said(
            r.findings,
            r.followUp === null
              ? null
              : [
                  r.followUp,
                  ...dated('followUpOn', r.followUpOn),
                  ...dated('followUpDoneOn', r.followUpDoneOn),
                ].join(' · '),
          ),
        };
      case 'subsidy':
        return {
          day: r.paidOn ?? r.approvedOn ?? '',
          text: amountFen === null ? '' : `¥${formatYuan(amountFen as Fen)}`,
          more: said([...dated('approvedOn', r.approvedOn), ...dated('paidOn', r.paidOn)].join(' · ')),
        };
      case 'closing':
        return {
          day: r.resultOn,
          text: [
            words.option('closing', r.result),
            ...(r.gainedFen === null ? [] : [`${words.field('gainedFen')} ¥${formatYuan(r.gainedFen)}`]),
          ].join(' · '),
          more: said(
            [
              ...dated('submittedOn', r.submittedOn),
              ...dated('returnedOn', r.returnedOn),
              ...dated('acceptedOn', r.acceptedOn),
            ].join(' · '),
            r.returnReason,
            r.report,
          ),
        };
    }
  };
}
