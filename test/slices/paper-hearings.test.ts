import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import type { HearingInput } from '../../shared/features/hearings/hearings.contract.ts';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const arbitration = [
  { type: 'application-submitted', date: '2026-11-02' },
  { type: 'accepted', date: '2026-11-05' },
] as const;
const newCase = async (more: object = {}): Promise<string> =>
  (
    await call(
      'cases.create',
      intake({
        workers: [worker('样例甲', { arrears: [days('10')] })],
        respondents: [respondent],
        events: [...arbitration],
        ...more,
      }),
    )
  ).caseId;
const set = async (caseId: string, more: Partial<HearingInput> = {}) =>
  call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: {
      kind: 'hearing',
      date: '2026-12-08',
      start: '09:00',
      end: '11:30',
      place: '样例市劳动大厦第三仲裁庭',
      people: [
        { role: 'presiding', name: '首席样' },
        { role: 'arbitrator', name: '仲裁样' },
        { role: 'clerk', name: '书记样' },
      ],
      ...more,
    },
  });
const topic = async (caseId: string, id: string) =>
  (await call('documents.particulars', { caseId })).find((p) => p.topic === id);
const type = async (caseId: string, id: string, values: Record<string, unknown>, keep: string[] = []) =>
  call('documents.saveParticulars', {
    caseId,
    topic: id,
    memberId: null,
    expectedVersion: (await topic(caseId, id))?.version ?? 0,
    values,
    keep,
  });
