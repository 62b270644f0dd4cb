import {
  type idTypes,
  type jobEnds,
  type Member,
  type WorkerInput,
  workerSchema,
} from '../../../../shared/features/cases/case.schemas.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import type { WageUnit } from '../../../../shared/law/wages/types.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { isBlankRow, type MonthRow, readFen, readRow, rowFromContract, yuanText } from '../arrears/rows.ts';

export type Answer = 'yes' | 'no' | '';

/** One worker as typed: every field is text, blank for nothing. */
export interface WorkerForm {
  readonly name: string;
  readonly sex: 'male' | 'female' | '';
  readonly birth: string;
  readonly ethnicity: string;
  readonly idType: (typeof idTypes)[number];
  readonly idNumber: string;
  readonly phone: string;
  readonly domicile: string;
  readonly residence: string;
  readonly mailAddress: string;
  readonly occupation: string;
  readonly isMigrant: Answer;
  readonly bankHolder: string;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly guardian: GuardianForm;
  readonly job: JobForm;
  readonly arrears: readonly MonthRow[];
  /** Whom of the directory somebody has recognised. */
  readonly samePerson?: string | null;
}
/** All blank where the worker has no guardian. */
export interface GuardianForm {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string;
  readonly phone: string;
}
export interface JobForm {
  readonly start: string;
  readonly end: string;
  readonly post: string;
  readonly site: string;
  readonly team: string;
  readonly recruiter: string;
  readonly contractSigned: Answer;
  readonly wageUnit: WageUnit | '';
  readonly rate: string;
  readonly payDay: string;
  readonly endKind: (typeof jobEnds)[number] | '';
  readonly endReason: string;
}

export function emptyWorker(job: Partial<JobForm> = {}): WorkerForm {
  return {
    name: '',
    sex: '',
    birth: '',
    ethnicity: '',
    idType: 'resident-id',
    idNumber: '',
    phone: '',
    domicile: '',
    residence: '',
    mailAddress: '',
    occupation: '',
    isMigrant: '',
    bankHolder: '',
    bankName: '',
    bankAccount: '',
    guardian: { name: '', relation: '', idNumber: '', phone: '' },
    job: {
      start: '',
      end: '',
      post: '',
      site: '',
      team: '',
      recruiter: '',
      contractSigned: '',
      wageUnit: 'month',
      rate: '',
      payDay: '',
      endKind: '',
      endReason: '',
      ...job,
    },
    arrears: [],
  };
}

/** Another worker of the same case: site, team and recruiter are most likely the same. */
export function alikeWorker(other: WorkerForm): WorkerForm {
  const { site, team, recruiter, contractSigned, payDay, wageUnit } = other.job;
  return emptyWorker({ site, team, recruiter, contractSigned, payDay, wageUnit });
}

export function isBlankWorker(form: WorkerForm): boolean {
  return (
    [form.name, form.idNumber, form.phone].every((v) => v.trim() === '') && form.arrears.every(isBlankRow)
  );
}

const none = (text: string): string | null => (text.trim() === '' ? null : text);
const text = (value: string | null | undefined): string => value ?? '';

export interface Reading<T> {
  readonly input: T;
  /** Bad fields by the form's own paths; empty when the contract accepts the input. */
  readonly issues: readonly FieldIssue[];
}

/** Form → contract, checked with the contract's own schema. `prefix` goes before every path (`workers.0.`). */
export function readWorker(form: WorkerForm, prefix = ''): Reading<WorkerInput> {
  const issues: FieldIssue[] = [];
  const rateFen = form.job.rate.trim() === '' ? null : readFen(form.job.rate, `${prefix}job.rate`, issues);
  const rows = form.arrears.flatMap((row, index) => {
    if (isBlankRow(row)) return [];
    const reading = readRow(row, `${prefix}arrears.${index}.`);
    issues.push(...reading.issues);
    return reading.row ? [reading.row] : [];
  });
  const input = {
    name: form.name,
    sex: form.sex === '' ? null : form.sex,
    birth: none(form.birth),
    ethnicity: none(form.ethnicity),
    idType: form.idType,
    idNumber: none(form.idNumber.replace(/\s/g, '')),
    phone: none(form.phone),
    domicile: none(form.domicile),
    residence: none(form.residence),
    mailAddress: none(form.mailAddress),
    occupation: none(form.occupation),
    isMigrant: form.isMigrant === '' ? null : form.isMigrant === 'yes',
    bankHolder: none(form.bankHolder),
    bankName: none(form.bankName),
    bankAccount: none(form.bankAccount.replace(/\s/g, '')),
    guardian: readGuardian(form.guardian),
    job: {
      start: none(form.job.start),
      end: none(form.job.end),
      post: none(form.job.post),
      site: none(form.job.site),
      team: none(form.job.team),
      recruiter: none(form.job.recruiter),
      contractSigned: form.job.contractSigned === '' ? null : form.job.contractSigned === 'yes',
      wageUnit: rateFen === null || form.job.wageUnit === '' ? null : form.job.wageUnit,
      rateFen,
      payDay: none(form.job.payDay),
      endKind: form.job.endKind === '' ? null : form.job.endKind,
      endReason: none(form.job.endReason),
    },
    arrears: rows,
  } satisfies WorkerInput;
  const checked = workerSchema.safeParse(input);
  if (!checked.success) {
    for (const issue of issuesOf(checked.error)) {
      issues.push({ ...issue, path: `${prefix}${issue.path.replace('job.rateFen', 'job.rate')}` });
    }
  }
  return { input, issues };
}

function readGuardian(form: GuardianForm): WorkerInput['guardian'] {
  if (Object.values(form).every((value) => value.trim() === '')) return null;
  return {
    name: none(form.name),
    relation: none(form.relation),
    idNumber: none(form.idNumber.replace(/\s/g, '')),
    phone: none(form.phone),
  };
}

export function workerFromMember(member: Member): WorkerForm {
  const { job } = member;
  return {
    name: member.name,
    sex: member.sex ?? '',
    birth: text(member.birth),
    ethnicity: text(member.ethnicity),
    idType: member.idType,
    idNumber: text(member.idNumber),
    phone: text(member.phone),
    domicile: text(member.domicile),
    residence: text(member.residence),
    mailAddress: text(member.mailAddress),
    occupation: text(member.occupation),
    isMigrant: member.isMigrant === null ? '' : member.isMigrant ? 'yes' : 'no',
    bankHolder: text(member.bankHolder),
    bankName: text(member.bankName),
    bankAccount: text(member.bankAccount),
    guardian: {
      name: text(member.guardian?.name),
      relation: text(member.guardian?.relation),
      idNumber: text(member.guardian?.idNumber),
      phone: text(member.guardian?.phone),
    },
    job: {
      start: text(job.start),
      end: text(job.end),
      post: text(job.post),
      site: text(job.site),
      team: text(job.team),
      recruiter: text(job.recruiter),
      contractSigned: job.contractSigned === null ? '' : job.contractSigned ? 'yes' : 'no',
      wageUnit: job.wageUnit ?? 'month',
      rate: yuanText(job.rateFen),
      payDay: text(job.payDay),
      endKind: job.endKind ?? '',
      endReason: text(job.endReason),
    },
    arrears: member.arrears.map(rowFromContract),
  };
}
