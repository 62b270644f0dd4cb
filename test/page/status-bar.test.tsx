// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../../renderer/app/query.ts';
import { StatusBar } from '../../renderer/app/StatusBar.tsx';
import { SessionProvider } from '../../renderer/app/session.tsx';
import { type Platform, setPlatform } from '../../renderer/transport/platform.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { render, startChinese } from './render.tsx';

const listeners = new Set<(event: CoreEvent) => void>();
const tell = (event: CoreEvent): Promise<void> =>
  act(async () => {
    for (const listener of listeners) listener(event);
  });

let page: Awaited<ReturnType<typeof render>>;
const saved = (): string => page.host.querySelector('.status-bar span')?.textContent ?? '';

beforeAll(startChinese);
beforeEach(() => {
  vi.useFakeTimers();
  setPlatform({
    shell: 'browser',
    client: {
      call: async () => ({ status: 'open', folder: '/offices/a', calendarThrough: 2026, user: null }),
    },
    onEvent(listener: (event: CoreEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Platform);
});
afterEach(() => {
  page.remove();
  vi.useRealTimers();
});

it('shows when the record was last saved, and follows every later save', async () => {
  page = await render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionProvider fallback={() => null}>
        <StatusBar />
      </SessionProvider>
    </QueryClientProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(saved()).not.toContain('已保存');
  vi.setSystemTime(new Date('2026-04-12T01:18:00Z'));
  await tell({ type: 'changed', topic: 'case', ids: ['a'] });
  expect(saved()).toBe('09:18 已保存');
  vi.setSystemTime(new Date('2026-04-12T01:25:00Z'));
  await tell({ type: 'progress', callId: 'c', stage: 's', done: 1, total: 2 });
  expect(saved()).toBe('09:18 已保存');
  await tell({ type: 'changed', topic: 'case', ids: ['a'] });
  expect(saved()).toBe('09:25 已保存');
});
