import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../../../shared/contract/api.ts';
import { platform } from '../../../transport/platform.ts';

type Look = Pick<Input<'documents.live'>, 'caseId' | 'paper' | 'language' | 'texts' | 'focus'>;
type Answer = Output<'documents.live'>;

export interface Live extends Omit<Answer, 'token' | 'seen'> {
  readonly blob: Blob;
}

/** A pause in typing after which the paper is made anew, in milliseconds. */
const settleMs = 120;

/**
 * The paper as it would be now. One look at a time: what changes meanwhile is looked at once when the answer is there, so
 * that no stale page comes after a newer one and the core is never asked twice for the same.
 */
export function useLive(look: Look): { live: Live | null; error: unknown; retry: () => void } {
  const [live, setLive] = useState<Live | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(look);
  latest.current = look;
  const busy = useRef(false);
  const again = useRef(false);
  const gone = useRef(false);
  const shown = useRef<{ seen: string; token: string; blob: Blob } | null>(null);

  const run = useCallback(async (): Promise<void> => {
    if (busy.current) {
      again.current = true;
      return;
    }
    busy.current = true;
    try {
      const before = shown.current;
      const { token, seen, ...answer } = await platform().client.call('documents.live', {
        ...latest.current,
        seen: before?.seen ?? null,
        // The core need not hold what the page has read.
        release: before?.token ?? null,
      });
      if (token !== null) {
        const blob = await platform().readFile(token);
        shown.current = { seen, token, blob };
      }
      if (shown.current && !gone.current) {
        setLive({ ...answer, blob: shown.current.blob });
        setError(null);
      }
    } catch (reason) {
      if (!gone.current) setError(reason);
    } finally {
      busy.current = false;
      if (again.current && !gone.current) {
        again.current = false;
        void run();
      }
    }
  }, []);

  const wanted = JSON.stringify([look.texts, look.focus, look.language, look.paper]);
  useEffect(() => {
    void wanted;
    const timer = window.setTimeout(() => void run(), shown.current ? settleMs : 0);
    return () => window.clearTimeout(timer);
  }, [wanted, run]);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return { live, error, retry: () => void run() };
}
