import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

async function take(more: Parameters<typeof intake>[0] = {}): Promise<string> {
  const { caseId } = await app.client.call(
    'cases.create',
    intake({
      workers: [
        worker('样例甲', { arrears: [days('20', '2026-01'), days('20', '2026-03')] }),
        worker('样例乙'),
      ],
      respondents: [respondent],
      ...more,
    }),
  );
  return caseId;
}

test('a unit files against the workers: parties, dates and papers turn about', async () => {
  const caseId = await take({
    events: [{ type: 'right-known', date: '2026-06-01' }],
    unitClaims: [{ text: '请求裁决被申请人返还培训费用人民币3,000.00元', amountFen: 300_000 }],
  });
  const { version } = await app.client.call('cases.get', { caseId });
  await app.client.call('cases.update', {
    caseId,
    expectedVersion: version,
    patch: { applicantSide: 'unit', witnesses: [{ name: '样例证人', domicile: '样例路9号' }] },
  });
  expect(await app.client.call('cases.get', { caseId })).toMatchObject({
    applicantSide: 'unit',
    firstApplicant: '样例建筑劳务有限公司',
    applicantCount: 1,
    firstRespondent: '样例甲',
    respondentCount: 2,
    amountFen: 300_000,
    nextRuleId: 'lim-general',
    nextDate: '2027-06-01',
    witnesses: [{ name: '样例证人', domicile: '样例路9号', phone: null, proves: null }],
  });
  const plan = await app.client.call('documents.plan', { caseId });
  expect(plan.map((p) => [p.formId, p.copies])).toEqual([
    ['arb-application', 4],
    ['evidence-list', 4],
    ['legal-rep-certificate', 2],
    ['service-address', 2],
  ]);
  const fields = plan.find((p) => p.formId === 'arb-application')?.warnings.map((w) => w.field);
  expect(fields).toContain('facts.performance');
  expect(fields).not.toContain('case.unitClaims');
});

test('either side has two agents at most, and a paper for each that has one', async () => {
  const caseId = await take({ agents: [agent] });
  const file = await app.client.call('cases.get', { caseId });
  const unit = file.respondents[0]?.id ?? '';
  let { version } = file;
  const save = async (name: string, principalId: string | null) => {
    const input = { caseId, expectedVersion: version, agentId: null, agent: { ...agent, name, principalId } };
    ({ version } = await app.client.call('cases.saveAgent', input));
  };
  await save('样例代理一', unit);
  await save('样例代理二', unit);
  expect((await failureOf(save('样例代理三', unit))).code).toBe('invalid-input');
  await save('样例代理四', null);
  expect((await failureOf(save('样例代理五', caseId))).code).toBe('not-found');
  const plan = await app.client.call('documents.plan', { caseId });
  const mandates = plan.filter((p) => p.formId === 'power-of-attorney');
  expect(mandates.map((p) => p.memberName)).toEqual(['样例甲', '样例乙', '样例建筑劳务有限公司']);
  const paper = { formId: 'power-of-attorney' as const, memberId: unit };
  const made = await app.client.call('documents.make', { caseId, papers: [paper], language: 'zh-CN' });
  expect(made.documents).toMatchObject([{ memberName: '样例建筑劳务有限公司', outdated: false }]);
  expect((await app.client.call('documents.list', { caseId }))[0]?.outdated).toBe(false);
});

test('the schedule prints the pages of what proves the period, and a gap where nothing does', async () => {
  const caseId = await take({
    evidence: [
      { group: 'identity', name: '身份证', kind: 'documentary', form: 'copy', pages: 2 },
      {
        group: 'attendance',
        name: '三月考勤表',
        kind: 'documentary',
        form: 'copy',
        pages: 3,
        covers: { memberIds: null, from: '2026-03-01', to: '2026-03-31' },
      },
    ],
  });
  const lacking = async () => {
    const plan = await app.client.call('documents.plan', { caseId });
    return plan.find((p) => p.formId === 'wage-schedule')?.warnings.filter((w) => w.field === 'evidence')
      .length;
  };
  expect(await lacking()).toBe(1);
  const { version } = await app.client.call('cases.get', { caseId });
  const member = (await app.client.call('cases.members', { caseId }))[0]?.id ?? '';
  await app.client.call('evidence.save', {
    caseId,
    expectedVersion: version,
    evidenceId: null,
    item: {
      group: 'arrears',
      name: '工资表',
      kind: 'documentary',
      form: 'copy',
      pages: 1,
      covers: { memberIds: [member] },
    },
  });
  expect(await lacking()).toBe(0);
});

