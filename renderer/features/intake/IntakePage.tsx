import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usualTrack } from '../../../shared/features/enquiries/enquiries.rules.ts';
import { callQuery } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/DataState.tsx';
import { useToday } from '../../ui/today.ts';
import '../case/case.css';
import { IntakeEditor } from './IntakeEditor.tsx';
import { emptyIntake } from './intake-form.ts';
import { loadDraft } from './use-draft.ts';

/** A new case, from the first visit. What was typed last time and not saved as a case is there again. */
export function IntakePage() {
  const { t } = useTranslation();
  return useMay('case.write') ? (
    <Intake />
  ) : (
    <EmptyState title={t('readerOnly')} text={t('readerOnlyText')} />
  );
}

function Intake() {
  const today = useToday();
  const { state } = useSession();
  const [round, setRound] = useState(0);
  const draft = useQuery({
    queryKey: ['case', 'draft', round] as const,
    queryFn: () => loadDraft(today),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const settings = useQuery(callQuery(['office', 'settings'] as const, 'office.settings', {}));
  if (draft.isError) return <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />;
  if (draft.data === undefined || settings.isPending) return <Loading rows={12} />;
  // Who starts afresh gets an empty form, even where another window has kept a draft since.
  const kept = round === 0 ? draft.data : null;
  const fresh = emptyIntake(today, settings.data?.tribunalName ?? '', usualTrack(settings.data?.kinds ?? []));
  return (
    <IntakeEditor
      key={`${state.folder}${round}`}
      initial={kept?.form ?? fresh}
      restoredAt={kept ? kept.savedAt : undefined}
      onStartAfresh={() => setRound(round + 1)}
    />
  );
}
