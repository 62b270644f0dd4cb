import type { Page } from '@playwright/test';
import { makeCase, manyWorkers, worker } from './support/cases.ts';
import { expect, field, test } from './support/office.ts';
import { picture } from './support/own-office.ts';

const sheet = (page: Page) => page.locator('.ant-drawer').filter({ has: page.locator('.gd-sheet') });
const head = (page: Page) => page.locator('.gd-case-head');
const memberRow = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const saveSheet = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter');
  await expect(sheet(page)).toHaveCount(0);
};

test('every tab opens, and its address can be copied and gone back from', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}`);
  for (const tab of ['工人与当事人', '请求与金额', '日期', '证据', '文书', '记录', '概览']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.gd-case-body > *').first()).toBeVisible();
  }
  await page.goBack();
  await expect(page.getByRole('tab', { name: '记录' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.gd-body-history')).toContainText('新建案件');
});

test('an edited worker changes the sum; a removed one can be brought back', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, {
    workers: [worker('赵甲'), worker('钱乙', { idNumber: '110101197102111035', phone: '13800000002' })],
  });
  await visit(`/cases/${caseId}?tab=parties`);
  await expect(head(page)).toContainText('¥34,000.00');
  await memberRow(page, '钱乙').click();
  await sheet(page).locator('[data-cell="1.paid"]').fill('2,000.01');
  await saveSheet(page);
  await expect(head(page)).toContainText('¥31,999.99');

  await memberRow(page, '赵甲').getByRole('checkbox').check();
  await page.locator('.gd-bulk').getByRole('button', { name: '移除' }).click();
  await expect(head(page)).toContainText('¥14,999.99');
  await expect(memberRow(page, '赵甲')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(head(page)).toContainText('¥31,999.99');
  await expect(memberRow(page, '赵甲')).toBeVisible();
});

test('two tabs change one worker: the second sees both versions and chooses, and nothing is lost', async ({
  page,
  visit,
  office,
  secondTab,
}) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=parties`);
  const other = await secondTab();
  await other.goto(page.url());
  await memberRow(page, '赵甲').click();
  await field(page, 'phone').fill('13800000055');
  await field(page, 'domicile').fill('样例县样例村');
  await memberRow(other, '赵甲').click();
  await field(other, 'job.team').fill('样例班');
  await field(other, 'phone').fill('13800000066');
  await saveSheet(other);

  await expect(page.getByText('保存时与您的修改合并')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '两个人改了同一处，请选定' });
  // Only the phone was changed by both; the number is shown in part until it is asked for.
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expect(dialog.getByRole('row', { name: /电话/ })).toContainText('138****0055');
  await expect(dialog).toContainText('已并入：班组');
  await dialog.getByRole('button', { name: '显示完整号码' }).click();
  await expect(dialog.getByRole('row', { name: /电话/ })).toContainText('13800000066');
  await expect(dialog.getByRole('button', { name: '还有1项未选' })).toBeDisabled();
  await picture(page, 'versions-worker');
  await dialog.getByRole('radio', { name: '联系电话：对方已保存的' }).check();
  await dialog.getByRole('button', { name: '按选定的保存' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [saved] = await office.client.call('cases.members', { caseId });
  expect(saved).toMatchObject({
    phone: '13800000066',
    domicile: '样例县样例村',
    job: { team: '样例班' },
  });

  // Two changes of the case itself that do not touch each other are brought together without a question.
  await visit(`/cases/${caseId}?tab=overview&open=case`);
  await field(page, 'tribunalCaseNumber').fill('样劳人仲案〔2026〕9号');
  const { version } = await office.client.call('cases.get', { caseId });
  await office.client.call('cases.update', {
    caseId,
    expectedVersion: version,
    patch: { project: { name: '样例工程', site: null, teamLeader: null } },
  });
  await saveSheet(page);
  await expect
    .poll(() => office.client.call('cases.get', { caseId }))
    .toMatchObject({ project: { name: '样例工程' }, tribunalCaseNumber: '样劳人仲案〔2026〕9号' });

  // Removed by the other while it was being written on: it is put back with what was typed.
  await visit(`/cases/${caseId}?tab=parties`);
  await memberRow(page, '赵甲').click();
  await field(page, 'job.post').fill('样例岗位');
  const now = await office.client.call('cases.get', { caseId });
  await office.client.call('cases.removeMembers', {
    caseId,
    expectedVersion: now.version,
    memberIds: [saved?.id ?? ''],
  });
  await expect(memberRow(page, '赵甲')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '恢复并保存我的' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [back] = await office.client.call('cases.members', { caseId });
  expect(back).toMatchObject({ id: saved?.id, job: { post: '样例岗位' } });
});

test('recorded events give dates with their working; a moved hearing moves them', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=dates`);
  const record = async (event: string, date: string): Promise<void> => {
    await page.locator('.gd-events').getByRole('button', { name: '登记' }).click();
    await field(page, 'type').fill(event);
    await field(page, 'type').press('Enter');
    await field(page, 'date').fill(date);
    await saveSheet(page);
    await expect(page.locator('.gd-events')).toContainText(event);
  };
  await record('提交仲裁申请', '20260914');
  await record('受理', '20260918');
  await record('向被申请人送达申请书副本', '20260922');
  await record('确定开庭日期', '2026-11-30');

  const deadline = (title: string) => page.locator('.gd-deadline').filter({ hasText: title }).first();
  // Ten working days from 22 September 2026, past the National Day holiday and with its substitute workdays.
  const answer = deadline('提交答辩书');
  await expect(answer).toContainText('劳动争议调解仲裁法');
  await answer.getByRole('button', { name: /查看依据/ }).click();
  const working = page.locator('.working');
  await expect(working).toContainText('国庆');
  await expect(working.locator('.working-lines li').first()).toBeVisible();
  await expect(working).toContainText('第30条');
  await page.keyboard.press('Escape');
  await expect(working).toBeHidden();

  const postpone = deadline('延期');
  const before = await postpone.locator('time').first().getAttribute('datetime');
  await page.locator('.gd-event').filter({ hasText: '开庭日' }).click();
  await field(page, 'date').fill('2026-12-14');
  await saveSheet(page);
  await expect(postpone.locator('time').first()).not.toHaveAttribute('datetime', before ?? '');

  await page.locator('.gd-event').filter({ hasText: '开庭日' }).click();
  await sheet(page).getByRole('button', { name: '移除' }).click();
  // First what removing would do, then the removal.
  await sheet(page).locator('.gd-remove').getByRole('button', { name: '移除' }).click();
  await expect(page.locator('.gd-event').filter({ hasText: '开庭日' })).toHaveCount(0);
  await page.getByRole('button', { name: /^撤\s?销$/ }).click();
  await expect(page.locator('.gd-event').filter({ hasText: '开庭日' })).toContainText('2026-12-14');
});

test('a date typed in the event sheet is the one that Ctrl+Enter records', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=dates`);
  await page.locator('.gd-events').getByRole('button', { name: '登记' }).click();
  await field(page, 'type').fill('提交仲裁申请');
  await field(page, 'type').press('Enter');
  await field(page, 'date').fill('20260914');
  await saveSheet(page);
  const recorded = async () => (await office.client.call('cases.get', { caseId })).events.map((e) => e.date);
  expect(await recorded()).toEqual(['2026-09-14']);
  await page.locator('.gd-event').filter({ hasText: '提交仲裁申请' }).click();
  await field(page, 'date').fill('2026年9月16日');
  await saveSheet(page);
  expect(await recorded()).toEqual(['2026-09-16']);
  await expect(page.locator('.gd-event').filter({ hasText: '提交仲裁申请' })).toContainText('2026-09-16');
});

