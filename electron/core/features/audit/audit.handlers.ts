import type { auditContract } from '../../../../shared/features/audit/audit.contract.ts';
import type { Handlers } from '../../kernel/context.ts';
import { verifyAudit } from './audit.repo.ts';

const pageSize = 100;

export const auditHandlers: Handlers<typeof auditContract> = {
  async 'audit.list'(ctx, { caseId, cursor }) {
    let query = ctx.db
      .selectFrom('audit')
      .leftJoin('case_file', 'case_file.id', 'audit.case_id')
      .select([
        'audit.sequence',
        'audit.at',
        'audit.verb',
        'audit.actor_name as who',
        'audit.case_id as caseId',
        'case_file.number as caseNumber',
      ])
      .orderBy('audit.sequence', 'desc')
      .limit(pageSize + 1);
    if (caseId) query = query.where('audit.case_id', '=', caseId);
    if (cursor) query = query.where('audit.sequence', '<', Number(cursor) || 0);
    const rows = await query.execute();
    const items = rows.slice(0, pageSize);
    return { items, next: rows.length > pageSize ? String(items.at(-1)?.sequence) : null };
  },
  async 'audit.verify'(ctx) {
    const { entries, brokenAt } = await verifyAudit(ctx.db);
    return { entries, intact: brokenAt === null, brokenAt };
  },
};
