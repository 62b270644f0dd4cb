import type { Bilingual } from '../common.ts';
import type { RuleDefinition } from './types.ts';

type Optional =
  | 'direction'
  | 'rolls'
  | 'extension'
  | 'restartable'
  | 'excludable'
  | 'interruptible'
  | 'force'
  | 'furtherSources'
  | 'notes'
  | 'variants';

export type RuleEntry = Omit<RuleDefinition, Optional> & Partial<Pick<RuleDefinition, Optional>>;

/** A rule with the usual values filled in: forward, rolling, statutory, no extension, no restart. */
export function rule(entry: RuleEntry): RuleDefinition {
  return {
    direction: 'after',
    rolls: true,
    extension: null,
    restartable: false,
    excludable: false,
    interruptible: false,
    force: 'statutory',
    furtherSources: [],
    notes: [],
    variants: [],
    ...entry,
  };
}

/** Text in both languages. */
export function say(zh: string, en: string): Bilingual {
  return { zh, en };
}
