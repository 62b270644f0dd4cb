import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeCase } from './support/cases.ts';
import { expect, setLook, aloneInOffice as test } from './support/office.ts';
import { screensOf } from './support/screens.ts';

async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))),
  );
}

async function axeFindings(page: Page): Promise<string[]> {
  await settle(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
  );
}

const han = /\p{Script=Han}/u;

/** Text of the program itself that was left in Chinese: what people typed is marked by the tests' own names. */
const chineseLeft = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || parent.closest('.textLayer, [lang=zh-CN]')) continue;
      if (/\p{Script=Han}/u.test(node.textContent ?? '')) found.push((node.textContent ?? '').trim());
    }
    return found;
  });

// Each has an office of its own, and the whole run is as long as its longest file.
test.describe.configure({ mode: 'parallel' });

for (const look of [
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)
  test(`every screen is accessible and keeps within the window: ${look.language}, ${look.theme}`, async ({
    page,
    visit,
    office,
  }) => {
    test.setTimeout(600_000);
    const screens = await screensOf(office.client);
    await setLook(page, look);
    const faults: string[] = [];
    for (const [address, ready, act] of screens) {
      await visit(address);
      try {
        await page.locator(ready).first().waitFor({ timeout: 15_000 });
        await act?.(page);
      } catch (error) {
        faults.push(`${address} is not there: ${String(error)}`);
        continue;
      }
      faults.push(...(await axeFindings(page)).map((f) => `${address} ${f}`));
      for (const size of [
        { width: 640, height: 400 },
        { width: 1280, height: 800 },
      ]) {
        await page.setViewportSize(size);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) faults.push(`${address} is ${over} px too wide at ${size.width}`);
      }
      if (look.language === 'en')
        for (const text of await chineseLeft(page))
          if (!own.some((name) => text.includes(name))) faults.push(`${address} untranslated: ${text}`);
    }
    expect(faults).toEqual([]);
  });

/** What the tests typed, and names that stay as they are. */
const own = [
  '赵甲',
  '样工',
  '样例',
  '测试',
  '示例',
  '木工',
  '身份证',
  '微信',
  '〔2026〕',
  '咨2026-',
  '中文',
  '样某甲',
  '执行董事',
  '人民币',
  // The agreement itself is Chinese, so is what stands in it; a made paper keeps the name of its file.
  '拖欠劳动报酬93,500.00元',
  '送达地址确认书',
];

test('language and theme change without a restart, on the page that is open', async ({
  page,
  visit,
  office,
}) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=dates`);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Dates' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(han.test((await page.locator('.rail').textContent()) ?? '')).toBe(false);
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await expect(page.getByRole('tab', { name: '日期' })).toHaveAttribute('aria-selected', 'true');
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground();
  await page.getByRole('button', { name: '外观' }).click();
  await page.getByRole('menuitem', { name: '深色' }).click();
  await expect.poll(ground).not.toBe(before);
});

test('the preview of an import is accessible and says what is wrong', async ({ page, visit, office }) => {
  const { caseId } = await makeCase(office.client);
  await visit(`/cases/${caseId}?tab=parties&open=import`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(path.resolve('resources/sample/工资表-样例工地.xlsx'));
  await page.locator('.gd-problems li').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

/** Words of acts that change the record. What only looks, finds, prints or turns a page is none of them. */
const changes =
  /^(新建|新增|增加|添加|登记|录入|编辑|填写|修改|删除|移除|删去|去掉|保存|合并|撤销|恢复|结案|关闭案件|重开|指派|完成|办结|确认|改期|排期|安排|取消办结|导入|粘贴|生成|重新|重算|承接|继续|关联|链接|分案|并案|申请|设定|标记|采用|接管|记录|记下)/;

test('a reader sees every screen and on none of them anything that changes the record', async ({
  page,
  visit,
  office,
}) => {
  test.setTimeout(300_000);
  const screens = await screensOf(office.client);
  const { passphrase } = await office.client.call('users.add', { name: '李看看', role: 'reader' });
  await visit('/');
  const become = (name: string, input: unknown): Promise<boolean> =>
    page.evaluate(
      async (call) =>
        (
          await fetch('/api/call', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ id: '1', ...call }),
          })
        ).ok,
      { name, input },
    );
  const first = passphrase ?? '';
  expect(await become('office.lock', {})).toBe(true);
  expect(await become('office.unlock', { userName: '李看看', passphrase: first })).toBe(true);
  expect(await become('office.changePassphrase', { current: first, next: '看看自己的口令八位' })).toBe(true);
  await page.reload();
  const offered: string[] = [];
  for (const [address] of screens) {
    await visit(address);
    // Written out: what is not there for a reader keeps nobody waiting, what is being read does.
    await expect(page.locator('#main')).not.toHaveText('');
    await expect(page.locator('[aria-busy=true], .state-loading')).toHaveCount(0);
    const names = await page
      .locator('#main, [role=dialog]')
      .locator('button:enabled, [role=button]:not([aria-disabled=true]), [role=menuitem], a.ant-btn')
      .evaluateAll((all) =>
        all
          .filter((e) => e.checkVisibility())
          .map((e) => (e.getAttribute('aria-label') ?? e.textContent ?? '').replace(/\s/g, '')),
      );
    offered.push(...names.filter((name) => changes.test(name)).map((name) => `${address} ${name}`));
  }
  expect(offered).toEqual([]);
});
