// @vitest-environment jsdom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '../../renderer/app/query.ts';
import { SessionProvider, useSession } from '../../renderer/app/session.tsx';
import { boardQuery } from '../../renderer/features/today/today.queries.ts';
import { type Platform, setPlatform } from '../../renderer/transport/platform.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import type { OfficeState } from '../../shared/features/office/office.contract.ts';
import { render, startChinese } from './render.tsx';

const open: OfficeState = {
  status: 'open',
  folder: '/offices/a',
  officeName: '甲机构',
  user: { id: '0'.repeat(26), name: '甲', role: 'manager', active: true, mustChangePassphrase: false },
  recoveryConfirmed: true,
  isSample: false,
  recent: [],
  defaultFolder: '/offices',
  calendarThrough: 2026,
};
const locked: OfficeState = { ...open, status: 'locked', user: null };

let state: OfficeState;
let calls: string[];
let tell: (event: CoreEvent) => void;

const platform = {
  client: {
    async call(name: string) {
      calls.push(name);
      if (name === 'office.lock') state = locked;
      return name.startsWith('office.') ? state : { today: '2026-04-12' };
    },
  },
  onEvent(listener: (event: CoreEvent) => void) {
    tell = listener;
    return () => undefined;
  },
} as unknown as Platform;

function Screen() {
  const { state: seen } = useSession();
  return seen.status === 'open' ? <Board /> : <p>locked</p>;
}
function Board() {
  const query = useQuery(boardQuery());
  return <p>{query.data ? 'board' : '…'}</p>;
}

const queries = createQueryClient();
let page: Awaited<ReturnType<typeof render>>;
const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeAll(startChinese);
beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  queries.clear();
  state = open;
  calls = [];
  setPlatform(platform);
  page = await render(
    <QueryClientProvider client={queries}>
      <SessionProvider fallback={() => <p>asking</p>}>
        <Screen />
      </SessionProvider>
    </QueryClientProvider>,
  );
  await settle(10);
});
afterEach(async () => {
  await page.remove();
  vi.useRealTimers();
});

describe('the session', () => {
  it('leaves nothing of the office in memory once it is locked elsewhere', async () => {
    expect(page.host.textContent).toBe('board');
    expect(queries.getQueryData(boardQuery().queryKey)).toBeDefined();
    state = locked;
    await act(async () => tell({ type: 'session' }));
    await settle(10);
    expect(page.host.textContent).toBe('locked');
    expect(queries.getQueryData(boardQuery().queryKey)).toBeUndefined();
  });

  it('forgets one office when another is opened', async () => {
    queries.setQueryData(['office', 'settings'], { name: '甲机构' });
    state = { ...open, folder: '/offices/b', officeName: '乙机构' };
    await act(async () => tell({ type: 'session' }));
    await settle(10);
    expect(queries.getQueryData(['office', 'settings'])).toBeUndefined();
  });

  it('keeps what it read when an event changes nothing for this window', async () => {
    queries.setQueryData(['office', 'settings'], { name: '甲机构' });
    await act(async () => tell({ type: 'session' }));
    await settle(10);
    expect(queries.getQueryData(['office', 'settings'])).toBeDefined();
  });

  it('asks again for what a change made stale, and for nothing else', async () => {
    queries.setQueryData(['case', 'one', 'A'], 1);
    queries.setQueryData(['case', 'one', 'B'], 1);
    queries.setQueryData(['office', 'settings'], 1);
    await act(async () => tell({ type: 'changed', topic: 'case', ids: ['A'] }));
    await settle(10);
    const stale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;
    expect(stale(['case', 'one', 'A'])).toBe(true);
    expect(stale(['case', 'one', 'B'])).toBe(false);
    expect(stale(['office', 'settings'])).toBe(false);
    expect(calls.filter((name) => name === 'deadlines.board')).toHaveLength(2);
  });

  it('locks after the set time without a touch, and a touch starts the time anew', async () => {
    await settle(14 * 60_000);
    await act(async () => window.dispatchEvent(new Event('pointermove')));
    await settle(14 * 60_000);
    expect(calls).not.toContain('office.lock');
    await settle(2 * 60_000);
    expect(calls).toContain('office.lock');
    expect(page.host.textContent).toBe('locked');
  });
});
