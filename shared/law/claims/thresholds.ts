import { z } from 'zod';
import { type Fen, formatYuan } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import { lifetimeMonths, yuanSchema } from '../input.ts';
import { compare, decimal, ofFen, over, rational, times, toFen } from '../numbers/rational.ts';
import { aidMeansAt, crimeFiguresAt, localIncomeAt } from '../reference/local.ts';
import { unverified } from '../reference/lookup.ts';
import { areaSchema, noData, provinceOf } from '../reference/row.ts';
import { noteUsed } from '../reference/used.ts';
import { cite } from '../sources.ts';
import { calculator, computed, line, warning, yuan } from './define.ts';
import { percentOf, sourceText } from './values.ts';

/** Claims that a migrant worker may bring with aid without any look at means (法律援助法 art. 42 item 3). */
const exemptClaims =
  /^(unpaid-)?wages(-roster)?$|^remuneration$|^overtime(-pay)?$|^minimum-wage-differential$|^(sick-leave|shutdown)-pay$|^reinstatement-wages$|^work-(injury|death)(-|$)|injury-lump$|工资|劳动报酬|加班费|工伤|工亡/;
/** The second wage is a penalty and no pay; whether what is owed for leave not taken is pay is decided differently. */
const notPay = /二倍|双倍|年休假/;

const isExempt = (claim: string): boolean => exemptClaims.test(claim) && !notPay.test(claim);

const aidSchema = z.strictObject({
  applicant: z.string().min(1).max(60).optional(),
  migrantWorker: z.boolean().optional(),
  /** A calculator's id, or the claim in words. */
  claim: z.string().min(1).max(60).optional(),
  /** Income a month and head of the household, yuan. */
  monthlyIncome: yuanSchema.optional(),
  /** The province's threshold a month, or null when not known. */
  provinceThreshold: yuanSchema.nullish(),
  provinceThresholdSource: sourceText,
  /** A rule with its percentage, such as `50% of monthly urban income`. */
  rule: z
    .string()
    .max(300)
    .regex(/\d+(\.\d+)?%/, 'percent-missing')
    .optional(),
  areaCode: areaSchema.optional(),
  annualUrbanIncome: yuanSchema.optional(),
});

export const legalAidMeans = calculator({
  id: 'legal-aid-means',
  title: { zh: '法律援助经济困难审查', en: 'Means test for legal aid' },
  summary: {
    zh: '农民工请求劳动报酬、工伤赔偿的免予审查；其他按省级标准，没有标准的须填写，不推定。',
    en: 'Migrant workers claiming pay or injury compensation are exempt; otherwise the province’s threshold, asked for where not on file.',
  },
  input: aidSchema,
  group: 'procedure',
  finality: 'none',
  sources: [cite('legalAidLaw', '31, 34, 41, 42')],
  status: 'verified',
  example: { areaCode: '442000', annualUrbanIncome: 62196, monthlyIncome: 2000 },
  compute: (input, ctx) => {
    if (input.migrantWorker && input.claim !== undefined && isExempt(input.claim)) {
      return computed({
        result: { meansTest: 'exempt' },
        lines: [
          line(
            '农民工请求支付劳动报酬或工伤赔偿，免予经济困难审查',
            'a migrant worker claiming pay or injury compensation: no means test',
          ),
        ],
      });
    }
    const area = input.areaCode ?? ctx.region;
    const stated = input.provinceThreshold ?? null;
    const row = area === undefined || stated !== null ? undefined : aidMeansAt(ctx, area, ctx.asOf);
    const percent = /(\d+(?:\.\d+)?)%/.exec(input.rule ?? '')?.[1] ?? row?.percentOfMonthlyUrbanIncome;
    const lines = [];
    const warnings: LawWarning[] = row
      ? [
          warning('means-rule', `${row.name.zh}：${row.rule.zh}。`, `${row.name.en}: ${row.rule.en}.`),
          ...unverified(row),
        ]
      : [];
    let threshold: Fen | null =
      stated ?? (input.rule === undefined ? row?.monthlyThreshold : undefined) ?? null;
    if (threshold === null && percent !== undefined) {
      const known =
        input.annualUrbanIncome === undefined && area ? localIncomeAt(ctx, area, ctx.asOf) : undefined;
      const income = input.annualUrbanIncome ?? known?.annual;
      if (known) warnings.push(...unverified(known));
      if (income === undefined) {
        return computed({
          result: { meansTest: 'needs-local-threshold' },
          lines: [
            line(
              `标准为当地城镇居民人均可支配收入月平均数的${percent}%，当地收入未收录，请填写`,
              `the threshold is ${percent}% of the local monthly urban income, which is not on file: enter it`,
            ),
          ],
          warnings: [
            ...warnings,
            warning(
              'urban-income-missing',
              '需要当地上一年度城镇居民人均可支配收入，全国数不能代替。',
              'Needs last year’s urban disposable income of the place; the national figure does not stand in.',
              'annualUrbanIncome',
            ),
          ],
        });
      }
      const exact = percentOf(over(ofFen(income), rational(12n)), percent);
      // The published figure is in whole yuan, half up.
      threshold = toFen(times(ofFen(toFen(over(exact, rational(100n)))), rational(100n)));
      const text = `${formatYuan(income)} ÷ 12 × ${percent}%`;
      const [zh, en] = known
        ? [`${known.name.zh}${known.year}年：`, `${known.name.en} ${known.year}: `]
        : ['', ''];
      lines.push(
        line(
          `${zh}${text} ≈ ${formatYuan(threshold)}元/月`,
          `${en}${text} ≈ ${formatYuan(threshold)} a month`,
          threshold,
        ),
      );
    }
    if (threshold === null) {
      return computed({
        result: { meansTest: 'needs-local-threshold' },
        lines: [line('本地经济困难标准未收录，请填写', 'the local threshold is not on file: enter it')],
        warnings: [
          warning(
            'threshold-missing',
            '经济困难标准由省级人民政府规定，没有全国统一数额。',
            'The threshold is set by each province; there is no national figure.',
            'provinceThreshold',
          ),
        ],
      });
    }
    const verdict =
      input.monthlyIncome === undefined ? null : input.monthlyIncome < threshold ? 'passes' : 'fails';
    return computed({
      result: { threshold: yuan(threshold), ...(verdict ? { meansTest: verdict } : {}) },
      lines,
      warnings,
    });
  },
});

