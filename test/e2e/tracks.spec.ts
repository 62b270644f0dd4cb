import { expect, type Page } from '@playwright/test';
import { intake, worker } from '../support/records.ts';
import { picture, test } from './support/own-office.ts';

const sheet = (page: Page) => page.getByRole('dialog').first();

const dateOf = (page: Page) => sheet(page).locator('[data-field="date"] input');

/** Records what the sheet is about on a day. */
async function record(page: Page, date: string): Promise<void> {
  await dateOf(page).fill(date);
  await dateOf(page).press('Tab');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a mediation runs its course in the window', async ({ page, visit, app }) => {
  const { caseId } = await app.client.call(
    'cases.create',
    intake({ track: 'mediation', workers: [worker('样例甲')] }),
  );
  await visit(`/cases/${caseId}?tab=dates`);
  await expect(page.locator('.gd-case-facts')).toContainText('调解 · 未申请调解');
  await picture(page, 'mediation-start');

  await page.locator('.gd-case-acts').getByRole('button', { name: '登记：申请调解' }).click();
  await expect(sheet(page).locator('.gd-next')).toContainText('调解申请书');
  await record(page, '2026-11-16');
  await expect(page.locator('.gd-case-facts')).toContainText('已申请调解');
  await expect(page.locator('.gd-derived')).toContainText('2026-12-01');

  // Out of turn: named, and possible only with a reason.
  await page.locator('.gd-events').getByRole('button', { name: '登记', exact: true }).click();
  await sheet(page).getByLabel('事项').click();
  await page.getByTitle('调解协议履行完毕', { exact: true }).click();
  await dateOf(page).fill('2026-11-17');
  await dateOf(page).press('Tab');
  await expect(sheet(page).getByRole('alert')).toContainText('此时可以登记');
  await expect(sheet(page).getByLabel('理由')).toBeVisible();
  await picture(page, 'mediation-refused');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(sheet(page).getByText('请填写。')).toBeVisible();
  await page.keyboard.press('Escape');
  await sheet(page).getByRole('button', { name: '不保存' }).click();

  for (const [step, date] of [
    ['双方同意，受理调解', '2026-11-17'],
    ['达成调解协议', '2026-11-20'],
  ] as const) {
    await page
      .locator('.gd-case-acts')
      .getByRole('button', { name: `登记：${step}` })
      .click();
    await record(page, date);
  }
  await expect(page.locator('.gd-case-facts')).toContainText('达成调解协议');
  await expect(page.locator('.gd-derived')).toContainText('2026-12-21');
  await picture(page, 'mediation-agreed');

  // Removing shows first what it would do.
  await page.locator('.gd-event', { hasText: '达成调解协议' }).click();
  await sheet(page)
    .getByRole('button', { name: /移\s?除/ })
    .click();
  await expect(sheet(page).locator('.gd-whatif')).toContainText('取消');
  await picture(page, 'mediation-remove');
  await page.keyboard.press('Escape');

  // A reading of one rule, with its reason.
  const limit = page.locator('.gd-deadline', { hasText: '司法确认' }).first();
  await limit.getByRole('button', { name: '算法' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /只对公布的放假日顺延/ }).click();
  await dialog.getByLabel('选用理由').fill('本地法院一贯不顺延周末');
  await expect(dialog.locator('.gd-whatif')).toContainText('2026-12-20');
  await picture(page, 'mediation-reading');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(limit).toContainText('本地法院一贯不顺延周末');
  await expect(limit).toContainText('2026-12-20');

  await page.locator('.gd-next').getByRole('button', { name: '共同申请司法确认' }).first().click();
  await dateOf(page).fill('2026-11-21');
  await dateOf(page).press('Tab');
  await expect(sheet(page).locator('.gd-whatif')).toContainText('此后本案没有任何未办日期');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  // The last date has gone with it: another one is set, or it is said why none is needed.
  const last = page.getByRole('dialog', { name: '本案已没有未办日期' });
  await picture(page, 'mediation-last-date');
  await last.getByLabel('不需要日期的理由').fill('等法院通知，由立案窗口跟进');
  await last.getByRole('button', { name: '记下理由，不设日期' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.gd-case-facts')).toContainText('转司法确认');
  const { items } = await app.client.call('notes.list', { about: { caseId }, cursor: null });
  expect(items.map((n) => n.body)).toEqual(['不设跟进日期的理由：等法院通知，由立案窗口跟进']);
});

test('an enforcement runs its course, with the account of its two years', async ({ page, visit, app }) => {
  const { caseId } = await app.client.call(
    'cases.create',
    intake({ track: 'enforcement', workers: [worker('样例乙')] }),
  );
  await visit(`/cases/${caseId}?tab=dates`);
  for (const [step, date] of [
    ['裁决书、调解书、判决书生效', '2026-03-02'],
    ['履行期间届满', '2026-03-17'],
  ] as const) {
    await page
      .locator('.gd-case-acts')
      .getByRole('button', { name: `登记：${step}` })
      .click();
    await record(page, date);
  }
  await expect(page.locator('.gd-derived')).toContainText('2028-03-17');
  await expect(page.locator('.gd-ledger')).toContainText('2028-03-17');
  await page
    .locator('.gd-events')
    .getByRole('button', { name: /登\s?记$/ })
    .first()
    .click();
  await sheet(page).getByLabel('事项').click();
  await page.getByTitle('向对方主张权利', { exact: true }).click();
  await dateOf(page).fill('2026-06-01');
  await dateOf(page).press('Tab');
  await expect(sheet(page).locator('.gd-whatif')).toContainText('2028-03-17 → 2028-06-01');
  await picture(page, 'enforcement-what-if');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.gd-ledger')).toContainText('重新计算');
  for (const [step, date] of [
    ['申请强制执行', '2026-08-03'],
    ['发出执行通知，查控财产', '2026-08-10'],
  ] as const) {
    await page
      .locator('.gd-case-acts')
      .getByRole('button', { name: `登记：${step}` })
      .click();
    await record(page, date);
  }
  await page.locator('.gd-case-acts').getByRole('button', { name: '登记：全部履行' }).click();
  await dateOf(page).fill('2026-10-12');
  await dateOf(page).press('Tab');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  // Nothing is left to watch over: the case is offered to be closed, not another date.
  const ended = page.getByRole('dialog', { name: '程序已办结，本案没有未办日期' });
  await expect(ended).toBeVisible();
  await picture(page, 'enforcement-ended');
  await ended.getByRole('button', { name: '办理结案' }).click();
  await expect(page.getByRole('dialog').locator('[data-item=outcome]')).toContainText('已办妥');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.gd-case-facts')).toContainText('执行完毕或终结');
  await picture(page, 'enforcement-closed');

  await visit('/cases?track=enforcement&status=all');
  await expect(page.getByRole('row')).toHaveCount(2);
  await picture(page, 'cases-track');
});
