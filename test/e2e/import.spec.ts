import fs from 'node:fs';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { makeCase } from './support/cases.ts';
import { expect, test } from './support/office.ts';

const sample = path.resolve('resources/sample/工资表-样例工地.xlsx');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const drawer = (page: Page) => page.locator('.ant-drawer').filter({ hasText: '导入名册' });

async function choose(page: Page, file: string | Given): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
}

async function bytesOf(download: Promise<Download>): Promise<Uint8Array> {
  return fs.readFileSync(await (await download).path());
}

const rosterOf = async (rows: readonly (readonly string[])[], name = 'roster.xlsx'): Promise<Given> => ({
  name,
  mimeType: xlsx,
  buffer: Buffer.from(await writeSpreadsheet([{ name: '名册', rows }])),
});

/** Text in GB18030 for the few characters of these tests: the platform decodes it, but does not encode. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) {
        const character = decoder.decode(Uint8Array.of(high, low));
        if (!table.has(character)) table.set(character, [high, low]);
      }
  return Buffer.from(
    [...text].flatMap((c) => {
      const point = c.codePointAt(0) ?? 0;
      return point < 0x80 ? [point] : (table.get(c) ?? [0x3f]);
    }),
  );
}

/** The container of a workbook with a passphrase: the signature, and a directory that names the stream. */
function encryptedContainer(): Buffer {
  const file = Buffer.alloc(1024);
  file.write('d0cf11e0a1b11ae1', 0, 'hex');
  const name = Buffer.from('EncryptedPackage\0', 'utf16le');
  name.copy(file, 512);
  file.writeUInt16LE(name.length, 512 + 64);
  return file;
}

