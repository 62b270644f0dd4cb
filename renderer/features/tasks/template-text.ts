import type { TaskTemplate } from '../../../shared/features/tasks/tasks.contract.ts';

type Item = TaskTemplate['items'][number];

/** One task a line, its days after use behind a plus: `核对证据原件 +5`. */
export const itemsText = (items: readonly Item[]): string =>
  items.map((i) => (i.afterDays === null ? i.title : `${i.title} +${i.afterDays}`)).join('\n');

/** Reads what `itemsText` writes; blank lines count for nothing. */
export function itemsOf(text: string): { title: string; afterDays: number | null }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*\S)\s*[+＋](\d{1,4})$/u.exec(line);
      return found
        ? { title: found[1] ?? '', afterDays: Number(found[2]) }
        : { title: line, afterDays: null };
    });
}
