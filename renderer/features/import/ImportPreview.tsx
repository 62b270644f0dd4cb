import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { Correction } from '../../../shared/features/transfer/sheet.ts';
import { Icon } from '../../ui/icons.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx';
import { Problems } from './Problems.tsx';
import { RowFix } from './RowFix.tsx';
import { useRosterSentence } from './use-roster-sentence.ts';

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

/** What bringing it in would do, worker by worker, and what is wrong where; both can be put right here. */
export function ImportPreview(props: {
  readonly preview: Preview;
  /** Row of the header, from 0. */
  readonly headerRow: number;
  readonly onFix: (correction: Correction) => void;
}) {
  const { preview } = props;
  const { t } = useTranslation('import-ui');
  const [filter, setFilter] = useState<Filter>('all');
  const [opened, setOpened] = useState<number | null>(null);
  const sentence = useRosterSentence();
  const workers = preview.workers.filter((w) => filter === 'all' || w.action === filter);
  const reasons = preview.workers.some((w) => w.reason !== null);
  const fixable = preview.workers.some((w) => w.cells.length > 0);
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
                {reasons && <th>{t('reason')}</th>}
                {fixable && <th aria-label={t('fixRow')} />}
              </tr>
            </thead>
            <tbody>
              {workers.slice(0, shownAtMost).map((w) => (
                <Fragment key={w.row}>
                  <tr>
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
                    {reasons && <td className="gd-reason">{w.reason === null ? '' : sentence(w.reason)}</td>}
                    {fixable && (
                      <td>
                        {w.cells.length > 0 && (
                          <Button
                            size="small"
                            type="text"
                            aria-expanded={opened === w.row}
                            aria-label={t('fixRowOf', { row: w.row })}
                            onClick={() => setOpened(opened === w.row ? null : w.row)}
                          >
                            {t('fixRow')}
                          </Button>
                        )}
                      </td>
                    )}
                  </tr>
                  {opened === w.row && w.cells.length > 0 && (
                    <tr>
                      <td colSpan={9}>
                        <RowFix worker={w} onFix={props.onFix} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
          {workers.length > shownAtMost && (
            <p className="gd-quiet">{t('more', { count: workers.length - shownAtMost })}</p>
          )}
        </section>
      </section>
      {preview.problems.length > 0 && (
        <Problems problems={preview.problems} headerRow={props.headerRow} onFix={props.onFix} />
      )}
    </>
  );
}
