import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import type { LawWarning } from '../common.ts';
import { dateSchema } from '../input.ts';
import { dueDate } from '../rules/due.ts';
import { cite } from '../sources.ts';
import { calculator, computed, line, warning } from './define.ts';

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
    filingDate: dateSchema,
    interruptions: z.array(dateSchema).max(200).optional(),
    suspensions: z
      .array(z.strictObject({ from: dateSchema, to: dateSchema }))
      .max(50)
      .optional(),
    defenceRaisedInArbitration: z.boolean().optional(),
    stage: z.enum(['arbitration', 'first-instance', 'second-instance', 'retrial']).optional(),
  })
  .superRefine((input, ctx) => {
    const isPay = (remuneration as readonly string[]).includes(input.claim);
    if (!isPay && !input.knownDate && !input.terminationDate && !input.employmentEnd) {
      ctx.addIssue({ code: 'custom', path: ['knownDate'], message: 'required' });
    }
  });

type Input = z.output<typeof schema>;

function startOf(input: Input): { ruleId: string; trigger: PlainDate | null } {
  if ((remuneration as readonly string[]).includes(input.claim)) {
    const ended = input.employmentEnd ?? input.terminationDate;
    return ended
      ? { ruleId: 'lim-wage-ended', trigger: ended }
      : { ruleId: 'lim-wage-employed', trigger: null };
  }
  return {
    ruleId: 'lim-general',
    trigger: input.knownDate ?? input.terminationDate ?? input.employmentEnd ?? null,
  };
}

/** What being out of time means at this stage (解释（二） art. 20). */
function effectOf(input: Input): { effect: string; warnings: readonly LawWarning[] } {
  const inCourt = input.stage !== undefined && input.stage !== 'arbitration';
  if (inCourt && input.defenceRaisedInArbitration === false) {
    return {
      effect: 'defence lost',
      warnings: [
        warning(
          'defence-lost',
          '对方在仲裁中未提出时效抗辩，诉讼中再提不予支持，有新证据的除外。请求仍可主张。',
          'The defence was not raised in arbitration and cannot be raised in court, save on new evidence: the claim stands.',
        ),
      ],
    };
  }
  return {
    effect: 'defence available',
    warnings: [
      warning(
        'time-barred',
        '已超过仲裁时效；对方提出抗辩才会影响请求，仲裁委不主动适用。请核对有无中断、中止事由。',
        'Out of time; it matters only if the other side raises it. Look for interruptions and suspensions.',
      ),
    ],
  };
}

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
  compute: (input, ctx) => {
    const { ruleId, trigger } = startOf(input);
    if (trigger === null) {
      return computed({
        result: { timeBarred: false, lastDay: null },
        lines: [
          line(
            '劳动关系存续期间请求劳动报酬不受一年时效限制。',
            'While employment lasts a claim for pay has no one-year limit.',
          ),
        ],
      });
    }
    const due = dueDate(
      ruleId,
      { trigger, interruptions: input.interruptions ?? [], excluded: input.suspensions ?? [] },
      ctx,
    );
    const lastDay = due.due ?? trigger;
    const timeBarred = input.filingDate > lastDay;
    const effect = timeBarred ? effectOf(input) : null;
    return computed({
      result: {
        timeBarred,
        lastDay,
        ...(effect ? { effect: effect.effect } : {}),
        ...(due.provisional ? { provisional: true } : {}),
      },
      lines: [
        ...due.working.map((step) => line(step.text.zh, step.text.en)),
        line(
          `申请日${input.filingDate}${timeBarred ? '晚于' : '不晚于'}时效最后一日${lastDay}`,
          `filed on ${input.filingDate}, ${timeBarred ? 'after' : 'not after'} the last day ${lastDay}`,
        ),
      ],
      warnings: [...due.warnings, ...(effect?.warnings ?? [])],
    });
  },
});
