import { z } from 'zod';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, formatYuan, zeroFen } from '../../kernel/money.ts';
import { yuanSchema } from '../input.ts';
import { ofFen, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { deriveBase, wageHistory } from '../wages/history.ts';
import { claim, computed, decimalText, exactText, line, noteOfBase, warning, yuan } from './define.ts';
import { type SeveranceInput, serviceOf, severanceBase, severanceFields } from './severance.ts';
import { compensationMonths } from './tenure.ts';
import type { CalculationLine, CalculationMethod } from './types.ts';
import { averageOf, type Known, lesser } from './values.ts';

const grounds = [
  'art40-1',
  'art40-2',
  'art40-3',
  'art41',
  'mutual-agreement',
  'unlawful',
  'expiry',
  'forced-resignation',
  'dismissal-for-fault',
  'other',
] as const;

const schema = z.strictObject({
  ...severanceFields,
  lastMonthWage: yuanSchema.optional(),
  ground: z.enum(grounds),
  /** Thirty days' written notice was given. */
  noticeGiven: z.boolean(),
});

function lastMonth(input: z.output<typeof schema>): Known | null {
  if (input.lastMonthWage !== undefined)
    return { value: ofFen(input.lastMonthWage), lines: [], warnings: [] };
  if (!input.wageTable) return null;
  if (input.lastDay === undefined) throw fieldError('lastDay', 'required');
  return deriveBase(wageHistory(input.wageTable), { base: 'previous-month', until: input.lastDay });
}

export const paymentInLieuOfNotice = claim({
  id: 'payment-in-lieu-notice',
  title: { zh: '代通知金（+1）', en: 'Payment in lieu of notice (+1)' },
  summary: {
    zh: '依第40条解除而未提前三十日书面通知的，支付上一个月工资；不受三倍封顶。',
    en: 'One previous month’s pay where an art. 40 dismissal gave no thirty days’ written notice; no cap.',
  },
  input: schema,
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [cite('labourContractLaw', '40'), cite('implementingRegulation', '20')],
  status: 'verified',
  example: { lastMonthWage: 9500, ground: 'art40-2', noticeGiven: false },
  compute: (input, ctx) => {
    const entitled = input.ground.startsWith('art40') && !input.noticeGiven;
    const pay = lastMonth(input);
    if (entitled && !pay) throw fieldError('lastMonthWage', 'required');
    const notice = entitled && pay ? toFen(pay.value) : zeroFen;
    const lines: CalculationLine[] = [
      ...(pay?.lines ?? []),
      entitled
        ? line(
            `上月工资${formatYuan(notice)}元 × 1个月`,
            `previous month’s pay ${formatYuan(notice)} × 1 month`,
            notice,
          )
        : line(
            '不属于第40条未提前通知的解除，无代通知金',
            'no art. 40 dismissal without notice: nothing is due',
            zeroFen,
          ),
    ];
    const n = entitled ? compensation(input, ctx) : null;
    const average = averageOf(input, {
      base: 'average-12-months',
      until: input.lastDay,
      hire: input.hireDate,
    });
    const methods: CalculationMethod[] = [];
    if (entitled && average && toFen(average.value) !== notice) {
      methods.push(
        {
          id: 'previous-month',
          name: { zh: '上一个月工资标准', en: 'pay of the previous month' },
          amountFen: notice,
          lines: [],
        },
        {
          id: 'average',
          name: {
            zh: '上月工资不正常时按前十二个月平均',
            en: 'twelve-month average, where the last month was abnormal',
          },
          amountFen: toFen(average.value),
          lines: average.lines,
        },
      );
    }
    return computed({
      result: {
        noticePay: yuan(notice),
        ...(n ? { economicCompensation: yuan(n.amount), total: yuan(addFen(notice, n.amount)) } : {}),
      },
      amountFen: notice,
      lines: [...lines, ...(n?.lines ?? [])],
      methods,
      caps: n?.base.caps ?? [],
      ...(pay ? { wageBase: noteOfBase('previous-month', pay.value) } : {}),
      warnings: [
        ...(n?.base.warnings ?? []),
        ...(entitled
          ? []
          : [
              warning(
                'notice-only-art-40',
                '代通知金仅适用于第40条且未提前三十日书面通知的解除。',
                'Only for an art. 40 dismissal without thirty days’ written notice.',
                'ground',
              ),
            ]),
      ],
    });
  },
});

/** N beside the notice pay, when service and wage are known: the two are claimed together. */
function compensation(input: SeveranceInput, ctx: Parameters<typeof severanceBase>[1]) {
  const service = serviceOf(input);
  if (!service) return null;
  const base = severanceBase(input, ctx, service.last);
  if (!base.value) return null;
  const counted = compensationMonths(service.tenure);
  const months = base.above ? lesser(counted, rational(12n)) : counted;
  const amount = toFen(times(base.value, months));
  const text = `${exactText(base.value)} × ${decimalText(months)}`;
  return {
    base,
    amount,
    lines: [
      service.line,
      line(
        `经济补偿：${text}个月 = ${formatYuan(amount)}元`,
        `compensation: ${text} months = ${formatYuan(amount)}`,
        amount,
      ),
    ],
  };
}
