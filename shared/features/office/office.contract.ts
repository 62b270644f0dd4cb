import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { roles } from '../../contract/roles.ts';
import { empty, idSchema, optionalLine, requiredLine, versionSchema } from '../../contract/schemas.ts';
import { codePointLength } from '../../kernel/text.ts';

export const officeKinds = ['mediation-committee', 'arbitration-commission', 'legal-aid-centre'] as const;

/** Any text of 8 to 10,000 characters; the length limit keeps key derivation from being used to stall the app. */
export const passphraseSchema = z
  .string()
  .refine((v) => codePointLength(v) >= 8, 'passphrase-too-short')
  .refine((v) => codePointLength(v) <= 10_000, 'passphrase-too-long');
/** One that exists already, or is thought to. */
const typedPassphrase = z.string().refine((v) => codePointLength(v) <= 10_000, 'passphrase-too-long');

export const officeSettingsSchema = z.strictObject({
  name: requiredLine(80),
  kinds: z.array(z.enum(officeKinds)).min(1, 'required'),
  /** GB/T 2260 division code, 6 digits; local rules are chosen by it. */
  regionCode: z.string().regex(/^\d{6}$/, 'region-invalid'),
  /** Exact seal name of the commission that the office files with; never derived from a region. */
  tribunalName: optionalLine(80),
  /** `{year}` and `{seq}` are filled in; full-width 〔〕 as in official numbers. */
  caseNumberPattern: requiredLine(60).refine((v) => v.includes('{seq}'), 'pattern-needs-seq'),
});

const userSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  /** False once deactivated: the name stays with what the person did. */
  active: z.boolean(),
});

const stateSchema = z.object({
  /** none: no office chosen. locked: an office folder is chosen, no key in memory. open: unlocked for this caller. */
  status: z.enum(['none', 'locked', 'open']),
  folder: z.string().nullable(),
  officeName: z.string().nullable(),
  user: userSchema
    .extend({
      /** True while the passphrase is one that somebody else chose. */
      mustChangePassphrase: z.boolean(),
    })
    .nullable(),
  /** False until the person has typed the recovery key back. */
  recoveryConfirmed: z.boolean(),
  isSample: z.boolean(),
  recent: z.array(z.string()),
  defaultFolder: z.string(),
  /** Last loaded calendar year; dates after it are provisional. */
  calendarThrough: z.number().int(),
});
export type OfficeState = z.output<typeof stateSchema>;

export const officeContract = {
  'office.state': command({ input: empty, output: stateSchema, access: 'public', permission: 'none' }),
  'office.create': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({
      folder: z.string().min(1, 'required').max(4096),
      name: requiredLine(80),
      kinds: z.array(z.enum(officeKinds)).min(1, 'required'),
      regionCode: z.string().regex(/^\d{6}$/, 'region-invalid'),
      tribunalName: optionalLine(80),
      userName: requiredLine(40),
      passphrase: passphraseSchema,
    }),
    /** The recovery key is shown once; the app keeps no copy that it could show again. */
    output: z.object({ recoveryKey: z.string() }),
  }),
  'office.choose': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({ folder: z.string().min(1, 'required').max(4096) }),
    output: stateSchema,
  }),
  'office.unlock': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({
      userName: z.string().max(200),
      passphrase: typedPassphrase,
    }),
    output: stateSchema,
  }),
  'office.recover': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({
      recoveryKey: z.string().max(200),
      userName: z.string().max(200),
      newPassphrase: passphraseSchema,
    }),
    output: stateSchema,
  }),
  /** Makes (or opens) the sample office with invented people and unlocks it. */
  'office.exploreSample': command({
    access: 'public',
    permission: 'none',
    input: empty,
    output: stateSchema,
  }),
  'office.lock': command({ access: 'public', permission: 'none', input: empty, output: stateSchema }),
  /** Locks and forgets the chosen folder, back to the first screen. */
  'office.leave': command({ access: 'public', permission: 'none', input: empty, output: stateSchema }),
  'office.confirmRecoveryKey': mutation({
    permission: 'office.admin',
    audit: 'office.recovery-key-confirmed',
    input: z.strictObject({ recoveryKey: z.string().max(200) }),
    output: empty,
  }),
  /** Makes the old recovery key worthless and shows a new one, once. */
  'office.renewRecoveryKey': mutation({
    permission: 'office.admin',
    audit: 'office.recovery-key-renewed',
    input: z.strictObject({ passphrase: typedPassphrase }),
    output: z.object({ recoveryKey: z.string() }),
  }),
  'office.changePassphrase': mutation({
    permission: 'none',
    audit: 'office.passphrase-changed',
    input: z.strictObject({ current: typedPassphrase, next: passphraseSchema }),
    output: empty,
  }),
  'office.settings': query({
    permission: 'office.read',
    input: empty,
    output: z.object({
      ...officeSettingsSchema.shape,
      version: versionSchema,
      cipher: z.string(),
      folder: z.string(),
    }),
  }),
  'office.saveSettings': mutation({
    permission: 'office.admin',
    audit: 'office.settings-changed',
    input: officeSettingsSchema.extend({ expectedVersion: versionSchema }),
    output: z.object({ version: versionSchema }),
  }),
  'office.users': query({ permission: 'office.read', input: empty, output: z.array(userSchema) }),
};
