import { testPassphrase } from '../support/open-test-app.ts';
import { expect, Keys, firstRun as test } from './support/office.ts';

const recoveryText = '.recovery-key span';

test('an office is made with the keyboard alone, and its recovery key typed back', async ({
  page,
  program,
}) => {
  const keys = new Keys(page);
  await page.goto(program.shell.origin);
  await expect(page.locator('.door').first()).toBeVisible();
  await keys.tabTo('.door');
  await keys.press('Enter');
  await expect(page.getByLabel('机构名称')).toBeFocused();
  // Saving with nothing filled in leads to the first fault.
  await keys.press('Enter');
  await expect(page.getByLabel('机构名称')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('机构名称')).toBeFocused();
  await keys.type('样例区调解委员会');
  await keys.tabTo('[type=checkbox]');
  await keys.press('Space');
  await keys.press('Tab', 2);
  await keys.press('Space');
  // As on a slow computer, where a key comes before the list of places has gone from the screen.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  await keys.tabTo('.region-picker input');
  await keys.type('成都锦江');
  await expect(page.locator('.region-option').first()).toHaveText('四川省成都市锦江区510104');
  await keys.press('Enter');
  await expect(page.locator('.region-picker')).toContainText('四川省成都市锦江区 510104');
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(page.getByLabel('您的姓名')).toBeFocused();
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await keys.type('样例员');
  await keys.tabTo('[type=password]');
  await keys.type(testPassphrase);
  await keys.press('Tab');
  await keys.tabTo('[type=password]');
  await keys.type(testPassphrase);
  await keys.press('Enter');
  await expect(page.locator(recoveryText).first()).toBeVisible();
  const key = await page.locator(recoveryText).allTextContents();
  await keys.tabTo('.recovery-input');
  // A wrong key is refused, the typed text stays.
  await keys.type('AAAA');
  await keys.press('Enter');
  await expect(page.locator('.field-error')).toHaveText(/恢复密钥不对/);
  await keys.press('ControlOrMeta+a');
  await keys.type(key.join('').toLowerCase());
  await keys.press('Enter');
  await expect(page.locator('#main')).toBeVisible();
  await expect(page.getByText('恢复密钥尚未核对')).toHaveCount(0);
  const settings = await program.client.call('office.settings', {});
  expect(settings.regionCode).toBe('510104');
  expect(settings.kinds).toEqual(['mediation-committee', 'legal-aid-centre']);
  // The key is shown once: nothing of it is left on the page.
  expect(await page.content()).not.toContain(key.join(''));
});

test('locking empties the page; the right passphrase returns to the same address', async ({
  page,
  program,
}) => {
  const { client } = program;
  const { recoveryKey } = await client.call('office.create', {
    folder: program.world.suggestedOfficeFolder,
    name: '样例区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    tribunalName: null,
    userName: '样例员',
    passphrase: testPassphrase,
  });
  await client.call('office.confirmRecoveryKey', { recoveryKey });
  const { caseId } = await client.call('cases.create', {
    receivedOn: '2026-11-20',
    project: { name: null, site: null, teamLeader: null },
    facts: {
      relation: null,
      performance: null,
      demands: null,
      ending: null,
      grounds: null,
      limitation: null,
    },
    workers: [{ name: '秘密样', job: {} }],
  });
  await page.goto(`${program.shell.origin}/#/cases/${caseId}?tab=parties`);
  await expect(page.getByText('秘密样').first()).toBeVisible();

  await page.getByRole('button', { name: '锁定' }).click();
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('秘密样');
  await expect(page.locator('#main')).toHaveCount(0);
  expect(await page.title()).not.toContain('秘密样');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('秘密样');
  // Nothing that was asked before is answered from memory: while locked, the address shows the unlock screen only.
  await page.reload();
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('秘密样');

  const unlock = async (passphrase: string): Promise<void> => {
    await page.getByLabel('用户名').fill('样例员');
    await page.getByLabel('口令', { exact: true }).fill(passphrase);
    await page.getByLabel('口令', { exact: true }).press('Enter');
  };
  const alert = page.locator('.start-error');
  await unlock('不对的口令不对的口令');
  await expect(alert).toHaveText(/用户名或口令不对/);
  await expect(alert).toHaveText(/1 秒后可再试/);
  program.world.setNow('2026-11-23T02:01:00Z');
  await expect(page.getByText('1 秒后可再试')).toHaveCount(0);
  await unlock('还是不对的口令');
  await expect(alert).toHaveText(/2 秒后可再试/);
  program.world.setNow('2026-11-23T02:02:00Z');
  await expect(page.getByText('秒后可再试')).toHaveCount(0);
  await unlock(testPassphrase);
  await expect(page.getByText('秘密样').first()).toBeVisible();
  expect(page.url()).toContain(`/cases/${caseId}?tab=parties`);

  // With the recovery key, a new passphrase is set.
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: '忘记口令，使用恢复密钥' }).click();
  await page.getByLabel('恢复密钥', { exact: true }).fill(recoveryKey);
  await page.getByLabel('用户名').fill('样例员');
  await page.getByLabel('新口令').fill('另一个更长的口令');
  await page.getByLabel('再输一次').fill('另一个更长的口令');
  await page.getByRole('button', { name: '恢复并设置新口令' }).click();
  await expect(page.getByText('秘密样').first()).toBeVisible();
  await page.getByRole('button', { name: '锁定' }).click();
  await unlock('另一个更长的口令');
  await expect(page.getByText('秘密样').first()).toBeVisible();

  // Another way in: leave it, and open the folder again.
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: '打开其他机构' }).click();
  await page.getByRole('button', { name: /^打开已有机构/ }).click();
  await page.getByLabel('机构文件夹').fill('/there/is/none');
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.locator('.field-error')).toBeVisible();
  await page.getByLabel('机构文件夹').fill(program.world.suggestedOfficeFolder);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await unlock('另一个更长的口令');
  await expect(page.locator('#main')).toBeVisible();
});

test('the sample office shows a worked case and says that it is invented', async ({ page, program }) => {
  await page.goto(program.shell.origin);
  await page.getByRole('button', { name: /先看演示/ }).click();
  await expect(page.getByText('这是演示机构')).toBeVisible();
  await page.getByRole('link', { name: '案件' }).click();
  await page.getByRole('link', { name: /赵甲等21人/ }).click();
  await expect(page.locator('.gd-case-head')).toContainText('¥327,850.00');
});
