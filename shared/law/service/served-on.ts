import { z } from 'zod';
import { minDate, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Bilingual, LawWarning, LegalSource, VerificationStatus } from '../common.ts';
import type { LawContext } from '../context.ts';
import type { DayStep } from '../counting/types.ts';
import { dateSchema, parseInput } from '../input.ts';
import { say } from '../rules/define.ts';
import { dueDate } from '../rules/due.ts';
import { provisionOf, ruleOf } from '../rules/registry.ts';
import type { DueOptions } from '../rules/types.ts';

/** The ways a document reaches a party. */
export const serviceRoutes = [
  'receipt',
  'posting',
  'leaving',
  'mail',
  'mail-returned',
  'electronic',
  'simple-means',
  'public-notice',
  'mediation-document',
] as const;
export type ServiceRoute = (typeof serviceRoutes)[number];

const factsSchema = z.strictObject({
  /** Who serves; routes differ between commission and court. */
  by: z.enum(['commission', 'court']),
  document: z.enum(['award', 'mediation-document', 'judgment', 'hearing-notice', 'other']).default('other'),
  /** The day signed, left, posted, returned, arrived or published; the day each party signed. */
  dates: z.array(dateSchema).min(1, 'required').max(20),
  /** The recipient agreed to electronic service, confirmed its address, or confirmed the message. */
  agreed: z.boolean().default(false),
  /** Leaving or posting was recorded by photo, video or a witness. */
  recorded: z.boolean().default(false),
  refusedToSign: z.boolean().default(false),
  employerShutDown: z.boolean().default(false),
  workers: z.int().min(1).default(1),
  /** The recipient is the employer. */
  toEmployer: z.boolean().default(false),
  /** A court case in simple procedure. */
  simpleProcedure: z.boolean().default(false),
});
export type ServiceFacts = z.input<typeof factsSchema>;
type Facts = z.output<typeof factsSchema>;

export interface Service {
  readonly route: ServiceRoute;
  /** The day of service; null when this route did not serve the document. */
  readonly date: PlainDate | null;
  /** Why it did not. */
  readonly notServed: Bilingual | null;
  /** The rule or provision it rests on. */
  readonly ruleId: string;
  readonly source: LegalSource;
  readonly status: VerificationStatus;
  readonly working: readonly DayStep[];
  readonly provisional: boolean;
  readonly warnings: readonly LawWarning[];
}

/**
 * The day a document counts as served, by route.
 *
 * Several dates mean: several notices (the last counts), several addresses of one electronic message (the earliest),
 * both signatures of a mediation document (the later).
 * @throws AppError `invalid-input` naming the bad field.
 */
export function servedOn(
  route: ServiceRoute,
  facts: unknown,
  ctx: LawContext,
  options: DueOptions = {},
): Service {
  const parsed = parseInput(factsSchema, facts);
  switch (route) {
    case 'receipt':
      return onDay(route, 'svc-receipt', single(parsed), say('在送达回证上签收', 'signed on the receipt'));
    case 'posting':
      return posting(parsed, ctx, options);
    case 'leaving':
      return leaving(parsed);
    case 'mail':
      return onDay(
        route,
        'svc-mail',
        single(parsed),
        say('回执注明的收件日期', 'receipt date on the return slip'),
      );
    case 'mail-returned':
      return mailReturned(parsed);
    case 'electronic':
      return electronic(parsed);
    case 'simple-means':
      return simpleMeans(parsed);
    case 'public-notice':
      return publicNotice(parsed, ctx, options);
    case 'mediation-document':
      return mediationDocument(parsed);
  }
}

const mustSign = say(
  '调解书须由当事人签收，不能以此方式送达。',
  'A mediation document must be signed for and cannot be served this way.',
);

function single(facts: Facts): PlainDate {
  const [date] = facts.dates;
  if (!date || facts.dates.length > 1) throw fieldError('dates', 'one-date-expected');
  return date;
}

function last(facts: Facts): PlainDate {
  return [...facts.dates].sort().at(-1) as PlainDate;
}

function basis(id: string): Pick<Service, 'ruleId' | 'source' | 'status'> {
  const entry = id === 'svc-post-3wd' || id.startsWith('svc-public') ? ruleOf(id) : provisionOf(id);
  return { ruleId: id, source: entry.source, status: entry.status };
}

function onDay(
  route: ServiceRoute,
  id: string,
  date: PlainDate,
  words: Bilingual,
  warnings: readonly LawWarning[] = [],
): Service {
  return {
    route,
    date,
    notServed: null,
    ...basis(id),
    working: [
      {
        role: 'due',
        from: date,
        to: date,
        text: { zh: `${date}：${words.zh}，为送达日`, en: `${date}: ${words.en}; the day of service` },
      },
    ],
    provisional: false,
    warnings,
  };
}

function not(route: ServiceRoute, id: string, reason: Bilingual): Service {
  return {
    route,
    date: null,
    notServed: reason,
    ...basis(id),
    working: [],
    provisional: false,
    warnings: [],
  };
}

