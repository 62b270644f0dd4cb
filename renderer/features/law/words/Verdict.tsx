import { useTranslation } from 'react-i18next';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { calculate } from '../../../../shared/law/index.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { lawTables } from '../law-data.ts';

const shown = ['normalized', 'kind', 'birth', 'sex', 'regionCode'] as const;
const coded: ReadonlySet<string> = new Set(['kind', 'sex']);

/** `四川省成都市锦江区`; null for a code that no table has. */
function placeOf(code: string): string | null {
  try {
    const { result } = calculate('admin-division', { code }, lawTables());
    const { province, city, district } = result as { province?: string; city?: string; district?: string };
    return [...new Set([province, city, district])].filter(Boolean).join('') || null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The answer to a check of a number: right or wrong and why, and what the number says. */
export function Verdict({ result }: { result: unknown }) {
  const { t } = useTranslation('law');
  if (typeof result !== 'object' || result === null) return null;
  const facts = result as Readonly<Record<string, unknown>>;
  const reason = typeof facts.reason === 'string' ? facts.reason : null;
  // The codes come as data; every one has its words, as a test proves.
  const word = (key: string): string => String(t(`words.${key}` as never));
  return (
    <div className="verdict">
      {typeof facts.valid === 'boolean' && (
        <p role="status">
          {facts.valid ? (
            <StatusChip tone="green" icon="check">
              {t('words.valid')}
            </StatusChip>
          ) : (
            <StatusChip tone="red" icon="warning">
              {reason ? word(`reason.${reason}`) : t('words.invalid')}
            </StatusChip>
          )}
        </p>
      )}
      <dl className="facts">
        {shown.flatMap((key) => {
          const value = facts[key];
          if (typeof value !== 'string' || value === '') return [];
          const place = key === 'regionCode' ? placeOf(value) : null;
          return [
            <dt key={`${key} name`}>{word(`fact.${key}`)}</dt>,
            <dd key={key} className="tabular">
              {coded.has(key) ? word(`value.${value}`) : value}
              {place && <span className="quiet"> {place}</span>}
            </dd>,
          ];
        })}
      </dl>
    </div>
  );
}
