import { listRules } from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';

const byId = new Map(listRules().map((rule) => [rule.id, rule]));

/** Title of a time limit by its id; the id itself when this version does not know it. */
export function useRuleName(): (ruleId: string) => string {
  const pick = useBilingual();
  return (ruleId) => {
    const rule = byId.get(ruleId);
    return rule ? pick(rule.title) : ruleId;
  };
}
