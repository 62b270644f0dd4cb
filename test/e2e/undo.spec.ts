import AxeBuilder from '@axe-core/playwright';
import { intake, respondent, worker } from '../support/records.ts';
import { expect, setLook, test } from './support/office.ts';

const newCase = {
  ...intake({
    workers: [worker('撤样甲'), worker('撤样乙')],
    respondents: [respondent],
    evidence: [{ group: 'arrears', name: '工资欠条', kind: 'documentary', form: 'copy' }],
    events: [{ type: 'employment-ended', date: '2026-09-30', note: null }],
  }),
} as const;

test('Ctrl+Z takes back the last act of the page, and leaves a field its own', async ({
  page,
  office,
  visit,
}) => {
  const { caseId } = await office.client.call('cases.create', newCase);
  await setLook(page, {});
  await visit(`/cases/${caseId}?tab=evidence`);
  await page.getByRole('button', { name: '工资欠条' }).click();
  await page.getByRole('button', { name: '移除' }).click();
  await expect(page.getByRole('button', { name: '工资欠条' })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('已撤销：移除证据（工资欠条）')).toBeVisible();
  await expect(page.getByRole('button', { name: '工资欠条' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('这一页没有可以撤销的操作。')).toBeVisible();

  await visit(`/cases/${caseId}?tab=parties`);
  await page.getByRole('row').filter({ hasText: '撤样乙' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '移除' }).click();
  await expect(page.getByText('撤样乙')).toHaveCount(0);
  const find = page.getByPlaceholder('姓名、证件、电话、班组');
  await find.fill('撤');
  await find.press('ControlOrMeta+z');
  await expect(page.getByText('撤样乙')).toHaveCount(0);
});

test('what rests on an event is named before it goes', async ({ page, office, visit }) => {
  const { caseId } = await office.client.call('cases.create', newCase);
  const { events } = await office.client.call('cases.get', { caseId });
  await setLook(page, {});
  await visit(`/cases/${caseId}?tab=dates&open=event:${events[0]?.id}`);
  await page.getByRole('button', { name: '移除' }).click();
  const goes = page.getByRole('dialog').getByRole('listitem');
  await expect(goes).toHaveCount(1);
  await expect(goes).toContainText(/取消.*劳动报酬时效.*2027-09-30/);
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(page.getByRole('heading', { name: '移除后的变化' })).toHaveCount(0);
  expect((await office.client.call('cases.get', { caseId })).events).toHaveLength(1);
});

test('a case goes to the bin with a word on what goes with it, and comes back', async ({
  page,
  office,
  visit,
}) => {
  const { caseId, number } = await office.client.call('cases.create', newCase);
  await setLook(page, {});
  await visit(`/cases/${caseId}`);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '删除案件' }).click();
  await expect(page.getByText('申请人 2 人')).toBeVisible();
  await page
    .getByRole('button', { name: '删 除' })
    .or(page.getByRole('button', { name: '删除', exact: true }))
    .click();
  await expect(page).toHaveURL(/#\/cases$/);
  await visit('/office?tab=bin');
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('删除案件');
  await expect(row).toContainText('2026-12-23');
  const axe = await new AxeBuilder({ page }).include('#main').analyze();
  expect(axe.violations.map((v) => v.id)).toEqual([]);
  await page.screenshot({ path: 'out/test-results/bin.png' });
  await row.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByText(`已恢复：删除案件（${number}）`)).toBeVisible();
  await visit(`/cases/${caseId}`);
  await expect(page.getByRole('heading', { name: '撤样甲' })).toBeVisible();
});

test('several cases are chosen in the list, deleted with one word and brought back with one', async ({
  page,
  office,
  visit,
}) => {
  const workers = (name: string) => ({ ...newCase, workers: [worker(name)] });
  for (const name of ['群样甲', '群样乙', '群样丙']) await office.client.call('cases.create', workers(name));
  await setLook(page, {});
  await visit('/cases?q=群样');
  const rows = page.locator('.case-row');
  await expect(rows).toHaveCount(3);
  await rows.nth(0).getByRole('checkbox').check();
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  const bulk = page.getByRole('region', { name: '批量操作' });
  await expect(bulk).toContainText('已选 3 件');
  await rows.nth(1).getByRole('checkbox').uncheck();
  await expect(bulk).toContainText('已选 2 件');
  await bulk.getByRole('button', { name: '删除…' }).click();
  const asks = page.getByRole('dialog');
  await expect(asks).toContainText('确定删除2 件案件吗？');
  await expect(asks).toContainText('申请人 2 人');
  await asks.getByRole('button', { name: /删\s*除/ }).click();
  await expect(page.getByText('2 件案件已移入回收站')).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(bulk).toHaveCount(0);
  // While it closes, the key is still the dialog's.
  await expect(asks).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows).toHaveCount(3);
});

test('the offer of a notice takes back its own act, whatever was saved since', async ({
  page,
  office,
  visit,
}) => {
  const { call } = office.client;
  const { caseId } = await call('cases.create', newCase);
  await call('tasks.save', { about: { caseId }, title: '核对考勤表' });
  await setLook(page, {});
  await visit(`/cases/${caseId}?tab=work`);
  await page.getByRole('button', { name: '核对考勤表', exact: true }).click();
  // Saved after the task has gone and before the page hears that it has.
  await page.route('**/api/call', async (route) => {
    const removes = route.request().postDataJSON()?.name === 'tasks.remove';
    const response = await route.fetch();
    if (removes) await call('tasks.save', { about: { caseId }, title: '通知家属' });
    await route.fulfill({ response });
  });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /删\s*除/ })
    .click();
  await expect(page.getByRole('button', { name: '核对考勤表', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '通知家属', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /撤\s*销/ }).click();
  await expect(page.getByRole('button', { name: '核对考勤表', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '通知家属', exact: true })).toBeVisible();
});
