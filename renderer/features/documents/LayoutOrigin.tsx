import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { FormId } from '../../../shared/features/documents/form-ids.ts';
import { callQuery } from '../../app/query.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { formsQuery } from './batch/batch.queries.ts';

type Marks = Output<'documents.forms'>[number]['status']['form'];

/** Where the layout of a form comes from; amber where nobody has held it against the real one yet. */
export function OriginChips({ marks }: { readonly marks: Marks }) {
  const { t } = useTranslation('face');
  return marks.map((mark) => (
    <StatusChip key={mark} tone={mark === 'memory' ? 'amber' : 'neutral'}>
      {t(`origin.${mark}`)}
    </StatusChip>
  ));
}

export const templatesQuery = () => callQuery(['office', 'templates'] as const, 'templates.list', {});

/** Beside a paper: where its layout comes from, and whether the office has put its own in its place. */
export function LayoutOrigin({ formId }: { readonly formId: FormId }) {
  const { t } = useTranslation('face');
  const forms = useQuery(formsQuery());
  const templates = useQuery(templatesQuery());
  const marks = forms.data?.find((f) => f.id === formId)?.status.form;
  const own = templates.data?.find((one) => one.formId === formId && !one.removed);
  if (!marks) return null;
  return (
    <section className="gd-origin">
      <p>
        <span className="gd-quiet">{t('originOf')}</span> <OriginChips marks={marks} />
      </p>
      {own ? (
        <p className="gd-quiet anywhere">{t('wordBy', { name: own.fileName })}</p>
      ) : (
        marks.includes('memory') && (
          <p className="gd-quiet">
            {t('originHelp')}{' '}
            <Link to="/office" search={{ tab: 'papers' }}>
              {t('ownTemplate')}
            </Link>
          </p>
        )
      )}
    </section>
  );
}
