import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type {
  Agent,
  Footing,
  Party,
  Respondent,
  ThirdParty,
} from '../../../../shared/features/documents/filing-facts.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { residentId } from '../../../../shared/law/index.ts';

// The parties and agents of the record as the forms take them.

type PartyRecord = CaseFile['respondents'][number];

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
function footingOf(r: PartyRecord): Footing {
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

export function toRespondent(r: PartyRecord): Respondent {
  return { capacity: capacities[r.capacity], footing: footingOf(r), party: toParty(r) };
}

export function toThirdParty(r: PartyRecord): ThirdParty {
  return { capacity: capacities[r.capacity], party: toParty(r) };
}

function toParty(r: PartyRecord): Party {
  if (r.kind === 'person') {
    const number = residentId(r.idNumber ?? '');
    return {
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
    };
  }
  return {
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
        kind: r.representativeKind,
      },
      registration: registrations[r.status],
    },
  };
}

const agentKinds = {
  lawyer: 'lawyer',
  'legal-aid-lawyer': 'legal-aid-lawyer',
  'legal-worker': 'grassroots-legal-worker',
  relative: 'relative',
  employee: 'employee',
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

export function toAgent(a: CaseFile['agents'][number]): Agent {
  return {
    id: a.id,
    kind: agentKinds[a.kind],
    name: a.name,
    firm: a.firm,
    licenceNo: a.licenceNumber,
    idNumber: a.idNumber,
    phone: a.phone,
    relation: a.relation,
    mode: a.specialPowers.length > 0 ? 'special' : 'general',
    powers: a.specialPowers.map((p) => powers[p]),
    stages: a.stages,
    from: a.from,
    to: a.to,
    untilStageEnds: a.to === null,
    party: a.principalId,
    principals: null,
  };
}
