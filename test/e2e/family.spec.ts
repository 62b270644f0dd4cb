import { expect, type Page } from '@playwright/test';
import { days, intake, respondent, worker } from '../support/records.ts';
import { picture, test } from './support/own-office.ts';

const sheet = (page: Page) => page.getByRole('dialog').first();
const strip = (page: Page) => page.getByRole('navigation', { name: '案件系列' });

test('a failed mediation becomes an arbitration, one click apart, and can be taken back', async ({
  page,
  visit,
  app,
}) => {
  const { caseId, number } = await app.client.call(
    'cases.create',
    intake({
      track: 'mediation',
      workers: [worker('样例甲', { arrears: [days('20')] }), worker('样例乙')],
      respondents: [respondent],
      agents: [{ kind: 'lawyer', name: '样例律师', stages: ['mediation'] }],
      evidence: [{ group: 'arrears', name: '样例欠条', kind: 'documentary', form: 'original' }],
      events: [
        { type: 'mediation-applied', date: '2026-06-01' },
        { type: 'mediation-accepted', date: '2026-06-02' },
        { type: 'mediation-failed', date: '2026-06-12' },
      ],
    }),
  );
  await visit(`/cases/${caseId}`);
  await expect(page.locator('.gd-ways')).toContainText('申请调解使仲裁时效中断');
  await picture(page, 'family-ways');
  await page.locator('.gd-case-acts').getByRole('button', { name: '申请劳动仲裁' }).click();
  await expect(sheet(page).locator('.gd-carried')).toContainText('劳动者 2 人');
  await expect(sheet(page)).toContainText('样例律师的授权不包括新程序');
  const filed = sheet(page).getByLabel('提交仲裁申请之日');
  await filed.fill('2026-11-20');
  await filed.press('Tab');
  await expect(sheet(page).locator('.gd-continue-dates')).toContainText('2026-11-27');
  await expect(sheet(page)).toContainText('同时登记“申请仲裁”');
  await picture(page, 'family-continue');
  await sheet(page).getByRole('button', { name: '建立新案' }).click();
  await expect(page.locator('.gd-case-facts')).toContainText('仲裁 · 已提交申请');
  await expect(strip(page).locator('[aria-current=page]')).toContainText('仲裁');
  await picture(page, 'family-strip');
  await strip(page).getByRole('link', { name: number }).click();
  await expect(strip(page).locator('[aria-current=page]')).toContainText(number);
  await expect(page.locator('.gd-ways')).toContainText('已转入');
  await page.getByRole('button', { name: /撤\s?销/ }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(page.locator('.gd-ways').getByRole('button', { name: '申请劳动仲裁' })).toBeVisible();
});

test('a file is looked through before it is closed, and opened again with a reason', async ({
  page,
  visit,
  app,
}) => {
  const { caseId } = await app.client.call(
    'cases.create',
    intake({
      track: 'mediation',
      workers: [worker('样例甲', { arrears: [days('20')] })],
      respondents: [respondent],
      evidence: [
        { group: 'arrears', name: '样例欠条', kind: 'documentary', form: 'original', holder: '样例甲' },
      ],
      events: [
        { type: 'mediation-applied', date: '2026-11-02' },
        { type: 'mediation-agreed', date: '2026-11-09' },
      ],
    }),
  );
  await visit(`/cases/${caseId}?open=closing`);
  const item = (id: string) => sheet(page).locator(`[data-item=${id}]`);
  await expect(item('originals')).toContainText('样例欠条');
  await picture(page, 'closing');
  await item('originals').getByRole('button', { name: '已全部退还' }).click();
  await expect(item('originals')).toContainText('已核对');
  // What is missing is recorded from here.
  await item('outcome').getByRole('button', { name: '登记：调解协议履行完毕' }).click();
  await sheet(page).locator('[data-field="date"] input').fill('2026-11-20');
  await sheet(page).locator('[data-field="date"] input').press('Tab');
  await sheet(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  // With the last step the last date is gone: what is left to do is offered.
  await page
    .getByRole('dialog', { name: '程序已办结，本案没有未办日期' })
    .getByRole('button', { name: '办理结案' })
    .click();
  await expect(page.getByRole('dialog', { name: '程序已办结' })).toHaveCount(0);
  await expect(item('outcome')).toContainText('已办妥');
  await sheet(page)
    .getByRole('button', { name: /^结\s?案$/ })
    .click();
  await expect(sheet(page)).toContainText('结案请写明理由');
  await sheet(page).getByLabel('说明').fill('当事人已领款');
  await sheet(page)
    .getByRole('button', { name: /^结\s?案$/ })
    .click();
  await expect(page.locator('.gd-readonly')).toBeVisible();
  // The file says that it is closed a moment before its sheet goes.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${page.url().split('?')[0]}?open=closing`);
  await sheet(page).getByLabel('恢复办理的理由').fill('补交一份收条');
  await picture(page, 'reopening');
  await sheet(page).getByRole('button', { name: '恢复办理' }).click();
  await expect(page.locator('.gd-readonly')).toHaveCount(0);
});
