import { useTranslation } from 'react-i18next';
import type { Family } from '../../../../shared/features/families/families.contract.ts';

type Link = Family['links'][number];

/** What one case is to another, seen from `caseId`: “continued there”, “came from”. Null where no link joins the two. */
export function useRelation(): (link: Link, caseId: string) => string {
  const { t } = useTranslation('family');
  return (link, caseId) => t(`relation.${link.kind}.${link.fromId === caseId ? 'to' : 'from'}`);
}

/** The link between two cases of a family, if one joins them directly. */
export function linkBetween(links: readonly Link[], a: string, b: string): Link | undefined {
  return links.find((l) => (l.fromId === a && l.toId === b) || (l.fromId === b && l.toId === a));
}