/** 办案规则 art. 20(2): refusal, or an employer that shut down with ten or more workers; three working days. */
function posting(facts: Facts, ctx: LawContext, options: DueOptions): Service {
  const id = 'svc-post-3wd';
  if (facts.by === 'court') {
    return not(
      'posting',
      id,
      say('法院适用留置送达，当日即视为送达。', 'Courts leave the document: served at once.'),
    );
  }
  if (facts.document === 'mediation-document') return not('posting', id, mustSign);
  if (!facts.refusedToSign && !(facts.employerShutDown && facts.workers >= 10)) {
    return not(
      'posting',
      id,
      say(
        '只适用于拒绝签收，或用人单位停业且劳动者十人以上。',
        'Only for a refusal to sign, or an employer that shut down with ten or more workers.',
      ),
    );
  }
  if (!facts.recorded) {
    return not('posting', id, say('须拍照、录像记录。', 'It must be recorded by photo or video.'));
  }
  return lapse('posting', id, single(facts), ctx, options);
}

function lapse(
  route: ServiceRoute,
  id: string,
  from: PlainDate,
  ctx: LawContext,
  options: DueOptions,
): Service {
  const result = dueDate(id, { trigger: from }, ctx, options);
  return {
    route,
    date: result.due,
    notServed: null,
    ...basis(id),
    source: result.source,
    working: result.working,
    provisional: result.provisional,
    warnings: result.warnings,
  };
}

/** 民事诉讼法 art. 89: served at once. */
function leaving(facts: Facts): Service {
  const id = 'svc-leave';
  if (facts.by === 'commission') {
    return not(
      'leaving',
      id,
      say(
        '仲裁留置、张贴适用三个工作日的规定。',
        'In arbitration leaving takes three working days (posting).',
      ),
    );
  }
  if (facts.document === 'mediation-document') return not('leaving', id, mustSign);
  if (!facts.recorded)
    return not('leaving', id, say('须有见证人或拍照、录像。', 'A witness, photo or video is needed.'));
  return onDay('leaving', id, single(facts), say('留置于住所', 'left at the domicile'));
}

function mailReturned(facts: Facts): Service {
  const id = 'svc-mail-return';
  if (facts.document === 'mediation-document') return not('mail-returned', id, mustSign);
  if (!facts.agreed) {
    return not(
      'mail-returned',
      id,
      say(
        '没有签署送达地址确认书，退回不当然视为送达。',
        'Without a signed address confirmation a return is no service.',
      ),
    );
  }
  return onDay('mail-returned', id, single(facts), say('邮件退回', 'mail returned'), [
    {
      code: 'local-practice',
      text: say('各地做法不一，请向当地仲裁委核实。', 'Local practice: ask the commission.'),
    },
  ]);
}

/** 民事诉讼法 art. 90: with consent, the day it reaches the recipient's system; of several addresses the earliest. */
function electronic(facts: Facts): Service {
  const id = 'svc-electronic';
  if (!facts.agreed) return not('electronic', id, say('须经受送达人同意。', 'The recipient must agree.'));
  if (facts.document === 'mediation-document' && facts.by === 'commission')
    return not('electronic', id, mustSign);
  const date = facts.dates.reduce(minDate);
  return onDay('electronic', id, date, say('到达受送达人系统', 'reached the recipient’s system'));
}

/** 办案规则 art. 59: not for the mediation document and the award. */
function simpleMeans(facts: Facts): Service {
  const id = 'svc-simple-means';
  if (facts.by === 'court' || facts.document === 'award' || facts.document === 'mediation-document') {
    return not(
      'simple-means',
      id,
      say(
        '调解书、裁决书不能以简便方式送达。',
        'The mediation document and the award cannot be served by simple means.',
      ),
    );
  }
  const warnings: LawWarning[] =
    facts.document === 'hearing-notice' && !facts.agreed
      ? [
          {
            code: 'hearing-notice-unconfirmed',
            text: say(
              '未经对方确认的开庭通知，不能作为缺席裁决或按撤回处理的依据。',
              'An unconfirmed hearing notice cannot ground a default award or a deemed withdrawal.',
            ),
          },
        ]
      : [];
  return onDay(
    'simple-means',
    id,
    single(facts),
    say('以电话、短信等方式通知', 'told by phone, message or the like'),
    warnings,
  );
}

/** 30 days from the last notice; in Zhejiang 10 days to the employer in a collective case. */
function publicNotice(facts: Facts, ctx: LawContext, options: DueOptions): Service {
  const national = 'svc-public-30d';
  if (facts.document === 'mediation-document') return not('public-notice', national, mustSign);
  if (facts.by === 'court' && facts.simpleProcedure) {
    return not(
      'public-notice',
      national,
      say('简易程序不适用公告送达。', 'Public notice is not available in simple procedure.'),
    );
  }
  const local = facts.by === 'commission' && facts.toEmployer && facts.workers >= 10;
  const zhejiang = local && ctx.region?.startsWith('33') === true;
  if (options.variant !== undefined && !options.reason?.trim()) throw fieldError('reason', 'required');
  const id = zhejiang && options.variant !== 'national' ? 'svc-public-zj-10d' : national;
  const { variant: _variant, ...rest } = options;
  return lapse('public-notice', id, last(facts), ctx, rest);
}

/** It takes effect when both parties have signed (调解仲裁法 art. 42). */
function mediationDocument(facts: Facts): Service {
  const id = 'svc-mediation-doc';
  if (facts.dates.length < 2) {
    return not(
      'mediation-document',
      id,
      say(
        '双方均签收后才生效，请登记双方签收日期。',
        'It takes effect when both have signed: give both dates.',
      ),
    );
  }
  return onDay('mediation-document', id, last(facts), say('双方均已签收', 'signed by both'));
}
