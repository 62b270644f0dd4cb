import { fieldError } from '../../kernel/errors.ts';
import { clockTime } from '../counting/hours.ts';
import { say } from './define.ts';
import type { Cutoff, DueOptions, RuleDefinition } from './types.ts';

/**
 * The last day runs to 24:00, or to close of business where the recipient keeps business hours (民法典 art. 203(2)):
 * online filing and filing at a counter therefore end at different hours.
 */
export function cutoffOf(rule: RuleDefinition, hour: string | null, options: DueOptions): Cutoff | null {
  const { filing, closesAt } = options;
  if (closesAt !== undefined && !clockTime.test(closesAt)) throw fieldError('closesAt', 'time-invalid');
  if (rule.sense !== 'deadline') return null;
  if (hour !== null)
    return { time: hour, text: { zh: `至当日${hour}届满。`, en: `It ends at ${hour} on that day.` } };
  if (filing === 'online') {
    return {
      time: '24:00',
      text: say('网上提交：至最后一日24时止。', 'Filed online: until 24:00 on the last day.'),
    };
  }
  if (closesAt !== undefined) {
    return {
      time: closesAt,
      text: {
        zh: `窗口办理：至最后一日${closesAt}停止业务活动时止。`,
        en: `Filed at the counter: until it closes at ${closesAt} on the last day.`,
      },
    };
  }
  if (filing === 'counter') {
    return {
      time: null,
      text: say(
        '窗口办理：至最后一日停止业务活动的时间止，请确认对方下班时间。',
        'Filed at the counter: until it closes on the last day; check its hours.',
      ),
    };
  }
  return {
    time: '24:00',
    text: say(
      '最后一日至24时止；到窗口办理的，至停止业务活动的时间止。',
      'The last day runs to 24:00; at a counter, to its closing time.',
    ),
  };
}
