import type {
  Capacity,
  Citation,
  FootingKind,
  LocalText,
  RegistrationState,
} from '../documents/filing-facts.ts';

/** A unit or person around the work, as far as intake knows it. `null` means not known yet. */
export interface ChainMember {
  readonly id: string;
  readonly capacity: Capacity;
  readonly kind: 'unit' | 'person';
  /** 具备合法经营资格: lawfully registered, and qualified for the work where it needs a qualification. */
  readonly qualified: boolean | null;
}

export interface WorkSituation {
  /** The one that hired the worker. */
  readonly employer: {
    readonly id: string;
    readonly kind: 'unit' | 'person';
    readonly registration: RegistrationState | null;
    readonly qualified: boolean | null;
  };
  readonly chain: readonly ChainMember[];
  /** Engineering construction, to which chapter 4 of the wage regulation applies. */
  readonly construction: boolean;
  readonly migrantWorkers: boolean;
  /** Who gave the employer its work, by id. */
  readonly contractedBy: string | null;
  /** Under whose name or licence the employer did business (挂靠, 借用营业执照), by id. */
  readonly nameOf: string | null;
  /** The general contractor passed the whole works on (转包). */
  readonly assigned: boolean;
  /** The developer did not pay project money as agreed and owes some. Null when not known. */
  readonly developerOwesProjectMoney: boolean | null;
}

/** `V-law`: the article was read in full; `V-web`: its text was seen on a secondary page. */
export type SourceMark = 'V-law' | 'V-web';

export type CoPartyRule =
  | 'contributor'
  | 'licence-lender'
  | 'contracting-organisation'
  | 'dispatch'
  | 'unlawful-dispatch'
  | 'general-contractor-pays-first'
  | 'assigned-works'
  | 'unqualified-contract'
  | 'name-lent'
  | 'developer-advances'
  | 'employer-liability'
  | 'affiliation';

/** Somebody who should be named, how far they answer and why; a suggestion for the lawyer, never a decision. */
export interface CoPartySuggestion {
  readonly rule: CoPartyRule;
  /** Member of the chain; null when the record does not hold that party yet. */
  readonly partyId: string | null;
  readonly capacity: Capacity;
  readonly footing: FootingKind;
  readonly citations: readonly Citation[];
  readonly mark: SourceMark;
  readonly reason: LocalText;
  /** False while it rests on a fact that is not known. */
  readonly certain: boolean;
}

const wageRegulation: LocalText = {
  zh: '保障农民工工资支付条例',
  en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
};
const contractLaw: LocalText = { zh: '中华人民共和国劳动合同法', en: 'Labour Contract Law' };
const mediationLaw: LocalText = {
  zh: '中华人民共和国劳动争议调解仲裁法',
  en: 'Labour Dispute Mediation and Arbitration Law',
};
const caseRules: LocalText = {
  zh: '劳动人事争议仲裁办案规则',
  en: 'Rules on the Handling of Labour and Personnel Dispute Arbitration Cases',
};
const interpretation1: LocalText = {
  zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
  en: 'SPC Interpretation (I) on Labour Dispute Cases',
};
const interpretation2: LocalText = {
  zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）',
  en: 'SPC Interpretation (II) on Labour Dispute Cases',
};

const cite = (law: LocalText, article: string): Citation => ({ law, article });

interface Rule {
  readonly citations: readonly Citation[];
  readonly mark: SourceMark;
  readonly reason: LocalText;
}

