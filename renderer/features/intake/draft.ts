import { blankPayment, rowKey } from '../case/arrears/rows.ts';
import { emptyWorker } from '../case/worker/worker-form.ts';
import { emptyIntake, type IntakeForm } from './intake-form.ts';

const draftVersion = 1;

export function writeDraft(form: IntakeForm): string {
  return JSON.stringify({ draft: draftVersion, form });
}

/**
 * The form kept in a draft, or null when the text is none of ours. Fields that a newer program knows start blank;
 * row keys are made anew, for they are only unique within one window.
 */
export function readDraft(text: string, today: string): IntakeForm | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { draft, form } = parsed as { draft?: unknown; form?: Partial<IntakeForm> };
  if (draft !== draftVersion || typeof form !== 'object' || form === null) return null;
  if (!Array.isArray(form.workers) || !Array.isArray(form.respondents)) return null;
  const restored = { ...emptyIntake(today, ''), ...form };
  return {
    ...restored,
    workers: restored.workers.map((w) => ({
      ...emptyWorker(),
      ...w,
      arrears: w.arrears.map((row) => ({
        ...row,
        key: rowKey(),
        paid: row.paid.map((payment) => ({ ...blankPayment, ...payment })),
      })),
    })),
  };
}
