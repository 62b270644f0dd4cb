import type { z } from 'zod';
import { causes } from '../../../../shared/features/cases/case.schemas.ts';
import { intakeSchema } from '../../../../shared/features/cases/cases.contract.ts';
import {
  conclusions,
  type enquiriesContract,
  enquirySchema,
} from '../../../../shared/features/enquiries/enquiries.contract.ts';
import { usualTrack } from '../../../../shared/features/enquiries/enquiries.rules.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { nextNumber } from '../../db/counter.ts';
import type { Handlers, MutationContext, QueryContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { createCase } from '../cases/index.ts';
import { loadOffice } from '../office/index.ts';
import { checkPeople } from '../people/index.ts';
import { partiesOf } from './carried.ts';
import { listEnquiries, soughtOf } from './enquiries.list.ts';
import type { EnquiryTable } from './enquiries.table.ts';

export function enquiriesHandlers(law: LawSource): Handlers<typeof enquiriesContract> {
  return {
    'enquiries.list': (ctx, asked) => listEnquiries(ctx.db, asked),

    async 'enquiries.save'(ctx, input) {
      const id = ctx.newId();
      const year = ctx.today.slice(0, 4);
      const number = `咨${year}-${String(await nextNumber(ctx.db, `enquiry-${year}`)).padStart(4, '0')}`;
      await ctx.db
        .insertInto('enquiry')
        .values({
          id,
          number,
          received_at: ctx.now,
          received_by: ctx.actor.userId,
          received_by_name: ctx.actor.userName,
          ...rowOf(input),
          status: 'open',
          result: null,
          case_id: null,
          settled_at: null,
          deleted_at: null,
          version: 1,
        })
        .execute();
      const matches = await report(ctx, id, input);
      ctx.about(null, { enquiry: id, matches, conclusion: input.conclusion });
      ctx.changed('person', 'enquiries');
      return { id, number, version: 1 };
    },

    async 'enquiries.get'(ctx, { enquiryId }) {
      const row = await load(ctx, enquiryId);
      return {
        id: row.id,
        number: row.number,
        version: row.version,
        self: enquirySchema.shape.self.parse(JSON.parse(row.self)),
        other: soughtOf(row.other),
        cause: causes.find((c) => c === row.cause) ?? 'other',
        about: row.about,
        conclusion: conclusions.find((c) => c === row.conclusion) ?? 'related',
        note: await latestNote(ctx, enquiryId),
      };
    },

    async 'enquiries.update'(ctx, { enquiryId, expectedVersion, enquiry }) {
      const row = await loadForChange(ctx, enquiryId, expectedVersion);
      if (row.status === 'became-case')
        throw new AppError('rule-violation', { details: { rule: 'enquiry-settled' } });
      const version = row.version + 1;
      await ctx.db
        .updateTable('enquiry')
        .set({ ...rowOf(enquiry), version })
        .where('id', '=', enquiryId)
        .execute();
      const matches = await report(ctx, enquiryId, enquiry);
      ctx.about(null, { enquiry: enquiryId, matches, conclusion: enquiry.conclusion });
      ctx.changed('person', 'enquiries');
      return { id: enquiryId, number: row.number, version };
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
          track: track ?? usualTrack(JSON.parse((await loadOffice(ctx.db)).kinds)),
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
          ...partiesOf(self, other),
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
        cause: causes.find((c) => c === r.cause) ?? null,
        about: r.about,
      }));
    },
  };
}

type Enquiry = z.output<typeof enquirySchema>;

const rowOf = (enquiry: Enquiry) => ({
  self: JSON.stringify(enquiry.self),
  other: JSON.stringify(enquiry.other),
  name: enquiry.self.name,
  other_name: enquiry.other.name,
  cause: enquiry.cause,
  about: enquiry.about,
  conclusion: enquiry.conclusion,
});

/**
 * Keeps what was looked for and found. Looked up here and not taken from the page: the report says what the record held
 * at this moment. @returns how many were found.
 */
async function report(ctx: MutationContext, enquiryId: string, enquiry: Enquiry): Promise<number> {
  const sought = { self: enquiry.self, other: enquiry.other };
  // A conflict with a case out of sight is one all the same; who may read reports decides about it.
  const { matches } = await checkPeople(ctx.db.withoutPlugins(), sought);
  await ctx.db
    .insertInto('conflict_report')
    .values({
      id: ctx.newId(),
      enquiry_id: enquiryId,
      at: ctx.now,
      user_id: ctx.actor.userId,
      user_name: ctx.actor.userName,
      sought: JSON.stringify(sought),
      matches: JSON.stringify(matches),
      conclusion: enquiry.conclusion,
      note: enquiry.note,
      cause: enquiry.cause,
      about: enquiry.about,
    })
    .execute();
  return matches.length;
}

/** @throws AppError `not-found`. */
async function load({ db }: Pick<QueryContext, 'db'>, id: string): Promise<EnquiryTable> {
  const row = await db.selectFrom('enquiry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: 'enquiry' } });
  return row;
}

/** @throws AppError `not-found`, `conflict`. */
async function loadForChange(
  ctx: MutationContext,
  id: string,
  expectedVersion: number,
): Promise<EnquiryTable> {
  const row = await load(ctx, id);
  if (row.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  return row;
}

async function latestNote(ctx: Pick<QueryContext, 'db'>, enquiryId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conflict_report')
    .select('note')
    .where('enquiry_id', '=', enquiryId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.note ?? null;
}
