import { useTranslation } from 'react-i18next';
import type { Clause, Plan } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import type { FieldWords } from '../../../ui/versions/words.tsx';
import type { FormLine } from './LinesTable.tsx';

/** What an outcome's lines, plan and clauses are called where two versions stand side by side. */
export function useOutcomeWords(names: Readonly<Record<string, string>>, settles: boolean): FieldWords {
  const { t } = useTranslation('outcome');
  const bilingual = useBilingual();
  const yuan = (amount: number | null): string => (amount === null ? '–' : formatYuan(fen(amount)));
  const line = (l: FormLine): string => {
    const parts = [
      [t('line.claimed'), yuan(l.claimedFen)],
      [t(settles ? 'line.amount' : 'line.awarded'), yuan(l.amountFen)],
      ...(l.lowFen === null ? [] : [[t('line.low'), yuan(l.lowFen)]]),
      ...(l.undisputedFen === null ? [] : [[t('line.undisputed'), yuan(l.undisputedFen)]]),
    ];
    return parts.map((p) => p.join(' ')).join('\n');
  };
  return {
    lines: {
      label: t('line.item'),
      row: (l: FormLine) => `${names[l.memberId] ?? ''} ${bilingual(l.title)}`,
      text: (v: FormLine | readonly FormLine[]) => (Array.isArray(v) ? null : line(v as FormLine)),
    },
    'plan.instalments': {
      label: t('plan.title'),
      text: (v: Plan['instalments']) =>
        v.length === 0
          ? t('plan.single')
          : v.map((i, n) => `${t('plan.n', { n: n + 1 })} ${i.due ?? ''} ${yuan(i.amountFen)}`).join('\n'),
    },
    'plan.restDay': { label: t('plan.restDay'), text: (v: Plan['restDay']) => t(`plan.rest.${v}`) },
    'plan.remainder': {
      label: t('plan.remainder'),
      text: (v: Plan['remainder']) => t(v === 'first' ? 'plan.remainderFirst' : 'plan.remainderLast'),
    },
    'plan.acceleration': { label: t('plan.acceleration') },
    clauses: {
      label: t('clauses.title'),
      text: (v: readonly Clause[] | null) => v?.map((c) => c.text).join('\n') ?? null,
    },
    settlesAll: { label: t('field.settlesAll') },
  };
}
