import { z } from 'zod';
import { auditContract } from '../features/audit/audit.contract.ts';
import { calendarContract } from '../features/calendar/calendar.contract.ts';
import { casesContract } from '../features/cases/cases.contract.ts';
import { filtersContract } from '../features/cases/filters.contract.ts';
import { claimsContract } from '../features/claims/claims.contract.ts';
import { closingContract } from '../features/closing/closing.contract.ts';
import { deadlinesContract } from '../features/deadlines/deadlines.contract.ts';
import { batchContract } from '../features/documents/batch.contract.ts';
import { documentsContract } from '../features/documents/documents.contract.ts';
import { editingContract } from '../features/documents/editing.contract.ts';
import { faceContract } from '../features/documents/face.contract.ts';
import { templatesContract } from '../features/documents/templates.contract.ts';
import { wordContract } from '../features/documents/word.contract.ts';
import { enquiriesContract } from '../features/enquiries/enquiries.contract.ts';
import { evidenceContract } from '../features/evidence/evidence.contract.ts';
import { familiesContract } from '../features/families/families.contract.ts';
import { groupContract } from '../features/group/group.contract.ts';
import { hearingsContract } from '../features/hearings/hearings.contract.ts';
import { lawDataContract } from '../features/law-data/law-data.contract.ts';
import { legalAidContract } from '../features/legal-aid/legal-aid.contract.ts';
import { officeContract } from '../features/office/office.contract.ts';
import { outcomesContract } from '../features/outcomes/outcomes.contract.ts';
import { peopleContract } from '../features/people/people.contract.ts';
import { searchContract } from '../features/search/search.contract.ts';
import { tasksContract } from '../features/tasks/tasks.contract.ts';
import { transferContract } from '../features/transfer/transfer.contract.ts';
import { undoContract } from '../features/undo/undo.contract.ts';
import { usersContract } from '../features/users/users.contract.ts';
import { command, type InputOf, type OutputOf } from './builders.ts';

const systemContract = {
  /** Stops a running call of the same caller at its next step; nothing of it is kept. */
  'system.cancel': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({ callId: z.string().max(100) }),
    output: z.object({ found: z.boolean() }),
  }),
  'system.about': command({
    access: 'public',
    permission: 'none',
    input: z.object({}),
    output: z.object({ version: z.string(), schemaVersion: z.number().int(), today: z.string() }),
  }),
};

/** Every procedure of the application. */
export const api = {
  ...systemContract,
  ...officeContract,
  ...usersContract,
  ...casesContract,
  ...peopleContract,
  ...enquiriesContract,
  ...claimsContract,
  ...groupContract,
  ...deadlinesContract,
  ...calendarContract,
  ...hearingsContract,
  ...evidenceContract,
  ...documentsContract,
  ...editingContract,
  ...wordContract,
  ...batchContract,
  ...faceContract,
  ...templatesContract,
  ...outcomesContract,
  ...legalAidContract,
  ...tasksContract,
  ...transferContract,
  ...lawDataContract,
  ...auditContract,
  ...searchContract,
  ...undoContract,
  ...filtersContract,
  ...familiesContract,
  ...closingContract,
};

export type Api = typeof api;
export type ProcedureName = keyof Api;
export type Input<N extends ProcedureName> = InputOf<Api[N]>;
export type Output<N extends ProcedureName> = OutputOf<Api[N]>;

/** The typed caller that the page, the command line and the tests use alike. */
export interface Client {
  call<N extends ProcedureName>(name: N, input: Input<N>, options?: { callId?: string }): Promise<Output<N>>;
}
