import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AidStandardView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import type { Fen } from '../../../shared/kernel/money.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useToday } from '../../ui/today.ts';
import { useUndoLast } from '../undo/use-undo.ts';
import { RecordDialog } from './RecordDialog.tsx';

/** What is paid for a stage, as the office's own authority set it. */
export function StandardList({ standards }: { standards: readonly AidStandardView[] }) {
  const { t } = useTranslation('legal-aid');
  const mayChange = useMay('office.admin');
  const [edited, setEdited] = useState<AidStandardView | 'new' | null>(null);
  return (
    <>
      {mayChange && (
        <p className="aid-bar">
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
            {t('office.addStandard')}
          </Button>
        </p>
      )}
      {standards.length === 0 && <p className="quiet">{t('office.noStandards')}</p>}
      {standards.length > 0 && (
        <table className="list aid-lines">
          <thead>
            <tr>
              <th scope="col">{t('office.name')}</th>
              <th scope="col" className="num">
                {t('office.base')}
              </th>
              <th scope="col" className="num">
                {t('office.perWorker')}
              </th>
              <th scope="col" className="num">
                {t('office.perHour')}
              </th>
              <th scope="col">{t('office.validFrom')}</th>
              <th scope="col">{t('office.source')}</th>
            </tr>
          </thead>
          <tbody>
            {standards.map((s) => (
              <tr key={s.id}>
                <td>
                  {mayChange ? (
                    <button type="button" className="link" onClick={() => setEdited(s)}>
                      {s.name}
                    </button>
                  ) : (
                    s.name
                  )}
                </td>
                <td className="num">
                  <MoneyText fen={s.baseFen} />
                </td>
                <td className="num">{s.perWorkerFen !== null && <MoneyText fen={s.perWorkerFen} />}</td>
                <td className="num">{s.perHourFen !== null && <MoneyText fen={s.perHourFen} />}</td>
                <td className="tabular">{s.validFrom}</td>
                <td>{s.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== null && (
        <StandardDialog standard={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface Draft {
  name: string;
  baseFen: Fen | null;
  perWorkerFen: Fen | null;
  mostWorkers: number | null;
  perHourFen: Fen | null;
  mostHours: number | null;
  mostCostsFen: Fen | null;
  validFrom: PlainDate | null;
  source: string;
}

const sums = [
  ['baseFen', 'base'],
  ['perWorkerFen', 'perWorker'],
  ['perHourFen', 'perHour'],
  ['mostCostsFen', 'mostCosts'],
] as const;
const counts = ['mostWorkers', 'mostHours'] as const;

function StandardDialog({ standard, onClose }: { standard: AidStandardView | null; onClose: () => void }) {
  const { t } = useTranslation('legal-aid');
  const { undoable } = useNotices();
  const today = useToday();
  const undo = useUndoLast('cases');
  const save = useCall('aid.saveStandard', ['case']);
  const remove = useCall('aid.removeStandard', ['case']);
  const [draft, setDraft] = useState<Draft>({
    name: standard?.name ?? '',
    baseFen: standard?.baseFen ?? null,
    perWorkerFen: standard?.perWorkerFen ?? null,
    mostWorkers: standard?.mostWorkers ?? null,
    perHourFen: standard?.perHourFen ?? null,
    mostHours: standard?.mostHours ?? null,
    mostCostsFen: standard?.mostCostsFen ?? null,
    validFrom: standard?.validFrom ?? today,
    source: standard?.source ?? '',
  });
  const based = standard ? { id: standard.id, expectedVersion: standard.version } : {};
  return (
    <RecordDialog
      title={t(standard ? 'office.editStandard' : 'office.addStandard')}
      prefix="standard"
      // Blank is said at its field by the contract, as everything else is.
      onSave={() => save.mutateAsync({ ...based, standard: draft as never })}
      onRemove={
        standard &&
        (async () => {
          await remove.mutateAsync({ id: standard.id, expectedVersion: standard.version });
          undoable(t('removed', { what: standard.name }), undo);
        })
      }
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField label={t('office.name')} error={errors.name} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                value={draft.name}
                onChange={(e) => setDraft({ ...draft, name: e.target.value })}
              />
            )}
          </FormField>
          <FormField label={t('office.validFrom')} error={errors.validFrom} required>
            {(field) => (
              <DateInput
                {...field}
                value={draft.validFrom}
                onChange={(validFrom) => setDraft({ ...draft, validFrom })}
              />
            )}
          </FormField>
          {sums.map(([key, label]) => (
            <FormField
              key={key}
              label={t(`office.${label}`)}
              error={errors[key]}
              required={key === 'baseFen'}
            >
              {(field) => (
                <MoneyInput
                  {...field}
                  value={draft[key]}
                  onChange={(value) => setDraft({ ...draft, [key]: value })}
                />
              )}
            </FormField>
          ))}
          {counts.map((key) => (
            <FormField key={key} label={t(`office.${key}`)} error={errors[key]}>
              {(field) => (
                <InputNumber
                  {...field}
                  min={1}
                  precision={0}
                  value={draft[key]}
                  onChange={(value) => setDraft({ ...draft, [key]: value })}
                />
              )}
            </FormField>
          ))}
          <div className="aid-wide">
            <FormField label={t('office.source')} error={errors.source} required>
              {(field) => (
                <Input
                  {...field}
                  value={draft.source}
                  onChange={(e) => setDraft({ ...draft, source: e.target.value })}
                />
              )}
            </FormField>
          </div>
        </>
      )}
    </RecordDialog>
  );
}
