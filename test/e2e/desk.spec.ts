import { expect, Keys, test } from './support/office.ts';

const desk = (name: string): string => `[data-desk="${name}"]`;

test('an enquiry is checked while it is typed and becomes a case by one key', async ({
  page,
  visit,
  office,
}, info) => {
  await office.client.call('cases.create', {
    receivedOn: '2026-11-20',
    project: {},
    facts: {},
    workers: [{ name: '单雄信', phone: '13800000077', job: {} }],
    respondents: [
      { kind: 'person', name: '包工头甲', phone: '13900000001', capacity: 'foreman', footing: 'principal' },
    ],
  });
  const keys = new Keys(page);
  await visit('/cases');
  await keys.press('e');
  await expect(page.locator(desk('self.name'))).toBeFocused();
  // Stood on the other side before: the screen says so while the phone is typed.
  await keys.type('包甲');
  await keys.press('Tab');
  await keys.type('13900000001');
  await expect(page.getByText('可能冲突')).toBeVisible();
  await expect(page.locator('.desk-matches')).toContainText('包工头甲');
  await expect(page.locator('.ant-segmented-item-selected').first()).toContainText('有利益冲突');
  await page.locator(desk('self.phone')).fill('');
  await page.locator(desk('self.name')).fill('shanxiongxin');
  await expect(page.locator('.desk-matches')).toContainText('单雄信');
  await expect(page.locator('.desk-matches')).toContainText('仅相似');

  await page.locator(desk('self.name')).fill('');
  await page.locator(desk('self.name')).focus();
  keys.presses = 0;
  await keys.paste('郑来访');
  await keys.press('Tab');
  await keys.type('13700000099');
  await keys.tabTo(desk('other.name'));
  await keys.paste('样例电子厂');
  await keys.tabTo(desk('about'));
  await keys.paste('两个月工资没发');
  await expect(page.getByText('没有见过这样的人或单位')).toBeVisible();
  // A look at another page loses nothing of it.
  await page.getByRole('link', { name: '人员' }).click();
  await expect(page.locator(desk('about'))).toHaveCount(0);
  await page.getByRole('link', { name: '咨询' }).click();
  await expect(page.locator(desk('about'))).toHaveValue('两个月工资没发');
  await expect(page.locator(desk('self.name'))).toBeFocused();
  await keys.press('Control+Shift+Enter');
  await expect(page.locator('.gd-case-head h1')).toHaveText('郑来访 诉 样例电子厂');
  info.annotations.push({ type: 'key presses', description: String(keys.presses) });
  expect(keys.presses).toBeLessThan(50);
  await page.getByRole('tab', { name: '概览' }).click();
  await expect(page.getByText('两个月工资没发')).toBeVisible();
  await visit('/desk');
  await page.locator('.desk-list').getByText('已立案').click();
  await expect(page.locator('.desk-list')).toContainText('郑来访');
  await page.getByRole('button', { name: '冲突报告' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('测试员');
});

test('two records of one person are compared, merged and parted again', async ({ page, visit, office }) => {
  for (const phone of ['13800000081', '13800000082'])
    await office.client.call('cases.create', {
      receivedOn: '2026-11-20',
      project: {},
      facts: {},
      workers: [{ name: '𬭎并并', phone, job: {} }],
    });
  await visit('/people');
  await page.getByRole('textbox').fill('𬭎并');
  await expect(page.locator('.people-list tbody tr')).toHaveCount(2);
  await expect(page.locator('.people-list')).toContainText('138****0081');
  await page.getByRole('link', { name: '𬭎并并' }).first().click();
  await expect(page.locator('.person-facts')).toContainText('138****00');
  await page.getByRole('button', { name: '显示完整号码' }).click();
  await expect(page.locator('.person-facts')).toContainText('1380000008');
  // Others of the shared office may sound like it.
  const namesake = page.locator('.person-list li').filter({ hasText: '𬭎并并' });
  await namesake.getByRole('button', { name: '对比合并' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
  await expect(page.getByText('参与的案件（2）')).toBeVisible();
  await page.getByRole('button', { name: '撤销合并' }).click();
  await expect(page.getByText('参与的案件（1）')).toBeVisible();
  // One edit, carried into the open case.
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.locator('[data-person=interpreter]').fill('彝语');
  await page.locator('[data-person=name]').fill('𬭎改改');
  const note = page.getByRole('dialog').getByLabel('备注');
  await note.fill('记'.repeat(2001));
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('文字过长');
  await note.fill('样例备注');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '𬭎改改' })).toBeVisible();
  await expect(page.locator('.person-facts')).toContainText('彝语');
  const { items } = await office.client.call('cases.list', {
    filter: { text: '𬭎改改' },
    sort: { by: 'updated', direction: 'desc' },
  });
  expect(items).toHaveLength(1);
});
