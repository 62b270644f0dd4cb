import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { workersOf } from '../../../../shared/features/outcomes/outcome-title.ts';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { usePlace } from '../use-place.ts';
import type { OutcomeData } from './outcome-form.ts';

/** What the document is called, how it stands, and the way into it. */
export function OutcomeHead({ o, names }: { readonly o: OutcomeView; readonly names: OutcomeData['names'] }) {
  const { t } = useTranslation('outcome');
  const { show } = usePlace();
  const state = o.replacedBy === null ? o.state : 'replaced';
  const settles = o.kind === 'settlement';
  return (
    <div className="gd-claim-head">
      <h2>
        {settles ? t(`form.${o.form}`) : t(`kind.${o.kind}`)}
        {o.kind === 'judgment' && ` · ${t(`instance.${o.instance}`)}`}
        {o.number && ` ${o.number}`}
      </h2>
      <StatusChip tone={state === 'in-force' ? 'green' : state === 'draft' ? 'amber' : 'neutral'}>
        {t(settles ? `state.${state}` : `stateAward.${state}`)}
      </StatusChip>
      {o.madeOn && <span className="gd-quiet tabular">{o.madeOn}</span>}
      {!o.number && <span className="gd-quiet">{workersOf(o.lines, (id) => names[id])}</span>}
      {o.secured && <StatusChip tone="accent">{t(`secured.${o.secured}`)}</StatusChip>}
      <span className="gd-spring" />
      <Button size="small" onClick={() => show({ kind: 'outcome', id: o.id })}>
        {t('open')}
      </Button>
    </div>
  );
}
