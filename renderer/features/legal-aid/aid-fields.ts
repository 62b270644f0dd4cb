import {
  type AidKind,
  aidChannels,
  aidForms,
  aidGroups,
  aidMatters,
  aidPapers,
  filePapers,
  noConditionGrounds,
} from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';

export type Draft = Readonly<Record<string, unknown>>;

export interface FieldSpec {
  readonly key: string;
  readonly type:
    | 'date'
    | 'line'
    | 'text'
    | 'number'
    | 'money'
    | 'choice'
    | 'choices'
    | 'yes-no'
    | 'papers'
    | 'household'
    | 'costs'
    | 'member'
    | 'lawyer'
    | 'standard'
    | 'family'
    | 'minutes';
  /** Values and the group of their names in `option`. */
  readonly values?: readonly string[];
  readonly names?: string;
  readonly required?: true;
  /** Over both columns. */
  readonly wide?: true;
  readonly when?: (draft: Draft) => boolean;
}

const date = (key: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ key, type: 'date', ...more });
const text = (key: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  key,
  type: 'text',
  wide: true,
  ...more,
});
const choice = (
  key: string,
  names: string,
  values: readonly string[],
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ key, type: 'choice', names, values, ...more });
const required = { required: true } as const;
const not = (key: string, value: unknown) => (draft: Draft) => draft[key] !== value;

const refusalGrounds = ['out-of-scope', 'no-hardship', 'not-competent', 'other'];
const endGrounds = [
  'fraud',
  'facts-concealed',
  'unlawful-use',
  'case-ended',
  'own-lawyer',
  'conditions-changed',
  'requested',
  'other',
];

/** What is asked for each step, in the order in which it is known. */
export const fieldsOf: Readonly<Record<AidKind, readonly FieldSpec[]>> = {
  application: [
    date('receivedOn', required),
    choice('channel', 'channel', aidChannels, required),
    choice('matter', 'matter', aidMatters, required),
    choice('form', 'form', aidForms, required),
    { key: 'groups', type: 'choices', names: 'groups', values: aidGroups, wide: true },
    choice('noCondition', 'noCondition', noConditionGrounds),
    date('pledgeOn'),
    { key: 'papers', type: 'papers', names: 'aidPapers', values: aidPapers, wide: true },
    text('reason'),
    date('supplementAskedOn'),
    date('supplementedOn', { when: not('supplementAskedOn', null) }),
    date('lapsedOn', { when: not('supplementAskedOn', null) }),
    date('urgentOn'),
    choice('urgentGround', 'urgentGround', ['limit', 'preservation', 'other-urgent'], {
      required: true,
      when: not('urgentOn', null),
    }),
  ],
  means: [
    date('assessedOn', required),
    { key: 'memberId', type: 'member' },
    choice('verifiedBy', 'verifiedBy', ['pledge', 'data-sharing', 'papers']),
    { key: 'household', type: 'household', wide: true },
    { key: 'thresholdFen', type: 'money' },
    { key: 'thresholdSource', type: 'line', when: not('thresholdFen', null), required: true },
    { key: 'assetLimitFen', type: 'money' },
    { key: 'assetsFen', type: 'money' },
    text('note'),
  ],
  decision: [
    date('decidedOn', required),
    choice('result', 'decision', ['granted', 'refused', 'terminated'], required),
    choice('ground', 'ground', refusalGrounds, { required: true, when: (d) => d.result === 'refused' }),
    choice('ground', 'ground', endGrounds, { required: true, when: (d) => d.result === 'terminated' }),
    choice('form', 'form', aidForms, { when: (d) => d.result === 'granted' }),
    { key: 'number', type: 'line' },
    date('servedOn'),
    text('reason', { when: (d) => d.result === 'granted' }),
    text('reason', { required: true, when: not('result', 'granted') }),
  ],
  objection: [
    date('objectedOn', required),
    { key: 'bureau', type: 'line', required: true },
    text('grounds'),
    date('decidedOn'),
    { key: 'upheld', type: 'yes-no', names: 'upheld', when: not('decidedOn', null), required: true },
  ],
  assignment: [
    { key: 'lawyerId', type: 'lawyer', wide: true, required: true },
    date('assignedOn', required),
    { key: 'number', type: 'line' },
    { key: 'familyCaseIds', type: 'family', wide: true },
    text('reason'),
    date('endedOn'),
    choice(
      'endReason',
      'endReason',
      ['declined', 'conflict', 'asked-by-applicant', 'unable', 'breach', 'done'],
      { required: true, when: not('endedOn', null) },
    ),
    text('endNote', { when: not('endedOn', null) }),
  ],
  engagement: [date('signedOn', required), date('metOn'), text('lateReason')],
  visit: [
    date('visitedOn', required),
    choice('how', 'how', ['call', 'visit', 'court', 'file', 'survey'], required),
    text('findings'),
    choice('satisfaction', 'satisfaction', ['1', '2', '3', '4', '5']),
    { key: 'followUp', type: 'line' },
    date('followUpOn', { required: true, when: (d) => typeof d.followUp === 'string' && d.followUp !== '' }),
    date('followUpDoneOn', { when: not('followUpOn', null) }),
  ],
  subsidy: [
    { key: 'standardId', type: 'standard', wide: true, required: true },
    { key: 'workers', type: 'number', required: true },
    { key: 'minutes', type: 'minutes' },
    { key: 'costs', type: 'costs', wide: true },
    { key: 'deductionFen', type: 'money' },
    { key: 'deductionReason', type: 'line', when: not('deductionFen', null), required: true },
    date('approvedOn'),
    date('paidOn', { when: not('approvedOn', null) }),
    { key: 'voucher', type: 'line', when: not('paidOn', null) },
  ],
  closing: [
    date('resultOn', required),
    choice(
      'result',
      'closing',
      ['award', 'judgment', 'mediation', 'settlement', 'withdrawn', 'ended'],
      required,
    ),
    choice('supported', 'supported', ['all', 'part', 'none']),
    { key: 'gainedFen', type: 'money' },
    text('report', { when: (d) => d.submittedOn === null }),
    text('report', { required: true, when: not('submittedOn', null) }),
    { key: 'papers', type: 'papers', names: 'filePapers', values: filePapers, wide: true },
    date('submittedOn'),
    date('returnedOn', { when: not('submittedOn', null) }),
    { key: 'returnReason', type: 'line', when: not('returnedOn', null), required: true },
    date('acceptedOn', { when: not('submittedOn', null) }),
  ],
};