const crimeSchema = z
  .strictObject({
    workers: z.int().min(1).max(100_000),
    /** Months of pay owed to the worker owed longest. */
    monthsUnpaid: lifetimeMonths,
    amount: yuanSchema,
    /** The amount owed to the one worker who is owed most, where there are several. */
    largestSingleAmount: yuanSchema.optional(),
    areaCode: areaSchema.optional(),
    provinceSingle: yuanSchema.optional(),
    provinceGroup: yuanSchema.optional(),
    provinceSource: sourceText,
    orderIgnored: z.boolean().optional(),
    fled: z.boolean().optional(),
  })
  .superRefine((input, ctx) => {
    if (input.largestSingleAmount !== undefined && input.largestSingleAmount > input.amount)
      ctx.addIssue({ code: 'custom', path: ['largestSingleAmount'], message: 'more-than-total' });
  });

/** Reached, not reached, or undecided because the provincial figure is not known. */
function against(amount: Fen, figure: Fen | undefined, range: readonly [Fen, Fen]): boolean | null {
  if (figure !== undefined) return amount >= figure;
  if (amount >= range[1]) return true;
  return amount < range[0] ? false : null;
}

export const wageCrimeThreshold = calculator({
  id: 'wage-crime-threshold',
  title: { zh: '拒不支付劳动报酬“数额较大”', en: 'Threshold of refusing to pay wages' },
  summary: {
    zh: '一人三个月以上且达到省定数额，或十人以上且累计达到省定数额；还须经责令仍不支付或逃匿。只作提示。',
    en: 'One worker, three months and the provincial figure; or ten workers and the group figure; and an order ignored or flight. A prompt only.',
  },
  input: crimeSchema,
  group: 'procedure',
  finality: 'none',
  sources: [cite('wageCrimeInterpretation', '3, 4')],
  status: 'verified',
  example: { workers: 12, monthsUnpaid: 4, amount: 180000, provinceSingle: 5000, provinceGroup: 30000 },
  compute: (input, ctx) => {
    const table = ctx.wageCrime;
    if (!table) throw noData('wageCrime', { area: input.areaCode ?? '000000' });
    noteUsed(ctx, { zh: '“数额较大”标准', en: '“considerable amount” thresholds' }, table);
    const area = input.areaCode ?? ctx.region;
    const local = area === undefined ? undefined : crimeFiguresAt(ctx, area, ctx.asOf);
    const singleFigure = input.provinceSingle ?? local?.single;
    const groupFigure = input.provinceGroup ?? local?.group;
    // Of several workers one at least is owed the average.
    const largest =
      input.largestSingleAmount ?? toFen(over(ofFen(input.amount), rational(BigInt(input.workers))));
    const longEnough = compare(decimal(input.monthsUnpaid), rational(BigInt(table.months))) >= 0;
    const single = longEnough ? against(largest, singleFigure, table.singleRange) : false;
    const group =
      input.workers >= table.workers ? against(input.amount, groupFigure, table.groupRange) : false;
    if (single !== true && group !== true && (single === null || group === null)) {
      throw noData('wageCrime', {
        area: area === undefined ? 'province' : provinceOf(area),
        reason: single === null ? 'provinceSingle' : 'provinceGroup',
      });
    }
    const reached = single === true || group === true;
    const act = input.orderIgnored === true || input.fled === true;
    const figure = (f: Fen | undefined, r: readonly [Fen, Fen]): string =>
      f === undefined ? `${formatYuan(r[0])}–${formatYuan(r[1])}` : formatYuan(f);
    // Without the provincial figure, in between its bounds: neither can be said.
    const yesZh = (v: boolean | null): string => (v === null ? '须按省定数额判断' : v ? '达到' : '未达到');
    const yesEn = (v: boolean | null): string =>
      v === null ? 'depends on the provincial figure' : v ? 'reached' : 'not reached';
    const s = `${formatYuan(largest)} / ${figure(singleFigure, table.singleRange)}`;
    const g = `${formatYuan(input.amount)} / ${figure(groupFigure, table.groupRange)}`;
    return computed({
      result: { reached, single: single === true, group: group === true, actShown: act },
      lines: [
        line(
          `单人：欠薪${input.monthsUnpaid}个月，${s}，${yesZh(single)}`,
          `one worker: ${input.monthsUnpaid} months, ${s}, ${yesEn(single)}`,
        ),
        line(
          `多人：${input.workers}人，${g}，${yesZh(group)}`,
          `group: ${input.workers} workers, ${g}, ${yesEn(group)}`,
        ),
      ],
      warnings: [
        warning('prompt-only', '仅为数额提示，不是犯罪认定。', 'About the amount only; no legal conclusion.'),
        ...(reached && !act
          ? [
              warning(
                'act-needed',
                '还须经政府有关部门责令支付仍不支付，或以逃匿等方法逃避支付。',
                'Also needs an ignored order to pay, or flight.',
                'orderIgnored',
              ),
            ]
          : []),
      ],
    });
  },
});

