import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function IntakePage() {
  const { t } = useTranslation();
  return <PageHeader title={t('command.newCase')} />;
}
