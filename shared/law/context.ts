import type { PlainDate } from '../kernel/date.ts';
import type { Calendar } from './calendar/types.ts';
import type { LegalSource } from './common.ts';
import type { ReferenceTables } from './reference/tables.ts';
import type { MinimumWageTable } from './wages/minimum-wage.ts';

/** The data the law is applied with. Everything comes in from outside; nothing is read here. */
export interface LawContext extends ReferenceTables {
  readonly calendar: Calendar;
  /** Six-digit division code of the place whose rules apply, such as `510104`. */
  readonly region?: string;
  /** Today for the reader, where a check needs it; no rule's date depends on it. */
  readonly asOf?: PlainDate;
  readonly minimumWages?: MinimumWageTable;
  /** Told of every value of a table that goes into a result; `calculate` gathers them for its answer. */
  readonly noteSource?: (source: LegalSource) => void;
}
