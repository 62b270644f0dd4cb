import { useEffect, useSyncExternalStore } from 'react';

/** Something the person can do from anywhere, found by typing its title. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Further words by which it is found, for example the other language's. */
  readonly words?: string;
  /** Shown beside it, for example `N`. */
  readonly keys?: string;
  run(): void;
}

const registered = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let flat: readonly Command[] = [];

function publish(): void {
  flat = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands while the calling component is mounted. Pass a memoised list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const owner = Symbol('commands');
    registered.set(owner, commands);
    publish();
    return () => {
      registered.delete(owner);
      publish();
    };
  }, [commands]);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => flat,
  );
}
