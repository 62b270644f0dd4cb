import type { z } from 'zod';
import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { Hearing, hearingSchema } from '../../../../shared/features/hearings/hearings.contract.ts';
import {
  type HearingKind,
  hearingKinds,
  hearingModes,
  hearingStates,
} from '../../../../shared/features/hearings/hearings.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { eventWords } from '../../../../shared/law/index.ts';
import type { HearingTable } from './hearings.table.ts';

export type HearingData = z.output<typeof hearingSchema>;

export const kindOf = (row: { readonly kind: string }): HearingKind =>
  hearingKinds.find((k) => k === row.kind) ?? 'meeting';

export const listOf = (json: string): string[] => JSON.parse(json) as string[];

/** A hearing as the page shows it. */
export function toHearing(
  row: HearingTable & { readonly room_name: string | null; readonly minutes_id: string | null },
  track: CaseTrack,
): Hearing {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: kindOf(row),
    date: row.date as PlainDate,
    start: row.start_time,
    end: row.end_time,
    roomId: row.room_id,
    roomName: row.room_name,
    place: row.place,
    mode: hearingModes.find((m) => m === row.mode) ?? 'in-person',
    people: JSON.parse(row.people) as Hearing['people'],
    note: row.note,
    state: hearingStates.find((s) => s === row.state) ?? 'scheduled',
    setOn: row.set_on as PlainDate,
    noticeOn: row.notice_on as PlainDate | null,
    reason: row.reason,
    followsId: row.follows_id,
    results: listOf(row.results).map((type) => eventWords(track, type)),
    attendance: JSON.parse(row.attendance) as Hearing['attendance'],
    hasMinutes: row.minutes_id !== null,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

/** The columns that a person fills in. */
export function fromHearing(h: HearingData) {
  return {
    kind: h.kind,
    date: h.date,
    start_time: h.start,
    end_time: h.end,
    room_id: h.roomId,
    place: h.place,
    mode: h.mode,
    people: JSON.stringify(h.people),
    note: h.note,
    open_on: h.date,
  };
}

/** Whether a calendar outside has to hear of the difference. */
export function movedFor(row: HearingTable, h: HearingData): boolean {
  return (
    row.date !== h.date ||
    row.start_time !== h.start ||
    row.end_time !== h.end ||
    row.room_id !== h.roomId ||
    row.place !== h.place
  );
}
