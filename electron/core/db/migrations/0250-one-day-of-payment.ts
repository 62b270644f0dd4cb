import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Values = Record<string, unknown>;
interface Row {
  readonly case_id: string;
  readonly body: string;
  readonly updated_at: string;
  readonly updated_by: string;
}

const empty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What an application for a payment order said of day and interest, as the agreement or wage settlement says it. */
function moved(door: unknown, order: Values, there: Values): Values {
  const { dueOn, interest } = order;
  const late = door === 'wages' ? 'late' : 'lateConsequence';
  const said: Values = empty(interest) || !empty(there[late]) ? {} : { [late]: interest };
  if (empty(dueOn)) return said;
  if (door === 'wages') return empty(there.payOn) ? { ...said, payOn: dueOn } : said;
  const rows: Values[] = Array.isArray(there.instalments) ? there.instalments : [];
  if (rows.some((row) => !empty(row.due))) return said;
  const [only] = rows;
  if (only) return rows.length === 1 ? { ...said, instalments: [{ ...only, due: dueOn }] } : said;
  return {
    ...said,
    instalments: [{ due: dueOn, amount: there.total ?? null, payer: null, method: null }],
  };
}

/**
 * The day of payment and what is agreed for delay were asked a second time for 支付令申请书. What was typed there goes
 * where the paper reads it now. What the agreement or settlement already says stands, since that is what was signed: the
 * other words then stay in the stored row, unread.
 */
export const oneDayOfPayment: Migration = {
  async up(db: Kysely<unknown>) {
    const { rows } = await sql<Row>`
      select case_id, body, updated_at, updated_by from particular
      where topic = 'payment-order' and member_id = '' and deleted_at is null`.execute(db);
    for (const row of rows) {
      const order: Values = JSON.parse(row.body);
      const topic = order.door === 'wages' ? 'wage-settlement' : 'settlement';
      const found = await sql<{ body: string; deleted_at: string | null }>`
        select body, deleted_at from particular
        where case_id = ${row.case_id} and topic = ${topic} and member_id = ''`.execute(db);
      const [target] = found.rows;
      const there: Values = target && target.deleted_at === null ? JSON.parse(target.body) : {};
      const added = moved(order.door, order, there);
      if (Object.keys(added).length > 0) {
        const body = JSON.stringify({ ...there, ...added });
        await sql`
          insert into particular (id, case_id, topic, member_id, body, version, updated_at, updated_by)
          values (upper(hex(randomblob(13))), ${row.case_id}, ${topic}, '', ${body}, 1, ${row.updated_at}, ${row.updated_by})
          on conflict (case_id, topic, member_id)
          do update set body = excluded.body, version = version + 1, deleted_at = null`.execute(db);
      }
      const { dueOn, interest, ...rest } = order;
      const kept: Values = {
        ...rest,
        ...(!empty(dueOn) && !('payOn' in added || 'instalments' in added) && { dueOn }),
        ...(!empty(interest) && { interest: true, interestBefore: interest }),
      };
      await sql`
        update particular set body = ${JSON.stringify(kept)}
        where case_id = ${row.case_id} and topic = 'payment-order' and member_id = ''`.execute(db);
    }
  },
};
