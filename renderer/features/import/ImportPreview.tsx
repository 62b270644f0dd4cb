import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { rosterFields } from '../../../shared/features/transfer/roster.types.ts';
import { Icon } from '../../ui/icons.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';

type Preview = Output<'transfer.preview'>;
type Action = Preview['workers'][number]['action'];
type Filter = Action | 'all';

const tones: Record<Action, Tone> = {
  add: 'green',
  update: 'accent',
  same: 'neutral',
  conflict: 'amber',
  error: 'red',
};
/** Other cases with the same workers that are named; a person needs one or two to see the slip. */
const casesShown = 3;
const shownAtMost = 300;

/** What bringing it in would do, worker by worker, and what is wrong where. */
export function ImportPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('import-ui');
  const [filter, setFilter] = useState<Filter>('all');
  const [severity, setSeverity] = useState<'all' | 'error' | 'warning'>('all');
  const sentence = useRosterSentence();
  const workers = preview.workers.filter((w) => filter === 'all' || w.action === filter);
  const problems = preview.problems.filter((p) => severity === 'all' || p.severity === severity);
  const errors = useMemo(
    () => preview.problems.filter((p) => p.severity === 'error').length,
    [preview.problems],
  );
  return (
    <>
      <section>
        <header className="gd-bar">
          <h3>{t('preview')}</h3>
          <Segmented<Filter>
            size="small"
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: t('filterAll', { count: preview.workers.length }) },
              ...(['add', 'update', 'same', 'conflict', 'error'] as const).map((value) => ({
                value,
                label: `${t(`count.${value}`)} ${preview.counts[value]}`,
                disabled: preview.counts[value] === 0,
              })),
            ]}
          />
          <span className="gd-spring" />
          <span>
            {t('total')} <MoneyText fen={preview.totalOwedFen} unit />
          </span>
          {preview.skippedRows > 0 && (
            <span className="gd-quiet">{t('skipped', { count: preview.skippedRows })}</span>
          )}
        </header>
        {preview.elsewhere.length > 0 && (
          <ul className="plain gd-elsewhere gd-amber">
            {preview.elsewhere.slice(0, casesShown).map((other) => (
              <li key={other.caseId}>
                <Icon name="warning" size={13} />{' '}
                <Link to="/cases/$caseId" params={{ caseId: other.caseId }}>
                  {t('elsewhere', { count: other.workers, number: other.number })}
                </Link>
              </li>
            ))}
            {preview.elsewhere.length > casesShown && (
              <li>{t('elsewhereMore', { count: preview.elsewhere.length - casesShown })}</li>
            )}
          </ul>
        )}
        {preview.workers.length === 0 && (
          <div className="note note-amber" role="status">
            <strong>{t('nobody')}</strong> {t('nobodyHelp')}
          </div>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
        <section className="gd-preview" tabIndex={0} aria-label={t('preview')}>
          <table className="gd-table">
            <thead>
              <tr>
                <th className="gd-num">{t('row')}</th>
                <th>{t('action')}</th>
                <th>{t('field.name')}</th>
                <th>{t('field.idNumber')}</th>
                <th>{t('field.phone')}</th>
                <th>{t('field.team')}</th>
                <th className="gd-num">{t('field.owed')}</th>
                {preview.counts.conflict > 0 && <th>{t('reason')}</th>}
              </tr>
            </thead>
            <tbody>
              {workers.slice(0, shownAtMost).map((w) => (
                <tr key={w.row}>
                  <td className="gd-num tabular gd-quiet">{w.row}</td>
                  <td>
                    <StatusChip tone={tones[w.action]}>{t(`count.${w.action}`)}</StatusChip>
                  </td>
                  <td title={w.name}>{w.name}</td>
                  <td className="tabular">{w.idNumber}</td>
                  <td className="tabular">{w.phone}</td>
                  <td>{w.team}</td>
                  <td className="gd-num">
                    <MoneyText fen={w.owedFen} />
                  </td>
                  {preview.counts.conflict > 0 && (
                    <td className="gd-reason">{w.reason === null ? '' : sentence(w.reason)}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {workers.length > shownAtMost && (
            <p className="gd-quiet">{t('more', { count: workers.length - shownAtMost })}</p>
          )}
        </section>
      </section>
      {preview.problems.length > 0 && (
        <section>
          <header className="gd-bar">
            <h3>{t('problems')}</h3>
            <Segmented<'all' | 'error' | 'warning'>
              size="small"
              value={severity}
              onChange={setSeverity}
              options={[
                { value: 'all', label: t('filterAll', { count: preview.problems.length }) },
                { value: 'error', label: `${t('severity.error')} ${errors}`, disabled: errors === 0 },
                {
                  value: 'warning',
                  label: `${t('severity.warning')} ${preview.problems.length - errors}`,
                  disabled: preview.problems.length === errors,
                },
              ]}
            />
            <span className="gd-quiet">{t('problemsHelp')}</span>
          </header>
          <ul className="plain gd-problems">
            {problems.slice(0, shownAtMost).map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in a row
              <Problem key={i} problem={p} />
            ))}
          </ul>
          {problems.length > shownAtMost && (
            <p className="gd-quiet">{t('more', { count: problems.length - shownAtMost })}</p>
          )}
        </section>
      )}
    </>
  );
}

/** The sentence of a code of `import.json`; a newer code than this page knows is shown as it is. */
function useRosterSentence(): (code: string, params?: object) => string {
  const { t, i18n } = useTranslation('import-ui');
  return (code, params = {}) => {
    const key = `import:${code}`;
    const known = i18n.exists(key)
      ? (i18n.t(key as never, params as never) as unknown as string)
      : t('unknownProblem', { code });
    // A place in the sentence that the preview has no fact for must not show its mark.
    return known.replace(/\{\{\w+\}\}/g, '…');
  };
}

function Problem({ problem: p }: { problem: Preview['problems'][number] }) {
  const { t } = useTranslation('import-ui');
  const field = rosterFields.find((f) => f === p.field);
  const sentence = useRosterSentence()(p.code, { ...p.params, value: p.value });
  return (
    <li>
      <span className={p.severity === 'error' ? 'gd-red' : 'gd-amber'} title={t(`severity.${p.severity}`)}>
        <Icon name={p.severity === 'error' ? 'overdue' : 'warning'} size={13} />
      </span>
      <span className="tabular gd-place-text">
        {p.column ? t('placeCell', { row: p.row, column: p.column }) : t('placeRow', { row: p.row })}
        {field && <span className="gd-quiet"> {t(`field.${field}`)}</span>}
      </span>
      <span>{sentence}</span>
      {p.value !== '' && !sentence.includes(p.value) && (
        <span className="gd-quiet gd-value">“{p.value}”</span>
      )}
    </li>
  );
}
