import type { PlainDate } from '../../kernel/date.ts';
import type { Bilingual } from '../common.ts';
import type { LawContext } from '../context.ts';

interface Sourced {
  readonly source: string;
  /** First day in force; a yearly figure names its year in the name instead. */
  readonly validFrom?: PlainDate | null;
  /** For a snapshot: the day on which it is known to have been in force. */
  readonly asOf?: PlainDate | undefined;
}

/**
 * Notes that a value of a table went into the result, with the notice that set it: the article of a law says that there
 * is a minimum wage, and only the notice says how much it was.
 */
export function noteUsed(ctx: LawContext, name: Bilingual, row: Sourced): void {
  ctx.noteSource?.({
    instrument: { zh: `${name.zh}：${row.source}`, en: `${name.en}: ${row.source}` },
    article: '',
    version: row.validFrom ? `${row.validFrom}起` : row.asOf ? `截至${row.asOf}` : '起始日不详',
    data: true,
  });
}
