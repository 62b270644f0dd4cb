import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import {
  type PersonFields,
  type peopleContract,
  personSchema,
} from '../../../../shared/features/people/people.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { Handlers, MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { identityKey, refreshCase } from '../cases/index.ts';
import { foldName, foldPhone } from './names.ts';
import { alikePeople } from './people.alike.ts';
import { checkPeople } from './people.check.ts';
import { takeInParties } from './people.link.ts';
import { listPeople, withCases } from './people.list.ts';
import { differing, masked, toFields } from './people.mappers.ts';
import { mergePeople, unmergePeople } from './people.merge.ts';
import { loadForChange, loadPerson, recordChange, rolesOf, updatePerson } from './people.repo.ts';
import { idsOf, soundOf } from './people.search.ts';
import type { PersonTable } from './people.table.ts';

/** Cases taken in by one call of `people.adopt`: each is one transaction that others wait for. */
const adoptAtOnce = 50;

export function peopleHandlers(law: LawSource): Handlers<typeof peopleContract> {
  return {
    'people.list': (ctx, input) => listPeople(ctx.db, input),

    async 'people.get'(ctx, { personId }) {
      const row = await loadPerson(ctx.db, personId);
      const roles = (await rolesOf(ctx.db, [personId])).get(personId) ?? [];
      const history = await ctx.db
        .selectFrom('person_change')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('id', 'desc')
        .limit(200)
        .execute();
      const merges = await ctx.db
        .selectFrom('person_merge')
        .innerJoin('person', 'person.id', 'person_merge.gone_id')
        .select(['person_merge.id', 'person_merge.at', 'person_merge.user_name as who', 'person.name'])
        .where('kept_id', '=', personId)
        .where('undone_at', 'is', null)
        .orderBy('person_merge.id', 'desc')
        .execute();
      const caseIds = [...new Set(roles.filter((r) => r.role !== 'agent').map((r) => r.caseId))].slice(
        0,
        100,
      );
      const agents =
        caseIds.length === 0
          ? []
          : await ctx.db
              .selectFrom('agent')
              .select(['case_id as caseId', 'person_id as personId', 'name', 'kind'])
              .where('case_id', 'in', caseIds)
              .where('deleted_at', 'is', null)
              .execute();
      return {
        id: row.id,
        version: row.version,
        fields: masked(toFields(row)),
        mergedInto: row.merged_into,
        roles,
        agents,
        history: history.map((h) => ({
          id: h.id,
          at: h.at,
          who: h.user_name,
          what: h.what,
          fields: JSON.parse(h.fields),
        })),
        merges,
        suggestions: row.status === 'here' ? await suggestionsFor(ctx.db, row) : [],
      };
    },

    async 'people.reveal'(ctx, { personId }) {
      const row = await loadPerson(ctx.db, personId);
      await recordChange(ctx, personId, 'revealed', []);
      ctx.about(null, { person: personId });
      return { fields: toFields(row) };
    },

    async 'people.save'(ctx, { personId, expectedVersion, patch, updateCases }) {
      const row = await loadForChange(ctx.db, personId, expectedVersion);
      const before = toFields(row);
      const given = Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined));
      const fields = personSchema.parse({ ...before, ...given, kind: before.kind });
      await assertNumberFree(ctx.db, row.id, fields);
      const changed = differing(before, fields);
      if (changed.length === 0) return { version: row.version, cases: 0 };
      const version = await updatePerson(ctx, row, fields, 'changed', changed);
      const cases = updateCases ? await carryIntoCases(ctx, personId, fields, changed, law) : 0;
      ctx.about(null, { person: personId, fields: changed, cases });
      return { version: updateCases ? (await loadPerson(ctx.db, personId)).version : version, cases };
    },

    'people.merge': (ctx, input) => mergePeople(ctx, input),
    'people.unmerge': (ctx, { mergeId }) => unmergePeople(ctx, mergeId),
    'people.alike': (ctx, input) => alikePeople(ctx.db, input),
    async 'people.check'(ctx, input) {
      const found = await checkPeople(ctx.db, input);
      if (!seesAssignedOnly(ctx.actor.role)) return { ...found, elsewhere: { people: 0, conflict: false } };
      const known = new Set(found.matches.map((m) => m.personId));
      const all = await checkPeople(wholeOffice(ctx).db, input);
      const others = all.matches.filter((m) => !known.has(m.personId));
      // Somebody in sight may stand on the other side in a case that is not.
      const conflict = all.matches.some(
        (m) =>
          m.weight === 'conflict' &&
          !found.matches.some((f) => f.personId === m.personId && f.weight === 'conflict'),
      );
      return { ...found, elsewhere: { people: others.length, conflict } };
    },

    async 'people.adopt'(ctx) {
      const cases = new Set<string>();
      for (const table of ['case_member', 'respondent', 'agent'] as const) {
        if (cases.size >= adoptAtOnce) break;
        const rows = await ctx.db
          .selectFrom(table)
          .select('case_id')
          .distinct()
          .where('person_stale', '=', 1)
          .where('deleted_at', 'is', null)
          .limit(adoptAtOnce)
          .execute();
        for (const r of rows) cases.add(r.case_id);
      }
      for (const caseId of cases) {
        await takeInParties(ctx, caseId);
        await ctx.breathe();
      }
      return { cases: cases.size, more: cases.size > 0 };
    },
  };
}

