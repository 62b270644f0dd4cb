import type {
  Agent,
  Applicant,
  ArrearsRow,
  Citation,
  Claim,
  EvidenceItem,
  FilingFacts,
  Organisation,
  Respondent,
  ThirdParty,
} from '../../../shared/features/documents/filing-facts.ts';
import { evidenceGroups } from '../../../shared/features/documents/filing-facts.ts';
import { dateOf, daysInMonth, plainDate } from '../../../shared/kernel/date.ts';
import { addFen, fen, zeroFen } from '../../../shared/kernel/money.ts';
import { applicantNameOf, fullEvents, fullParticulars } from './particulars.ts';

/** An identity number with a valid checksum in an unassigned region. */
export function idNumber(serial: number, birth = '19850302'): string {
  const body = `990000${birth}${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((s, c, i) => s + Number(c) * (weights[i] ?? 0), 0);
  return body + '10X98765432'[sum % 11];
}

/** A unified social credit code with a valid check character in an unassigned region. */
export function uscc(serial: number): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91990000MA${String(serial).padStart(7, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const c of body) {
    sum += signs.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return body + signs[(31 - (sum % 31)) % 31];
}

const wageRegulation = {
  zh: '保障农民工工资支付条例',
  en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
};
const cite = (article: string): Citation => ({ law: wageRegulation, article });

export function unit(serial: number, name: string): Organisation {
  return {
    id: `unit-${serial}`,
    name,
    uscc: uscc(serial),
    domicile: `云州市青石区示范大道${serial}号`,
    mailAddress: `云州市青石区示范大道${serial}号3层`,
    phone: `0999-555010${serial}`,
    representative: { name: `范某${serial}`, title: '执行董事', kind: 'legal-representative' },
    registration: 'active',
  };
}

export function respondent(
  organisation: Organisation,
  capacity: Respondent['capacity'],
  footing: Respondent['footing'] = null,
): Respondent {
  return { party: { kind: 'organisation', organisation }, capacity, footing };
}

/** A month of day wages: `days` at 300 yuan, 2,000 yuan advanced. */
export function monthRow(year: number, month: number, days: number): ArrearsRow {
  const gross = fen(days * 30_000);
  const paid = fen(200_000);
  return {
    from: dateOf(year, month, 1),
    to: dateOf(year, month, daysInMonth(year, month)),
    quantity: String(days),
    wageForm: 'day',
    rate: fen(30_000),
    pieceUnit: null,
    base: gross,
    overtimeWorkday: zeroFen,
    overtimeRestDay: zeroFen,
    overtimeHoliday: zeroFen,
    otherDue: zeroFen,
    gross,
    deductions: [],
    payments: [{ date: dateOf(year, month, 15), amount: paid, method: '微信转账', voucher: '生活费' }],
    paid,
    owed: fen(gross - paid),
    belowMinimumWage: false,
    evidencePages: '12—14',
    working: {
      zh: `${days}天×300.00元/天−2,000.00元＝${(days * 300 - 2000).toLocaleString('en')}.00元`,
      en: `${days} days × 300.00 − 2,000.00 = ${(days * 300 - 2000).toLocaleString('en')}.00 yuan`,
    },
    note: null,
  };
}

export function applicant(serial: number, rows?: readonly ArrearsRow[]): Applicant {
  const list = rows ?? [3, 4, 5, 6].map((month, i) => monthRow(2026, month, 24 + ((serial + i) % 4)));
  const name = applicantNameOf(serial);
  return {
    id: `worker-${serial}`,
    name,
    sex: serial % 5 === 3 ? 'female' : 'male',
    birth: plainDate('1985-03-02'),
    ethnicity: '汉族',
    idType: 'resident-id',
    idNumber: idNumber(serial),
    domicile: `南岭省河口县示范镇样本村${serial + 1}组`,
    residence: null,
    mailAddress: `云州市青石区工友里${serial + 1}号`,
    phone: `199000000${String(serial).padStart(2, '0')}`,
    occupation: null,
    isMigrant: true,
    workUnit: null,
    guardian: null,
    job: {
      start: plainDate(`2026-02-2${6 + (serial % 3)}`),
      end: plainDate('2026-06-30'),
      endKind: 'work-finished',
      endReason: null,
      post: serial % 2 === 0 ? '钢筋工' : '木工',
      team: null,
      site: '云州市青石区云山路1号工地',
      recruiter: '班组长赵示范',
      contract: 'none',
      wageForm: 'day',
      wageRate: fen(30_000),
      pieceUnit: null,
      payDay: 15,
      payTerms: null,
    },
    arrears: {
      from: plainDate('2026-03-01'),
      to: plainDate('2026-06-30'),
      rows: list,
      total: addFen(...list.map((row) => row.owed ?? zeroFen)),
    },
  };
}

export function agent(): Agent {
  return {
    id: 'agent-1',
    kind: 'legal-aid-lawyer',
    name: '卢示援',
    firm: '南岭示范律师事务所',
    licenceNo: '19999202610000001',
    idNumber: null,
    phone: '19900009901',
    relation: null,
    mode: 'special',
    powers: ['change', 'settle', 'mediate'],
    stages: ['mediation', 'arbitration'],
    from: plainDate('2026-09-01'),
    to: null,
    untilStageEnds: true,
    party: null,
    principals: null,
  };
}

export function wageClaim(applicants: readonly Applicant[]): Claim {
  return {
    id: 'claim-1',
    kind: 'unpaid-wages',
    text: null,
    amount: addFen(...applicants.map((a) => a.arrears.total ?? zeroFen)),
    from: plainDate('2026-03-01'),
    to: plainDate('2026-06-30'),
    working: null,
    articles: [],
    shares:
      applicants.length > 1
        ? applicants.map((a) => ({ applicantId: a.id, amount: a.arrears.total ?? zeroFen }))
        : [],
    payers: null,
  };
}

export function evidence(count: number): EvidenceItem[] {
  let next = 1;
  return Array.from({ length: count }, (_, i) => {
    const pages = 1 + (i % 4);
    const pageFrom = next;
    next += pages;
    const electronic = i % 3 === 1;
    return {
      id: `evidence-${i + 1}`,
      group: evidenceGroups[Math.floor((i * 8) / count)] ?? 'other',
      name: electronic ? `与班组长的微信聊天记录（${i + 1}）` : `考勤记录及工资结算单（${i + 1}）`,
      kind: electronic ? 'electronic' : 'documentary',
      form: electronic ? 'electronic' : 'copy',
      copies: 2,
      pages,
      pageFrom,
      pageTo: next - 1,
      source: electronic ? '申请人手机' : '班组长提供',
      proves: electronic
        ? '证明被申请人承认欠薪并承诺付款的时间和金额'
        : '证明申请人2026年3月至6月的出勤天数和应得工资',
      holder: electronic ? '申请人' : null,
    };
  });
}

/** One worker against the employer, with a legal aid lawyer, one witness and two demands. */
export function oneWorker(): FilingFacts {
  const worker = applicant(0);
  const total = worker.arrears.total;
  return {
    tribunal: { sealName: '云州市青石区劳动人事争议仲裁委员会', address: null, phone: null },
    matter: { caseId: 'case-1', cause: '追索劳动报酬', number: '青劳人仲案〔2026〕1号' },
    project: null,
    applicantSide: 'workers',
    applicants: [worker],
    respondents: [
      respondent(unit(1, '云州示范建筑劳务有限公司'), 'employer', { kind: 'primary', articles: [] }),
    ],
    thirdParties: [],
    agents: [agent()],
    claims: [wageClaim([worker])],
    totals: { claimed: total, arrears: total },
    narrative: {
      relation: null,
      performance: null,
      demands: null,
      end: null,
      computation: null,
      grounds: null,
    },
    demands: [
      {
        id: 'demand-1',
        kind: 'demand',
        date: plainDate('2026-07-10'),
        method: '微信',
        to: '班组长赵示范',
        outcome: '赵示范答复“月底付清”',
      },
      {
        id: 'demand-2',
        kind: 'demand',
        date: plainDate('2026-08-05'),
        method: '当面',
        to: '云州示范建筑劳务有限公司项目负责人',
        outcome: null,
      },
    ],
    limitation: { knownOn: null, lastFilingDay: plainDate('2027-08-05'), text: null },
    evidence: evidence(6),
    witnesses: [
      {
        id: 'witness-1',
        name: '艾示证',
        domicile: '云州市青石区工友里90号',
        phone: '19900008801',
        proves: '申请人的出勤情况',
      },
    ],
    representation: null,
    events: fullEvents,
    dates: [],
    particulars: fullParticulars([worker.id]),
    copies: { tribunal: 1, own: 1 },
    outcomes: [],
    finalLimit: fen(2_400_000),
    preparedBy: '云州市青石区法律援助中心',
    checkedBy: null,
    preparedOn: plainDate('2026-09-03'),
  };
}

/** The worker of `oneWorker` and two colleagues, one of whom also asks for severance. */
export function threeWorkers(): FilingFacts {
  const base = oneWorker();
  const applicants = [0, 1, 2].map((n) => applicant(n));
  const wages = wageClaim(applicants);
  const severance: Claim = {
    ...wages,
    id: 'claim-2',
    kind: 'severance',
    amount: fen(390_000),
    working: { zh: '7,800.00元×0.5个月＝3,900.00元', en: '7,800.00 × 0.5 month = 3,900.00 yuan' },
    shares: [{ applicantId: 'worker-1', amount: fen(390_000) }],
  };
  return {
    ...base,
    applicants,
    claims: [wages, severance],
    totals: { claimed: addFen(wages.amount ?? zeroFen, fen(390_000)), arrears: wages.amount },
  };
}

/** 24 workers on a site: subcontractor, general contractor that pays first, developer that advances, foreman. */
export function group24(): FilingFacts {
  const base = oneWorker();
  const applicants = Array.from({ length: 24 }, (_, n) => applicant(n));
  const wages = wageClaim(applicants);
  const sub = unit(1, '云州示范建筑劳务有限公司');
  const general = unit(2, '南岭样本建设集团有限公司');
  const owner = unit(3, '云州演示置业有限公司');
  const foreman: ThirdParty = {
    party: {
      kind: 'person',
      person: {
        id: 'person-1',
        name: '赵示范',
        sex: 'male',
        birth: plainDate('1979-11-20'),
        ethnicity: null,
        idType: 'resident-id',
        idNumber: idNumber(901, '19791120'),
        domicile: '南岭省河口县示范镇样本村88组',
        residence: null,
        mailAddress: '云州市青石区工友里88号',
        phone: '19900007701',
        occupation: null,
      },
    },
    capacity: 'foreman',
  };
  return {
    ...base,
    project: {
      name: '云山雅苑二期工程',
      site: '云州市青石区云山路1号工地',
      owner: owner.name,
      generalContractor: general.name,
      subcontractor: sub.name,
      teamLeader: '赵示范',
    },
    applicants,
    respondents: [
      respondent(sub, 'subcontractor', { kind: 'primary', articles: [] }),
      respondent(general, 'general-contractor', { kind: 'pays-first', articles: [cite('30')] }),
      respondent(owner, 'developer', { kind: 'advances', articles: [cite('29')] }),
    ],
    thirdParties: [foreman],
    claims: [wages],
    totals: { claimed: wages.amount, arrears: wages.amount },
    evidence: evidence(18),
    representation: {
      applicantIds: ['worker-0', 'worker-3', 'worker-7'],
      consent: 'written-vote',
      term: null,
    },
  };
}
