import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import type { CalculatorInfo } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { hasCode } from '../../../transport/failure.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { CalculatorForm, useReading } from '../../law/calculators/CalculatorForm.tsx';
import { fieldsOf } from '../../law/calculators/fields.ts';
import { useFieldWords } from '../../law/calculators/labels.ts';
import { type Raw, toInput } from '../../law/calculators/values.ts';
import '../../law/law.css';
import { caseKey, useSheetChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { CalculatorPicker, calculatorOf } from './CalculatorPicker.tsx';
import './claims.css';
import { Overlaps } from './Overlaps.tsx';

type Props = TabProps & { readonly members: readonly Member[] };

/** One calculator for many workers: what is filled in holds for all, the rest comes from the record of each. */
export function GroupItemSheet(props: Props) {
  const { t } = useTranslation('claim-items');
  const bilingual = useBilingual();
  const { close } = usePlace();
  const [picked, setPicked] = useState<string | null>(null);
  const info = picked === null ? undefined : calculatorOf(picked);
  return (
    <Drawer
      open
      size={1180}
      title={info ? t('group.titleOf', { title: bilingual(info.title) }) : t('group.title')}
      onClose={close}
    >
      {info ? <GroupForm {...props} info={info} /> : <CalculatorPicker onPick={setPicked} />}
    </Drawer>
  );
}

function GroupForm({ file, members, info, readOnly }: Props & { readonly info: CalculatorInfo }) {
  const { t } = useTranslation('claim-items');
  const bilingual = useBilingual();
  const { fail, say, undoable } = useNotices();
  const queries = useQueryClient();
  const { close } = usePlace();
  const change = useSheetChange(file);
  const fields = useMemo(() => fieldsOf(info.inputSchema), [info]);
  const [raw, setRaw] = useState<Raw>({});
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reading = useReading(info, raw);
  const [asked, setAsked] = useState<{ inputs: Record<string, never>; ids: string[] } | null>(null);
  const preview = useQuery({
    ...callQuery([...caseKey(file.id), 'group', info.id, asked] as const, 'claims.previewGroup', {
      caseId: file.id,
      calculator: info.id,
      memberIds: asked?.ids ?? [],
      inputs: asked?.inputs ?? {},
      method,
      methodReason: reason || null,
    }),
    enabled: asked !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const chosen = members.filter((m) => !out.has(m.id)).map((m) => m.id);
  const rows = preview.data?.rows ?? [];
  const good = rows.filter((r) => r.failure === null).map((r) => r.memberId);
  const look = (): void => setAsked({ inputs: toInput(fields, raw) as Record<string, never>, ids: chosen });
  const keep = (next: Raw): void => {
    setAsked(null);
    setRaw(next);
  };
  const add = async (): Promise<void> => {
    if (!asked) return;
    setBusy(true);
    try {
      const { itemIds } = await change('claims.addGroup', {
        calculator: info.id,
        memberIds: good,
        inputs: asked.inputs,
        method,
        methodReason: reason || null,
      });
      close();
      undoable(t('group.added', { count: itemIds.length }), () => change('claims.removeItems', { itemIds }));
    } catch (error) {
      if (!hasCode(error, 'conflict')) return fail(error);
      // What is added has no other version: it is computed over what the case says now, to be looked at again.
      await queries.invalidateQueries({ queryKey: caseKey(file.id) });
      say(t('group.lookAgain'));
    } finally {
      setBusy(false);
    }
  };
  const toggle = (id: string): void => {
    setAsked(null);
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  return (
    <div className="gd-sheet">
      <p className="quiet">{t('group.lead')}</p>
      <CalculatorForm
        info={info}
        raw={raw}
        reading={reading}
        onChange={keep}
        choice={{ chosen: method, disabled: false, onChoose: setMethod }}
        aside={
          method !== null && (
            <FormField label={t('reason')} help={t('reasonHelp')}>
              {(f) => (
                <Input {...f} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />
              )}
            </FormField>
          )
        }
      />
      <h3>{t('group.workers', { count: chosen.length })}</h3>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('group.all')}
                checked={out.size === 0}
                indeterminate={out.size > 0 && out.size < members.length}
                onChange={() => {
                  setAsked(null);
                  setOut(out.size === 0 ? new Set(members.map((m) => m.id)) : new Set());
                }}
              />
            </th>
            <th scope="col">{t('stale.worker')}</th>
            <th scope="col">{t('group.result')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((m) => {
            const row = rows.find((r) => r.memberId === m.id);
            return (
              <tr key={m.id}>
                <td>
                  <Checkbox
                    aria-label={t('group.choose', { name: m.name })}
                    checked={!out.has(m.id)}
                    onChange={() => toggle(m.id)}
                  />
                </td>
                <td>{m.name}</td>
                <td>
                  {row?.failure && <Refusal info={info} failure={row.failure} />}
                  {row && row.failure === null && (
                    <>
                      {row.amountFen === null ? '—' : <MoneyText fen={row.amountFen} unit />}
                      {row.line && <span className="quiet tabular"> {bilingual(row.line)}</span>}
                      <Overlaps overlaps={row.overlaps} />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="gd-sheet-foot">
        {asked && preview.data && (
          <span>
            {t('group.total', { good: good.length, bad: rows.length - good.length })}{' '}
            <MoneyText fen={preview.data.totalFen} unit />
          </span>
        )}
        <span className="gd-spring" />
        <Button disabled={chosen.length === 0} loading={preview.isFetching} onClick={look}>
          {t('group.preview')}
        </Button>
        <Button
          type="primary"
          disabled={!asked || good.length === 0 || readOnly}
          loading={busy}
          onClick={() => void add()}
        >
          {t('group.add', { count: good.length })}
        </Button>
      </div>
    </div>
  );
}

/** Each field that keeps a worker's item from being computed, by the form's own words. */
function Refusal(props: {
  info: CalculatorInfo;
  failure: { code: string; issues?: readonly { path: string; code: string }[] };
}) {
  const { t: te } = useTranslation('errors');
  const words = useFieldWords(props.info.id);
  const { issues = [], code } = props.failure;
  if (issues.length === 0) return <span className="field-error">{te(code as never)}</span>;
  return issues.map((issue) => {
    const name = issue.path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
    const label = name === 'calculator' ? '' : `${words.label({ name })}：`;
    return (
      <p key={`${issue.path} ${issue.code}`} className="field-error">
        {label}
        {issueSentence(te, issue)}
      </p>
    );
  });
}
