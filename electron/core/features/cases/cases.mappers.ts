import type { Selectable } from 'kysely';
import type { z } from 'zod';
import {
  type agentSchema,
  arrearsRowSchema,
  type eventSchema,
  factsSchema,
  jobSchema,
  type Member,
  memberSchema,
  type respondentSchema,
  type workerSchema,
} from '../../../../shared/features/cases/case.schemas.ts';
import {
  agentRecordSchema,
  type CaseFile,
  caseFileSchema,
  caseRowSchema,
  eventRecordSchema,
  respondentRecordSchema,
} from '../../../../shared/features/cases/cases.contract.ts';
import type {
  AgentTable,
  CaseEventTable,
  CaseFileTable,
  CaseMemberTable,
  RespondentTable,
} from './cases.table.ts';

export type Worker = z.output<typeof workerSchema>;
export type Respondent = z.output<typeof respondentSchema>;
export type Agent = z.output<typeof agentSchema>;
export type CaseFacts = z.output<typeof factsSchema>;

const filingSchema = caseFileSchema.pick({ applicantSide: true, unitClaims: true, witnesses: true });

export function toCaseRow(row: Selectable<CaseFileTable>): z.output<typeof caseRowSchema> {
  return caseRowSchema.parse({
    id: row.id,
    number: row.number,
    firstApplicant: row.first_applicant,
    applicantCount: row.applicant_count,
    firstRespondent: row.first_respondent,
    respondentCount: row.respondent_count,
    cause: row.cause,
    track: row.track,
    stage: row.stage,
    status: row.status,
    handlerId: row.handler_id,
    handlerName: row.handler_name,
    nextDate: row.next_date,
    nextRuleId: row.next_rule_id,
    nextProvisional: row.next_provisional === 1,
    amountFen: row.amount_fen,
    receivedOn: row.received_on,
    updatedAt: row.updated_at,
    version: row.version,
  });
}

export function toFacts(json: string): CaseFacts {
  return factsSchema.parse(JSON.parse(json));
}

/** What the case says of the side that files, beside its parties. */
export function toFiling(
  row: Selectable<CaseFileTable>,
): Pick<CaseFile, 'applicantSide' | 'unitClaims' | 'witnesses'> {
  return filingSchema.parse({
    applicantSide: row.applicant_side,
    unitClaims: JSON.parse(row.unit_claims),
    witnesses: JSON.parse(row.witnesses),
  });
}

export function fromWorker(
  worker: Worker,
): Omit<
  CaseMemberTable,
  | 'id'
  | 'case_id'
  | 'position'
  | 'identity_key'
  | 'owed_fen'
  | 'items_fen'
  | 'is_representative'
  | 'deleted_at'
  | 'person_id'
  | 'version'
> {
  return {
    name: worker.name,
    sex: worker.sex,
    birth: worker.birth,
    ethnicity: worker.ethnicity,
    id_type: worker.idType,
    id_number: worker.idNumber,
    phone: worker.phone,
    domicile: worker.domicile,
    residence: worker.residence,
    mail_address: worker.mailAddress,
    occupation: worker.occupation,
    is_migrant: worker.isMigrant === null ? null : worker.isMigrant ? 1 : 0,
    bank_holder: worker.bankHolder,
    bank_name: worker.bankName,
    bank_account: worker.bankAccount,
    guardian: worker.guardian && JSON.stringify(worker.guardian),
    job: JSON.stringify(worker.job),
    arrears: JSON.stringify(worker.arrears),
    // Whoever writes a party marks it: the directory takes it in when the case is derived anew.
    person_stale: 1,
  };
}

