import { z } from 'zod';
import { plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, yuanSchema } from '../input.ts';
import { compare, ofFen, over, plus, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { disposableIncomeOf, injuryRate, unverified } from '../reference/lookup.ts';
import { cite } from '../sources.ts';
import { cap, claim, computed, exactText, line, noteOfBase, yuan } from './define.ts';
import type { Computation } from './types.ts';
import { percentOf, requiredAverage, sourceText } from './values.ts';
import { insuredField, ownWageFields, ownWageOf, payer } from './work-injury.ts';

const relatives = ['spouse', 'child', 'parent', 'other', 'orphan-child', 'childless-elder'] as const;

const schema = z
  .strictObject({
    item: z.enum(['lump-sum', 'funeral', 'dependants-pension']),
    deathYear: z.int().min(2011).max(2199).optional(),
    deathDate: dateSchema.optional(),
    nationalUrbanDisposableIncomePrevYear: yuanSchema.optional(),
    incomeSource: sourceText,
    dependants: z.array(z.enum(relatives)).min(1).max(20).optional(),
    /** A worker of grade 1 to 4 who died after the time off work: no lump sum (art. 39(3)). */
    diedAfterSuspension: z.boolean().optional(),
    insured: insuredField,
    ...ownWageFields,
  })
  .superRefine((input, ctx) => {
    const need = (path: string): void => ctx.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (input.item === 'lump-sum' && input.deathYear === undefined && !input.deathDate) need('deathYear');
    if (input.item === 'dependants-pension' && !input.dependants) need('dependants');
  });
type Input = z.output<typeof schema>;

function lumpSum(input: Input, ctx: LawContext): Computation {
  if (input.diedAfterSuspension) {
    return computed({
      result: 0,
      amountFen: zeroFen,
      lines: [
        line(
          '一级至四级伤残职工停工留薪期满后死亡，无一次性工亡补助金',
          'grades 1 to 4, died after the time off work: no lump sum',
          zeroFen,
        ),
      ],
    });
  }
  const year = input.deathYear ?? Number(input.deathDate?.slice(0, 4));
  const multiple = injuryRate(ctx, 'deathLumpMultiple', 'disposableIncome');
  const stated = input.nationalUrbanDisposableIncomePrevYear;
  const row = stated === undefined ? disposableIncomeOf(ctx, '000000', year - 1) : null;
  const income: Fen = stated ?? row?.annual ?? zeroFen;
  const amount = toFen(times(ofFen(income), multiple.value));
  const text = `${formatYuan(income)} × ${multiple.text} = ${formatYuan(amount)}`;
  const source = input.incomeSource ? `（${input.incomeSource}）` : '';
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [
      line(
        `${year - 1}年全国城镇居民人均可支配收入${text}元${source}`,
        `national urban disposable income of ${year - 1}: ${text}`,
        amount,
      ),
    ],
    warnings: [...(row ? unverified(row) : []), payer(input.insured, 'fund')],
  });
}

function funeral(input: Input, ctx: LawContext): Computation {
  const months = injuryRate(ctx, 'deathMonths', 'funeral');
  const date = input.deathDate ?? (input.deathYear ? plainDate(`${input.deathYear}-07-01`) : undefined);
  const average = requiredAverage(ctx, input, date, { dateField: 'deathDate' });
  const amount = toFen(times(average.value, months.value));
  const text = `${exactText(average.value)} × ${months.text}`;
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [
      ...average.lines,
      line(`${text}个月 = ${formatYuan(amount)}元`, `${text} months = ${formatYuan(amount)}`, amount),
    ],
    wageBase: noteOfBase('area-average', average.value),
    warnings: [...average.warnings, payer(input.insured, 'fund')],
  });
}

function pension(input: Input, ctx: LawContext): Computation {
  const own = ownWageOf({ ...input, injuryDate: input.injuryDate ?? input.deathDate }, ctx);
  const dependants = input.dependants ?? [];
  if (dependants.filter((d) => d === 'spouse').length > 1) throw fieldError('dependants', 'one-spouse-only');
  const percent = (key: string): Rational => injuryRate(ctx, 'dependantPercent', key).value;
  const shares = dependants.map((who) => {
    const alone = who === 'orphan-child' || who === 'childless-elder';
    const basic = percent(who === 'spouse' ? 'spouse' : 'other');
    return alone ? plus(basic, percent('loneExtra')) : basic;
  });
  const sum = shares.reduce((a, b) => plus(a, b), rational(0n));
  const hundred = rational(100n);
  // Together never more than the deceased's wage: all shares shrink alike.
  const tooMuch = compare(sum, hundred) > 0;
  const each = shares.map((s) => toFen(times(own.value, over(s, tooMuch ? sum : hundred))));
  const fit = fitTo(each, toFen(own.value));
  const total = addFen(...fit);
  return computed({
    result: { each: fit.map(yuan), monthlyTotal: yuan(total) },
    amountFen: total,
    lines: [
      ...own.lines,
      ...dependants.map((who, i) => {
        const share = shares[i] ?? hundred;
        const text = `${exactText(own.value)} × ${share.n / share.d}%${tooMuch ? ' × 缩减' : ''} = ${formatYuan(fit[i] ?? zeroFen)}`;
        return line(
          `${whoZh[who]}：${text}元/月`,
          `${who}: ${text.replace('缩减', 'reduced')} a month`,
          fit[i] ?? zeroFen,
        );
      }),
    ],
    caps: [
      ...own.caps,
      cap(
        'total-within-wage',
        toFen(percentOf(own.value, 100)),
        tooMuch,
        '各供养亲属抚恤金之和不高于工亡职工生前工资',
        'the pensions together may not exceed the deceased’s wage',
      ),
    ],
    wageBase: own.note,
    warnings: [...own.warnings, payer(input.insured, 'fund')],
  });
}

const whoZh: Readonly<Record<(typeof relatives)[number], string>> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  other: '其他亲属',
  'orphan-child': '孤儿',
  'childless-elder': '孤寡老人',
};

/** Rounded shares together within a limit: the last ones give up the fen that rounding added, one each. */
function fitTo(amounts: readonly Fen[], limit: Fen): Fen[] {
  const out = [...amounts];
  let surplus = addFen(...out) - limit;
  for (let i = out.length - 1; i >= 0 && surplus > 0; i--) {
    const share = out[i] ?? zeroFen;
    if (share === 0) continue;
    out[i] = fen(share - 1);
    surplus--;
  }
  return out;
}

export const workDeathBenefits = claim({
  id: 'work-death-benefits',
  title: { zh: '工亡待遇', en: 'Benefits on death at work' },
  summary: {
    zh: '一次性工亡补助金（上年度全国城镇居民人均可支配收入20倍）、丧葬补助金（6个月）、供养亲属抚恤金。',
    en: 'Lump sum of 20 times last year’s national urban disposable income, six months for the funeral, pensions for dependants.',
  },
  input: schema,
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '39, 62, 64')],
  status: 'verified',
  example: { item: 'lump-sum', deathYear: 2026 },
  compute: (input, ctx) => {
    if (input.item === 'lump-sum') return lumpSum(input, ctx);
    return input.item === 'funeral' ? funeral(input, ctx) : pension(input, ctx);
  },
});
