import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Client, Output } from '../../shared/contract/api.ts';
import type { WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import type { AidRecordInput } from '../../shared/features/legal-aid/aid.schemas.ts';
import { propose } from '../../shared/features/legal-aid/assign.rules.ts';
import { meansResult } from '../../shared/features/legal-aid/means.rules.ts';
import { subsidySum } from '../../shared/features/legal-aid/subsidy.rules.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let call: Client['call'];
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());
beforeEach(() => {
  call = app.client.call.bind(app.client);
});

async function take(workers: WorkerInput[] = [worker('样甲', { isMigrant: true })]): Promise<string> {
  const made = await call('cases.create', intake({ track: 'legal-aid', workers, respondents: [respondent] }));
  return made.caseId;
}

async function step(
  caseId: string,
  record: AidRecordInput,
  more: { recordId?: string; reason?: string; client?: Client } = {},
): Promise<string> {
  const client = more.client ?? app.client;
  const { version } = await client.call('cases.get', { caseId });
  const saved = await client.call('aid.save', {
    caseId,
    expectedVersion: version,
    recordId: more.recordId ?? null,
    record,
    ...(more.reason && { reason: more.reason }),
  });
  return saved.id;
}

const application: Extract<AidRecordInput, { kind: 'application' }> = {
  kind: 'application',
  receivedOn: '2026-11-20',
  channel: 'counter',
  matter: 'wages',
  form: 'arbitration-mediation',
  papers: { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' },
};
const granted: AidRecordInput = { kind: 'decision', decidedOn: '2026-11-21', result: 'granted' };
const view = (caseId: string): Promise<Output<'aid.forCase'>> => call('aid.forCase', { caseId });
const due = async (caseId: string) =>
  Object.fromEntries((await view(caseId)).dates.map((d) => [d.ruleId, d.due]));

test('a migrant worker who claims pay is exempt by article 42 item 3, with proof and not without', async () => {
  const caseId = await take();
  const { 'exemption-proof': _, ...papers } = application.papers ?? {};
  const id = await step(caseId, { ...application, papers });
  let { means } = await view(caseId);
  expect(means).toMatchObject({ state: 'undecided', article: '42[3]', missing: ['exemption-proof'] });
  await step(caseId, application, { recordId: id });
  ({ means } = await view(caseId));
  expect(means).toMatchObject({ state: 'exempt', article: '42[3]', missing: [] });
  expect(means.why.zh).toContain('进城务工人员');
});

test('missing income is neither a pass nor a fail', async () => {
  const caseId = await take([worker('样乙', { isMigrant: false })]);
  await step(caseId, application);
  await step(caseId, {
    kind: 'means',
    assessedOn: '2026-11-20',
    thresholdFen: 200_000,
    thresholdSource: '样例省司法厅通知',
    household: [{ name: '样乙', incomeFen: 150_000 }, { name: '样乙妻' }],
  });
  const { means, warnings } = await view(caseId);
  expect(means).toMatchObject({ state: 'undecided', missing: ['income'], without: ['样乙妻'] });
  expect(warnings.map((w) => w.code)).toContain('means-undecided');
  // Nothing is granted or refused on what is not known, unless somebody says why.
  expect((await failureOf(step(caseId, granted))).details).toMatchObject({ rule: 'aid-means-undecided' });
  const refusal: AidRecordInput = {
    kind: 'decision',
    decidedOn: '2026-11-21',
    result: 'refused',
    ground: 'no-hardship',
    reason: '收入高',
  };
  expect((await failureOf(step(caseId, refusal))).details).toMatchObject({ rule: 'aid-means-undecided' });
  await step(caseId, granted, { reason: '主任同意，收入另行核实' });
  expect((await view(caseId)).warnings.map((w) => w.code)).toContain('granted-without-hardship');
});

test('income is compared by the head, and at the threshold nobody guesses', () => {
  const facts = (incomes: (number | null)[], more: object = {}) =>
    meansResult({
      application: {
        ...application,
        receivedOn: '2026-11-20' as never,
        groups: [],
        noCondition: null,
        reason: null,
        papers: {},
        supplementAskedOn: null,
        supplementedOn: null,
        lapsedOn: null,
        urgentOn: null,
        urgentGround: null,
        pledgeOn: null,
        ...more,
      },
      means: {
        kind: 'means',
        assessedOn: '2026-11-20' as never,
        memberId: null,
        verifiedBy: null,
        household: incomes.map((incomeFen, i) => ({
          name: `家人${i}`,
          relation: '',
          incomeFen: incomeFen as never,
        })),
        assetsFen: null,
        assetLimitFen: null,
        thresholdFen: null,
        thresholdSource: null,
        note: null,
      },
      isMigrant: null,
      thresholdFen: 100_000,
    });
  expect(facts([299_999, 0, 0]).state).toBe('hardship');
  expect(facts([300_001, 0, 0]).state).toBe('no-hardship');
  expect(facts([300_000, 0, 0])).toMatchObject({ state: 'undecided', missing: ['at-threshold'] });
  expect(facts([0, null]).state).toBe('undecided');
  expect(facts([]).missing).toEqual(['household']);
  expect(facts([900_000], { noCondition: 'violence' })).toMatchObject({
    state: 'no-condition',
    article: '32',
  });
  expect(facts([900_000], { groups: ['relief'], papers: { 'exemption-proof': 'in' } })).toMatchObject({
    state: 'exempt',
    article: '42[2]',
  });
  // An injury claim is exempt; the relation itself is not, for art. 42 item 3 does not name it.
  const migrant = { groups: ['migrant'], papers: { 'exemption-proof': 'in' } };
  expect(facts([900_000], { ...migrant, matter: 'work-injury' }).state).toBe('exempt');
  expect(facts([900_000], { ...migrant, matter: 'employment-relation' }).state).toBe('no-hardship');
});

test('each step opens its limit and meets the one before', async () => {
  const caseId = await take();
  const id = await step(caseId, application);
  expect(await due(caseId)).toEqual({ 'la-decide': '2026-11-27' });
  await step(caseId, { ...application, receivedOn: '2026-11-19' }, { recordId: id });
  expect(await due(caseId)).toEqual({ 'la-decide': '2026-11-26' });
  await step(caseId, granted);
  expect(Object.keys(await due(caseId))).toEqual(['la-assign']);
  const { id: lawyerId } = await call('aid.saveLawyer', { lawyer: { name: '样例林律师' } });
  await step(caseId, { kind: 'assignment', lawyerId, assignedOn: '2026-11-22' });
  expect(Object.keys(await due(caseId))).toEqual(['la-sign']);
  expect((await view(caseId)).warnings.map((w) => w.code)).toEqual(['not-signed']);
  await step(caseId, { kind: 'engagement', signedOn: '2026-11-23' });
  expect((await view(caseId)).stage).toBe('active');
  const closing: AidRecordInput = { kind: 'closing', resultOn: '2026-11-23', result: 'award' };
  const closingId = await step(caseId, closing);
  expect(Object.keys(await due(caseId))).toEqual(['la-closing']);
  const handedIn = { ...closing, submittedOn: '2026-11-23', report: '已办结' };
  await step(caseId, handedIn, { recordId: closingId });
  expect(Object.keys(await due(caseId))).toEqual(['la-file-review']);
  await step(caseId, { ...handedIn, acceptedOn: '2026-11-23' }, { recordId: closingId });
  expect((await view(caseId)).stage).toBe('closed');
});

test('a decision without an application is refused, and so is one without reasons', async () => {
  const caseId = await take();
  const refused: AidRecordInput = {
    kind: 'decision',
    decidedOn: '2026-11-21',
    result: 'refused',
    ground: 'out-of-scope',
    reason: '不属于援助范围',
  };
  expect((await failureOf(step(caseId, refused))).details).toMatchObject({ rule: 'event-refused' });
  const bare = { ...refused, ground: null, reason: null };
  expect((await failureOf(step(caseId, bare as AidRecordInput))).issues?.map((i) => i.path)).toEqual([
    'record.ground',
    'record.reason',
  ]);
});

test('a refusal opens the objection, and an objection upheld leads to a grant', async () => {
  const caseId = await take();
  await step(caseId, application);
  await step(caseId, {
    kind: 'decision',
    decidedOn: '2026-11-21',
    result: 'refused',
    ground: 'out-of-scope',
    reason: '不属于援助范围',
  });
  expect((await view(caseId)).objection).toMatchObject({ article: { zh: '《法律援助法》第49条' } });
  const objection = { kind: 'objection', objectedOn: '2026-11-22', bureau: '样例司法局' } as const;
  const id = await step(caseId, objection);
  expect((await view(caseId)).objection).toBeNull();
  expect(await due(caseId)).toHaveProperty('la-objection-decide', '2026-11-27');
  await step(caseId, { ...objection, decidedOn: '2026-11-23', upheld: true }, { recordId: id });
  expect((await view(caseId)).stage).toBe('granted');
});

test('what was removed comes back, with its days and by one undo', async () => {
  const caseId = await take();
  const id = await step(caseId, application);
  const { version } = await call('cases.get', { caseId });
  await call('aid.remove', { caseId, expectedVersion: version, recordId: id });
  expect(await due(caseId)).toEqual({});
  const { act } = await call('undo.last', { scope: caseId, since: '2026-01-01T00:00:00.000Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await view(caseId)).records).toHaveLength(1);
  expect(await due(caseId)).toEqual({ 'la-decide': '2026-11-27' });
  const found = await call('search.find', { text: '2026-11-20', language: 'zh-CN', kinds: ['aid'] } as never);
  expect(found.blank).toBe(false);
});

test('who is proposed: the matter, then the load, then the turn; never one with a conflict', async () => {
  const base = {
    name: '',
    specialities: [],
    onRota: true,
    mostOpen: null,
    conflicts: [],
    hadIt: false,
    left: false,
  };
  const rows = propose(
    [
      { ...base, id: 'busy', specialities: ['wages'], open: [{ workers: 25 }], lastAssignedOn: '2026-01-01' },
      { ...base, id: 'free', open: [], lastAssignedOn: '2026-11-01' },
      { ...base, id: 'waits', open: [], lastAssignedOn: '2026-02-01' },
      { ...base, id: 'against', specialities: ['wages'], open: [], lastAssignedOn: null, conflicts: ['x'] },
      { ...base, id: 'full', open: [{ workers: 1 }], mostOpen: 1, lastAssignedOn: null },
    ],
    'wages',
  );
  expect(rows.map((r) => [r.id, r.rank, r.load])).toEqual([
    ['busy', 1, 3],
    ['waits', 2, 0],
    ['free', 3, 0],
    ['against', null, 0],
    ['full', null, 1],
  ]);
  expect(rows[3]?.reasons).toEqual(['conflict']);

  // In the record: an agent of the same employer in another case.
  const { id } = await call('aid.saveLawyer', { lawyer: { name: '样例钱律师' } });
  const other = await call(
    'cases.create',
    intake({ workers: [worker('样丙')], respondents: [respondent], track: 'arbitration' }),
  );
  const file = await call('cases.get', { caseId: other.caseId });
  await call('cases.saveAgent', {
    caseId: other.caseId,
    expectedVersion: file.version,
    agentId: null,
    agent: {
      kind: 'lawyer',
      name: '样例钱律师',
      stages: ['arbitration'],
      principalId: file.respondents[0]?.id ?? null,
    },
  });
  const caseId = await take();
  const row = (await call('aid.propose', { caseId })).find((p) => p.lawyerId === id);
  expect(row).toMatchObject({ rank: null, reasons: ['conflict'], conflicts: [other.number] });
  await step(caseId, application);
  await step(caseId, granted);
  const failure = await failureOf(
    step(caseId, { kind: 'assignment', lawyerId: id, assignedOn: '2026-11-22' }),
  );
  expect(failure.issues).toMatchObject([{ path: 'lawyerId', code: 'aid-lawyer-conflict' }]);
});

test('a lawyer sees a case from the assignment to its end, does their part and no more', async () => {
  const { id: userId, passphrase } = await call('users.add', { name: '周援助', role: 'lawyer' });
  const lawyer = clientOf(app.core, { sessionId: 'aid-lawyer' });
  await lawyer.call('office.unlock', { userName: '周援助', passphrase: passphrase ?? '' });
  await lawyer.call('office.changePassphrase', { current: passphrase ?? '', next: '周援助自己的口令' });
  const { id: lawyerId } = await call('aid.saveLawyer', { lawyer: { name: '周援助', userId } });
  const caseId = await take();
  await step(caseId, application);
  await step(caseId, granted);
  expect((await failureOf(lawyer.call('aid.forCase', { caseId }))).code).toBe('not-found');
  expect((await lawyer.call('aid.office', {})).underWay).toEqual([]);
  const assignment = { kind: 'assignment', lawyerId, assignedOn: '2026-11-22' } as const;
  const id = await step(caseId, assignment);
  expect((await lawyer.call('aid.forCase', { caseId })).may).toEqual(['engagement', 'subsidy', 'closing']);
  expect((await lawyer.call('aid.office', {})).underWay.map((c) => c.caseId)).toEqual([caseId]);
  expect((await lawyer.call('aid.office', {})).lawyers).toEqual([]);
  await step(caseId, { kind: 'engagement', signedOn: '2026-11-23' }, { client: lawyer });
  const own = step(caseId, { ...granted }, { client: lawyer });
  expect((await failureOf(own)).code).toBe('permission-denied');
  const { items } = await call('audit.list', { caseId });
  expect(items.map((i) => i.verb)).toContain('aid.saved');
  expect((await view(caseId)).sight).toMatchObject([{ user: '周援助', givenBy: '测试员', endedOn: null }]);
  // Replaced: with the assignment ends what they see.
  await step(
    caseId,
    { ...assignment, endedOn: '2026-11-23', endReason: 'asked-by-applicant' },
    { recordId: id },
  );
  expect((await failureOf(lawyer.call('cases.get', { caseId }))).code).toBe('not-found');
  // Undone, they see it again.
  const { act } = await call('undo.last', { scope: caseId, since: '2026-01-01T00:00:00.000Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await lawyer.call('cases.get', { caseId })).id).toBe(caseId);
});

test('a subsidy follows the office’s standard, is approved by the manager and exported', async () => {
  const standard = {
    name: '仲裁代理',
    baseFen: 100_000,
    perWorkerFen: 10_000,
    mostWorkers: 10,
    perHourFen: 6_000,
    mostHours: 2,
    mostCostsFen: 5_000,
    validFrom: '2026-01-01',
    source: '样例县财政局、司法局通知',
  };
  const { id: standardId } = await call('aid.saveStandard', { standard });
  const s = { workers: 24, minutes: 200, costs: [{ what: '交通', amountFen: 8_000 }] };
  const sum = subsidySum(
    { ...standard } as never,
    { ...s, deductionFen: 1_000, deductionReason: '迟交材料' } as never,
  );
  // 1000 + 9 × 100 + 2 h × 60 + 50 − 10
  expect(sum.amountFen).toBe(100_000 + 90_000 + 12_000 + 5_000 - 1_000);
  expect(
    subsidySum(
      { ...standard, perHourFen: 5_001, mostHours: null } as never,
      {
        ...s,
        workers: 1,
        minutes: 1,
        costs: [],
        deductionFen: null,
        deductionReason: null,
      } as never,
    ).amountFen,
  ).toBe(100_083);
  const caseId = await take();
  await step(caseId, { kind: 'subsidy', standardId, ...s });
  const page = await call('aid.office', {});
  expect(page.toApprove).toMatchObject([{ caseId, amountFen: 207_000 }]);
  const { token, rows } = await call('aid.exportSubsidies', { format: 'csv' });
  expect(rows).toBe(1);
  const file = await app.core.fileFor(app.caller, token);
  expect(new TextDecoder().decode(file?.bytes)).toContain('2070.00');
});
