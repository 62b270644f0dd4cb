import { testPassphrase, testUser } from '../support/open-test-app.ts';
import { expect, test } from './support/office.ts';

test('a manager adds somebody, who changes the first passphrase and then works', async ({
  page,
  visit,
  office,
}) => {
  await visit('/office?tab=users');
  await page.getByRole('button', { name: '添加成员' }).click();
  await page.getByRole('dialog').getByLabel('姓名').fill('新来的书记');
  await page.getByRole('radio', { name: /书记员/ }).check();
  await page.getByRole('button', { name: '保存' }).click();
  const slip = page.locator('.user-slip');
  const first = (await slip.textContent()) ?? '';
  expect(first).toMatch(/^.{4}-.{4}-.{4}$/);
  await page.getByRole('button', { name: '已记下' }).click();
  await expect(page.getByRole('row', { name: /新来的书记/ })).toContainText('待更换首个口令');

  await page.getByRole('banner').getByRole('button', { name: '锁定' }).click();
  await page.getByLabel('用户名').fill('新来的书记');
  await page.locator('input[type=password]').fill(first);
  await page.getByLabel('在这台电脑上记住我的姓名').check();
  await page.getByRole('button', { name: '解锁', exact: true }).click();
  await expect(page.getByRole('heading', { name: '请更换首个口令' })).toBeVisible();
  await expect(page.locator('.rail')).toHaveCount(0);
  const fields = page.locator('input[type=password]');
  await fields.nth(0).fill(first);
  await fields.nth(1).fill('只有我知道的口令');
  await fields.nth(2).fill('只有我知道的口令');
  await page.getByRole('button', { name: '更换并打开' }).click();
  await expect(page.locator('.who')).toContainText('新来的书记');
  // No managing for a clerk.
  await visit('/office?tab=users');
  await expect(page.getByRole('tab', { name: '成员' })).toHaveCount(0);

  // The remembered name stands at the door; the manager comes back in.
  await page.getByRole('banner').getByRole('button', { name: '锁定' }).click();
  await expect(page.getByLabel('用户名')).toHaveValue('新来的书记');
  await page.getByLabel('用户名').fill('测试员');
  await page.locator('input[type=password]').fill(testPassphrase);
  await page.getByRole('button', { name: '解锁', exact: true }).click();
  await expect(page.locator('.who')).toContainText('测试员');
  // Locking shut the test's own session too.
  await office.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect((await office.client.call('users.list', {})).map((u) => u.name)).toContain('新来的书记');
});