export function toMember(row: Selectable<CaseMemberTable>): Member {
  return memberSchema.parse({
    id: row.id,
    position: row.position,
    name: row.name,
    sex: row.sex,
    birth: row.birth,
    ethnicity: row.ethnicity,
    idType: row.id_type,
    idNumber: row.id_number,
    phone: row.phone,
    domicile: row.domicile,
    residence: row.residence,
    mailAddress: row.mail_address,
    occupation: row.occupation,
    isMigrant: row.is_migrant === null ? null : row.is_migrant === 1,
    bankHolder: row.bank_holder,
    bankName: row.bank_name,
    bankAccount: row.bank_account,
    guardian: row.guardian && JSON.parse(row.guardian),
    job: jobSchema.parse(JSON.parse(row.job)),
    arrears: arrearsRowSchema.array().parse(JSON.parse(row.arrears)),
    owedFen: row.owed_fen,
    itemsFen: row.items_fen,
    isRepresentative: row.is_representative === 1,
    version: row.version,
  });
}

export function fromRespondent(
  r: Respondent,
): Omit<RespondentTable, 'id' | 'case_id' | 'position' | 'deleted_at' | 'person_id' | 'version'> {
  return {
    kind: r.kind,
    name: r.name,
    capacity: r.capacity,
    footing: r.footing,
    uscc: r.uscc,
    id_number: r.idNumber,
    phone: r.phone,
    registered_address: r.registeredAddress,
    mail_address: r.mailAddress,
    representative_name: r.representativeName,
    representative_title: r.representativeTitle,
    representative_kind: r.representativeKind,
    standing: r.standing,
    registration_status: r.status,
    person_stale: 1,
  };
}

export function toRespondent(row: Selectable<RespondentTable>): z.output<typeof respondentRecordSchema> {
  return respondentRecordSchema.parse({
    id: row.id,
    position: row.position,
    kind: row.kind,
    name: row.name,
    capacity: row.capacity,
    footing: row.footing,
    uscc: row.uscc,
    idNumber: row.id_number,
    phone: row.phone,
    registeredAddress: row.registered_address,
    mailAddress: row.mail_address,
    representativeName: row.representative_name,
    representativeTitle: row.representative_title,
    representativeKind: row.representative_kind,
    standing: row.standing,
    status: row.registration_status,
    version: row.version,
  });
}

export function fromAgent(
  a: Agent,
): Omit<AgentTable, 'id' | 'case_id' | 'position' | 'deleted_at' | 'person_id' | 'version'> {
  return {
    kind: a.kind,
    name: a.name,
    firm: a.firm,
    licence_number: a.licenceNumber,
    id_number: a.idNumber,
    phone: a.phone,
    relation: a.relation,
    principal_id: a.principalId,
    stages: JSON.stringify(a.stages),
    special_powers: JSON.stringify(a.specialPowers),
    valid_from: a.from,
    valid_to: a.to,
    person_stale: 1,
  };
}

export function toAgent(row: Selectable<AgentTable>): z.output<typeof agentRecordSchema> {
  return agentRecordSchema.parse({
    id: row.id,
    position: row.position,
    kind: row.kind,
    name: row.name,
    firm: row.firm,
    licenceNumber: row.licence_number,
    idNumber: row.id_number,
    phone: row.phone,
    relation: row.relation,
    principalId: row.principal_id,
    stages: JSON.parse(row.stages),
    specialPowers: JSON.parse(row.special_powers),
    from: row.valid_from,
    to: row.valid_to,
    version: row.version,
  });
}

export function toEvent(row: Selectable<CaseEventTable>): z.output<typeof eventRecordSchema> {
  return eventRecordSchema.parse({
    id: row.id,
    type: row.type,
    date: row.date,
    method: row.method,
    addressee: row.addressee,
    note: row.note,
    days: row.days,
    until: row.until_date,
    setOn: row.set_on,
    reason: row.reason,
    recordedAt: row.recorded_at,
    version: row.version,
  });
}

export function fromEvent({
  type,
  date,
  note,
  days,
  until,
  setOn,
  reason,
  method,
  addressee,
}: z.output<typeof eventSchema>): Omit<
  Selectable<CaseEventTable>,
  'id' | 'case_id' | 'recorded_at' | 'deleted_at' | 'version'
> {
  return { type, date, note, days, until_date: until, set_on: setOn, reason, method, addressee };
}
