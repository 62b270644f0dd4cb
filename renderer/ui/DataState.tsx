import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from './failure-text.ts';
import { Icon } from './icons.tsx';

/** Grey bars, but only after 200 ms: a fast answer never flickers. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  const late = useLate(200);
  return (
    <div role="status" aria-label={t('state.loading')} className="state-loading">
      {late && <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  );
}

function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), ms);
    return () => window.clearTimeout(timer);
  }, [ms]);
  return late;
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useFailureText();
  return (
    <div role="alert" className="state state-error">
      <Icon name="warning" size={22} />
      <p>{text(error)}</p>
      {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    </div>
  );
}

export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {text && <p className="quiet">{text}</p>}
      {children && <div className="state-actions">{children}</div>}
    </div>
  );
}

/**
 * The four faces of read data. Known data stay on screen while they are read again or when that fails.
 * `empty` stands in for data of which `isEmpty` says so.
 */
export function DataState<T>(props: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  rows?: number;
}) {
  const { query, children, isEmpty, empty, rows } = props;
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
