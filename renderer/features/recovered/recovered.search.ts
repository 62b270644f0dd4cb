import { type RecoveryGroup, recoveryGroups } from '../../../shared/features/outcomes/outcomes.contract.ts';

/** The address of a state of the page. */
export interface RecoveredSearch {
  readonly by?: RecoveryGroup;
  readonly text?: string;
  readonly status?: 'open' | 'closed';
  readonly owed?: true;
}

export function parseRecoveredSearch(search: Record<string, unknown>): RecoveredSearch {
  const by = recoveryGroups.find((g) => g === search.by);
  return {
    ...(by && { by }),
    ...(typeof search.text === 'string' && search.text !== '' && { text: search.text.slice(0, 200) }),
    ...((search.status === 'open' || search.status === 'closed') && { status: search.status }),
    ...(search.owed === true && { owed: true }),
  };
}
