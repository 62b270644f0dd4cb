import { AppError } from '../../kernel/errors.ts';
import type { Bilingual } from '../common.ts';
import { afterAwardRules } from './data/after-award.ts';
import { arbitrationRules } from './data/arbitration.ts';
import { furtherArbitrationRules } from './data/arbitration-further.ts';
import { arbitrationProvisions } from './data/arbitration-provisions.ts';
import { awardEffectProvisions, awardRemedyRules } from './data/award-remedies.ts';
import { countingProvisions, countingRules } from './data/counting.ts';
import {
  enforcementProvisions,
  enforcementRules,
  paymentOrderProvisions,
  paymentOrderRules,
} from './data/enforcement.ts';
import { inspectionProvisions, inspectionRules } from './data/inspection.ts';
import { jurisdictionProvisions } from './data/jurisdiction.ts';
import { legalAidProvisions, legalAidRules } from './data/legal-aid.ts';
import { limitationRules } from './data/limitation.ts';
import { limitationProvisions, specialLimitationRules } from './data/limitation-special.ts';
import { litigationProvisions, litigationRules } from './data/litigation.ts';
import { mediationRules } from './data/mediation.ts';
import { localServiceRules, serviceProvisions, serviceRules } from './data/service.ts';
import { wageDutyProvisions, wageDutyRules } from './data/wage-duties.ts';
import { workInjuryRules } from './data/work-injury.ts';
import { say } from './define.ts';
import type { ProvisionDefinition, RuleDefinition } from './types.ts';

/** A chapter of the law as a trainee looks for it: the limits, and beside them what decides them. */
export interface LawPart {
  readonly id: string;
  readonly title: Bilingual;
  readonly rules: readonly RuleDefinition[];
  readonly provisions: readonly ProvisionDefinition[];
}

function part(
  id: string,
  zh: string,
  en: string,
  rules: readonly RuleDefinition[],
  provisions: readonly ProvisionDefinition[] = [],
): LawPart {
  return { id, title: say(zh, en), rules, provisions };
}

const parts: readonly LawPart[] = [
  part('counting', '期间计算', 'Counting', countingRules, countingProvisions),
  part('service', '送达', 'Service', [...serviceRules, ...localServiceRules], serviceProvisions),
  part(
    'limitation',
    '时效',
    'Limitation',
    [...limitationRules, ...specialLimitationRules],
    limitationProvisions,
  ),
  part('jurisdiction', '管辖与组成', 'Jurisdiction and composition', [], jurisdictionProvisions),
  part('mediation', '协商与调解', 'Negotiation and mediation', mediationRules),
  part(
    'arbitration',
    '仲裁',
    'Arbitration',
    [...arbitrationRules, ...furtherArbitrationRules],
    arbitrationProvisions,
  ),
  part(
    'after-award',
    '裁决之后',
    'After the award',
    [...afterAwardRules, ...awardRemedyRules],
    awardEffectProvisions,
  ),
  part('litigation', '诉讼', 'Litigation', litigationRules, litigationProvisions),
  part('enforcement', '执行', 'Enforcement', enforcementRules, enforcementProvisions),
  part('payment-order', '支付令', 'Payment order', paymentOrderRules, paymentOrderProvisions),
  part('legal-aid', '法律援助', 'Legal aid', legalAidRules, legalAidProvisions),
  part('inspection', '劳动监察', 'Labour inspection', inspectionRules, inspectionProvisions),
  part('work-injury', '工伤与劳动能力鉴定', 'Work injury and appraisal', workInjuryRules),
  part('wage-duties', '工资支付与劳动合同', 'Wage payment and contracts', wageDutyRules, wageDutyProvisions),
];

const rules = parts.flatMap((p) => p.rules);
const provisions = parts.flatMap((p) => p.provisions);
const byId: ReadonlyMap<string, RuleDefinition> = new Map(rules.map((r) => [r.id, r]));
const provisionsById: ReadonlyMap<string, ProvisionDefinition> = new Map(provisions.map((p) => [p.id, p]));

/** Every time limit, in the order a case meets them. */
export function listRules(): readonly RuleDefinition[] {
  return rules;
}

/** Every rule without a limit of its own that decides one or is looked for beside it. */
export function listProvisions(): readonly ProvisionDefinition[] {
  return provisions;
}

/** Limits and provisions by chapter. */
export function listParts(): readonly LawPart[] {
  return parts;
}

/**
 * @throws AppError `not-found` for an unknown id; with `reason: no-period` and the title for a provision, which has
 * nothing to count.
 */
export function ruleOf(id: string): RuleDefinition {
  const found = byId.get(id);
  const provision = found ? undefined : provisionsById.get(id);
  if (provision) {
    const { zh, en } = provision.title;
    throw new AppError('not-found', { details: { rule: id, reason: 'no-period', zh, en } });
  }
  if (!found) throw new AppError('not-found', { details: { rule: id.slice(0, 60) } });
  return found;
}

/** @throws AppError `not-found` for an unknown id. */
export function provisionOf(id: string): ProvisionDefinition {
  const found = provisionsById.get(id);
  if (!found) throw new AppError('not-found', { details: { provision: id.slice(0, 60) } });
  return found;
}
