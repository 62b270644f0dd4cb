import { callQuery } from '../../app/query.ts';

/** A list, not a record: a change of any case of the family may be one of its legal aid. */
export const aidQuery = (caseId: string) =>
  callQuery(['case', 'aid', caseId] as const, 'aid.forCase', { caseId });
export const proposalQuery = (caseId: string) =>
  callQuery(['case', 'aid-proposal', caseId] as const, 'aid.propose', { caseId });
export const aidOfficeQuery = () => callQuery(['case', 'aid-office'] as const, 'aid.office', {});
