import { makeCase, worker } from './support/cases.ts';
import { expect, aloneInOffice as test } from './support/office.ts';

test('a task is given and done, a note calls the reader, time is recorded', async ({
  page,
  visit,
  office,
}) => {
  const { client } = office;
  await client.call('users.add', { name: '李明华', role: 'lawyer' });
  const { caseId } = await makeCase(client, { workers: [worker('赵甲')] });
  await visit(`/cases/${caseId}?tab=work`);
  await page.getByRole('button', { name: '按清单建立…' }).click();
  await page.getByRole('button', { name: '建立任务' }).click();
  const first = page.locator('.task-line').filter({ hasText: '核对身份证件并留存复印件' });
  await expect(first).toContainText('测试员');
  await first.getByRole('button', { name: '完成“核对身份证件并留存复印件”' }).click();
  await expect(first).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(first).toBeVisible();

  await page.getByLabel('写记事').fill('等考勤。@李明华 请联系工地');
  await page.getByLabel('写记事').press('Control+Enter');
  const note = page.locator('.note').filter({ hasText: '等考勤' });
  await expect(note.locator('mark')).toHaveText('@李明华');

  await page.getByLabel('用时').fill('1:30');
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByText('共 1 小时 30 分')).toBeVisible();

  await client.call('notes.save', { about: { caseId }, body: '@测试员 自己记住' });
  await visit('/');
  await expect(page.getByRole('region', { name: '我的任务' }).getByRole('listitem').first()).toContainText(
    '核对身份证件并留存复印件',
  );
  await visit('/tasks?view=orphaned');
  await expect(page.getByText('没有未完成的任务。')).toBeVisible();
});
