import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import type { CalculatorInfo, LawContext } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { VerificationChip } from '../../../ui/WorkingSheet.tsx';
import { useLawContext } from '../law-context.ts';
import { FieldControl } from './FieldControl.tsx';
import { Fold } from './Fold.tsx';
import { type FieldSpec, fieldsOf } from './fields.ts';
import { useFieldWords } from './labels.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type MethodChoice, ResultPane } from './ResultPane.tsx';
import { sectionsOf } from './sections.ts';
import { isEmpty, type Raw, type RawValue } from './values.ts';

export interface Reading {
  readonly fields: readonly FieldSpec[];
  readonly outcome: Outcome;
  readonly ctx: LawContext;
}

/** What a form's present text comes to, by the data that this office applies; computed while one types. */
export function useReading(info: CalculatorInfo, raw: Raw): Reading {
  const ctx = useLawContext();
  const fields = useMemo(() => fieldsOf(info.inputSchema), [info]);
  const latest = useDeferredValue(raw);
  const outcome = useMemo(() => outcomeOf(info.id, fields, latest, ctx), [info, fields, latest, ctx]);
  return { fields, outcome, ctx };
}

/** The form of one calculator and, beside it, its result. The same without a case and inside a claim. */
export function CalculatorForm(props: {
  info: CalculatorInfo;
  raw: Raw;
  reading: Reading;
  onChange: (raw: Raw) => void;
  /** With it, one of several methods can be chosen. */
  choice?: MethodChoice;
  /** Buttons of the heading. */
  children?: ReactNode;
  /** Above the result: what concerns it in its surroundings. */
  aside?: ReactNode;
}) {
  const { info, raw, reading, onChange, choice, children, aside } = props;
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const words = useFieldWords(info.id);
  const { fields, outcome, ctx } = reading;
  // A field's own sentence waits until the person has been there.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { main, folded } = useMemo(() => sectionsOf(info.id, fields, info.example), [info, fields]);
  const issues = useMemo(() => visibleIssues(outcome, left), [outcome, left]);
  const asked = outcome.state === 'refused' ? [...outcome.issues.keys()] : [];
  const change = (path: string, value: RawValue): void => onChange({ ...raw, [path]: value });
  const control = (field: FieldSpec) => (
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
        <div className="calc-actions">{children}</div>
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
      <ResultPane
        info={info}
        fields={fields}
        words={words}
        outcome={outcome}
        ctx={ctx}
        raw={raw}
        {...(choice ? { choice } : {})}
      >
        {aside}
      </ResultPane>
    </article>
  );
}

function visibleIssues(outcome: Outcome, left: ReadonlySet<string>): ReadonlyMap<string, FieldIssue> {
  if (outcome.state !== 'refused') return new Map();
  const isLeft = (path: string): boolean => [...left].some((l) => path === l || path.startsWith(`${l}.`));
  return new Map([...outcome.issues].filter(([path, issue]) => issue.code !== 'required' || isLeft(path)));
}
