import { makeCase, worker } from './support/cases.ts';
import { expect, aloneInOffice as test } from './support/office.ts';

test('an application is decided and assigned; missing income decides nothing', async ({
  page,
  visit,
  office,
}) => {
  const { client } = office;
  await client.call('aid.saveLawyer', { lawyer: { name: '示例律师', specialities: ['wages'] } });
  const { caseId } = await makeCase(client, {
    track: 'legal-aid',
    workers: [worker('赵甲', { isMigrant: true })],
  });
  await visit(`/cases/${caseId}?tab=aid`);
  await page.getByRole('button', { name: '下一步：申请' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);
  // The exemption applies by rule, and rests on proof.
  const means = page.getByRole('region', { name: '经济困难审查结果' });
  await expect(means).toContainText('还不能认定');
  await expect(means).toContainText('《法律援助法》第42条第3项');
  await expect(means).toContainText('缺：免予核查的证明材料');

  await page.getByRole('button', { name: '下一步：决定' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('既不能认定符合，也不能认定不符合');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: '申请', exact: true }).click();
  await dialog.getByRole('combobox', { name: '免予核查的证明' }).click();
  await page.getByTitle('有', { exact: true }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(means).toContainText('免予核查');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: '下一步：决定' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: '下一步：指派' }).click();
  await dialog.getByRole('radio', { name: '示例律师' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);
  await visit('/legal-aid?list=underWay');
  await expect(page.getByRole('heading', { name: '示例律师' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '赵甲' })).toContainText('已指派');
});
