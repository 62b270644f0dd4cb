import type { Input } from '../../shared/contract/api.ts';
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

test('the case’s next step is entered in legal aid; the file is closed by hand and opened again', async ({
  page,
  visit,
  office,
}) => {
  const { client } = office;
  const { id: lawyerId } = await client.call('aid.saveLawyer', { lawyer: { name: '示例律师' } });
  const { caseId, number } = await makeCase(client, {
    track: 'legal-aid',
    workers: [worker('钱乙', { isMigrant: true })],
  });
  const records: Input<'aid.save'>['record'][] = [
    {
      kind: 'application',
      receivedOn: '2026-11-10',
      channel: 'counter',
      matter: 'wages',
      form: 'arbitration-mediation',
      papers: { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' },
    },
    { kind: 'decision', decidedOn: '2026-11-12', result: 'granted' },
    { kind: 'assignment', lawyerId, assignedOn: '2026-11-13' },
    { kind: 'engagement', signedOn: '2026-11-16' },
    { kind: 'closing', resultOn: '2026-11-18', result: 'award' },
  ];
  for (const record of records) {
    const { version } = await client.call('cases.get', { caseId });
    await client.call('aid.save', { caseId, expectedVersion: version, recordId: null, record });
  }
  const dialog = page.getByRole('dialog');
  await visit(`/cases/${caseId}`);
  await page.getByRole('button', { name: '登记：提交结案材料' }).click();
  // The step that is there is changed, with all that belongs to it.
  await expect(dialog.getByText('修改结案归档')).toBeVisible();
  await dialog.getByLabel('提交结案材料日').fill('2026-11-20');
  await dialog.getByLabel('提交结案材料日').press('Tab');
  await dialog.getByLabel('审查合格日').fill('2026-11-23');
  await dialog.getByLabel('审查合格日').press('Tab');
  await dialog.getByRole('button', { name: '保存' }).click();
  // What is still asked for is brought into sight.
  await expect(dialog.getByRole('alert')).toBeInViewport();
  await dialog.getByLabel('办理情况报告').fill('裁决支持全部请求。');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.aid-digest')).toContainText('已结案');

  await page.getByRole('button', { name: '结案', exact: true }).click();
  await dialog.getByLabel('说明').fill('案卷已归档');
  await dialog.getByRole('button', { name: /^结\s?案$/ }).click();
  await expect(page.getByText(`${number} 已结案`)).toBeVisible();
  await expect(page.getByRole('button', { name: /登\s*记/ })).toHaveCount(0);
  await page.getByRole('button', { name: '恢复办理' }).click();
  await dialog.getByLabel('恢复办理的理由').fill('补交一份送达证明');
  await dialog.getByRole('button', { name: '恢复办理' }).click();
  await expect(dialog).toHaveCount(0);
  // What was entered is all there, and can be changed again.
  await page.getByRole('button', { name: '结案归档', exact: true }).click();
  await expect(dialog.getByLabel('审查合格日')).toHaveValue(/2026-11-23/);
});
