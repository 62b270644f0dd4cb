import type { TrackId } from '../../law/common.ts';

export const hearingKinds = ['hearing', 'mediation', 'meeting'] as const;
export type HearingKind = (typeof hearingKinds)[number];
export const hearingStates = ['scheduled', 'held', 'adjourned', 'cancelled'] as const;
export const hearingModes = ['in-person', 'online'] as const;
/** What somebody does at a hearing on the side of the office. */
export const benchRoles = ['presiding', 'arbitrator', 'sole', 'mediator', 'clerk'] as const;
export const attendanceStates = ['present', 'late', 'absent', 'left'] as const;
export const partySides = ['applicant', 'respondent', 'agent', 'witness', 'other'] as const;

/** What a hearing does to the procedure of its case, and which rules it must keep. */
interface HearingLaw {
  /** Event recorded when its day is fixed. */
  readonly set: string | null;
  readonly notice: string | null;
  readonly postponed: string | null;
  /** Rules counted back from its day: the first is the last day of the written notice. */
  readonly rules: readonly string[];
  /** Events that may come of it, the usual one first. */
  readonly results: readonly string[];
}

const plain: HearingLaw = { set: null, notice: null, postponed: null, rules: [], results: [] };

/** Sources: 劳动争议调解仲裁法 arts 35, 36; 办案规则 arts 38, 39; 民事诉讼法 arts 139, 146–149. */
export function hearingLaw(track: TrackId, kind: HearingKind): HearingLaw {
  if (kind === 'mediation') {
    if (track === 'mediation')
      return {
        ...plain,
        results: ['mediation-agreed', 'mediation-failed', 'mediation-refused', 'mediation-withdrawn'],
      };
    if (track === 'arbitration') return { ...plain, results: ['settled'] };
    if (track === 'litigation') return { ...plain, results: ['court-mediated'] };
  }
  if (kind !== 'hearing') return plain;
  if (track === 'arbitration')
    return {
      set: 'hearing-set',
      notice: 'hearing-notice-served',
      postponed: 'hearing-postponed',
      rules: ['arb-hearing-notice', 'arb-postpone-request'],
      results: ['hearing-held', 'respondent-absent', 'applicant-absent', 'settled', 'withdrawn'],
    };
  if (track === 'litigation')
    return {
      set: 'court-hearing-set',
      notice: 'summons-served',
      postponed: 'court-hearing-postponed',
      rules: ['lit-hearing-notice'],
      results: [
        'court-hearing-held',
        'defendant-absent',
        'plaintiff-absent',
        'court-mediated',
        'suit-withdrawn',
      ],
    };
  return plain;
}

/**
 * A time as people type it: 9, 930, 9:30, 14.30, 14：30, 9点半, 下午2点, 下午两点半, 2pm.
 * @returns `HH:MM`; `next-day` for 24:00, which is the next day's first minute; null when it is no time.
 */
export function parseTimeText(text: string): string | 'next-day' | null {
  let s = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (s === '') return null;
  const afternoon = /^(下午|晚上|傍晚|中午)/.test(s) || /pm$/.test(s);
  s = s
    .replace(/^(上午|早上|凌晨|下午|晚上|傍晚|中午)/, '')
    .replace(/(am|pm)$/, '')
    .replace(/两/g, '2')
    .replace(/半$/, '30分')
    .replace(/一刻$/, '15分')
    .replace(/三刻$/, '45分');
  const m =
    /^(\d{1,2})[:.点时](\d{1,2})?分?$/.exec(s) ?? /^(\d{1,2})(\d{2})$/.exec(s) ?? /^(\d{1,2})$/.exec(s);
  if (!m) return null;
  let hour = Number(m[1]);
  const minute = Number(m[2] ?? 0);
  if (afternoon && hour < 12 && hour > 0) hour += 12;
  if (hour === 24 && minute === 0) return 'next-day';
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether two spans of one day share a minute; one may begin when the other ends. */
export function overlaps(
  a: { readonly start: string; readonly end: string },
  b: { readonly start: string; readonly end: string },
): boolean {
  return a.start < b.end && b.start < a.end;
}