test('a date to come is doubted only for what must have happened', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=dates`);
  await page.locator('.gd-events').getByRole('button', { name: '登记' }).click();
  await field(page, 'date').fill('2099-01-05');
  await field(page, 'date').press('Enter');
  const doubt = sheet(page).getByText('这是将来的日期，请核对');
  await expect(doubt).toBeVisible();
  await field(page, 'type').fill('开庭日');
  await field(page, 'type').press('Enter');
  await expect(doubt).toHaveCount(0);
});

test('a group elects three to five representatives', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, { workers: manyWorkers(12) });
  await visit(`/cases/${caseId}?tab=parties`);
  await page.getByRole('button', { name: '选定' }).click();
  const pick = page.locator('.gd-pick').getByRole('checkbox');
  await pick.nth(0).check();
  await pick.nth(1).check();
  await page.keyboard.press('Control+Enter');
  await expect(sheet(page)).toContainText('已选 2 人（应为 3–5 人）');
  await expect(sheet(page)).toBeVisible();
  for (const i of [2, 3, 4]) await pick.nth(i).check();
  await expect(pick.nth(5)).toBeDisabled();
  await saveSheet(page);
  await expect(page.getByRole('row').filter({ hasText: '代表' })).toHaveCount(5);
});

test('a closed case is for reading only, and can be opened again', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=parties`);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '结案', exact: true }).click();
  await page.getByLabel('说明').fill('当事人撤回申请');
  await page.getByRole('button', { name: '结案', exact: true }).click();
  await expect(page.locator('.gd-readonly')).toContainText('本案已结案');
  await expect(page.getByRole('button', { name: '添加工人' })).toHaveCount(0);
  await memberRow(page, '赵甲').click();
  await expect(field(page, 'name')).toBeDisabled();
  await expect(sheet(page).getByRole('button', { name: /保存/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '恢复办理' }).click();
  await page.getByLabel('恢复办理的理由').fill('对方没有付款');
  await page.getByRole('dialog').getByRole('button', { name: '恢复办理', exact: true }).click();
  await expect(page.getByRole('button', { name: '添加工人' })).toBeVisible();
});

test('a case without workers says what to do; long and rare names keep their form', async ({
  page,
  visit,
  office,
}) => {
  const empty = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${empty.caseId}?tab=parties`);
  await expect(page.getByText('还没有工人')).toBeVisible();
  for (const tab of ['概览', '请求与金额', '日期', '文书'])
    await page.getByRole('tab', { name: tab }).click();

  const long = '阿卜杜拉赫曼·买买提江·艾合买提尼亚孜·阿布都热西提·吐尔逊江样例人员甲乙丙丁';
  const named = await makeCase(office.client, {
    workers: [worker(long), worker('𠮷𬭎', { idNumber: '110101197102111035', phone: '13800000002' })],
  });
  await visit(`/cases/${named.caseId}?tab=parties`);
  await expect(memberRow(page, '𠮷𬭎')).toBeVisible();
  await expect(page.locator('.gd-name', { hasText: long }).first()).toHaveAttribute('title', long);
  await expect(head(page).locator('h1')).toHaveAttribute('title', new RegExp(long));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('two thousand workers: only those in sight are drawn', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, { workers: manyWorkers(2000) });
  await visit(`/cases/${caseId}?tab=parties`);
  await expect(memberRow(page, '样工1').first()).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  await expect(memberRow(page, '样工2000')).toBeFocused();
  await page.getByLabel('姓名、证件、电话、班组').fill('样工1777');
  await expect(memberRow(page, '样工1777')).toBeVisible();
  await expect(page.getByText('1 人 · ¥17,000.00')).toBeVisible();
});
