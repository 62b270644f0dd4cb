import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, setLook, test } from './support/office.ts';

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
}

test('a clerk computes without a case, pastes a table, reads a rule and tries it', async ({
  page,
  visit,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await setLook(page, { language: 'zh-CN', theme: 'light' });
  await visit('/law?tab=calculators');
  await page.getByRole('textbox', { name: '按名称、法条查找' }).fill('经济补偿');
  await page.getByRole('link', { name: /^经济补偿（N）/ }).click();
  await expect(page).toHaveURL(/id=economic-compensation/);

  const result = page.getByRole('region', { name: '结果' });
  await page.getByLabel('入职日').fill('20200301');
  await page.getByLabel('最后工作日').fill('20230831');
  await page.getByLabel('解除前十二个月平均工资').fill('六千');
  await expect(page.getByText('不是有效金额').first()).toBeVisible();
  await page.getByLabel('解除前十二个月平均工资').fill('6000');
  await expect(result).toContainText('¥24,000.00');
  await expect(result).toContainText('人民币贰万肆仟元整');
  await expect(result).toContainText('第47条');
  expect(await axe(page)).toEqual([]);
  await result.getByRole('button', { name: '复制为文字' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '24,000.00元（人民币贰万肆仟元整）',
  );

  await visit('/law?tab=calculators&id=unpaid-wages');
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '月份\t应发工资\t已付金额\n2026年3月\t6,200\t3,000\n2026年4月\t6450.5\t\n合计\t12650.5\t',
    ),
  );
  await page.getByRole('textbox', { name: '第 1 行 月份' }).focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(result).toContainText('¥9,650.50');

  await visit('/law?rule=arb-answer');
  await expect(page.getByRole('article')).toContainText('第80条');
  await page.getByRole('region', { name: '试算' }).getByRole('textbox').first().fill('2026-04-22');
  await page.keyboard.press('Enter');
  const due = page.locator('.try-due');
  await expect(due).toContainText('2026-05-09');
  await expect(page.getByRole('region', { name: '试算' })).toContainText('劳动节');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: '号码与大写' }).click();
  await page.getByLabel('金额 → 人民币大写').fill('1680.32');
  await expect(page.getByText('人民币壹仟陆佰捌拾元零叁角贰分').first()).toBeVisible();
  await page.getByLabel('居民身份证号').fill('440113201410050011');
  await expect(page.getByText('校验码不符')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['gongdao.preferences']);
});
