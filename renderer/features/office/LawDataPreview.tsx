import { Link } from '@tanstack/react-router';
import { Button, Drawer, Progress } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { useBilingual } from '../../app/i18n.ts';
import { ChangedClaims } from '../law/ChangedClaims.tsx';

export type LawPreview = Output<'lawData.preview'>;

/** Lines shown at once; a new year touches every open date that reaches into it. */
const atFirst = 100;

/** What importing would do, before anything is kept; after it the same list, to be worked through. */
export function LawDataPreview(props: {
  readonly preview: LawPreview;
  readonly done: boolean;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly onClose: () => void;
  readonly onApply: () => void;
}) {
  const { preview, done, progress, onClose, onApply } = props;
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const { file, effects, added, replaced, unchanged } = preview;
  return (
    <Drawer
      open
      size={760}
      title={t(done ? 'law.imported' : 'law.preview')}
      onClose={onClose}
      footer={
        <div className="office-actions">
          {!done && (
            <Button
              type="primary"
              loading={progress !== null}
              disabled={added.length + replaced.length === 0}
              onClick={onApply}
            >
              {t('law.apply')}
            </Button>
          )}
          <Button onClick={onClose}>{tc(done ? 'action.close' : 'action.cancel')}</Button>
          {progress?.total && <Progress percent={Math.round((100 * progress.done) / progress.total)} />}
        </div>
      }
    >
      <dl className="law-preview">
        <Fact name={t('law.table')}>
          <strong>{t(`law.kind.${file.kind}`)}</strong>
        </Fact>
        <Fact name={t('law.file')}>{preview.fileName}</Fact>
        <Fact name={t('law.source')}>{file.source}</Fact>
        {file.validFrom && (
          <Fact name={t('law.inForce')}>{t('law.validFrom', { date: file.validFrom })}</Fact>
        )}
        <Fact name={t('law.checked')}>
          {t('law.signedOff', { by: file.signedOffBy, on: file.signedOffOn })}
        </Fact>
        {added.length > 0 && <Fact name={t('law.newRows')}>{added.join(t('law.comma'))}</Fact>}
        {unchanged.length > 0 && (
          <Fact name={t('law.sameRows')}>{t('law.rows', { count: unchanged.length })}</Fact>
        )}
      </dl>
      {replaced.length > 0 && (
        <p className="note note-amber">{t('law.replacedRows', { keys: replaced.join(t('law.comma')) })}</p>
      )}
      <p className="law-preview-effects">
        {effects.dates.length + effects.claimsChanged === 0
          ? t('law.noEffects', { cases: effects.casesChecked })
          : t('law.effects', {
              cases: effects.casesChecked,
              moved: effects.datesMoved,
              settled: effects.datesSettled,
              claims: effects.claimsChanged,
            })}
      </p>
      <ChangedDates dates={effects.dates} />
      {effects.claims.length > 0 && <ChangedClaims claims={effects.claims} />}
    </Drawer>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="anywhere">{children}</dd>
    </>
  );
}

function ChangedDates({ dates }: { readonly dates: LawPreview['effects']['dates'] }) {
  const { t } = useTranslation('office');
  const bilingual = useBilingual();
  const [all, setAll] = useState(false);
  if (dates.length === 0) return null;
  const day = (date: string | null, provisional: boolean): string =>
    (date ?? t('law.noDay')) + (provisional ? t('law.provisionalMark') : '');
  return (
    <>
      <table className="list changed-dates">
        <thead>
          <tr>
            <th scope="col">{t('law.case')}</th>
            <th scope="col">{t('law.limit')}</th>
            <th scope="col">{t('law.change')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? dates : dates.slice(0, atFirst)).map((d, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may have several dates, and the list never changes
            <tr key={i}>
              <td>
                <Link
                  className="tabular"
                  to="/cases/$caseId"
                  params={{ caseId: d.caseId }}
                  search={{ tab: 'dates' }}
                >
                  {d.number}
                </Link>{' '}
                {d.firstApplicant}
              </td>
              <td>{bilingual(d.title)}</td>
              <td className="tabular">
                {day(d.before, d.provisionalBefore)} → {day(d.after, d.provisionalAfter)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && dates.length > atFirst && (
        <Button onClick={() => setAll(true)}>{t('law.showAll', { total: dates.length })}</Button>
      )}
    </>
  );
}
