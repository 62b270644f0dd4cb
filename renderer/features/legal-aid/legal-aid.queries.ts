import type { AidList } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { callQuery } from '../../app/query.ts';

/** A list, not a record: a change of any case of the family may be one of its legal aid. */
export const aidQuery = (caseId: string) =>
  callQuery(['case', 'aid', caseId] as const, 'aid.forCase', { caseId });
export const proposalQuery = (caseId: string) =>
  callQuery(['case', 'aid-proposal', caseId] as const, 'aid.propose', { caseId });
/** Lines that a window shows before one scrolls. */
const firstLines = 60;

/** One list of the office's page: first what a window shows of it, then all. */
export const aidOfficeQuery = (list: AidList, part: 'first' | 'all') => {
  const asked = part === 'first' ? { list, limit: firstLines } : { list };
  return callQuery(['case', 'aid-office', list, part] as const, 'aid.office', asked);
};