const rules: Readonly<Record<CoPartyRule, Rule>> = {
  contributor: {
    citations: [cite(caseRules, '6'), cite(interpretation1, '29'), cite(contractLaw, '93')],
    mark: 'V-law',
    reason: {
      zh: '用人单位未办理营业执照、营业执照被吊销或者到期继续经营，或者已关闭、解散而不能承担责任的，应当将其出资人、开办单位或者主管部门列为共同当事人。',
      en: 'The employer is unlicensed, revoked, expired or closed and cannot bear liability: its contributors, founding unit or competent department are to be named as well.',
    },
  },
  'licence-lender': {
    citations: [cite(interpretation1, '30')],
    mark: 'V-law',
    reason: {
      zh: '用人单位以挂靠等方式借用他人营业执照经营的，应当将营业执照出借方一并列为当事人。',
      en: 'The employer did business on a borrowed licence: the lender is to be named together with it.',
    },
  },
  'contracting-organisation': {
    citations: [cite(contractLaw, '94'), cite(caseRules, '7')],
    mark: 'V-law',
    reason: {
      zh: '个人承包经营违法招用劳动者造成损害的，发包的组织与个人承包经营者承担连带赔偿责任，应当作为共同当事人。',
      en: 'An individual contractor hired unlawfully: the organisation that contracted the work out is jointly and severally liable and to be named with that person.',
    },
  },
  dispatch: {
    citations: [cite(mediationLaw, '22(2)'), cite(contractLaw, '92(2)')],
    mark: 'V-law',
    reason: {
      zh: '劳务派遣争议中，劳务派遣单位和用工单位为共同当事人；用工单位给被派遣劳动者造成损害的，双方承担连带赔偿责任。',
      en: 'In dispatch disputes the agency and the user unit are co-parties; for harm done by the user unit they are jointly and severally liable.',
    },
  },
  'unlawful-dispatch': {
    citations: [cite(wageRegulation, '18')],
    mark: 'V-law',
    reason: {
      zh: '用工单位使用个人、不具备合法经营资格的单位或者未取得劳务派遣许可证的单位派遣的农民工，拖欠工资的，由用工单位清偿。',
      en: 'The user unit used migrant workers dispatched by an individual or an unqualified or unlicensed unit: the user unit pays the arrears.',
    },
  },
  'general-contractor-pays-first': {
    citations: [cite(wageRegulation, '30')],
    mark: 'V-law',
    reason: {
      zh: '分包单位拖欠农民工工资的，由施工总承包单位先行清偿，再依法追偿。',
      en: 'A subcontractor owes migrant workers’ wages: the general contractor pays first and has recourse.',
    },
  },
  'assigned-works': {
    citations: [cite(wageRegulation, '30')],
    mark: 'V-law',
    reason: {
      zh: '工程建设项目转包，拖欠农民工工资的，由施工总承包单位先行清偿，再依法追偿。',
      en: 'The works were assigned and migrant workers’ wages are owed: the general contractor pays first and has recourse.',
    },
  },
  'unqualified-contract': {
    citations: [cite(wageRegulation, '36')],
    mark: 'V-law',
    reason: {
      zh: '建设单位或者施工总承包单位将建设工程发包或者分包给个人或者不具备合法经营资格的单位，导致拖欠农民工工资的，由建设单位或者施工总承包单位清偿。',
      en: 'A developer or general contractor gave works to an individual or an unqualified unit, which led to the arrears: it pays them.',
    },
  },
  'name-lent': {
    citations: [cite(wageRegulation, '19, 36')],
    mark: 'V-law',
    reason: {
      zh: '单位允许其他单位或者个人以其名义对外经营、承揽工程，导致拖欠农民工工资的，由该单位清偿。',
      en: 'A unit let others do business or take on works in its name, which led to the arrears: it pays them.',
    },
  },
  'developer-advances': {
    citations: [cite(wageRegulation, '29')],
    mark: 'V-law',
    reason: {
      zh: '因建设单位未按照合同约定及时拨付工程款导致农民工工资拖欠的，建设单位以未结清的工程款为限先行垫付。',
      en: 'The developer did not pay project money as agreed, which led to the arrears: it advances them up to the unsettled project money.',
    },
  },
  'employer-liability': {
    citations: [cite(interpretation2, '1')],
    mark: 'V-web',
    reason: {
      zh: '具备合法经营资格的承包人将业务转包或者分包给不具备合法经营资格的组织或者个人的，劳动者可以请求确认承包人为承担用工主体责任的单位，由其支付劳动报酬、承担工伤保险待遇等责任。',
      en: 'A lawful contractor passed work to an unqualified organisation or individual: the worker may ask to have it declared the unit bearing an employer’s liability for pay and work-injury benefits.',
    },
  },
  affiliation: {
    citations: [cite(interpretation2, '2')],
    mark: 'V-web',
    reason: {
      zh: '不具备合法经营资格的组织或者个人挂靠具备合法经营资格的单位对外经营的，劳动者可以请求确认被挂靠单位为承担用工主体责任的单位。',
      en: 'An unqualified organisation or individual did business under a lawful unit’s name: the worker may ask to have that unit declared the one bearing an employer’s liability.',
    },
  },
};

