import { fieldError } from '../../kernel/errors.ts';
import { say } from './define.ts';
import type { AppliedReading, Disagreement, ReadingEffect, RuleDefinition } from './types.ts';

/** Weekends: the Supreme Court's reply lists Saturday and Sunday beside the festivals; some tools leave them. */
const weekendRoll: Disagreement = {
  id: 'weekend-roll',
  question: say('最后一日是周末时是否顺延？', 'Does a last day on a weekend move?'),
  readings: [
    { id: 'with-weekends', text: say('周六、周日同样顺延', 'Weekends move too'), effect: {} },
    {
      id: 'holidays-only',
      text: say('只对公布的放假日顺延，周末不顺延', 'Only announced days off move it'),
      effect: { rollsOver: 'holidays' },
    },
  ],
  default: 'with-weekends',
  why: say(
    '最高人民法院2014年12月12日答复把星期六、星期日与法定节日并列；法院指引同此。为稳妥可在周末前办理。',
    'The Supreme Court’s reply of 2014-12-12 names weekends beside the festivals, and court guides follow it. To be safe act before the weekend.',
  ),
};

const monthBase: Disagreement = {
  id: 'month-base',
  question: say('月、年的期满对应日从哪一日取？', 'Whose day number do months and years end on?'),
  readings: [
    { id: 'trigger', text: say('起算事由发生日的对应日', 'The number of the day of the event'), effect: {} },
    {
      id: 'next-day',
      text: say('事由次日的对应日（晚一日）', 'The number of the day after (a day later)'),
      effect: { monthsFrom: 'next-day' },
    },
  ],
  default: 'trigger',
  why: say(
    '民法典第202条“到期月的对应日”，最高人民法院2014年答复的例子取事由发生日；也是较早、较稳妥的日期。',
    'Civil Code art. 202 and the Supreme Court’s example of 2014 use the day of the event; it is also the earlier, safer day.',
  ),
};

/** The rule's own disagreements and those on counting that touch it. */
export function disagreementsOf(rule: RuleDefinition): readonly Disagreement[] {
  const units = [rule.period, rule.extension?.max].map((p) => p?.unit);
  const calendarUnit = units.includes('month') || units.includes('year');
  const rolls =
    rule.rolls === true && rule.direction === 'after' && (rule.period !== null || rule.fixed !== null);
  return [
    ...rule.disagreements,
    ...(rolls && rule.period?.unit !== 'working-day' ? [weekendRoll] : []),
    ...(calendarUnit ? [monthBase] : []),
  ];
}

/**
 * The effects of the chosen readings, the usual one where none is chosen.
 * @throws AppError `invalid-input` naming `readings.<id>`.
 */
export function readingsFor(
  rule: RuleDefinition,
  chosen: Readonly<Record<string, string>>,
): {
  readonly effect: ReadingEffect;
  readonly applied: readonly AppliedReading[];
  readonly disagreements: readonly Disagreement[];
} {
  const disagreements = disagreementsOf(rule);
  for (const id of Object.keys(chosen)) {
    if (!disagreements.some((d) => d.id === id)) throw fieldError(`readings.${id}`, 'unknown-field');
  }
  let effect: ReadingEffect = {};
  const applied = disagreements.map((d): AppliedReading => {
    const wanted = chosen[d.id] ?? d.default;
    const reading = d.readings.find((r) => r.id === wanted);
    if (!reading) throw fieldError(`readings.${d.id}`, 'unknown-reading', { reading: wanted });
    effect = { ...effect, ...reading.effect };
    return { disagreement: d.id, reading: reading.id, isDefault: reading.id === d.default };
  });
  return { effect, applied, disagreements };
}
