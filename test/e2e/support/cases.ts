import type { Client, Input, Output } from '../../../shared/contract/api.ts';
import type { WorkerInput } from '../../../shared/features/cases/case.schemas.ts';
import type { IntakeInput } from '../../../shared/features/cases/cases.contract.ts';

const noFacts = {
  relation: null,
  performance: null,
  demands: null,
  ending: null,
  grounds: null,
  limitation: null,
};

/** A worker with three months at 6,000 yuan, of which 1,000 was paid in the first: 17,000 yuan owed. */
export function worker(name: string, over: Partial<WorkerInput> = {}): WorkerInput {
  return {
    name,
    idNumber: '110101197001101014',
    sex: 'male',
    birth: '1970-01-10',
    phone: '13800000001',
    domicile: '示例省示例县样例村1组',
    mailAddress: '示例市示例区样例路88号',
    job: { start: '2026-03-01', end: '2026-06-30', post: '木工', wageUnit: 'month', rateFen: 600_000 },
    arrears: ['2026-04', '2026-05', '2026-06'].map((month, i) => ({
      period: { from: `${month}-01`, to: `${month}-${i === 1 ? 31 : 30}` },
      unit: 'month',
      quantity: '1',
      rateFen: 600_000,
      otherFen: 0,
      deductions: [],
      paid: i === 0 ? [{ date: '2026-05-10', amountFen: 100_000, method: '微信' }] : [],
      note: null,
    })),
    ...over,
  };
}

export const employer: NonNullable<IntakeInput['respondents']>[number] = {
  kind: 'organisation',
  name: '样例建筑劳务有限公司',
  capacity: 'employer',
  footing: 'principal',
  uscc: '91510100MA0000001B',
  phone: '028-00000001',
  registeredAddress: '示例市示例区样例大道1号',
  mailAddress: '示例市示例区样例大道1号',
  representativeName: '样某甲',
  representativeTitle: '执行董事',
  status: 'active',
};

export async function makeCase(
  client: Client,
  over: Partial<Input<'cases.create'>> = {},
): Promise<Output<'cases.create'>> {
  return client.call('cases.create', {
    receivedOn: '2026-11-20',
    tribunalName: '测试市测试区劳动人事争议仲裁委员会',
    project: { name: null, site: null, teamLeader: null },
    facts: noFacts,
    workers: [worker('赵甲')],
    respondents: [employer],
    ...over,
  });
}

/** `count` workers with telephone numbers of their own, told apart by name. */
export const manyWorkers = (count: number): WorkerInput[] =>
  Array.from({ length: count }, (_, i) =>
    worker(`样工${i + 1}`, {
      idNumber: null,
      idType: 'other',
      phone: `1380000${String(i).padStart(4, '0')}`,
    }),
  );

/**
 * An agreement on half of what is computed in two instalments, the first of them overdue, and a payment on it.
 * @returns the agreement and the payment.
 */
export async function settledFor(
  client: Client,
  caseId: string,
): Promise<readonly [Output<'outcomes.save'>, Output<'outcomes.savePayment'>]> {
  const { basis } = await client.call('outcomes.forCase', { caseId });
  const lines = basis.map((b) => ({
    memberId: b.memberId,
    item: b.item,
    claimedFen: b.claimedFen,
    amountFen: Math.floor(b.computedFen / 2),
  }));
  const totalFen = lines.reduce((sum, l) => sum + l.amountFen, 0);
  const first = Math.floor(totalFen / 2);
  const version = async () => (await client.call('cases.get', { caseId })).version;
  const saved = await client.call('outcomes.save', {
    caseId,
    expectedVersion: await version(),
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      form: 'mediation',
      madeOn: '2026-10-20',
      lines,
      plan: {
        instalments: [
          { due: '2026-11-14', amountFen: first },
          { due: '2026-12-14', amountFen: totalFen - first },
        ],
      },
    },
  });
  const payment = await client.call('outcomes.savePayment', {
    caseId,
    expectedVersion: await version(),
    paymentId: null,
    payment: { date: '2026-11-16', amountFen: 500_000, payer: employer.name, allocation: 'oldest' },
  });
  return [saved, payment];
}

/**
 * A legal-aid case up to its engagement, with a visit to follow up, a subsidy to approve, two lawyers and a standard.
 * @returns the case.
 */
export async function aidedCase(client: Client): Promise<{ caseId: string; lawyerId: string }> {
  const { caseId } = await makeCase(client, {
    track: 'legal-aid',
    workers: [worker('赵甲', { isMigrant: true })],
  });
  const step = async (record: Input<'aid.save'>['record']): Promise<void> => {
    const { version } = await client.call('cases.get', { caseId });
    await client.call('aid.save', { caseId, expectedVersion: version, recordId: null, record });
  };
  const { id: lawyerId } = await client.call('aid.saveLawyer', {
    lawyer: { name: '示例律师', firm: '示例律师事务所', specialities: ['wages'] },
  });
  await client.call('aid.saveLawyer', { lawyer: { name: '示例法律工作者' } });
  const { id: standardId } = await client.call('aid.saveStandard', {
    standard: {
      name: '样例仲裁代理',
      baseFen: 120_000,
      perWorkerFen: 10_000,
      validFrom: '2026-01-01',
      source: '样例县司法局通知',
    },
  });
  await step({
    kind: 'application',
    receivedOn: '2026-11-16',
    channel: 'counter',
    matter: 'wages',
    form: 'arbitration-mediation',
    papers: { application: 'in', identity: 'in', matter: 'in', 'exemption-proof': 'in' },
  });
  await step({ kind: 'decision', decidedOn: '2026-11-17', result: 'granted' });
  await step({ kind: 'assignment', lawyerId, assignedOn: '2026-11-18' });
  await step({ kind: 'engagement', signedOn: '2026-11-19', metOn: '2026-11-19' });
  await step({
    kind: 'visit',
    visitedOn: '2026-11-20',
    how: 'call',
    satisfaction: 4,
    followUp: '样例：催交考勤表',
    followUpOn: '2026-11-25',
  });
  await step({ kind: 'subsidy', standardId, workers: 1 });
  return { caseId, lawyerId };
}