test('a demand that lacks its manner leads to the event itself', async () => {
  const caseId = await take({ events: [{ type: 'demand-made', date: '2026-08-01', addressee: '样例经理' }] });
  const file = await app.client.call('cases.get', { caseId });
  const id = file.events[0]?.id;
  const fields = async () =>
    (await app.client.call('documents.plan', { caseId }))[0]?.warnings.map((w) => w.field);
  expect(await fields()).toContain(`events.${id}.method`);
  expect(await fields()).not.toContain(`events.${id}.addressee`);
  await app.client.call('cases.recordEvent', {
    caseId,
    expectedVersion: file.version,
    eventId: id ?? null,
    event: { type: 'demand-made', date: '2026-08-01', method: '电话', addressee: '样例经理' },
  });
  expect(await fields()).not.toContain(`events.${id}.method`);
});

test('guardian, voucher and minimum wage reach the papers', async () => {
  const guardian = { name: '样例监护人', relation: '母子', idNumber: null, phone: '19900000009' };
  const paid = [{ date: '2026-03-20', amountFen: 50_000, method: '微信', voucher: '样例凭证7号' }];
  const low = { ...days('20'), rateFen: 9_000, paid };
  const caseId = await take({
    workers: [worker('样例甲', { guardian, arrears: [low] })],
    agents: [agent],
  });
  const [member] = await app.client.call('cases.members', { caseId });
  expect(member).toMatchObject({ guardian, arrears: [{ paid }] });
  const memberId = member?.id ?? '';
  const textOf = async (formId: 'wage-schedule' | 'power-of-attorney' | 'arb-application') => {
    const paper = { formId, memberId: formId === 'arb-application' ? null : memberId };
    const { token } = await app.client.call('documents.preview', { caseId, paper });
    const file = await app.core.fileFor(app.caller, token);
    return (await pageTexts(file?.bytes ?? new Uint8Array())).join('');
  };
  expect(await textOf('wage-schedule')).toContain('样例凭证7号');
  expect(await textOf('power-of-attorney')).toContain('法定代理人（签名、捺印）');
  expect(await textOf('arb-application')).toContain('样例监护人');
  const plan = await app.client.call('documents.plan', { caseId });
  const warnings = plan.find((p) => p.formId === 'wage-schedule')?.warnings ?? [];
  expect(warnings.map((w) => w.field)).toContain(`members.${memberId}.arrears.0.rateFen`);
  const claims = await app.client.call('claims.forCase', { caseId });
  expect(claims.members[0]?.warnings.map((w) => w.code)).toContain('below-minimum-wage');
});

test('overtime within other pay has columns of its own, and never exceeds it', async () => {
  const overtime = { workdayFen: 11_100, restDayFen: 22_200, holidayFen: 0 };
  const row = { ...days('20'), otherFen: 40_000, overtime };
  const caseId = await take({ workers: [worker('样例甲', { arrears: [row] })] });
  const [member] = await app.client.call('cases.members', { caseId });
  expect(member?.arrears[0]).toMatchObject({ otherFen: 40_000, overtime });
  const paper = { formId: 'wage-schedule', memberId: member?.id ?? '' } as const;
  const { token } = await app.client.call('documents.preview', { caseId, paper });
  const file = await app.core.fileFor(app.caller, token);
  const text = (await pageTexts(file?.bytes ?? new Uint8Array())).join('');
  // What is left of the other pay: 400.00 − 111.00 − 222.00.
  for (const amount of ['111.00', '222.00', '67.00']) expect(text).toContain(amount);
  await expect(
    take({ workers: [worker('样例乙', { arrears: [{ ...row, otherFen: 33_299 }] })] }),
  ).rejects.toMatchObject({ failure: { issues: [{ code: 'overtime-above-other' }] } });
});

test('a guardian of whom only the name is known is asked for the rest', async () => {
  const guardian = { name: '样例监护人' };
  const caseId = await take({ workers: [worker('样例甲', { guardian, arrears: [days('20')] })] });
  const [member] = await app.client.call('cases.members', { caseId });
  const plan = await app.client.call('documents.plan', { caseId });
  const fields = plan.find((p) => p.formId === 'arb-application')?.warnings.map((w) => w.field);
  expect(fields).toContain(`members.${member?.id}.guardian.relation`);
  expect(fields).toContain(`members.${member?.id}.guardian.phone`);
});
