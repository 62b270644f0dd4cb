import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import {
  type CalculatorInfo,
  calculatorGroups,
  citation,
  type LawContext,
  listCalculators,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useToday } from '../../../ui/today.ts';
import { VerificationChip } from '../../../ui/WorkingSheet.tsx';
import { settingsQuery } from '../../office/office.queries.ts';
import { useLawData } from '../law-data.ts';
import { matches } from '../search.ts';
import { useCurrentInView } from '../use-current-in-view.ts';
import { FieldControl } from './FieldControl.tsx';
import { Fold } from './Fold.tsx';
import { fieldsOf } from './fields.ts';
import { useFieldWords } from './labels.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { ResultPane } from './ResultPane.tsx';
import { sectionsOf } from './sections.ts';
import { fromInput, isEmpty, type Raw, type RawValue } from './values.ts';

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

function useLawContext(): LawContext {
  const settings = useQuery(settingsQuery());
  const today = useToday();
  const region = settings.data?.regionCode;
  const { tables } = useLawData();
  return useMemo(() => ({ ...tables, asOf: today, ...(region ? { region } : {}) }), [region, tables, today]);
}

/** The form of one calculator and, beside it, what it comes to while one types. */
export function Workbench({ info }: { info: CalculatorInfo }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const words = useFieldWords(info.id);
  const ctx = useLawContext();
  const [raw, setRaw] = useState<Raw>(() => typed.get(info.id) ?? {});
  // A field's own sentence waits until the person has been there.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fields = useMemo(() => fieldsOf(info.inputSchema), [info]);
  const { main, folded } = useMemo(() => sectionsOf(info.id, fields, info.example), [info, fields]);
  const latest = useDeferredValue(raw);
  const outcome = useMemo(() => outcomeOf(info.id, fields, latest, ctx), [info, fields, latest, ctx]);
  const issues = useMemo(() => visibleIssues(outcome, left), [outcome, left]);
  const asked = outcome.state === 'refused' ? [...outcome.issues.keys()] : [];

  const keep = (next: Raw): void => {
    typed.set(info.id, next);
    setRaw(next);
  };
  const change = (path: string, value: RawValue): void => keep({ ...raw, [path]: value });
  const start = (next: Raw): void => {
    setLeft(new Set());
    keep(next);
  };
  const control = (field: (typeof fields)[number]) => (
    <FieldControl
      key={field.path}
      calculatorId={info.id}
      field={field}
      words={words}
      raw={raw}
      issues={issues}
      onChange={change}
    />
  );
  return (
    <article className="calc" aria-labelledby="calc-title">
      <header className="calc-head">
        <h2 id="calc-title">{pick(info.title)}</h2>
        <VerificationChip status={info.status} />
        <div className="calc-actions">
          <Button size="small" onClick={() => start(fromInput(fields, info.example))}>
            {t('calc.example')}
          </Button>
          <Button size="small" onClick={() => start({})} disabled={Object.values(raw).every(isEmpty)}>
            {t('calc.clear')}
          </Button>
        </div>
        <p className="quiet">{pick(info.summary)}</p>
      </header>
      <form
        className="calc-form"
        autoComplete="off"
        onSubmit={(e) => e.preventDefault()}
        onBlur={(e) => {
          const path = (e.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field;
          if (path && !left.has(path)) setLeft(new Set([...left, path]));
        }}
      >
        {main.map(control)}
        {folded.map(([section, own]) => {
          const needed = own.some((f) => asked.some((p) => p === f.path || p.startsWith(`${f.path}.`)));
          const filled = own.filter((f) => !isEmpty(raw[f.path])).length;
          return (
            <Fold
              key={section}
              title={t(`calc.section.${section}`)}
              note={filled > 0 ? t('calc.filled', { count: filled }) : null}
              open={needed || filled > 0}
            >
              {own.map(control)}
            </Fold>
          );
        })}
      </form>
      <ResultPane info={info} fields={fields} words={words} outcome={outcome} />
    </article>
  );
}

function visibleIssues(outcome: Outcome, left: ReadonlySet<string>): ReadonlyMap<string, FieldIssue> {
  if (outcome.state !== 'refused') return new Map();
  const isLeft = (path: string): boolean => [...left].some((l) => path === l || path.startsWith(`${l}.`));
  return new Map([...outcome.issues].filter(([path, issue]) => issue.code !== 'required' || isLeft(path)));
}
