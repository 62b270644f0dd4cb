import type { Page } from '@playwright/test';
import { clientOver } from '../../../renderer/transport/client.ts';
import type { Client } from '../../../shared/contract/api.ts';
import { aidedCase, makeCase, manyWorkers, settledFor, worker } from './cases.ts';

export type Screens = readonly (readonly [
  address: string,
  ready: string,
  /** What opens what the address alone does not. */
  act?: (page: Page) => Promise<unknown>,
])[];

/** Fills an office with what the screens show. @returns every screen: its address, and what shows that it is there. */
export async function screensOf(client: Client): Promise<Screens> {
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
  await somebodyLeft(client, aided.caseId);
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
    [
      `${at}?tab=documents`,
      '.textLayer span',
      (page) => page.getByRole('button', { name: /^(打印全套|Print the set)…$/ }).click(),
    ],
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

/** A lawyer who has left, and what still lies with them: a case, a task and an assignment. */
async function somebodyLeft(client: Client, aidedId: string): Promise<void> {
  const { id: userId } = await client.call('users.add', { name: '样例离任律师', role: 'lawyer' });
  const { id: lawyerId } = await client.call('aid.saveLawyer', { lawyer: { name: '样例离任律师', userId } });
  const { version } = await client.call('cases.get', { caseId: aidedId });
  const record = { kind: 'assignment', lawyerId, assignedOn: '2026-11-19' } as const;
  await client.call('aid.save', { caseId: aidedId, expectedVersion: version, recordId: null, record });
  const { caseId } = await makeCase(client, {
    track: 'mediation',
    workers: [worker('周样')],
    handlerId: userId,
  });
  await client.call('tasks.save', { about: { caseId }, title: '样例移交', assigneeId: userId });
  await client.call('users.deactivate', { userId, expectedVersion: 1 });
}

/** Calls the core as the person who sits at the page. */
export const clientOf = (page: Page): Client =>
  clientOver((envelope) =>
    page.evaluate(
      async (sent) =>
        (
          await fetch('/api/call', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(sent),
          })
        ).json(),
      envelope,
    ),
  );
