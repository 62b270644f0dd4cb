import { App } from 'antd';
import { createElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BinKind } from '../../../shared/features/undo/undo.contract.ts';
import { platform } from '../../transport/platform.ts';

/**
 * Asks before something goes that other records rest on, naming them; what stands alone goes at once, because it can be
 * taken back. @returns true when it may go.
 */
export function useRemoval(): (kind: BinKind, ids: string[], label: string) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useTranslation('undo');
  return useCallback(
    async (kind, ids, label) => {
      const found = await platform().client.call('bin.dependents', { kind, ids });
      if (found.length === 0 && kind !== 'case') return true;
      return modal.confirm({
        title: t('depends.title', { label }),
        content: createElement(
          'div',
          null,
          found.length > 0 && createElement('p', null, t('depends.lead')),
          createElement(
            'ul',
            null,
            found.map((d) =>
              createElement('li', { key: d.what }, t(`depends.${d.what}`, { count: d.count })),
            ),
          ),
          createElement('p', { className: 'quiet' }, t('depends.back')),
        ),
        okText: t('depends.ok'),
        okButtonProps: { danger: true },
        autoFocusButton: 'cancel',
        // While it grows out of the press before, its buttons are not yet where they are seen: a quick press misses them.
        transitionName: '',
      });
    },
    [modal, t],
  );
}
