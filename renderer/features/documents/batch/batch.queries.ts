import { queryOptions } from '@tanstack/react-query';
import type { Output } from '../../../../shared/contract/api.ts';
import { callQuery } from '../../../app/query.ts';
import { newCallId } from '../../../transport/client.ts';
import { platform } from '../../../transport/platform.ts';
import type { BatchPapers } from './batch-store.ts';

export const batchesQuery = () => callQuery(['document', 'batches'] as const, 'batches.list', {});
export const batchQuery = (batchId: string) =>
  callQuery(['document', 'one', batchId, 'batch'] as const, 'batches.get', { batchId });
export const patternQuery = () => callQuery(['document', 'batch-pattern'] as const, 'batches.pattern', {});
export const formsQuery = () => callQuery(['office', 'forms'] as const, 'documents.forms', {});

export type Checked = Output<'batches.check'>;

/** What each paper would lack; a check that nobody waits for any more is stopped. */
export const checkQuery = (papers: BatchPapers | null) =>
  queryOptions({
    queryKey: ['case', 'batch-check', papers] as const,
    enabled: papers !== null,
    gcTime: 0,
    queryFn: ({ signal }): Promise<Checked> => {
      if (!papers) return Promise.resolve({ papers: [] });
      const callId = newCallId();
      const { client } = platform();
      signal.addEventListener('abort', () => void client.call('system.cancel', { callId }));
      return client.call('batches.check', { papers }, { callId });
    },
  });
