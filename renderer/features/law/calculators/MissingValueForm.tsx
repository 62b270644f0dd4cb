import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { type LawValue, lawValueSchema } from '../../../../shared/features/law-data/law-data.contract.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, type FieldIssue } from '../../../../shared/kernel/errors.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { parseInput } from '../../../../shared/law/input.ts';
import { useMay } from '../../../app/session.tsx';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ChangedClaims } from '../ChangedClaims.tsx';
import type { MissingValue } from './missing-value.ts';

interface Draft {
  readonly area: string;
  readonly year: string;
  readonly from: string;
  readonly amount: string;
  readonly hourly: string;
  readonly series: string;
  readonly unit: string;
  readonly title: string;
  readonly number: string;
  readonly url: string;
}

const allSeries = ['all-units', 'non-private', 'private', 'non-private-on-post'] as const;

/** Where the value was found, in one line: title, number of the document, address. */
const sourceOf = ({ title, number, url }: Draft): string =>
  [title, number, url]
    .map((s) => s.trim())
    .filter(Boolean)
    .join('；');

function yuan(text: string, field: string): number | undefined {
  return text.trim() === '' ? undefined : parseYuan(text, field);
}

/** @throws AppError `invalid-input` naming the field. */
function lawValueOf(kind: LawValue['kind'], draft: Draft): LawValue {
  const { area, from } = draft;
  const year = /^\d{4}$/.test(draft.year) ? Number(draft.year) : undefined;
  const source = sourceOf(draft);
  const amount = kind === 'lpr' ? undefined : yuan(draft.amount, 'amount');
  const given = {
    'minimum-wages': {
      area,
      validFrom: from,
      monthlyFen: amount,
      hourlyFen: yuan(draft.hourly, 'hourly') ?? null,
    },
    'average-wages': { area, year, series: draft.series, annualFen: amount },
    'disposable-income': { area, year, annualFen: amount },
    'heat-allowance': { area, validFrom: from, unit: draft.unit, rateFen: amount },
    lpr: { validFrom: from, percent: draft.amount.trim() },
  }[kind];
  return parseInput(lawValueSchema, { kind, source, ...given });
}

const fieldOf: Readonly<Record<string, keyof Draft>> = {
  monthlyFen: 'amount',
  annualFen: 'amount',
  rateFen: 'amount',
  percent: 'amount',
  value: 'amount',
  hourlyFen: 'hourly',
  validFrom: 'from',
  source: 'title',
};

/** Asks for a value that no table has and remembers it with its source for every later calculation of this office. */
export function MissingValueForm({ missing }: { missing: MissingValue }) {
  const mayWrite = useMay('case.write');
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
  const [draft, setDraft] = useState<Draft>({
    area: missing.area,
    year: missing.year === null ? '' : String(missing.year),
    from: missing.from ?? '',
    amount: '',
    hourly: '',
    series: 'all-units',
    unit: 'day',
    title: '',
    number: '',
    url: '',
  });
  if (!mayWrite) return null;
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
    const issue = issues.find((i) => {
      const last = i.path.split('.').at(-1) ?? '';
      return (fieldOf[last] ?? last) === name;
    });
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
  const yearly = kind === 'average-wages' || kind === 'disposable-income';
  return (
    <section className="missing-value" aria-label={t('missing.title')}>
      <h3>{t(`missing.kind.${kind}`)}</h3>
      {kind !== 'lpr' && text('area', t('missing.area'))}
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
      {kind === 'average-wages' && (
        <FormField label={t('missing.series')} error={errorOf('series')}>
          {(f) => (
            <Select
              {...f}
              value={draft.series}
              options={allSeries.map((value) => ({ value, label: t(`missing.seriesName.${value}`) }))}
              onChange={(value: string) => set('series', value)}
            />
          )}
        </FormField>
      )}
      {kind === 'heat-allowance' && (
        <Radio.Group
          aria-label={t('missing.unit')}
          value={draft.unit}
          options={[
            { value: 'day', label: t('missing.perDay') },
            { value: 'month', label: t('missing.perMonth') },
          ]}
          onChange={(e) => set('unit', String(e.target.value))}
        />
      )}
      {text('amount', t(`missing.amount.${kind}`))}
      {kind === 'minimum-wages' && text('hourly', t('missing.hourly'))}
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
