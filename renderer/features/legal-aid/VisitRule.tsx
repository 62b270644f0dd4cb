import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AidVisitRule } from '../../../shared/features/legal-aid/aid.schemas.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { RecordDialog } from './RecordDialog.tsx';

const days = ['firstDays', 'everyDays'] as const;

/** How often the office looks in on its cases, above the visits that come due by it. */
export function VisitRule({ rule, mayChange }: { rule: AidVisitRule | null; mayChange: boolean }) {
  const { t } = useTranslation('legal-aid');
  const [open, setOpen] = useState(false);
  const said = rule
    ? t('office.ruleIs', { first: rule.firstDays }) +
      (rule.everyDays === null ? '' : t('office.ruleEvery', { every: rule.everyDays }))
    : t('office.ruleNone');
  return (
    <p className="aid-bar">
      <span className="quiet">{said}</span>{' '}
      {mayChange && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('office.ruleChange')}
        </Button>
      )}
      {open && <RuleDialog rule={rule} onClose={() => setOpen(false)} />}
    </p>
  );
}

function RuleDialog({ rule, onClose }: { rule: AidVisitRule | null; onClose: () => void }) {
  const { t } = useTranslation('legal-aid');
  const save = useCall('aid.saveVisitRule', ['case']);
  // The rule has no version of its own and is told apart by what it says; no number of days has four digits.
  const version = (rule?.firstDays ?? 0) * 1_000 + (rule?.everyDays ?? 0);
  const whole = useDraft<{ firstDays: number | null; everyDays: number | null }>(
    () => rule ?? { firstDays: null, everyDays: null },
    { version, file: version },
  );
  const was = whole.initial.firstDays === null ? null : (whole.initial as AidVisitRule);
  return (
    <RecordDialog
      title={t('office.rule')}
      prefix="rule"
      draft={whole}
      words={Object.fromEntries(days.map((key) => [key, { label: t(`office.${key}`) }]))}
      onSave={() => save.mutateAsync({ was, rule: whole.form as AidVisitRule })}
      onRemove={rule && (() => save.mutateAsync({ was, rule: null }))}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {days.map((key) => (
            <FormField
              key={key}
              label={t(`office.${key}`)}
              error={errors[key]}
              required={key === 'firstDays'}
            >
              {(field) => (
                <InputNumber
                  {...field}
                  autoFocus={key === 'firstDays'}
                  min={1}
                  max={730}
                  precision={0}
                  value={whole.form[key]}
                  onChange={(value) => whole.set((now) => ({ ...now, [key]: value }))}
                />
              )}
            </FormField>
          ))}
          <p className="aid-wide quiet">{t('office.ruleHelp')}</p>
        </>
      )}
    </RecordDialog>
  );
}
