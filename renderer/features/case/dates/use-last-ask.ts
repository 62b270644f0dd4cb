import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../transport/failure.ts';
import { placeOf } from '../case.search.ts';
import { newId } from '../field-link.ts';

/**
 * Runs what would close a date. When it is the last one that watches over an open case, the person is asked first, and
 * may set another date instead. @returns false when nothing was done.
 */
export function useLastAsk(
  caseId: string,
): (act: (acceptLast: boolean) => Promise<unknown>) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useTranslation('dates');
  const navigate = useNavigate();
  return useCallback(
    async (act) => {
      try {
        await act(false);
        return true;
      } catch (error) {
        if (failureOf(error).details?.rule !== 'last-open-date') throw error;
      }
      const add = await modal.confirm({
        title: t('last.title'),
        content: t('last.text'),
        okText: t('last.add'),
        cancelText: t('last.anyway'),
      });
      if (add) {
        void navigate({
          to: '/cases/$caseId',
          params: { caseId },
          search: placeOf('dates', { kind: 'predate', id: newId }),
        });
        return false;
      }
      await act(true);
      return true;
    },
    [modal, t, navigate, caseId],
  );
}
