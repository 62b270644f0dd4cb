import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AidSubsidyLine } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';

/** Subsidies that wait for approval, then those that wait for payment. */
export function SubsidyLines({ page, text }: { page: Output<'aid.office'>; text: string }) {
  const { t } = useTranslation('legal-aid');
  const wanted = text.trim();
  const parts = (['toApprove', 'toPay'] as const).map((key) => ({
    key,
    lines: page[key].filter(
      (l) => wanted === '' || [l.number, l.applicant, l.lawyer ?? ''].some((v) => v.includes(wanted)),
    ),
  }));
  if (parts.every((p) => p.lines.length === 0)) return <p className="quiet aid-none">{t('office.empty')}</p>;
  return (
    <>
      {parts
        .filter((p) => p.lines.length > 0)
        .map(({ key, lines }) => (
          <section key={key} className="aid-group">
            <h2>
              {t(`office.${key}`)} <span className="quiet tabular">{lines.length}</span>
            </h2>
            <Lines lines={lines} />
          </section>
        ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly AidSubsidyLine[] }) {
  const { t } = useTranslation('legal-aid');
  return (
    <table className="list aid-lines">
      <thead>
        <tr>
          {(['number', 'applicant', 'lawyer', 'standard'] as const).map((key) => (
            <th scope="col" key={key}>
              {t(`office.${key}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t('office.amount')}
          </th>
          <th scope="col" aria-label={t('field.approvedOn')} />
        </tr>
      </thead>
      <tbody>
        {lines.map((l) => (
          <tr key={l.id}>
            <td className="tabular">
              <Link to="/cases/$caseId" params={{ caseId: l.caseId }} search={{ tab: 'aid' }}>
                {l.number}
              </Link>
            </td>
            <td>{l.applicant}</td>
            <td>{l.lawyer}</td>
            <td>{l.standard}</td>
            <td className="num">
              <MoneyText fen={l.amountFen} />
            </td>
            <td>
              {l.approvedOn && (
                <StatusChip tone="green">{t('office.approved', { date: l.approvedOn })}</StatusChip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('export.total')}</th>
          <td colSpan={3} />
          <td className="num">
            <MoneyText fen={lines.reduce((sum, l) => sum + l.amountFen, 0)} />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
