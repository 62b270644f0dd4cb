import type { PlainDate } from '../../kernel/date.ts';
import type { Bilingual, LegalSource } from '../common.ts';
import { cite } from '../sources.ts';

/** One item of a claim, with what its overlaps depend on. */
export interface ClaimItem {
  readonly calculator: string;
  /** The worker's key in a group case; items of different workers never overlap. */
  readonly worker?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Calendar years that it is for, where it is for single years: leave of 2023 and 2025 leaves out 2024. */
  readonly years?: readonly number[];
  /** Ground of dismissal, as `payment-in-lieu-notice` takes it. */
  readonly ground?: string;
  readonly orderIssued?: boolean;
}

/** `block`: the law excludes it. `warn`: check that nothing is counted twice. `note`: both may stand. */
export interface Overlap {
  readonly code: string;
  readonly severity: 'block' | 'warn' | 'note';
  /** Positions in the list that was checked. */
  readonly items: readonly number[];
  readonly text: Bilingual;
  readonly source: LegalSource | null;
}

interface PairRule {
  readonly code: string;
  readonly severity: Overlap['severity'];
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Only where the periods meet, or one is not stated. */
  readonly samePeriod?: boolean;
  readonly text: Bilingual;
  readonly source: LegalSource | null;
}

const n = ['economic-compensation'];
const damages = ['unlawful-termination'];
const unpaid = ['unpaid-wages', 'unpaid-wages-roster'];
const injuryLumps = [
  'work-injury-disability-grant',
  'work-injury-disability-allowance',
  'work-injury-medical-employment',
  'work-injury-nursing-fee',
  'work-death-benefits',
];

const pairs: readonly PairRule[] = [
  {
    code: '2n-excludes-n',
    severity: 'block',
    left: damages,
    right: n,
    text: {
      zh: '支付违法解除赔偿金的，不再支付经济补偿。',
      en: 'Damages for unlawful termination exclude economic compensation.',
    },
    source: cite('implementingRegulation', '25'),
  },
  {
    code: '2n-excludes-notice',
    severity: 'block',
    left: damages,
    right: ['payment-in-lieu-notice'],
    text: {
      zh: '代通知金只适用于第40条的合法解除，不与赔偿金并用。',
      en: 'Pay in lieu of notice belongs to lawful art. 40 dismissals and never joins 2N.',
    },
    source: cite('labourContractLaw', '40, 87'),
  },
  {
    code: 'reinstatement-or-damages',
    severity: 'block',
    left: damages,
    right: ['reinstatement-wages'],
    text: { zh: '继续履行合同与赔偿金只能择一。', en: 'Reinstatement and damages exclude each other.' },
    source: cite('labourContractLaw', '48'),
  },
  {
    code: 'reinstatement-or-compensation',
    severity: 'block',
    left: n,
    right: ['reinstatement-wages'],
    text: {
      zh: '要求继续履行合同的，不产生解除的经济补偿。',
      en: 'Where the contract is to continue no compensation for its end is due.',
    },
    source: cite('labourContractLaw', '46, 48'),
  },
  {
    code: 'illegal-unit-replaces',
    severity: 'block',
    left: ['illegal-unit-injury-lump'],
    right: injuryLumps,
    text: {
      zh: '非法用工一次性赔偿金代替工伤保险待遇，不重复主张。',
      en: 'The lump sum from an illegally employing unit replaces the injury benefits.',
    },
    source: cite('injuryRegulation', '66'),
  },
  {
    code: 'injury-lumps-beside-n',
    severity: 'note',
    left: ['work-injury-medical-employment'],
    right: n,
    text: {
      zh: '工伤职工被依法终止合同的，在经济补偿之外另付两项一次性补助金。',
      en: 'Where an injured worker’s contract is lawfully ended both lumps are paid besides N.',
    },
    source: cite('implementingRegulation', '23'),
  },
  {
    code: 'minimum-inside-unpaid',
    severity: 'warn',
    left: ['minimum-wage-differential'],
    right: unpaid,
    samePeriod: true,
    text: {
      zh: '同一期间的欠薪与最低工资差额可能重复，请核对应发数。',
      en: 'Arrears and the minimum-wage shortfall of the same period may count the same money twice.',
    },
    source: null,
  },
  {
    code: 'special-pay-inside-unpaid',
    severity: 'warn',
    left: ['sick-leave-pay', 'shutdown-pay', 'work-injury-suspension-pay', 'reinstatement-wages'],
    right: unpaid,
    samePeriod: true,
    text: {
      zh: '同一期间的欠薪已含病假、停工、停工留薪或解除期间工资的，不重复计算。',
      en: 'Arrears of the same period may already contain sick, stoppage, injury or standing wages.',
    },
    source: null,
  },
  {
    code: 'suspension-or-sick',
    severity: 'warn',
    left: ['work-injury-suspension-pay'],
    right: ['sick-leave-pay', 'shutdown-pay'],
    samePeriod: true,
    text: {
      zh: '停工留薪期按原工资，不与病假或停工工资重复。',
      en: 'Time off for injury is paid in full and does not join sick or stoppage pay.',
    },
    source: cite('injuryRegulation', '33'),
  },
];

