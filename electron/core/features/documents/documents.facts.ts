import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type {
  Applicant,
  Claim,
  Demand,
  FilingFacts,
} from '../../../../shared/features/documents/filing-facts.ts';
import type { EvidenceRecord } from '../../../../shared/features/evidence/evidence.contract.ts';
import type { Election } from '../../../../shared/features/group/group.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { addFen, type Fen, fen } from '../../../../shared/kernel/money.ts';
import type { LawData } from '../../kernel/law-data.ts';
import type { StoredItem } from '../claim-items/index.ts';
import { arrearsOf, limitAt, minimumWageIn } from '../claims/index.ts';
import { itemClaims } from './documents.claims.ts';
import { pagesFor } from './documents.evidence.ts';
import { withAwardItems } from './documents.outcomes.ts';
import { toAgent, toRespondent, toThirdParty } from './documents.parties.ts';
import { causes } from './forms/kit/causes.ts';

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
    | 'applicantSide'
    | 'unitClaims'
    | 'witnesses'
    | 'respondents'
    | 'agents'
    | 'events'
    | 'representativeIds'
  >;
  readonly members: readonly Member[];
  readonly items: readonly StoredItem[];
  /** How the representatives came to be; null where nothing is recorded. */
  readonly election: Pick<Election, 'consent' | 'term'> | null;
  readonly evidence: readonly EvidenceRecord[];
  /** Last day for filing, as the law engine found it. */
  readonly lastFilingDay: PlainDate | null;
  readonly dates: FilingFacts['dates'];
  readonly particulars: FilingFacts['particulars'];
  readonly outcomes: FilingFacts['outcomes'];
  readonly preparedOn: PlainDate;
  readonly preparedBy: string;
  /** Division code of the office, whose minimum wage is compared. */
  readonly region: string;
}

/** The record as the forms take it. Pure: the law engine computes every amount, nothing is read here. */
export function toFilingFacts(g: Gathered, law: LawData): FilingFacts {
  // Where only the case says when the work ended, it ended for everyone whose own record does not.
  const ended = g.file.events.find((e) => e.type === 'employment-ended')?.date ?? null;
  const applicants = g.members.map((m) => toApplicant(m, g, law, ended));
  const unitFiles = g.file.applicantSide === 'unit';
  const arrears = fen(applicants.reduce((sum, a) => sum + (a.arrears.total ?? 0), 0));
  const items = itemClaims(g.items, applicants);
  // Somebody who claims other items alone is owed no wages: the gap for them would be wrong.
  const wages = items.length > 0 && arrears === 0 ? [] : wageClaims(applicants, arrears);
  const claims = unitFiles ? unitClaims(g.file.unitClaims) : [...wages, ...items];
  const claimed = addFen(...claims.map((c) => c.amount ?? fen(0)));
  const standing = (wanted: 'party' | 'third-party') =>
    g.file.respondents.filter((r) => r.standing === wanted);
  const nameOf = (capacity: string): string | null =>
    g.file.respondents.find((r) => r.capacity === capacity)?.name ?? null;
  const { project } = g.file;
  return {
    tribunal: { sealName: g.file.tribunalName, address: null, phone: null },
    matter: { caseId: g.file.id, cause: causes[g.file.cause]['zh-CN'], number: g.file.tribunalCaseNumber },
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
    applicantSide: g.file.applicantSide,
    applicants,
    respondents: standing('party').map(toRespondent),
    thirdParties: standing('third-party').map(toThirdParty),
    agents: g.file.agents.map(toAgent),
    claims,
    totals: { claimed, arrears },
    outcomes: g.outcomes,
    narrative: {
      relation: g.file.facts.relation,
      performance: g.file.facts.performance,
      demands: g.file.facts.demands,
      end: g.file.facts.ending,
      computation: null,
      grounds: g.file.facts.grounds,
    },
    demands: g.file.events.flatMap((e) => {
      const kind = demandKinds.get(e.type);
      return kind === undefined
        ? []
        : [{ id: e.id, kind, date: e.date, method: e.method, to: e.addressee, outcome: e.note }];
    }),
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
    witnesses: g.file.witnesses.map((w, i) => ({ id: String(i), ...w })),
    representation:
      g.file.representativeIds.length > 0
        ? {
            applicantIds: g.file.representativeIds,
            consent: g.election?.consent ?? 'written-vote',
            term: g.election?.term ?? null,
          }
        : null,
    events: g.file.events.map(({ type, date, note }) => ({ type, date, note })),
    dates: g.dates,
    particulars: withAwardItems(g.particulars, g.outcomes, claims, applicants),
    copies: { tribunal: 1, own: 1 },
    finalLimit: limitAt(law, g.region, g.preparedOn)?.limitFen ?? null,
    preparedBy: g.preparedBy,
    checkedBy: null,
    preparedOn: g.preparedOn,
  };
}

const demandKinds: ReadonlyMap<string, Demand['kind']> = new Map([
  ['demand-made', 'demand'],
  ['complaint-made', 'complaint'],
  ['promise-made', 'promise'],
]);

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

/** Other pay of a period without the overtime in it, which has columns of its own. */
function otherThanOvertime({ otherFen, overtime: o }: Member['arrears'][number]): Fen {
  return fen(otherFen - (o ? o.workdayFen + o.restDayFen + o.holidayFen : 0));
}

function toApplicant(m: Member, g: Gathered, law: LawData, ended: PlainDate | null): Applicant {
  const minimumWage = minimumWageIn(law, g.region);
  const computed = arrearsOf(m.arrears, law, g.preparedOn, { minimumWage });
  const belowMinimum = (row: number, from: PlainDate): boolean | null =>
    minimumWage(from) && computed.checks.some((c) => c.row === row && c.code === 'below-minimum-wage');
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
    guardian: m.guardian,
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
          overtimeWorkday: fen(row.overtime?.workdayFen ?? 0),
          overtimeRestDay: fen(row.overtime?.restDayFen ?? 0),
          overtimeHoliday: fen(row.overtime?.holidayFen ?? 0),
          otherDue: otherThanOvertime(row),
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
            voucher: p.voucher,
          })),
          paid: result?.paidFen ?? null,
          owed: result?.owedFen ?? null,
          belowMinimumWage: belowMinimum(i, row.period.from),
          evidencePages: pagesFor(g.evidence, m.id, row.period),
          working: result?.line ?? null,
          note: row.note,
        };
      }),
    },
  };
}

function unitClaims(claims: CaseFile['unitClaims']): Claim[] {
  return claims.map((c, i) => ({
    id: `unit-${i + 1}`,
    kind: 'other',
    text: c.text,
    amount: c.amountFen,
    from: null,
    to: null,
    working: null,
    articles: [],
    shares: [],
    payers: null,
  }));
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
