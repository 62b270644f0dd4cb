import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as InputOf } from '../../../../shared/contract/api.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { DocumentRecord } from '../../../../shared/features/documents/documents.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { type ServiceRoute, serviceRoutes } from '../../../../shared/law/service/served-on.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { platform } from '../../../transport/platform.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { useDraft } from '../../../ui/versions/use-draft.ts';
import { caseKey, membersQuery } from '../../case/case.queries.ts';
import { Field } from '../../case/form/Field.tsx';
import { EditSheet } from '../../case/sheets/EditSheet.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import './editing.css';

type Service = InputOf<'documents.serve'>['service'];

const twoDates: ReadonlySet<ServiceRoute> = new Set(['mediation-document']);
/** What has to be true of a way of service, as the person knows it. */
const conditions: { readonly [R in ServiceRoute]?: readonly ('agreed' | 'recorded' | 'refusedToSign')[] } = {
  posting: ['refusedToSign', 'recorded'],
  leaving: ['recorded'],
  'mail-returned': ['agreed'],
  electronic: ['agreed'],
  'simple-means': ['agreed'],
};

/** On whom, when and how a final paper was served; the day that counts is the law engine's. */
export function ServeSheet({
  file,
  paper,
  readOnly,
}: {
  file: CaseFile;
  paper: DocumentRecord;
  readOnly: boolean;
}) {
  const { t } = useTranslation('editing');
  const pick = useBilingual();
  const offer = useUndoOffer();
  const queries = useQueryClient();
  const members = useQuery(membersQuery(file.id));
  const [whom, setWhom] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [route, setRoute] = useState<ServiceRoute>('receipt');
  const [dates, setDates] = useState<readonly (PlainDate | null)[]>([null, null]);
  const [told, setTold] = useState({ agreed: false, recorded: false, refusedToSign: false });
  const [voucher, setVoucher] = useState('');

  // A service is always a new record: there is no other version to bring together with.
  const draft = useDraft(() => null, { version: 0, file: file.version }, { isNew: true });

  const people = [
    ...file.respondents.map((r) => ({ id: r.id, name: r.name, party: 'employer' as const })),
    ...(members.data ?? []).map((m) => ({ id: m.id, name: m.name, party: 'worker' as const })),
  ];
  const person = people.find((p) => p.id === whom);
  const days = dates.slice(0, twoDates.has(route) ? 2 : 1);
  const recipient = whom === 'other' ? other.trim() : (person?.name ?? '');
  const complete = recipient !== '' && days.every((d) => d !== null);
  const service: Service = {
    party: person?.party ?? 'other',
    partyId: person?.id ?? null,
    recipient,
    route,
    dates: days.flatMap((d) => d ?? []),
    ...told,
    voucher: voucher.trim() === '' ? null : voucher,
  };
  const settled = useSettled(complete ? service : null, 200);
  const reckoned = useQuery({
    ...callQuery([...caseKey(file.id), 'served-on', paper.id, settled] as const, 'documents.servedOn', {
      caseId: file.id,
      documentId: paper.id,
      service: settled ?? service,
    }),
    enabled: settled !== null,
  });
  const issues = [
    ...(recipient === '' ? [{ path: whom === 'other' ? 'other' : 'whom', code: 'required' }] : []),
    ...days.flatMap((d, i) => (d === null ? [{ path: `dates.${i}`, code: 'required' }] : [])),
  ];
  const save = async (): Promise<void> => {
    const done = await platform().client.call('documents.serve', {
      caseId: file.id,
      documentId: paper.id,
      service,
    });
    await queries.invalidateQueries({ queryKey: caseKey(file.id) });
    offer(t('servedDone', { name: recipient }), done);
  };
  return (
    <EditSheet
      title={`${t('serve')} · ${paper.fileName}`}
      issues={issues}
      dirty={whom !== null || days.some((d) => d !== null)}
      draft={draft}
      readOnly={readOnly}
      save={save}
    >
      <div className="gd-grid">
        <Field path="whom" label={t('recipient')} span={3}>
          {(control) => (
            <Select<string>
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={whom}
              onChange={setWhom}
              options={[
                ...people.map((p) => ({ value: p.id, label: p.name })),
                { value: 'other', label: t('otherRecipient') },
              ]}
            />
          )}
        </Field>
        {whom === 'other' && (
          <Field path="other" label={t('otherRecipient')} span={3}>
            {(control) => <Input {...control} value={other} onChange={(e) => setOther(e.target.value)} />}
          </Field>
        )}
        <Field path="route" label={t('route')} span={3}>
          {(control) => (
            <Select<ServiceRoute>
              {...control}
              value={route}
              onChange={setRoute}
              options={serviceRoutes.map((value) => ({ value, label: t(`routes.${value}`) }))}
            />
          )}
        </Field>
        {days.map((day, i) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second signature
            key={i}
            path={`dates.${i}`}
            label={days.length === 2 ? t(i === 0 ? 'firstSigned' : 'secondSigned') : t(`day.${route}`)}
            span={3}
          >
            {(control) => (
              <DateInput
                {...control}
                value={day}
                onChange={(next) => setDates(dates.map((d, n) => (n === i ? next : d)))}
              />
            )}
          </Field>
        ))}
        <Field path="voucher" label={t('voucher')} span={3}>
          {(control) => <Input {...control} value={voucher} onChange={(e) => setVoucher(e.target.value)} />}
        </Field>
        <div className="gd-serve-conditions">
          {(conditions[route] ?? []).map((name) => (
            <Checkbox
              key={name}
              checked={told[name]}
              onChange={(e) => setTold({ ...told, [name]: e.target.checked })}
            >
              {t(`condition.${name}`)}
            </Checkbox>
          ))}
        </div>
      </div>
      {settled && reckoned.data && (
        <div className="gd-serve-result" role="status">
          {reckoned.data.date === null ? (
            <Alert type="error" showIcon title={reckoned.data.reason ? pick(reckoned.data.reason) : ''} />
          ) : (
            <Alert
              type={reckoned.data.event?.refused ? 'warning' : 'info'}
              showIcon
              title={
                <>
                  {t('countsAs', { date: reckoned.data.date })}{' '}
                  <span className="gd-quiet">{pick(reckoned.data.article)}</span>
                </>
              }
              description={
                reckoned.data.event
                  ? reckoned.data.event.refused
                    ? t('eventRefused', {
                        event: pick(reckoned.data.event.words),
                        reason: pick(reckoned.data.event.refused),
                      })
                    : t('eventRecorded', { event: pick(reckoned.data.event.words) })
                  : t('noEvent')
              }
            />
          )}
          {reckoned.data.warnings.map((w) => (
            <p key={w.zh} className="gd-amber">
              {pick(w)}
            </p>
          ))}
        </div>
      )}
    </EditSheet>
  );
}
