import type { PersonFields } from '../../../../shared/features/people/people.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { foldName, foldPhone } from './names.ts';
import { blankPerson, differing, toFields } from './people.mappers.ts';
import { insertPeople, loadPerson, type PartyTable, partyTables, updatePerson } from './people.repo.ts';

interface Party {
  readonly table: PartyTable;
  readonly id: string;
  readonly personId: string | null;
  readonly fields: PersonFields;
}

/**
 * Compares the parties of a case that were written since with the directory: the same ID number or credit code is the
 * same person, anybody else a new one. An equal name alone never joins two people.
 */
export async function takeInParties(acting: MutationContext, caseId: string): Promise<void> {
  // Whoever is known from a case out of sight is the same person in this one.
  const ctx = wholeOffice(acting);
  const parties = await staleParties(ctx, caseId);
  if (parties.length === 0) return;
  const known = await byNumber(ctx, parties);
  const made: { id: string; fields: PersonFields }[] = [];
  // Several rows of one case may be one person: what an earlier one brought counts for the next.
  const touched = new Map<string, PersonFields>();
  const link: { party: Party; personId: string }[] = [];
  for (const party of parties) {
    const number = numberOf(party.fields);
    let personId = number === null ? null : (known.get(number) ?? null);
    if (personId === null && party.personId !== null && (await mayStay(ctx, party, number)))
      personId = party.personId;
    if (personId === null) {
      personId = ctx.newId();
      made.push({ id: personId, fields: party.fields });
    } else {
      const fresh = made.find((m) => m.id === personId);
      if (fresh) fresh.fields = enriched(fresh.fields, party.fields);
      else
        touched.set(
          personId,
          enriched(touched.get(personId) ?? toFields(await loadPerson(ctx.db, personId)), party.fields),
        );
    }
    if (number !== null) known.set(number, personId);
    link.push({ party, personId });
  }
  await insertPeople(ctx, made);
  for (const [id, fields] of touched) {
    const row = await loadPerson(ctx.db, id);
    const changed = differing(toFields(row), fields);
    if (changed.length > 0) await updatePerson(ctx, row, fields, 'from-case', changed);
    else ctx.changed('person', id);
  }
  for (const { party, personId } of link)
    await ctx.db
      .updateTable(party.table)
      .set({ person_id: personId, person_stale: 0 })
      .where('id', '=', party.id)
      .execute();
}

/**
 * Says of a party that it is this person of the directory; what the party brings is taken in when the case is refreshed.
 * @throws AppError `not-found`, `rule-violation` when kind or number say that it is somebody else.
 */
export async function recogniseParty(
  ctx: MutationContext,
  table: PartyTable,
  partyId: string,
  personId: string,
): Promise<void> {
  const person = await loadPerson(ctx.db, personId);
  if (person.status !== 'here') throw new AppError('not-found', { details: { what: 'person' } });
  const row = await ctx.db.selectFrom(table).selectAll().where('id', '=', partyId).executeTakeFirstOrThrow();
  const fields = fieldsOf(table, row);
  const [theirs, own] = [numberOf(toFields(person)), numberOf(fields)];
  if (person.kind !== fields.kind || (theirs !== null && own !== null && theirs !== own))
    throw new AppError('rule-violation', { details: { rule: 'person-differs' } });
  await ctx.db
    .updateTable(table)
    .set({ person_id: personId, person_stale: 1 })
    .where('id', '=', partyId)
    .execute();
}

const numberOf = (f: PersonFields): string | null => (f.kind === 'organisation' ? f.uscc : f.idNumber);

/** A linked party stays with its person unless its number now says that it is somebody else, or its kind does. */
async function mayStay(ctx: MutationContext, party: Party, number: string | null): Promise<boolean> {
  const person = await loadPerson(ctx.db, party.personId ?? '');
  const own = person.kind === 'organisation' ? person.uscc : person.id_number;
  if (person.kind !== party.fields.kind) return false;
  return number === null || own === null || own === number;
}

/** What a case knows more than the directory. Nothing there is overwritten; another name or phone is kept beside it. */
export function enriched(person: PersonFields, party: PersonFields): PersonFields {
  const next: Record<string, unknown> = { ...person };
  for (const [field, value] of Object.entries(party))
    if (next[field] === null && value !== null) next[field] = value;
  const result = next as PersonFields;
  const names = [person.name, ...person.aliases].map(foldName);
  const aliases = names.includes(foldName(party.name)) ? person.aliases : [...person.aliases, party.name];
  const phones = [person.phone, ...person.phones].map((p) => foldPhone(p ?? ''));
  const other = party.phone !== null && person.phone !== null && !phones.includes(foldPhone(party.phone));
  return {
    ...result,
    aliases: aliases.slice(0, 20),
    phones: (other ? [...person.phones, party.phone ?? ''] : person.phones).slice(0, 20),
  };
}

async function byNumber(ctx: MutationContext, parties: readonly Party[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const [column, kind] of [
    ['id_number', 'person'],
    ['uscc', 'organisation'],
  ] as const) {
    const numbers = parties.filter((p) => p.fields.kind === kind).map((p) => numberOf(p.fields));
    const wanted = [...new Set(numbers.filter((n) => n !== null))];
    for (let i = 0; i < wanted.length; i += 500) {
      const rows = await ctx.db
        .selectFrom('person')
        .select(['id', column])
        .where(column, 'in', wanted.slice(i, i + 500))
        .where('status', '=', 'here')
        .orderBy('id', 'desc')
        .execute();
      // The oldest record of a number wins.
      for (const row of rows) known.set(String((row as Record<string, unknown>)[column]), row.id);
    }
  }
  return known;
}

const upper = (number: string | null): string | null => number?.toUpperCase().replace(/[\s-]/g, '') || null;

async function staleParties(ctx: MutationContext, caseId: string): Promise<Party[]> {
  const parties: Party[] = [];
  for (const table of partyTables) {
    const rows = await ctx.db
      .selectFrom(table)
      .selectAll()
      .where('case_id', '=', caseId)
      .where('person_stale', '=', 1)
      .orderBy('position')
      .execute();
    for (const row of rows) {
      if (row.deleted_at !== null) continue;
      parties.push({ table, id: row.id, personId: row.person_id, fields: fieldsOf(table, row) });
    }
  }
  return parties;
}

type AnyParty = Partial<Record<string, string | number | null>>;

/** The part of a party of a case that is the person, not the case. */
function fieldsOf(table: PartyTable, row: object): PersonFields {
  const r = row as AnyParty;
  const text = (column: string): string | null => (typeof r[column] === 'string' ? String(r[column]) : null);
  const kind = table === 'respondent' && r.kind === 'organisation' ? 'organisation' : 'person';
  const idType = table === 'case_member' ? text('id_type') : 'resident-id';
  return {
    ...blankPerson(kind, text('name') ?? ''),
    idType: (idType ?? 'resident-id') as PersonFields['idType'],
    idNumber: kind === 'person' ? upper(text('id_number')) : null,
    uscc: kind === 'organisation' ? upper(text('uscc')) : null,
    sex: text('sex') as PersonFields['sex'],
    birth: text('birth') as PersonFields['birth'],
    ethnicity: text('ethnicity'),
    phone: text('phone'),
    domicile: text('domicile') ?? text('registered_address'),
    residence: text('residence'),
    mailAddress: text('mail_address'),
    representativeName: text('representative_name'),
    representativeTitle: text('representative_title'),
    bankHolder: text('bank_holder'),
    bankName: text('bank_name'),
    bankAccount: text('bank_account'),
  };
}
