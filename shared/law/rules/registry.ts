import { AppError } from '../../kernel/errors.ts';
import { afterAwardRules } from './data/after-award.ts';
import { arbitrationRules } from './data/arbitration.ts';
import { limitationRules } from './data/limitation.ts';
import { otherTrackRules } from './data/other-tracks.ts';
import { serviceRules } from './data/service.ts';
import type { RuleDefinition } from './types.ts';

const rules: readonly RuleDefinition[] = [
  ...limitationRules,
  ...serviceRules,
  ...arbitrationRules,
  ...afterAwardRules,
  ...otherTrackRules,
];

const byId: ReadonlyMap<string, RuleDefinition> = new Map(rules.map((r) => [r.id, r]));

/** Every time limit, in the order a case meets them. */
export function listRules(): readonly RuleDefinition[] {
  return rules;
}

/** @throws AppError `not-found` for an unknown id. */
export function ruleOf(id: string): RuleDefinition {
  const found = byId.get(id);
  if (!found) throw new AppError('not-found', { details: { rule: id.slice(0, 60) } });
  return found;
}
