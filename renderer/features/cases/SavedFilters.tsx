import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../../shared/features/cases/filters.contract.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { Icon } from '../../ui/icons.tsx';
import { isEnter } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import type { CaseFilter, CaseSort } from './cases.queries.ts';
import { type CasesSearch, searchOfFilter } from './cases.search.ts';

/** Filters kept under a name, and the list on the screen as a spreadsheet. */
export function SavedFilters(props: {
  filter: CaseFilter;
  sort: CaseSort;
  filtered: boolean;
  onOpen: (search: CasesSearch) => void;
}) {
  const { filter, sort, filtered, onOpen } = props;
  const { t, i18n } = useTranslation('cases');
  const { say, fail } = useNotices();
  const saved = useQuery(callQuery(['office', 'filters'], 'filters.list', {}));
  const save = useCall('filters.save', ['office']);
  const remove = useCall('filters.remove', ['office']);
  const [name, setName] = useState<string | null>(null);
  const [shared, setShared] = useState(false);
  const offer = useUndoOffer();

  const keep = (): void => {
    if (!name?.trim()) return;
    save.mutate(
      { name, shared, filter, sort },
      {
        onSuccess: () => {
          setName(null);
          say(t('saved.done', { name: name.trim() }));
        },
        onError: (error) => fail(error),
      },
    );
  };
  const begin = (): void => {
    setShared(false);
    setName('');
  };
  const exportAs = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const file = await platform().client.call('cases.export', { filter, sort, format, language });
      if (await platform().saveFile(file.token, file.fileName)) say(t('export.done', { count: file.rows }));
    } catch (error) {
      fail(error);
    }
  };
  const own = (saved.data ?? []).filter((f) => f.own);
  const open = (f: SavedFilter) => onOpen(searchOfFilter(f.filter, f.sort));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(saved.data ?? []).map((f) => ({ key: f.id, label: f.name, onClick: () => open(f) })),
            ...(saved.data?.length ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: t('saved.save'), disabled: !filtered, onClick: begin },
            ...(own.length > 0
              ? [
                  {
                    key: 'remove',
                    label: t('saved.remove'),
                    children: own.map((f) => ({
                      key: `remove:${f.id}`,
                      label: f.name,
                      onClick: () =>
                        void remove
                          .mutateAsync({ id: f.id })
                          .then((answer) => offer(t('saved.removed', { name: f.name }), answer), fail),
                    })),
                  },
                ]
              : []),
            { type: 'divider' as const },
            ...(['xlsx', 'csv'] as const).map((format) => ({
              key: format,
              label: t(`export.${format}`),
              onClick: () => void exportAs(format),
            })),
          ],
        }}
      >
        <Button size="small">
          {t('saved.title')} <Icon name="down" size={12} />
        </Button>
      </Dropdown>
      <Modal
        open={name !== null}
        title={t('saved.save')}
        okText={t('saved.ok')}
        okButtonProps={{ disabled: !name?.trim(), loading: save.isPending }}
        onOk={keep}
        onCancel={() => setName(null)}
        destroyOnHidden
      >
        <Input
          autoFocus
          maxLength={40}
          aria-label={t('saved.name')}
          placeholder={t('saved.name')}
          value={name ?? ''}
          onChange={(e) => setName(e.target.value)}
          onKeyDown={(e) => {
            if (isEnter(e)) keep();
          }}
        />
        <p className="saved-shared">
          <Checkbox checked={shared} onChange={(e) => setShared(e.target.checked)}>
            {t('saved.shared')}
          </Checkbox>
        </p>
      </Modal>
    </>
  );
}
