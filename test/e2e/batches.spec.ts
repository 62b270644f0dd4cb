import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeCase, worker } from './support/cases.ts';
import { expect, test } from './support/office.ts';

test('papers for the chosen workers go into a folder, checked first and named as typed', async ({
  page,
  visit,
  office,
}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-papers-'));
  const { caseId } = await makeCase(office.client, {
    workers: [worker('赵样甲'), worker('钱样乙', { mailAddress: null }), worker('孙样丙')],
  });
  await visit(`/cases/${caseId}?tab=group`);
  for (const name of ['赵样甲', '钱样乙'])
    await page.locator('.gm-row').filter({ hasText: name }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '制作文书…' }).click();
  const dialog = page.getByRole('dialog', { name: '成批制作文书' });
  await expect(dialog).toContainText('2 名工人');
  await dialog.getByRole('combobox', { name: '文书' }).fill('送达地址');
  await page
    .locator('.ant-select-item-option')
    .getByText(/送达地址/)
    .first()
    .click();
  await expect(dialog).toContainText('2 份中有 1 份缺项');
  await dialog.getByText('看缺项').click();
  await expect(dialog.locator('.gd-batch-lacking')).toContainText('钱样乙');

  const pattern = dialog.getByRole('textbox', { name: '文件名' });
  await pattern.fill('{姓氏}');
  await expect(dialog).toContainText('没有这个字段：{姓氏}');
  await pattern.fill('{序号}_{姓名}/送达');
  await expect(dialog.locator('.gd-batch-names')).toContainText('01_赵样甲／送达.pdf');
  const start = dialog.getByRole('button', { name: '制作 2 份' });
  await expect(start).toBeDisabled();
  await dialog.getByRole('textbox', { name: '存到文件夹' }).fill(path.join(folder, '没有'));
  await start.click();
  await expect(dialog).toContainText('找不到这个文件夹');
  await dialog.getByRole('textbox', { name: '存到文件夹' }).fill(folder);
  await start.click();
  await expect(dialog).toContainText('已做 2 份');
  await expect(dialog).toContainText('其中 1 份有缺项');
  expect(fs.readdirSync(folder).sort()).toEqual(['01_赵样甲／送达.pdf', '02_钱样乙／送达_草稿.pdf']);
  for (const file of fs.readdirSync(folder))
    expect(fs.readFileSync(path.join(folder, file)).subarray(0, 5).toString()).toBe('%PDF-');

  // The list tells of it later, and the next batch begins with the office's last pattern.
  await dialog.getByRole('button', { name: '最近的批次' }).click();
  await expect(dialog.locator('.gd-batch-list')).toContainText('2/2');
  await dialog.getByRole('button', { name: 'Close' }).or(dialog.locator('.ant-modal-close')).first().click();
  await page.getByRole('button', { name: '制作文书…' }).click();
  await expect(dialog.getByRole('textbox', { name: '文件名' })).toHaveValue('{序号}_{姓名}/送达');
  fs.rmSync(folder, { recursive: true });
});
