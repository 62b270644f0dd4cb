import { useTranslation } from 'react-i18next';
import { divisionText } from '../../../ui/region/divisions.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';

const shown = ['normalized', 'kind', 'birth', 'sex', 'regionCode', 'province', 'city', 'district'] as const;
const coded: ReadonlySet<string> = new Set(['kind', 'sex']);

/** The answer to a check of a number: right or wrong and why, and what the number says. */
export function Verdict({ result }: { result: unknown }) {
  const { t, i18n } = useTranslation('law');
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
          const place = key === 'regionCode' ? divisionText(value, i18n.language === 'en') : null;
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
