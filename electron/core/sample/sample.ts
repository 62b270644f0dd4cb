import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '../../../shared/contract/api.ts';
import type { IntakeInput } from '../../../shared/features/cases/cases.contract.ts';
import {
  addDays,
  addMonths,
  maxDate,
  minDate,
  type PlainDate,
  plainDate,
} from '../../../shared/kernel/date.ts';
import { clientOf } from '../client.ts';
import type { Caller, Core } from '../kernel/core.ts';
import type { World } from '../ports/world.ts';

const rosterFile = '工资表-样例工地.xlsx';
const noFacts = {
  relation: null,
  performance: null,
  demands: null,
  ending: null,
  grounds: null,
  limitation: null,
};

/** Fills a fresh office with two invented cases, through the same calls that the screens make. */
export async function fillSampleOffice(core: Core, caller: Caller, world: World): Promise<void> {
  const client = clientOf(core, caller);
  await sampleGroup(core, caller, client, world);
  await sampleSingle(client, world.clock.today());
}

/** The group case of the sample roster: 24 workers at one building site. @returns the case's id. */
export async function sampleGroup(
  core: Core,
  caller: Caller,
  client: Client,
  world: World,
): Promise<{ caseId: string; added: number; rejected: number; token: string }> {
  const today = world.clock.today();
  const { caseId, version } = await client.call('cases.create', groupIntake(today));
  const bytes = fs.readFileSync(path.join(world.resources, 'sample', rosterFile));
  const token = await core.receiveFile(caller, { name: rosterFile, type: '', bytes });
  const imported = await client.call('transfer.import', {
    caseId,
    expectedVersion: version,
    token,
    sheet: 0,
  });
  const members = await client.call('cases.members', { caseId });
  const elected = await client.call('cases.setRepresentatives', {
    caseId,
    expectedVersion: imported.version,
    memberIds: members.slice(0, 3).map((m) => m.id),
  });
  await client.call('cases.recordEvent', {
    caseId,
    expectedVersion: elected.version,
    eventId: null,
    event: {
      type: 'demand-made',
      date: addDays(today, -40),
      method: '当面',
      addressee: '样例花园二标段项目部负责人和班组长吴某样',
      note: '吴某样答复月底前付清',
    },
  });
  await countIdPages(client, caseId, members.length);
  return { caseId, added: imported.added, rejected: imported.rejected, token };
}

/** The roster has mistakes, so that how many cards there are is known only when it is in. */
async function countIdPages(client: Client, caseId: string, workers: number): Promise<void> {
  const [cards] = await client.call('evidence.list', { caseId });
  if (!cards) return;
  const { id, number: _number, pageFrom: _from, pageTo: _to, version: _version, ...item } = cards;
  const { version } = await client.call('cases.get', { caseId });
  await client.call('evidence.save', {
    caseId,
    expectedVersion: version,
    evidenceId: id,
    item: { ...item, pages: workers },
  });
}

/** About seven months ago, but never before the last day for which the roster claims pay. */
function workEnded(today: PlainDate): PlainDate {
  return minDate(today, maxDate(addMonths(today, -7), plainDate('2026-03-31')));
}

