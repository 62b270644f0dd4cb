import { expect, type Page } from '@playwright/test';
import { days, intake, worker } from '../support/records.ts';
import { picture, test } from './support/own-office.ts';

const choice = (page: Page) => page.getByRole('dialog', { name: '两个人改了同一处，请选定' });

/** The second of two people chooses, and what was chosen is saved. */
async function choose(page: Page, ...options: string[]): Promise<void> {
  for (const name of options) await choice(page).getByRole('radio', { name }).check();
  await choice(page).getByRole('button', { name: '按选定的保存' }).click();
  await expect(choice(page)).toHaveCount(0);
}

test('cells, facts of a group, minutes and readings show both versions to the second', async ({
  page,
  visit,
  app: { client },
}) => {
  const { caseId } = await client.call(
    'cases.create',
    intake({
      track: 'mediation',
      workers: [worker('样例甲', { arrears: [days('20')] }), worker('样例乙')],
      events: [
        { type: 'mediation-applied', date: '2026-11-02' },
        { type: 'mediation-agreed', date: '2026-11-09' },
      ],
    }),
  );
  const version = async () => (await client.call('cases.get', { caseId })).version;
  const [first] = await client.call('cases.members', { caseId });

  // A cell: somebody else fills it in between the first key and the last.
  await visit(`/cases/${caseId}?tab=group`);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('columnheader', { name: '岗位、工种' })).toBeVisible();
  const headings = await grid.getByRole('columnheader').allTextContents();
  const cell = grid
    .getByRole('row')
    .filter({ hasText: '样例甲' })
    .getByRole('gridcell')
    .nth(headings.indexOf('岗位、工种'));
  await cell.click();
  await page.keyboard.type('样例木工');
  await client.call('group.save', {
    caseId,
    expectedVersion: await version(),
    rows: [{ memberId: first?.id ?? '', version: first?.version ?? 0, set: { post: '样例瓦工' } }],
  });
  await page.keyboard.press('Enter');
  await expect(choice(page)).toContainText('样例瓦工');
  await picture(page, 'versions-cell');
  await choose(page, '我的');
  await expect(cell).toHaveText('样例木工');
  await expect
    .poll(async () => (await client.call('cases.members', { caseId }))[0]?.job.post)
    .toBe('样例木工');

  // Facts of the group.
  await page.getByRole('button', { name: '共有情况' }).click();
  const team = page.getByRole('dialog').getByLabel('班组');
  await team.fill('样例三班');
  await client.call('group.setShared', {
    caseId,
    expectedVersion: await version(),
    facts: [{ field: 'team', value: '样例四班' }],
  });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /采\s?用|保\s?存/ })
    .click();
  await expect(choice(page)).toContainText('样例四班');
  await choose(page, '班组：我的');
  await expect.poll(async () => (await client.call('group.matrix', { caseId })).shared.team).toBe('样例三班');

  // Minutes: both can be kept.
  const { id: hearingId } = await client.call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { kind: 'mediation', date: '2026-11-25', start: '09:00', end: '10:00' },
  });
  await visit(`/cases/${caseId}?tab=hearings&open=minutes:${hearingId}`);
  await page.getByLabel('笔录', { exact: true }).fill('样例甲陈述：欠薪属实。');
  await client.call('hearings.saveMinutes', {
    caseId,
    hearingId,
    recordVersion: 0,
    body: '书记员记录：双方到庭。',
  });
  await page.keyboard.press('Control+s');
  await expect(choice(page)).toContainText('书记员记录：双方到庭。');
  await picture(page, 'versions-minutes');
  await choose(page, '两份都留');
  const minutes = () => client.call('hearings.minutes', { caseId, hearingId });
  await expect
    .poll(async () => (await minutes()).body)
    .toBe('书记员记录：双方到庭。\n样例甲陈述：欠薪属实。');

  // Who came: a colleague's list is not replaced unseen.
  await visit(`/cases/${caseId}?tab=hearings`);
  await page.getByRole('button', { name: '到庭情况' }).click();
  const attendance = page.getByRole('dialog', { name: '到庭情况' });
  await attendance.getByRole('textbox', { name: '备注' }).first().fill('迟到');
  const [hearing] = await client.call('hearings.forCase', { caseId });
  await client.call('hearings.attendance', {
    caseId,
    hearingId,
    recordVersion: hearing?.version ?? 0,
    attendance: [{ side: 'applicant', name: '样例甲', state: 'absent', note: '未到' }],
  });
  await attendance.getByRole('button', { name: '到庭情况' }).click();
  await expect(choice(page)).toContainText('申请人 · 未到');
  await choose(page, '到庭情况 · 样例甲：我的');
  await expect
    .poll(async () => (await client.call('hearings.forCase', { caseId }))[0]?.attendance[0]?.note)
    .toBe('迟到');

  // A correction at the enquiry desk, and the key that takes it back.
  const blank = { name: '', phone: '', number: '', address: '' };
  const asked = (about: string) => ({
    self: { ...blank, name: '样例来访' },
    other: blank,
    cause: 'wages' as const,
    about,
    conclusion: 'clear' as const,
  });
  const enquiry = await client.call('enquiries.save', asked('原话'));
  await visit('/desk');
  await page.getByRole('button', { name: '更正' }).click();
  await expect(page.locator('[data-desk="about"]')).toHaveValue('原话');
  await page.locator('[data-desk="about"]').fill('我听到的');
  await client.call('enquiries.update', {
    enquiryId: enquiry.id,
    expectedVersion: enquiry.version,
    enquiry: asked('同事听到的'),
  });
  await page.locator('[data-desk="about"]').press('Control+Enter');
  await expect(choice(page)).toContainText('同事听到的');
  await choose(page, '两份都留');
  const told = async () => (await client.call('enquiries.get', { enquiryId: enquiry.id })).about;
  await expect.poll(told).toBe('同事听到的\n我听到的');
  await page.getByRole('heading', { name: '咨询登记' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(told).toBe('同事听到的');

  // A reading of a rule.
  await visit(`/cases/${caseId}?tab=dates`);
  const limit = page.locator('.gd-deadline', { hasText: '司法确认' }).first();
  await limit.getByRole('button', { name: '算法' }).click();
  const reading = page.getByRole('dialog', { name: /司法确认/ });
  await reading.getByRole('radio', { name: /只对公布的放假日顺延/ }).click();
  await reading.getByLabel('选用理由').fill('本地法院一贯不顺延周末');
  const deadlines = await client.call('deadlines.forCase', { caseId });
  const rule = deadlines.find((d) => d.title.zh.includes('司法确认'));
  await client.call('deadlines.choose', {
    caseId,
    expectedVersion: await version(),
    ruleId: rule?.ruleId ?? '',
    choice: {
      variant: null,
      readings: Object.fromEntries(
        (rule?.readings ?? []).map((r) => [r.id, r.options.find((o) => o.id !== r.usual)?.id ?? '']),
      ),
      reason: '同事另有依据',
    },
  });
  await reading.getByRole('button', { name: /保\s?存/ }).click();
  await expect(choice(page)).toContainText('同事另有依据');
  await picture(page, 'versions-reading');
  await choice(page).getByRole('button', { name: '全部用我的' }).click();
  await choose(page);
  await expect(limit).toContainText('本地法院一贯不顺延周末');
});

