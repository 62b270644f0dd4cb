import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AidKind } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { FieldWord, FieldWords } from '../../ui/versions/words.tsx';
import { type FieldSpec, fieldsOf } from './aid-fields.ts';
import { aidOfficeQuery, proposalQuery } from './legal-aid.queries.ts';

/** Names of fields and choices whose keys come as data; a test proves that every one has its words. */
export function useAidWords(): {
  field: (key: string) => string;
  option: (group: string, value: string) => string;
} {
  const { t } = useTranslation('legal-aid');
  const say = (key: string): string => String(t(key as never));
  return {
    field: (key) => say(`field.${key}`),
    option: (group, value) => (group === 'satisfaction' ? value : say(`option.${group}.${value}`)),
  };
}

/** A step's fields in words, for the day when two people changed the same one. */
export function useStepWords(kind: AidKind, data: Output<'aid.forCase'>): FieldWords {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const queries = useQueryClient();
  // Both are on the screen by then: a lawyer and a standard are chosen from these lists.
  const lawyer = (id: string): string | null =>
    queries.getQueryData(proposalQuery(data.aidCaseId ?? '').queryKey)?.find((p) => p.lawyerId === id)
      ?.name ?? null;
  const standard = (id: string): string | null =>
    queries.getQueryData(aidOfficeQuery('standards', 'all').queryKey)?.standards.find((s) => s.id === id)?.name ?? null;

  function reading(spec: FieldSpec): FieldWord['text'] {
    const option = (value: string): string => words.option(spec.names ?? spec.key, value);
    const listed = (values: readonly string[], name: (value: string) => string): string | null =>
      values.length === 0 ? null : values.map(name).join(t('comma'));
    switch (spec.type) {
      case 'choice':
        return (value: string | number) => option(String(value));
      case 'yes-no':
        return (value: boolean) => option(value ? 'yes' : 'no');
      case 'choices':
        return (values: readonly string[]) => listed(values, option);
      case 'family':
        return (ids: readonly string[]) =>
          listed(ids, (id) => data.family.find((c) => c.caseId === id)?.number ?? '');
      case 'member':
        return (id: string) => data.members.find((m) => m.id === id)?.name ?? null;
      case 'lawyer':
        return lawyer;
      case 'standard':
        return standard;
      default:
        return undefined;
    }
  }

  return Object.fromEntries(
    fieldsOf[kind].flatMap((spec): [string, FieldWord][] => {
      const label = words.field(spec.key);
      const own: [string, FieldWord] = [spec.key, { label, text: reading(spec), both: spec.type === 'text' }];
      if (spec.type !== 'papers') return [own];
      return [
        own,
        ...(spec.values ?? []).map((paper): [string, FieldWord] => [
          `${spec.key}.${paper}`,
          {
            label: words.option(spec.names ?? spec.key, paper),
            text: (mark: 'in' | 'missing' | 'not-needed') => t(`mark.${mark}`),
          },
        ]),
      ];
    }),
  );
}
