import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { applicantSides } from '../../../../shared/features/cases/case.schemas.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';

/** Who files, and what a unit that files asks for. */
export function ApplicantSide({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { fail } = useNotices();
  const { show } = usePlace();
  const change = useChange(file.id);
  return (
    <section>
      <header>
        <h2>{t('sides.title')}</h2>
      </header>
      <Segmented
        block
        disabled={readOnly}
        value={file.applicantSide}
        onChange={(applicantSide) => void change('cases.update', { patch: { applicantSide } }).catch(fail)}
        options={applicantSides.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      {file.applicantSide === 'unit' && (
        <>
          <p className="gd-quiet">{t('sides.unitHelp')}</p>
          <header>
            <h2>{t('sides.claims')}</h2>
            {!readOnly && (
              <Button size="small" onClick={() => show({ kind: 'unitClaims', id: null })}>
                {t('sides.edit')}
              </Button>
            )}
          </header>
          {file.unitClaims.length === 0 && <p className="gd-amber">{t('sides.noClaims')}</p>}
          {file.unitClaims.map((c) => (
            <p key={c.text}>
              {c.text}
              {c.amountFen !== null && (
                <span className="gd-quiet tabular"> {formatYuan(c.amountFen as Fen)}</span>
              )}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

export function WitnessList({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { show } = usePlace();
  return (
    <section>
      <header>
        <h2>{t('sides.witnesses')}</h2>
        {!readOnly && (
          <Button size="small" onClick={() => show({ kind: 'witnesses', id: null })}>
            {t('sides.edit')}
          </Button>
        )}
      </header>
      {file.witnesses.length === 0 ? (
        <p className="gd-quiet">{t('sides.noWitness')}</p>
      ) : (
        <p>{file.witnesses.map((w) => w.name).join(t('listComma'))}</p>
      )}
    </section>
  );
}
