import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { Icon } from '../../../ui/icons.tsx';
import { suggestedRespondents } from './co-parties.ts';
import type { RespondentForm } from './party-form.ts';

/** Who else might be named, with the article, each added with one press; the handler decides. */
export function CoPartySuggestions({
  respondents,
  onSite,
  migrantWorkers,
  onAdd,
}: {
  readonly respondents: readonly RespondentForm[];
  readonly onSite: boolean;
  /** True while it may be so: an open answer still calls for the suggestion. */
  readonly migrantWorkers: boolean;
  readonly onAdd: (respondent: RespondentForm) => void;
}) {
  const { t } = useTranslation('case');
  const bilingual = useBilingual();
  const { cite } = useSourceText();
  const found = useMemo(
    () => suggestedRespondents(respondents, onSite, migrantWorkers),
    [respondents, onSite, migrantWorkers],
  );
  if (found.length === 0) return null;
  return (
    <div className="gd-suggest">
      <p>
        <strong>{t('parties.suggest')}</strong> <span className="gd-quiet">{t('parties.suggestHelp')}</span>
      </p>
      <ul className="plain">
        {found.map(({ suggestion, respondent }) => (
          <li key={respondent.capacity}>
            <Button size="small" icon={<Icon name="plus" size={13} />} onClick={() => onAdd(respondent)}>
              {t(`capacity.${respondent.capacity}`)}
            </Button>
            <span>
              {t(`footing.${respondent.footing}`)} · {bilingual(suggestion.reason)}{' '}
              <span className="gd-quiet">
                {suggestion.citations
                  .map((c) => cite({ instrument: c.law, article: c.article }))
                  .join(t('listComma'))}
                {!suggestion.certain && ` · ${t('parties.perhaps')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
