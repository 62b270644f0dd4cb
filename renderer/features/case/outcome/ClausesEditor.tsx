import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ClauseFacts,
  defaultClauses,
  renderClause,
  tokensOf,
} from '../../../../shared/features/outcomes/clauses.rules.ts';
import type { Clause } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { useShownIssues } from '../form/issues.tsx';
import { IssueLine } from './IssueLine.tsx';

/** The agreement's text. Words may be changed, figures come from the columns whatever is changed. */
export function ClausesEditor(props: {
  readonly facts: ClauseFacts;
  /** Null: as generated. */
  readonly clauses: readonly Clause[] | null;
  readonly readOnly: boolean;
  readonly onChange: (clauses: Clause[] | null) => void;
}) {
  const { facts, clauses, readOnly, onChange } = props;
  const { t } = useTranslation('outcome');
  const { say } = useNotices();
  const { shown } = useShownIssues();
  const [editing, setEditing] = useState(clauses !== null);
  const list = clauses ?? defaultClauses(facts);
  const tokens = tokensOf(facts);
  const blank = clauses === null && !editing && facts.totalFen === 0;
  const texts = list.map((c) => renderClause(c.text, tokens));
  const set = (i: number, text: string): void => onChange(list.map((c, k) => (k === i ? { ...c, text } : c)));
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(texts.map((text, i) => `${i + 1}. ${text}`).join('\n'));
    say(t('clauses.copied'));
  };
  return (
    <section data-field="clauses">
      <div className="gd-claim-head">
        <h3>{t('clauses.title')}</h3>
        <span className="gd-spring" />
        {!readOnly && !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('clauses.edit')}
          </Button>
        )}
        {!readOnly && clauses !== null && (
          <Button
            size="small"
            onClick={() => {
              onChange(null);
              setEditing(false);
            }}
          >
            {t('clauses.reset')}
          </Button>
        )}
        <Button size="small" disabled={blank} onClick={() => void copy()}>
          {t('clauses.copy')}
        </Button>
      </div>
      {editing && <p className="gd-quiet">{t('clauses.lead')}</p>}
      {/* Nothing is agreed on yet: sentences about nobody and nothing would only mislead. */}
      {blank && <p className="gd-quiet">{t('clauses.blank')}</p>}
      <ol className="outcome-clauses" lang="zh-CN" hidden={blank}>
        {list.map((clause, i) => (
          <li key={clause.id} data-field={`clauses.${i}`}>
            {editing && !readOnly && (
              <div className="outcome-clause">
                <Input.TextArea
                  value={clause.text}
                  rows={2}
                  maxLength={4000}
                  className="gd-long"
                  aria-label={t('clauses.n', { n: i + 1 })}
                  {...(shown.has(`clauses.${i}`) ? { 'aria-invalid': true, status: 'error' as const } : {})}
                  onChange={(e) => set(i, e.target.value)}
                />
                <button
                  type="button"
                  className="gd-icon-button"
                  aria-label={t('clauses.remove', { n: i + 1 })}
                  onClick={() => onChange(list.filter((_, k) => k !== i))}
                >
                  <Icon name="close" size={13} />
                </button>
              </div>
            )}
            <p className={editing ? 'gd-quiet' : ''}>{texts[i]}</p>
            <IssueLine issue={shown.get(`clauses.${i}`)} />
          </li>
        ))}
      </ol>
      {editing && !readOnly && (
        <>
          <Button
            size="small"
            onClick={() => onChange([...list, { id: `own-${crypto.randomUUID().slice(0, 8)}`, text: '' }])}
          >
            {t('clauses.add')}
          </Button>
          <p className="gd-quiet outcome-tokens">
            {t('clauses.tokens')}{' '}
            <span lang="zh-CN">{[...tokens.keys()].map((name) => `{${name}}`).join(' ')}</span>
          </p>
        </>
      )}
    </section>
  );
}
