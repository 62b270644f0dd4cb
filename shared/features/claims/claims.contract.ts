import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import { basedOn, bilingualSchema, dateSchema, idSchema, versionSchema } from '../../contract/schemas.ts';
import { arrearsRowSchema } from '../cases/case.schemas.ts';

const sourceSchema = z.object({
  instrument: bilingualSchema,
  article: z.string(),
  version: z.string(),
  status: z.string(),
});

const rowResultSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  grossFen: z.number().int(),
  deductedFen: z.number().int(),
  paidFen: z.number().int(),
  owedFen: z.number().int(),
  /** Paid beyond what was due; shown, never set off against another row (claims rule: no netting). */
  overpaidFen: z.number().int(),
  /** The printed arithmetic. */
  line: bilingualSchema,
});

const memberClaimSchema = z.object({
  memberId: idSchema,
  name: z.string(),
  owedFen: z.number().int(),
  overpaidFen: z.number().int(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  rows: z.array(rowResultSchema),
  warnings: z.array(z.object({ code: z.string(), message: bilingualSchema })),
});

export const claimsContract = {
  /** 拖欠工资, per worker and in total, with the working. */
  'claims.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      totalFen: z.number().int(),
      totalInWords: z.string(),
      workersOwed: z.number().int(),
      members: z.array(memberClaimSchema),
      sources: z.array(sourceSchema),
      /** 一裁终局 test of the item, per worker; null when the region's minimum wage is not loaded. */
      finality: z
        .object({
          finalCount: z.number().int(),
          nonFinalCount: z.number().int(),
          limitFen: z.number().int(),
          note: bilingualSchema,
        })
        .nullable(),
    }),
  }),
  'claims.saveArrears': mutation({
    permission: 'case.write',
    audit: 'claims.arrears-saved',
    input: z.strictObject({
      caseId: idSchema,
      ...basedOn,
      memberId: idSchema,
      rows: z.array(arrearsRowSchema).max(240),
    }),
    output: z.object({ version: versionSchema, owedFen: z.number().int() }),
  }),
};
