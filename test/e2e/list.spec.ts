import type { Page } from '@playwright/test';
import { openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import { insertManyCases } from '../bench/support/many-cases.ts';
import { testPassphrase, testUser } from '../support/open-test-app.ts';
import { expect, type Program, firstRun as test } from './support/office.ts';

const count = 10_000;

/** An office with ten thousand cases, written into its database while it is locked. */
async function manyCases({ client, world }: Program): Promise<void> {
  const folder = world.suggestedOfficeFolder;
  const { recoveryKey } = await client.call('office.create', {
    folder,
    name: '样例区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    tribunalName: null,
    userName: testUser,
    passphrase: testPassphrase,
  });
  await client.call('office.confirmRecoveryKey', { recoveryKey });
  const [user] = await client.call('office.users', {});
  await client.call('office.lock', {});
  const unlocked = await unlockWithPassphrase(readKeyring(folder), testUser, testPassphrase);
  if (!unlocked || !user) throw new Error('The office does not open');
  const database = openSqlite(officePaths(folder).database, deriveKey(unlocked.key, 'database'), {
    create: false,
  });
  await insertManyCases(database.write, count, user);
  await database.close();
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
}

const grid = (page: Page) => page.getByRole('grid', { name: '案件列表' });
const active = (page: Page) => grid(page).locator('.case-row[aria-selected=true]');
const status = (page: Page) => page.locator('.cases-count');

test('ten thousand cases scroll, sort by every column, filter, and come back as they were', async ({
  page,
  program,
}) => {
  await manyCases(program);
  await page.goto(`${program.shell.origin}/#/cases?status=all`);
  await expect(status(page)).toHaveText('10,000 件');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(count + 1));
  expect(await grid(page).locator('.case-row').count()).toBeLessThan(80);
  // 25 rows and the heading are in sight at 1280 × 800.
  const inSight = await grid(page).evaluate((element) => Math.floor((element.clientHeight - 29) / 26));
  expect(inSight).toBeGreaterThanOrEqual(24);

  for (const column of ['案号', '当事人', '案由', '程序', '阶段', '承办人', '下一期限', '请求金额（元）']) {
    const button = grid(page).getByRole('button', { name: column, exact: true });
    await button.click();
    const first = await sortedBy(page);
    await button.click();
    expect(await sortedBy(page)).not.toBe(first);
  }
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
  const amounts = await grid(page)
    .locator('.case-row .case-cell-end')
    .evaluateAll((cells) =>
      cells.slice(0, 10).map((c) => Number((c.textContent ?? '').replace(/[^\d.]/g, ''))),
    );
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));

  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  const index = await active(page).getAttribute('aria-rowindex');
  expect(Number(index)).toBeGreaterThan(20);

  // `/` filters; what is filtered stands in the address.
  await page.keyboard.press('/');
  await page.keyboard.type('罕见样');
  await expect(status(page)).toHaveText('1 件');
  await expect(page).toHaveURL(/q=/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.gd-case-head h1')).toContainText('罕见样');
  await page.goBack();
  await expect(status(page)).toHaveText('1 件');
  await expect(page.getByLabel('按案号或当事人筛选')).toHaveValue('罕见样');
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(status(page)).toHaveText(/^\d,\d{3} 件$/);
  await page.getByLabel('按案号或当事人筛选').fill('没有这个人');
  await expect(page.getByText('没有符合条件的案件')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(active(page)).toBeVisible();
});

/** Waits until the rows are those of the order that the heading shows, and names that order. */
async function sortedBy(page: Page): Promise<string> {
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
  return new URL(page.url().replace('#/', '')).search;
}
