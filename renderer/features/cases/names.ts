import { useTranslation } from 'react-i18next';
import type { CaseTrack } from '../../../shared/features/cases/case.schemas.ts';
import { type Bearer, bearers } from '../../../shared/law/common.ts';
import { eventWords, stateOf, trackOf } from '../../../shared/law/tracks/catalogue.ts';
import { useBilingual, useHeading } from '../../app/i18n.ts';
import type { Tone } from '../../ui/StatusChip.tsx';

/** Who must act in time, in words. */
export function useBearerName(): (bearer: string) => string {
  const { t } = useTranslation();
  return (bearer) => {
    const known = bearers.find((b): b is Bearer => b === bearer);
    return known ? t(`bearer.${known}`) : bearer;
  };
}

/** Where a procedure stands, in words. */
export function useStageName(): (track: CaseTrack, stage: string) => string {
  const pick = useBilingual();
  return (track, stage) => pick(stateOf(track, stage).title);
}

/** What an event is called in the procedure of its case. */
export function useEventName(track: CaseTrack): (type: string) => string {
  const pick = useHeading();
  return (type) => pick(eventWords(track, type));
}

const stopped = new Set([
  'correcting',
  'deferred',
  'suspended',
  'stayed',
  'supplement',
  'blocked',
  'default',
]);
const adverse = new Set([
  'rejected',
  'sue-able',
  'refused',
  'dismissed',
  'denied',
  'failed',
  'void',
  'defaulted',
  'ended-this-time',
  'terminated',
]);
const ended = new Set([
  'withdrawn',
  'deemed-withdrawn',
  'cancelled',
  'transferred',
  'redirected',
  'archived',
]);

/** The colour of a stage: waiting, gone wrong, under way, done; the word stands beside it. */
export function stageTone(track: CaseTrack, stage: string): Tone {
  if (stopped.has(stage)) return 'amber';
  if (adverse.has(stage)) return 'red';
  if (ended.has(stage) || stateOf(track, stage) === trackOf(track).initial) return 'neutral';
  return stateOf(track, stage).open ? 'accent' : 'green';
}
