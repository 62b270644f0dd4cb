import { writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import type { AgentInput, WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import type { IntakeInput } from '../../shared/features/cases/cases.contract.ts';
import { AppError, type Failure } from '../../shared/kernel/errors.ts';
import { inventedId } from './make-sample-roster.ts';
import type { TestApp } from './open-test-app.ts';

export const noFacts = {
  relation: null,
  performance: null,
  demands: null,
  ending: null,
  grounds: null,
  limitation: null,
};

export function worker(name: string, more: Partial<WorkerInput> = {}): WorkerInput {
  return { name, job: { wageUnit: 'day', rateFen: 30_000 }, ...more };
}

/** One pay period of so many days at 300 yuan. */
export function days(quantity: string, month = '2026-03'): NonNullable<WorkerInput['arrears']>[number] {
  return {
    period: { from: `${month}-01`, to: `${month}-28` },
    unit: 'day',
    quantity,
    rateFen: 30_000,
    otherFen: 0,
    deductions: [],
    paid: [],
  };
}

/** Pay by the month that is owed. */
export const unpaid = (from: string, to: string, quantity = '1') => ({
  period: { from, to },
  unit: 'month' as const,
  quantity,
  rateFen: 600_000,
  otherFen: 0,
  deductions: [],
  paid: [],
  note: null,
});

/** Half a year at 6,000 yuan, nothing of it paid: the pay periods are the wage history. */
export const halfYear = (name: string): WorkerInput => ({
  name,
  job: {
    start: '2026-01-01',
    end: '2026-06-30',
    wageUnit: 'month',
    rateFen: 600_000,
    endKind: 'left-for-arrears',
  },
  arrears: ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'].map((to) =>
    unpaid(`2026-${to.slice(0, 2)}-01`, `2026-${to}`),
  ),
});

export function intake(more: Partial<IntakeInput> = {}): IntakeInput {
  return {
    receivedOn: '2026-11-20',
    project: { name: null, site: null, teamLeader: null },
    facts: noFacts,
    ...more,
  };
}

export const respondent = {
  kind: 'organisation',
  name: '样例建筑劳务有限公司',
  capacity: 'employer',
  footing: 'principal',
} as const;

export const agent: AgentInput = { kind: 'legal-aid-lawyer', name: '示例律师', stages: ['arbitration'] };

/** The failure of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('the call should have failed');
}

export interface RosterLine {
  readonly name: string;
  readonly id: string;
  readonly team: string;
  readonly month: string;
  readonly due: string;
  readonly paid: string;
}

/** Invented workers, each of a name and an identity number of their own. */
export function rosterLines(count: number, from = 0): RosterLine[] {
  const family = '赵钱孙李周吴郑王冯陈';
  return Array.from({ length: count }, (_, n) => {
    const i = n + from;
    const month = String(1 + (Math.floor(i / 999) % 12)).padStart(2, '0');
    const birth = `${1970 + (Math.floor(i / 11_988) % 30)}-${month}-15`;
    return {
      name: `${family[i % 10]}样${String(i).replace(/\d/g, (d) => '零一二三四五六七八九'[Number(d)] ?? '')}`,
      id: inventedId(birth, 1 + (i % 999)),
      team: '样例班组',
      month: '2026-03',
      due: String(5000 + (i % 7)),
      paid: '1000',
    };
  });
}

export async function rosterFile(lines: readonly RosterLine[]): Promise<Uint8Array> {
  return writeSpreadsheet([
    {
      name: '花名册',
      rows: [
        ['姓名', '身份证号', '班组', '月份', '应发工资', '已付'],
        ...lines.map((l) => [l.name, l.id, l.team, l.month, l.due, l.paid]),
      ],
    },
  ]);
}

/** Hands a roster to the core as a person's choice. @returns its token. */
export async function give(app: TestApp, lines: readonly RosterLine[]): Promise<string> {
  return app.core.receiveFile(app.caller, {
    name: '花名册.xlsx',
    type: '',
    bytes: await rosterFile(lines),
  });
}