function groupIntake(today: PlainDate): IntakeInput {
  return {
    receivedOn: today,
    tribunalName: '示例市示例区劳动人事争议仲裁委员会',
    project: { name: '样例花园二标段', site: '示例市示例区样例路88号', teamLeader: '吴某样' },
    facts: noFacts,
    respondents: [
      {
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
      },
      {
        kind: 'organisation',
        name: '示例建设集团有限公司',
        capacity: 'general-contractor',
        footing: 'advance-first',
        phone: '028-00000002',
        registeredAddress: '示例市示例区样例大道200号',
        representativeName: '样某乙',
        representativeTitle: '董事长',
        status: 'active',
      },
    ],
    agents: [
      {
        kind: 'legal-aid-lawyer',
        name: '示例律师',
        firm: '示例市示例律师事务所',
        licenceNumber: '15101000000000000',
        phone: '13800000099',
        stages: ['mediation', 'arbitration'],
        specialPowers: ['settle', 'mediate'],
        from: today,
      },
    ],
    evidence: [
      {
        group: 'identity',
        name: '身份证复印件',
        kind: 'documentary',
        form: 'copy',
        // One page each; counted once the roster is in.
        pages: null,
        source: '申请人',
        proves: '申请人的主体资格',
      },
      {
        group: 'identity',
        name: '企业信用信息公示报告',
        kind: 'documentary',
        form: 'copy',
        pages: 4,
        source: '国家企业信用信息公示系统',
        proves: '被申请人的主体资格',
      },
      {
        group: 'relation',
        name: '工作证、安全教育记录',
        kind: 'documentary',
        form: 'copy',
        pages: 6,
        source: '申请人',
        proves: '申请人在样例花园二标段工作',
      },
      {
        group: 'attendance',
        name: '考勤表（2026年1月至3月）',
        kind: 'documentary',
        form: 'copy',
        pages: 9,
        source: '班组',
        proves: '各申请人的出勤天数',
        covers: { memberIds: null, from: '2026-01-01', to: '2026-03-31' },
      },
      {
        group: 'arrears',
        name: '工资表',
        kind: 'documentary',
        form: 'copy',
        pages: 3,
        source: '班组长',
        proves: '应发、已付和欠付的数额',
        covers: { memberIds: null },
      },
      {
        group: 'demand',
        name: '微信聊天记录',
        kind: 'electronic',
        form: 'electronic',
        pages: 8,
        source: '申请人手机',
        proves: '催要工资及对方承诺付款',
        holder: '赵甲',
      },
    ],
    events: [{ type: 'employment-ended', date: workEnded(today), note: '工程停工，工人离场' }],
  };
}

function sampleIntakeOf(today: PlainDate): IntakeInput {
  const end = addMonths(today, -2);
  const from = addMonths(end, -3);
  const month = (n: number): { from: PlainDate; to: PlainDate } => ({
    from: addMonths(from, n),
    to: addDays(addMonths(from, n + 1), -1),
  });
  return {
    receivedOn: addDays(today, -12),
    tribunalName: '示例市示例区劳动人事争议仲裁委员会',
    project: { name: null, site: null, teamLeader: null },
    facts: noFacts,
    workers: [
      {
        name: '样小梅',
        sex: 'female',
        birth: '1990-01-01',
        idNumber: '110101199001010023',
        phone: '13800000088',
        domicile: '示例省示例县样例村1组',
        mailAddress: '示例市示例区样例街道5号',
        occupation: '服务员',
        job: {
          start: addMonths(from, -8),
          end,
          post: '服务员',
          site: '示例市示例区样例街道',
          wageUnit: 'month',
          rateFen: 480_000,
          payDay: '15',
          contractSigned: false,
          endKind: 'left-for-arrears',
        },
        arrears: [0, 1, 2].map((n) => ({
          period: month(n),
          unit: 'month',
          quantity: '1',
          rateFen: 480_000,
          otherFen: 0,
          deductions: [],
          paid: n === 0 ? [{ amountFen: 200_000, method: '微信' }] : [],
        })),
      },
    ],
    respondents: [
      {
        kind: 'organisation',
        name: '示例餐饮管理有限公司',
        capacity: 'employer',
        footing: 'principal',
        phone: '028-00000003',
        registeredAddress: '示例市示例区样例街道5号',
        representativeName: '样某丙',
        representativeTitle: '总经理',
        status: 'active',
      },
    ],
    events: [
      { type: 'employment-ended', date: end, note: null },
      { type: 'application-submitted', date: addDays(today, -9), note: null },
      { type: 'accepted', date: addDays(today, -4), note: null },
    ],
  };
}

async function sampleSingle(client: Client, today: PlainDate): Promise<void> {
  await client.call('cases.create', sampleIntakeOf(today));
}
