import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aidedCase, makeCase, manyWorkers, settledFor, worker } from './support/cases.ts';
import { expect, type Office, setLook, aloneInOffice as test } from './support/office.ts';

type Screens = readonly (readonly [
  address: string,
  ready: string,
  /** What opens what the address alone does not. */
  act?: (page: Page) => Promise<unknown>,
])[];

/** Every screen: its address, and what shows that it is there. */
async function screensOf(office: Office): Promise<Screens> {
  const { client } = office;
  const { caseId } = await makeCase(client, {
    workers: [worker('赵甲'), ...manyWorkers(11)],
    evidence: [{ group: 'identity', name: '身份证', kind: 'documentary', form: 'copy', pages: 1 }],
    events: [
      { type: 'employment-ended', date: '2026-06-30', note: null },
      { type: 'application-submitted', date: '2026-11-13', note: null },
      { type: 'accepted', date: '2026-11-18', note: null },
    ],
  });
  const [member, another, , last] = await client.call('cases.members', { caseId });
  if (!member || !another || !last) throw new Error('The case lacks its workers');
  const change = async () => ({
    caseId,
    expectedVersion: (await client.call('cases.get', { caseId })).version,
  });
  const { id: itemId } = await client.call('claims.saveItem', {
    ...(await change()),
    itemId: null,
    memberId: member.id,
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2023-03-01',
      lastDay: '2026-08-31',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
  });
  await client.call('cases.removeMembers', { ...(await change()), memberIds: [last.id] });
  const blank = { name: '', phone: '', number: '', address: '' };
  await client.call('enquiries.save', {
    self: { ...blank, name: '样例来访' },
    other: { ...blank, name: '样例电子厂' },
    cause: 'wages',
    about: null,
    conclusion: 'clear',
  });
  const [{ id: outcomeId }, payment] = await settledFor(client, caseId);
  await client.call('tasks.save', { about: { caseId }, title: '样例任务', dueOn: '2026-11-20' });
  await client.call('notes.save', { about: { caseId }, body: '样例记事' });
  await client.call('time.save', { caseId, workedOn: '2026-11-20', minutes: 30, cause: 'drafting' });
  const mediation = await makeCase(client, {
    track: 'mediation',
    workers: [worker('赵甲')],
    events: [{ type: 'mediation-applied', date: '2026-11-13', note: null }],
  });
  const versionOf = async (id: string) => (await client.call('cases.get', { caseId: id })).version;
  await client.call('families.link', {
    caseId: mediation.caseId,
    expectedVersion: await versionOf(mediation.caseId),
    otherId: caseId,
    kind: 'related',
  });
  const { id: hearingId } = await client.call('hearings.save', {
    caseId: mediation.caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: {
      kind: 'mediation',
      date: '2026-12-01',
      start: '09:00',
      end: '11:00',
      people: [{ role: 'mediator', name: '示例调解员' }],
    },
  });
  const { documents } = await client.call('documents.make', {
    caseId,
    papers: [{ formId: 'service-address', memberId: member.id }],
  });
  const [made] = documents;
  const aided = await aidedCase(client);
  const { items: people } = await client.call('people.list', { text: '赵甲' });
  const at = `/cases/${caseId}`;
  return [
    ['/', '.today-row'],
    ['/cases', '.case-row'],
    ['/intake', '.gd-intake'],
    [at, '.gd-timeline li'],
    [`${at}?tab=parties`, '.gd-vrow'],
    [`${at}?tab=group`, '.gm-row'],
    [`${at}?tab=group&view=payout`, '.gm-pay-scroll'],
    [`${at}?tab=group&view=acts`, '.gm-by-status'],
    [`${at}?tab=group&open=representatives`, '.gd-sheet'],
    [`${at}?tab=claims`, '.gd-claim'],
    [`${at}?tab=dates`, '.gd-deadline'],
    [`${at}?tab=evidence`, '.gd-body-evidence table, .gd-body-evidence [role=table]'],
    [`${at}?tab=documents`, '.textLayer span'],
    [`${at}?tab=documents&open=paper-text:arb-application`, '.gd-live .textLayer span'],
    [`${at}?tab=documents&open=paper-check:arbitration-filing`, '.gd-set-check li'],
    [`${at}?tab=documents&open=paper-compare:${made?.id}`, '.gd-compare-head'],
    [`${at}?tab=documents&open=paper-serve:${made?.id}`, '.gd-sheet'],
    [
      `${at}?tab=documents`,
      '.textLayer span',
      async (page) => {
        await page.getByRole('button', { name: /^(成批制作…|Make many…)$/ }).click();
        await page.locator('.gd-batch-names li').first().waitFor();
      },
    ],
    [`${at}?tab=work`, '.note-body'],
    ['/tasks?view=all', '.task-line'],
    [`${at}?tab=history`, '.gd-body-history > *'],
    [`${at}?tab=parties&open=member:${member?.id}`, '.gd-sheet'],
    [`${at}?tab=parties&open=import`, '.gd-drop'],
    ['/law?rule=arb-answer', '.rule'],
    ['/law?tab=calculators&id=economic-compensation', '.calc-form'],
    ['/law?tab=words', '.words-card'],
    ['/office?tab=settings', '.office-form'],
    ['/office?tab=computer', '.office-form'],
    ['/office?tab=security', '.office-form'],
    ['/office?tab=data', '.office-form'],
    ['/office?tab=record', '.office-tabs [role=tabpanel] > *'],
    [`${at}?tab=claims&open=item:new:${another.id}`, '.item-picker'],
    [`${at}?tab=claims&open=item:${itemId}`, '.gd-sheet section'],
    [`${at}?tab=claims&open=wages:${member.id}`, '.gd-sheet'],
    [`${at}?tab=claims&open=group-item`, '.item-picker'],
    [`${at}?tab=parties&open=unitClaims`, '.gd-sheet'],
    [`${at}?tab=parties&open=witnesses`, '.gd-sheet'],
    ...['hearing', 'settlement'].map(
      (topic) => [`${at}?tab=documents&open=particulars:${topic}`, '.gd-sheet'] as const,
    ),
    [`/cases/${mediation.caseId}?tab=dates`, '.gd-deadline'],
    [`/cases/${mediation.caseId}?tab=dates&open=event:new`, '.gd-sheet'],
    [`/cases/${mediation.caseId}?open=continue:mediation-to-arbitration`, '.gd-carried'],
    [`/cases/${mediation.caseId}?open=closing`, '.gd-closing'],
    [`/cases/${mediation.caseId}?open=links`, '.gd-links'],
    ['/dates', '.agenda-row'],
    ['/dates?view=calendar&day=2026-12-01', '.cal-item'],
    ['/dates?view=calendar&mode=week&day=2026-12-01', '.cal-slot'],
    ['/dates?view=bare', '.dates-page .list, .dates-page .state'],
    ['/dates?view=entries', '.dates-entries tbody tr'],
    [`/cases/${mediation.caseId}?tab=hearings`, '.hearing'],
    [`/cases/${mediation.caseId}?tab=hearings&open=hearing:new:2026-12-01`, '.hearing-findings'],
    [`/cases/${mediation.caseId}?tab=hearings&open=minutes:${hearingId}`, '.minutes-text'],
    [`/cases/${mediation.caseId}?tab=dates&open=predate:new`, '.gd-sheet'],
    ['/office?tab=papers', '.papers-row', (page) => page.locator('.office-papers summary').click()],
    ['/office?tab=hearings', '.office-hearings'],
    ['/desk', '.desk-list tbody tr'],
    ...(['settlement', 'award', 'payments'] as const).map(
      (part) => [`${at}?tab=outcome&part=${part}`, '.outcome-lines, .outcome .state'] as const,
    ),
    [`${at}?tab=outcome&open=outcome:${outcomeId}`, '.gd-sheet .outcome-clauses'],
    [`${at}?tab=outcome&open=outcome:new:award`, '.gd-sheet .outcome-lines'],
    [`${at}?tab=outcome&open=payment:${payment.id}`, '.gd-sheet'],
    ['/recovered', '.recovered-list tbody tr'],
    [`/cases/${aided.caseId}?tab=aid`, '.aid-steps li'],
    [
      `/cases/${aided.caseId}?tab=aid`,
      '.aid-steps li',
      async (page) => {
        await page.locator('.aid-steps .link').first().click();
        await page.locator('.aid-papers').waitFor();
      },
    ],
    ...(['underWay', 'visits', 'subsidies', 'lawyers', 'standards'] as const).map(
      (list) => [`/legal-aid?list=${list}`, '.aid-lines tbody tr'] as const,
    ),
    ['/people', '.people-list tbody tr'],
    [`/people/${people[0]?.id}`, '.person-facts'],
    ['/office?tab=users', '.office-form table'],
    ['/office?tab=law', '.office-tabs [role=tabpanel] > *'],
    ['/office?tab=bin', '.office-form tbody tr'],
    [
      '/office?tab=settings',
      '.region-picker',
      async (page) => {
        await page.locator('.region-picker').click();
        await page.locator('.region-option').first().waitFor();
      },
    ],
    [
      '/cases',
      '.case-row',
      async (page) => {
        await page.keyboard.press('ControlOrMeta+k');
        await page.locator('.palette input').fill('赵甲');
        await page.getByRole('option').first().waitFor();
      },
    ],
  ];
}

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
    const screens = await screensOf(office);
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
  const screens = await screensOf(office);
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
