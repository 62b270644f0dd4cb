import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { useMeeting } from '../../../ui/versions/use-meeting.tsx';
import { noWords } from '../../../ui/versions/words.tsx';
import { caseKey, useSheetDraft } from '../case.queries.ts';
import { useWhatIf, WhatIfPanel } from './WhatIfPanel.tsx';

const asOffice = 'office';

/** Whether a date leaves something to choose. */
export const hasChoice = (d: Deadline): boolean => d.variants.length > 0 || d.readings.length > 0;

/** Choosing, with a reason, how one rule counts in this case: whose rule, and which reading of the law. */
export function ReadingDialog(props: {
  readonly file: Pick<CaseFile, 'id' | 'version'>;
  readonly deadline: Deadline;
  readonly onClose: () => void;
}) {
  const { file, deadline: d, onClose } = props;
  const { t } = useTranslation('tracks');
  const { t: tc } = useTranslation('common');
  const { t: te } = useTranslation('errors');
  const pick = useBilingual();
  const { fail, say } = useNotices();
  const queries = useQueryClient();
  const { draft, change } = useSheetDraft(
    file,
    undefined,
    () => ({
      variant: d.choice?.variant ?? asOffice,
      readings: Object.fromEntries(d.readings.map((r) => [r.id, r.chosen])),
      reason: d.choice?.reason ?? '',
    }),
    { follows: true },
  );
  const { variant, readings, reason } = draft.form;
  const [asked, setAsked] = useState(false);
  const regionName = (id: string): string => {
    const own = d.variants.find((v) => v.region === id);
    return own ? pick(own.name) : t(id === asOffice ? 'asOffice' : 'national');
  };
  const meeting = useMeeting({
    draft,
    told: noWords,
    words: {
      variant: { label: t('region'), text: regionName },
      reason: { label: t('readingReason') },
      ...Object.fromEntries(
        d.readings.map((r) => [
          `readings.${r.id}`,
          {
            label: pick(r.question),
            text: (id: string) => {
              const option = r.options.find((o) => o.id === id);
              return option ? pick(option.text) : null;
            },
          },
        ]),
      ),
    },
    refresh: () => queries.invalidateQueries({ queryKey: caseKey(file.id) }),
    again: () => save(),
  });
  const unusual = Object.fromEntries(
    d.readings.flatMap((r) => {
      const id = readings[r.id];
      return id !== undefined && id !== r.usual ? [[r.id, id]] : [];
    }),
  );
  const choice = {
    variant: variant === asOffice ? null : variant,
    readings: unusual,
    reason: reason.trim() === '' ? '-' : reason.trim(),
  };
  const otherwise =
    variant !== (d.choice?.variant ?? asOffice) || d.readings.some((r) => readings[r.id] !== r.chosen);
  const touched = otherwise || (d.choice !== null && reason.trim() !== d.choice.reason);
  const whatIf = useWhatIf(file.id, otherwise ? { kind: 'choose', ruleId: d.ruleId, choice } : null);
  const run = async (work: () => Promise<unknown>, said: string, saving: boolean): Promise<void> => {
    try {
      await work();
      say(said);
      onClose();
    } catch (error) {
      if (!meeting.conflict(error, saving)) fail(error);
    }
  };
  function save(): void {
    setAsked(true);
    if (reason.trim() === '') return;
    // The other one chose just the same.
    if (!touched) onClose();
    else void run(() => change('deadlines.choose', { ruleId: d.ruleId, choice }), t('saved'), true);
  }
  const { choice: stands } = d;
  return (
    <Modal
      open
      onCancel={onClose}
      width={640}
      destroyOnHidden
      title={`${t('readingTitle')} · ${pick(d.title)}`}
      footer={
        <div className="gd-sheet-foot">
          {stands && (
            <Button
              type="text"
              onClick={() =>
                void run(() => change('deadlines.unchoose', { id: stands.id }), t('wasReset'), false)
              }
            >
              {t('reset')}
            </Button>
          )}
          <span className="gd-spring" />
          <Button onClick={onClose}>{tc('action.cancel')}</Button>
          <Button type="primary" disabled={!touched} onClick={save}>
            {tc('action.save')}
          </Button>
        </div>
      }
    >
      <p className="gd-quiet">{t('readingText')}</p>
      {d.variants.length > 0 && (
        <fieldset className="gd-plain-fieldset gd-reading">
          <legend>{t('region')}</legend>
          <Radio.Group
            vertical
            value={variant}
            onChange={(e) => draft.set({ ...draft.form, variant: String(e.target.value) })}
            options={[
              { value: asOffice, label: t('asOffice') },
              { value: 'national', label: t('national') },
              ...d.variants.map((v) => ({ value: v.region, label: `${pick(v.name)}　${pick(v.text)}` })),
            ]}
          />
        </fieldset>
      )}
      {d.readings.map((r) => (
        <fieldset key={r.id} className="gd-plain-fieldset gd-reading">
          <legend>{pick(r.question)}</legend>
          <p className="gd-quiet">{pick(r.why)}</p>
          <Radio.Group
            vertical
            value={readings[r.id]}
            onChange={(e) =>
              draft.set({ ...draft.form, readings: { ...readings, [r.id]: String(e.target.value) } })
            }
            options={r.options.map((o) => ({
              value: o.id,
              label: `${pick(o.text)}${o.id === r.usual ? t('usual') : ''}${o.due ? ` → ${o.due}` : ''}`,
            }))}
          />
        </fieldset>
      ))}
      <FormField
        label={t('readingReason')}
        required
        help={t('readingReasonHint')}
        error={asked && reason.trim() === '' ? te('required') : null}
      >
        {(f) => (
          <Input
            {...f}
            value={reason}
            maxLength={200}
            onChange={(e) => draft.set({ ...draft.form, reason: e.target.value })}
          />
        )}
      </FormField>
      {otherwise && whatIf.data && <WhatIfPanel found={whatIf.data} />}
      {meeting.dialog}
    </Modal>
  );
}
