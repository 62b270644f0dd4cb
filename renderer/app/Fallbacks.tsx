import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState } from '../ui/DataState.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('notFound.title')} text={t('notFound.text')}>
      <Link to="/">{t('notFound.back')}</Link>
    </EmptyState>
  );
}

export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorState error={error} onRetry={reset} />;
}
