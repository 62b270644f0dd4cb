import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function StartScreens() {
  const { t } = useTranslation();
  return (
    <main>
      <PageHeader title={t('app')} />
    </main>
  );
}