async function text(caseId: string, formId: FormId): Promise<string> {
  const { token } = await call('documents.preview', {
    caseId,
    paper: { formId, memberId: null },
    language: 'zh-CN',
  });
  return (await pageTexts((await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array())).join('');
}

test('the notice of hearing prints what the hearing’s record holds, and follows it', async () => {
  const caseId = await newCase();
  const { id } = await set(caseId);
  const notice = await text(caseId, 'arb-hearing-notice');
  for (const part of ['首席样', '仲裁样', '样例市劳动大厦第三仲裁庭', '2026年12月8日'])
    expect(notice).toContain(part);
  expect(await topic(caseId, 'hearing')).toMatchObject({
    values: { at: '2026-12-08 09:00', mode: 'in-person' },
    dues: { notifyBy: { due: '2026-12-01' }, postponeBy: { due: '2026-12-03' } },
    version: 0,
  });
  expect((await topic(caseId, 'tribunal'))?.values).toEqual({ clerk: '书记样' });
  const { version } = (await call('hearings.forCase', { caseId }))[0] ?? { version: 0 };
  await call('hearings.adjourn', {
    caseId,
    hearingId: id,
    recordVersion: version,
    reason: '证人不能到庭',
    next: {
      kind: 'hearing',
      date: '2026-12-15',
      start: '14:00',
      end: '16:00',
      place: '样例市劳动大厦第五仲裁庭',
      people: [{ role: 'sole', name: '独任样' }],
    },
  });
  const second = await text(caseId, 'arb-hearing-notice');
  for (const part of ['独任样', '第五仲裁庭', '2026年12月15日']) expect(second).toContain(part);
  for (const part of ['首席样', '第三仲裁庭', '2026年12月8日']) expect(second).not.toContain(part);
});

test('what was typed earlier gives way, unless somebody says that it stands', async () => {
  const caseId = await newCase();
  await type(caseId, 'hearing', { at: '2026-12-01 10:00', place: '老地方', open: 'public' });
  expect(await text(caseId, 'arb-hearing-notice')).toContain('老地方');
  await set(caseId);
  expect((await topic(caseId, 'hearing'))?.values).toMatchObject({
    at: '2026-12-08 09:00',
    place: '样例市劳动大厦第三仲裁庭',
    // A hearing's record does not hold it.
    open: 'public',
  });
  // Saving something else keeps neither the record's place as typed nor loses what was typed before.
  await type(caseId, 'hearing', {
    at: '2026-12-08 09:00',
    place: '样例市劳动大厦第三仲裁庭',
    open: 'not-public',
  });
  expect(await topic(caseId, 'hearing')).toMatchObject({ kept: [], values: { open: 'not-public' } });
  await type(caseId, 'hearing', { place: '借用样例法庭', open: 'not-public' }, ['place', 'open']);
  expect(await topic(caseId, 'hearing')).toMatchObject({
    kept: ['place'],
    values: { at: '2026-12-08 09:00', place: '借用样例法庭', open: 'not-public' },
    recorded: { place: '样例市劳动大厦第三仲裁庭' },
  });
  expect(await text(caseId, 'arb-hearing-notice')).toContain('借用样例法庭');
  await type(caseId, 'hearing', { open: 'not-public' });
  expect((await topic(caseId, 'hearing'))?.values.place).toBe('样例市劳动大厦第三仲裁庭');
});

test('the transcript prints who was there and what the minutes say under each step', async () => {
  const caseId = await newCase();
  const { id } = await set(caseId, { date: '2026-11-23' });
  const versionOf = async () => (await call('hearings.forCase', { caseId }))[0]?.version ?? 0;
  await call('hearings.attendance', {
    caseId,
    hearingId: id,
    recordVersion: await versionOf(),
    attendance: [
      { side: 'applicant', name: '样例甲', state: 'present', note: null },
      { side: 'respondent', name: '样例经理', state: 'late', note: null },
      { side: 'witness', name: '样例证人', state: 'absent', note: '生病' },
    ],
  });
  await call('hearings.saveMinutes', {
    caseId,
    hearingId: id,
    recordVersion: 0,
    body: `庭审笔录

案号：样劳人仲案〔2026〕1号
时间：2026-11-20
申请人：不应印入发言

一、核对身份，宣布纪律
书记员：现在核对身份。

二、申请人陈述请求、事实和理由
申请人：请求支付工资三千元。
工资条在卷。

三、被申请人答辩
被申请人：数额没有异议。
申请人：`,
  });
  await call('hearings.hold', {
    caseId,
    hearingId: id,
    recordVersion: await versionOf(),
    results: ['hearing-held'],
    reason: null,
  });
  expect((await topic(caseId, 'hearing-record'))?.values).toEqual({
    from: '2026-11-23 09:00',
    to: '2026-11-23 11:30',
    present: [
      { name: '样例甲', role: '申请人' },
      { name: '样例经理', role: '被申请人，迟到' },
    ],
    absent: '样例证人（生病）',
    speeches: [
      { step: 'claim', speaker: '申请人', text: '请求支付工资三千元。工资条在卷。' },
      { step: 'defence', speaker: '被申请人', text: '数额没有异议。' },
    ],
  });
  const paper = await text(caseId, 'arb-hearing-transcript');
  for (const part of ['样例经理', '请求支付工资三千元。工资条在卷。', '数额没有异议。', '书记样', '首席样'])
    expect(paper).toContain(part);
  expect(paper).not.toContain('不应印入发言');
});

test('sessions of a mediation fill its register and its record', async () => {
  const caseId = await newCase({
    track: 'mediation',
    events: [
      { type: 'mediation-applied', date: '2026-11-09' },
      { type: 'mediation-accepted', date: '2026-11-10' },
    ],
  });
  const session = {
    kind: 'mediation' as const,
    date: '2026-11-18',
    place: '样例调解室',
    people: [
      { role: 'mediator' as const, name: '调解样' },
      { role: 'clerk' as const, name: '记录样' },
    ],
  };
  const { id } = await set(caseId, session);
  const versionOf = async () => (await call('hearings.forCase', { caseId }))[0]?.version ?? 0;
  await call('hearings.saveMinutes', {
    caseId,
    hearingId: id,
    recordVersion: 0,
    body: '争议焦点：工资数额\n调解方案：分两期支付\n申请人的意见：同意\n申请人：已经等了半年。',
  });
  await call('hearings.hold', {
    caseId,
    hearingId: id,
    recordVersion: await versionOf(),
    results: ['mediation-agreed'],
    reason: null,
  });
  expect((await topic(caseId, 'mediation'))?.values).toEqual({
    mediators: [{ name: '调解样' }],
    recorder: '记录样',
    sessions: [{ at: '2026-11-18 09:00', place: '样例调解室', result: '达成协议' }],
  });
  expect((await topic(caseId, 'mediation-record'))?.values).toMatchObject({
    place: '样例调解室',
    focus: '工资数额',
    proposal: '分两期支付',
    opinions: [{ speaker: '申请人', text: '同意' }],
    statements: [{ speaker: '申请人', text: '已经等了半年。' }],
    result: 'agreed',
  });
  const record = await text(caseId, 'med-transcript');
  for (const part of ['调解样', '记录样', '样例调解室', '分两期支付']) expect(record).toContain(part);
});
