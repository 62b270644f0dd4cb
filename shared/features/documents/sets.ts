import type { TrackId } from '../../law/index.ts';
import type { LocalText } from './filing-facts.ts';
import { type FormId, formIds } from './form-ids.ts';

/** What is handed in or sent out together at one stage, in the order of the bundle. */
interface DocumentSet {
  readonly title: LocalText;
  readonly forms: readonly FormId[];
}

const sets = {
  'arbitration-filing': {
    title: { zh: '申请仲裁', en: 'Applying for arbitration' },
    forms: [
      'arb-application',
      'arb-party-info',
      'arb-group-roster',
      'arb-group-rep',
      'wage-schedule',
      'evidence-list',
      'power-of-attorney',
      'legal-rep-certificate',
      'service-address',
    ],
  },
  'arbitration-answer': {
    title: { zh: '仲裁答辩', en: 'Answering in arbitration' },
    forms: [
      'arb-defence',
      'arb-counterclaim',
      'jurisdiction-objection',
      'evidence-list',
      'power-of-attorney',
      'legal-rep-certificate',
      'service-address',
    ],
  },
  'arbitration-pending': {
    title: { zh: '仲裁过程中的申请', en: 'Requests while arbitration is pending' },
    forms: [
      'extension-request',
      'recusal-request',
      'claim-change',
      'advance-enforcement',
      'property-preservation',
      'evidence-collection',
      'witness-request',
      'arb-withdrawal',
    ],
  },
  'commission-intake': {
    title: { zh: '仲裁委：收件与立案', en: 'Commission: intake' },
    forms: [
      'arb-receipt-supplement',
      'arb-acceptance',
      'arb-nonacceptance',
      'arb-respond',
      'arb-evidence-notice',
      'service-receipt',
    ],
  },
  'commission-hearing': {
    title: { zh: '仲裁委：组庭与开庭', en: 'Commission: hearing' },
    forms: ['arb-hearing-notice', 'arb-hearing-transcript', 'service-receipt'],
  },
  'commission-outcome': {
    title: { zh: '仲裁委：结案', en: 'Commission: outcome' },
    forms: ['arb-mediation-statement', 'arb-award', 'service-receipt'],
  },
  'commission-decision': {
    title: { zh: '仲裁委：程序决定', en: 'Commission: decisions' },
    forms: ['arb-decision', 'service-receipt'],
  },
  'mediation-filing': {
    title: { zh: '申请调解', en: 'Applying for mediation' },
    forms: [
      'med-application',
      'arb-group-roster',
      'arb-group-rep',
      'wage-schedule',
      'evidence-list',
      'power-of-attorney',
      'service-address',
    ],
  },
  'mediation-intake': {
    title: { zh: '调解受理', en: 'Taking up a mediation' },
    forms: ['med-register', 'med-acceptance'],
  },
  'mediation-session': {
    title: { zh: '调解会', en: 'Mediation session' },
    forms: ['med-transcript'],
  },
  'mediation-outcome': {
    title: { zh: '调解结果', en: 'Outcome of a mediation' },
    forms: ['med-agreement', 'med-termination'],
  },
  'mediation-securing': {
    title: { zh: '固定协议效力', en: 'Securing an agreement' },
    forms: [
      'arb-review-application',
      'judicial-confirmation',
      'payment-order',
      'evidence-list',
      'power-of-attorney',
    ],
  },
  'court-filing': {
    title: { zh: '起诉', en: 'Going to court' },
    forms: [
      'court-complaint',
      'wage-schedule',
      'evidence-list',
      'power-of-attorney',
      'legal-rep-certificate',
      'service-address',
      'fee-relief',
      'property-preservation',
    ],
  },
  'court-answer': {
    title: { zh: '应诉答辩', en: 'Answering in court' },
    forms: ['court-answer', 'evidence-list', 'power-of-attorney', 'legal-rep-certificate', 'service-address'],
  },
  'award-set-aside': {
    title: { zh: '申请撤销裁决', en: 'Setting an award aside' },
    forms: ['set-aside-award', 'evidence-list', 'power-of-attorney', 'legal-rep-certificate'],
  },
  enforcement: {
    title: { zh: '申请执行', en: 'Enforcement' },
    forms: ['enforcement-application', 'power-of-attorney', 'service-address'],
  },
  'pre-action': {
    title: { zh: '催讨与固定证据', en: 'Before action' },
    forms: ['wage-schedule', 'wage-settlement', 'lawyer-letter'],
  },
  'inspection-filing': {
    title: { zh: '投诉欠薪', en: 'Complaining to the inspection' },
    forms: ['wage-complaint', 'arb-group-roster', 'wage-schedule', 'evidence-list', 'power-of-attorney'],
  },
  'injury-filing': {
    title: { zh: '申请工伤认定', en: 'Recognition of a work injury' },
    forms: ['work-injury-application', 'evidence-list', 'power-of-attorney'],
  },
  'legal-aid-filing': {
    title: { zh: '申请法律援助', en: 'Applying for legal aid' },
    forms: ['la-application', 'la-hardship'],
  },
  'legal-aid-decision': {
    title: { zh: '法律援助审批与指派', en: 'Deciding on legal aid' },
    forms: ['la-grant', 'la-refusal', 'la-assignment'],
  },
  'legal-aid-start': {
    title: { zh: '法律援助接案', en: 'Starting a legal-aid case' },
    forms: ['la-engagement', 'power-of-attorney', 'la-letter'],
  },
  'legal-aid-closing': {
    title: { zh: '法律援助结案', en: 'Closing a legal-aid case' },
    forms: ['la-closing-report', 'file-cover-index'],
  },
  archive: {
    title: { zh: '归档', en: 'Archiving' },
    forms: ['file-cover-index'],
  },
  all: { title: { zh: '全部文书', en: 'All documents' }, forms: formIds },
} as const satisfies Record<string, DocumentSet>;

export type SetId = keyof typeof sets;

export const setIds = Object.keys(sets) as [SetId, ...SetId[]];

export const documentSets: Readonly<Record<SetId, DocumentSet>> = sets;

const aidSets: Readonly<Record<string, SetId>> = {
  'not-applied': 'legal-aid-filing',
  supplement: 'legal-aid-filing',
  'deemed-withdrawn': 'legal-aid-filing',
  assigned: 'legal-aid-start',
  active: 'legal-aid-start',
  closing: 'legal-aid-closing',
  'file-review': 'legal-aid-closing',
  closed: 'legal-aid-closing',
};

/** The papers with which somebody who opens a case most likely begins. */
export const usualSet = (track: TrackId, stage: string): SetId =>
  track === 'legal-aid' ? (aidSets[stage] ?? 'legal-aid-decision') : 'arbitration-filing';
