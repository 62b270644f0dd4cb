import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type CaseSearch, placeOf } from './case.search.ts';
import { type CaseTab, caseTabs, type OpenSheet } from './field-link.ts';

export interface Place {
  readonly caseId: string;
  readonly tab: CaseTab;
  readonly search: CaseSearch;
  go(search: CaseSearch): void;
  show(open: OpenSheet, focus?: string): void;
  close(): void;
}

/** Where on the case page the person is; everything that opens or closes goes through the address. */
export function usePlace(): Place {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const search = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const router = useRouter();
  // What stands in the address is also there where the page does not know it.
  const tab = caseTabs.find((known) => known === search.tab) ?? 'overview';
  const { part } = search;
  const go = useCallback(
    (next: CaseSearch) => void navigate({ to: '/cases/$caseId', params: { caseId }, search: next }),
    [navigate, caseId],
  );
  const show = useCallback(
    (open: OpenSheet, focus?: string) => go({ ...placeOf(tab, open, focus ?? null), ...(part && { part }) }),
    [go, tab, part],
  );
  const close = useCallback(() => {
    // What is saved closes its sheet when the answer comes: by then the person may have gone on to another page.
    if (router.latestLocation.pathname !== `/cases/${caseId}`) return;
    void navigate({
      to: '/cases/$caseId',
      params: { caseId },
      search: { tab, ...(part && { part }) },
      replace: true,
    });
  }, [router, navigate, caseId, tab, part]);
  return { caseId, tab, search, go, show, close };
}
