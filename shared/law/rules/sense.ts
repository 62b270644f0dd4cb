import type { PlainDate } from '../../kernel/date.ts';
import type { Bilingual } from '../common.ts';
import type { DayStep } from '../counting/types.ts';
import type { RuleSense } from './types.ts';

/** What the day of a rule means, in words. */
export function endText(sense: RuleSense, due: PlainDate): Bilingual {
  switch (sense) {
    case 'deadline':
      return { zh: `截止${due}`, en: `due ${due}` };
    case 'earliest':
      return { zh: `至${due}期满，之后方可办理`, en: `over on ${due}, possible only after it` };
    case 'keep':
      return { zh: `至少保存至${due}`, en: `to be kept at least until ${due}` };
    case 'lapse':
      return { zh: `至${due}届满`, en: `complete on ${due}` };
  }
}

/** The working with its last line saying what the day means for this rule. */
export function inSense(steps: readonly DayStep[], sense: RuleSense): readonly DayStep[] {
  if (sense === 'deadline') return steps;
  return steps.map((step) => (step.role === 'due' ? { ...step, text: endText(sense, step.to) } : step));
}
