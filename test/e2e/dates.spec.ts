import fs from 'node:fs';
import { expect } from '@playwright/test';
import { inventedYear } from '../support/law-files.ts';
import { type TestApp, testUser } from '../support/open-test-app.ts';
import { days, intake, worker } from '../support/records.ts';
import { picture, test } from './support/own-office.ts';

const makeCase = (app: TestApp) =>
  app.client.call(
    'cases.create',
    intake({
      workers: [worker('样例甲', { arrears: [days('10')] })],
      events: [
        { type: 'employment-ended', date: '2026-01-05' },
        { type: 'demand-made', date: '2026-03-10' },
        { type: 'application-submitted', date: '2026-12-29', note: '收件回执〔虚构〕1号' },
      ],
    }),
  );

test('a date is confirmed and its control sheet shown', async ({ page, app, visit }) => {
  const { caseId } = await makeCase(app);
  await visit(`/cases/${caseId}?tab=dates`);
  const row = page.locator('.gd-deadline').filter({ has: page.getByText('受理决定', { exact: true }) });
  await row.getByRole('button', { name: '确认' }).click();
  await expect(row).toContainText(`${testUser} 2026-11-23 已确认`);
  await expect(page.getByRole('img', { name: /重新计算/ })).toBeVisible();
  await picture(page, 'dates');
  await row.getByRole('button', { name: '核对单' }).click();
  await expect(page.getByRole('dialog').locator('.textLayer')).toContainText('期限核对单');
  await picture(page, 'receipt');
});

test('an event that is being typed shows what it would change', async ({ page, app, visit }) => {
  const { caseId } = await makeCase(app);
  const event = (await app.client.call('cases.get', { caseId })).events.find(
    (e) => e.type === 'application-submitted',
  );
  await visit(`/cases/${caseId}?tab=dates`);
  await page.locator('.gd-event').filter({ hasText: '2026-12-29' }).click();
  const date = page.getByRole('dialog').locator('input').nth(1);
  await date.fill('2026-12-22');
  await date.press('Tab');
  await expect(page.locator('.gd-whatif')).toContainText('2027-01-06 → 2026-12-29');
  await picture(page, 'what-if');
  // Looking stored nothing.
  const { events } = await app.client.call('cases.get', { caseId });
  expect(events).toContainEqual(event);
});

test('a year of holidays is looked at, imported and taken out again', async ({ page, app, visit }, info) => {
  const { caseId } = await makeCase(app);
  const file = info.outputPath('样例2027.json');
  fs.writeFileSync(file, JSON.stringify(inventedYear));
  await visit('/office?tab=law');
  await expect(page.locator('.status-bar')).toContainText('2026');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入数据文件' }).click();
  await (await chosen).setFiles(file);
  await expect(page.getByRole('dialog')).toContainText('2027-01-06（暂定） → 2027-01-07');
  await picture(page, 'law-preview');
  await page.getByRole('button', { name: '导入并重新推算' }).click();
  await expect(page.locator('.status-bar')).toContainText('2027');
  // The list of what moved stays to be worked through.
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('已导入');
  await expect(sheet).toContainText('2027-01-06（暂定） → 2027-01-07');
  await sheet.getByRole('button', { name: '关闭' }).last().click();
  await expect(page.locator('.law-pack')).toContainText('样例核对人');
  await picture(page, 'law-data');
  const dates = await app.client.call('deadlines.forCase', { caseId });
  expect(dates.find((d) => d.ruleId === 'arb-accept-decision')).toMatchObject({ due: '2027-01-07' });
  await page.getByRole('button', { name: '撤下' }).click();
  await expect(page.locator('.status-bar')).toContainText('2026');
});
