import { auditHandlers } from '../../../electron/core/features/audit/audit.handlers.ts';
import { barePageOf } from '../../../electron/core/features/calendar/calendar.board.ts';
import { listCaseRows } from '../../../electron/core/features/cases/cases.list.ts';
import { hearingsHandlers } from '../../../electron/core/features/hearings/hearings.handlers.ts';
import { officePage } from '../../../electron/core/features/legal-aid/legal-aid.office.ts';
import { recoveredHandlers } from '../../../electron/core/features/outcomes/outcomes.recovered.ts';
import { undoHandlers } from '../../../electron/core/features/undo/undo.handlers.ts';
import type { QueryContext, ReadHandle } from '../../../electron/core/kernel/context.ts';
import type { LawSource } from '../../../electron/core/kernel/law-data.ts';
import type { Client } from '../../../shared/contract/api.ts';
import { casesContract } from '../../../shared/features/cases/cases.contract.ts';
import { plainDate } from '../../../shared/kernel/date.ts';

interface ListBench {
  /** As a window asks for its first page. */
  readonly call: (client: Client) => Promise<unknown>;
  /** The same queries on one of the two databases. */
  readonly query: (db: ReadHandle, userId: string) => Promise<unknown>;
}

const today = plainDate('2026-11-21');

/** Only what a list reads of its context. */
const contextOn = (db: ReadHandle, userId: string): QueryContext =>
  ({
    db,
    today,
    actor: { userId, userName: '', role: 'manager', mustChangePassphrase: false },
  }) as unknown as QueryContext;

// None of the lists reads the law.
const noLaw = {} as unknown as LawSource;
const hearings = { from: today, roomId: null };
const recovered = { by: 'case', text: '', status: 'all', owedOnly: false } as const;
/** The first tab, with as many lines as a window shows before one scrolls. */
const aidFirst = { list: 'waiting', limit: 60 } as const;
const filtered = {
  filter: { text: '', track: 'legal-aid' },
  sort: { by: 'nextDate', direction: 'asc' },
  limit: 50,
} as const;

/** Lists of the application beside the case list, the people, the dates, the tasks and the enquiries. */
export const furtherLists: Readonly<Record<string, ListBench>> = {
  'cases.one-track': {
    call: (client) => client.call('cases.list', filtered as never),
    query: (db) => listCaseRows(db, casesContract['cases.list'].input.parse(filtered)),
  },
  'calendar.without-date': {
    call: (client) => client.call('calendar.bare', {}),
    query: (db) => barePageOf(db, { handlerId: null, track: null, cursor: null }),
  },
  hearings: {
    call: (client) => client.call('hearings.list', hearings),
    query: (db, userId) => hearingsHandlers(noLaw)['hearings.list'](contextOn(db, userId), hearings),
  },
  'office.record': {
    call: (client) => client.call('audit.list', {}),
    query: (db, userId) => auditHandlers['audit.list'](contextOn(db, userId), { caseId: null, cursor: null }),
  },
  'office.bin': {
    call: (client) => client.call('bin.list', {}),
    query: (db, userId) => undoHandlers(noLaw)['bin.list'](contextOn(db, userId), { cursor: null }),
  },
  'legal-aid.office': {
    call: (client) => client.call('aid.office', aidFirst),
    query: (db, userId) => officePage(contextOn(db, userId), aidFirst),
  },
  'recovered.by-case': {
    call: (client) => client.call('recovered.list', recovered),
    query: (db, userId) => recoveredHandlers['recovered.list'](contextOn(db, userId), recovered),
  },
};