/** Kept by the centre alone: who handles the case does not see these fields. */
export const centreOnly = new Set([
  'approvedOn',
  'paidOn',
  'voucher',
  'returnedOn',
  'returnReason',
  'acceptedOn',
]);

/** A new step as it first stands. */
export function emptyDraft(kind: AidKind, today: PlainDate, workers: number): Draft {
  switch (kind) {
    case 'application':
      return {
        receivedOn: today,
        channel: 'counter',
        matter: 'wages',
        form: 'arbitration-mediation',
        groups: [],
        papers: {},
        supplementAskedOn: null,
        urgentOn: null,
      };
    case 'means':
      return { assessedOn: today, memberId: null, household: [], thresholdFen: null };
    case 'decision':
      return { decidedOn: today, result: 'granted', ground: null };
    case 'objection':
      return { objectedOn: today, bureau: '', decidedOn: null };
    case 'assignment':
      return { assignedOn: today, lawyerId: '', familyCaseIds: [], endedOn: null };
    case 'engagement':
      return { signedOn: today };
    case 'visit':
      return { visitedOn: today, how: 'call', followUpOn: null };
    case 'subsidy':
      return {
        standardId: '',
        workers: Math.max(workers, 1),
        minutes: 0,
        costs: [],
        deductionFen: null,
        approvedOn: null,
        paidOn: null,
      };
    case 'closing':
      return { resultOn: today, result: 'award', papers: {}, submittedOn: null, returnedOn: null };
  }
}

/** What is sent: fields that are not asked for as things stand are left out, so that none stays behind unseen. */
export function cleaned(kind: AidKind, draft: Draft): Record<string, unknown> {
  const out: Record<string, unknown> = { kind };
  for (const field of fieldsOf[kind]) {
    if (field.when && !field.when(draft)) continue;
    const value = draft[field.key];
    if (value === undefined) continue;
    out[field.key] = field.key === 'satisfaction' && typeof value === 'string' ? Number(value) : value;
  }
  return out;
}
