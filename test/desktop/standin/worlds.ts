// Both functions are turned into text and run inside Chromium, so each must contain all it uses.

/** In the page's own world: receives what the preload script exposes, as frozen proxies. */
export function mainWorld(): void {
  if (window !== window.top) return;
  type Fn = (...args: unknown[]) => unknown;
  const callbacks = new Map<number, Fn>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  const send = (detail: unknown): boolean =>
    document.dispatchEvent(new CustomEvent('__toPreload', { detail }));
  const mapped = (value: unknown, change: (entry: unknown) => unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(entry)]));
  };
  const encode = (value: unknown): unknown => {
    if (typeof value !== 'function') return mapped(value, encode);
    last += 1;
    callbacks.set(last, value as Fn);
    return { $callback: last };
  };
  const decode = (value: unknown): unknown => {
    if (!isPlain(value) || !('$door' in value)) return mapped(value, decode);
    return (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        send({ door: value.$door, id: last, args: encode(args) });
      });
  };
  document.addEventListener('__toPage', (event) => {
    // Cloned by Chromium on its way between the worlds; no object is shared.
    const message = structuredClone((event as CustomEvent).detail);
    if (message.kind === 'expose') {
      Object.defineProperty(window, message.key, {
        value: Object.freeze(decode(message.api)),
        enumerable: true,
      });
    } else if (message.kind === 'callback') {
      callbacks.get(message.callback)?.(...message.args);
    } else {
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error !== undefined) entry?.reject(new Error(message.error));
      else entry?.resolve(decode(message.value));
    }
  });
}

/** In the isolated world: gives the preload script its `electron` module and runs it. */
export function isolatedWorld(
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  if (window !== window.top) return;
  type Fn = (...args: unknown[]) => unknown;
  const world = globalThis as unknown as {
    __ipc: (payload: string) => void;
    __reply: (reply: { id: number; value?: unknown; error?: string }) => void;
    __push: (channel: string, args: unknown[]) => void;
  };
  const toMainProcess = world.__ipc;
  const doors = new Map<number, Fn>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Fn>>();
  let last = 0;
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  const toPage = (detail: unknown): boolean =>
    document.dispatchEvent(new CustomEvent('__toPage', { detail }));
  const mapped = (value: unknown, change: (entry: unknown) => unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(entry)]));
  };
  const encode = (value: unknown): unknown => {
    if (typeof value !== 'function') return mapped(value, encode);
    last += 1;
    doors.set(last, value as Fn);
    return { $door: last };
  };
  const decode = (value: unknown): unknown => {
    if (!isPlain(value) || !('$callback' in value)) return mapped(value, decode);
    return (...args: unknown[]) => toPage({ kind: 'callback', callback: value.$callback, args });
  };
  world.__reply = ({ id, value, error }) => {
    const entry = waiting.get(id);
    waiting.delete(id);
    if (error !== undefined) entry?.reject(new Error(error));
    else entry?.resolve(value);
  };
  world.__push = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: null }, ...args);
  };
  document.addEventListener('__toPreload', async (event) => {
    const { door, id, args } = structuredClone((event as CustomEvent).detail);
    try {
      const value = await doors.get(door)?.(...(decode(args) as unknown[]));
      toPage({ kind: 'return', id, value: encode(value) });
    } catch (error) {
      toPage({ kind: 'return', id, error: (error as Error).message });
    }
  });
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        toMainProcess(JSON.stringify({ id: last, channel, args }));
      }),
    on: (channel: string, listener: Fn) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel)?.add(listener);
    },
    removeListener: (channel: string, listener: Fn) => listeners.get(channel)?.delete(listener),
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => toPage({ kind: 'expose', key, api: encode(api) }),
  };
  const electron = { ipcRenderer, contextBridge };
  preload(
    (name) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    },
    { exports: {} },
    {},
  );
}
