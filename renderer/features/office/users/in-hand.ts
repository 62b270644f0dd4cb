import { useTranslation } from 'react-i18next';
import type { UserRecord } from '../../../../shared/features/users/users.contract.ts';

type InHand = Pick<UserRecord, 'openCases' | 'openTasks' | 'openAssignments'>;

/** “2 cases in hand, 1 task, 3 assignments of legal aid”: what somebody has, without what they have none of. */
export function useInHandText(): (user: InHand) => string {
  const { t } = useTranslation('office');
  return (user) =>
    (
      [
        ['users.casesInHand', user.openCases],
        ['users.tasksInHand', user.openTasks],
        ['users.aidInHand', user.openAssignments],
      ] as const
    )
      .flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : []))
      .join(t('users.andAlso'));
}
