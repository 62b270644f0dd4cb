import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The window's title follows the page, so that a task bar with several windows can be read. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title ? `${title} · ${t('app')}` : t('app');
  }, [title, t]);
}

/** Heading of a page, what stands beside it, and its actions at the end. */
export function PageHeader({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {aside && <div className="page-aside">{aside}</div>}
      {children && <div className="page-actions">{children}</div>}
    </header>
  );
}
