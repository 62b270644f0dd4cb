import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CalculatorInfo,
  calculatorGroups,
  citation,
  listCalculators,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { matches } from '../search.ts';
import { useCurrentInView } from '../use-current-in-view.ts';
import { CalculatorForm, useReading } from './CalculatorForm.tsx';
import { fromInput, isEmpty, type Raw } from './values.ts';

const calculators = listCalculators();

/** Every calculator, usable without a case. What was typed stays while the window is open, and nowhere else. */
export function CalculatorsTab({ id }: { id: string | undefined }) {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  const [text, setText] = useState('');
  const list = useCurrentInView(id);
  const found = calculators.filter((c) =>
    matches(text, [c.id, c.title, c.summary, ...c.sources.map((s) => citation(s))]),
  );
  const info = calculators.find((c) => c.id === id) ?? calculators[0];
  return (
    <div className="law">
      <div className="law-list" ref={list}>
        <div className="law-filter">
          <Input
            size="small"
            allowClear
            prefix={<Icon name="search" size={14} />}
            aria-label={t('calc.filter')}
            placeholder={t('calc.filter')}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        </div>
        <nav aria-label={t('calc.list')}>
          {calculatorGroups.map((group) => {
            const own = found.filter((c) => c.group === group);
            if (own.length === 0) return null;
            return (
              <section key={group}>
                <h2>{t(`calc.group.${group}`)}</h2>
                <ul className="plain">
                  {own.map((c) => (
                    <li key={c.id}>
                      <Link
                        to="/law"
                        search={{ tab: 'calculators', id: c.id }}
                        className="law-entry law-entry-line"
                        aria-current={c.id === info?.id ? 'true' : undefined}
                        title={pick(c.summary)}
                      >
                        <span>{pick(c.title)}</span>
                        {c.status !== 'verified' && (
                          <span className="law-mark">{tc(`verification.${c.status}.name`)}</span>
                        )}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </nav>
        {found.length === 0 && (
          <EmptyState title={t('calc.none')}>
            <button type="button" className="link" onClick={() => setText('')}>
              {tc('action.clear')}
            </button>
          </EmptyState>
        )}
      </div>
      {info && <Workbench key={info.id} info={info} />}
    </div>
  );
}

// In memory only: wages and names are personal data.
const typed = new Map<string, Raw>();

/** Forgets what was typed into every calculator. */
export function forgetTyped(): void {
  typed.clear();
}

/** One calculator without a case: what was typed stays while the window is open. */
export function Workbench({ info }: { info: CalculatorInfo }) {
  const { t } = useTranslation('law');
  const [raw, setRaw] = useState<Raw>(() => typed.get(info.id) ?? {});
  const [round, setRound] = useState(0);
  const reading = useReading(info, raw);
  const keep = (next: Raw): void => {
    typed.set(info.id, next);
    setRaw(next);
  };
  const start = (next: Raw): void => {
    setRound(round + 1);
    keep(next);
  };
  return (
    <CalculatorForm key={round} info={info} raw={raw} reading={reading} onChange={keep}>
      <Button size="small" onClick={() => start(fromInput(reading.fields, info.example))}>
        {t('calc.example')}
      </Button>
      <Button size="small" onClick={() => start({})} disabled={Object.values(raw).every(isEmpty)}>
        {t('calc.clear')}
      </Button>
    </CalculatorForm>
  );
}
