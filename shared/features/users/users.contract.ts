import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import { roles } from '../../contract/roles.ts';
import { empty, idSchema, instantSchema, requiredLine, versionSchema } from '../../contract/schemas.ts';
import { passphraseSchema } from '../office/office.contract.ts';

const userRecordSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  active: z.boolean(),
  /** The first passphrase, or one set anew, has not been changed yet by the person. */
  mustChangePassphrase: z.boolean(),
  createdAt: instantSchema,
  deactivatedAt: instantSchema.nullable(),
  openCases: z.number().int(),
  openTasks: z.number().int(),
  /** Assignments of legal aid that stand in open cases. */
  openAssignments: z.number().int(),
  /** On the roll of legal aid: can be assigned to cases. */
  onRoll: z.boolean(),
  version: versionSchema,
});
export type UserRecord = z.output<typeof userRecordSchema>;

/** Null: the app makes one up. */
const firstPassphrase = passphraseSchema.nullable().default(null);
/** Shown once to the manager, who hands it over; null when the manager chose it. */
const madePassphrase = z.object({ passphrase: z.string().nullable(), version: versionSchema });
const change = { userId: idSchema, expectedVersion: versionSchema };

export const usersContract = {
  'users.list': query({ permission: 'office.admin', input: empty, output: z.array(userRecordSchema) }),
  'users.add': mutation({
    permission: 'office.admin',
    audit: 'user.added',
    /** `user-name-taken` also for the name of somebody who was deactivated: records go by it. */
    input: z.strictObject({
      name: requiredLine(40),
      role: z.enum(roles),
      passphrase: firstPassphrase,
    }),
    output: madePassphrase.extend({ id: idSchema }),
  }),
  /** The name changes wherever it stands as that of a handler; what was recorded under the old one stays. */
  'users.change': mutation({
    permission: 'office.admin',
    audit: 'user.changed',
    input: z.strictObject({ ...change, name: requiredLine(40), role: z.enum(roles) }),
    output: z.object({ version: versionSchema }),
  }),
  /** Sets a passphrase that has to be changed at the next unlocking, and ends the person's sessions. */
  'users.resetPassphrase': mutation({
    permission: 'office.admin',
    audit: 'user.passphrase-reset',
    input: z.strictObject({ ...change, passphrase: firstPassphrase }),
    output: madePassphrase,
  }),
  /** Their passphrase opens the office no more. What is assigned to them stays and waits to be handed over. */
  'users.deactivate': mutation({
    permission: 'office.admin',
    audit: 'user.deactivated',
    input: z.strictObject(change),
    output: z.object({ version: versionSchema, openCases: z.number().int() }),
  }),
  /** Undoes `users.deactivate`; the old passphrase is gone, so there is a new first one. */
  'users.reactivate': mutation({
    permission: 'office.admin',
    audit: 'user.reactivated',
    input: z.strictObject({ ...change, passphrase: firstPassphrase }),
    output: madePassphrase,
  }),
  /**
   * Hands every open case and task of one person to another, and with them the assignments of legal aid, where the other
   * is on the roll and has not acted for the other side; those that stay (`assignmentsLeft`) are to be assigned anew.
   */
  'users.handOver': mutation({
    permission: 'office.admin',
    audit: 'user.cases-handed-over',
    input: z.strictObject({ fromId: idSchema, toId: idSchema }),
    output: z.object({
      cases: z.number().int(),
      tasks: z.number().int(),
      assignments: z.number().int(),
      assignmentsLeft: z.number().int(),
    }),
  }),
};
