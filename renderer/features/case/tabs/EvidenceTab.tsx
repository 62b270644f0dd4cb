import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceGroups } from '../../../../shared/features/cases/case.schemas.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { evidenceQuery } from '../case.queries.ts';
import { newId } from '../field-link.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

export function EvidenceTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const { show } = usePlace();
  const query = useQuery(evidenceQuery(file.id));
  const add = (
    <Button type="primary" onClick={() => show({ kind: 'evidence', id: newId })}>
      {t('evidence.add')}
    </Button>
  );
  return (
    <DataState
      query={query}
      isEmpty={(e) => e.length === 0}
      empty={
        <EmptyState title={t('evidence.empty')} text={t('evidence.emptyText')}>
          {!readOnly && add}
        </EmptyState>
      }
    >
      {(items) => {
        const pages = items.reduce((sum, i) => sum + (i.pages ?? 0), 0);
        const unknown = items.filter((i) => i.pages === null).length;
        return (
          <>
            <header className="gd-bar">
              <span>{t('evidence.count', { count: items.length, pages })}</span>
              {unknown > 0 && <span className="gd-amber">{t('evidence.noPages', { count: unknown })}</span>}
              <span className="gd-spring" />
              {!readOnly && add}
            </header>
            <table className="gd-table gd-evidence">
              <thead>
                <tr>
                  <th className="gd-num">{t('evidence.number')}</th>
                  <th>{t('evidence.name')}</th>
                  <th>{t('evidence.kind')}</th>
                  <th>{t('evidence.form')}</th>
                  <th className="gd-num">{t('evidence.copies')}</th>
                  <th className="gd-num">{t('evidence.pageRange')}</th>
                  <th>{t('evidence.proves')}</th>
                  <th>{t('evidence.source')}</th>
                </tr>
              </thead>
              <tbody>
                {evidenceGroups.map((group) => {
                  const own = items.filter((i) => i.group === group);
                  if (own.length === 0) return null;
                  return (
                    <Fragment key={group}>
                      <tr className="gd-group">
                        <th colSpan={8} scope="rowgroup">
                          {t(`evidenceGroup.${group}`)}
                        </th>
                      </tr>
                      {own.map((i) => (
                        <tr key={i.id}>
                          <td className="gd-num tabular">{i.number}</td>
                          <td className="gd-wrap">
                            <button
                              type="button"
                              className="gd-linkish"
                              onClick={() => show({ kind: 'evidence', id: i.id })}
                            >
                              {i.name}
                            </button>
                          </td>
                          <td>{t(`evidenceKind.${i.kind}`)}</td>
                          <td>{t(`evidenceForm.${i.form}`)}</td>
                          <td className="gd-num tabular">{i.copies}</td>
                          <td className="gd-num tabular">
                            {i.pageFrom === null ? (
                              <span className="gd-amber">—</span>
                            ) : i.pageFrom === i.pageTo ? (
                              i.pageFrom
                            ) : (
                              `${i.pageFrom}–${i.pageTo ?? ''}`
                            )}
                          </td>
                          <td className="gd-wrap">{i.proves}</td>
                          <td className="gd-wrap">{i.source}</td>
                        </tr>
                      ))}
                    </Fragment>
                  );
                })}
              </tbody>
            </table>
          </>
        );
      }}
    </DataState>
  );
}
