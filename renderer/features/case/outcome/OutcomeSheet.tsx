import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clauseFacts } from '../../../../shared/features/outcomes/clauses.rules.ts';
import {
  finalities,
  type OutcomeKind,
  securings,
  settlementForms,
} from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { outcomeTitle } from '../../../../shared/features/outcomes/outcome-title.ts';
import type { OutcomeView } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import {
  columnSums,
  settlementWarnings,
  workerSums,
} from '../../../../shared/features/outcomes/settlement.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useSheetDraft } from '../case.queries.ts';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { ClausesEditor } from './ClausesEditor.tsx';
import { FillBar } from './FillBar.tsx';
import { LinesIssue } from './LinesIssue.tsx';
import { LinesTable } from './LinesTable.tsx';
import './outcome.css';
import type { FormLine } from './LinesTable.tsx';
import { formIssues, formOf, fromBasis, newForm, type OutcomeData, toInput } from './outcome-form.ts';
import { useOutcomeWords } from './outcome-words.ts';
import { PlanEditor } from './PlanEditor.tsx';
import { SettlementSums } from './SettlementSums.tsx';
import { Warnings } from './Warnings.tsx';

const none = '-';

/** A settlement, an award or a judgment: its days, its lines, how it is paid, its text. */
export function OutcomeSheet(
  props: TabProps & {
    readonly data: OutcomeData;
    readonly record: OutcomeView | null;
    readonly kind: OutcomeKind;
  },
) {
  const { file, data, record, kind, readOnly } = props;
  const { t } = useTranslation('outcome');
  const { undoable } = useNotices();
  const { draft, change } = useSheetDraft(
    file,
    record,
    () => (record ? formOf(record) : newForm(kind, data)),
    { rows: { lines: (l: FormLine) => `${l.memberId}/${l.item}` } },
  );
  const { form, set: setForm } = draft;
  const [found, setFound] = useState<readonly number[] | null>(null);
  const settles = kind === 'settlement';
  const sums = columnSums(form.lines);
  const chosen = found ?? form.lines.map((_, i) => i);
  const keys = new Set(form.lines.map((l) => `${l.memberId}/${l.item}`));
  const missing = data.basis.filter((b) => !keys.has(`${b.memberId}/${b.item}`));
  const others = data.outcomes.filter(
    (o) => o.id !== record?.id && (o.replacedBy === null || o.replacedBy === record?.id),
  );
  const members = Object.entries(data.names).map(([id, name]) => ({ id, name }));
  const facts = clauseFacts({ ...form, payer: form.payer || null }, members, data.employer);
  const issues = formIssues(form, facts);
  const day = (
    key: 'madeOn' | 'servedWorkerOn' | 'servedEmployerOn' | 'effectiveOn' | 'performBy' | 'securedOn',
    label: string,
    more: { hint?: string; required?: boolean } = {},
  ) => (
    <DateField
      path={key}
      label={label}
      value={form[key] ?? ''}
      onChange={(v) => setForm({ ...form, [key]: (v || null) as PlainDate | null })}
      {...more}
    />
  );
  const id = record?.id;
  const title = t(`kind.${kind}`);
  const nameOf = (o: OutcomeView): string => outcomeTitle(o, (memberId) => data.names[memberId]);
  const restore = () => change('outcomes.restore', { outcomeId: id ?? '' });
  const words = useOutcomeWords(data.names, settles);
  const replaceLines = (lines: typeof form.lines): void => {
    setFound(null);
    setForm({ ...form, lines });
  };
  return (
    <EditSheet
      title={record ? `${title} ${nameOf(record)}` : title}
      size={1180}
      issues={issues}
      dirty={draft.dirty || record === null}
      draft={draft}
      words={words}
      restore={restore}
      readOnly={readOnly}
      save={() => change('outcomes.save', { outcomeId: id ?? null, outcome: toInput(form) })}
      removes={id === undefined ? undefined : { kind: 'outcome', id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('outcomes.remove', { outcomeId: id });
              undoable(t('removed', { what: record ? `${title} ${nameOf(record)}` : title }), restore);
            }
      }
    >
      <div className="gd-grid">
        <ChoiceField
          path="state"
          label={t('field.state')}
          value={form.state}
          onChange={(state) => setForm({ ...form, state })}
          options={(['draft', 'in-force'] as const).map((value) => ({
            value,
            label: t(settles ? `state.${value}` : `stateAward.${value}`),
          }))}
          span={1}
        />
        <TextField
          path="number"
          label={t('field.number')}
          value={form.number}
          onChange={(number) => setForm({ ...form, number })}
        />
        {day('madeOn', t(settles ? 'field.madeOn' : 'field.madeOnAward'), {
          required: form.state === 'in-force',
        })}
        {settles ? (
          <>
            <ChoiceField
              path="form"
              label={t('field.form')}
              value={form.form}
              onChange={(v) => setForm({ ...form, form: v })}
              options={settlementForms.map((value) => ({ value, label: t(`form.${value}`) }))}
            />
            <TextField
              path="payer"
              label={t('field.payer')}
              hint={t('field.payerHint')}
              value={form.payer}
              placeholder={data.employer}
              onChange={(payer) => setForm({ ...form, payer })}
            />
            {form.form === 'mediation' && (
              <>
                <ChoiceField
                  path="secured"
                  label={t('field.secured')}
                  value={form.secured ?? none}
                  onChange={(v) => setForm({ ...form, secured: v === none ? null : v })}
                  options={[
                    { value: none, label: t('secured.none') },
                    ...securings.map((value) => ({ value, label: t(`secured.${value}`) })),
                  ]}
                />
                {form.secured !== null && day('securedOn', t('field.securedOn'))}
              </>
            )}
          </>
        ) : (
          <>
            {kind === 'award' ? (
              <ChoiceField
                path="finality"
                label={t('field.finality')}
                value={form.finality ?? none}
                onChange={(v) => setForm({ ...form, finality: v === none ? null : v })}
                options={[
                  { value: none, label: t('finality.unsaid') },
                  ...finalities.map((value) => ({ value, label: t(`finality.${value}`) })),
                ]}
              />
            ) : (
              <ChoiceField
                path="instance"
                label={t('field.instance')}
                value={form.instance}
                onChange={(instance) => setForm({ ...form, instance })}
                options={(['first', 'second'] as const).map((value) => ({
                  value,
                  label: t(`instance.${value}`),
                }))}
              />
            )}
            {day('servedWorkerOn', t('field.servedWorkerOn'))}
            {day('servedEmployerOn', t('field.servedEmployerOn'))}
            {day(
              'effectiveOn',
              t('field.effectiveOn'),
              record?.effectiveBy ? { hint: t('field.effectiveBy', { day: record.effectiveBy }) } : {},
            )}
          </>
        )}
        {form.plan.instalments.length === 0 &&
          day('performBy', t('field.performBy'), { hint: t('field.performByHint') })}
        {others.length > 0 && (
          <ChoiceField
            path="replaces"
            label={t('field.replaces')}
            value={form.replaces ?? none}
            onChange={(v) => setForm({ ...form, replaces: v === none ? null : v })}
            options={[
              { value: none, label: t('field.replacesNone') },
              ...others.map((o) => ({
                value: o.id,
                label: `${t(`kind.${o.kind}`)} ${nameOf(o)}`,
              })),
            ]}
          />
        )}
      </div>
      <SettlementSums sums={sums} settles={settles} />
      <div data-field="lines">
        <LinesTable
          kind={kind}
          lines={form.lines}
          names={data.names}
          onChange={
            readOnly
              ? undefined
              : (i, column, value) =>
                  setForm((now) => ({
                    ...now,
                    lines: now.lines.map((l, k) =>
                      k === i
                        ? { ...l, [column]: column === 'claimedFen' ? (value ?? l.claimedFen) : value }
                        : l,
                    ),
                  }))
          }
          onRemove={readOnly ? undefined : (i) => replaceLines(form.lines.filter((_, k) => k !== i))}
          onFound={setFound}
        />
        <LinesIssue />
      </div>
      {!readOnly && (
        <div className="outcome-acts">
          <FillBar
            count={chosen.length}
            settles={settles}
            onFill={(column, value) => {
              const at = new Set(chosen);
              setForm({
                ...form,
                lines: form.lines.map((l, i) => (at.has(i) ? { ...l, [column]: value(l) } : l)),
              });
            }}
          />
          {sums.open > 0 && sums.open < form.lines.length && (
            <Button
              size="small"
              type="text"
              onClick={() => replaceLines(form.lines.filter((l) => l.amountFen !== null))}
            >
              {t('fill.dropOpen', { count: sums.open })}
            </Button>
          )}
          {missing.length > 0 && (
            <Button
              size="small"
              type="text"
              onClick={() => replaceLines([...form.lines, ...missing.map(fromBasis)])}
            >
              {t('fill.addMissing', { count: missing.length })}
            </Button>
          )}
        </div>
      )}
      {settles && (
        <Warnings
          warnings={settlementWarnings(form.lines, {
            workers: workerSums(form.lines).size,
            dated: form.performBy !== null || form.plan.instalments.length > 0,
          })}
        />
      )}
      <PlanEditor
        plan={form.plan}
        totalFen={sums.amountFen}
        onChange={(plan) => setForm({ ...form, plan })}
      />
      {settles && (
        <>
          <Checkbox
            checked={form.settlesAll}
            onChange={(e) => setForm({ ...form, settlesAll: e.target.checked })}
          >
            {t('field.settlesAll')}
          </Checkbox>
          <ClausesEditor
            facts={facts}
            clauses={form.clauses}
            readOnly={readOnly}
            onChange={(clauses) => setForm({ ...form, clauses })}
          />
        </>
      )}
    </EditSheet>
  );
}