export const adminDivision = calculator({
  id: 'admin-division',
  title: { zh: '行政区划代码查询', en: 'Administrative division code' },
  summary: {
    zh: '六位代码对应的省、市、县；高新区等功能区没有代码。',
    en: 'Province, prefecture and county of a six-digit code; high-tech and new zones have none.',
  },
  input: z.strictObject({ code: z.string().max(20) }),
  group: 'format',
  finality: 'none',
  sources: [cite('divisionCodes', '')],
  status: 'verified',
  example: { code: '510104' },
  compute: ({ code }, ctx) => {
    const table = ctx.divisions;
    if (!table) throw noData('divisions', { area: code.slice(0, 20) });
    const asked = code.normalize('NFKC').trim();
    const stem = asked.endsWith('0000')
      ? asked.slice(0, 2)
      : asked.endsWith('00')
        ? asked.slice(0, 4)
        : asked;
    const found = /^\d{6}$/.test(asked) ? table.divisions[stem] : undefined;
    if (found === undefined) {
      return computed({
        result: { valid: false },
        warnings: [
          warning(
            'division-unknown',
            `${table.asOf}的代码表中没有该代码；可能是已撤销的代码或没有代码的功能区。`,
            `Not in the table of ${table.asOf}: an abolished code, or a zone that has none.`,
            'code',
          ),
        ],
      });
    }
    const province = table.divisions[asked.slice(0, 2)];
    const city = asked.slice(2) === '0000' ? undefined : table.divisions[asked.slice(0, 4)];
    const district = asked.endsWith('00') ? undefined : table.divisions[asked];
    const words = [province, city, district].filter((w) => w !== undefined);
    return computed({
      result: {
        valid: true,
        ...(province ? { province } : {}),
        ...(city ? { city } : {}),
        ...(district ? { district } : {}),
      },
      lines: [line(`${asked}：${words.join('')}`, `${asked}`)],
    });
  },
});
