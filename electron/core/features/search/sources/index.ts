import type { SearchSource } from '../source.ts';
import { aidSource } from './aid.ts';
import { caseSource } from './cases.ts';
import { claimSource, outcomeSource, paymentSource, wagesSource } from './money.ts';
import { noteSource, taskSource } from './notes.ts';
import { documentSource, eventSource, evidenceSource } from './papers.ts';
import { particularsSource } from './particulars.ts';
import { agentSource, memberSource, respondentSource } from './people.ts';

/** Every kind of record in the index, in the order in which they are shown. */
export const sources: readonly SearchSource[] = [
  caseSource,
  memberSource,
  respondentSource,
  agentSource,
  documentSource,
  evidenceSource,
  eventSource,
  outcomeSource,
  paymentSource,
  claimSource,
  wagesSource,
  particularsSource,
  noteSource,
  taskSource,
  aidSource,
];
