import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { type ActKind, mayAct } from '../../../../shared/features/group/group.status.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { useListText } from '../../../ui/list-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { useChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';

const namesShown = 8;

/** Some of the workers settle, withdraw or come back: who, when, and in what words. */
export function ActDialog(
  props: Pick<TabProps, 'file'> & {
    readonly kind: ActKind | 'split';
    readonly rows: readonly GroupRow[];
    readonly onClose: (done: boolean) => void;
  },
) {
  const { file, kind, rows } = props;
  const { t } = useTranslation('group');
  const listed = useListText();
  const { t: tc } = useTranslation('common');
  const { fail, undoable } = useNotices();
  const change = useChange(file.id);
  const today = useToday();
  const [on, setOn] = useState<PlainDate | null>(today);
  const [note, setNote] = useState('');
  const offer = useUndoOffer();
  const [busy, setBusy] = useState(false);
  const splits = kind === 'split';
  // Whoever is in the case can be taken out of it, however they stand.
  const may = splits ? rows : rows.filter((r) => mayAct(kind, r.status));
  const amount = may.reduce((sum, r) => sum + r.claimedFen, 0);
  const names = may.slice(0, namesShown).map((r) => String(r.values.name ?? ''));
  const act = t(`act.${kind}`);
  const late = on !== null && on > today;
  const record = async (): Promise<void> => {
    if (on === null) return;
    setBusy(true);
    try {
      const memberIds = may.map((r) => r.memberId);
      if (splits) {
        const done = await change('families.separate', { memberIds, reason: note });
        offer(t('done.act', { act, count: may.length }), done);
        props.onClose(true);
        return;
      }
      const { id } = await change('group.act', { kind, memberIds, on, note });
      undoable(t('done.act', { act, count: may.length }), () => change('group.removeAct', { actId: id }));
      props.onClose(true);
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('actDialog.title', { act, count: may.length })}
      okText={t(splits ? 'actDialog.splitOk' : 'actDialog.ok')}
      cancelText={tc('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: may.length === 0 || on === null || late || (splits && note.trim() === '') }}
      onOk={() => void record()}
      onCancel={() => props.onClose(false)}
    >
      <div className="gd-sheet">
        <p>{t(`actDialog.${kind}`)}</p>
        <p>
          {may.length > namesShown
            ? t('actDialog.andMore', { names: listed(names), count: may.length })
            : listed(names)}
        </p>
        <p className="gd-quiet">{t('actDialog.amount', { amount: formatYuan(amount as Fen) })}</p>
        {may.length < rows.length && (
          <p className="gd-amber">
            {t('actDialog.some', { count: rows.length, not: rows.length - may.length })}
          </p>
        )}
        {!splits && (
          <FormField label={t('actDialog.day')} required error={late ? t('reps.finding.day-ahead') : null}>
            {(f) => <DateInput {...f} value={on} onChange={setOn} />}
          </FormField>
        )}
        <FormField label={t(splits ? 'actDialog.reason' : 'actDialog.note')} required={splits}>
          {(f) => (
            <Input
              {...f}
              value={note}
              maxLength={splits ? 200 : 300}
              placeholder={splits ? '' : t('actDialog.notePlaceholder')}
              onChange={(e) => setNote(e.target.value)}
            />
          )}
        </FormField>
      </div>
    </Modal>
  );
}
