import { disagreementsOf } from './readings.ts';
import type { DueOptions, RuleDefinition } from './types.ts';

/**
 * What still holds of a choice that was made earlier: a reading or a local rule that the data no longer have is left
 * out, so that an old choice never keeps a case from being dated.
 */
export function knownOptions(rule: RuleDefinition, options: DueOptions): DueOptions {
  const disagreements = disagreementsOf(rule);
  const readings = Object.fromEntries(
    Object.entries(options.readings ?? {}).filter(([id, reading]) =>
      disagreements.some((d) => d.id === id && d.readings.some((r) => r.id === reading)),
    ),
  );
  const { variant, reason } = options;
  const stands =
    variant === 'national' ||
    (variant !== undefined && rule.variants.some((v) => v.period && variant.startsWith(v.region)));
  return {
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
    ...(stands ? { variant } : {}),
    ...(reason !== undefined ? { reason } : {}),
  };
}
