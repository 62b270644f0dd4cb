import { useTranslation } from 'react-i18next';
import type { PersonFields } from '../../../shared/features/people/people.contract.ts';

/** One field of a person as a line; empty when nothing is known. */
export function useFieldText(): (name: keyof PersonFields, fields: PersonFields) => string {
  const { t } = useTranslation('people');
  return (name, fields) => {
    if (name === 'guardian') {
      const { guardian: g } = fields;
      return g ? [g.name, g.relation, g.phone].filter(Boolean).join(' · ') : '';
    }
    if (name === 'aliases' || name === 'phones') return fields[name].join('、');
    if (name === 'sex') return fields.sex ? t(`sex.${fields.sex}`) : '';
    if (name === 'kind') return t(`kinds.${fields.kind}`);
    if (name === 'idType') return fields.idNumber ? t(`idType.${fields.idType}`) : '';
    return fields[name] ?? '';
  };
}
