import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Finding, findingKinds } from '../../../../shared/features/documents/editing.contract.ts';
import { documentSets, type SetId } from '../../../../shared/features/documents/sets.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { caseKey } from '../../case/case.queries.ts';
import { searchOf } from '../../case/case.search.ts';
import { resolveField } from '../../case/field-link.ts';
import { usePlace } from '../../case/use-place.ts';
import './editing.css';

/** Everything that is missing or differs across a set, each with the way to where it is put right. */
export function CheckSheet({ caseId, set }: { caseId: string; set: SetId }) {
  const { t } = useTranslation('editing');
  const pick = useBilingual();
  const { close } = usePlace();
  const check = useQuery(
    callQuery([...caseKey(caseId), 'paper-check', set] as const, 'documents.check', { caseId, set }),
  );
  return (
    <Drawer open size={720} title={`${t('check')} · ${pick(documentSets[set].title)}`} onClose={close}>
      <DataState
        query={check}
        rows={8}
        isEmpty={(found) => found.length === 0}
        empty={<EmptyState title={t('nothingWrong')} text={t('nothingWrongHelp')} />}
      >
        {(found) => (
          <div className="gd-set-check">
            {byWeight(found).map((kind) => {
              const own = found.filter((f) => f.kind === kind);
              return (
                <section key={kind}>
                  <h3>
                    {t(`kind.${kind}`)} <span className="gd-quiet tabular">{own.length}</span>
                  </h3>
                  <ul className="plain">
                    {own.slice(0, 100).map((f) => (
                      <Row key={`${f.field}${f.label.zh}`} finding={f} />
                    ))}
                  </ul>
                  {own.length > 100 && <p className="gd-quiet">{t('more', { count: own.length - 100 })}</p>}
                </section>
              );
            })}
          </div>
        )}
      </DataState>
    </Drawer>
  );
}

/** The kinds that were found, those that forbid filing first: they must not stand below sixty blanks. */
function byWeight(found: readonly Finding[]): Finding['kind'][] {
  const heavy = (kind: Finding['kind']): number =>
    found.some((f) => f.kind === kind && f.severity === 'error') ? 0 : 1;
  return findingKinds
    .filter((kind) => found.some((f) => f.kind === kind))
    .toSorted((a, b) => heavy(a) - heavy(b));
}

function Row({ finding }: { finding: Finding }) {
  const { t } = useTranslation('editing');
  const { t: td } = useTranslation('documents');
  const pick = useBilingual();
  const { go } = usePlace();
  const { severity, field, label, papers, values } = finding;
  const target = field === null ? null : resolveField(field);
  return (
    <li>
      <StatusChip tone={severity === 'error' ? 'red' : severity === 'gap' ? 'amber' : 'neutral'}>
        {td(`severity.${severity}`)}
      </StatusChip>
      <div>
        {target ? (
          <button type="button" className="gd-linkish" onClick={() => go(searchOf(target))}>
            {pick(label)}
          </button>
        ) : (
          <span>{pick(label)}</span>
        )}
        {values.length > 0 && (
          <dl className="gd-check-values">
            {values.map((v) => (
              <div key={`${v.where.zh}${v.value}`}>
                <dt lang="zh-CN">{pick(v.where)}</dt>
                <dd lang="zh-CN">{v.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {papers.length > 0 && values.length === 0 && (
          <p className="gd-quiet">
            {t('inPapers', { papers: papers.slice(0, 6).map(pick).join(t('comma')), count: papers.length })}
          </p>
        )}
      </div>
    </li>
  );
}
