import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { oneDayOfPayment } from '../../electron/core/db/migrations/0250-one-day-of-payment.ts';
import { migrate } from '../../electron/core/db/migrator.ts';
import { topicOf } from '../../shared/features/documents/particulars/topics.ts';
import { valuesSchema } from '../../shared/features/documents/particulars/values.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-day-'));
let db: OpenDatabase;
beforeAll(async () => {
  db = openSqlite(path.join(folder, 'office.db'), Buffer.alloc(32, 7), { create: true });
  await migrate(db, {
    create: true,
    beforeChange: () => {
      throw new Error('no copy is due');
    },
  });
  await sql`pragma foreign_keys = off`.execute(db.write);
});
afterAll(async () => {
  await db.close();
  fs.rmSync(folder, { recursive: true });
});

type Body = Record<string, unknown>;

/** What stands of a case's topics after the change; `before` with null is a topic taken back. */
async function changed(before: Readonly<Record<string, Body>>, takenBack: string[] = []) {
  await sql`delete from particular`.execute(db.write);
  for (const [topic, body] of Object.entries(before))
    await sql`insert into particular (id, case_id, topic, member_id, body, version, updated_at, updated_by, deleted_at)
      values (${topic}, 'case', ${topic}, '', ${JSON.stringify(body)}, 3, '2026', 'x',
        ${takenBack.includes(topic) ? '2026' : null})`.execute(db.write);
  await oneDayOfPayment.up(db.write);
  const { rows } = await sql<{ topic: string; body: string }>`
    select topic, body from particular where deleted_at is null`.execute(db.read);
  return Object.fromEntries(rows.map((row) => [row.topic, JSON.parse(row.body) as Body]));
}

const typed = { dueOn: '2026-09-01', interest: '按日万分之五支付违约金' };

test('on wages the day and the interest go to the wage settlement, which is made where there is none', async () => {
  const order = { door: 'wages', document: 'iou', ...typed };
  expect(await changed({ 'payment-order': order })).toMatchObject({
    'payment-order': { door: 'wages', document: 'iou', interest: true },
    'wage-settlement': { payOn: typed.dueOn, late: typed.interest },
  });
  const taken = { 'payment-order': order, 'wage-settlement': { work: '绑扎', payOn: '2025-01-01' } };
  expect((await changed(taken, ['wage-settlement']))['wage-settlement']).toEqual({
    payOn: typed.dueOn,
    late: typed.interest,
  });
  const half = { 'payment-order': order, 'wage-settlement': { work: '绑扎', payOn: null, late: '' } };
  expect((await changed(half))['wage-settlement']).toEqual({
    work: '绑扎',
    payOn: typed.dueOn,
    late: typed.interest,
  });
});

test('on an agreement they become its one payment and its clause of delay', async () => {
  const order = { door: 'agreement', ...typed };
  const after = await changed({ 'payment-order': order, settlement: { number: '1', total: 500_000 } });
  expect(after.settlement).toEqual({
    number: '1',
    total: 500_000,
    lateConsequence: typed.interest,
    instalments: [{ due: typed.dueOn, amount: 500_000, payer: null, method: null }],
  });
  const topic = topicOf('settlement');
  expect(topic && valuesSchema(topic).safeParse(after.settlement).success).toBe(true);
  const open = { instalments: [{ due: null, amount: 1, payer: '甲', method: null }] };
  expect((await changed({ 'payment-order': order, settlement: open })).settlement).toMatchObject({
    instalments: [{ due: typed.dueOn, amount: 1, payer: '甲' }],
  });
});

test('what was signed stands, and no word that was typed is thrown away', async () => {
  const settlement = { lateConsequence: '剩余款项立即到期', instalments: [{ due: '2026-08-01' }] };
  const after = await changed({ 'payment-order': { door: 'agreement', ...typed }, settlement });
  expect(after.settlement).toEqual(settlement);
  expect(after['payment-order']).toEqual({
    door: 'agreement',
    dueOn: typed.dueOn,
    interest: true,
    interestBefore: typed.interest,
  });
});

test('without either nothing is made or touched', async () => {
  const before = { 'payment-order': { door: 'wages', dueOn: null, interest: null, payments: [] } };
  expect(await changed(before)).toEqual({ 'payment-order': { door: 'wages', payments: [] } });
});
