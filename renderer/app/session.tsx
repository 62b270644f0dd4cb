import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Permission } from '../../shared/contract/builders.ts';
import { permissionsOf } from '../../shared/contract/roles.ts';
import type { OfficeState } from '../../shared/features/office/office.contract.ts';
import { whenIdle } from '../transport/client.ts';
import { platform } from '../transport/platform.ts';
import { usePreferences } from './preferences.ts';
import { callQuery, forgetOffice, invalidate, sessionKey } from './query.ts';

export const sessionQuery = () => callQuery(sessionKey, 'office.state', {});

interface Session {
  readonly state: OfficeState;
  /** Takes over a state that a call returned. */
  adopt(state: OfficeState): void;
  /** Asks the core again who is here. */
  refresh(): Promise<void>;
  lock(): Promise<void>;
  /** While held, an opened office does not replace the screens of the first run: the recovery key is being shown. */
  readonly held: boolean;
  hold(held: boolean): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider');
  return session;
}

/** Whether the person who is in may do this. The core decides anyway; the page only offers no more than it allows. */
export function useMay(permission: Permission): boolean {
  const { user } = useSession().state;
  return user !== null && permissionsOf(user.role, user.mustChangePassphrase).includes(permission);
}

const identity = (s: OfficeState): string => [s.status, s.folder, s.user?.id].join('\n');

/** Asks who is here, follows the core's events, and empties the caches whenever the office closes or changes. */
export function SessionProvider({
  children,
  fallback,
}: {
  children: ReactNode;
  fallback: (error: unknown, retry: () => void) => ReactNode;
}) {
  const queries = useQueryClient();
  const query = useQuery(sessionQuery());
  const [held, hold] = useState(false);
  const [locking, setLocking] = useState(false);
  const known = query.data;
  const state = useMemo<OfficeState | undefined>(
    () => (known && locking ? { ...known, status: 'locked', officeName: null, user: null } : known),
    [known, locking],
  );

  const adopt = useCallback(
    (next: OfficeState) => {
      const before = queries.getQueryData(sessionQuery().queryKey);
      queries.setQueryData(sessionQuery().queryKey, next);
      if (before && identity(before) !== identity(next)) forgetOffice(queries);
    },
    [queries],
  );

  const refresh = useCallback(async () => {
    try {
      adopt(await platform().client.call('office.state', {}));
    } catch {
      await queries.invalidateQueries({ queryKey: sessionKey });
    }
  }, [queries, adopt]);

  useEffect(
    () =>
      platform().onEvent((event) => {
        if (event.type === 'changed') invalidate(queries, event);
        // The office's name stands in the frame.
        if (event.type === 'session' || (event.type === 'changed' && event.topic === 'office'))
          void refresh();
      }),
    [queries, refresh],
  );

  const lock = useCallback(async () => {
    // The screen empties at once; forms that save when they are left do so now, and are waited for.
    flushSync(() => {
      hold(false);
      setLocking(true);
    });
    await whenIdle(3_000);
    try {
      adopt(await platform().client.call('office.lock', {}));
    } catch {
      await queries.invalidateQueries({ queryKey: sessionKey });
    } finally {
      forgetOffice(queries);
      setLocking(false);
    }
  }, [adopt, queries]);

  useIdleLock(state?.status === 'open', lock);

  const value = useMemo(
    () => (state ? { state, adopt, refresh, lock, held, hold } : null),
    [state, adopt, refresh, lock, held],
  );
  if (!value) return fallback(query.error, () => void query.refetch());
  return <SessionContext value={value}>{children}</SessionContext>;
}

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

// The clock is compared instead of a timer being set anew: a computer that slept wakes up locked.
function useIdleLock(open: boolean, lock: () => Promise<void>): void {
  const { lockAfterMinutes } = usePreferences();
  useEffect(() => {
    if (!open || lockAfterMinutes === 0) return;
    const limit = lockAfterMinutes * 60_000;
    let last = Date.now();
    let locking = false;
    const check = () => {
      if (locking || Date.now() - last < limit) return;
      locking = true;
      void lock();
    };
    const touch = () => {
      check();
      last = Date.now();
    };
    for (const name of touches) window.addEventListener(name, touch, { capture: true, passive: true });
    const timer = window.setInterval(check, 5_000);
    return () => {
      for (const name of touches) window.removeEventListener(name, touch, { capture: true });
      window.clearInterval(timer);
    };
  }, [open, lockAfterMinutes, lock]);
}
