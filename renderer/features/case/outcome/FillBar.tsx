import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../../shared/features/outcomes/settlement.rules.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { Select } from '../../../ui/Select.tsx';
import type { FormLine } from './LinesTable.tsx';

const bases = ['computed', 'claimed', 'low', 'undisputed'] as const;
const columns = ['amountFen', 'lowFen', 'undisputedFen'] as const;
export type FillColumn = (typeof columns)[number];

/** Fills a column of every line found with so many per cent of another. */
export function FillBar(props: {
  readonly count: number;
  readonly settles: boolean;
  readonly onFill: (column: FillColumn, value: (line: FormLine) => Fen | null) => void;
}) {
  const { count, settles, onFill } = props;
  const { t } = useTranslation('outcome');
  const [percent, setPercent] = useState('100');
  const [basis, setBasis] = useState<(typeof bases)[number]>('computed');
  const [column, setColumn] = useState<FillColumn>('amountFen');
  const text = percent.normalize('NFKC').replace(/%$/, '').trim();
  const good = /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100;
  const names = {
    amountFen: settles ? 'amount' : 'awarded',
    lowFen: 'low',
    undisputedFen: 'undisputed',
  } as const;
  return (
    <fieldset className="gd-fill">
      <div className="outcome-labelled">
        <span>{t('fill.of')}</span>
        <Select
          size="small"
          aria-label={t('fill.of')}
          value={basis}
          onChange={setBasis}
          popupMatchSelectWidth={false}
          options={bases
            .filter((b) => settles || b === 'computed' || b === 'claimed')
            .map((value) => ({ value, label: t(`fill.${value}`) }))}
        />
      </div>
      <div className="outcome-labelled">
        <span>{t('fill.percent')}</span>
        <Input
          size="small"
          aria-label={t('fill.percent')}
          style={{ width: 76 }}
          suffix="%"
          inputMode="decimal"
          value={percent}
          status={good ? '' : 'error'}
          onChange={(e) => setPercent(e.target.value)}
        />
      </div>
      {settles && (
        <div className="outcome-labelled">
          <span>{t('fill.into')}</span>
          <Select
            size="small"
            aria-label={t('fill.into')}
            value={column}
            onChange={setColumn}
            popupMatchSelectWidth={false}
            options={columns.map((value) => ({ value, label: t(`line.${names[value]}`) }))}
          />
        </div>
      )}
      <Button
        size="small"
        disabled={!good || count === 0}
        onClick={() =>
          onFill(column, (l) => {
            const from = l[`${basis}Fen`];
            return from === null ? null : partOf(from, text);
          })
        }
      >
        {t('fill.title', { count })}
      </Button>
      {!good && <span className="gd-amber">{t('fill.percentBad')}</span>}
    </fieldset>
  );
}
