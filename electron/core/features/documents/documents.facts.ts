import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type {
  Agent,
  Applicant,
  Claim,
  FilingFacts,
  Footing,
  Respondent,
} from '../../../../shared/features/documents/filing-facts.ts';
import { typedValues } from '../../../../shared/features/documents/particulars/values.ts';
import { witnessesTopic } from '../../../../shared/features/documents/particulars/witnesses.ts';
import type { EvidenceRecord } from '../../../../shared/features/evidence/evidence.contract.ts';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import { residentId } from '../../../../shared/law/index.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { arrearsOf } from '../claims/index.ts';

/** What a case's papers are made from, gathered by the service. */
export interface Gathered {
  readonly file: Pick<
    CaseFile,
    | 'id'
    | 'cause'
    | 'tribunalName'
    | 'tribunalCaseNumber'
    | 'project'
    | 'facts'
    | 'respondents'
    | 'agents'
    | 'events'
    | 'representativeIds'
  >;
  readonly members: readonly Member[];
  readonly evidence: readonly EvidenceRecord[];
  /** Last day for filing, as the law engine found it. */
  readonly lastFilingDay: PlainDate | null;
  readonly dates: FilingFacts['dates'];
  readonly particulars: FilingFacts['particulars'];
  readonly preparedOn: PlainDate;
  readonly preparedBy: string;
}

/** 案由 as the application prints it. */
const causeNames: Readonly<Record<CaseFile['cause'], string>> = {
  wages: '追索劳动报酬',
  'labour-relation': '确认劳动关系',
  contract: '劳动合同',
  severance: '经济补偿',
  overtime: '加班工资',
  'work-injury': '工伤保险待遇',
  'social-insurance': '社会保险',
  other: '劳动争议',
};

/** The record as the forms take it. Pure: the law engine computes every amount, nothing is read here. */
export function toFilingFacts(g: Gathered, law: LawData): FilingFacts {
  // Where only the case says when the work ended, it ended for everyone whose own record does not.
  const ended = g.file.events.find((e) => e.type === 'employment-ended')?.date ?? null;
  const applicants = g.members.map((m) => toApplicant(m, law, g.preparedOn, ended));
  const respondents = g.file.respondents.map(toRespondent);
  const total = fen(applicants.reduce((sum, a) => sum + (a.arrears.total ?? 0), 0));
  const nameOf = (capacity: string): string | null =>
    g.file.respondents.find((r) => r.capacity === capacity)?.name ?? null;
  const { project } = g.file;
  return {
    tribunal: { sealName: g.file.tribunalName, address: null, phone: null },
    matter: { caseId: g.file.id, cause: causeNames[g.file.cause], number: g.file.tribunalCaseNumber },
    project:
      project.name === null && project.site === null && project.teamLeader === null
        ? null
        : {
            name: project.name,
            site: project.site,
            owner: nameOf('developer'),
            generalContractor: nameOf('general-contractor'),
            subcontractor: nameOf('subcontractor') ?? nameOf('labour-subcontractor'),
            teamLeader: project.teamLeader ?? nameOf('foreman'),
          },
    applicants,
    respondents,
    thirdParties: [],
    agents: g.file.agents.map(toAgent),
    claims: wageClaims(applicants, total),
    totals: { claimed: total, arrears: total },
    narrative: {
      relation: g.file.facts.relation,
      performance: g.file.facts.performance,
      demands: g.file.facts.demands,
      end: g.file.facts.ending,
      computation: null,
      grounds: g.file.facts.grounds,
    },
    demands: g.file.events
      .filter((e) => e.type === 'demand-made' || e.type === 'complaint-made' || e.type === 'promise-made')
      .map((e) => ({ date: e.date, method: null, to: null, outcome: e.note })),
    limitation: {
      knownOn: g.file.events.find((e) => e.type === 'right-known')?.date ?? null,
      lastFilingDay: g.lastFilingDay,
      text: g.file.facts.limitation,
    },
    evidence: g.evidence.map((e) => ({
      id: e.id,
      group: e.group,
      name: e.name,
      kind: evidenceKinds[e.kind],
      form: e.form,
      copies: e.copies,
      pages: e.pages,
      pageFrom: e.pageFrom,
      pageTo: e.pageTo,
      source: e.source,
      proves: e.proves,
      holder: e.holder,
    })),
    witnesses: witnessesOf(g.particulars),
    representation:
      g.file.representativeIds.length > 0
        ? { applicantIds: g.file.representativeIds, consent: 'written-vote', term: null }
        : null,
    events: g.file.events.map(({ type, date, note }) => ({ type, date, note })),
    dates: g.dates,
    particulars: g.particulars,
    copies: { tribunal: 1, own: 1 },
    preparedBy: g.preparedBy,
    checkedBy: null,
    preparedOn: g.preparedOn,
  };
}

