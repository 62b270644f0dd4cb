import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataState } from '../../ui/DataState.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { proposalQuery } from './legal-aid.queries.ts';

/** Who could take the case: load, turn, what speaks for and against each; a person chooses. */
export function ProposalField({
  caseId,
  value,
  onChange,
}: {
  caseId: string;
  value: string;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('legal-aid');
  const query = useQuery(proposalQuery(caseId));
  return (
    <DataState
      query={query}
      rows={3}
      isEmpty={(d) => d.length === 0}
      empty={<p className="quiet">{t('noLawyers')}</p>}
    >
      {(rows) => (
        <>
          <div className="aid-scroll">
            <table className="list aid-proposal">
              <thead>
                <tr>
                  <th scope="col">{t('digest.lawyer')}</th>
                  <th scope="col" className="num">
                    {t('load')}
                  </th>
                  <th scope="col">{t('last')}</th>
                  <th scope="col">{t('proposal')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((p) => (
                  <tr key={p.lawyerId} className={p.rank === null ? 'aid-out' : ''}>
                    <td>
                      <Radio checked={value === p.lawyerId} onChange={() => onChange(p.lawyerId)}>
                        {p.name}
                        {p.firm && <span className="quiet"> {p.firm}</span>}
                      </Radio>
                    </td>
                    <td
                      className="num tabular"
                      title={t('openCases', { cases: p.openCases, workers: p.openWorkers })}
                    >
                      {p.load}
                    </td>
                    <td className="tabular">{p.lastAssignedOn ?? t('never')}</td>
                    <td>
                      {p.rank === 1 && <StatusChip tone="accent">{t('proposed')}</StatusChip>}{' '}
                      {p.reasons.map((r) => (
                        <span key={r} className={r === 'conflict' ? 'aid-why gd-red' : 'aid-why quiet'}>
                          {t(`why.${r}`)}
                        </span>
                      ))}
                      {p.conflicts.length > 0 && (
                        <span className="quiet">
                          {t('conflictWith', { numbers: p.conflicts.join(t('comma')) })}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="field-help">{t('proposeHelp')}</p>
        </>
      )}
    </DataState>
  );
}
