import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCell } from '../../../../shared/features/group/group.cells.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import {
  type CellValue,
  kindOf,
  type SharedId,
  sharedIds,
} from '../../../../shared/features/group/group.fields.ts';
import { parseDateText } from '../../../ui/date-text.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { useMeeting } from '../../../ui/versions/use-meeting.tsx';
import { noWords } from '../../../ui/versions/words.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey, useSheetDraft } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { useChoices, useColumnTitle, useEditText } from './columns.ts';

type Shared = Readonly<Record<string, CellValue>>;

/** What holds for the whole group, told once; how many workers differ is said beside each fact. */
export function SharedSheet(
  props: Pick<TabProps, 'file' | 'readOnly'> & {
    readonly rows: readonly GroupRow[];
    readonly shared: Shared;
    readonly onClose: () => void;
  },
) {
  const { file, rows, shared, readOnly } = props;
  const { t } = useTranslation('group');
  const { t: tp } = useTranslation('group', { keyPrefix: 'problem' });
  const { t: tc } = useTranslation('common');
  const { fail } = useNotices();
  const offer = useUndoOffer();
  const title = useColumnTitle();
  const editText = useEditText();
  const choices = useChoices();
  const today = useToday();
  const queries = useQueryClient();
  const { draft, change } = useSheetDraft(
    file,
    undefined,
    () => Object.fromEntries(sharedIds.map((id) => [id, editText(id, shared[id] ?? null)])),
    { follows: true },
  );
  const raw: Readonly<Record<string, string>> = draft.form;
  const meeting = useMeeting({
    draft,
    told: noWords,
    words: Object.fromEntries(sharedIds.map((id) => [id, { label: title(id) }])),
    refresh: () => queries.invalidateQueries({ queryKey: caseKey(file.id) }),
    again: () => void save(),
  });
  const [toAll, setToAll] = useState<ReadonlySet<SharedId>>(new Set());
  const [busy, setBusy] = useState(false);
  const read = (field: SharedId) => {
    const text = raw[field] ?? '';
    if (text === draft.initial[field]) return { value: shared[field] ?? null };
    const day = kindOf(field) === 'date' && text.trim() !== '' ? parseDateText(text, today) : null;
    return day ? { value: day as CellValue } : readCell(field, text);
  };
  const readings = sharedIds.map((field) => ({ field, reading: read(field) }));
  const facts = readings.flatMap(({ field, reading }) =>
    'problem' in reading || (reading.value === (shared[field] ?? null) && !toAll.has(field))
      ? []
      : [{ field, value: reading.value, toAll: toAll.has(field) }],
  );
  const wrong = readings.some(({ reading }) => 'problem' in reading);
  async function save(): Promise<void> {
    if (facts.length === 0) {
      // The other one told the same for the group.
      props.onClose();
      return;
    }
    setBusy(true);
    try {
      const done = await change('group.setShared', { facts });
      offer(t('done.shared', { changed: done.changed, exceptions: done.exceptions }), done);
      props.onClose();
    } catch (error) {
      if (!meeting.conflict(error, true)) fail(error);
      setBusy(false);
    }
  }
  return (
    <Drawer
      open
      size={560}
      title={t('shared.title')}
      onClose={props.onClose}
      footer={
        <div className="gd-sheet-foot">
          <span className="gd-spring" />
          <Button onClick={props.onClose}>{tc('action.cancel')}</Button>
          {!readOnly && (
            <Button
              type="primary"
              loading={busy}
              disabled={facts.length === 0 || wrong}
              onClick={() => void save()}
            >
              {t('shared.save')}
            </Button>
          )}
        </div>
      }
    >
      <div className="gd-sheet">
        <p className="gd-quiet">{t('shared.lead')}</p>
        {meeting.dialog}
        {readings.map(({ field, reading }) => {
          const value = 'problem' in reading ? null : reading.value;
          const differ =
            value === null
              ? 0
              : rows.filter((r) => {
                  const own = r.values[field] ?? null;
                  return own !== null && own !== value && own !== (shared[field] ?? null);
                }).length;
          const options = choices(field);
          const text = raw[field] ?? '';
          const set = (next: string): void => draft.set({ ...raw, [field]: next });
          return (
            <FormField
              key={field}
              label={title(field)}
              error={'problem' in reading ? tp(reading.problem, { value: text }) : null}
            >
              {(f) => (
                <div className="gm-shared">
                  {options.length > 0 ? (
                    <Select
                      {...f}
                      disabled={readOnly}
                      allowClear
                      placeholder={t('shared.unset')}
                      value={text === '' ? null : text}
                      options={options.map((o) => ({ value: o, label: o }))}
                      onChange={(next: string | null | undefined) => set(next ?? '')}
                    />
                  ) : (
                    <Input
                      {...f}
                      disabled={readOnly}
                      value={text}
                      placeholder={t('shared.unset')}
                      onChange={(e) => set(e.target.value)}
                    />
                  )}
                  <span className="gm-differ">
                    {differ > 0 && (
                      <>
                        <span className="gd-amber">{t('shared.exceptions', { count: differ })}</span>{' '}
                        <Checkbox
                          disabled={readOnly}
                          checked={toAll.has(field)}
                          onChange={() => {
                            const next = new Set(toAll);
                            if (!next.delete(field)) next.add(field);
                            setToAll(next);
                          }}
                        >
                          {t('shared.toAll')}
                        </Checkbox>
                      </>
                    )}
                    {value !== null && differ === 0 && <span className="gd-quiet">{t('shared.same')}</span>}
                  </span>
                </div>
              )}
            </FormField>
          );
        })}
      </div>
    </Drawer>
  );
}
