import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useCall } from '../../../app/query.ts';
import { useSession } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { SheetDialog } from '../../documents/SheetDialog.tsx';
import { caseKey } from '../case.queries.ts';
import { hasChoice, ReadingDialog } from './ReadingDialog.tsx';
import './dates.css';

/** Confirming a date and its control sheet. Dates without a last day have neither. */
export function DateActions(props: {
  readonly file: Pick<CaseFile, 'id' | 'version'>;
  readonly deadline: Deadline;
  readonly readOnly: boolean;
}) {
  const { file, deadline: d, readOnly } = props;
  const caseId = file.id;
  const { t } = useTranslation('case');
  const { t: tt } = useTranslation('tracks');
  const pick = useBilingual();
  const [choosing, setChoosing] = useState(false);
  const { state } = useSession();
  const { undoable, fail } = useNotices();
  const [sheet, setSheet] = useState(false);
  const confirm = useCall('deadlines.confirm', ['case']);
  const unconfirm = useCall('deadlines.unconfirm', ['case']);
  const { due } = d;
  const trigger = d.trigger.date;
  if (due === null || trigger === null) return null;
  const seen = { caseId, ruleId: d.ruleId, trigger, due };
  const mine = d.confirmations.some((c) => c.userId === state.user?.id);
  const act = async (): Promise<void> => {
    try {
      const { id } = await confirm.mutateAsync(seen);
      undoable(t('dates.confirmed'), () => unconfirm.mutateAsync({ caseId, id }));
    } catch (error) {
      fail(error);
    }
  };
  const chosen = d.choice && [
    ...(d.localRule ? [tt('local', { name: pick(d.localRule) })] : []),
    ...(d.choice.variant === 'national' ? [tt('national')] : []),
    ...d.readings
      .filter((r) => r.chosen !== r.usual)
      .flatMap((r) => r.options.filter((o) => o.id === r.chosen).map((o) => pick(o.text))),
  ];
  return (
    <>
      {!d.choice && d.localRule && <p className="gd-quiet">{tt('local', { name: pick(d.localRule) })}</p>}
      {d.choice && chosen && (
        <p className="gd-check">
          {tt('chosen', {
            what: chosen.join(t('listSemicolon')),
            reason: d.choice.reason,
            name: d.choice.userName,
            date: d.choice.on,
          })}
        </p>
      )}
      <p className="gd-date-actions">
        {d.confirmations.map((c) => (
          <span key={c.id} className="gd-green">
            <Icon name="check" size={13} /> {t('dates.confirmedBy', { name: c.userName, date: c.on })}
          </span>
        ))}
        {!readOnly && !mine && (d.status === 'open' || d.status === 'overdue') && (
          <Button size="small" type="link" loading={confirm.isPending} onClick={() => void act()}>
            {t(d.confirmations.length > 0 ? 'dates.confirmSecond' : 'dates.confirm')}
          </Button>
        )}
        <Button size="small" type="link" onClick={() => setSheet(true)}>
          {t('dates.receipt')}
        </Button>
        {!readOnly && hasChoice(d) && (
          <Button size="small" type="link" onClick={() => setChoosing(true)}>
            {tt('reading')}
          </Button>
        )}
        {sheet && (
          <SheetDialog
            about={pick(d.title)}
            queryKey={[...caseKey(caseId), 'receipt', d.ruleId, trigger, due]}
            make={(language) => platform().client.call('deadlines.receipt', { ...seen, language })}
            onClose={() => setSheet(false)}
          />
        )}
        {choosing && <ReadingDialog file={file} deadline={d} onClose={() => setChoosing(false)} />}
      </p>
    </>
  );
}
