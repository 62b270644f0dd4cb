import { useQuery } from '@tanstack/react-query';
import { outcomeKinds } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { useKept } from '../../../ui/versions/use-kept.ts';
import { RecordGone } from '../../../ui/versions/use-meeting.tsx';
import { outcomeQuery } from '../case.queries.ts';
import { newId, type OpenSheet } from '../field-link.ts';
import type { TabProps } from '../tabs/tab.ts';
import { OutcomeSheet } from './OutcomeSheet.tsx';
import { PaymentSheet } from './PaymentSheet.tsx';

/** `outcome:<id>`, `outcome:new:award`, `payment:<id>`, `payment:new`. */
export function OutcomeSheets({ file, readOnly, open }: TabProps & { readonly open: OpenSheet }) {
  const kept = useKept(`${open.kind}:${open.id}`);
  const { data } = useQuery(outcomeQuery(file.id));
  if (!data || open.id === null) return null;
  const isNew = open.id.startsWith(newId);
  if (open.kind === 'payment') {
    const record = kept.keep(data.payments.find((p) => p.id === open.id && p.removedAt === null));
    return isNew || record ? (
      <RecordGone value={kept.gone()}>
        <PaymentSheet key={open.id} file={file} data={data} record={record ?? null} readOnly={readOnly} />
      </RecordGone>
    ) : null;
  }
  const record = kept.keep(data.outcomes.find((o) => o.id === open.id));
  const kind = outcomeKinds.find((k) => open.id === `${newId}:${k}`);
  if (!record && !kind) return null;
  return (
    <RecordGone value={kept.gone()}>
      <OutcomeSheet
        key={open.id}
        file={file}
        data={data}
        record={record ?? null}
        kind={record?.kind ?? kind ?? 'settlement'}
        readOnly={readOnly}
      />
    </RecordGone>
  );
}
