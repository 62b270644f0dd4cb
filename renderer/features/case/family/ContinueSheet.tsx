import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Carried, Preview } from '../../../../shared/features/families/families.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { useBilingual, useHeading } from '../../../app/i18n.ts';
import { useMay } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { DateInput } from '../../../ui/DateInput.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ProvisionalMark, StatusChip } from '../../../ui/StatusChip.tsx';
import { useToday } from '../../../ui/today.ts';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey } from '../case.queries.ts';
import { usePlace } from '../use-place.ts';
import './family.css';
import { previewQuery, waysQuery } from './family.queries.ts';

/** Going on in another procedure: what is taken along, which dates follow there, what is settled here. */
export function ContinueSheet({ file, routeId }: { readonly file: CaseFile; readonly routeId: string }) {
  const { t } = useTranslation('family');
  const { t: tc } = useTranslation('common');
  const { t: tl } = useTranslation('cases');
  const pick = useBilingual();
  const mayWrite = useMay('case.write');
  const { close } = usePlace();
  const { fail } = useNotices();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const offer = useUndoOffer();
  const ways = useQuery(waysQuery(file.id));
  const way = ways.data?.find((w) => w.routeId === routeId);
  const [filedOn, setFiledOn] = useState<PlainDate | null>(null);
  const [receivedOn, setReceivedOn] = useState<PlainDate | null>(today);
  const [busy, setBusy] = useState(false);
  // What is shown is what was read when the sheet opened; a case that somebody changed since is not taken along unseen.
  const basedOn = useRef(file.version);
  const preview = useQuery({
    ...previewQuery(file.id, routeId, filedOn),
    enabled: way !== undefined,
    placeholderData: (before: Preview | undefined) => before,
  });
  const make = async (): Promise<void> => {
    if (receivedOn === null) return;
    setBusy(true);
    try {
      const made = await platform().client.call('families.continue', {
        caseId: file.id,
        expectedVersion: basedOn.current,
        routeId,
        filedOn,
        receivedOn,
      });
      await navigate({ to: '/cases/$caseId', params: { caseId: made.caseId }, search: {} });
      offer(t('made', { number: made.number }), made, () =>
        navigate({ to: '/cases/$caseId', params: { caseId: file.id }, search: {} }),
      );
    } catch (error) {
      fail(error, () => {
        void queries.invalidateQueries({ queryKey: caseKey(file.id) });
        basedOn.current =
          queries.getQueryData<CaseFile>([...caseKey(file.id), 'file'])?.version ?? file.version;
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer
      open
      size={680}
      onClose={close}
      title={way ? `${pick(way.words)} · ${tl(`track.${way.to}`)}` : t('ways')}
      footer={
        <div className="gd-sheet-foot">
          <span className="gd-quiet">{t('keepsHere', { number: file.number })}</span>
          <span className="gd-spring" />
          <Button onClick={close}>{tc('action.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={!mayWrite || !preview.data || preview.data.refusal !== null || receivedOn === null}
            onClick={() => void make()}
          >
            {t('make')}
          </Button>
        </div>
      }
    >
      <div className="gd-sheet gd-continue">
        {way === undefined ? (
          <p className="gd-quiet">{ways.data ? t('wayClosed') : '…'}</p>
        ) : (
          <>
            <p>{pick(way.why)}</p>
            <p className="gd-quiet">
              {t('basis')} {way.basis.map(pick).join(t('semicolon'))}
            </p>
            {way.by && (
              <p>
                {way.byTitle && pick(way.byTitle)} <DateText date={way.by} due />
              </p>
            )}
            <div className="gd-grid">
              <div data-span="3">
                <FormField
                  label={preview.data ? t('openedOn', { event: pick(preview.data.openingWords) }) : '…'}
                  help={t('openedOnHint')}
                  error={preview.data?.refusal ? pick(preview.data.refusal) : null}
                >
                  {(f) => <DateInput {...f} value={filedOn} onChange={setFiledOn} />}
                </FormField>
              </div>
              <div data-span="3">
                <FormField label={t('receivedOn')} required>
                  {(f) => <DateInput {...f} value={receivedOn} onChange={setReceivedOn} />}
                </FormField>
              </div>
            </div>
            <DataState query={preview} rows={6}>
              {(found) => <Shown found={found} />}
            </DataState>
          </>
        )}
      </div>
    </Drawer>
  );
}

const lists = [
  'workers',
  'respondents',
  'agents',
  'items',
  'wages',
  'evidence',
  'particulars',
  'events',
] as const satisfies readonly (keyof Carried)[];

function Shown({ found }: { readonly found: Preview }) {
  const { t } = useTranslation('family');
  const pick = useBilingual();
  const heading = useHeading();
  const ahead = found.dates.filter((d) => d.status === 'open' || d.status === 'suspended');
  const kept = found.dates.filter((d) => d.status === 'met' || d.status === 'met-late');
  return (
    <>
      <section>
        <h3>{t('carried')}</h3>
        <p className="gd-carried">
          {lists
            .filter((list) => found.carried[list] > 0)
            .map((list) => (
              <StatusChip key={list}>{t(`list.${list}`, { count: found.carried[list] })}</StatusChip>
            ))}
        </p>
        <p className="gd-quiet">{t('carriedAlso')}</p>
        {found.powerless.length > 0 && (
          <p className="note note-amber">{t('powerless', { names: found.powerless.join(t('comma')) })}</p>
        )}
        {found.lapsed.length > 0 && (
          <p className="note note-amber">{t('lapsed', { names: found.lapsed.join(t('comma')) })}</p>
        )}
        {found.events.length > 0 && (
          <ul className="plain gd-continue-events">
            {found.events.map((e) => (
              <li key={`${e.date}${e.words.zh}`}>
                <span className="tabular">{e.date}</span> {heading(e.words)}
                {e.was && <span className="gd-quiet"> {t('was', { words: pick(e.was) })}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t('there', { stage: pick(found.stageAfter) })}</h3>
        {ahead.length === 0 && <p className="gd-quiet">{t('noDates')}</p>}
        <ul className="plain gd-continue-dates">
          {ahead.map((d) => (
            <li key={`${d.ruleId}${d.due}`}>
              {d.due ? <DateText date={d.due} due /> : <StatusChip tone="amber">{t('suspended')}</StatusChip>}
              <span>
                <strong>{pick(d.title)}</strong> {d.provisional && <ProvisionalMark short />}
                <br />
                <span className="gd-quiet">{pick(d.explanation)}</span>
              </span>
            </li>
          ))}
        </ul>
        {kept.length > 0 && (
          <p className="gd-quiet">{t('kept', { list: kept.map((d) => pick(d.title)).join(t('comma')) })}</p>
        )}
      </section>
      {found.here && (
        <section>
          <h3>{t('here')}</h3>
          <p>{t('hereEvent', { words: pick(found.here.words), stage: pick(found.here.stageAfter) })}</p>
          {found.here.met.length > 0 && (
            <p className="gd-quiet">
              {t('hereMet', {
                list: found.here.met.map((m) => `${pick(m.title)} ${m.due ?? ''}`).join(t('comma')),
              })}
            </p>
          )}
        </section>
      )}
    </>
  );
}
