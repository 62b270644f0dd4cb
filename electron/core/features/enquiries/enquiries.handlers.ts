import type { z } from 'zod';
import { causes } from '../../../../shared/features/cases/case.schemas.ts';
import { intakeSchema } from '../../../../shared/features/cases/cases.contract.ts';
import {
  conclusions,
  type enquiriesContract,
  enquiryStates,
} from '../../../../shared/features/enquiries/enquiries.contract.ts';
import { maskPhone } from '../../../../shared/features/people/mask.ts';
import { checkInput } from '../../../../shared/features/people/people.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { creditCode } from '../../../../shared/law/identifiers/credit-code.ts';
import { residentId } from '../../../../shared/law/identifiers/resident-id.ts';
import { nextNumber } from '../../db/counter.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { createCase } from '../cases/index.ts';
import { checkPeople } from '../people/index.ts';
import type { EnquiryTable } from './enquiries.table.ts';

const pageSize = 50;
type Sought = z.output<typeof checkInput>['self'];

export function enquiriesHandlers(law: LawSource): Handlers<typeof enquiriesContract> {
  return {
    async 'enquiries.list'(ctx, { status, cursor }) {
      let query = ctx.db
        .selectFrom('enquiry')
        .leftJoin('case_file', 'case_file.id', 'enquiry.case_id')
        .selectAll('enquiry')
        .select('case_file.number as case_number')
        .orderBy('enquiry.id', 'desc')
        .limit(pageSize + 1);
      if (status !== 'all') query = query.where('enquiry.status', '=', status);
      if (cursor) query = query.where('enquiry.id', '<', cursor);
      const rows = await query.execute();
      const items = rows.slice(0, pageSize).map((r) => ({
        id: r.id,
        number: r.number,
        receivedAt: r.received_at,
        receivedBy: r.received_by_name,
        name: r.name,
        phone: maskPhone(soughtOf(r.self).phone || null),
        otherName: r.other_name,
        cause: causes.find((c) => c === r.cause) ?? ('other' as const),
        about: r.about,
        status: enquiryStates.find((s) => s === r.status) ?? ('open' as const),
        result: r.result,
        conclusion: conclusions.find((c) => c === r.conclusion) ?? ('related' as const),
        caseId: r.case_id,
        caseNumber: r.case_number,
        version: r.version,
      }));
      return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
    },

    async 'enquiries.save'(ctx, input) {
      const id = ctx.newId();
      const year = ctx.today.slice(0, 4);
      const number = `咨${year}-${String(await nextNumber(ctx.db, `enquiry-${year}`)).padStart(4, '0')}`;
      // Looked up here and not taken from the page: the report says what the record held at this moment.
      const sought = { self: input.self, other: input.other };
      const { matches } = await checkPeople(ctx.db, sought);
      await ctx.db
        .insertInto('enquiry')
        .values({
          id,
          number,
          received_at: ctx.now,
          received_by: ctx.actor.userId,
          received_by_name: ctx.actor.userName,
          self: JSON.stringify(input.self),
          other: JSON.stringify(input.other),
          name: input.self.name,
          other_name: input.other.name,
          cause: input.cause,
          about: input.about,
          status: 'open',
          result: null,
          case_id: null,
          conclusion: input.conclusion,
          settled_at: null,
          version: 1,
        })
        .execute();
      await ctx.db
        .insertInto('conflict_report')
        .values({
          id: ctx.newId(),
          enquiry_id: id,
          at: ctx.now,
          user_id: ctx.actor.userId,
          user_name: ctx.actor.userName,
          sought: JSON.stringify(sought),
          matches: JSON.stringify(matches),
          conclusion: input.conclusion,
          note: input.note,
        })
        .execute();
      ctx.about(null, { enquiry: id, matches: matches.length, conclusion: input.conclusion });
      ctx.changed('person', 'enquiries');
      return { id, number, version: 1 };
    },

    async 'enquiries.toCase'(ctx, { enquiryId, expectedVersion, track }) {
      const row = await loadForChange(ctx, enquiryId, expectedVersion);
      if (row.status !== 'open')
        throw new AppError('rule-violation', { details: { rule: 'enquiry-settled' } });
      if (row.conclusion === 'conflict' && !(await latestNote(ctx, enquiryId)))
        throw fieldError('note', 'required');
      const self = soughtOf(row.self);
      const other = soughtOf(row.other);
      const made = await createCase(
        ctx,
        law.current,
        intakeSchema.parse({
          track,
          cause: row.cause,
          receivedOn: ctx.today,
          project: { name: null, site: null, teamLeader: null },
          facts: {
            relation: null,
            performance: null,
            demands: null,
            ending: null,
            grounds: null,
            limitation: null,
          },
          workers: [
            {
              // A worker's name has less room than a company's.
              name: [...self.name].slice(0, 80).join(''),
              phone: self.phone || null,
              idNumber: idNumberOf(self),
              mailAddress: self.address || null,
              job: {},
            },
          ],
          respondents:
            other.name === ''
              ? []
              : [
                  {
                    kind: isOrganisation(other) ? 'organisation' : 'person',
                    name: other.name,
                    capacity: 'employer',
                    footing: 'principal',
                    uscc: isOrganisation(other) ? idNumberOf(other) : null,
                    idNumber: isOrganisation(other) ? null : idNumberOf(other),
                    phone: other.phone || null,
                    mailAddress: [...other.address].slice(0, 160).join('') || null,
                  },
                ],
        }),
      );
      await ctx.db
        .updateTable('enquiry')
        .set({ status: 'became-case', case_id: made.caseId, settled_at: ctx.now, version: row.version + 1 })
        .where('id', '=', enquiryId)
        .execute();
      ctx.about(made.caseId, { enquiry: enquiryId });
      ctx.changed('person', 'enquiries');
      return { caseId: made.caseId, number: made.number };
    },

    async 'enquiries.settle'(ctx, { enquiryId, expectedVersion, status, result }) {
      const row = await loadForChange(ctx, enquiryId, expectedVersion);
      if (row.status === 'became-case')
        throw new AppError('rule-violation', { details: { rule: 'enquiry-settled' } });
      if (status !== 'open' && result === null) throw fieldError('result', 'required');
      const version = row.version + 1;
      await ctx.db
        .updateTable('enquiry')
        .set({ status, result, settled_at: status === 'open' ? null : ctx.now, version })
        .where('id', '=', enquiryId)
        .execute();
      ctx.about(null, { enquiry: enquiryId, status });
      ctx.changed('person', 'enquiries');
      return { version };
    },

    async 'enquiries.reports'(ctx, { enquiryId }) {
      const rows = await ctx.db
        .selectFrom('conflict_report')
        .selectAll()
        .where('enquiry_id', '=', enquiryId)
        .orderBy('id', 'desc')
        .execute();
      return rows.map((r) => ({
        id: r.id,
        enquiryId: r.enquiry_id,
        at: r.at,
        who: r.user_name,
        sought: JSON.parse(r.sought),
        matches: JSON.parse(r.matches),
        conclusion: conclusions.find((c) => c === r.conclusion) ?? ('related' as const),
        note: r.note,
      }));
    },
  };
}

const soughtOf = (json: string): Sought => checkInput.shape.self.parse(JSON.parse(json));

/** @throws AppError `not-found`, `conflict`. */
async function loadForChange(
  ctx: MutationContext,
  id: string,
  expectedVersion: number,
): Promise<EnquiryTable> {
  const row = await ctx.db.selectFrom('enquiry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'enquiry' } });
  if (row.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  return row;
}

async function latestNote(ctx: MutationContext, enquiryId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conflict_report')
    .select('note')
    .where('enquiry_id', '=', enquiryId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.note ?? null;
}

/** A number of full length goes along even when its check digit is wrong: the case points that out. */
const idNumberOf = (who: Sought): string | null => ([...who.number].length >= 15 ? who.number : null);

/** By its number, else by what a company is called; a name of up to four characters without such a word is a person's. */
function isOrganisation(who: Sought): boolean {
  if (creditCode(who.number).ok) return true;
  if (residentId(who.number).ok) return false;
  return (
    /公司|厂|店|部|中心|集团|队|社|所|院|馆|行|站|场|学校|医院|酒楼|饭|工地/u.test(who.name) ||
    [...who.name].length > 4
  );
}
