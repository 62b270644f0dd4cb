import { useCallback, useEffect, useRef, useState } from 'react';
import { newCallId } from '../../transport/client.ts';
import { platform } from '../../transport/platform.ts';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

/** Follows one long call by its id and can stop it. Null while nothing runs. */
export function useProgress(): {
  progress: Progress | null;
  run: <T>(work: (callId: string) => Promise<T>) => Promise<T>;
  cancel: () => void;
} {
  const [progress, setProgress] = useState<Progress | null>(null);
  const current = useRef<string | null>(null);
  useEffect(
    () =>
      platform().onEvent((event) => {
        if (event.type === 'progress' && event.callId === current.current)
          setProgress({ done: event.done, total: event.total });
      }),
    [],
  );
  const run = useCallback(async <T>(work: (callId: string) => Promise<T>): Promise<T> => {
    const callId = newCallId();
    current.current = callId;
    setProgress({ done: 0, total: null });
    try {
      return await work(callId);
    } finally {
      if (current.current === callId) {
        current.current = null;
        setProgress(null);
      }
    }
  }, []);
  const cancel = useCallback(() => {
    if (current.current) void platform().client.call('system.cancel', { callId: current.current });
  }, []);
  return { progress, run, cancel };
}
