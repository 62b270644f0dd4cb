import AxeBuilder from '@axe-core/playwright';
import { intake, respondent, worker } from '../support/records.ts';
import { expect, setLook, test } from './support/office.ts';

const box = '.palette input';

test('finds by one character, by sound and by a number, and opens it from the keyboard', async ({
  page,
  office,
  visit,
}) => {
  const { caseId } = await office.client.call(
    'cases.create',
    intake({
      workers: [worker('欧样阳', { idNumber: '110101197001011237' }), worker('慕样容')],
      respondents: [respondent],
      evidence: [
        { group: 'arrears', name: '工资欠条', kind: 'documentary', form: 'copy', proves: '欠付一万二千元' },
      ],
    }),
  );
  await setLook(page, {});
  await visit('/');
  await page.keyboard.press('ControlOrMeta+k');
  for (const text of ['阳', '歐樣', 'ouyang', 'oyy', '1237']) {
    await page.locator(box).fill(text);
    await expect(page.getByRole('option', { name: '欧样阳' }).first()).toBeVisible();
  }
  await page.locator(box).fill('欠条');
  await expect(page.locator('mark').first()).toHaveText('欠条');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}\\?tab=evidence`));
  await expect(page.getByRole('dialog', { name: '工资欠条' })).toBeVisible();
});

test('finds commands and rules, and says when there is nothing', async ({ page, visit }) => {
  await setLook(page, {});
  await visit('/cases');
  await page.keyboard.press('ControlOrMeta+k');
  await page.locator(box).fill('flsj');
  await page.getByRole('option', { name: '法律数据' }).click();
  await expect(page).toHaveURL(/#\/office\?tab=law/);
  await page.keyboard.press('ControlOrMeta+k');
  await page.locator(box).fill('仲裁时效');
  await expect(page.getByRole('group', { name: '法律规则' }).getByRole('option').first()).toBeVisible();
  await page.locator(box).fill('查无此人的名字');
  await expect(page.getByText('没有找到“查无此人的名字”')).toBeVisible();
  await page.locator(box).fill('（*）');
  await expect(page.getByText('请输入文字、数字或拼音。')).toBeVisible();
  await page.locator(box).fill('字'.repeat(5000));
  await expect(page.getByText('内容太长')).toBeVisible();
  const axe = await new AxeBuilder({ page }).include('.palette').analyze();
  expect(axe.violations.map((v) => v.id)).toEqual([]);
});

test('each key asks once, without waiting, and the answer is on the screen', async ({
  page,
  office,
  visit,
}) => {
  await office.client.call(
    'cases.create',
    intake({ workers: [worker('司样徒')], respondents: [respondent] }),
  );
  await setLook(page, {});
  await visit('/');
  await page.keyboard.press('ControlOrMeta+k');
  await page.locator(box).fill('饕');
  // What was asked before the first key is answered before it is counted.
  await expect(page.getByText('没有找到“饕”')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (r) => {
    if (r.postData()?.includes('search.find')) asked.push(r.postDataJSON().input.text);
  });
  const keys = ['s', 'si', 'siy', 'siya', 'siyan', 'siyang', 'siyangt', 'siyangtu'];
  const times = await page.evaluate(
    async ([selector, texts]) => {
      const input = document.querySelector(selector) as HTMLInputElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const measured: number[] = [];
      for (const text of texts) {
        const list = document.querySelector('.palette-list');
        const start = performance.now();
        const shown = new Promise<void>((resolve) => {
          const check = () => {
            if (list?.getAttribute('aria-busy') === 'false') {
              watch.disconnect();
              resolve();
            }
          };
          const watch = new MutationObserver(check);
          watch.observe(list as Element, { attributes: true, childList: true, subtree: true });
        });
        set?.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await shown;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        measured.push(performance.now() - start);
      }
      return measured;
    },
    [box, keys] as const,
  );
  await expect(page.getByRole('option', { name: '司样徒' }).first()).toBeVisible();
  expect(asked).toEqual(keys);
  console.log(
    `From the last key to the results on the screen, ms: ${times.map((t) => t.toFixed(0)).join(', ')}`,
  );
});
