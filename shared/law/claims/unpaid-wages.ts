import { z } from 'zod';
import { addFen, type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import {
  daysOfMonth,
  lifetimeDays,
  lifetimeHours,
  lifetimeMonths,
  quantitySchema,
  yuanSchema,
} from '../input.ts';
import { decimal, minus, ofFen, over, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { type OwedAmounts, type OwedInput, owedAmounts, owedLine, sumLine } from '../wages/amounts.ts';
import { claim, computed, line, warning, yuan, yuanText } from './define.ts';
import type { CalculationLine, CalculationMethod } from './types.ts';

const sources = [
  cite('labourLaw', '50'),
  cite('labourContractLaw', '30'),
  cite('wagePayment', '7, 9'),
  cite('migrantWages', '12, 13, 14'),
];

/** The ways a person states pay; exactly one of them is given. */
const rateFields = {
  monthlyWage: yuanSchema.optional(),
  unpaidMonths: lifetimeMonths.optional(),
  /** Paid days of a part month: weekdays worked plus statutory holidays, at 21.75 to the month. */
  partMonthDays: daysOfMonth.optional(),
  /** Working days of that month not worked: shows the other way of counting beside the first. */
  absentDays: daysOfMonth.optional(),
  dayRate: yuanSchema.optional(),
  daysWorked: lifetimeDays.optional(),
  days: lifetimeDays.optional(),
  hourRate: yuanSchema.optional(),
  hours: lifetimeHours.optional(),
  pieceRate: yuanSchema.optional(),
  pieces: quantitySchema.optional(),
  due: yuanSchema.optional(),
  other: yuanSchema.optional(),
  paid: yuanSchema.optional(),
  advances: yuanSchema.optional(),
  deductions: yuanSchema.optional(),
};

type RateInput = z.output<z.ZodObject<typeof rateFields>>;

const forms: readonly { rate: keyof RateInput; quantity: readonly (keyof RateInput)[] }[] = [
  { rate: 'monthlyWage', quantity: ['unpaidMonths', 'partMonthDays'] },
  { rate: 'dayRate', quantity: ['daysWorked', 'days'] },
  { rate: 'hourRate', quantity: ['hours'] },
  { rate: 'pieceRate', quantity: ['pieces'] },
  { rate: 'due', quantity: [] },
];

function checkForm(input: RateInput, ctx: z.RefinementCtx): void {
  const given = forms.filter((f) => input[f.rate] !== undefined);
  const form = given[0];
  if (!form || given.length > 1) {
    ctx.addIssue({
      code: 'custom',
      path: [form ? (given[1]?.rate ?? '') : 'due'],
      message: form ? 'one-form-only' : 'required',
    });
    return;
  }
  const quantities = form.quantity.filter((q) => input[q] !== undefined);
  if (form.quantity.length > 0 && quantities.length !== 1) {
    ctx.addIssue({
      code: 'custom',
      path: [quantities[1] ?? form.quantity[0] ?? ''],
      message: quantities.length === 0 ? 'required' : 'one-form-only',
    });
  }
}

interface Stated {
  readonly input: OwedInput;
  readonly amounts: OwedAmounts;
  readonly lines: readonly CalculationLine[];
}

function state(input: RateInput, path: string): Stated {
  const common = {
    otherFen: input.other ?? zeroFen,
    deductFen: input.deductions ?? zeroFen,
    paidFen: addFen(input.paid ?? zeroFen, input.advances ?? zeroFen),
  };
  const at = (unit: OwedInput['unit'], rateFen: Fen, quantity: string): Stated => {
    const owed: OwedInput = { ...common, unit, rateFen, quantity };
    const amounts = owedAmounts(owed, path);
    return { input: owed, amounts, lines: [{ ...owedLine(owed, amounts), amountFen: amounts.owedFen }] };
  };
  if (input.dayRate !== undefined) return at('day', input.dayRate, input.daysWorked ?? input.days ?? '0');
  if (input.hourRate !== undefined) return at('hour', input.hourRate, input.hours ?? '0');
  if (input.pieceRate !== undefined) return at('piece', input.pieceRate, input.pieces ?? '0');
  if (input.monthlyWage !== undefined && input.partMonthDays !== undefined) {
    return partMonth(input.monthlyWage, input.partMonthDays, at);
  }
  if (input.monthlyWage !== undefined) return at('month', input.monthlyWage, input.unpaidMonths ?? '0');
  return at('fixed', input.due ?? zeroFen, '1');
}

function partMonth(
  monthly: Fen,
  days: string,
  at: (unit: OwedInput['unit'], rateFen: Fen, quantity: string) => Stated,
): Stated {
  const exact = times(over(ofFen(monthly), rational(2175n, 100n)), decimal(days));
  const due = toFen(exact);
  const stated = at('fixed', due, '1');
  const how = line(
    `${yuanText(monthly)} ÷ 21.75天 × ${days}天 = ${yuanText(due)}`,
    `${yuanText(monthly)} ÷ 21.75 days × ${days} days = ${yuanText(due)}`,
    due,
  );
  return { ...stated, lines: [how, ...stated.lines] };
}

/** Paid days counted up, or absent days taken off: the two differ in months that have not 21.75 paid days. */
function partMonthMethods(input: RateInput, amounts: OwedAmounts): CalculationMethod[] {
  if (input.monthlyWage === undefined || input.partMonthDays === undefined || input.absentDays === undefined)
    return [];
  const wage = ofFen(input.monthlyWage);
  const off = times(over(wage, rational(2175n, 100n)), decimal(input.absentDays, 'absentDays'));
  const due = fen(Math.max(0, toFen(minus(wage, off))));
  const other = owedAmounts(
    {
      unit: 'fixed',
      quantity: '1',
      rateFen: due,
      otherFen: input.other ?? zeroFen,
      deductFen: input.deductions ?? zeroFen,
      paidFen: addFen(input.paid ?? zeroFen, input.advances ?? zeroFen),
    },
    'absentDays',
  );
  const text = `${formatYuan(input.monthlyWage)} − ${formatYuan(input.monthlyWage)} ÷ 21.75 × ${input.absentDays}`;
  return [
    {
      id: 'paid-days',
      name: { zh: '按计薪日累计', en: 'paid days counted up' },
      amountFen: amounts.owedFen,
      lines: [],
    },
    {
      id: 'absent-days',
      name: { zh: '按缺勤日扣减', en: 'absent days taken off' },
      amountFen: other.owedFen,
      lines: [line(`${text} = ${yuanText(due)}`, `${text} = ${formatYuan(due)}`, due)],
    },
  ];
}

const monthSchema = z.strictObject({
  ym: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month-invalid'),
  due: yuanSchema,
  paid: yuanSchema.optional(),
  deductions: yuanSchema.optional(),
});

const singleSchema = z
  .strictObject({ ...rateFields, months: z.array(monthSchema).min(1).max(600).optional() })
  .superRefine((input, ctx) => {
    if (!input.months) return checkForm(input, ctx);
    const mixed = Object.entries(input).find(
      ([key, value]) => key !== 'months' && key !== 'limitation' && value !== undefined,
    );
    if (mixed) ctx.addIssue({ code: 'custom', path: [mixed[0]], message: 'one-form-only' });
    const seen = new Set<string>();
    input.months.forEach((m, i) => {
      if (seen.has(m.ym)) ctx.addIssue({ code: 'custom', path: ['months', i, 'ym'], message: 'month-twice' });
      seen.add(m.ym);
    });
  });

const overpaid = (name: string, amount: Fen) =>
  warning(
    'overpaid',
    `${name}多付${yuanText(amount)}，不抵扣其他各期或他人的欠薪。`,
    `${name}: ${yuanText(amount)} overpaid, not set off against other periods or workers.`,
  );

export const unpaidWages = claim({
  id: 'unpaid-wages',
  title: { zh: '拖欠工资', en: 'Unpaid wages' },
  summary: {
    zh: '按月、日、小时、计件或逐月列表计算欠薪；各期单独计算，不互相抵扣。',
    en: 'Arrears by month, day, hour, piece or a table of months; periods are never netted.',
  },
  input: singleSchema,
  sources,
  status: 'verified',
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  example: {
    months: [
      { ym: '2026-03', due: 6200, paid: 3000 },
      { ym: '2026-04', due: 6450.5 },
    ],
  },
  compute: (input) => {
    if (!input.months) {
      const { amounts, lines } = state(input, 'quantity');
      return computed({
        result: yuan(amounts.owedFen),
        amountFen: amounts.owedFen,
        lines,
        methods: partMonthMethods(input, amounts),
        warnings: amounts.overpaidFen > 0 ? [overpaid('', amounts.overpaidFen)] : [],
      });
    }
    const rows = input.months.map((m, i) => ({
      ym: m.ym,
      ...state({ due: m.due, paid: m.paid, deductions: m.deductions }, `months.${i}`),
    }));
    const owed = rows.map((r) => r.amounts.owedFen);
    const total = addFen(...owed);
    return computed({
      result: { byMonth: owed.map(yuan), total: yuan(total) },
      amountFen: total,
      lines: [
        ...rows.flatMap((r) =>
          r.lines.map((l) => ({ ...l, zh: `${r.ym}：${l.zh}`, en: `${r.ym}: ${l.en}` })),
        ),
        { ...sumLine(owed), amountFen: total },
      ],
      warnings: rows.flatMap((r) =>
        r.amounts.overpaidFen > 0 ? [overpaid(r.ym, r.amounts.overpaidFen)] : [],
      ),
    });
  },
});

const workerSchema = z
  .strictObject({ name: z.string().min(1).max(100), ...rateFields })
  .superRefine(checkForm);

export const unpaidWagesRoster = claim({
  id: 'unpaid-wages-roster',
  title: { zh: '群体欠薪花名册', en: 'Arrears of a group' },
  summary: {
    zh: '逐人计算欠薪后加总；多付给一人的不抵扣他人的欠薪。',
    en: 'Each worker alone, then the sum; one worker’s overpayment never reduces another’s arrears.',
  },
  input: z.strictObject({ workers: z.array(workerSchema).min(1).max(5000) }),
  sources: [...sources, cite('migrantWages', '15, 29, 30'), cite('mediationArbitrationLaw', '7')],
  status: 'verified',
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  example: { workers: [{ name: '工人甲', dayRate: 300, days: 22, paid: 2000 }] },
  compute: ({ workers }) => {
    const rows = workers.map((w, i) => ({ name: w.name, ...state(w, `workers.${i}`) }));
    const owed = rows.map((r) => r.amounts.owedFen);
    const total = addFen(...owed);
    const names = uniqueNames(rows.map((r) => r.name));
    const over = rows.flatMap((r, i) =>
      r.amounts.overpaidFen > 0 ? [{ name: names[i] ?? r.name, amount: r.amounts.overpaidFen }] : [],
    );
    const sameName = new Set(workers.map((w) => w.name)).size < workers.length;
    return computed({
      result: {
        perWorker: owed.map(yuan),
        total: yuan(total),
        workersOwed: owed.filter((a) => a > 0).length,
        ...(over.length > 0
          ? { overpaid: Object.fromEntries(over.map((o) => [o.name, yuan(o.amount)])) }
          : {}),
      },
      amountFen: total,
      lines: [
        ...rows.flatMap((r) =>
          r.lines.map((l) => ({ ...l, zh: `${r.name}：${l.zh}`, en: `${r.name}: ${l.en}` })),
        ),
        { ...sumLine(owed), amountFen: total },
      ],
      warnings: [
        ...over.map((o) => overpaid(o.name, o.amount)),
        ...(sameName
          ? [
              warning(
                'same-name',
                '花名册中有同名工人，请按身份证号区分。',
                'Some workers share a name: tell them apart by ID number.',
              ),
            ]
          : []),
        ...(workers.length >= 10
          ? [
              warning(
                'collective',
                '劳动者十人以上并有共同请求的，可以推举三至五名代表参加仲裁。',
                'Ten or more workers with a common claim may choose three to five representatives.',
              ),
            ]
          : []),
      ],
    });
  },
});

/** A second worker of the same name gets a number, so that no figure is lost from the result. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name}（${n}）`;
  });
}
