import type { z } from 'zod';
import { maskNumber, maskPhone } from '../../../../shared/features/people/mask.ts';
import {
  type PersonFields,
  type PersonRow,
  personFields,
  personSchema,
} from '../../../../shared/features/people/people.contract.ts';
import { type Key, keysOf, sortKey } from './names.ts';
import type { PersonTable } from './people.table.ts';

export type StoredFields = Omit<
  PersonTable,
  'id' | 'sort_key' | 'status' | 'merged_into' | 'version' | 'created_at' | 'updated_at'
>;

export function toFields(row: StoredFields): PersonFields {
  return personSchema.parse({
    kind: row.kind,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    idType: row.id_type,
    idNumber: row.id_number,
    uscc: row.uscc,
    sex: row.sex,
    birth: row.birth,
    ethnicity: row.ethnicity,
    phone: row.phone,
    phones: JSON.parse(row.phones),
    domicile: row.domicile,
    residence: row.residence,
    mailAddress: row.mail_address,
    representativeName: row.representative_name,
    representativeTitle: row.representative_title,
    bankHolder: row.bank_holder,
    bankName: row.bank_name,
    bankAccount: row.bank_account,
    guardian: row.guardian === null ? null : JSON.parse(row.guardian),
    interpreter: row.interpreter,
    note: row.note,
  });
}

export function fromFields(f: PersonFields): StoredFields & { sort_key: string } {
  return {
    kind: f.kind,
    name: f.name,
    aliases: JSON.stringify(f.aliases),
    id_type: f.idType,
    id_number: f.idNumber?.toUpperCase() ?? null,
    uscc: f.uscc?.toUpperCase() ?? null,
    sex: f.sex,
    birth: f.birth,
    ethnicity: f.ethnicity,
    phone: f.phone,
    phones: JSON.stringify(f.phones),
    domicile: f.domicile,
    residence: f.residence,
    mail_address: f.mailAddress,
    representative_name: f.representativeName,
    representative_title: f.representativeTitle,
    bank_holder: f.bankHolder,
    bank_name: f.bankName,
    bank_account: f.bankAccount,
    guardian: f.guardian === null ? null : JSON.stringify(f.guardian),
    interpreter: f.interpreter,
    note: f.note,
    sort_key: sortKey(f.name),
  };
}

/** A person of whom nothing is known but a name. */
export const blankPerson = (kind: 'person' | 'organisation', name: string): PersonFields =>
  personSchema.parse({ kind, name, aliases: [], idType: 'resident-id', phones: [] } satisfies z.input<
    typeof personSchema
  >);

export function keysOfFields(f: PersonFields): Key[] {
  const there = (texts: readonly (string | null)[]): string[] => texts.filter((t) => t !== null);
  return keysOf({
    kind: f.kind,
    names: [f.name, ...f.aliases],
    phones: there([f.phone, ...f.phones]),
    numbers: there([f.idNumber, f.uscc]),
    addresses: there([f.domicile, f.residence, f.mailAddress]),
  });
}

/** Numbers and phones as stars: shown in full only by a call of its own, which is recorded. */
export function masked(f: PersonFields): PersonFields {
  return {
    ...f,
    idNumber: maskNumber(f.idNumber),
    phone: maskPhone(f.phone),
    phones: f.phones.map((p) => maskPhone(p) ?? ''),
    bankAccount: maskNumber(f.bankAccount),
    guardian: f.guardian && { ...f.guardian, phone: maskPhone(f.guardian.phone) },
  };
}

/** Fields in which two differ, by name. */
export function differing(a: PersonFields, b: PersonFields): (keyof PersonFields)[] {
  return personFields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

export function toPersonRow(
  row: PersonTable,
  cases: { count: number; last: string | null } | undefined,
): PersonRow {
  return {
    id: row.id,
    kind: row.kind === 'organisation' ? 'organisation' : 'person',
    name: row.name,
    // A credit code is public.
    number: row.kind === 'organisation' ? row.uscc : maskNumber(row.id_number),
    phone: maskPhone(row.phone),
    address: row.mail_address ?? row.residence ?? row.domicile,
    cases: cases?.count ?? 0,
    lastCase: cases?.last ?? null,
  };
}
