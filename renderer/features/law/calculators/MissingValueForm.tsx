import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { LawValue } from '../../../../shared/features/law-data/law-data.contract.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import { useMay } from '../../../app/session.tsx';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { RegionPicker } from '../../../ui/region/RegionPicker.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ChangedClaims } from '../ChangedClaims.tsx';
import type { MissingValue } from './missing-value.ts';
import { type Draft, draftField, emptyDraft, lawValueOf } from './value-draft.ts';

const allSeries = ['all-units', 'non-private', 'private', 'non-private-on-post'] as const;

/** Units of the kinds whose figure comes in more than one. */
const units = {
  'heat-allowance': ['heat-day', 'heat-month'],
  'injury-lumps': ['lump-month', 'lump-yuan'],
  'legal-aid-means': ['means-percent', 'means-yuan'],
} as const;
const withSecond = ['minimum-wages', 'wage-crime', 'lump-month', 'lump-yuan'] as const;
const grades = ['5', '6', '7', '8', '9', '10'];

const unitsOf = (kind: LawValue['kind']) => (kind in units ? units[kind as keyof typeof units] : []);
/** What the figure is called: by its unit where it has one. */
function figureOf(kind: LawValue['kind'], unit: string) {
  const named = unitsOf(kind).find((u) => u.endsWith(`-${unit}`));
  return named ?? (kind as Exclude<LawValue['kind'], keyof typeof units>);
}

/** Asks for a value that no table has and remembers it with its source for every later calculation of this office. */
export function MissingValueForm({ missing }: { missing: MissingValue }) {
  const { t } = useTranslation('claim-items');
  const { t: te } = useTranslation('errors');
  const { t: tc } = useTranslation();
  const { fail, undoable } = useNotices();
  const queries = useQueryClient();
  const { kind } = missing;
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [effects, setEffects] = useState<Output<'lawData.previewValue'>['effects'] | null>(null);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(missing));
  const mayKeep = useMay('case.write');
  if (!mayKeep) return null;
  if (!open) {
    return (
      <p>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('missing.ask', { value: t(`missing.kind.${kind}`) })}
        </Button>
      </p>
    );
  }
  const set = (name: keyof Draft, value: string): void => {
    setEffects(null);
    setIssues([]);
    setDraft({ ...draft, [name]: value });
  };
  const errorOf = (name: keyof Draft): string | null => {
    const issue = issues.find((i) => draftField(i.path) === name);
    return issue ? issueSentence(te, issue) : null;
  };
  const settle = () =>
    Promise.all(['office', 'case'].map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
  const { client } = platform();
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const value = lawValueOf(kind, draft);
      if (effects === null) {
        const preview = await client.call('lawData.previewValue', { value });
        if (preview.effects.claimsChanged > 0) {
          setEffects(preview.effects);
          return;
        }
      }
      const { id } = await client.call('lawData.setValue', { value });
      setOpen(false);
      await settle();
      undoable(t('missing.kept'), async () => {
        await client.call('lawData.remove', { id });
        await settle();
      });
    } catch (error) {
      const failure = error instanceof AppError ? error.failure : failureOf(error);
      setIssues(failure.issues ?? []);
      if (!failure.issues) fail(error);
    } finally {
      setBusy(false);
    }
  };
  const text = (name: keyof Draft, label: string, help?: string) => (
    <FormField label={label} error={errorOf(name)} {...(help ? { help } : {})}>
      {(f) => (
        <Input {...f} value={draft[name]} autoComplete="off" onChange={(e) => set(name, e.target.value)} />
      )}
    </FormField>
  );
  const choice = (name: keyof Draft, label: string, options: { value: string; label: string }[]) => (
    <FormField label={label} error={errorOf(name)}>
      {(f) => (
        <Select
          {...f}
          value={draft[name] === '' ? null : draft[name]}
          options={options}
          onChange={(value: string | null) => set(name, value ?? '')}
        />
      )}
    </FormField>
  );
  const yearly = kind === 'average-wages' || kind === 'disposable-income';
  const national = kind === 'lpr' || missing.area === '000000';
  const figure = figureOf(kind, draft.unit);
  const second = withSecond.find((name) => name === figure);
  return (
    <section className="missing-value" aria-label={t('missing.title')}>
      <h3>{t(`missing.kind.${kind}`)}</h3>
      {!national && (
        <FormField label={t('missing.area')} error={errorOf('area')}>
          {(f) => <RegionPicker {...f} value={draft.area} onChange={(code) => set('area', code)} />}
        </FormField>
      )}
      {yearly ? (
        text('year', t('missing.year'))
      ) : (
        <FormField label={t('missing.from')} error={errorOf('from')}>
          {(f) => (
            <DateInput
              {...f}
              value={isPlainDate(draft.from) ? draft.from : null}
              onChange={(date) => set('from', date ?? '')}
            />
          )}
        </FormField>
      )}
      {kind === 'average-wages' &&
        choice(
          'series',
          t('missing.series'),
          allSeries.map((value) => ({ value, label: t(`missing.seriesName.${value}`) })),
        )}
      {kind === 'injury-lumps' &&
        choice(
          'grade',
          t('missing.grade'),
          grades.map((value) => ({ value, label: t('missing.gradeName', { grade: value }) })),
        )}
      {unitsOf(kind).length > 0 && (
        <Radio.Group
          aria-label={t('missing.unit')}
          value={draft.unit}
          options={unitsOf(kind).map((name) => ({
            value: name.slice(name.indexOf('-') + 1),
            label: t(`missing.unitName.${name}`),
          }))}
          onChange={(e) => set('unit', String(e.target.value))}
        />
      )}
      {text('amount', t(`missing.amount.${figure}`))}
      {second && text('second', t(`missing.second.${second}`))}
      {kind === 'injury-lumps' &&
        draft.unit === 'month' &&
        choice(
          'scope',
          t('missing.scope'),
          (['city', 'province'] as const).map((value) => ({ value, label: t(`missing.scopeName.${value}`) })),
        )}
      {text('title', t('missing.source'), t('missing.sourceHelp'))}
      {text('number', t('missing.number'))}
      {text('url', t('missing.url'))}
      {effects && (
        <>
          <p className="note note-amber">{t('missing.effects', { count: effects.claimsChanged })}</p>
          <ChangedClaims claims={effects.claims} />
        </>
      )}
      <div className="calc-actions">
        <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
          {t(effects ? 'missing.keepAnyway' : 'missing.keep')}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {tc('action.cancel')}
        </Button>
      </div>
    </section>
  );
}
