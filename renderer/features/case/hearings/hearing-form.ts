import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue } from 'react';
import type { Input, ProcedureName } from '../../../../shared/contract/api.ts';
import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import {
  type Hearing,
  type HearingInput,
  hearingSchema,
} from '../../../../shared/features/hearings/hearings.contract.ts';
import type { HearingKind } from '../../../../shared/features/hearings/hearings.rules.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { callQuery } from '../../../app/query.ts';
import type { Answer } from '../../../transport/client.ts';
import { platform } from '../../../transport/platform.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { caseKey } from '../case.queries.ts';

type Person = NonNullable<HearingInput['people']>[number];

/** A hearing as it is being typed. */
export interface HearingForm {
  readonly kind: HearingKind;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly roomId: string | null;
  readonly place: string;
  readonly mode: 'in-person' | 'online';
  readonly people: readonly Person[];
  readonly note: string;
}

/** What a hearing in this procedure usually is. */
const usualKind = (track: CaseTrack): HearingKind =>
  track === 'mediation'
    ? 'mediation'
    : track === 'arbitration' || track === 'litigation'
      ? 'hearing'
      : 'meeting';

export function formOf(track: CaseTrack, from: Hearing | null): HearingForm {
  return {
    kind: from?.kind ?? usualKind(track),
    date: from?.date ?? '',
    start: from?.start ?? '09:00',
    end: from?.end ?? '11:30',
    roomId: from?.roomId ?? null,
    place: from?.place ?? '',
    mode: from?.mode ?? 'in-person',
    people: from?.people ?? [],
    note: from?.note ?? '',
  };
}

export const inputOf = (form: HearingForm): HearingInput => ({
  ...form,
  // A row that was added and left blank says nothing.
  people: form.people.filter((p) => p.name.trim() !== ''),
});

export function issuesIn(form: HearingForm): FieldIssue[] {
  const checked = hearingSchema.safeParse(inputOf(form));
  return checked.success ? [] : issuesOf(checked.error);
}

/** The room of a hearing where it was deleted since; none while the rooms are not yet known. */
export function goneRoom(
  hearing: Hearing | null,
  rooms: readonly { readonly id: string }[] | undefined,
): { readonly id: string; readonly name: string }[] {
  if (!hearing?.roomId || !rooms || rooms.some((r) => r.id === hearing.roomId)) return [];
  return [{ id: hearing.roomId, name: hearing.roomName ?? '' }];
}

/** `HH:MM` two and a half hours on, within the day. */
export function laterBy(start: string, minutes: number): string {
  const m = /^(\d\d):(\d\d)$/.exec(start);
  if (!m) return '';
  const total = Math.min(Number(m[1]) * 60 + Number(m[2]) + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Clashes, rest days and limits of what is being typed; asked a moment after each change, nothing is stored. */
export function useHearingCheck(caseId: string, hearingId: string | null, form: HearingForm) {
  const { place: _place, note: _note, ...asked } = useDeferredValue(form);
  const ready = isPlainDate(asked.date);
  const input = {
    caseId,
    hearingId,
    ...asked,
    people: asked.people.filter((p) => p.name.trim() !== ''),
    // Not yet readable: the day alone is looked at.
    start: asked.start.slice(0, 10),
    end: asked.end.slice(0, 10),
  };
  return useQuery({
    ...callQuery(
      [...caseKey(caseId), 'hearing-check', JSON.stringify(input)] as const,
      'hearings.check',
      input,
    ),
    enabled: ready,
    gcTime: 0,
    placeholderData: (before) => before,
  });
}

type CaseCall = Extract<ProcedureName, `hearings.${string}` | `calendar.${string}`>;

/** A change about one record of a case; everything that shows the case is read again before it returns. */
export function useCaseCall(
  caseId: string,
): <N extends CaseCall>(name: N, input: Input<N>) => Promise<Answer<N>> {
  const queries = useQueryClient();
  return useCallback(
    async (name, input) => {
      const output = await platform().client.call(name, input);
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      void queries.invalidateQueries({ queryKey: ['case'], predicate: (q) => q.queryKey[1] !== 'one' });
      return output;
    },
    [caseId, queries],
  );
}
