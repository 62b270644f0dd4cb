import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { Finding, HearingCheck } from '../../../../shared/features/hearings/hearings.contract.ts';
import { hearingLaw, overlaps } from '../../../../shared/features/hearings/hearings.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { citation, dueDate } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { foldName } from '../people/index.ts';
import { type HearingData, kindOf } from './hearings.mappers.ts';

interface Asked {
  readonly caseId: string;
  /** The hearing that is being changed, which is not in its own way. */
  readonly hearingId: string | null;
  readonly track: CaseTrack;
  readonly hearing: HearingData;
  /** The day its notice went out, where it did; then the limit is held against that day. */
  readonly noticeOn: string | null;
  readonly today: PlainDate;
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Outside these a hearing is most likely a slip of the keys. */
const usual = { from: '07:00', to: '21:00' };

/**
 * What stands in the way of a day and time: clashes of room, case, bench, agents and parties; rest days; the notice
 * periods. Half-typed times find no clash.
 * @param handles `db` sees what the caller sees; `office` sees every hearing, of which the caller is told only that the
 * room is in use and when.
 */
export async function checkHearing(
  { db, office }: { readonly db: ReadHandle; readonly office: ReadHandle },
  law: LawData,
  asked: Asked,
): Promise<HearingCheck> {
  const { hearing, today } = asked;
  const others = await sameDay(db, asked);
  const findings: Finding[] = [];
  const find = (
    code: Finding['code'],
    what: string,
    other: (typeof others)[number] | null = null,
    due: PlainDate | null = null,
  ): void => {
    findings.push({
      code,
      severity: other ? 'clash' : 'notice',
      what,
      other: other && {
        caseId: other.case_id,
        number: other.number,
        start: other.start_time,
        end: other.end_time,
      },
      due,
    });
  };

  const complete = time.test(hearing.start) && time.test(hearing.end) && hearing.end > hearing.start;
  const at = others.filter((o) => complete && overlaps({ start: o.start_time, end: o.end_time }, hearing));
  for (const o of at) {
    if (o.case_id === asked.caseId) find('same-case', '', o);
    if (hearing.roomId !== null && o.room_id === hearing.roomId) find('room-taken', o.room_name ?? '', o);
    const sitting = JSON.parse(o.people) as HearingData['people'];
    for (const p of hearing.people) if (sitting.some((s) => samePerson(s, p))) find('bench-taken', p.name, o);
  }
  if (complete && hearing.roomId !== null && !findings.some((f) => f.code === 'room-taken'))
    for (const o of await roomElsewhere(office, asked, others))
      findings.push({
        code: 'room-in-use',
        severity: 'clash',
        what: `${o.room_name ?? ''} ${o.start_time}–${o.end_time}`,
        other: null,
        due: null,
      });
  const clashing = at.filter((o) => o.case_id !== asked.caseId);
  for (const { name, caseId } of await sharedAgents(
    db,
    asked.caseId,
    clashing.map((o) => o.case_id),
  ))
    find('agent-taken', name, clashing.find((o) => o.case_id === caseId) ?? null);
  for (const { name, caseId } of await sharedParties(
    db,
    asked.caseId,
    clashing.map((o) => o.case_id),
  ))
    find('party-taken', name, clashing.find((o) => o.case_id === caseId) ?? null);

  const day = law.calendar.dayOf(hearing.date);
  if (!day.working) find('rest-day', day.name?.zh ?? '');
  if (!day.known) find('calendar-unknown', hearing.date.slice(0, 4));
  if (hearing.date < today) find('past-day', hearing.date);
  if (complete && (hearing.start < usual.from || hearing.end > usual.to))
    find('office-hours', `${hearing.start}–${hearing.end}`);

  const rules = hearingLaw(asked.track, hearing.kind);
  const limits = rules.rules.flatMap((ruleId, i) => {
    const found = dueDate(ruleId, { trigger: hearing.date }, law);
    if (found.due === null) return [];
    const late = i === 0 && found.due < (asked.noticeOn ?? today);
    if (late) find('notice-late', '', null, found.due);
    return [
      {
        ruleId,
        title: found.rule.title,
        due: found.due,
        citation: citation(found.source),
        provisional: found.provisional,
        late,
      },
    ];
  });
  return {
    findings,
    limits,
    day: others.map((o) => ({
      id: o.id,
      caseId: o.case_id,
      number: o.number,
      start: o.start_time,
      end: o.end_time,
      roomName: o.room_name,
      kind: kindOf(o),
    })),
  };
}

type Sitting = HearingData['people'][number];
const samePerson = (a: Sitting, b: Sitting): boolean =>
  a.userId !== null && b.userId !== null ? a.userId === b.userId : foldName(a.name) === foldName(b.name);

/** Hearings out of the caller's sight that take the room at that time. */
async function roomElsewhere(
  office: ReadHandle,
  { hearing, hearingId, caseId }: Asked,
  seen: readonly { readonly id: string }[],
) {
  const rows = await office
    .selectFrom('hearing')
    .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
    .leftJoin('room', 'room.id', 'hearing.room_id')
    .select(['hearing.id', 'hearing.start_time', 'hearing.end_time', 'room.name as room_name'])
    .where('hearing.date', '=', hearing.date)
    .where('hearing.room_id', '=', hearing.roomId)
    .where('hearing.case_id', '!=', caseId)
    .where('hearing.state', 'in', ['scheduled', 'held'])
    .where('hearing.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .orderBy('hearing.start_time')
    .execute();
  const known = new Set(seen.map((s) => s.id));
  return rows.filter(
    (r) =>
      r.id !== hearingId && !known.has(r.id) && overlaps({ start: r.start_time, end: r.end_time }, hearing),
  );
}

/** What is set down on that day, by time; a day has few. */
async function sameDay(db: ReadHandle, { hearing, hearingId }: Asked) {
  const rows = await db
    .selectFrom('hearing')
    .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
    .leftJoin('room', 'room.id', 'hearing.room_id')
    .select([
      'hearing.id',
      'hearing.case_id',
      'hearing.kind',
      'hearing.start_time',
      'hearing.end_time',
      'hearing.room_id',
      'hearing.people',
      'room.name as room_name',
      'case_file.number',
    ])
    .where('hearing.date', '=', hearing.date)
    .where('hearing.state', 'in', ['scheduled', 'held'])
    .where('hearing.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .orderBy('hearing.start_time')
    .limit(300)
    .execute();
  return rows.filter((r) => r.id !== hearingId);
}

interface Shared {
  readonly name: string;
  readonly caseId: string;
}

/** Agents of this case who also act in the others: by licence, or by name where the firm does not tell them apart. */
async function sharedAgents(db: ReadHandle, caseId: string, others: readonly string[]): Promise<Shared[]> {
  if (others.length === 0) return [];
  const rows = await db
    .selectFrom('agent')
    .select(['case_id', 'name', 'firm', 'licence_number'])
    .where('case_id', 'in', [caseId, ...others])
    .where('deleted_at', 'is', null)
    .execute();
  const own = rows.filter((r) => r.case_id === caseId);
  return rows
    .filter((r) => r.case_id !== caseId)
    .flatMap((r) => {
      const same = own.some((o) =>
        o.licence_number && r.licence_number
          ? o.licence_number === r.licence_number
          : foldName(o.name) === foldName(r.name) &&
            (!o.firm || !r.firm || foldName(o.firm) === foldName(r.firm)),
      );
      return same ? [{ name: r.name, caseId: r.case_id }] : [];
    });
}

/** Workers and units that the directory knows as parties of both cases. At most five: the first says enough. */
async function sharedParties(db: ReadHandle, caseId: string, others: readonly string[]): Promise<Shared[]> {
  if (others.length === 0) return [];
  const found: Shared[] = [];
  for (const table of ['case_member', 'respondent'] as const)
    found.push(
      ...(await db
        .selectFrom(`${table} as a` as 'case_member as a')
        .innerJoin(`${table} as b` as 'case_member as b', 'b.person_id', 'a.person_id')
        .select(['a.name as name', 'b.case_id as caseId'])
        .where('a.case_id', '=', caseId)
        .where('a.deleted_at', 'is', null)
        .where('a.person_id', 'is not', null)
        .where('b.case_id', 'in', others)
        .where('b.deleted_at', 'is', null)
        .limit(5)
        .execute()),
    );
  return found;
}
