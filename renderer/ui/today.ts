import { useSyncExternalStore } from 'react';
import { type PlainDate, plainDate } from '../../shared/kernel/date.ts';

const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today at the office: China Standard Time, whatever the computer's zone. */
export const todayInChina = (): PlainDate => plainDate(beijing.format(new Date()));

/** Follows midnight while the window stays open. */
export function useToday(): PlainDate {
  return useSyncExternalStore((changed) => {
    const timer = window.setInterval(changed, 30_000);
    return () => window.clearInterval(timer);
  }, todayInChina);
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const stamp = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `14:02` in China Standard Time. */
export const timeText = (instant: number | string): string => clock.format(new Date(instant));
/** `2026-04-12 14:02:09` in China Standard Time. */
export const instantText = (instant: string): string => stamp.format(new Date(instant));
