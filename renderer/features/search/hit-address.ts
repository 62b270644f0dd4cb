import type { SearchHit } from '../../../shared/features/search/search.contract.ts';
import { type CaseSearch, placeOf } from '../case/case.search.ts';

/** The state of the case page that shows a find. */
export function placeOfHit(hit: Pick<SearchHit, 'kind' | 'id'>): CaseSearch {
  switch (hit.kind) {
    case 'member':
    case 'respondent':
    case 'agent':
      return placeOf('parties', { kind: hit.kind, id: hit.id });
    case 'evidence':
      return placeOf('evidence', { kind: 'evidence', id: hit.id });
    case 'event':
      return placeOf('dates', { kind: 'event', id: hit.id });
    case 'document':
      return placeOf('documents', null);
    case 'note':
    case 'task':
      return placeOf('work', null);
    case 'aid':
      return placeOf('aid', null);
    default:
      return {};
  }
}
