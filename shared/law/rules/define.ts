import type { Bilingual } from '../common.ts';
import type { Period } from '../counting/types.ts';
import { dutyOf } from './data/provision-duties.ts';
import { exampleOf } from './data/provision-examples.ts';
import type { Doubt, ProvisionDefinition, ProvisionDuty, RuleDefinition } from './types.ts';

type Optional =
  | 'direction'
  | 'rolls'
  | 'sense'
  | 'fixed'
  | 'extension'
  | 'openExtension'
  | 'restartable'
  | 'excludable'
  | 'interruptible'
  | 'interruptionSources'
  | 'suspension'
  | 'force'
  | 'furtherSources'
  | 'notes'
  | 'doubts'
  | 'variants'
  | 'disagreements'
  | 'regions';

export type RuleEntry = Omit<RuleDefinition, Optional> & Partial<Pick<RuleDefinition, Optional>>;

/** A rule with the usual values filled in: forward, rolling, statutory, no extension, no restart. */
export function rule(entry: RuleEntry): RuleDefinition {
  return {
    direction: 'after',
    rolls: true,
    sense: 'deadline',
    fixed: null,
    extension: null,
    openExtension: null,
    restartable: false,
    excludable: false,
    interruptible: false,
    interruptionSources: [],
    suspension: 'anywhere',
    force: 'statutory',
    furtherSources: [],
    notes: [],
    doubts: [],
    variants: [],
    disagreements: [],
    regions: [],
    ...entry,
  };
}

type OptionalInProvision = 'furtherSources' | 'notes' | 'doubts' | 'regions';

/** A provision with its example, whom it binds, and empty lists filled in. */
export function provision(
  entry: Omit<ProvisionDefinition, OptionalInProvision | 'example' | keyof ProvisionDuty> &
    Partial<Pick<ProvisionDefinition, OptionalInProvision>>,
): ProvisionDefinition {
  return {
    furtherSources: [],
    notes: [],
    doubts: [],
    regions: [],
    example: exampleOf(entry.id),
    ...dutyOf(entry.id),
    ...entry,
  };
}

/** Text in both languages. */
export function say(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** Something of a rule that is still to be checked. */
export function doubt(zh: string, en: string): Doubt {
  return { text: { zh, en } };
}

/** The event a period runs from, with its words. */
export function on(event: string, zh: string, en: string): RuleDefinition['trigger'] {
  return { event, words: { zh, en } };
}

export const days = (length: number): Period => ({ length, unit: 'natural-day' });
export const workingDays = (length: number): Period => ({ length, unit: 'working-day' });
export const months = (length: number): Period => ({ length, unit: 'month' });
export const years = (length: number): Period => ({ length, unit: 'year' });

/** What most limits of an organ have in common: nothing happens by itself when they pass. */
export const urge = say(
  '无直接法律后果，可催办或向上级反映。',
  'No direct effect; ask the organ to act or complain to its superior.',
);