/** A number is one person's: whoever finds it on another has two records of one, and should merge them. */
async function assertNumberFree(db: ReadHandle, id: string, fields: PersonFields): Promise<void> {
  const column = fields.kind === 'organisation' ? 'uscc' : 'id_number';
  const value = (fields.kind === 'organisation' ? fields.uscc : fields.idNumber)?.toUpperCase();
  if (!value) return;
  const other = await db
    .selectFrom('person')
    .select('id')
    .where(column, '=', value)
    .where('status', '=', 'here')
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw new AppError('rule-violation', { details: { rule: 'number-taken', personId: other.id } });
}

async function suggestionsFor(db: ReadHandle, row: PersonTable) {
  const fields = toFields(row);
  const because = new Map<string, Set<'name' | 'phone' | 'sound'>>();
  const add = async (reason: 'name' | 'phone' | 'sound', kind: 'n' | 'd' | 'p', value: string) => {
    if (value === '') return;
    for (const id of await idsOf(db, { kind, value, whole: true }, 20))
      if (id !== row.id) because.set(id, (because.get(id) ?? new Set()).add(reason));
  };
  for (const name of [fields.name, ...fields.aliases]) {
    await add('name', 'n', foldName(name));
    if (fields.kind === 'person') await add('sound', 'p', soundOf(foldName(name)));
  }
  for (const phone of [fields.phone, ...fields.phones]) await add('phone', 'd', foldPhone(phone ?? ''));
  if (because.size === 0) return [];
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', [...because.keys()].slice(0, 40))
    .where('kind', '=', row.kind)
    .where('status', '=', 'here')
    .execute();
  const number = (r: PersonTable) => (r.kind === 'organisation' ? r.uscc : r.id_number);
  // Two numbers that differ are two people, whatever they are called.
  const possible = rows.filter(
    (r) => number(r) === null || number(row) === null || number(r) === number(row),
  );
  return (await withCases(db, possible))
    .map((r) => ({ ...r, because: [...(because.get(r.id) ?? [])] }))
    .sort((a, b) => b.because.length - a.because.length)
    .slice(0, 10);
}

const memberColumns: Partial<Record<keyof PersonFields, string>> = {
  name: 'name',
  idType: 'id_type',
  idNumber: 'id_number',
  sex: 'sex',
  birth: 'birth',
  ethnicity: 'ethnicity',
  phone: 'phone',
  domicile: 'domicile',
  residence: 'residence',
  mailAddress: 'mail_address',
  bankHolder: 'bank_holder',
  bankName: 'bank_name',
  bankAccount: 'bank_account',
};
const respondentColumns: Partial<Record<keyof PersonFields, string>> = {
  name: 'name',
  idNumber: 'id_number',
  uscc: 'uscc',
  phone: 'phone',
  domicile: 'registered_address',
  mailAddress: 'mail_address',
  representativeName: 'representative_name',
  representativeTitle: 'representative_title',
};
const agentColumns: Partial<Record<keyof PersonFields, string>> = {
  name: 'name',
  idNumber: 'id_number',
  phone: 'phone',
};
const columnsOf = { applicant: memberColumns, respondent: respondentColumns, agent: agentColumns } as const;
const tableOf = { applicant: 'case_member', respondent: 'respondent', agent: 'agent' } as const;

/** Writes what was changed, and only that, into every open case where the person is a party. @returns how many. */
async function carryIntoCases(
  ctx: MutationContext,
  personId: string,
  fields: PersonFields,
  changed: readonly (keyof PersonFields)[],
  law: LawSource,
): Promise<number> {
  const roles = (await rolesOf(ctx.db, [personId])).get(personId) ?? [];
  const cases = new Set<string>();
  for (const role of roles.filter((r) => r.status === 'open')) {
    const columns = columnsOf[role.role];
    const set: Record<string, unknown> = {};
    for (const field of changed) {
      const column = columns[field];
      if (column !== undefined) set[column] = fields[field];
    }
    if (role.role === 'applicant') {
      const { name, id_number, phone } = await ctx.db
        .selectFrom('case_member')
        .select(['name', 'id_number', 'phone'])
        .where('id', '=', role.partyId)
        .executeTakeFirstOrThrow();
      const now = { name, idNumber: id_number, phone, ...pick(set) };
      set.identity_key = identityKey(now);
    }
    if (Object.keys(set).length === 0) continue;
    await ctx.db
      .updateTable(tableOf[role.role])
      // A form that is open on this record must not put the old name back.
      .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
      .where('id', '=', role.partyId)
      .execute();
    cases.add(role.caseId);
  }
  for (const caseId of cases) {
    await refreshCase(ctx, law.current, caseId);
    await ctx.breathe();
  }
  return cases.size;
}

function pick(set: Readonly<Record<string, unknown>>): {
  name?: string;
  idNumber?: string | null;
  phone?: string | null;
} {
  return {
    ...('name' in set && { name: String(set.name) }),
    ...('id_number' in set && { idNumber: set.id_number as string | null }),
    ...('phone' in set && { phone: set.phone as string | null }),
  };
}
