import { Radio } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError, type Failure, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import {
  compareReadings,
  type DueOptions,
  type DueResult,
  disagreementsOf,
  dueDate,
  dueInputJsonSchema,
  type LawContext,
  type RuleDefinition,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { failureSentence } from '../../../ui/failure-text.ts';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { FieldControl } from '../calculators/FieldControl.tsx';
import { Fold } from '../calculators/Fold.tsx';
import { type FieldSpec, fieldsOf } from '../calculators/fields.ts';
import { useFieldWords } from '../calculators/labels.ts';
import { isEmpty, type Raw, toInput } from '../calculators/values.ts';
import { useLawData } from '../law-data.ts';
import { DueOutcome } from './DueOutcome.tsx';

type Tried = { readonly result: DueResult } | { readonly failure: Failure };

function attempt(ruleId: string, input: unknown, ctx: LawContext, options: DueOptions): Tried {
  try {
    return { result: dueDate(ruleId, input, ctx, options) };
  } catch (error) {
    if (error instanceof AppError) return { failure: error.failure };
    throw error;
  }
}

const asLaw = 'as-law';

/** The limit worked out for a day of one's choice: today to begin with. */
export function TryIt({ rule, region }: { rule: RuleDefinition; region: string | undefined }) {
  const { t } = useTranslation('law');
  const { t: te } = useTranslation('errors');
  const pick = useBilingual();
  const today = useToday();
  const due = useFieldWords('due');
  const groupId = useId();
  const [raw, setRaw] = useState<Raw>({ trigger: today });
  const [variant, setVariant] = useState(asLaw);
  const [readings, setReadings] = useState<Readonly<Record<string, string>>>({});
  const fields = useMemo(() => fieldsOf(dueInputJsonSchema(rule.id)), [rule.id]);
  const words = {
    ...due,
    label: (f: { readonly name: string }) => (f.name === 'trigger' ? pick(rule.trigger.words) : due.label(f)),
  };
  const { tables } = useLawData();
  const ctx: LawContext = { ...tables, asOf: today, ...(region ? { region } : {}) };
  const options: DueOptions = {
    readings,
    ...(variant === asLaw ? {} : { variant, reason: t('tryReason') }),
  };
  const input = toInput(fields, raw);
  const tried = isEmpty(raw.trigger) ? null : attempt(rule.id, input, ctx, options);
  const failure = tried && 'failure' in tried ? tried.failure : null;
  const result = tried && 'result' in tried ? tried.result : null;
  const issues = new Map<string, FieldIssue>((failure?.issues ?? []).map((i) => [i.path, i]));
  const periods = rule.variants.filter((v) => v.period);
  const disagreements = disagreementsOf(rule);
  const compared = result && disagreements.length > 0 ? compareReadings(rule.id, input, ctx, options) : [];
  const further = fields.filter((f) => !f.required);
  const control = (field: FieldSpec) => (
    <FieldControl
      key={field.path}
      calculatorId="due"
      field={field}
      words={words}
      raw={raw}
      issues={issues}
      onChange={(path, value) => setRaw({ ...raw, [path]: value })}
    />
  );
  return (
    <section className="try" aria-label={t('try')}>
      <h3>{t('try')}</h3>
      <div className="try-fields">{fields.filter((f) => f.required).map(control)}</div>
      {(further.length > 0 || periods.length > 0) && (
        <Fold title={t('tryMore')} note={null} open={further.some((f) => issues.has(f.path))}>
          <div className="try-fields">
            {further.map(control)}
            {periods.length > 0 && (
              <FormField label={t('tryVariant')}>
                {(f) => (
                  <Select
                    {...f}
                    value={variant}
                    onChange={setVariant}
                    options={[
                      { value: asLaw, label: t('variantAuto') },
                      { value: 'national', label: t('variantNational') },
                      ...periods.map((v) => ({ value: v.region.padEnd(6, '0'), label: pick(v.name) })),
                    ]}
                  />
                )}
              </FormField>
            )}
          </div>
        </Fold>
      )}
      {failure && issues.size === 0 && <p className="note note-amber">{failureSentence(te, failure)}</p>}
      {result && <DueOutcome result={result} asked={{ input, options }} />}
      {result?.due &&
        disagreements.map((d) => (
          <div key={d.id} className="try-reading">
            <p id={`${groupId}-${d.id}`}>{pick(d.question)}</p>
            <Radio.Group
              vertical
              aria-labelledby={`${groupId}-${d.id}`}
              value={readings[d.id] ?? d.default}
              onChange={(e) => setReadings({ ...readings, [d.id]: String(e.target.value) })}
              options={d.readings.map((r) => {
                const other = compared.find((c) => c.disagreement === d.id && c.reading === r.id);
                return {
                  value: r.id,
                  label: `${pick(r.text)}${r.id === d.default ? ` ${t('defaultReading')}` : ''} → ${other?.result.due ?? t('noPeriod')}`,
                };
              })}
            />
          </div>
        ))}
    </section>
  );
}
