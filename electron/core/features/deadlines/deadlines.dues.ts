import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { ruleOf } from '../../../../shared/law/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { duesOf } from '../outcomes/index.ts';

/**
 * The days on which agreed or awarded sums fall due, beside the limits of the law: a rest day has moved them, and what
 * was paid is done. They rest on a document and not on an event, so that there is no trigger to confirm.
 */
export async function dueDates(
  ctx: Pick<QueryContext, 'db' | 'today'>,
  caseId: string,
  law: LawData,
): Promise<Deadline[]> {
  const rule = ruleOf('perform-instalment');
  const { instrument, article, version } = rule.source;
  return (await duesOf(ctx.db, caseId, law, ctx.today)).map((d): Deadline => {
    const sum = formatYuan(d.amountFen);
    const left = formatYuan(d.openFen);
    const rolled = d.due !== null && d.due !== d.lastDay;
    return {
      id: `${rule.id}/${d.outcomeId}/${d.n}`,
      ruleId: rule.id,
      title: {
        zh: `${rule.title.zh}：${sum}元${d.openFen > 0 && d.openFen < d.amountFen ? `，尚欠${left}元` : ''}`,
        en: `${rule.title.en}: ${sum} yuan${d.openFen > 0 && d.openFen < d.amountFen ? `, ${left} still owed` : ''}`,
      },
      due: d.lastDay,
      unrolled: d.due,
      status: d.openFen === 0 ? 'met' : d.lastDay < ctx.today ? 'overdue' : 'open',
      metOn: null,
      bearer: rule.bearer,
      ifMissed: rule.ifMissed,
      trigger: { type: null, event: null, date: null, words: rule.trigger.words, restartedOn: null },
      provisional: !law.calendar.knows(d.lastDay),
      working: [],
      skipped:
        rolled && d.due
          ? [{ date: d.due, reason: { zh: '休息日，顺延', en: 'a rest day: the next working day counts' } }]
          : [],
      force: rule.force,
      explanation: rule.ifMissed,
      source: { instrument, article, version },
      furtherSources: [],
      verification: rule.status,
      warnings: [],
      metBy: [],
      localRule: null,
      variants: [],
      readings: [],
      choice: null,
      confirmations: [],
    };
  });
}
