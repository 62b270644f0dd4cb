import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import { type Fen, formatYuan } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, yuanSchema } from '../input.ts';
import { ofFen, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { calculator, computed, line, warning, yuan, yuanText } from './define.ts';
import { areaCodeSchema, standardFor, tierSchema } from './minimum-wage.ts';

/** `amount`: limb (1), final up to the limit. `standard`: limb (2), final whatever the amount. `never`: not final. */
type Limb = 'amount' | 'standard' | 'never';

const itemTypes = {
  'unpaid-wages': { limb: 'amount', key: 'unpaidWages', name: { zh: '劳动报酬', en: 'wages' } },
  'overtime-pay': { limb: 'amount', key: 'overtimePay', name: { zh: '加班费', en: 'overtime pay' } },
  'minimum-wage-differential': {
    limb: 'amount',
    key: 'minimumWageDifferential',
    name: { zh: '最低工资差额', en: 'minimum wage shortfall' },
  },
  'annual-leave-pay': {
    limb: 'amount',
    key: 'annualLeavePay',
    name: { zh: '未休年休假工资', en: 'annual leave pay' },
  },
  'work-injury-medical': {
    limb: 'amount',
    key: 'workInjuryMedical',
    name: { zh: '工伤医疗费', en: 'work-injury medical costs' },
  },
  'economic-compensation': {
    limb: 'amount',
    key: 'economicCompensation',
    name: { zh: '经济补偿', en: 'economic compensation' },
  },
  'non-compete-compensation': {
    limb: 'amount',
    key: 'nonCompeteCompensation',
    name: { zh: '竞业限制补偿', en: 'non-compete compensation' },
  },
  'double-wage': { limb: 'amount', key: 'doubleWage', name: { zh: '二倍工资差额', en: 'double wage' } },
  'unlawful-termination': {
    limb: 'amount',
    key: 'unlawfulTermination',
    name: { zh: '违法解除赔偿金', en: 'damages for unlawful termination' },
  },
  'probation-damages': {
    limb: 'amount',
    key: 'probationDamages',
    name: { zh: '违法约定试用期赔偿金', en: 'probation damages' },
  },
  'payment-in-lieu-notice': {
    limb: 'amount',
    key: 'paymentInLieuNotice',
    name: { zh: '代通知金', en: 'payment in lieu of notice' },
  },
  'additional-compensation': {
    limb: 'amount',
    key: 'additionalCompensation',
    name: { zh: '加付赔偿金', en: 'additional compensation' },
  },
  'double-wage-no-contract': {
    limb: 'amount',
    key: 'doubleWageNoContract',
    name: { zh: '二倍工资差额', en: 'double wage' },
  },
  'additional-compensation-85': {
    limb: 'amount',
    key: 'additionalCompensation85',
    name: { zh: '加付赔偿金', en: 'additional compensation' },
  },
  'high-temperature-allowance': {
    limb: 'amount',
    key: 'highTemperatureAllowance',
    name: { zh: '高温津贴', en: 'heat allowance' },
  },
  'sick-leave-pay': { limb: 'amount', key: 'sickLeavePay', name: { zh: '病假工资', en: 'sick pay' } },
  'shutdown-pay': { limb: 'amount', key: 'shutdownPay', name: { zh: '停工停产工资', en: 'stoppage pay' } },
  'reinstatement-wages': {
    limb: 'amount',
    key: 'reinstatementWages',
    name: { zh: '违法解除期间工资', en: 'wages for the time of dismissal' },
  },
  // Contested: read as not final, so that nobody misses the time to sue.
  'work-injury-benefits': {
    limb: 'never',
    key: 'workInjuryBenefits',
    name: { zh: '工伤待遇（医疗费除外）', en: 'injury benefits other than medical costs' },
  },
  'social-insurance-loss': {
    limb: 'never',
    key: 'socialInsuranceLoss',
    name: { zh: '社会保险待遇损失', en: 'loss of social insurance benefits' },
  },
  'late-interest': { limb: 'never', key: 'lateInterest', name: { zh: '逾期利息', en: 'interest' } },
  'labour-standards': {
    limb: 'standard',
    key: 'labourStandards',
    name: { zh: '执行工时、休假、社保等国家劳动标准的争议', en: 'dispute over national labour standards' },
  },
  'employment-relationship': {
    limb: 'never',
    key: 'employmentRelationship',
    name: { zh: '确认劳动关系', en: 'confirmation of employment' },
  },
} as const satisfies Record<string, { limb: Limb; key: string; name: Bilingual }>;

type ItemType = keyof typeof itemTypes;
const typeNames = Object.keys(itemTypes) as ItemType[];

const workerShape = Object.fromEntries(typeNames.map((t) => [itemTypes[t].key, yuanSchema.optional()]));

const schema = z
  .strictObject({
    monthlyMinWage: yuanSchema.optional(),
    areaCode: areaCodeSchema.optional(),
    tier: tierSchema.optional(),
    /** The day whose standard applies; see the warning on which day that is. */
    date: dateSchema.optional(),
    items: z
      .array(z.strictObject({ type: z.enum(typeNames), amount: yuanSchema }))
      .min(1)
      .max(200)
      .optional(),
    workers: z.array(z.strictObject(workerShape)).min(1).max(5000).optional(),
    /** Sets the rule of the province aside; needs a reason. */
    localRule: z.enum(['national']).optional(),
    localRuleReason: z.string().trim().min(1).max(500).optional(),
  })
  .superRefine((input, ctx) => {
    const need = (field: string, code = 'required'): void => {
      ctx.addIssue({ code: 'custom', path: [field], message: code });
    };
    if (input.monthlyMinWage === undefined) {
      if (input.areaCode === undefined) need('monthlyMinWage');
      else if (input.date === undefined) need('date');
    }
    if (!input.items && !input.workers) need('items');
    if (input.items && input.workers) need('workers', 'one-form-only');
    if (input.localRule && !input.localRuleReason) need('localRuleReason');
  });

type Input = z.output<typeof schema>;
type Verdict = 'final' | 'non-final';

type Limbs = (type: ItemType) => Limb;

/** 浙江省劳动人事争议调解仲裁条例 art. 37: awards on injury benefits are final there, whatever the amount. */
function localLimbs(input: Input, ctx: LawContext): { limbs: Limbs; warnings: readonly LawWarning[] } {
  const national: Limbs = (type) => itemTypes[type].limb;
  const zhejiang = (input.areaCode ?? ctx.region)?.startsWith('33') ?? false;
  const concerned =
    (input.items ?? []).some((i) => i.type === 'work-injury-benefits') ||
    (input.workers ?? []).some((w) => w[itemTypes['work-injury-benefits'].key] !== undefined);
  if (!zhejiang || !concerned) return { limbs: national, warnings: [] };
  if (input.localRule === 'national') {
    const why = input.localRuleReason ?? '';
    return {
      limbs: national,
      warnings: [
        warning(
          'local-rule',
          `未适用浙江条例第37条（工伤待遇的裁决为终局），理由：${why}`,
          `The Zhejiang rule (art. 37: awards on injury benefits are final) was set aside: ${why}`,
        ),
      ],
    };
  }
  return {
    limbs: (type) => (type === 'work-injury-benefits' ? 'standard' : national(type)),
    warnings: [
      warning(
        'local-rule-applied',
        '浙江：工伤待遇的裁决为终局裁决（《浙江省劳动人事争议调解仲裁条例》第37条）。不适用的，可选全国规定并写明理由。',
        'Zhejiang: awards on injury benefits are final (Zhejiang Regulation on Mediation and Arbitration, art. 37). The national rule can be chosen with a reason.',
      ),
    ],
  };
}

function judge(limb: Limb, amount: Fen, threshold: Fen): Verdict {
  if (limb === 'never') return 'non-final';
  return limb === 'standard' || amount <= threshold ? 'final' : 'non-final';
}

function itemLine(type: ItemType, limb: Limb, amount: Fen, threshold: Fen, verdict: Verdict) {
  const { name } = itemTypes[type];
  const finalZh = verdict === 'final' ? '终局' : '非终局';
  if (limb !== 'amount') return line(`${name.zh}：${finalZh}`, `${name.en}: ${verdict}`, amount);
  const sign = verdict === 'final' ? '≤' : '>';
  return line(
    `${name.zh}${formatYuan(amount)} ${sign} ${formatYuan(threshold)}：${finalZh}`,
    `${name.en} ${formatYuan(amount)} ${sign} ${formatYuan(threshold)}: ${verdict}`,
    amount,
  );
}

function standard(input: Input, ctx: LawContext): { monthly: Fen; warnings: readonly LawWarning[] } {
  if (input.monthlyMinWage !== undefined) return { monthly: input.monthlyMinWage, warnings: [] };
  if (input.areaCode === undefined || input.date === undefined) throw new AppError('internal');
  const found = standardFor(ctx, input.areaCode, input.date, input.tier);
  return { monthly: found.monthlyFen, warnings: found.warnings };
}

const whichDay = warning(
  'minimum-wage-day',
  '法律未写明以何时的最低工资为准：北京按申请仲裁时的标准，其他地方也有按裁决时的标准。',
  'The law does not say which day’s minimum wage applies: Beijing takes the application, others the award.',
  'monthlyMinWage',
);

const mixed = warning(
  'separate-awards',
  '既有终局又有非终局事项的，应当分别制作裁决书；未分别制作的按非终局裁决处理。',
  'Final and non-final items need separate awards; one undivided award is treated as non-final.',
);

export const finalAwardTest = calculator({
  id: 'final-award-test',
  title: { zh: '一裁终局测算', en: 'One-award-final test' },
  summary: {
    zh: '逐项、逐人比较是否不超过当地月最低工资标准十二个月金额（含本数），不按合计数。',
    en: 'Item by item and worker by worker against twelve monthly minimum wages, equality included, never the sum.',
  },
  input: schema,
  sources: [
    cite('mediationArbitrationLaw', '47'),
    cite('caseRules', '50'),
    cite('labourInterpretation1', '18, 19, 20'),
    cite('beijingAnswers', '9'),
    cite('zhejiangArbitration', '37'),
  ],
  status: 'verified',
  group: 'procedure',
  finality: 'none',
  example: { monthlyMinWage: 2376, items: [{ type: 'unpaid-wages', amount: 28512 }] },
  compute: (input, ctx) => {
    const { monthly, warnings: ofStandard } = standard(input, ctx);
    const { limbs, warnings: local } = localLimbs(input, ctx);
    const warnings = [...ofStandard, ...local];
    const threshold = toFen(times(ofFen(monthly), rational(12n)));
    const head = line(
      `${yuanText(monthly)} × 12个月 = ${yuanText(threshold)}`,
      `${formatYuan(monthly)} × 12 months = ${formatYuan(threshold)}`,
      threshold,
    );
    if (input.workers) {
      const workers = input.workers.map((worker, i) => {
        const items = typeNames.flatMap((type) => {
          const amount = worker[itemTypes[type].key];
          return amount === undefined
            ? []
            : [{ type, amount, verdict: judge(limbs(type), amount, threshold) }];
        });
        const kinds = new Set(items.map((item) => item.verdict));
        const verdict = kinds.size > 1 ? 'mixed' : kinds.has('non-final') ? 'non-final' : 'final';
        const lines = items.map((item) => {
          const l = itemLine(item.type, limbs(item.type), item.amount, threshold, item.verdict);
          return { ...l, zh: `第${i + 1}人：${l.zh}`, en: `worker ${i + 1}: ${l.en}` };
        });
        return { verdict, lines };
      });
      return computed({
        result: { threshold: yuan(threshold), workers: workers.map((w) => w.verdict) },
        lines: [head, ...workers.flatMap((w) => w.lines)],
        warnings: [...warnings, whichDay, ...(workers.some((w) => w.verdict === 'mixed') ? [mixed] : [])],
      });
    }
    const items = (input.items ?? []).map(({ type, amount }) => ({
      type,
      amount,
      verdict: judge(limbs(type), amount, threshold),
    }));
    return computed({
      result: { threshold: yuan(threshold), items: items.map((i) => i.verdict) },
      lines: [head, ...items.map((i) => itemLine(i.type, limbs(i.type), i.amount, threshold, i.verdict))],
      warnings: [...warnings, whichDay, ...(new Set(items.map((i) => i.verdict)).size > 1 ? [mixed] : [])],
    });
  },
});
