import {
  type AgentInput,
  agentSchema,
  type RespondentInput,
  respondentSchema,
} from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import type { Reading } from '../worker/worker-form.ts';

type Blankable<T> = { readonly [K in keyof T]-?: string | null extends T[K] ? string : NonNullable<T[K]> };

export const statuses = ['active', 'revoked', 'deregistered', 'unlicensed', 'unknown'] as const;

/** One respondent as typed; blank text for nothing. */
export type RespondentForm = Blankable<Required<RespondentInput>> & Recognised;
export type AgentForm = Blankable<Required<AgentInput>> & Recognised;

interface Recognised {
  /** Whom of the directory somebody has recognised: told beside the record, not in it. */
  readonly samePerson?: string | null;
}

export function emptyRespondent(over: Partial<RespondentForm> = {}): RespondentForm {
  return {
    kind: 'organisation',
    name: '',
    capacity: 'employer',
    footing: 'principal',
    uscc: '',
    idNumber: '',
    phone: '',
    registeredAddress: '',
    mailAddress: '',
    representativeName: '',
    representativeTitle: '',
    representativeKind: 'legal-representative',
    standing: 'party',
    status: 'unknown',
    ...over,
  };
}

export function emptyAgent(over: Partial<AgentForm> = {}): AgentForm {
  return {
    principalId: '',
    kind: 'legal-aid-lawyer',
    name: '',
    firm: '',
    licenceNumber: '',
    idNumber: '',
    phone: '',
    relation: '',
    stages: ['arbitration'],
    specialPowers: [],
    from: '',
    to: '',
    ...over,
  };
}

/** Blank texts become null, which is how the contract writes a missing fact. */
function blanksToNull<T extends object>(form: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => [
      key,
      typeof value === 'string' && value.trim() === '' ? null : value,
    ]),
  );
}

function nullsToBlank<T extends object>(record: T): Blankable<T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value ?? ''])) as Blankable<T>;
}

export function readRespondent(
  { samePerson: _, ...form }: RespondentForm,
  prefix = '',
): Reading<RespondentInput> {
  const input = { ...blanksToNull(form), name: form.name } as RespondentInput;
  const checked = respondentSchema.safeParse(input);
  return {
    input,
    issues: checked.success ? [] : issuesOf(checked.error).map((i) => ({ ...i, path: `${prefix}${i.path}` })),
  };
}

export function readAgent({ samePerson: _, ...form }: AgentForm, prefix = ''): Reading<AgentInput> {
  const input = { ...blanksToNull(form), name: form.name } as AgentInput;
  const checked = agentSchema.safeParse(input);
  const issues = checked.success
    ? []
    : issuesOf(checked.error).map((i) => ({ ...i, path: `${prefix}${i.path}` }));
  if (form.from !== '' && form.to !== '' && form.to < form.from) {
    return { input, issues: [...issues, { path: `${prefix}to`, code: 'dates-reversed' }] };
  }
  return { input, issues };
}

export function respondentForm(record: CaseFile['respondents'][number]): RespondentForm {
  const { id: _id, position: _position, version: _version, ...rest } = record;
  return nullsToBlank(rest);
}

export function agentForm(record: CaseFile['agents'][number]): AgentForm {
  const { id: _id, position: _position, version: _version, ...rest } = record;
  return nullsToBlank(rest);
}
