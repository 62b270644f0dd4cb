import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { migrate } from '../../electron/core/db/migrator.ts';
import { listCaseRows } from '../../electron/core/features/cases/cases.list.ts';
import { casesContract } from '../../shared/features/cases/cases.contract.ts';
import { insertManyCases } from '../bench/support/many-cases.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-search-'));
const user = { id: '01KA0000000000000000000000', name: '测试员' };
let db: OpenDatabase;

beforeAll(async () => {
  db = openSqlite(path.join(folder, 'test.db'), null, { create: true });
  await migrate(db, { create: true, beforeChange: () => undefined });
  await db.write
    .insertInto('app_user')
    .values({
      ...user,
      role: 'manager',
      created_at: '2018-01-01T00:00:00.000Z',
      deactivated_at: null,
      must_change: 0,
      version: 1,
    })
    .execute();
  await insertManyCases(db.write, 3000, user);
});
afterAll(async () => {
  await db.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

// Nobody, one, some, so many that they are met along the order, everybody; and two words at once.
test.each(['查无此人', '罕见样', '赵甲', '王', '样例', '样例 王'])(
  'a search for %s finds the same in every order and page',
  async (text) => {
    const all = await db.read.selectFrom('case_file').selectAll().execute();
    const words = text.split(' ');
    for (const status of ['open', 'closed', 'all'] as const) {
      const wanted = all
        .filter((row) => status === 'all' || row.status === status)
        .filter((row) => words.every((word) => row.search_text.includes(word)));
      for (const by of ['nextDate', 'amount', 'applicants'] as const) {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listCaseRows>> = await listCaseRows(
            db.read,
            casesContract['cases.list'].input.parse({
              filter: { text, status },
              sort: { by, direction: 'desc' },
              limit: 200,
              cursor,
            }),
          );
          found.push(...page.rows.map((row) => row.id));
          cursor = page.next;
        } while (cursor !== null);
        expect(new Set(found).size).toBe(found.length);
        expect([...found].sort()).toEqual(wanted.map((row) => row.id).sort());
      }
    }
  },
);

test('the search reads an index that holds the searched text', async () => {
  const plan = await sql<{ detail: string }>`explain query plan select id from case_file
    where status = 'open' and instr(search_text, '王') > 0 limit 501`.execute(db.read);
  expect(plan.rows.map((p) => p.detail).join()).toContain('COVERING INDEX case_file_by_search_text');
});
