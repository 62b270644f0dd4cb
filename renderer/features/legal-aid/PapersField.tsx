import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import type { FieldSpec } from './aid-fields.ts';
import { useAidWords } from './use-words.ts';

const marks = ['unset', 'in', 'missing', 'not-needed'] as const;

/** Which papers are there, missing or not needed. */
export function PapersField({
  spec,
  value,
  onChange,
}: {
  spec: FieldSpec;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const held = (value ?? {}) as Readonly<Record<string, string>>;
  return (
    <ul className="aid-papers">
      {(spec.values ?? []).map((paper) => {
        const name = words.option(spec.names ?? spec.key, paper);
        const mark = held[paper] ?? 'unset';
        return (
          <li key={paper}>
            <span>{name}</span>
            <Select
              size="small"
              className={`aid-mark aid-mark-${mark}`}
              aria-label={name}
              value={mark}
              onChange={(next: string) => {
                const { [paper]: _, ...rest } = held;
                onChange(next === 'unset' ? rest : { ...rest, [paper]: next });
              }}
              options={marks.map((m) => ({ value: m, label: t(`mark.${m}`) }))}
            />
          </li>
        );
      })}
    </ul>
  );
}
