import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import { dateSchema, idSchema, instantSchema, pageOf } from '../../contract/schemas.ts';

/** What an act was about, by the first record that it deleted or changed. */
export const binKinds = [
  'case',
  'member',
  'respondent',
  'agent',
  'event',
  'evidence',
  'document',
  'service',
  'outcome',
  'payment',
  'claim',
  'wages',
  'particulars',
  'group',
  'group-act',
  'hearing',
  'minutes',
  'predate',
  'predate-rule',
  'room',
  'phrase',
  'task',
  'note',
  'time',
  'link',
  'closing',
  'sight',
  'aid',
  'task-template',
  'filter',
  'enquiry',
  'aid-lawyer',
  'aid-standard',
] as const;
export type BinKind = (typeof binKinds)[number];

/** Days for which an act can be taken back; then what it deleted goes for good. */
export const binDays = 30;

const actSchema = z.object({
  id: idSchema,
  at: instantSchema,
  verb: z.string(),
  who: z.string(),
  kind: z.enum(binKinds),
  /** Name of the first record; the type of an event. */
  label: z.string(),
  rows: z.number().int(),
  deleted: z.number().int(),
  caseId: idSchema.nullable(),
  caseNumber: z.string().nullable(),
});
export type UndoAct = z.output<typeof actSchema>;

/**
 * Pages that are no single case's or person's. `cases`: the list; `tasks` and `dates`: tasks and own dates of whatever
 * case; `office`: its rooms, phrases and rules; `task-lists`: the lists that tasks of a case are made from; `enquiries`:
 * the desk; `legal-aid`: lawyers, standards and subsidies.
 */
export const undoPages = [
  'cases',
  'tasks',
  'dates',
  'legal-aid',
  'office',
  'task-lists',
  'enquiries',
] as const;
export type UndoPage = (typeof undoPages)[number];

export const undoContract = {
  /**
   * The caller's own last act on a page that can still be taken back. `scope`: a case, a person, or a page; `beside`:
   * another page of which something is shown there.
   */
  'undo.last': query({
    permission: 'case.read',
    input: z.strictObject({
      scope: z.union([idSchema, z.enum(undoPages)]),
      beside: z.enum(undoPages).optional(),
      since: instantSchema,
    }),
    output: z.object({ act: actSchema.nullable() }),
  }),
  /**
   * Puts every record that an act touched back as it was before. `rule-violation`: `already-undone`, `changed-since`
   * (the record was changed again, nothing is touched), `case-in-bin`, `case-closed`, `gone-for-good`. Who may not
   * change cases takes back what was done to filters of their own; else `permission-denied`.
   */
  'undo.undo': mutation({
    permission: 'case.read',
    audit: 'undo.done',
    input: z.strictObject({ actId: idSchema }),
    output: z.object({ act: actSchema, caseIds: z.array(idSchema) }),
  }),
  /** What was deleted or changed in bulk and can be put back, newest first. */
  'bin.list': query({
    permission: 'case.read',
    input: z.strictObject({ cursor: z.string().max(40).nullable().default(null) }),
    output: pageOf(actSchema.extend({ purgedOn: dateSchema, caseInBin: z.boolean() })),
  }),
  /** What rests on records that somebody is about to delete. */
  'bin.dependents': query({
    permission: 'case.read',
    input: z.strictObject({
      kind: z.enum(binKinds),
      ids: z.array(idSchema).min(1).max(2000),
    }),
    output: z.array(
      z.object({
        what: z.enum([
          'members',
          'respondents',
          'evidence',
          'papers',
          'dates',
          'representatives',
          'lastParty',
          'outcomes',
          'granted',
          'payments',
          'remedies',
          'hearings',
          'sessions',
          'tasks',
          'cases',
        ]),
        count: z.number().int(),
      }),
    ),
  }),
  /** Removes for good what has been in the bin for thirty days. The day's work calls it. */
  'bin.purge': mutation({
    permission: 'case.write',
    reach: 'office',
    audit: null,
    input: z.strictObject({}),
    output: z.object({ records: z.number().int() }),
  }),
};
