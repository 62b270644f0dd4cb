import type { Page } from '@playwright/test';
import { expect, field, Keys, aloneInOffice as test } from './support/office.ts';

test('a wage-arrears case is taken in with the keyboard alone, right to the fen', async ({
  page,
  visit,
  office,
}, info) => {
  const keys = new Keys(page);
  await visit('/cases');
  await keys.press('n');
  await expect(field(page, 'workers.0.name')).toBeFocused();
  await keys.paste('钱乙 110101197102111035 13800000002');
  await expect(field(page, 'workers.0.phone')).toHaveValue('13800000002');
  await expect(page.locator('[data-field="workers.0.sex"]')).toContainText('男');
  await keys.tabTo('[data-field="workers.0.job.start"] input');
  await keys.type('20260301');
  await keys.tabTo('[data-field="workers.0.job.rate"] input');
  await keys.type('6000');
  await keys.tabTo('.gd-fill input');
  await keys.type('2026-04');
  await keys.press('Tab');
  await keys.type('2026-06');
  await keys.press('Enter');
  await expect(page.locator('[data-cell="2.period"]')).toBeVisible();
  await keys.tabTo('[data-cell="0.paid"]');
  await keys.type('1500.5');
  await keys.tabTo('.gd-site input', 60);
  await keys.press('Space');
  await keys.tabTo('[data-field="respondents.0.name"] input');
  await keys.type('样例建筑劳务有限公司');
  // The general contractor is suggested, with its article.
  await expect(page.locator('.gd-suggest')).toContainText('施工总承包单位');
  await expect(page.locator('.gd-suggest')).toContainText('保障农民工工资支付条例');
  await keys.tabTo('.gd-suggest button');
  await keys.press('Enter');
  await expect(field(page, 'respondents.1.name')).toBeFocused();
  await keys.type('示例建设集团有限公司');
  await keys.tabTo('[data-field="evidence"] input', 60);
  await keys.press('Space');
  await keys.press('Tab');
  await keys.press('Space');
  await expect(page.locator('.gd-intake')).toContainText('¥16,499.50');
  // How and to whom is asked only once there is a demand.
  await expect(field(page, 'demandMethod')).toHaveCount(0);
  await keys.tabTo('[data-field="lastDemand"] input', 60);
  await keys.type('20260706');
  await keys.tabTo('[data-field="demandMethod"] input');
  await keys.type('微信');
  await keys.tabTo('[data-field="demandedFrom"] input');
  await keys.type('班组长样某');
  await keys.press('Control+Enter');

  await expect(page.locator('.gd-case-head h1')).toHaveText('钱乙 诉 样例建筑劳务有限公司等2家');
  await expect(page.locator('.gd-case-head')).toContainText('¥16,499.50');
  await expect(page.locator('.gd-digest')).toContainText('人民币壹万陆仟肆佰玖拾玖元伍角');
  await page.getByRole('tab', { name: '证据' }).click();
  await expect(page.getByText('身份证').first()).toBeVisible();
  // Other cases of the shared office may have a worker of this name.
  const caseId = /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? '';
  const made = await office.client.call('cases.get', { caseId });
  expect(made.events).toMatchObject([{ type: 'demand-made', method: '微信', addressee: '班组长样某' }]);
  info.annotations.push({ type: 'key presses', description: String(keys.presses) });
  // Three minutes allow some 360 presses at an unhurried two a second.
  expect(keys.presses).toBeLessThan(200);
});

test('what was typed is there again after a reload, and the first fault gets the focus', async ({
  page,
  visit,
}) => {
  await visit('/intake');
  await field(page, 'workers.0.phone').fill('13800000077');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'workers.0.name')).toBeFocused();
  await expect(page.locator('[data-field="workers.0.name"] .field-error')).toHaveText('请填写。');
  // The sign on the screen may speak of an earlier draft, without the name.
  const kept = page.waitForResponse((reply) => reply.request().postData()?.includes('孙𠮷𬭎') === true);
  await field(page, 'workers.0.name').fill('孙𠮷𬭎');
  await kept;
  await expect(page.getByText(/草稿已于 .* 保存/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/已恢复/)).toBeVisible();
  await expect(field(page, 'workers.0.name')).toHaveValue('孙𠮷𬭎');
  await expect(field(page, 'workers.0.phone')).toHaveValue('13800000077');
  await page.getByRole('button', { name: '清空重填' }).click();
  await expect(field(page, 'workers.0.name')).toHaveValue('');
  // Nothing of the dropped draft comes back.
  await page.reload();
  await expect(field(page, 'workers.0.name')).toHaveValue('');
});

test('two windows take in two cases, and neither draft overwrites the other unasked', async ({
  page,
  visit,
  secondTab,
}) => {
  const said = (tab: Page) => tab.locator('.gd-saved');
  await visit('/intake');
  const other = await secondTab();
  await other.goto(page.url());
  await field(page, 'workers.0.name').fill('样例甲');
  await expect(said(page)).toContainText('草稿已于');
  await field(other, 'workers.0.name').fill('样例乙');
  await expect(other.getByRole('alert')).toContainText('另一个窗口也在录入新案件');
  await other.getByRole('button', { name: '改留本窗口的草稿' }).click();
  await expect(said(other)).toContainText('草稿已于');
  await field(page, 'workers.0.name').fill('样例甲甲');
  await expect(page.getByRole('alert')).toContainText('另一个窗口也在录入新案件');
  await other.reload();
  await expect(field(other, 'workers.0.name')).toHaveValue('样例乙');
});

test('an unreadable amount is not dropped in silence', async ({ page, visit, office }) => {
  await visit('/intake');
  const { count } = await office.client.call('cases.count', { filter: { status: 'all' } });
  await field(page, 'workers.0.name').fill('周戊');
  await field(page, 'respondents.0.name').fill('样例物流有限公司');
  await page.locator('[data-cell="0.period"]').fill('2026-04');
  await page.locator('[data-cell="0.rate"]').fill('六千块吧');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.gd-faults')).toContainText('不是有效金额');
  await expect(page.locator('[data-cell="0.rate"]')).toBeFocused();
  expect((await office.client.call('cases.count', { filter: { status: 'all' } })).count).toBe(count);
  await page.getByRole('link', { name: '案件' }).click();
});
