import { calculatorInfo } from '../../../../../shared/features/claims/claim-items.rules.ts';
import { outcomeTitle } from '../../../../../shared/features/outcomes/outcome-title.ts';
import { portions } from '../../../db/portions.ts';
import type { ReadHandle } from '../../../kernel/context.ts';
import { loadWageRows } from '../../claim-items/index.ts';
import { loadOutcomeRows, loadPaymentRows } from '../../outcomes/index.ts';
import { present, type SearchSource } from '../source.ts';

/** Workers by their ids. */
async function namesOf(db: ReadHandle, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const part of portions([...new Set(memberIds)]))
    for (const { id, name } of await db
      .selectFrom('case_member')
      .select(['id', 'name'])
      .where('id', 'in', part)
      .execute())
      names.set(id, name);
  return names;
}

/** Settlements, awards and judgments, with their instalments. */
export const outcomeSource: SearchSource = {
  kind: 'outcome',
  number: 10,
  table: 'outcome',
  permission: 'case.read',
  async texts(db, ids) {
    const found = await loadOutcomeRows(db, ids);
    const names = await namesOf(
      db,
      found.flatMap((o) => (o.number === null ? o.lines.map((l) => l.memberId) : [])),
    );
    return found.map((o) => {
      const sums = o.lines.map((l): number => l.amountFen ?? 0);
      return {
        id: o.id,
        caseId: o.caseId,
        title: outcomeTitle(o, (memberId) => names.get(memberId)),
        names: present(o.number),
        texts: present(
          o.payer,
          o.madeOn,
          ...o.plan.instalments.map((i) => i.due),
          // A figure stands in a clause as a token: there is nothing to find between its braces.
          ...(o.clauses ?? []).map((c) => c.text.replace(/\{[^}]*\}/gu, '…')),
        ),
        amounts: [
          sums.reduce((a, b) => a + b, 0),
          ...new Set([...sums, ...o.plan.instalments.map((i) => i.amountFen)]),
        ],
        what: o.kind,
      };
    });
  },
};

export const paymentSource: SearchSource = {
  kind: 'payment',
  number: 11,
  table: 'payment',
  permission: 'case.read',
  async texts(db, ids) {
    return (await loadPaymentRows(db, ids)).map((p) => ({
      id: p.id,
      caseId: p.caseId,
      title: p.date,
      names: present(p.payer, p.voucher),
      texts: present(p.date, p.note),
      amounts: [p.amountFen, ...new Set(p.parts.map((part) => part.amountFen))],
      what: null,
    }));
  },
};

/** Words in the facts of a calculation; days and figures are found by the amount they come to. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** An item of a worker's claim, called by its head; the worker's name is the worker's own to be found by. */
export const claimSource: SearchSource = {
  kind: 'claim',
  number: 12,
  table: 'claim_item',
  permission: 'case.read',
  async texts(db, ids) {
    const rows = await db
      .selectFrom('claim_item')
      .innerJoin('case_member', 'case_member.id', 'claim_item.member_id')
      .select([
        'claim_item.id',
        'claim_item.case_id',
        'claim_item.calculator',
        'claim_item.inputs',
        'claim_item.method_reason',
        'claim_item.amount_fen',
        'claim_item.claimed_fen',
        'case_member.name',
        'case_member.deleted_at as gone_at',
      ])
      .where('claim_item.id', 'in', ids)
      .where('claim_item.deleted_at', 'is', null)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      title: r.name,
      names: present(calculatorInfo(r.calculator)?.title.zh),
      texts: present(r.method_reason, ...wordsIn(JSON.parse(r.inputs))),
      amounts: [...new Set([r.claimed_fen ?? 0, r.amount_fen ?? 0])],
      what: r.calculator,
      hidden: r.gone_at !== null,
    }));
  },
};

/** A worker's pay month by month: found by a month or by what was paid in one. */
export const wagesSource: SearchSource = {
  kind: 'wages',
  number: 13,
  table: 'member_wages',
  permission: 'case.read',
  async texts(db, ids) {
    return (await loadWageRows(db, ids)).map((w) => ({
      id: w.memberId,
      caseId: w.caseId,
      title: w.memberName,
      names: [],
      texts: w.months.map((m) => m.month),
      amounts: [
        ...new Set(
          w.months.flatMap((m) => [
            m.baseFen + m.subsidyFen + m.overtimeFen + m.bonusFen,
            m.baseFen,
            m.paidFen ?? 0,
          ]),
        ),
      ],
      what: null,
      hidden: w.memberGone,
    }));
  },
};
