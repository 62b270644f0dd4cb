import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Input, Output } from '../../../shared/contract/api.ts';
import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';

export const caseKey = (caseId: string) => ['case', 'one', caseId] as const;

export const fileQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'file'] as const, 'cases.get', { caseId });
export const membersQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'members'] as const, 'cases.members', { caseId });
export const claimsQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'claims'] as const, 'claims.forCase', { caseId });
export const deadlinesQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'deadlines'] as const, 'deadlines.forCase', { caseId });
export const evidenceQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'evidence'] as const, 'evidence.list', { caseId });
export const planQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'plan'] as const, 'documents.plan', { caseId });
export const papersQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'papers'] as const, 'documents.list', { caseId });

/** Calls that change one case and are based on its version. */
export type CaseChange =
  | 'cases.update'
  | 'cases.saveMember'
  | 'cases.removeMembers'
  | 'cases.restoreMembers'
  | 'cases.saveRespondent'
  | 'cases.removeRespondent'
  | 'cases.restoreRespondent'
  | 'cases.saveAgent'
  | 'cases.removeAgent'
  | 'cases.restoreAgent'
  | 'cases.setRepresentatives'
  | 'cases.recordEvent'
  | 'cases.removeEvent'
  | 'cases.restoreEvent'
  | 'cases.setStatus'
  | 'deadlines.choose'
  | 'deadlines.unchoose'
  | 'claims.saveArrears'
  | 'evidence.save'
  | 'evidence.remove'
  | 'evidence.restore'
  | 'transfer.import';

export type Change = <N extends CaseChange>(
  name: N,
  input: Omit<Input<N>, 'caseId' | 'expectedVersion'>,
  options?: { callId?: string; basedOn?: number },
) => Promise<Output<N>>;

/**
 * Sends a change with the version that is on the screen. The new version is taken over before anything else, so that an
 * undo pressed at once is based on it. @throws CallFailure, `conflict` when somebody else was quicker.
 */
export function useChange(caseId: string): Change {
  const queries = useQueryClient();
  return useCallback(
    async (name, input, options) => {
      const key = fileQuery(caseId).queryKey;
      const file = queries.getQueryData(key) ?? (await queries.fetchQuery(fileQuery(caseId)));
      const full = { ...input, caseId, expectedVersion: options?.basedOn ?? file.version };
      const output = await platform().client.call(
        name,
        full as never,
        options?.callId ? { callId: options.callId } : {},
      );
      const { version } = output as { version: number };
      queries.setQueryData(key, (old: CaseFile | undefined) => (old ? { ...old, version } : old));
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      void queries.invalidateQueries({ queryKey: ['case'], predicate: (q) => q.queryKey[1] !== 'one' });
      void queries.invalidateQueries({ queryKey: ['document'] });
      return output;
    },
    [caseId, queries],
  );
}

/**
 * The change of an opened sheet. Its first attempt is based on the version that was there when the sheet was opened: the
 * record may be read again behind it, and what was typed must not silently replace what somebody else saved. After a
 * conflict was shown, or for an undo, the newest version counts.
 */
export function useSheetChange(file: Pick<CaseFile, 'id' | 'version'>): Change {
  const change = useChange(file.id);
  const opened = useRef<number | null>(file.version);
  return useCallback(
    (name, input, options) => {
      const basedOn = opened.current;
      opened.current = null;
      return change(name, input, { ...options, ...(basedOn === null ? {} : { basedOn }) });
    },
    [change],
  );
}
