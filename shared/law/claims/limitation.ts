import { z } from 'zod';
import { dateSchema } from '../input.ts';
import { cite } from '../sources.ts';
import { calculator, computed, line } from './define.ts';
import { timeBar, timeBarEvents } from './time-bar.ts';

// Remuneration has no limit while employment lasts; everything else runs from the infringement.
const remuneration = ['unpaid-wages', 'overtime-pay', 'minimum-wage-differential'] as const;
const others = [
  'economic-compensation',
  'unlawful-termination',
  'double-wage',
  'annual-leave-pay',
  'payment-in-lieu-notice',
  'probation-damages',
  'non-compete-compensation',
  'work-injury',
  'employment-relationship',
  'other',
] as const;

const schema = z
  .strictObject({
    claim: z.enum([...remuneration, ...others]),
    employmentEnd: dateSchema.optional(),
    terminationDate: dateSchema.optional(),
    /** The day the party knew or should have known. */
    knownDate: dateSchema.optional(),
    ...timeBarEvents,
  })
  .superRefine((input, ctx) => {
    const isPay = (remuneration as readonly string[]).includes(input.claim);
    if (!isPay && !input.knownDate && !input.terminationDate && !input.employmentEnd) {
      ctx.addIssue({ code: 'custom', path: ['knownDate'], message: 'required' });
    }
  });

export const limitationTest = calculator({
  id: 'limitation',
  title: { zh: '仲裁时效测算', en: 'Limitation test' },
  summary: {
    zh: '按请求类型、起算日、中断和中止计算时效最后一日，并与申请日比较。超过时效只作提示，不把请求归零。',
    en: 'The last day from the kind of claim, its start, interruptions and suspensions, against the filing day. It flags, it does not zero.',
  },
  input: schema,
  sources: [
    cite('mediationArbitrationLaw', '27'),
    cite('caseRules', '26, 27, 28'),
    cite('labourInterpretation2', '20'),
  ],
  status: 'verified',
  group: 'procedure',
  finality: 'none',
  example: {
    claim: 'unpaid-wages',
    employmentEnd: '2025-03-10',
    filingDate: '2026-08-01',
    interruptions: ['2025-11-05'],
  },
  compute: (input, ctx) => {
    const isPay = (remuneration as readonly string[]).includes(input.claim);
    const employmentEnd = input.employmentEnd ?? input.terminationDate;
    const knownDate = input.knownDate ?? input.terminationDate;
    const tested = timeBar(isPay ? 'remuneration' : 'ordinary', { employmentEnd, knownDate }, input, ctx);
    const { due, lastDay, timeBarred } = tested;
    if (due === null) {
      return computed({
        result: { timeBarred, lastDay },
        lines: [
          line(
            '劳动关系存续期间请求劳动报酬不受一年时效限制。',
            'While employment lasts a claim for pay has no one-year limit.',
          ),
        ],
      });
    }
    return computed({
      result: {
        timeBarred,
        lastDay,
        ...(tested.effect ? { effect: tested.effect } : {}),
        ...(due.provisional ? { provisional: true } : {}),
      },
      lines: [
        ...due.working.map((step) => line(step.text.zh, step.text.en)),
        line(
          `申请日${input.filingDate}${timeBarred ? '晚于' : '不晚于'}时效最后一日${lastDay}`,
          `filed on ${input.filingDate}, ${timeBarred ? 'after' : 'not after'} the last day ${lastDay}`,
        ),
      ],
      warnings: tested.warnings,
    });
  },
});
