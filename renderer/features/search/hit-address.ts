import type { SearchHit } from '../../../shared/features/search/search.contract.ts';
import { type CaseSearch, placeOf } from '../case/case.search.ts';

/** The state of the case page that shows a find. */
export function placeOfHit(hit: Pick<SearchHit, 'kind' | 'id' | 'what'>): CaseSearch {
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
    case 'outcome':
      return {
        ...placeOf('outcome', { kind: 'outcome', id: hit.id }),
        part: hit.what === 'settlement' ? 'settlement' : 'award',
      };
    case 'payment':
      return { ...placeOf('outcome', { kind: 'payment', id: hit.id }), part: 'payments' };
    case 'claim':
      return placeOf('claims', { kind: 'item', id: hit.id });
    case 'wages':
      return placeOf('claims', { kind: 'wages', id: hit.id });
    case 'particulars':
      return placeOf('documents', hit.what === null ? null : { kind: 'particulars', id: hit.what });
    case 'note':
    case 'task':
      return placeOf('work', null);
    case 'aid':
      return placeOf('aid', { kind: 'aid', id: hit.id });
    default:
      return {};
  }
}