/** The witnesses that were entered. */
function witnessesOf(particulars: FilingFacts['particulars']): FilingFacts['witnesses'] {
  const { list } = typedValues(witnessesTopic, particulars.case[witnessesTopic.id]?.entered ?? {});
  return list.map(({ name, domicile, phone, proves }, i) => ({
    id: `witness-${i + 1}`,
    name,
    domicile,
    phone,
    proves,
  }));
}

const evidenceKinds = {
  documentary: 'documentary',
  physical: 'physical',
  'audio-visual': 'audiovisual',
  electronic: 'electronic',
  testimony: 'testimony',
  'expert-opinion': 'appraisal',
  'inspection-record': 'inspection',
  'party-statement': 'statement',
} as const satisfies Record<EvidenceRecord['kind'], FilingFacts['evidence'][number]['kind']>;

const idTypes = {
  'resident-id': 'resident-id',
  passport: 'passport',
  'hk-macao-permit': 'hong-kong-macao-permit',
  'taiwan-permit': 'taiwan-permit',
  other: 'other',
} as const satisfies Record<Member['idType'], Applicant['idType']>;

function toApplicant(m: Member, law: LawData, today: PlainDate, ended: PlainDate | null): Applicant {
  const computed = arrearsOf(m.arrears, law, today);
  const froms = m.arrears.map((r) => r.period.from).sort();
  const tos = m.arrears.map((r) => r.period.to).sort();
  const payDay = Number(/^\D*(\d{1,2})\D*$/.exec(m.job.payDay ?? '')?.[1] ?? Number.NaN);
  const isDay = payDay >= 1 && payDay <= 31;
  return {
    id: m.id,
    name: m.name,
    sex: m.sex,
    birth: m.birth,
    ethnicity: m.ethnicity,
    idType: idTypes[m.idType],
    idNumber: m.idNumber,
    domicile: m.domicile,
    residence: m.residence,
    mailAddress: m.mailAddress,
    phone: m.phone,
    occupation: m.occupation ?? m.job.post,
    isMigrant: m.isMigrant,
    workUnit: null,
    guardian: null,
    job: {
      start: m.job.start,
      end: m.job.end ?? (m.job.endKind === 'ongoing' ? null : ended),
      endKind: m.job.endKind,
      endReason: m.job.endReason,
      post: m.job.post,
      team: m.job.team,
      site: m.job.site,
      recruiter: m.job.recruiter,
      contract: m.job.contractSigned === null ? null : m.job.contractSigned ? 'written' : 'none',
      wageForm: m.job.wageUnit === 'fixed' ? null : m.job.wageUnit,
      wageRate: m.job.rateFen,
      pieceUnit: null,
      payDay: isDay ? payDay : null,
      payTerms: isDay ? null : m.job.payDay,
    },
    arrears: {
      from: froms[0] ?? null,
      to: tos.at(-1) ?? null,
      total: m.arrears.length > 0 ? computed.owedFen : null,
      rows: m.arrears.map((row, i) => {
        const result = computed.rows[i];
        const fixed = row.unit === 'fixed';
        return {
          from: row.period.from,
          to: row.period.to,
          quantity: fixed ? null : row.quantity,
          wageForm: row.unit === 'fixed' ? null : row.unit,
          rate: fixed ? null : row.rateFen,
          pieceUnit: null,
          base: result ? fen(result.grossFen - row.otherFen) : null,
          overtimeWorkday: fen(0),
          overtimeRestDay: fen(0),
          overtimeHoliday: fen(0),
          otherDue: row.otherFen,
          gross: result?.grossFen ?? null,
          deductions: row.deductions.map((d) => ({
            label: d.basis ?? '扣款',
            amount: d.amountFen,
            basis: d.basis,
          })),
          payments: row.paid.map((p) => ({
            date: p.date,
            amount: p.amountFen,
            method: p.method,
            voucher: null,
          })),
          paid: result?.paidFen ?? null,
          owed: result?.owedFen ?? null,
          belowMinimumWage: null,
          evidencePages: null,
          working: result?.line ?? null,
          note: row.note,
        };
      }),
    },
  };
}

function wageClaims(applicants: readonly Applicant[], total: Fen): Claim[] {
  const owed = applicants.filter((a) => (a.arrears.total ?? 0) > 0);
  const froms = owed.flatMap((a) => a.arrears.from ?? []).sort();
  const tos = owed.flatMap((a) => a.arrears.to ?? []).sort();
  const known = applicants.some((a) => a.arrears.total !== null);
  return [
    {
      id: 'unpaid-wages',
      kind: 'unpaid-wages',
      text: null,
      amount: known ? total : null,
      from: froms[0] ?? null,
      to: tos.at(-1) ?? null,
      working: null,
      articles: [],
      shares:
        applicants.length > 1
          ? owed.map((a) => ({ applicantId: a.id, amount: fen(a.arrears.total ?? 0) }))
          : [],
      payers: null,
    },
  ];
}

