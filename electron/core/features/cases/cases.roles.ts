import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ReadHandle } from '../../kernel/context.ts';

const roles = {
  case_member: { zh: '劳动者', en: 'a worker' },
  respondent: { zh: '用人单位一方的当事人', en: 'a party on the unit’s side' },
  agent: { zh: '代理人', en: 'an agent' },
} as const;
type RoleTable = keyof typeof roles;

/**
 * Nobody stands on both sides of one case: a worker who is a party on the unit's side or its agent, a party on the unit's
 * side who acts for the workers. Who is the same person is told by the number alone, so two of one name are no matter.
 * @throws AppError `rule-violation` with `rule: two-roles` and the roles in both languages.
 */
export async function checkRoles(db: ReadHandle, caseId: string): Promise<void> {
  const people = new Map<string, { table: RoleTable; unitSide: boolean }>();
  for (const table of ['case_member', 'respondent', 'agent'] as const) {
    const rows = await db
      .selectFrom(table as 'agent')
      .select(['person_id', ...(table === 'agent' ? (['principal_id'] as const) : [])])
      .where('case_id', '=', caseId)
      .where('deleted_at', 'is', null)
      .where('person_id', 'is not', null)
      .execute();
    for (const { person_id: id, principal_id: principal } of rows) {
      if (id === null) continue;
      const unitSide = table === 'respondent' || (table === 'agent' && principal !== null);
      const other = people.get(id);
      if (other && other.table !== table && other.unitSide !== unitSide) {
        const [a, b] = [roles[other.table], roles[table]];
        throw new AppError('rule-violation', {
          details: {
            rule: 'two-roles',
            zh: `同一人（证件号码相同）在本案既是${a.zh}又是${b.zh}，且分属双方。没有保存，填写的内容还在：请核对号码，或先改正另一处。`,
            en: `The same person, by the number, would be ${a.en} and ${b.en} on opposite sides of this case. Nothing was saved, and what you typed is still here: check the number, or put the other record right first.`,
          },
        });
      }
      if (!other) people.set(id, { table, unitSide });
    }
  }
  await checkAgents(db, caseId);
}

/** An agent's number as it is compared: without the blanks and dashes with which it is written. */
const bare = (text: string | null): string | null =>
  text === null ? null : text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase() || null;

/**
 * Nobody acts for both sides of one case: 《民法典》第168条 (representation of both), 《律师法》第39条 (lawyers). Who is the
 * same is told by a number, or by name and telephone together.
 * @throws AppError `rule-violation` with `rule: two-roles`.
 */
async function checkAgents(db: ReadHandle, caseId: string): Promise<void> {
  const agents = await db
    .selectFrom('agent')
    .select(['name', 'person_id', 'licence_number', 'phone', 'principal_id'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  const known = new Map<string, boolean>();
  for (const agent of agents) {
    const unitSide = agent.principal_id !== null;
    const licence = bare(agent.licence_number);
    const phone = bare(agent.phone);
    const signs = [
      ...(agent.person_id ? [`person ${agent.person_id}`] : []),
      ...(licence ? [`licence ${licence}`] : []),
      ...(phone ? [`phone ${phone} ${agent.name}`] : []),
    ];
    for (const sign of signs) {
      if ((known.get(sign) ?? unitSide) !== unitSide)
        throw new AppError('rule-violation', {
          details: {
            rule: 'two-roles',
            zh: `${agent.name}不能在本案同时代理双方（《民法典》第168条；律师另见《律师法》第39条）。没有保存，填写的内容还在：请核对被代理人，或先改正另一处。`,
            en: `${agent.name} cannot act for both sides of this case (Civil Code, art. 168; for lawyers also Lawyers Law, art. 39). Nothing was saved, and what you typed is still here: check for whom the agent acts, or put the other record right first.`,
          },
        });
      known.set(sign, unitSide);
    }
  }
}