test('the sample roster comes in; its bad rows come back as a file, are mended and follow', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${caseId}?tab=parties`);
  await page.getByRole('button', { name: '导入名册' }).click();
  await choose(page, sample);
  await expect(drawer(page)).toContainText('欠付合计 ¥327,850.00');

  // A column changed by hand shows at once what it does, and can be changed back.
  const idColumn = page.getByLabel('“身份证号码”列的含义');
  await idColumn.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').getByText('不用').click();
  await expect(drawer(page)).toContainText('您指定');
  await idColumn.fill('证件号码');
  await idColumn.press('Enter');
  await expect(drawer(page).locator('.gd-preview')).toContainText('110101197001101014');

  await expect(drawer(page).locator('.gd-problems')).toContainText('请');
  await page.getByRole('button', { name: '导入 21 人' }).click();
  await expect(drawer(page).locator('.gd-import-done')).toContainText('已导入 21 人');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '未导入的行另存为表格' }).click();
  const rejected = await bytesOf(saved);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.gd-case-head')).toContainText('¥327,850.00');

  // The same file again adds nobody.
  await page.getByRole('button', { name: '导入名册' }).click();
  await choose(page, sample);
  await expect(drawer(page)).toContainText('相同 21');
  await expect(drawer(page).getByRole('button', { name: /^导入 0 人/ })).toBeDisabled();
  await page.getByRole('button', { name: '换一个文件' }).click();

  const [sheet] = (await readSpreadsheet('rejected.xlsx', rejected)).sheets;
  const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
  const header = rows.findIndex((row) => row.some((text) => text.includes('身份证')));
  const idAt = rows[header]?.findIndex((text) => text.includes('身份证')) ?? -1;
  expect(rows.length - header - 1).toBe(3);
  const numbers = ['110101199001010031', '11010119900101004X', '110101199001010058'];
  // The third was somebody else's row, copied: it gets its own name and telephone.
  const own: Readonly<Record<string, string>> = { 孙丙: '孙丙样', '13800000003': '13800000091' };
  const mended = rows.map((row, r) =>
    r > header
      ? row.map((text, c) => (c === idAt ? (numbers[r - header - 1] ?? text) : (own[text] ?? text)))
      : row,
  );
  await choose(page, await rosterOf(mended, 'mended.xlsx'));
  await page.getByRole('button', { name: '导入 3 人' }).click();
  await expect(drawer(page).locator('.gd-import-done')).toContainText('已导入 3 人');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '25');
});

test('a wrong cell is put right in the preview, before the import and after it', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  await choose(
    page,
    await rosterOf([
      ['姓名', '身份证号', '电话', '月份', '欠付'],
      ['赵甲', '110101197001101014', '13800000001', '2026-04', '-5000'],
      ['钱乙', '110101199001010031', '13800000002', '', '4000'],
      ['孙丙', '11010119900101004X', '13800000003', '2026-04', '3000'],
    ]),
  );
  const sheet = drawer(page);
  await expect(sheet.locator('.gd-problems')).toContainText('没有拖欠的请填 0');
  await expect(sheet.getByRole('button', { name: '导入 1 人' })).toBeEnabled();
  const owed = sheet.getByRole('textbox', { name: '改为 E2 欠付' });
  await owed.fill('5000');
  await owed.press('Enter');
  await expect(sheet.getByRole('button', { name: '导入 2 人' })).toBeEnabled();
  // What was put right is not thrown away by a slip of the keys.
  await page.keyboard.press('Escape');
  await expect(sheet.getByRole('alert')).toContainText('还没有导入');
  await sheet.getByRole('button', { name: '接着改' }).click();
  await sheet.getByRole('button', { name: '导入 2 人' }).click();
  await expect(sheet.locator('.gd-import-done')).toContainText('已导入 2 人');

  // A row that no single cell keeps out is mended as a row.
  await sheet.getByRole('button', { name: '接着改未导入的行' }).click();
  await expect(sheet.locator('.gd-preview')).toContainText('没有写明工资属于哪个月份');
  await sheet.getByRole('button', { name: '修改第 3 行' }).click();
  const month = sheet.getByRole('textbox', { name: '期间 D' });
  await month.fill('2026-04');
  await month.press('Enter');
  await sheet.getByRole('button', { name: '导入 1 人' }).click();
  await expect(sheet.locator('.gd-import-done')).toContainText('已导入 1 人');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.gd-case-head')).toContainText('¥12,000.00');
});

test('a conflict is shown with its reason and left out', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  await choose(
    page,
    await rosterOf([
      ['姓名', '身份证号', '电话', '欠付工资', '期间'],
      ['钱丙丙', '110101197001101014', '13800000044', '5000', '2026-04'],
    ]),
  );
  await expect(drawer(page).locator('.gd-preview')).toContainText('冲突');
  await expect(drawer(page).locator('.gd-preview')).toContainText('同一身份证号属于另一姓名');
});

test('a CSV of an old spreadsheet program is read in its own encoding', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  const text = '姓名,身份证号,电话,期间,欠付\r\n赵甲,110101197001101014,13800000001,2026年4月,5000\r\n';
  await choose(page, { name: '名册.csv', mimeType: 'text/csv', buffer: gb18030(text) });
  await expect(drawer(page).locator('.gd-preview')).toContainText('赵甲');
  await page.getByRole('button', { name: '导入 1 人' }).click();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.gd-case-head')).toContainText('¥5,000.00');
});

test('files that are no roster are refused with one clear sentence', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  const failure = page.locator('.gd-import-failure');
  const docx = zipSync({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'word/document.xml': Buffer.from('<w:document/>'),
  });
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ['改名的文档.xlsx', docx, /不是能读取的表格/],
    ['有密码.xlsx', encryptedContainer(), /表格有密码/],
    ['零字节.xlsx', Buffer.alloc(0), /表格是空的/],
    ['空.xlsx', await writeSpreadsheet([{ name: '空', rows: [] }]), /表格是空的/],
  ];
  for (const [name, bytes, sentence] of cases) {
    await choose(page, { name, mimeType: xlsx, buffer: Buffer.from(bytes) });
    await expect(failure).toHaveText(sentence);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载空白名册' }).click();
  const template = await bytesOf(download);
  const [sheet] = (await readSpreadsheet('template.xlsx', template)).sheets;
  expect(sheet?.rows.flat().some((cell) => cell?.text === '姓名')).toBe(true);
});

test('a long import that is cancelled leaves nothing behind', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client, { workers: [] });
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  await choose(
    page,
    await rosterOf([
      ['姓名', '电话', '期间', '欠付工资'],
      ...Array.from({ length: 3000 }, (_, i) => [
        `样工${i}`,
        `1380000${String(i).padStart(4, '0')}`,
        '2026-04',
        '5000',
      ]),
    ]),
  );
  // Pressed in the page itself, at the moment when the bar appears: an import is sooner done than a test can look.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const cancel = document.querySelector<HTMLElement>('.ant-progress ~ button');
      if (!cancel) return;
      observer.disconnect();
      cancel.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: '导入 3000 人' }).click();
  await expect(page.getByText('已取消，没有改动任何内容。')).toBeVisible();
  expect(await office.client.call('cases.members', { caseId })).toEqual([]);
});

test('a roster that holds a header only says so, and what to do', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  await choose(page, await rosterOf([['姓名', '身份证号', '电话', '欠薪金额']]));
  await expect(drawer(page).getByRole('status')).toContainText('名册里没有可以导入的工人');
  await expect(drawer(page).getByRole('button', { name: '导入 0 人' })).toBeDisabled();
});