const capacities = {
  employer: 'employer',
  'general-contractor': 'general-contractor',
  subcontractor: 'subcontractor',
  'labour-subcontractor': 'labour-subcontractor',
  'dispatch-agency': 'dispatch-agency',
  'using-unit': 'user-unit',
  developer: 'developer',
  foreman: 'foreman',
  investor: 'contributor',
  'licence-lender': 'licence-lender',
} as const;

const footings = {
  principal: 'primary',
  joint: 'joint',
  several: 'joint-and-several',
  'advance-first': 'pays-first',
  'within-unsettled-sum': 'advances',
  settles: 'settles',
  'employer-liability': 'employer-liability',
} as const;

const registrations = {
  active: 'active',
  revoked: 'revoked',
  deregistered: 'deregistered',
  unlicensed: 'unlicensed',
  unknown: null,
} as const;

const migrantWageRules = {
  zh: '保障农民工工资支付条例',
  en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
};
const arbitrationLaw = { zh: '劳动争议调解仲裁法', en: 'Labour Dispute Mediation and Arbitration Law' };
const contractLaw = { zh: '劳动合同法', en: 'Labour Contract Law' };

/** The article on which a respondent of this capacity is asked to pay, where the law names one. */
function footingOf(r: CaseFile['respondents'][number]): Footing {
  const articles: Footing['articles'] =
    r.capacity === 'general-contractor'
      ? [{ law: migrantWageRules, article: '30' }]
      : r.capacity === 'developer'
        ? [{ law: migrantWageRules, article: r.footing === 'within-unsettled-sum' ? '29' : '36' }]
        : r.capacity === 'licence-lender'
          ? [{ law: migrantWageRules, article: '19' }]
          : r.capacity === 'dispatch-agency' || r.capacity === 'using-unit'
            ? [{ law: arbitrationLaw, article: '22' }]
            : r.capacity === 'foreman'
              ? [{ law: contractLaw, article: '94' }]
              : [];
  return { kind: footings[r.footing], articles };
}

function toRespondent(r: CaseFile['respondents'][number]): Respondent {
  const base = { capacity: capacities[r.capacity], footing: footingOf(r) };
  if (r.kind === 'person') {
    const number = residentId(r.idNumber ?? '');
    return {
      ...base,
      party: {
        kind: 'person',
        person: {
          id: r.id,
          name: r.name,
          sex: number.ok ? number.sex : null,
          birth: number.ok && isPlainDate(number.birth) ? number.birth : null,
          ethnicity: null,
          idType: r.idNumber ? 'resident-id' : null,
          idNumber: r.idNumber,
          domicile: r.registeredAddress,
          residence: null,
          mailAddress: r.mailAddress,
          phone: r.phone,
          occupation: null,
        },
      },
    };
  }
  return {
    ...base,
    party: {
      kind: 'organisation',
      organisation: {
        id: r.id,
        name: r.name,
        uscc: r.uscc,
        domicile: r.registeredAddress,
        mailAddress: r.mailAddress,
        phone: r.phone,
        representative: {
          name: r.representativeName,
          title: r.representativeTitle,
          kind: 'legal-representative',
        },
        registration: registrations[r.status],
      },
    },
  };
}

const agentKinds = {
  lawyer: 'lawyer',
  'legal-aid-lawyer': 'legal-aid-lawyer',
  'legal-worker': 'grassroots-legal-worker',
  relative: 'relative',
  'recommended-citizen': 'recommended-citizen',
} as const;

const powers = {
  admit: 'admit',
  waive: 'waive',
  'change-claims': 'change',
  settle: 'settle',
  mediate: 'mediate',
  counterclaim: 'counterclaim',
  appeal: 'appeal',
  'collect-money': 'collect',
} as const;

function toAgent(a: CaseFile['agents'][number]): Agent {
  return {
    id: a.id,
    kind: agentKinds[a.kind],
    name: a.name,
    firm: a.firm,
    licenceNo: a.licenceNumber,
    idNumber: a.idNumber,
    phone: a.phone,
    relation: null,
    mode: a.specialPowers.length > 0 ? 'special' : 'general',
    powers: a.specialPowers.map((p) => powers[p]),
    stages: a.stages,
    from: a.from,
    to: a.to,
    untilStageEnds: a.to === null,
    principals: null,
  };
}
