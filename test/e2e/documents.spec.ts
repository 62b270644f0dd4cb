import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { makeCase, worker } from './support/cases.ts';
import { expect, field, test } from './support/office.ts';

const pageText = (page: Page) => page.locator('.gd-pdf-page .textLayer').first();
const paper = (page: Page, title: string) =>
  page.locator('.gd-docs-list').getByRole('button', { name: title });

/** Printing is counted, and what would be printed is kept: the dialog itself belongs to the system. */
async function stubPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      const sheets = [...document.querySelectorAll('.gd-print > div')].map((sheet) => ({
        shape: sheet.className,
        width: sheet.querySelector('img')?.naturalWidth ?? 0,
      }));
      (window as unknown as { printed: unknown }).printed = sheets;
    };
  });
}
const printed = (page: Page): Promise<{ shape: string; width: number }[]> =>
  page.evaluate(() => (window as unknown as { printed: { shape: string; width: number }[] }).printed);

test('the whole set is made, read, saved, packed and printed', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, {
    workers: [worker('施𬭎样')],
    evidence: [{ group: 'identity', name: '身份证', kind: 'documentary', form: 'copy', pages: 1 }],
    events: [{ type: 'employment-ended', date: '2026-06-30', note: null }],
  });
  await stubPrint(page);
  await visit(`/cases/${caseId}?tab=documents`);
  await page.getByRole('button', { name: '制作全套' }).click();
  await expect(page.getByText(/已制作 \d+ 份/).first()).toBeVisible();
  await expect(pageText(page)).toContainText('施𬭎样');

  const zoom = page.locator('.gd-pdf-zoom');
  const before = await zoom.textContent();
  await page.getByRole('button', { name: '放大', exact: true }).first().click();
  await expect(zoom).not.toHaveText(before ?? '');
  await expect(pageText(page)).toContainText('施𬭎样');
  const status = page.locator('.gd-pdf-bar').getByRole('status');
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(status).toContainText('第 2 页');
  await page.getByRole('button', { name: '适合宽度' }).click();

  const single = page.waitForEvent('download');
  await page.getByRole('button', { name: '另存为 PDF' }).click();
  const file = await single;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  expect(
    fs
      .readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  const packed = page.waitForEvent('download');
  await page.getByRole('button', { name: '另存全套' }).click();
  await page.getByRole('menuitem', { name: /已制作的 PDF，\d+ 份/ }).click();
  const entries = unzipSync(fs.readFileSync(await (await packed).path()));
  const made = await office.client.call('documents.list', { caseId });
  expect(Object.keys(entries)).toHaveLength(made.length);
  for (const bytes of Object.values(entries))
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect.poll(() => printed(page)).not.toBeUndefined();
  expect((await printed(page)).every((s) => s.shape === 'gd-print-portrait' && s.width > 1600)).toBe(true);
  await expect(page.locator('.gd-print')).toHaveCount(0);

  // The set in its copies: as many sheets as the dialog says, a copy of an odd number of pages begun on a sheet of its own.
  await page.getByRole('button', { name: '打印全套…' }).click();
  const dialog = page.getByRole('dialog', { name: '打印全套' });
  await dialog.getByRole('spinbutton', { name: '劳动人事争议仲裁申请书的份数' }).fill('5');
  await dialog.getByRole('spinbutton', { name: '证据清单的份数' }).fill('0');
  await dialog.getByRole('checkbox', { name: '双面打印' }).check();
  const said = await dialog.getByRole('status').textContent();
  const [pages = 0, leaves = 0] = [...(said ?? '').matchAll(/\d+/g)].map(Number);
  const filings = made.filter((d) => d.formId === 'arb-application').reduce((n, d) => n + d.pages, 0);
  expect(pages).toBeGreaterThan(5 * filings);
  await page.evaluate(() => {
    (window as unknown as { printed: unknown }).printed = undefined;
  });
  await dialog.getByRole('button', { name: '打印', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const sheets = await printed(page);
  expect(sheets.filter((s) => s.width > 0)).toHaveLength(pages);
  expect(sheets).toHaveLength(2 * leaves);

  // A wide table lies across the sheet.
  await page.evaluate(() => {
    (window as unknown as { printed: unknown }).printed = undefined;
  });
  await paper(page, '工资清单').click();
  await expect(pageText(page)).toContainText('施𬭎样');
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect.poll(() => printed(page)).not.toBeUndefined();
  expect((await printed(page)).some((s) => s.shape === 'gd-print-landscape')).toBe(true);
});

test('a missing fact is one press away; filled in, the gap goes and the made paper is out of date', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, {
    workers: [worker('赵甲', { mailAddress: null })],
    events: [{ type: 'employment-ended', date: '2026-06-30', note: null }],
  });
  await visit(`/cases/${caseId}?tab=documents`);
  await expect(pageText(page)).toContainText('赵甲');
  await page.getByRole('button', { name: '制作这份' }).click();
  await expect(page.getByRole('button', { name: '重新制作' })).toBeVisible();
  const gap = page.locator('.gd-warnings').getByRole('button', { name: /赵甲的通讯地址/ });
  await gap.click();
  await expect(field(page, 'mailAddress')).toBeFocused();
  await field(page, 'mailAddress').fill('示例市示例区样例路99号');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.gd-sheet')).toHaveCount(0);
  await page.getByRole('tab', { name: '文书' }).click();
  await expect(paper(page, '仲裁申请书')).toContainText('与案件不一致');
  await paper(page, '仲裁申请书').click();
  await expect(page.locator('.gd-docs-facts')).toContainText('制作后案件资料有改动');
  await expect(gap).toHaveCount(0);
  await page.getByRole('button', { name: '重新制作' }).click();
  await expect(paper(page, '仲裁申请书')).toContainText('已制作');
  await expect(pageText(page)).toContainText('样例路99号');
});

test('the application comes as a table with boxes too, and in English for reading', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=documents`);
  await expect(pageText(page)).toContainText('赵甲');
  await expect(page.locator('.gd-origin')).toContainText('待核对');
  await page.getByLabel('版式').click();
  await page.locator('.ant-select-item-option').getByText('要素式（表格）').click();
  await expect(pageText(page)).toContainText('□');
  await page.getByRole('button', { name: '制作这份' }).click();
  await expect(page.locator('.gd-made')).toContainText('制作记录（1）');
  await expect(pageText(page)).toContainText('□');
  await page.getByText('英文参考本').click();
  await expect(page.getByText('仅供阅读，不提交。')).toBeVisible();
  await expect(pageText(page)).toContainText(/Application/i);
});
