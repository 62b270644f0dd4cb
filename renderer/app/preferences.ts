import { useSyncExternalStore } from 'react';
import type { Locale } from '../../shared/contract/bridge.ts';

/**
 * How this computer shows the program. Kept outside the encrypted office, so no personal data but what a person asks
 * to have remembered: the own name at the door.
 */
export interface Preferences {
  readonly language: Locale;
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'compact' | 'comfortable';
  readonly railCollapsed: boolean;
  /** Minutes without a touch after which the office locks; 0 never. */
  readonly lockAfterMinutes: number;
  /** Whether due dates and hearings are told through the system. */
  readonly notify: boolean;
  /** Names of those who asked to be remembered here, newest first, at most eight. */
  readonly names: readonly string[];
}

export const lockChoices = [5, 10, 15, 30, 60, 0] as const;

const storageKey = 'gongdao.preferences';
const defaults: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  density: 'compact',
  railCollapsed: false,
  lockAfterMinutes: 15,
  notify: true,
  names: [],
};

const listeners = new Set<() => void>();
let current: Preferences = read();

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return clean({ ...defaults, ...(stored as Partial<Preferences>) });
  } catch {
    return defaults;
  }
}

// The stored text may come from another version or have been edited.
function clean(p: Preferences): Preferences {
  return {
    language: p.language === 'en' ? 'en' : 'zh-CN',
    theme: p.theme === 'light' || p.theme === 'dark' ? p.theme : 'system',
    density: p.density === 'comfortable' ? 'comfortable' : 'compact',
    railCollapsed: p.railCollapsed === true,
    lockAfterMinutes: lockChoices.find((m) => m === p.lockAfterMinutes) ?? defaults.lockAfterMinutes,
    notify: p.notify !== false,
    names: Array.isArray(p.names) ? p.names.filter((n) => typeof n === 'string').slice(0, 8) : [],
  };
}

export function preferences(): Preferences {
  return current;
}

export function setPreferences(patch: Partial<Preferences>): void {
  current = clean({ ...current, ...patch });
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be forbidden; the choice then lasts until the window closes.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}
