import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import {
  amountBy,
  type OverlapSource,
  overlapsOf,
} from '../../../../shared/features/claims/claim-items.rules.ts';
import type { CalculatorInfo } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import type { FieldWord, FieldWords } from '../../../ui/versions/words.tsx';
import { CalculatorForm, useReading } from '../../law/calculators/CalculatorForm.tsx';
import { type FieldSpec, fieldsOf } from '../../law/calculators/fields.ts';
import { type FieldWords as CalculatorWords, useFieldWords } from '../../law/calculators/labels.ts';
import { fromInput, listOf, type Raw, type RawValue, toInput } from '../../law/calculators/values.ts';
import '../../law/law.css';
import { useListText } from '../../../ui/list-text.ts';
import { prefillQuery, useSheetDraft } from '../case.queries.ts';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { CalculatorPicker, calculatorOf } from './CalculatorPicker.tsx';
import './claims.css';
import { Overlaps } from './Overlaps.tsx';

type Claim = Output<'claims.forCase'>['members'][number];
type Item = Claim['items'][number];
type Inputs = Readonly<Record<string, unknown>>;

const size = 1180;

/** One item of a worker's claim in the calculator workbench; a new one first asks which calculator. */
export function ItemSheet(props: TabProps & { readonly claim: Claim; readonly item: Item | null }) {
  const { file, claim, item } = props;
  const { t } = useTranslation('claim-items');
  const { close } = usePlace();
  const [picked, setPicked] = useState<string | null>(item?.calculator ?? null);
  const info = picked === null ? undefined : calculatorOf(picked);
  const known = useQuery({
    ...prefillQuery(file.id, claim.memberId, picked ?? ''),
    enabled: picked !== null,
    // The record may have moved on since the sheet was last open.
    staleTime: 0,
  });
  if (info && item) {
    return <ItemForm {...props} info={info} initial={item.inputs} known={known.data?.inputs ?? {}} />;
  }
  if (info && known.data && !known.isFetching) {
    return (
      <ItemForm key={info.id} {...props} info={info} initial={known.data.inputs} known={known.data.inputs} />
    );
  }
  return (
    <Drawer open size={size} title={t('new', { name: claim.name })} onClose={close}>
      {picked === null ? (
        <CalculatorPicker onPick={setPicked} />
      ) : (
        <DataState query={known}>{() => null}</DataState>
      )}
    </Drawer>
  );
}

const self = 'new';

interface Form {
  readonly raw: Raw;
  readonly method: string | null;
  readonly reason: string;
}

/** The calculator's fields in its own words. */
function wordsOf(
  fields: readonly FieldSpec[],
  words: CalculatorWords,
  t: TFunction<'claim-items'>,
  listed: ReturnType<typeof useListText>,
): FieldWords {
  const found = fields
    .flatMap((f) => (f.source ? [f, f.source] : [f]))
    .map((f): [string, FieldWord] => {
      const option = (v: string): string => (f.options.length > 0 && v !== '' ? words.option(f, v) : v);
      const text = (v: RawValue): string | null =>
        typeof v === 'string' && v !== ''
          ? option(v)
          : listOf(v).length > 0
            ? listed(listOf(v).map(option))
            : null;
      return [`raw.${f.path}`, { label: words.label(f), text }];
    });
  return { ...Object.fromEntries(found), method: { label: t('method') }, reason: { label: t('reason') } };
}

