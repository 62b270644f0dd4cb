import { makeCase, worker } from './support/cases.ts';
import { expect, test } from './support/office.ts';

test('a text is written beside its paper, survives a reload, and is saved with the figures of the record', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, { workers: [worker('施样')] });
  const editor = `/cases/${caseId}?tab=documents&open=paper-text:arb-application`;
  await visit(editor);
  const area = page.getByLabel('履行和欠薪经过');
  const preview = page.locator('.gd-live');
  await area.fill('双方确认工程已经完工。');
  await expect(preview).toContainText('双方确认工程已经完工。');
  await expect(page.locator('.gd-live-mark').first()).toBeAttached();
  await page.getByText('占位符', { exact: true }).click();
  await page.getByRole('button', { name: /^欠薪金额 17,000\.00元/ }).click();
  await expect(area).toHaveValue('双方确认工程已经完工。{欠薪金额}');
  await expect(preview).toContainText('双方确认工程已经完工。17,000.00元');
  await area.press('ControlOrMeta+z');
  await expect(area).toHaveValue('双方确认工程已经完工。');
  await area.press('ControlOrMeta+Shift+z');
  await expect(page.getByText('草稿已保留，尚未存入案件')).toBeVisible();
  await page.reload();
  await expect(area).toHaveValue('双方确认工程已经完工。{欠薪金额}');
  await page.getByRole('button', { name: /存入案件/ }).click();
  await expect(page.getByText('已存入案件')).toBeVisible();
  expect((await office.client.call('cases.get', { caseId })).facts.performance).toBe(
    '双方确认工程已经完工。{欠薪金额}',
  );
});

test('a paper becomes final, is served, and a correction shows what changed', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client, { workers: [worker('施样')] });
  const { documents } = await office.client.call('documents.make', {
    caseId,
    papers: [{ formId: 'arb-application', memberId: null }],
  });
  await visit(`/cases/${caseId}?tab=documents`);
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '仍然定稿' }).click();
  await expect(page.locator('.gd-versions').getByText('已定稿').first()).toBeVisible();
  await office.client.call('documents.saveTexts', {
    caseId,
    texts: [{ field: 'facts.relation', text: '双方自三月起存在劳动关系。', base: '' }],
  });
  await page.getByRole('button', { name: '更正' }).click();
  await page.getByRole('textbox', { name: '更正原因' }).fill('补充经过');
  await page.getByRole('dialog').getByRole('button', { name: '更正' }).click();
  await expect(page.getByRole('button', { name: '替代第 1 版' })).toBeVisible();
  await page.getByRole('button', { name: '与第 1 版比较' }).click();
  await expect(page.locator('.gd-compare ins').first()).toContainText('三月起存在劳动关系');
  await page.locator('.ant-drawer-close').click();
  await page.getByRole('button', { name: '替代第 1 版' }).click();
  await page.getByRole('button', { name: '登记送达' }).click();
  await page.getByRole('combobox', { name: /受送达人/ }).click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel('签收日期').fill('2026-11-20');
  await page.getByLabel('签收日期').press('Tab');
  await expect(page.getByText('2026-11-20 视为送达')).toBeVisible();
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.locator('.gd-services')).toContainText('2026-11-20');
  const [first] = (await office.client.call('documents.list', { caseId })).filter(
    (d) => d.id === documents[0]?.id,
  );
  expect(first?.state).toBe('served');
});
