import { Button, Dropdown, Input, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isMoneyItem, itemCalculators } from '../../../../shared/features/claims/claim-items.rules.ts';
import { type MemberStatus, memberStatuses } from '../../../../shared/features/group/group.status.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';

/** What of the matrix is shown. */
export interface Seen {
  readonly find: string;
  readonly status: MemberStatus | null;
  readonly onlyProblems: boolean;
  /** The columns that are not shown by themselves. */
  readonly more: boolean;
  /** The list of what is to be looked at. */
  readonly panel: boolean;
}

/** Above the matrix: what is shown, how its checks stand, and what can be done with the whole group. */
export function MatrixBar(props: {
  readonly views: ReactNode;
  readonly readOnly: boolean;
  readonly hasActs: boolean;
  readonly seen: Seen;
  readonly onSeen: (part: Partial<Seen>) => void;
  /** Places to be looked at. */
  readonly problems: number;
  readonly saving: boolean;
  /** Kinds of claims that have a column. */
  readonly calculators: readonly string[];
  readonly onClaim: (calculator: string) => void;
  /** Workers with an amount that was computed from older facts. */
  readonly outdated: number;
  /** Workers with an amount that was stated and never computed. */
  readonly stated: number;
  readonly onRecompute: (which: 'outdated' | 'stated') => void;
  readonly onShare: () => void;
  readonly onExport: (what: 'payout' | 'matrix') => void;
  readonly onImport: () => void;
  readonly onRepresentatives: () => void;
}) {
  const { readOnly, seen, onSeen, problems, calculators, outdated, stated } = props;
  const { find, status, onlyProblems, more, panel } = seen;
  const { t } = useTranslation('group');
  const { t: tc } = useTranslation('case');
  const bilingual = useBilingual();
  return (
    <header className="gd-bar">
      {props.views}
      <Input
        allowClear
        value={find}
        onChange={(e) => onSeen({ find: e.target.value })}
        placeholder={t('find')}
        aria-label={t('find')}
        prefix={<Icon name="search" size={14} />}
        style={{ width: 150 }}
      />
      {props.hasActs && (
        <Select
          aria-label={t('column.status')}
          value={status ?? 'all'}
          style={{ width: 108 }}
          options={[
            { value: 'all', label: t('allStatuses') },
            ...memberStatuses.map((s) => ({ value: s, label: t(`status.${s}`) })),
          ]}
          onChange={(s) => onSeen({ status: memberStatuses.find((m) => m === s) ?? null })}
        />
      )}
      {problems > 0 ? (
        <Button
          type="text"
          aria-expanded={panel}
          title={t(panel ? 'problems.hide' : 'problems.show')}
          onClick={() => onSeen({ panel: !panel })}
        >
          <span className="gd-amber">
            <Icon name="warning" size={13} /> {t('problems.count', { count: problems })}
          </span>
        </Button>
      ) : (
        <span className="gd-green">
          <Icon name="check" size={13} /> {t('problems.none')}
        </span>
      )}
      <span className="gd-quiet" role="status">
        {props.saving ? t('saving') : ''}
      </span>
      <span className="gd-spring" />
      {outdated > 0 && !readOnly && (
        <Tooltip title={t('recomputeHelp')}>
          <Button onClick={() => props.onRecompute('outdated')}>{t('recompute', { count: outdated })}</Button>
        </Tooltip>
      )}
      <Button onClick={props.onShare}>{t('shared.open')}</Button>
      {!readOnly && (
        <Select
          aria-label={t('addClaim')}
          placeholder={t('addClaim')}
          value={null}
          style={{ width: 126 }}
          popupMatchSelectWidth={280}
          showSearch={{ optionFilterProp: 'label' }}
          options={itemCalculators()
            .filter((c) => isMoneyItem(c) && !calculators.includes(c.id))
            .map((c) => ({ value: c.id, label: bilingual(c.title) }))}
          onChange={(id: string | null) => id !== null && props.onClaim(id)}
        />
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'more',
              label: `${more ? '✓ ' : ''}${t('moreColumns')}`,
              onClick: () => onSeen({ more: !more }),
            },
            {
              key: 'only',
              label: `${onlyProblems ? '✓ ' : ''}${t('onlyProblems')}`,
              onClick: () => onSeen({ onlyProblems: !onlyProblems }),
            },
            { type: 'divider' as const },
            { key: 'payout', label: t('export.payout'), onClick: () => props.onExport('payout') },
            { key: 'matrix', label: t('export.matrix'), onClick: () => props.onExport('matrix') },
            { type: 'divider' as const },
            ...(readOnly
              ? []
              : [
                  ...(stated > 0
                    ? [
                        {
                          key: 'compute',
                          label: t('compute', { count: stated }),
                          onClick: () => props.onRecompute('stated'),
                        },
                      ]
                    : []),
                  {
                    key: 'import',
                    label: tc('members.import'),
                    onClick: props.onImport,
                  },
                  {
                    key: 'reps',
                    label: tc('reps.title'),
                    onClick: props.onRepresentatives,
                  },
                ]),
          ],
        }}
      >
        <Button aria-label={t('keysMenu')}>{t('menu')}</Button>
      </Dropdown>
    </header>
  );
}