function ItemForm(
  props: TabProps & {
    readonly claim: Claim;
    readonly item: Item | null;
    readonly info: CalculatorInfo;
    readonly initial: Inputs;
    readonly known: Inputs;
  },
) {
  const { file, claim, item, info, initial, known, readOnly } = props;
  const listed = useListText();
  const { t } = useTranslation('claim-items');
  const { t: te } = useTranslation('errors');
  const bilingual = useBilingual();
  const { undoable } = useNotices();
  const words = useFieldWords(info.id);
  const fields = useMemo(() => fieldsOf(info.inputSchema), [info]);
  const { draft, change } = useSheetDraft<Form>(
    file,
    undefined,
    () => ({
      raw: fromInput(fields, item?.inputs ?? initial),
      method: item?.method ?? null,
      reason: item?.methodReason ?? '',
    }),
    { isNew: item === null },
  );
  const { raw, method, reason } = draft.form;
  const set = (part: Partial<Form>): void => draft.set((now) => ({ ...now, ...part }));
  const setRaw = (next: Raw): void => set({ raw: next });
  const reading = useReading(info, raw);
  const { outcome } = reading;
  const result = outcome.state === 'done' ? outcome.result : null;
  const reasonNeeded = result !== null && amountBy(result, method) !== result.amountFen;
  const overlaps = useMemo(
    () => (result ? overlapsWith(claim, item, info.id, toInput(fields, raw), result.result) : []),
    [claim, item, info, fields, raw, result],
  );
  const blocked = overlaps.find((o) => o.severity === 'block');
  const issues = [
    ...(outcome.state === 'refused'
      ? (outcome.failure.issues ?? [{ path: [...outcome.issues.keys()][0] ?? '', code: 'no-data-field' }])
      : outcome.state === 'empty'
        ? [{ path: '', code: 'required' }]
        : []),
    ...(blocked ? [{ path: 'calculator', code: `overlap-${blocked.code}` }] : []),
    ...(reasonNeeded && reason.trim() === '' ? [{ path: 'methodReason', code: 'required' }] : []),
  ];
  const restore = () => change('claims.restoreItems', { itemIds: item ? [item.id] : [] });
  const outdated = item?.outdated ?? [];
  const takeOver = (): void =>
    setRaw({
      ...raw,
      ...fromInput(
        fields.filter((f) => outdated.includes(f.path)),
        known,
      ),
    });
  return (
    <EditSheet
      title={`${bilingual(info.title)} · ${claim.name}`}
      size={size}
      issues={issues}
      dirty={item === null || draft.dirty}
      draft={draft}
      words={wordsOf(fields, words, t, listed)}
      restore={restore}
      readOnly={readOnly}
      save={() =>
        change('claims.saveItem', {
          itemId: item?.id ?? null,
          memberId: claim.memberId,
          calculator: info.id,
          inputs: toInput(fields, raw) as Record<string, never>,
          method,
          methodReason: reasonNeeded ? reason : null,
        })
      }
      onRemove={
        item
          ? async () => {
              await change('claims.removeItems', { itemIds: [item.id] });
              undoable(t('removed', { title: bilingual(info.title) }), restore);
            }
          : undefined
      }
    >
      {outdated.length > 0 && (
        <p className="note note-amber">
          {t('outdated', { fields: listed(outdated.map((name) => words.label({ name }))) })}{' '}
          <Button size="small" onClick={takeOver}>
            {t('takeOver')}
          </Button>
        </p>
      )}
      <CalculatorForm
        info={info}
        raw={raw}
        reading={reading}
        onChange={setRaw}
        choice={{ chosen: method, disabled: readOnly, onChoose: (next) => set({ method: next }) }}
        aside={
          <>
            <Overlaps overlaps={overlaps} />
            {reasonNeeded && (
              <div data-field="methodReason">
                <FormField
                  label={t('reason')}
                  required
                  help={t('reasonHelp')}
                  error={reason.trim() === '' ? issueSentence(te, { code: 'required' }) : null}
                >
                  {(f) => (
                    <Input
                      {...f}
                      value={reason}
                      maxLength={300}
                      onChange={(e) => set({ reason: e.target.value })}
                    />
                  )}
                </FormField>
              </div>
            )}
          </>
        }
      />
    </EditSheet>
  );
}

/** How the item on the screen stands beside the worker's others, before it is kept. */
function overlapsWith(claim: Claim, item: Item | null, calculator: string, inputs: Inputs, result: unknown) {
  const arrears: OverlapSource[] =
    claim.owedFen > 0
      ? [{ id: null, calculator: 'unpaid-wages', inputs: { from: claim.from, to: claim.to }, result: null }]
      : [];
  const others = claim.items.filter((i) => i.id !== item?.id);
  return overlapsOf([
    ...arrears,
    ...others.map((i) => ({ id: i.id, calculator: i.calculator, inputs: i.inputs, result: i.kept.result })),
    { id: self, calculator, inputs, result },
  ]).filter((o) => o.itemIds.includes(self));
}
