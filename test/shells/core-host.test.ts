import { expect, test, vi } from 'vitest';
import { type CoreProcess, hostCore } from '../../electron/shells/desktop/core-host.ts';
import { type FromCore, serveCore, type ToCore } from '../../electron/shells/desktop/core-wire.ts';
import { type FakeCore, fakeCore } from '../support/fake-core.ts';

interface Forked extends CoreProcess {
  readonly core: FakeCore;
  die(code: number): void;
  readonly killed: () => boolean;
}

/** Both ends in one process; messages are cloned as between two. */
function fork(): Forked {
  const core = fakeCore();
  let toHost: (message: FromCore) => void = () => undefined;
  let toCore: (message: ToCore) => void = () => undefined;
  let exit: (code: number) => void = () => undefined;
  let alive = true;
  serveCore(core, {
    post: (message) => queueMicrotask(() => alive && toHost(structuredClone(message))),
    onMessage: (listener) => {
      toCore = listener;
    },
  });
  return {
    core,
    post: (message) => queueMicrotask(() => alive && toCore(structuredClone(message))),
    onMessage: (listener) => {
      toHost = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => {
      alive = false;
    },
    killed: () => !alive,
    die(code) {
      alive = false;
      exit(code);
    },
  };
}

function hosted() {
  const forks: Forked[] = [];
  const crashes: { code: number; restarted: boolean }[] = [];
  let clock = 0;
  const core = hostCore({
    fork: () => {
      forks.push(fork());
      return forks.at(-1) as Forked;
    },
    onCrash: (crash) => crashes.push(crash),
    now: () => clock,
  });
  return {
    core,
    forks,
    crashes,
    latest: () => forks.at(-1) as Forked,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

const caller = { sessionId: 's1' };
const echo = { id: 'c1', name: 'echo', input: { 姓名: '𠮷' } };

test('calls, files and events cross', async () => {
  const { core, latest } = hosted();
  expect(await core.dispatch(caller, echo)).toEqual({
    id: 'c1',
    ok: true,
    value: { sessionId: 's1', input: { 姓名: '𠮷' } },
  });
  const token = await core.receiveFile(caller, {
    name: 'a.pdf',
    type: 'application/pdf',
    bytes: new Uint8Array([1, 2]),
  });
  expect(await core.fileFor(caller, token)).toMatchObject({ name: 'a.pdf', bytes: new Uint8Array([1, 2]) });
  expect(await core.fileFor({ sessionId: 'another' }, token)).toBeNull();
  const seen = vi.fn();
  const stop = core.subscribe(seen);
  latest().core.emit({ type: 'changed', topic: 'case', ids: [] });
  await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce());
  stop();
  latest().core.emit({ type: 'session' });
  await core.dispatch(caller, echo);
  expect(seen).toHaveBeenCalledOnce();
});

test('a failure keeps its code on the way', async () => {
  const { core } = hosted();
  const bytes = new Uint8Array(64 * 1024 * 1024 + 1);
  await expect(core.receiveFile(caller, { name: 'big', type: 'x/y', bytes })).rejects.toMatchObject({
    failure: { code: 'file-too-large' },
  });
});

test('a death fails open calls, starts anew and tells the windows', async () => {
  const { core, latest, forks, crashes } = hosted();
  const seen = vi.fn();
  core.subscribe(seen);
  const open = core.dispatch(caller, echo);
  latest().die(9);
  expect(await open).toMatchObject({ id: 'c1', ok: false, failure: { code: 'internal' } });
  expect(crashes).toEqual([{ code: 9, restarted: true }]);
  expect(seen).toHaveBeenCalledExactlyOnceWith({ type: 'session' });
  expect(forks).toHaveLength(2);
  expect(await core.dispatch(caller, echo)).toMatchObject({ ok: true });
});

test('three deaths within a minute are the last', async () => {
  const { core, latest, crashes, forks } = hosted();
  for (let n = 0; n < 3; n += 1) latest().die(1);
  expect(crashes.map((crash) => crash.restarted)).toEqual([true, true, false]);
  expect(forks).toHaveLength(3);
  expect(await core.dispatch(caller, echo)).toMatchObject({ ok: false, failure: { code: 'internal' } });
});

test('deaths that are far apart do not add up', () => {
  const { latest, crashes, pass } = hosted();
  for (let n = 0; n < 6; n += 1) {
    latest().die(1);
    pass(61_000);
  }
  expect(crashes.every((crash) => crash.restarted)).toBe(true);
});

test('closing asks the core, then ends its process, and is no crash', async () => {
  const { core, latest, crashes } = hosted();
  await Promise.all([core.close(), core.close()]);
  expect(latest().core.closed()).toBe(true);
  expect(latest().killed()).toBe(true);
  latest().die(0);
  expect(crashes).toEqual([]);
});

test('a core that does not answer is ended after five seconds', async () => {
  vi.useFakeTimers();
  const { core, latest } = hosted();
  latest().core.close = () => new Promise(() => undefined);
  const closing = core.close();
  await vi.advanceTimersByTimeAsync(5_000);
  await closing;
  expect(latest().killed()).toBe(true);
  vi.useRealTimers();
});