test('legal aid shows both versions of a step and of a lawyer, and a step that is gone comes back', async ({
  page,
  visit,
  app: { client },
}) => {
  const { id: lawyerId } = await client.call('aid.saveLawyer', { lawyer: { name: '示例律师' } });
  const { caseId } = await client.call(
    'cases.create',
    intake({ track: 'legal-aid', workers: [worker('样例甲')] }),
  );
  const application = {
    kind: 'application',
    receivedOn: '2026-11-20',
    channel: 'counter',
    matter: 'wages',
    form: 'arbitration-mediation',
  } as const;
  const change = async (recordVersion: number) => ({
    caseId,
    expectedVersion: (await client.call('cases.get', { caseId })).version,
    recordVersion,
  });
  const { id } = await client.call('aid.save', {
    ...(await change(0)),
    recordId: null,
    record: application,
  });
  const dialog = page.getByRole('dialog').first();
  const save = () => dialog.getByRole('button', { name: /保\s?存/ }).click();

  // The colleague changes two fields, one of them the one that is typed here.
  await visit(`/cases/${caseId}?tab=aid`);
  await page.getByRole('button', { name: '申请', exact: true }).click();
  await dialog.getByLabel('理由', { exact: true }).fill('我写的理由');
  await client.call('aid.save', {
    ...(await change(1)),
    recordId: id,
    record: { ...application, channel: 'online', papers: { identity: 'in' }, reason: '同事写的理由' },
  });
  await save();
  await expect(choice(page)).toContainText('同事写的理由');
  await picture(page, 'versions-aid');
  await choose(page, '两份都留');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const held = async () => (await client.call('aid.forCase', { caseId })).records[0]?.record;
  expect(await held()).toMatchObject({
    channel: 'online',
    papers: { identity: 'in' },
    reason: '同事写的理由\n我写的理由',
  });

  // Removed by the colleague while it is open here.
  await page.getByRole('button', { name: '申请', exact: true }).click();
  await dialog.getByLabel('理由', { exact: true }).fill('最后的理由');
  await client.call('aid.remove', { ...(await change(3)), recordId: id });
  await save();
  await page.getByRole('button', { name: '恢复并保存我的' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await held()).toMatchObject({ reason: '最后的理由', channel: 'online' });

  await visit('/legal-aid?list=lawyers');
  await page.getByRole('button', { name: '示例律师' }).click();
  await dialog.getByLabel('单位').fill('样例律师事务所');
  await client.call('aid.saveLawyer', {
    id: lawyerId,
    expectedVersion: 1,
    lawyer: { name: '示例律师', firm: '样例法律援助中心', mostOpen: 5 },
  });
  await save();
  await expect(choice(page)).toContainText('样例法律援助中心');
  await choose(page, '我的');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [lawyer] = (await client.call('aid.office', {})).lawyers;
  expect(lawyer).toMatchObject({ firm: '样例律师事务所', mostOpen: 5 });
});
