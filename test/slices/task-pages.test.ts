import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { migrate } from '../../electron/core/db/migrator.ts';
import { listTasks } from '../../electron/core/features/tasks/tasks.repo.ts';

let db: OpenDatabase;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-tasks-'));

beforeAll(async () => {
  db = openSqlite(path.join(folder, 'tasks.db'), null, { create: true });
  await migrate(db, { create: true, beforeChange: () => undefined });
});
afterAll(async () => {
  await db.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const dues = fc.array(fc.option(fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-01'), { nil: null }), {
  maxLength: 9,
});

test('pages of any length bring every task once, by its day, and those without a day at their end', async () => {
  await fc.assert(
    fc.asyncProperty(dues, fc.boolean(), fc.integer({ min: 1, max: 4 }), async (days, done, limit) => {
      await db.write.deleteFrom('task').execute();
      for (const [i, due] of days.entries())
        await db.write
          .insertInto('task')
          .values({
            id: `t${i}`,
            case_id: null,
            person_id: null,
            title: '样例',
            detail: null,
            assignee_id: null,
            due_on: due,
            done_at: done ? '2026-11-20T00:00:00.000Z' : null,
            done_by: null,
            created_at: '2026-11-20T00:00:00.000Z',
            created_by: '测试员',
            deleted_at: null,
          })
          .execute();
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await listTasks(db.read, { view: 'orphaned', done, cursor, userId: '', limit });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        read.push(...page.items.map((t) => t.id));
        cursor = page.next;
      } while (cursor !== null);
      const key = (i: number): string => `${days[i] ?? '9999-12-31'}/t${i}`;
      const byDay = days.map((_, i) => i).sort((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(read).toEqual((done ? byDay.reverse() : byDay).map((i) => `t${i}`));
    }),
    { numRuns: 40 },
  );
});
