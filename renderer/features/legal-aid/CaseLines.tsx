import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type {
  AidCaseLine,
  AidLawyerView,
  AidList,
} from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { ProvisionalMark, StatusChip } from '../../ui/StatusChip.tsx';
import { stageTone, useStageName } from '../cases/names.ts';
import { DaysLeft } from './DaysLeft.tsx';

type Line = AidCaseLine & { readonly what?: string };

const matches = (line: Line, text: string): boolean =>
  text.trim() === '' ||
  [line.number, line.applicant, line.respondent, line.lawyer ?? ''].some((v) => v.includes(text.trim()));

/** Cases that wait for the same thing, the soonest first; those under way by whoever has them. */
export function CaseLines({
  list,
  lines,
  text,
  lawyers,
}: {
  list: AidList;
  lines: readonly Line[];
  text: string;
  lawyers: readonly AidLawyerView[];
}) {
  const { t } = useTranslation('legal-aid');
  const found = lines.filter((l) => matches(l, text));
  if (found.length === 0) return <p className="quiet aid-none">{t('office.empty')}</p>;
  if (list !== 'underWay') return <Table lines={found} />;
  const groups = new Map<string, Line[]>();
  for (const l of found) groups.set(l.lawyer ?? '', [...(groups.get(l.lawyer ?? '') ?? []), l]);
  return (
    <>
      {[...groups].map(([name, own]) => {
        const lawyer = lawyers.find((l) => l.name === name);
        return (
          <section key={name} className="aid-group">
            <h2>
              {name || t('digest.unassigned')}{' '}
              <span className="quiet">
                {t('office.caseCount', { count: own.length })}
                {lawyer && ` · ${t('load')} ${lawyer.load}`}
              </span>
            </h2>
            <Table lines={own} />
          </section>
        );
      })}
    </>
  );
}

function Table({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('legal-aid');
  const stageName = useStageName();
  const withWhat = lines.some((l) => l.what !== undefined);
  return (
    <table className="list aid-lines">
      <thead>
        <tr>
          {(['number', 'applicant', 'respondent', withWhat ? 'what' : 'stage', 'due', 'lawyer'] as const).map(
            (key) => (
              <th scope="col" key={key}>
                {t(`office.${key}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((l) => (
          <tr key={`${l.caseId}${l.due}${l.what ?? ''}`}>
            <td className="tabular">
              <Link to="/cases/$caseId" params={{ caseId: l.caseId }} search={{ tab: 'aid' }}>
                {l.number}
              </Link>
            </td>
            <td>
              {l.applicants > 1
                ? t('office.people', { name: l.applicant, count: l.applicants })
                : l.applicant}
            </td>
            <td className="aid-cut">{l.respondent}</td>
            <td>
              {l.what === ''
                ? t('office.visitByRule')
                : (l.what ?? (
                    <StatusChip tone={stageTone('legal-aid', l.stage)}>
                      {stageName('legal-aid', l.stage)}
                    </StatusChip>
                  ))}
            </td>
            <td className="tabular">
              {l.due} {l.daysLeft !== null && <DaysLeft days={l.daysLeft} />}{' '}
              {l.provisional && <ProvisionalMark short />}
            </td>
            <td>
              {l.lawyer ?? <span className="quiet">{t('digest.unassigned')}</span>}{' '}
              {l.lawyerLeft && <StatusChip tone="red">{t('digest.noLonger')}</StatusChip>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
