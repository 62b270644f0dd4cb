import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AidVisitRule } from '../../../shared/features/legal-aid/aid.schemas.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** How often the office looks in on its cases, above the visits that come due by it. */
export function VisitRule({ rule, mayChange }: { rule: AidVisitRule | null; mayChange: boolean }) {
  const { t } = useTranslation('legal-aid');
  const save = useCall('aid.saveVisitRule', ['case']);
  const [draft, setDraft] = useState<{ firstDays: number | null; everyDays: number | null } | null>(null);
  const said = rule
    ? t('office.ruleIs', { first: rule.firstDays }) +
      (rule.everyDays === null ? '' : t('office.ruleEvery', { every: rule.everyDays }))
    : t('office.ruleNone');
  return (
    <p className="aid-bar">
      <span className="quiet">{said}</span>{' '}
      {mayChange && (
        <Button size="small" onClick={() => setDraft(rule ?? { firstDays: null, everyDays: null })}>
          {t('office.ruleChange')}
        </Button>
      )}
      {draft && (
        <RecordDialog
          title={t('office.rule')}
          prefix="rule"
          onSave={() => save.mutateAsync({ rule: draft as AidVisitRule })}
          onRemove={rule && (() => save.mutateAsync({ rule: null }))}
          onClose={() => setDraft(null)}
        >
          {(errors) => (
            <>
              {(['firstDays', 'everyDays'] as const).map((key) => (
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
                      value={draft[key]}
                      onChange={(value) => setDraft({ ...draft, [key]: value })}
                    />
                  )}
                </FormField>
              ))}
              <p className="aid-wide quiet">{t('office.ruleHelp')}</p>
            </>
          )}
        </RecordDialog>
      )}
    </p>
  );
}
