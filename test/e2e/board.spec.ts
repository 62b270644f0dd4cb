import { expect } from '@playwright/test';
import type { TestApp } from '../support/open-test-app.ts';
import { intake, respondent, worker } from '../support/records.ts';
import { picture, test } from './support/own-office.ts';

const ready = [
  { type: 'application-submitted', date: '2026-11-02' },
  { type: 'accepted', date: '2026-11-05' },
] as const;
const makeCase = (app: TestApp, name: string) =>
  app.client.call(
    'cases.create',
    intake({ workers: [worker(name)], respondents: [respondent], events: [...ready] }),
  );

test('a clash is said while it is typed, and the hearing moves the case', async ({ page, app, visit }) => {
  const first = await makeCase(app, '样例甲');
  const second = await makeCase(app, '样例乙');
  const people = [{ role: 'sole', name: '样例仲裁员' }] as const;
  await app.client.call('hearings.save', {
    caseId: first.caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { kind: 'hearing', date: '2026-12-08', start: '09:00', end: '11:00', people: [...people] },
  });
  await visit(`/cases/${second.caseId}?tab=hearings&open=hearing:new:2026-12-08`);
  const sheet = page.getByRole('dialog');
  await expect(sheet.locator('.hearing-limit').first()).toContainText('2026-12-01');
  await sheet.getByRole('button', { name: '添加' }).click();
  await sheet.getByRole('combobox', { name: '姓名' }).fill('样例仲裁员');
  await expect(sheet.locator('.hearing-clash')).toContainText(`样例仲裁员同时要出席 ${first.number}`);
  await picture(page, 'hearing-clash');
  const start = sheet.getByLabel('开始');
  await start.fill('下午2点');
  await start.press('Tab');
  await expect(start).toHaveValue('14:00');
  await expect(sheet.locator('.hearing-free')).toBeVisible();
  await sheet.getByRole('button', { name: /保存/ }).click();
  await expect(page.locator('.hearing')).toContainText('14:00–16:30');
  // Closing is a step of the address of its own: another one at the same moment would be lost.
  await expect(sheet).toBeHidden();
  expect((await app.client.call('cases.get', { caseId: second.caseId })).stage).toBe('scheduled');

  await visit('/dates?kind=hearing');
  await expect(page.locator('.agenda-row')).toHaveCount(2);
  await visit('/dates?view=calendar&day=2026-12-07');
  await page.locator('[data-day="2026-12-07"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-day="2026-12-08"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cal-slot')).toHaveCount(2);
});

test('the last open date of a case is not closed unnoticed', async ({ page, app, visit }) => {
  const { caseId } = await app.client.call('cases.create', intake({ workers: [worker('样例丙')] }));
  await visit('/dates?view=bare');
  await page.getByRole('link', { name: /设跟进日期/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('事项').fill('回电');
  await sheet.getByLabel('日期').first().fill('2026-12-01');
  await sheet.getByLabel('日期').first().press('Tab');
  await sheet.getByRole('button', { name: /保存/ }).click();
  await expect(page.locator('.own-date')).toContainText('回电');
  await page.locator('.own-date').getByRole('button', { name: '办结' }).click();
  const ask = page.getByRole('dialog').filter({ hasText: '最后一个未办日期' });
  await ask.getByLabel('不需要日期的理由').fill('已当面说清');
  await ask.getByRole('button', { name: '记下理由并办结' }).click();
  await expect(page.locator('.own-date')).toContainText('恢复');
  expect(await app.client.call('calendar.left', { caseId })).toEqual({ open: 0 });
});
