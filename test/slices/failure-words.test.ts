import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inSituation } from '../../electron/core/kernel/failures.ts';
import { api } from '../../shared/contract/api.ts';
import type { Failure } from '../../shared/kernel/errors.ts';
import { openTestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { failureOf, intake, worker } from '../support/records.ts';
import { sentence } from '../support/sentence.ts';

test('damage found while an office is open is not told as one that did not open', async () => {
  const app = await openTestApp();
  const { client, folder } = app;
  const workers = Array.from({ length: 300 }, (_, i) => worker(`样${i}`));
  const { caseId } = await client.call('cases.create', intake({ workers }));
  await client.call('office.lock', {});
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  const database = path.join(folder, 'gongdao.db');
  const bytes = fs.readFileSync(database);
  // The first pages hold the schema, the office and who works there.
  fs.writeFileSync(
    database,
    Buffer.concat([bytes.subarray(0, 65_536), Buffer.alloc(bytes.length - 65_536, 7)]),
  );
  const failure = await failureOf(client.call('cases.members', { caseId }));
  expect(failure).toMatchObject({ code: 'database-damaged', details: { during: 'open' } });
  expect(sentence(failure, 'zh-CN')).not.toContain('没有打开');
  expect(sentence(failure, 'en')).not.toContain('not opened');
  fs.writeFileSync(database, bytes);
  await app.core.close();
});

test('the words fit what was going on', () => {
  const full: Failure = { code: 'disk-full' };
  const reading = inSituation(full, api['cases.list']);
  expect(sentence(reading, 'zh-CN')).toContain('无法读取');
  expect(sentence(reading, 'zh-CN')).not.toContain('没有保存');
  expect(sentence(reading, 'en')).toContain('could not be read');
  for (const saving of [api['cases.saveMember'], api['office.create'], undefined])
    expect(sentence(inSituation(full, saving), 'zh-CN')).toContain('没有保存');
  const damaged: Failure = { code: 'database-damaged', details: { part: 'database' } };
  expect(sentence(inSituation(damaged, api['office.unlock']), 'zh-CN')).toContain('没有打开');
  const paper: Failure = { code: 'database-damaged', details: { part: 'file' } };
  expect(sentence(inSituation(paper, api['documents.open']), 'zh-CN')).toContain('这份文书的文件');
  const other: Failure = { code: 'conflict' };
  expect(inSituation(other, api['cases.list'])).toBe(other);
});