const cannotBear: readonly RegistrationState[] = [
  'unlicensed',
  'revoked',
  'expired',
  'closed',
  'deregistered',
];

/**
 * Who should be named beside the employer, on what footing, with the reason for each (CO-PARTY). Rules that rest
 * on the wage regulation speak only of migrant workers. One party may be suggested under several rules: they give
 * different footings, and the lawyer picks.
 */
export function suggestCoParties(situation: WorkSituation): readonly CoPartySuggestion[] {
  const { employer, chain, contractedBy, nameOf, migrantWorkers: migrant } = situation;
  const out: CoPartySuggestion[] = [];
  const suggest = (
    rule: CoPartyRule,
    partyId: string | null,
    capacity: Capacity,
    footing: FootingKind,
    certain = true,
  ): void => {
    out.push({ rule, partyId, capacity, footing, certain, ...rules[rule] });
  };
  const only = (capacity: Capacity): readonly ChainMember[] => chain.filter((m) => m.capacity === capacity);
  const unqualified = employer.kind === 'person' || employer.qualified === false;
  const perhapsUnqualified = unqualified || employer.qualified === null;

  if (employer.registration !== null && cannotBear.includes(employer.registration)) {
    const owners = chain.filter((m) =>
      ['contributor', 'founding-unit', 'competent-department'].includes(m.capacity),
    );
    if (owners.length === 0) suggest('contributor', null, 'contributor', 'joint');
    for (const owner of owners) suggest('contributor', owner.id, owner.capacity, 'joint');
  }

  const lender = nameOf === null ? undefined : chain.find((m) => m.id === nameOf);
  if (lender) {
    const noLicence =
      employer.registration === 'unlicensed' ||
      employer.registration === 'revoked' ||
      employer.registration === 'expired';
    if (noLicence) suggest('licence-lender', lender.id, 'licence-lender', 'joint');
    if (migrant) suggest('name-lent', lender.id, 'affiliated-unit', 'settles');
    if (perhapsUnqualified && lender.qualified !== false) {
      const certain = unqualified && lender.qualified === true;
      suggest('affiliation', lender.id, 'affiliated-unit', 'employer-liability', certain);
    }
  }

  const agency = only('dispatch-agency');
  for (const user of only('user-unit')) {
    const lawful =
      agency.every((m) => m.kind === 'unit' && m.qualified !== false) && employer.kind === 'unit';
    suggest('dispatch', user.id, 'user-unit', 'joint-and-several');
    if (!lawful && migrant) suggest('unlawful-dispatch', user.id, 'user-unit', 'settles');
  }

  const giver = contractedBy === null ? undefined : chain.find((m) => m.id === contractedBy);
  if (giver && perhapsUnqualified) {
    const builder = giver.capacity === 'developer' || giver.capacity === 'general-contractor';
    if (situation.construction && migrant && builder) {
      suggest('unqualified-contract', giver.id, giver.capacity, 'settles', unqualified);
    }
    if (employer.kind === 'person' && giver.kind === 'unit') {
      suggest('contracting-organisation', giver.id, giver.capacity, 'joint-and-several');
    }
    if (giver.kind === 'unit' && giver.qualified !== false && giver.capacity !== 'developer') {
      const certain = unqualified && giver.qualified === true;
      suggest('employer-liability', giver.id, giver.capacity, 'employer-liability', certain);
    }
  }

  if (situation.construction && migrant) {
    for (const general of only('general-contractor')) {
      if (general.id === employer.id) continue;
      suggest(
        situation.assigned ? 'assigned-works' : 'general-contractor-pays-first',
        general.id,
        'general-contractor',
        'pays-first',
      );
    }
    if (situation.developerOwesProjectMoney !== false) {
      for (const developer of only('developer')) {
        if (developer.id === employer.id) continue;
        const certain = situation.developerOwesProjectMoney === true;
        suggest('developer-advances', developer.id, 'developer', 'advances', certain);
      }
    }
  }
  return out;
}
