import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AidRecordInput } from '../../shared/features/legal-aid/aid.schemas.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const aidCase = async (workers = [worker('样甲', { isMigrant: true })]): Promise<string> =>
  (await call('cases.create', intake({ track: 'legal-aid', workers, respondents: [respondent] }))).caseId;

async function step(caseId: string, record: AidRecordInput, reason?: string): Promise<string> {
  const { version } = await call('cases.get', { caseId });
  const more = reason === undefined ? {} : { reason };
  return (await call('aid.save', { caseId, expectedVersion: version, recordId: null, record, ...more })).id;
}

const application: Extract<AidRecordInput, { kind: 'application' }> = {
  kind: 'application',
  receivedOn: '2026-11-16',
  channel: 'counter',
  matter: 'wages',
  form: 'arbitration-mediation',
  reason: '欠薪三个月，无力聘请律师。',
  groups: ['migrant', 'elderly'],
  papers: { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' },
};

const told = async (caseId: string) =>
  Object.fromEntries(
    (await call('documents.particulars', { caseId })).map((t) => [
      t.memberId === null ? t.topic : `${t.topic}/*`,
      t.values,
    ]),
  );
const inSet = async (caseId: string): Promise<string[]> => [
  ...new Set((await call('documents.plan', { caseId, set: 'legal-aid-decision' })).map((d) => d.formId)),
];

test('what was entered in legal aid stands in its papers, and a typed value only where somebody says so', async () => {
  const caseId = await aidCase();
  const { id: lawyerId } = await call('aid.saveLawyer', {
    lawyer: { name: '示例律师', firm: '示例律师事务所' },
  });
  await step(caseId, application);
  await step(caseId, {
    kind: 'decision',
    decidedOn: '2026-11-17',
    result: 'granted',
    number: '样援决〔2026〕1号',
  });
  await step(caseId, { kind: 'assignment', lawyerId, assignedOn: '2026-11-18', number: '样援指〔2026〕1号' });
  await step(caseId, { kind: 'engagement', signedOn: '2026-11-19' });
  await step(caseId, {
    kind: 'closing',
    resultOn: '2026-11-20',
    result: 'settlement',
    supported: 'part',
    gainedFen: 1_500_000,
    report: '调解后当场付清。',
  });
  expect(await told(caseId)).toMatchObject({
    'legal-aid-matter': {
      forms: ['mediation', 'arbitration'],
      summary: '欠薪三个月，无力聘请律师。',
      materials: ['identity', 'case', 'exemption'],
    },
    'legal-aid-applicant/*': { categories: ['migrant', 'elderly'], exempt: 'migrant' },
    'legal-aid-decision': { number: '样援决〔2026〕1号', date: '2026-11-17', means: 'unchecked' },
    'legal-aid-assignment': {
      number: '样援指〔2026〕1号',
      date: '2026-11-18',
      firm: '示例律师事务所',
      lawyer: '示例律师',
    },
    'legal-aid-closing': {
      closedOn: '2026-11-20',
      outcome: 'settlement',
      support: 'part',
      benefit: 1_500_000,
      summary: '调解后当场付清。',
    },
  });
  const [member] = await call('cases.members', { caseId });
  const keep = async (fields: string[]) =>
    call('documents.saveParticulars', {
      caseId,
      topic: 'legal-aid-applicant',
      memberId: member?.id ?? '',
      expectedVersion: (await call('documents.particulars', { caseId })).find(
        (t) => t.topic === 'legal-aid-applicant',
      )?.version as number,
      values: { exempt: 'other', education: '初中' },
      keep: fields,
    });
  await keep([]);
  expect((await told(caseId))['legal-aid-applicant/*']).toMatchObject({
    exempt: 'migrant',
    education: '初中',
  });
  await keep(['exempt']);
  expect((await told(caseId))['legal-aid-applicant/*']).toMatchObject({ exempt: 'other' });
});

test('the household of the means test is the one of the hardship statement', async () => {
  const caseId = await aidCase([worker('样乙', { isMigrant: false })]);
  await step(caseId, application);
  await step(caseId, {
    kind: 'means',
    assessedOn: '2026-11-16',
    thresholdFen: 200_000,
    thresholdSource: '样例省司法厅通知',
    household: [
      { name: '样乙', incomeFen: 150_000 },
      { name: '样乙妻', relation: '配偶', incomeFen: null },
    ],
  });
  expect((await told(caseId))['legal-aid-hardship/*']).toEqual({
    family: [{ name: '样乙妻', relation: '配偶' }],
    income: [
      { source: '样乙', amount: 150_000 },
      { source: '样乙妻', amount: null },
    ],
    threshold: 200_000,
  });
});

test('grant and refusal are never offered side by side', async () => {
  const caseId = await aidCase();
  await step(caseId, application);
  expect(await inSet(caseId)).toEqual(['la-grant', 'la-assignment']);
  const refused: AidRecordInput = {
    kind: 'decision',
    decidedOn: '2026-11-18',
    result: 'refused',
    ground: 'out-of-scope',
    reason: '不在范围内。',
  };
  await step(caseId, refused);
  expect(await inSet(caseId)).toEqual(['la-refusal']);
  expect((await told(caseId))['legal-aid-decision']).toMatchObject({
    refusal: 'scope',
    explanation: '不在范围内。',
  });
  await step(caseId, {
    kind: 'objection',
    objectedOn: '2026-11-19',
    bureau: '样例区司法局',
    decidedOn: '2026-11-20',
    upheld: true,
  });
  expect(await inSet(caseId)).toEqual(['la-grant', 'la-assignment']);
});

test('aid at once: the lawyer is assigned and signs before the decision, and the grant finds both', async () => {
  const caseId = await aidCase();
  const { id: lawyerId } = await call('aid.saveLawyer', { lawyer: { name: '急样律师' } });
  const engagement: AidRecordInput = { kind: 'engagement', signedOn: '2026-11-18' };
  await step(caseId, application);
  expect((await failureOf(step(caseId, engagement))).details).toMatchObject({ rule: 'event-refused' });
  await step(caseId, {
    ...application,
    receivedOn: '2026-11-16',
    urgentOn: '2026-11-16',
    urgentGround: 'limit',
  });
  const types = async () => (await call('cases.get', { caseId })).events.map((e) => e.type);
  await step(caseId, { kind: 'assignment', lawyerId, assignedOn: '2026-11-17' });
  expect(await types()).toContain('aid-urgent-assigned');
  const before = await call('aid.forCase', { caseId });
  expect([before.stage, Object.fromEntries(before.dates.map((d) => [d.ruleId, d.due]))]).toEqual([
    'urgent',
    { 'la-decide': '2026-11-23', 'la-sign': '2026-11-23' },
  ]);
  await step(caseId, engagement);
  await step(caseId, { kind: 'decision', decidedOn: '2026-11-20', result: 'granted' });
  const after = await call('aid.forCase', { caseId });
  expect([after.stage, after.dates]).toEqual(['active', []]);
});
