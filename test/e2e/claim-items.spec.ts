import fs from 'node:fs';
import { inventedAverage } from '../support/law-files.ts';
import { employer, makeCase, worker } from './support/cases.ts';
import { expect, setLook, test } from './support/office.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const monthly = 3_000_000;

/** Three months at 30,000 yuan, the whole of the employment: the pay periods are the wage history. */
const paid = worker('样例甲', {
  job: {
    start: '2026-04-01',
    end: '2026-06-30',
    wageUnit: 'month',
    rateFen: monthly,
    endKind: 'left-for-arrears',
  },
  arrears: ['2026-04-30', '2026-05-31', '2026-06-30'].map((to) => ({
    period: { from: `${to.slice(0, 8)}01`, to },
    unit: 'month',
    quantity: '1',
    rateFen: monthly,
    otherFen: 0,
    deductions: [],
    paid: [],
    note: null,
  })),
});

test('a clerk adds compensation and double wage, sees overlaps, and what new data would change', async ({
  page,
  visit,
  office,
}, info) => {
  await setLook(page, { language: 'zh-CN', theme: 'light' });
  const { caseId } = await makeCase(office.client, { workers: [paid], respondents: [employer] });
  await visit(`/cases/${caseId}?tab=claims`);
  const drawer = page.getByRole('dialog');
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  const add = async (name: RegExp): Promise<void> => {
    await page.getByRole('button', { name: '增加请求项目…' }).click();
    await drawer.getByRole('button', { name }).click();
    await expect(drawer.getByRole('region', { name: '结果' })).toBeVisible();
  };
  const save = async (): Promise<void> => {
    await drawer.getByRole('button', { name: /^保 ?存/ }).click();
    await expect(drawer).toBeHidden();
  };

  await add(/^经济补偿/);
  // Half a month of 30,000: dates, ground and wages all come from the record.
  await expect(drawer.getByRole('region', { name: '结果' })).toContainText('¥15,000.00');
  await picture('item-sheet');
  await save();
  await add(/^未订立书面劳动合同/);
  await expect(drawer.getByRole('region', { name: '结果' })).toContainText('¥60,000.00');
  await save();
  await expect(page.locator('.gd-total')).toContainText('165,000.00');
  await expect(page.locator('.claim-items')).toContainText('经济补偿');
  await picture('claims');

  await add(/^违法解除或终止赔偿金/);
  await expect(drawer.getByRole('alert').filter({ hasText: '不再支付经济补偿' })).toBeVisible();
  await picture('overlap');
  await drawer.getByRole('button', { name: /^取 ?消/ }).click();
  await drawer.getByRole('button', { name: '不保存' }).click();
  await expect(drawer).toBeHidden();

  await page.getByRole('button', { name: '工资表与基数' }).click();
  await expect(drawer).toContainText('2026-05');
  await expect(drawer).toContainText('¥30,000.00');
  await picture('wages');
  await drawer.getByRole('button', { name: /^取 ?消/ }).click();

  const file = info.outputPath('样例平均工资.json');
  fs.writeFileSync(file, JSON.stringify(inventedAverage));
  await visit('/office?tab=law');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入数据文件' }).click();
  await (await chosen).setFiles(file);
  // Three times 8,000 for half a month.
  await expect(drawer.locator('.changed-claims')).toContainText('12,000.00');
  await picture('preview');
  await page.getByRole('button', { name: '导入并重新推算' }).click();
  await drawer
    .getByRole('button', { name: /^关\s?闭/ })
    .last()
    .click();
  await expect(drawer).toBeHidden();
  const stale = page.getByRole('region', { name: '金额会变的请求项目' });
  await expect(stale).toContainText('15,000.00');
  await picture('stale');
  await stale.getByRole('button', { name: '重算' }).click();
  await expect(stale).toBeHidden();
  await visit(`/cases/${caseId}?tab=claims`);
  await expect(page.locator('.gd-total')).toContainText('162,000.00');
});
