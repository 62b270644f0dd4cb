import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { callQuery } from '../../../app/query.ts';
import { caseKey } from '../case.queries.ts';

/** A list, not a record: a change of any case may be one of this family. */
export const familyQuery = (caseId: string) =>
  callQuery(['case', 'family', caseId] as const, 'families.of', { caseId });
export const waysQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'ways'] as const, 'families.next', { caseId });
export const closingQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'closing'] as const, 'closing.check', { caseId });
export const previewQuery = (caseId: string, routeId: string, filedOn: PlainDate | null) =>
  callQuery([...caseKey(caseId), 'preview', routeId, filedOn] as const, 'families.preview', {
    caseId,
    routeId,
    filedOn,
  });
export const candidatesQuery = (caseId: string, text: string) =>
  callQuery(['case', 'candidates', caseId, text] as const, 'families.candidates', { caseId, text });
