import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { totalsOf } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { type ActKind, mayAct } from '../../../../shared/features/group/group.status.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { useMay } from '../../../app/session.tsx';
import { openBatch } from '../../documents/batch/batch-store.ts';

/** What can be done with the chosen workers of a group. */
export function ChosenBar(props: {
  readonly caseId: string;
  readonly chosen: readonly GroupRow[];
  /** Workers of the case. */
  readonly all: number;
  readonly readOnly: boolean;
  readonly onAct: (kind: ActKind | 'split') => void;
  readonly onUnselect: () => void;
}) {
  const { caseId, chosen, all, readOnly, onAct, onUnselect } = props;
  const { t } = useTranslation('group');
  const { t: tb } = useTranslation('batch');
  const mayMake = useMay('document.make');
  const may = (kind: ActKind): boolean => chosen.some((r) => mayAct(kind, r.status));
  return (
    <footer className="gm-chosen">
      <strong>
        {t('selected', {
          count: chosen.length,
          amount: formatYuan(totalsOf(chosen, []).claimedFen as Fen),
        })}
      </strong>
      {!readOnly &&
        (['settle', 'withdraw', 'return'] as const).map(
          (kind) =>
            may(kind) && (
              <Button key={kind} size="small" onClick={() => onAct(kind)}>
                {t(`act.${kind}`)}…
              </Button>
            ),
        )}
      {!readOnly && chosen.length < all && (
        <Button size="small" onClick={() => onAct('split')}>
          {t('act.split')}…
        </Button>
      )}
      {mayMake && (
        <Button
          size="small"
          onClick={() => openBatch({ cases: [{ caseId, memberIds: chosen.map((r) => r.memberId) }] })}
        >
          {tb('openCount')}
        </Button>
      )}
      <Button size="small" type="text" onClick={onUnselect}>
        {t('unselect')}
      </Button>
    </footer>
  );
}