function meet(a: ClaimItem, b: ClaimItem): boolean {
  if (a.years && b.years) return a.years.some((year) => b.years?.includes(year));
  const after = (x: ClaimItem, y: ClaimItem): boolean =>
    x.from !== undefined && y.to !== undefined && x.from > y.to;
  return !after(a, b) && !after(b, a);
}

function pairFindings(items: readonly ClaimItem[]): Overlap[] {
  const out: Overlap[] = [];
  for (const rule of pairs) {
    items.forEach((a, i) => {
      items.forEach((b, j) => {
        if (!rule.left.includes(a.calculator) || !rule.right.includes(b.calculator)) return;
        if (a.worker !== b.worker || (rule.samePeriod && !meet(a, b))) return;
        const { code, severity, text, source } = rule;
        out.push({ code, severity, items: [i, j], text, source });
      });
    });
  }
  return out;
}

/** Items of which a worker has one at most. */
const once = [
  'economic-compensation',
  'unlawful-termination',
  'payment-in-lieu-notice',
  'work-injury-disability-grant',
  'work-injury-medical-employment',
];

const twiceWords = {
  single: { zh: '同一劳动者的该项请求出现两次。', en: 'This item appears twice for one worker.' },
  meeting: { zh: '两项同类请求的期间重叠。', en: 'Two items of one kind cover the same time.' },
  /** By the number of items that state their time, where not both do: nothing else tells that one is twice there. */
  stated: [
    {
      zh: '两项同类请求都没有写明期间，请核对是否重复。',
      en: 'Two items of one kind state no period: check that nothing is counted twice.',
    },
    {
      zh: '两项同类请求中有一项没有写明期间，请核对是否重复。',
      en: 'One of two items of one kind states no period: check that nothing is counted twice.',
    },
  ],
} as const;

function twice(items: readonly ClaimItem[]): Overlap[] {
  const out: Overlap[] = [];
  items.forEach((a, i) => {
    items.slice(i + 1).forEach((b, k) => {
      if (a.calculator !== b.calculator || a.worker !== b.worker) return;
      const single = once.includes(a.calculator);
      const stated = [a, b].filter((x) => x.from !== undefined || x.to !== undefined).length;
      if (!single && stated === 2 && !meet(a, b)) return;
      out.push({
        code: 'item-twice',
        severity: 'warn',
        items: [i, i + 1 + k],
        text: single ? twiceWords.single : (twiceWords.stated[stated] ?? twiceWords.meeting),
        source: null,
      });
    });
  });
  return out;
}

function conditions(items: readonly ClaimItem[]): Overlap[] {
  const out: Overlap[] = [];
  items.forEach((item, i) => {
    if (item.calculator === 'payment-in-lieu-notice' && !item.ground?.startsWith('art40')) {
      out.push({
        code: 'notice-needs-art-40',
        severity: item.ground === undefined ? 'warn' : 'block',
        items: [i],
        text: {
          zh: '代通知金仅适用于第40条且未提前三十日书面通知的解除。',
          en: 'Pay in lieu of notice exists for art. 40 dismissals without thirty days’ written notice only.',
        },
        source: cite('labourContractLaw', '40'),
      });
    }
    if (item.calculator === 'additional-compensation-85' && item.orderIssued !== true) {
      out.push({
        code: 'order-needed',
        severity: item.orderIssued === false ? 'block' : 'warn',
        items: [i],
        text: {
          zh: '加付赔偿金须先有劳动行政部门责令限期支付且逾期未付。',
          en: 'Additional compensation needs an order of the labour authority that was not obeyed in time.',
        },
        source: cite('labourContractLaw', '85'),
      });
    }
    if (item.calculator === 'social-insurance-late-fee') {
      out.push({
        code: 'not-for-worker',
        severity: 'warn',
        items: [i],
        text: {
          zh: '滞纳金由征收机构收取，不能作为劳动者的仲裁请求。',
          en: 'The late fee goes to the agency and is no claim of the worker.',
        },
        source: cite('socialInsuranceLaw', '86'),
      });
    }
  });
  return out;
}

/**
 * Claims that exclude each other, depend on a condition, or may count the same money twice. Items of different workers
 * are never set against each other.
 */
export function checkOverlaps(items: readonly ClaimItem[]): Overlap[] {
  return [...pairFindings(items), ...twice(items), ...conditions(items)];
}
