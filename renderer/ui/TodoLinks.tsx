import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Between what is due today and the office's tasks, which share one entry of the rail. */
export function TodoLinks() {
  const { t } = useTranslation();
  return (
    <nav className="page-links" aria-label={t('frame.todo')}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {t('nav.today')}
      </Link>
      <Link to="/tasks" activeOptions={{ includeSearch: false }}>
        {t('nav.tasks')}
      </Link>
    </nav>
  );
}
