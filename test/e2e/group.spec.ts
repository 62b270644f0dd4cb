import type { Page } from '@playwright/test';
import type { Client } from '../../shared/contract/api.ts';
import type { WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import { rosterLines } from '../support/records.ts';
import { makeCase } from './support/cases.ts';
import { expect, type Office, setLook, test } from './support/office.ts';

test.use({
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

const group = (count: number): WorkerInput[] =>
  rosterLines(count).map((line, i) => ({
    name: line.name,
    idNumber: line.id,
    phone: `1380000${String(i).padStart(4, '0')}`,
    job: { start: '2025-03-01', end: '2026-06-30', team: '样例一班', wageUnit: 'month', rateFen: 600_000 },
    arrears: [
      {
        period: { from: '2026-04-01', to: '2026-06-30' },
        unit: 'fixed',
        quantity: '1',
        rateFen: 1_800_000,
        otherFen: 0,
        deductions: [],
        paid: [],
        note: null,
      },
    ],
  }));

const base = async (client: Client, caseId: string) => ({
  caseId,
  expectedVersion: (await client.call('cases.get', { caseId })).version,
});

async function makeGroup({ client }: Office, count: number): Promise<string> {
  const { caseId } = await makeCase(client, { workers: group(count) });
  await client.call('group.setShared', {
    ...(await base(client, caseId)),
    facts: [{ field: 'team', value: '样例一班' }],
  });
  return caseId;
}

const row = (page: Page, name: string) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: `选中 ${name}`, exact: true }) });
/** A cell by its row and the heading of its column. */
async function cell(page: Page, name: string, column: string) {
  const headings = await page.getByRole('grid').getByRole('columnheader').allTextContents();
  return row(page, name).getByRole('gridcell').nth(headings.indexOf(column));
}
const pasteText = async (page: Page, text: string): Promise<void> => {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('ControlOrMeta+v');
};

test('a clerk works in the matrix as in a spreadsheet', async ({ page, visit, office }) => {
  await setLook(page, { language: 'zh-CN', theme: 'light' });
  const caseId = await makeGroup(office, 12);
  const { client } = office;
  const [, second, third] = (await client.call('group.matrix', { caseId })).rows.map((r) =>
    String(r.values.name),
  );
  await visit(`/cases/${caseId}?tab=group`);
  const foot = page.locator('.gm-foot');
  await expect(foot).toContainText('216,000.00');

  // Typing replaces, Enter goes down; the sum follows, here and in the header.
  await (await cell(page, second ?? '', '拖欠工资')).click();
  await page.keyboard.type('1.9万');
  await page.keyboard.press('Enter');
  await expect(await cell(page, second ?? '', '拖欠工资')).toHaveText('19,000.00');
  await expect(foot).toContainText('217,000.00');
  await expect(page.locator('.gd-case-facts')).toContainText('217,000.00');
  // What cannot be read stays in its cell, with what to do.
  await page.keyboard.type('不少');
  await page.keyboard.press('Enter');
  await expect(await cell(page, third ?? '', '拖欠工资')).toHaveText('不少');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.gm-line')).toContainText('“不少”不是金额');
  await page.keyboard.press('Escape');
  await expect(await cell(page, third ?? '', '拖欠工资')).toHaveText('18,000.00');

  // An exception is marked, and taken back from the line above.
  await (await cell(page, third ?? '', '班组')).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('（夜班）');
  await page.keyboard.press('Tab');
  await expect(page.locator('.gm-exception')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.gm-line')).toContainText('与集体共有情况不同');
  await page.getByRole('button', { name: '恢复为“样例一班”' }).click();
  await expect(page.locator('.gm-exception')).toHaveCount(0);

  // A block from a spreadsheet is shown first: nothing is taken before it is confirmed.
  const lines = rosterLines(3, 100);
  const sheet = [
    '姓名\t身份证号\t欠薪金额\t欠薪期间\t未休年休假工资',
    ...lines.map(
      (l, i) => `${l.name}\t${l.id}\t${i === 1 ? '三千' : '"5,000.00"'}\t2026年4月至6月\t${1000 + i}`,
    ),
    `${second}\t\t\t\t1,500`,
  ].join('\n');
  await (await cell(page, second ?? '', '姓名')).click();
  await pasteText(page, sheet);
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('第 3 行 C 列 拖欠工资');
  await expect(drawer.getByRole('button', { name: '采用 3 行' })).toBeVisible();
  expect((await client.call('group.matrix', { caseId })).rows).toHaveLength(12);
  await drawer.getByRole('textbox', { name: /第 3 行 C 列/ }).fill('3000');
  await drawer.getByRole('textbox', { name: /第 3 行 C 列/ }).press('Enter');
  // What was put right is not thrown away by a slip of the keys.
  await page.keyboard.press('Escape');
  await expect(drawer.getByRole('alert')).toContainText('还没有采用');
  await drawer.getByRole('button', { name: '接着改' }).click();
  await drawer.getByRole('button', { name: '采用 4 行' }).click();
  await expect(drawer).toBeHidden();
  await expect(foot).toContainText('15 人');
  await expect(await cell(page, second ?? '', '未休年休假工资')).toHaveText('1,500.00');
  const after = await client.call('group.matrix', { caseId });
  expect(after.totalFen).toBe(21_700_000 + 1_300_000 + 450_300);

  // One undo takes the whole paste back.
  await (await cell(page, second ?? '', '姓名')).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(foot).toContainText('12 人');
  await expect(foot).toContainText('217,000.00');

  // Two of them settle; the rows say so, and the whole stays the sum of its parts.
  for (const name of [second ?? '', third ?? '']) await row(page, name).getByRole('checkbox').check();
  await page.getByRole('button', { name: '和解…' }).click();
  await page.getByRole('dialog').getByLabel('说明').fill('和解协议样例1号');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /登 ?记/ })
    .click();
  await expect(page.getByRole('grid').getByText('已和解')).toHaveCount(2);
  await visit(`/cases/${caseId}?tab=group&view=acts`);
  await expect(page.locator('.gm-by-status tfoot')).toContainText('217,000.00');
  await expect(page.locator('.gm-by-status tbody')).toContainText('37,000.00');
  await visit(`/cases/${caseId}?tab=group&view=payout`);
  await expect(page.locator('.gm-pay-foot')).toContainText('12 人');
});

test('a group of 500 opens, fills down and scrolls', async ({ page, visit, office }, info) => {
  await setLook(page, { language: 'zh-CN', theme: 'light' });
  const caseId = await makeGroup(office, 500);
  await visit('/');
  const started = Date.now();
  await page.evaluate((id) => {
    location.hash = `#/cases/${id}?tab=group`;
  }, caseId);
  await expect(page.locator('.gm-foot')).toContainText('500 人');
  info.annotations.push({ type: 'opened', description: `${Date.now() - started} ms` });
  console.log(`a group of 500 workers was open after ${Date.now() - started} ms`);
  // Only what is in sight is drawn.
  expect(await page.locator('.gm-row').count()).toBeLessThan(60);
  await page.locator('.gm-row').nth(0).getByRole('gridcell').nth(4).click();
  await page.keyboard.type('样例二班');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(page.getByText('已向下填充 499 格')).toBeVisible();
  await expect(page.locator('.gm-row').nth(-2)).toContainText('样例二班');
  const all = async () =>
    (await office.client.call('group.matrix', { caseId })).rows.filter((r) => r.values.team === '样例二班');
  await expect.poll(async () => (await all()).length).toBe(500);
});
