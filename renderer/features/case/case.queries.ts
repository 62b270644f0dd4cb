import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Input } from '../../../shared/contract/api.ts';
import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import type { SetId } from '../../../shared/features/documents/sets.ts';
import { callQuery } from '../../app/query.ts';
import type { Answer } from '../../transport/client.ts';
import { platform } from '../../transport/platform.ts';
import { type Draft, type DraftOptions, useDraft } from '../../ui/versions/use-draft.ts';

export const caseKey = (caseId: string) => ['case', 'one', caseId] as const;

export const fileQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'file'] as const, 'cases.get', { caseId });
export const membersQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'members'] as const, 'cases.members', { caseId });
export const claimsQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'claims'] as const, 'claims.forCase', { caseId });
export const groupQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'group-matrix'] as const, 'group.matrix', { caseId });
export const wagesQuery = (caseId: string, memberId: string) =>
  callQuery([...caseKey(caseId), 'wages', memberId] as const, 'claims.wages', { caseId, memberId });
export const prefillQuery = (caseId: string, memberId: string, calculator: string) =>
  callQuery([...caseKey(caseId), 'prefill', memberId, calculator] as const, 'claims.prefill', {
    caseId,
    memberId,
    calculator,
  });
export const deadlinesQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'deadlines'] as const, 'deadlines.forCase', { caseId });
export const hearingsQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'hearings'] as const, 'hearings.forCase', { caseId });
export const predatesQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'predates'] as const, 'calendar.predates', { caseId });
export const openDatesQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'open-dates'] as const, 'calendar.left', { caseId });
export const roomsQuery = () => callQuery(['case', 'rooms'] as const, 'hearings.rooms', {});
export const phrasesQuery = () => callQuery(['case', 'phrases'] as const, 'hearings.phrases', {});
export const evidenceQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'evidence'] as const, 'evidence.list', { caseId });
export const outcomeQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'outcome'] as const, 'outcomes.forCase', { caseId });
export const recoveryQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'recovery'] as const, 'outcomes.summary', { caseId });
export const planQuery = (caseId: string, set: SetId) =>
  callQuery([...caseKey(caseId), 'plan', set] as const, 'documents.plan', { caseId, set });
export const particularsQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'particulars'] as const, 'documents.particulars', { caseId });
export const papersQuery = (caseId: string) =>
  callQuery([...caseKey(caseId), 'papers'] as const, 'documents.list', { caseId });

/** Calls that change one case and are based on its version. */
export type CaseChange =
  | 'cases.update'
  | 'claims.saveItem'
  | 'claims.removeItems'
  | 'claims.restoreItems'
  | 'claims.recompute'
  | 'claims.addGroup'
  | 'claims.saveWages'
  | 'group.save'
  | 'group.setShared'
  | 'group.recompute'
  | 'group.act'
  | 'group.removeAct'
  | 'group.restoreAct'
  | 'group.saveElection'
  | 'families.separate'
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
  | 'closing.tick'
  | 'closing.close'
  | 'closing.reopen'
  | 'families.link'
  | 'families.unlink'
  | 'families.consolidate'
  | 'deadlines.choose'
  | 'deadlines.unchoose'
  | 'claims.saveArrears'
  | 'evidence.save'
  | 'evidence.remove'
  | 'evidence.restore'
  | 'outcomes.save'
  | 'outcomes.remove'
  | 'outcomes.restore'
  | 'outcomes.savePayment'
  | 'outcomes.removePayment'
  | 'outcomes.restorePayment'
  | 'transfer.import';

export type Change = <N extends CaseChange>(
  name: N,
  input: Omit<Input<N>, 'caseId' | 'expectedVersion' | 'recordVersion'>,
  options?: { callId?: string; basedOn?: number; recordVersion?: number },
) => Promise<Answer<N>>;

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
      const full = {
        ...input,
        caseId,
        expectedVersion: options?.basedOn ?? file.version,
        ...(options?.recordVersion === undefined ? {} : { recordVersion: options.recordVersion }),
      };
      const output = await platform().client.call(
        name,
        // The compiler cannot put together again, for any name, the input that `Change` took apart.
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

/** A record that has a version of its own; null while it is new. */
export type Versioned = { readonly version: number } | null;

/**
 * The form of a sheet over a record of the case, and its change: based on the version that the form was read from,
 * because the record may be read again behind it, and what was typed must not silently replace what somebody else
 * saved.
 * @param record what the sheet shows, null when it is new: then its own version counts instead of the case's, and what
 * others change elsewhere in the case is in nobody's way. Undefined where the sheet is about the case itself.
 * @param read the newest version as a form.
 */
export function useSheetDraft<F>(
  file: Pick<CaseFile, 'id' | 'version'>,
  record: Versioned | undefined,
  read: () => F,
  options: DraftOptions = {},
): { readonly draft: Draft<F>; readonly change: Change } {
  const own = record === null ? 0 : record?.version;
  const draft = useDraft(
    read,
    { version: own ?? file.version, file: file.version },
    { isNew: record === null, ...options },
  );
  const change = useChange(file.id);
  const { stamp } = draft;
  const hasOwn = record !== undefined;
  const sheetChange = useCallback<Change>(
    (name, input, more) =>
      change(
        name,
        input,
        // An undo comes when the sheet, and what it knew of the record, is gone.
        name.includes('.restore')
          ? more
          : { ...more, basedOn: stamp.file, ...(hasOwn ? { recordVersion: stamp.version } : {}) },
      ),
    [change, stamp, hasOwn],
  );
  return { draft, change: sheetChange };
}

/** The change of a dialog without a form of the record: based on the version of the case that it was opened with. */
export function useSheetChange(file: Pick<CaseFile, 'id' | 'version'>): Change {
  const change = useChange(file.id);
  const opened = useRef<number | null>(file.version);
  return useCallback(
    (name, input, options) => {
      const first = opened.current;
      // After a conflict was shown the newest version counts.
      opened.current = null;
      return change(name, input, { ...options, ...(first === null ? {} : { basedOn: first }) });
    },
    [change],
  );
}
