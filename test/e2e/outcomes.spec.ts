import { makeCase, worker } from './support/cases.ts';
import { expect, field, setLook, test } from './support/office.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a mediator settles at four fifths in instalments, records a payment and sees what is owed', async ({
  page,
  visit,
  office,
}) => {
  await setLook(page, { language: 'zh-CN', theme: 'light' });
  const { caseId } = await makeCase(office.client, {
    track: 'mediation',
    workers: [worker('赵甲')],
    events: [
      { type: 'mediation-applied', date: '2026-11-02', note: null },
      { type: 'mediation-accepted', date: '2026-11-03', note: null },
    ],
  });
  const drawer = page.getByRole('dialog');
  const save = async (): Promise<void> => {
    await drawer.getByRole('button', { name: /^保 ?存/ }).click();
    await expect(drawer).toBeHidden();
  };
  // An address with a tab that there is not shows the case all the same.
  await visit(`/cases/${caseId}?tab=none-such`);
  await expect(page.getByRole('tab', { name: '概览', selected: true })).toBeVisible();
  await visit(`/cases/${caseId}?tab=outcome`);
  await page.getByRole('button', { name: '起草协议' }).click();
  await field(page, 'madeOn').fill('2026-11-10');
  await field(page, 'madeOn').press('Enter');
  await drawer.getByRole('textbox', { name: '百分比' }).fill('80');
  await drawer.getByRole('button', { name: '填写查找到的 1 行' }).click();
  // 17,000 computed, 13,600 agreed.
  await expect(drawer.locator('.outcome-sums')).toContainText('放弃 ¥3,400.00（20%）');
  await expect(drawer.locator('.outcome-warnings')).toContainText('劳动报酬低于依法计算的金额');
  const first = drawer.getByRole('textbox', { name: '首期日期' });
  await first.fill('2026-11-14');
  await first.press('Enter');
  await drawer.getByRole('button', { name: '平均分期' }).click();
  await expect(drawer.locator('.outcome-plan')).toContainText('2026-11-14为休息日');
  await expect(drawer.locator('.outcome-clauses')).toContainText(
    '第1期4,533.00元，于2026年11月14日前付清；第2期4,533.00元，于2026年12月14日前付清；第3期4,534.00元',
  );
  await save();
  await expect(page.locator('.outcome-card')).toContainText('草稿');
  await page.getByRole('button', { name: '打开' }).click();
  await drawer.locator('[data-field="state"] .ant-select').click();
  await page.getByTitle('已签订').click();
  await drawer.getByRole('button', { name: '修改文字' }).click();
  await drawer.getByRole('textbox', { name: '第 1 条' }).fill('共计13600元。');
  await drawer.getByRole('button', { name: /^保 ?存/ }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: '金额不能手填' })).toBeVisible();
  await drawer.getByRole('textbox', { name: '第 1 条' }).fill('{付款方}支付{劳动者}{总额}。');
  await save();

  await page.getByText('履行与付款').click();
  await expect(page.locator('.outcome-dues')).toContainText('逾期');
  await expect(page.locator('.outcome-steps')).toContainText('2026-11-25');
  // Each step says its article and leads where it is taken.
  await expect(page.locator('.outcome-steps')).toContainText('第74条、第75条');
  await page.getByRole('button', { name: '建立新案：申请支付令' }).click();
  await expect(drawer.getByText('申请支付令 · 支付令')).toBeVisible();
  await drawer.getByRole('button', { name: /^取 ?消/ }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '登记付款' }).click();
  await field(page, 'amountFen').fill('20000');
  await field(page, 'amountFen').press('Enter');
  await expect(drawer.getByText('多出的部分记为多付款')).toBeVisible();
  await field(page, 'amountFen').fill('4533');
  await field(page, 'amountFen').press('Enter');
  await save();
  await expect(page.locator('.outcome-dues')).toContainText('已付清');
  await expect(page.locator('.outcome-digest')).toContainText('9,067.00');
});
