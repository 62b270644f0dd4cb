import { useTranslation } from 'react-i18next';
import type { CheckCode, RowCheck } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow } from '../../../../shared/features/group/group.contract.ts';
import { Icon } from '../../../ui/icons.tsx';

const shownOfEach = 40;

/** Everything to be looked at, kind by kind; each name leads to its cell. */
export function ProblemPanel(props: {
  checks: readonly RowCheck[];
  rows: readonly GroupRow[];
  onGo: (check: RowCheck) => void;
}) {
  const { t } = useTranslation('group');
  const kinds = Map.groupBy(
    props.checks.filter((c) => c.severity !== 'note'),
    (c) => c.code,
  );
  const names = new Map(props.rows.map((r) => [r.memberId, String(r.values.name ?? '')]));
  const order = [...kinds].sort(([, a], [, b]) => rank(a) - rank(b));
  return (
    <aside className="gm-problems" aria-label={t('problems.title')}>
      <h3>{t('problems.title')}</h3>
      {order.length === 0 && <p className="gd-quiet">{t('problems.none')}</p>}
      {order.map(([code, checks]) => (
        <Kind key={code} code={code} checks={checks} names={names} onGo={props.onGo} />
      ))}
    </aside>
  );
}

const rank = (checks: readonly RowCheck[]): number => (checks[0]?.severity === 'error' ? 0 : 1);

function Kind(props: {
  code: CheckCode;
  checks: readonly RowCheck[];
  names: ReadonlyMap<string, string>;
  onGo: (check: RowCheck) => void;
}) {
  const { t } = useTranslation('group');
  const { code, checks, names } = props;
  const left = checks.length - shownOfEach;
  return (
    <details open={checks.length <= 12}>
      <summary className={rank(checks) === 0 ? 'gd-red' : 'gd-amber'}>
        <Icon name="warning" size={12} />{' '}
        {t('problems.of', { title: t(`check.${code}`), count: checks.length })}
      </summary>
      <ul className="plain">
        {checks.slice(0, shownOfEach).map((check) => (
          <li key={`${check.memberId} ${check.column}`}>
            <button type="button" className="gd-linkish" onClick={() => props.onGo(check)}>
              {names.get(check.memberId)}
            </button>
          </li>
        ))}
        {left > 0 && <li className="gd-quiet">{t('problems.more', { count: left })}</li>}
      </ul>
    </details>
  );
}
