import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { AidRecordInput } from '../../shared/features/legal-aid/aid.schemas.ts';
import { aidLists } from '../../shared/features/legal-aid/legal-aid.contract.ts';
import { nextVisitBy } from '../../shared/features/legal-aid/visit.rules.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let standardId = '';
let lawyerId = '';
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
  lawyerId = (await call('aid.saveLawyer', { lawyer: { name: '示例律师' } })).id;
  standardId = (
    await call('aid.saveStandard', {
      standard: { name: '样例仲裁代理', baseFen: 120_000, validFrom: '2026-01-01', source: '样例通知' },
    })
  ).id;
});
afterAll(() => app.core.close());

async function step(caseId: string, record: AidRecordInput): Promise<string> {
  const { version } = await call('cases.get', { caseId });
  return (await call('aid.save', { caseId, expectedVersion: version, recordId: null, record })).id;
}

/** A case with a lawyer and a subsidy that waits for approval. */
async function aided(name: string): Promise<string> {
  const { caseId } = await call(
    'cases.create',
    intake({
      track: 'legal-aid',
      workers: [worker(name, { isMigrant: true })],
      respondents: [respondent],
    }),
  );
  await step(caseId, {
    kind: 'application',
    receivedOn: '2026-11-02',
    channel: 'counter',
    matter: 'wages',
    form: 'arbitration-mediation',
    papers: { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' },
  });
  await step(caseId, { kind: 'decision', decidedOn: '2026-11-03', result: 'granted' });
  await step(caseId, { kind: 'assignment', lawyerId, assignedOn: '2026-11-03' });
  await step(caseId, { kind: 'engagement', signedOn: '2026-11-05' });
  await step(caseId, { kind: 'subsidy', standardId, workers: 1 });
  return caseId;
}
const page = () => call('aid.office', {});
const chosen = (lines: { id: string; version: number }[]) =>
  lines.map(({ id, version }) => ({ id, version }));
const on = '2026-11-20';

test('many subsidies are approved at once, all or none, and one undo takes all of it back', async () => {
  const cases = [await aided('补样甲'), await aided('补样乙'), await aided('补样丙')];
  const waiting = (await page()).toApprove;
  expect(waiting).toHaveLength(3);
  const [first, ...rest] = chosen(waiting);
  if (!first) throw new Error('nothing waits');
  await call('aid.settleSubsidies', { act: 'approve', on, subsidies: [first] });
  // One of them is settled already: none of the others is touched.
  const stale = await failureOf(
    call('aid.settleSubsidies', { act: 'approve', on, subsidies: [...rest, first] }),
  );
  expect(stale.code).toBe('conflict');
  const [done] = chosen((await page()).toPay);
  const again = await failureOf(
    call('aid.settleSubsidies', { act: 'approve', on, subsidies: [...rest, done ?? first] }),
  );
  expect(again.details).toMatchObject({ rule: 'aid-subsidy-settled' });
  expect((await page()).toApprove).toHaveLength(2);

  const { count } = await call('aid.settleSubsidies', { act: 'approve', on, subsidies: rest });
  expect([count, (await page()).toApprove.length, (await page()).toPay.length]).toEqual([2, 0, 3]);
  const { act } = await call('undo.last', { scope: 'legal-aid', since: '2026-01-01T00:00:00.000Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await page()).toApprove).toHaveLength(2);
  expect((await call('aid.forCase', { caseId: cases[1] ?? '' })).records.at(-1)?.record).toMatchObject({
    approvedOn: null,
  });
});

test('a subsidy is paid after approval, not before, and also when the case is closed', async () => {
  const unapproved = chosen((await page()).toApprove);
  const early = await failureOf(call('aid.settleSubsidies', { act: 'pay', on, subsidies: unapproved }));
  expect(early.details).toMatchObject({ rule: 'aid-subsidy-not-approved' });
  const approved = (await page()).toPay;
  const before = await failureOf(
    call('aid.settleSubsidies', { act: 'pay', on: '2026-11-19', subsidies: chosen(approved) }),
  );
  expect(before.issues).toMatchObject([{ path: 'on', code: 'date-before' }]);
  const caseId = approved[0]?.caseId ?? '';
  await step(caseId, {
    kind: 'closing',
    resultOn: '2026-11-10',
    result: 'settlement',
    report: '样例',
    submittedOn: '2026-11-12',
    acceptedOn: '2026-11-13',
  });
  const { version } = await call('cases.get', { caseId });
  await call('closing.close', { caseId, expectedVersion: version, closedOn: on, note: '样例' });
  expect((await call('cases.get', { caseId })).status).toBe('closed');
  await call('aid.settleSubsidies', { act: 'pay', on, subsidies: chosen((await page()).toPay) });
  expect((await page()).toPay).toEqual([]);
  const { act } = await call('undo.last', { scope: 'legal-aid', since: '2026-01-01T00:00:00.000Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await page()).toPay.map((l) => l.caseId)).toEqual([caseId]);
});

test('visits come due by the office’s rule, after the agreement and after each visit', async () => {
  const caseId = await aided('访样丁');
  const due = async () =>
    (await page()).visits.filter((v) => v.caseId === caseId).map((v) => [v.due, v.daysLeft, v.what]);
  expect([(await page()).visitRule, await due()]).toEqual([null, []]);
  await call('aid.saveVisitRule', { was: null, rule: { firstDays: 10, everyDays: 30 } });
  // The test's day is 2026-11-23; the agreement was signed on the 5th.
  expect(await due()).toEqual([['2026-11-15', -8, '']]);
  const view = await call('aid.forCase', { caseId });
  expect([view.nextVisitBy, view.warnings.map((w) => w.code)]).toEqual([
    '2026-11-15',
    expect.arrayContaining(['visit-due']),
  ]);
  await step(caseId, { kind: 'visit', visitedOn: '2026-11-21', how: 'call' });
  expect(await due()).toEqual([]);
  expect((await call('aid.forCase', { caseId })).nextVisitBy).toBe('2026-12-21');
  const was = { firstDays: 10, everyDays: 30 };
  await call('aid.saveVisitRule', { was, rule: { firstDays: 10 } });
  // Two people at once: the second learns of it.
  expect((await failureOf(call('aid.saveVisitRule', { was, rule: null }))).code).toBe('conflict');
  expect((await call('aid.forCase', { caseId })).nextVisitBy).toBeNull();
  await call('aid.saveVisitRule', { was: { firstDays: 10 }, rule: null });
  expect((await page()).visitRule).toBeNull();
});

test('without an agreement the rule counts from the assignment, and nobody assigned means no visit', () => {
  const rule = { firstDays: 30, everyDays: null };
  const assignment = { kind: 'assignment', assignedOn: '2026-02-01', endedOn: null };
  const of = (...records: object[]) => nextVisitBy(records.map((record) => ({ record })) as never, rule);
  expect(of(assignment)).toBe('2026-03-03');
  expect(of({ ...assignment, endedOn: '2026-02-09' })).toBeNull();
  expect(of(assignment, { kind: 'closing' })).toBeNull();
});

test('one tab is read at a time, as far as asked, and the others are counted as they are', async () => {
  await aided('列样甲');
  await aided('列样乙');
  const all = await page();
  const lengths = {
    waiting: all.waiting.length,
    toAssign: all.toAssign.length,
    underWay: all.underWay.length,
    visits: all.visits.length,
    closing: all.closing.length,
    subsidies: all.toApprove.length + all.toPay.length,
    lawyers: all.lawyers.length,
    standards: all.standards.length,
  };
  expect(all.counts).toEqual(lengths);
  expect(lengths.underWay).toBeGreaterThan(1);
  expect(lengths.subsidies).toBeGreaterThan(1);
  for (const list of aidLists) {
    const one = await call('aid.office', { list });
    expect(one.counts, list).toEqual(lengths);
    for (const other of ['waiting', 'toAssign', 'underWay', 'visits', 'closing'] as const)
      expect(one[other], `${list}: ${other}`).toEqual(other === list ? all[other] : []);
    expect([one.toApprove, one.toPay]).toEqual(list === 'subsidies' ? [all.toApprove, all.toPay] : [[], []]);
    expect(one.lawyers).toEqual(list === 'lawyers' || list === 'underWay' ? all.lawyers : []);
  }
  const first = await call('aid.office', { list: 'underWay', limit: 1 });
  expect([first.underWay, first.counts]).toEqual([all.underWay.slice(0, 1), lengths]);
});

test('whoever sees only some cases is told how many of those there are', async () => {
  const { passphrase } = await call('users.add', { name: '周未指派', role: 'lawyer' });
  const outside = clientOf(app.core, { sessionId: 'outside' });
  await outside.call('office.unlock', { userName: '周未指派', passphrase: passphrase ?? '' });
  await outside.call('office.changePassphrase', { current: passphrase ?? '', next: '周未指派自己的口令' });
  expect((await page()).counts).toMatchObject({ lawyers: 1, standards: 1 });
  const { counts, lawyers, standards } = await outside.call('aid.office', { list: 'underWay' });
  expect(lawyers).toEqual([]);
  const cases = { waiting: 0, toAssign: 0, underWay: 0, visits: 0, closing: 0, subsidies: 0 };
  expect(counts).toEqual({ ...cases, lawyers: 0, standards: standards.length });
});

test('the case of a lawyer who has left waits for another, who is not the one that left', async () => {
  const { id: userId } = await call('users.add', { name: '秦已离任', role: 'lawyer' });
  const gone = await call('aid.saveLawyer', { lawyer: { name: '秦已离任', userId } });
  const caseId = await aided('离样己');
  const assignment = { kind: 'assignment', lawyerId: gone.id, assignedOn: '2026-11-03' } as const;
  const recordId = (await call('aid.forCase', { caseId })).records.find(
    (r) => r.record.kind === 'assignment',
  )?.id;
  const change = async (record: AidRecordInput) => {
    const { version } = await call('cases.get', { caseId });
    await call('aid.save', { caseId, expectedVersion: version, recordId: recordId ?? '', record });
  };
  await change(assignment);
  const before = (await page()).counts.toAssign;
  await call('users.deactivate', { userId, expectedVersion: 1 });
  const { toAssign, counts } = await page();
  expect(counts.toAssign).toBe(before + 1);
  expect(toAssign.find((l) => l.caseId === caseId)).toMatchObject({ lawyer: '秦已离任', lawyerLeft: true });
  const codes = async () => (await call('aid.forCase', { caseId })).warnings.map((w) => w.code);
  expect(await codes()).toContain('lawyer-left');
  const offered = await call('aid.propose', { caseId });
  expect(offered.find((p) => p.lawyerId === gone.id)).toMatchObject({ rank: null });
  expect(offered.find((p) => p.lawyerId === gone.id)?.reasons).toContain('left');
  // Given to somebody who is there, nothing waits any more.
  await change({ ...assignment, lawyerId });
  expect((await page()).counts.toAssign).toBe(before);
  expect(await codes()).not.toContain('lawyer-left');
});

test('a lawyer of the roll takes over assignments, whoever is not leaves them to be assigned', async () => {
  const person = async (name: string) => {
    const { id } = await call('users.add', { name, role: 'lawyer' });
    return id;
  };
  const [fromId, toId, mediatorId] = [await person('尤移交'), await person('许接办'), await person('何旁人')];
  const from = await call('aid.saveLawyer', { lawyer: { name: '尤移交', userId: fromId } });
  await call('aid.saveLawyer', { lawyer: { name: '许接办', userId: toId } });
  const given = async (name: string) => {
    const caseId = await aided(name);
    const { records } = await call('aid.forCase', { caseId });
    const { version } = await call('cases.get', { caseId });
    const record = { kind: 'assignment', lawyerId: from.id, assignedOn: '2026-11-03' } as const;
    const recordId = records.find((r) => r.record.kind === 'assignment')?.id ?? '';
    await call('aid.save', { caseId, expectedVersion: version, recordId, record });
    return caseId;
  };
  const [caseId, other] = [await given('移样庚'), await given('移样辛')];
  // In this one the lawyer who takes over acts for the other side elsewhere.
  const rival = { ...respondent, name: '样例市利冲劳务有限公司' };
  const { respondents, version: v } = await call('cases.get', { caseId: other });
  await call('cases.saveRespondent', {
    caseId: other,
    expectedVersion: v,
    recordVersion: 1,
    respondentId: respondents[0]?.id ?? '',
    respondent: rival,
  });
  await call(
    'cases.create',
    intake({ applicantSide: 'unit', workers: [worker('移样壬')], respondents: [rival], handlerId: toId }),
  );
  const listed = async (id: string) => (await call('users.list', {})).find((u) => u.id === id);
  expect(await listed(fromId)).toMatchObject({ openCases: 0, openAssignments: 2, onRoll: true });
  expect(await listed(mediatorId)).toMatchObject({ openAssignments: 0, onRoll: false });
  await call('users.deactivate', { userId: fromId, expectedVersion: 1 });
  const none = await call('users.handOver', { fromId, toId: mediatorId });
  expect(none).toEqual({ cases: 0, tasks: 0, assignments: 0, assignmentsLeft: 2 });
  expect((await call('tasks.waiting', {})).departed).toContainEqual({
    userId: fromId,
    name: '尤移交',
    openCases: 0,
    openAssignments: 2,
  });

  const before = await call('aid.forCase', { caseId });
  expect(await call('users.handOver', { fromId, toId })).toMatchObject({
    assignments: 1,
    assignmentsLeft: 1,
  });
  const standing = async (id: string) =>
    (await call('aid.forCase', { caseId: id })).records.flatMap((r) =>
      r.record.kind === 'assignment' ? [[r.lawyer, r.record.assignedOn, r.record.endedOn]] : [],
    );
  expect(await standing(caseId)).toEqual([
    ['尤移交', '2026-11-03', '2026-11-23'],
    ['许接办', '2026-11-23', null],
  ]);
  const after = await call('aid.forCase', { caseId });
  expect(after.sight.filter((s) => s.endedOn === null).map((s) => s.user)).toEqual(['许接办']);
  // The new one signs an agreement of their own, and has its time for that.
  expect((await call('cases.get', { caseId })).events.map((e) => e.type)).toContain('aid-lawyer-changed');
  expect(after.dates.map((d) => d.ruleId)).toContain('la-sign');
  expect(before.dates.map((d) => d.ruleId)).not.toContain('la-sign');
  // What could not go waits in the list.
  expect(await standing(other)).toEqual([['尤移交', '2026-11-03', null]]);
  expect((await page()).toAssign.map((l) => l.caseId)).toContain(other);
  expect(await listed(toId)).toMatchObject({ openAssignments: 1 });

  const { act } = await call('undo.last', { scope: 'office', since: '2026-01-01T00:00:00.000Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  const back = await call('aid.forCase', { caseId });
  expect(back.records.map((r) => r.record)).toEqual(before.records.map((r) => r.record));
  expect(back.sight).toEqual(before.sight);
  expect(back.dates).toEqual(before.dates);

  // Taken off the roll, the lawyer leaves nothing unseen either.
  const { lawyers } = await call('aid.office', { list: 'lawyers' });
  const version = lawyers.find((l) => l.id === from.id)?.version ?? 0;
  await call('aid.removeLawyer', { id: from.id, expectedVersion: version });
  const line = (await page()).toAssign.find((l) => l.caseId === caseId);
  expect(line).toMatchObject({ lawyer: '尤移交', lawyerLeft: true });
  expect((await call('aid.forCase', { caseId })).warnings).toContainEqual({
    code: 'lawyer-left',
    params: ['尤移交'],
    kind: 'assignment',
  });
  expect(await listed(fromId)).toMatchObject({ openAssignments: 2, onRoll: false });
});
