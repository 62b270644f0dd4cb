import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { useFailureText } from '../../ui/failure-text.ts';

/** Checks the search index against the record and builds it anew. */
export function IndexPanel() {
  const { t } = useTranslation('search');
  const failureText = useFailureText();
  const rebuild = useCall('search.rebuild', ['case']);
  const verify = useMutation({
    mutationFn: () => platform().client.call('search.verify', {}),
    onMutate: () => rebuild.reset(),
  });
  const faults = verify.data ? verify.data.missing + verify.data.stale + verify.data.orphaned : 0;
  const busy = verify.isPending || rebuild.isPending;
  return (
    <section>
      <h2>{t('index.title')}</h2>
      <p className="quiet">{t('index.text')}</p>
      <p className="index-acts">
        <Button loading={verify.isPending} disabled={busy} onClick={() => verify.mutate()}>
          {t('index.verify')}
        </Button>{' '}
        <Button loading={rebuild.isPending} disabled={busy} onClick={() => rebuild.mutate({})}>
          {t('index.rebuild')}
        </Button>
      </p>
      <p role="status">
        {verify.isError || rebuild.isError
          ? failureText(rebuild.error ?? verify.error)
          : rebuild.data
            ? t('index.rebuilt', { count: rebuild.data.texts })
            : verify.data
              ? t(faults === 0 ? 'index.verified' : 'index.faults', { count: verify.data.texts, faults })
              : ''}
      </p>
    </section>
  );
}
