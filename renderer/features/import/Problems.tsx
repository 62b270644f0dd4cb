import { Input, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { rosterFields } from '../../../shared/features/transfer/roster.types.ts';
import type { Correction } from '../../../shared/features/transfer/sheet.ts';
import { Icon } from '../../ui/icons.tsx';
import { useRosterSentence } from './use-roster-sentence.ts';

type Problem = Output<'transfer.preview'>['problems'][number];

/** As many as a person works through at a sitting; those mended make room for the next. */
const shownAtMost = 100;

/** What is wrong where, cell by cell as in the spreadsheet, each to be put right on the spot. */
export function Problems(props: {
  readonly problems: readonly Problem[];
  /** Row of the header, from 0: what stands in it is matched above, not mended here. */
  readonly headerRow: number;
  readonly onFix: (correction: Correction) => void;
}) {
  const { t } = useTranslation('import-ui');
  const [severity, setSeverity] = useState<'all' | 'error' | 'warning'>('all');
  const list = useRef<HTMLUListElement>(null);
  const errors = useMemo(() => props.problems.filter((p) => p.severity === 'error').length, [props.problems]);
  const shown = props.problems.filter((p) => severity === 'all' || p.severity === severity);
  const fixable = (p: Problem): boolean => p.column !== null && p.row > props.headerRow + 1;
  const fix = (p: Problem, text: string, next?: number): void => {
    if (p.column === null || text === p.value) return;
    // The mended one leaves the list once the roster is read again, and the next one takes its place.
    if (next !== undefined) window.setTimeout(() => list.current?.querySelectorAll('input')[next]?.focus());
    props.onFix({ row: p.row, column: p.column, text });
  };
  return (
    <section>
      <header className="gd-bar">
        <h3>{t('problems')}</h3>
        <Segmented<'all' | 'error' | 'warning'>
          size="small"
          value={severity}
          onChange={setSeverity}
          options={[
            { value: 'all', label: t('filterAll', { count: props.problems.length }) },
            { value: 'error', label: `${t('severity.error')} ${errors}`, disabled: errors === 0 },
            {
              value: 'warning',
              label: `${t('severity.warning')} ${props.problems.length - errors}`,
              disabled: props.problems.length === errors,
            },
          ]}
        />
        <span className="gd-quiet">{t('problemsHelp')}</span>
      </header>
      <ul className="plain gd-problems" ref={list}>
        {shown.slice(0, shownAtMost).map((p, i) => (
          <ProblemLine
            // What a row says is the key: a cell that was mended has another value, and a line of its own.
            key={`${p.row} ${p.column} ${p.code} ${p.value} ${p.params?.other ?? ''}`}
            problem={p}
            fixable={fixable(p)}
            onFix={(text, byKey) =>
              fix(p, text, byKey ? shown.slice(0, i).filter(fixable).length + 1 : undefined)
            }
          />
        ))}
      </ul>
      {shown.length > shownAtMost && (
        <p className="gd-quiet">{t('more', { count: shown.length - shownAtMost })}</p>
      )}
    </section>
  );
}

function ProblemLine(props: {
  readonly problem: Problem;
  readonly fixable: boolean;
  readonly onFix: (text: string, byKey: boolean) => void;
}) {
  const { t } = useTranslation('import-ui');
  const { problem: p } = props;
  const field = rosterFields.find((f) => f === p.field);
  const sentence = useRosterSentence()(p.code, { ...p.params, value: p.value });
  const place = p.column ? t('placeCell', { row: p.row, column: p.column }) : t('placeRow', { row: p.row });
  const label = field ? `${place} ${t(`field.${field}`)}` : place;
  return (
    <li>
      <span className={p.severity === 'error' ? 'gd-red' : 'gd-amber'} title={t(`severity.${p.severity}`)}>
        <Icon name={p.severity === 'error' ? 'overdue' : 'warning'} size={13} />
      </span>
      <span className="tabular gd-place-text">
        {place}
        {field && <span className="gd-quiet"> {t(`field.${field}`)}</span>}
      </span>
      <span>{sentence}</span>
      {props.fixable ? (
        <Input
          size="small"
          className="gd-fix"
          defaultValue={p.value}
          aria-label={`${t('fix')} ${label}`}
          aria-invalid={p.severity === 'error'}
          onPressEnter={(e) => props.onFix(e.currentTarget.value, true)}
          onBlur={(e) => props.onFix(e.currentTarget.value, false)}
        />
      ) : (
        p.value !== '' &&
        !sentence.includes(p.value) && <span className="gd-quiet gd-value">“{p.value}”</span>
      )}
    </li>
  );
}
