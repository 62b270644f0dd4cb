import { z } from 'zod';
import { formatYuan } from '../../kernel/money.ts';
import { creditCode } from '../identifiers/credit-code.ts';
import { phone } from '../identifiers/phone.ts';
import { residentId } from '../identifiers/resident-id.ts';
import { yuanSchema } from '../input.ts';
import { cite } from '../sources.ts';
import { parseRmbUppercase, rmbUppercase, rmbWordings } from '../words/rmb.ts';
import { calculator, computed, line } from './define.ts';

const text = z.string().max(100);

export const rmbUppercaseCalculator = calculator({
  id: 'rmb-uppercase',
  title: { zh: '人民币大写', en: 'Amount in capitals' },
  summary: {
    zh: '金额的规范大写，以及《基本规定》并列的另一写法；也可由大写读出金额。',
    en: 'The canonical wording, and the other one that the rules print beside it; or the amount that capitals say.',
  },
  input: z
    .strictObject({ amount: yuanSchema.optional(), capitals: text.optional() })
    .superRefine((input, ctx) => {
      if (input.amount === undefined && input.capitals === undefined)
        ctx.addIssue({ code: 'custom', path: ['amount'], message: 'required' });
      if (input.amount !== undefined && input.capitals !== undefined)
        ctx.addIssue({ code: 'custom', path: ['capitals'], message: 'one-form-only' });
    }),
  sources: [cite('chequeFilling', '')],
  status: 'verified',
  group: 'format',
  finality: 'none',
  example: { amount: '152925' },
  compute: (input) => {
    const amount = input.amount ?? parseRmbUppercase(input.capitals ?? '', 'capitals');
    const canonical = rmbUppercase(amount);
    return computed({
      result: { canonical, anyOf: rmbWordings(amount) },
      amountFen: amount,
      lines: [line(`${formatYuan(amount)}元 = ${canonical}`, `${formatYuan(amount)} = ${canonical}`, amount)],
    });
  },
});

export const residentIdCalculator = calculator({
  id: 'resident-id',
  title: { zh: '身份证号校验', en: 'Resident ID check' },
  summary: { zh: '校验公民身份号码的格式、出生日期和校验码。', en: 'Form, birth date and check character.' },
  input: z.strictObject({ number: text }),
  sources: [cite('residentIdStandard', '')],
  status: 'verified',
  group: 'format',
  finality: 'none',
  example: { number: '44011320141005001X' },
  compute: ({ number }, ctx) => {
    const verdict = residentId(number, ctx.asOf);
    if (!verdict.ok) {
      return computed({ result: { valid: false, reason: verdict.reason, normalized: verdict.normalised } });
    }
    return computed({
      result: {
        valid: true,
        normalized: verdict.normalised,
        birth: verdict.birth,
        sex: verdict.sex,
        regionCode: verdict.regionCode,
        ...(verdict.warnings[0] ? { warning: verdict.warnings[0].code.replaceAll('-', ' ') } : {}),
      },
      warnings: verdict.warnings,
    });
  },
});

export const creditCodeCalculator = calculator({
  id: 'unified-social-credit-code',
  title: { zh: '统一社会信用代码校验', en: 'Unified social credit code check' },
  summary: { zh: '校验字符、长度和校验码。', en: 'Characters, length and check character.' },
  input: z.strictObject({ code: text }),
  sources: [cite('creditCodeStandard', '')],
  status: 'verified',
  group: 'format',
  finality: 'none',
  example: { code: 'N2510104MF0123456B' },
  compute: ({ code }) => {
    const verdict = creditCode(code);
    if (!verdict.ok) {
      return computed({ result: { valid: false, reason: verdict.reason, normalized: verdict.normalised } });
    }
    return computed({
      result: { valid: true, normalized: verdict.normalised, regionCode: verdict.regionCode },
      warnings: verdict.warnings,
    });
  },
});

export const phoneCalculator = calculator({
  id: 'phone',
  title: { zh: '电话号码校验', en: 'Telephone number check' },
  summary: { zh: '手机、固定电话和服务短号。', en: 'Mobile, landline and service numbers.' },
  input: z.strictObject({ number: text }),
  sources: [cite('phonePractice', '')],
  status: 'from-memory',
  group: 'format',
  finality: 'none',
  example: { number: '028-12345678' },
  compute: ({ number }) => {
    const verdict = phone(number);
    return computed({
      result: verdict.ok
        ? { valid: true, kind: verdict.kind, normalized: verdict.normalised }
        : { valid: false, reason: verdict.reason, normalized: verdict.normalised },
    });
  },
});
