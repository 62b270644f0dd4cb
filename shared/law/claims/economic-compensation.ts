import { z } from 'zod';
import { addDays, type PlainDate, plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { Bilingual } from '../common.ts';
import { compare, plus, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { cap, claim, computed, decimalText, exactText, line, unrounded, warning, yuan } from './define.ts';
import { knownBase, type SeveranceBase, serviceOf, severanceBase, severanceFields } from './severance.ts';
import { compensationMonths, oldRuleMonths, tenureOf } from './tenure.ts';
import type { CalculationLine, CalculationMethod } from './types.ts';
import { lesser } from './values.ts';

/** Grounds on which a contract ends; `due` says whether art. 46 gives compensation. */
const reasons = {
  'forced-resignation': { due: true, zh: '劳动者依第38条解除' },
  'social-insurance-failure': { due: true, zh: '因未依法缴纳社会保险解除' },
  'mutual-agreement-employer-initiated': { due: true, zh: '单位提出、协商一致解除' },
  'mutual-agreement-worker-initiated': { due: false, zh: '劳动者提出、协商一致解除' },
  'dismissal-without-fault': { due: true, zh: '无过失性辞退' },
  'medical-incapacity': { due: true, zh: '医疗期满不能工作' },
  incompetence: { due: true, zh: '不能胜任工作' },
  'changed-circumstances': { due: true, zh: '客观情况发生重大变化' },
  'economic-layoff': { due: true, zh: '经济性裁员' },
  'contract-expiry': { due: true, zh: '合同期满终止' },
  'contract-expiry-worker-refused': { due: false, zh: '单位维持或提高条件续订而劳动者不同意' },
  'bankruptcy-or-closure': { due: true, zh: '单位破产、关闭、撤销或解散' },
  'task-completed': { due: true, zh: '以完成一定工作任务为期限的合同终止' },
  'voluntary-resignation': { due: false, zh: '劳动者自愿辞职' },
  'dismissal-for-fault': { due: false, zh: '依第39条过失性辞退' },
} as const;
type Reason = keyof typeof reasons;
const reasonNames = Object.keys(reasons) as Reason[];

const pre2008End = plainDate('2008-01-01');
/** Old rules capped these at twelve months (劳部发〔1994〕481号 arts 5, 7). */
const oldTwelveMonths: readonly (Reason | undefined)[] = [
  'mutual-agreement-employer-initiated',
  'incompetence',
];

const schema = z.strictObject({
  ...severanceFields,
  reason: z.enum(reasonNames).optional(),
  /** How service before 2008 counts; without it, continuous below three times the average, segmented above. */
  method: z.enum(['continuous', 'segmented']).optional(),
  /** Service in months of pay on each side of 2008, where the dates are not known. */
  pre2008Years: z.int().min(0).max(80).optional(),
  post2008Years: z.int().min(0).max(80).optional(),
  output: z.enum(['amount', 'base', 'months', 'pre2008Part']).optional(),
});
type Input = z.output<typeof schema>;

interface Counted {
  readonly id: 'continuous' | 'segmented';
  readonly months: Rational;
  /** Whether more than twelve years were worked and only twelve count. */
  readonly cut: boolean;
  readonly amount: Rational | null;
  readonly pre?: Rational | null;
  readonly lines: readonly CalculationLine[];
}

const twelve = rational(12n);
const name: Readonly<Record<Counted['id'], Bilingual>> = {
  continuous: { zh: '2008年前后年限连续计算', en: 'service before and after 2008 counted through' },
  segmented: { zh: '以2008年1月1日为界分段计算', en: 'service counted in two parts at 2008-01-01' },
};

function product(base: Rational, months: Rational): CalculationLine {
  const amount = toFen(times(base, months));
  const note = unrounded(base);
  return line(
    `${exactText(base)}元 × ${decimalText(months)}个月 = ${formatYuan(amount)}元${note.zh}`,
    `${exactText(base)} × ${decimalText(months)} months = ${formatYuan(amount)}${note.en}`,
    amount,
  );
}

function continuous(months: Rational, base: SeveranceBase): Counted {
  const capped = base.above ? lesser(months, twelve) : months;
  const amount = base.value ? times(base.value, capped) : null;
  return {
    id: 'continuous',
    months: capped,
    cut: compare(capped, months) < 0,
    amount,
    lines: base.value ? [product(base.value, capped)] : [],
  };
}

function segmented(pre: Rational, post: Rational, input: Input, base: SeveranceBase): Counted {
  const before = oldTwelveMonths.includes(input.reason) ? lesser(pre, twelve) : pre;
  const after = base.above ? lesser(post, twelve) : post;
  const preAmount = base.uncapped ? times(base.uncapped, before) : null;
  const amount = preAmount && base.value ? plus(preAmount, times(base.value, after)) : null;
  return {
    id: 'segmented',
    months: plus(before, after),
    cut: compare(after, post) < 0,
    amount,
    pre: preAmount,
    lines: [
      ...(base.uncapped ? [product(base.uncapped, before)] : []),
      ...(base.value ? [product(base.value, after)] : []),
    ],
  };
}

/** Both ways of counting service that began before 2008; the one that applies comes first. */
function byDates(input: Input, first: PlainDate, last: PlainDate, base: SeveranceBase): Counted[] {
  if (first >= pre2008End) return [continuous(compensationMonths(tenureOf(first, last)), base)];
  // On expiry the old rules gave nothing, so only service from 2008 counts (劳动合同法 art. 97(3)).
  if (input.reason === 'contract-expiry') {
    if (last < pre2008End) return [continuous(rational(0n), base)];
    return [continuous(compensationMonths(tenureOf(pre2008End, last)), base)];
  }
  const through = continuous(compensationMonths(tenureOf(first, last)), base);
  const preLast = last < pre2008End ? last : addDays(pre2008End, -1);
  const pre = oldRuleMonths(tenureOf(first, preLast));
  const post = last < pre2008End ? rational(0n) : compensationMonths(tenureOf(pre2008End, last));
  const parts = segmented(pre, post, input, base);
  const method = input.method ?? (base.above ? 'segmented' : 'continuous');
  return method === 'segmented' ? [parts, through] : [through, parts];
}

function countedOf(input: Input, base: SeveranceBase): { counted: Counted[]; line: CalculationLine | null } {
  if (input.pre2008Years !== undefined) {
    const post = input.post2008Years ?? 0;
    const counted = segmented(rational(BigInt(input.pre2008Years)), rational(BigInt(post)), input, base);
    return { counted: [counted], line: null };
  }
  const service = serviceOf(input);
  if (!service) {
    if (input.output === 'base') return { counted: [], line: null };
    throw fieldError('hireDate', 'required');
  }
  const { first, last } = service;
  if (first !== undefined && last !== undefined)
    return { counted: byDates(input, first, last, base), line: service.line };
  return { counted: [continuous(compensationMonths(service.tenure), base)], line: service.line };
}

export const economicCompensation = claim({
  id: 'economic-compensation',
  title: { zh: '经济补偿（N）', en: 'Economic compensation (N)' },
  summary: {
    zh: '每满一年一个月工资，六个月以上不满一年按一年，不满六个月半个月；高于当地平均工资三倍的双封顶。',
    en: 'A month’s pay a year, a month for six months and more, half a month for less; two caps above three times the local average.',
  },
  input: schema,
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [
    cite('labourContractLaw', '46, 47, 97(3)'),
    cite('implementingRegulation', '10, 22, 27'),
    cite('labourInterpretation2', '19'),
    cite('oldSeverance', ''),
  ],
  status: 'verified',
  example: {
    hireDate: '2020-03-01',
    lastDay: '2023-08-31',
    avgMonthlyWage12m: 6000,
    localAvgMonthlyWage: 7646,
  },
  compute: (input, ctx) => {
    const base = severanceBase(input, ctx, input.lastDay);
    if (input.output === 'pre2008Part' ? !base.uncapped : input.output !== 'months') knownBase(base);
    const { counted, line: serviceLine } = countedOf(input, base);
    const main = counted[0];
    const reason = input.reason ? reasons[input.reason] : null;
    const due = reason?.due ?? true;
    const exact = main?.amount ?? null;
    const amountFen: Fen | null = !due ? zeroFen : exact && input.output !== 'base' ? toFen(exact) : null;
    const preFen = main?.pre ? toFen(main.pre) : null;
    const partOnly = input.output === 'pre2008Part';
    const shown = partOnly ? preFen : amountFen;
    const methods: CalculationMethod[] =
      counted.length > 1
        ? counted.map((c) => ({
            id: c.id,
            name: name[c.id],
            amountFen: c.amount ? toFen(c.amount) : null,
            lines: c.lines,
          }))
        : [];
    const months = main?.months;
    return computed({
      result: {
        ...(months ? { months: Number(decimalText(months)) } : {}),
        ...(base.value ? { base: yuan(toFen(base.value)) } : {}),
        ...(preFen !== null ? { pre2008Part: yuan(preFen) } : {}),
        ...(amountFen !== null && !partOnly ? { amount: yuan(amountFen) } : {}),
        ...(main && counted.length > 1 ? { method: main.id } : {}),
        ...(reason ? { due } : {}),
      },
      amountFen: shown,
      lines: [
        ...(serviceLine ? [serviceLine] : []),
        ...base.lines,
        ...(partOnly ? (main?.lines.slice(0, 1) ?? []) : (main?.lines ?? [])),
        ...(reason && !due
          ? [line(`${reason.zh}：依法不支付经济补偿`, 'no compensation is due on this ground', zeroFen)]
          : []),
      ],
      caps: [
        ...base.caps,
        ...(main?.cut
          ? [
              cap(
                'twelve-years',
                toFen(times(base.value ?? rational(0n), twelve)),
                true,
                '年限最高不超过十二年',
                'at most twelve years count',
              ),
            ]
          : []),
      ],
      methods,
      ...(base.note ? { wageBase: base.note } : {}),
      warnings: [
        ...base.warnings,
        ...(reason && !due
          ? [
              warning(
                'not-due',
                '该解除或终止情形不支付经济补偿，请核对解除原因。',
                'This ground gives no compensation: check why the contract ended.',
                'reason',
              ),
            ]
          : []),
        ...(methods.length > 1
          ? [
              warning(
                'pre-2008-service',
                '含2008年以前的年限，连续计算与分段计算结果不同，请按当地口径选择。',
                'Service began before 2008: counting through and counting in parts differ; follow local practice.',
                'method',
              ),
            ]
          : []),
      ],
    });
  },
});
