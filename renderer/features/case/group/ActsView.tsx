import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { totalsOf } from '../../../../shared/features/group/group.checks.ts';
import { memberStatuses } from '../../../../shared/features/group/group.status.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { useListText } from '../../../ui/list-text.ts';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { statusTones } from './GridRow.tsx';

const namesShown = 6;

/** What parts of the group did, and how many stand how; the sums by standing make up the whole. */
export function ActsView(
  props: TabProps & { readonly matrix: Output<'group.matrix'>; readonly views: ReactNode },
) {
  const { file, readOnly, matrix } = props;
  const { t } = useTranslation('group');
  const listed = useListText();
  const { fail, undoable } = useNotices();
  const change = useChange(file.id);
  const rows = new Map(matrix.rows.map((r) => [r.memberId, r]));
  const remove = (actId: string): void => {
    change('group.removeAct', { actId }).then(
      () => undoable(t('done.actRemoved'), () => change('group.restoreAct', { actId })),
      fail,
    );
  };
  const acts = [...matrix.acts].sort((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id));
  const whole = totalsOf(matrix.rows, []);
  return (
    <div className="gm-page">
      <header className="gd-bar">{props.views}</header>
      <div className="gm-scrolling">
        <section>
          <h2>{t('acts.byStatus')}</h2>
          <table className="gd-table gm-by-status">
            <thead>
              <tr>
                <th scope="col">{t('column.status')}</th>
                <th scope="col" className="gd-num">
                  {t('acts.people')}
                </th>
                <th scope="col" className="gd-num">
                  {t('payout.claimed')}
                </th>
                <th scope="col" className="gd-num">
                  {t('payout.computed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {memberStatuses.map((status) => {
                const own = matrix.rows.filter((r) => r.status === status);
                const sums = totalsOf(own, []);
                return own.length === 0 ? null : (
                  <tr key={status}>
                    <td>
                      <StatusChip tone={statusTones[status]}>{t(`status.${status}`)}</StatusChip>
                    </td>
                    <td className="gd-num tabular">{sums.count}</td>
                    <td className="gd-num">
                      <MoneyText fen={sums.claimedFen} />
                    </td>
                    <td className="gd-num">
                      <MoneyText fen={sums.computedFen} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('foot')}</th>
                <td className="gd-num tabular">{whole.count}</td>
                <td className="gd-num">
                  <MoneyText fen={whole.claimedFen} />
                </td>
                <td className="gd-num">
                  <MoneyText fen={whole.computedFen} />
                </td>
              </tr>
            </tfoot>
          </table>
        </section>
        <section>
          <h2>{t('view.acts')}</h2>
          {acts.length === 0 ? (
            <EmptyState title={t('acts.empty')} text={t('acts.emptyText')} />
          ) : (
            <table className="gd-table">
              <thead>
                <tr>
                  <th scope="col">{t('acts.day')}</th>
                  <th scope="col">{t('acts.what')}</th>
                  <th scope="col">{t('acts.who')}</th>
                  <th scope="col" className="gd-num">
                    {t('acts.amount')}
                  </th>
                  <th scope="col">{t('acts.note')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('acts.remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {acts.map((act) => {
                  const own = act.memberIds.flatMap((id) => rows.get(id) ?? []);
                  const names = own.map((r) => String(r.values.name ?? ''));
                  return (
                    <tr key={act.id}>
                      <td className="tabular">{act.on}</td>
                      <td>{t(`act.${act.kind}`)}</td>
                      <td title={listed(names)}>
                        {names.length > namesShown
                          ? t('actDialog.andMore', {
                              names: listed(names.slice(0, namesShown)),
                              count: names.length,
                            })
                          : listed(names)}
                      </td>
                      <td className="gd-num">
                        <MoneyText fen={totalsOf(own, []).claimedFen} />
                      </td>
                      <td className="gd-wrap">{act.note ?? ''}</td>
                      <td>
                        {!readOnly && (
                          <Button size="small" type="text" danger onClick={() => remove(act.id)}>
                            {t('acts.remove')}
                          </Button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </section>
      </div>
    </div>
  );
}
