import { fieldError } from '../../kernel/errors.ts';
import type { LawWarning } from '../common.ts';
import { lengthText } from '../counting/steps.ts';
import type { DueOptions, LocalVariant, RuleDefinition } from './types.ts';

export interface ChosenVariant {
  /** The local rule that sets the period, if one does. */
  readonly variant: LocalVariant | null;
  readonly warnings: LawWarning[];
  /** Where the local rule holds only if it ends earlier: what is said of it when it does not. */
  readonly orNational: LawWarning[] | null;
}

/**
 * The local rule to apply: the region's own where it replaces the national one or may be stricter, or the one a person
 * chose with a reason.
 * @throws AppError `invalid-input` naming `reason` or `variant`.
 */
export function chooseVariant(
  rule: RuleDefinition,
  region: string | undefined,
  options: DueOptions,
): ChosenVariant {
  const local = localVariants(rule, region);
  const { variant: choice } = options;
  if (choice === undefined) {
    const variant = local.find((v) => v.mode !== 'mention' && v.period) ?? null;
    return {
      variant,
      warnings: local.map((v) => spoken(v, v === variant)),
      orNational: variant?.mode === 'stricter' ? local.map((v) => spoken(v, false)) : null,
    };
  }
  if (!options.reason?.trim()) throw fieldError('reason', 'required');
  if (choice === 'national')
    return { variant: null, warnings: local.map((v) => spoken(v, false)), orNational: null };
  const chosen = localVariants(rule, choice).find((v) => v.period);
  if (!chosen) throw fieldError('variant', 'unknown-variant', { variant: choice });
  return { variant: chosen, warnings: [spoken(chosen, true)], orNational: null };
}

function localVariants(rule: RuleDefinition, region: string | undefined): LocalVariant[] {
  if (region === undefined) return [];
  return rule.variants
    .filter((v) => region.startsWith(v.region))
    .sort((a, b) => b.region.length - a.region.length);
}

function spoken(variant: LocalVariant, applied: boolean): LawWarning {
  if (!applied || !variant.period) return { code: 'local-rule', text: variant.text };
  const n = lengthText(variant.period.length, variant.period.unit);
  return {
    code: 'local-rule-applied',
    text: { zh: `${variant.text.zh}（已按${n.zh}计算）`, en: `${variant.text.en} (${n.en} applied)` },
  };
}
