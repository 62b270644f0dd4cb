import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { topicOf } from '../../../../shared/features/documents/particulars/topics.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { particularsQuery } from '../../case/case.queries.ts';
import { usePlace } from '../../case/use-place.ts';
import type { PlanEntry } from '../paper.ts';

/** The topics that a person fills in for a paper, each a press away. */
export function PaperTopics({ entry }: { entry: PlanEntry }) {
  const { t } = useTranslation('documents');
  const pick = useBilingual();
  const { caseId, show } = usePlace();
  const particulars = useQuery(particularsQuery(caseId));
  const topics = entry.topics.flatMap((id) => topicOf(id) ?? []);
  if (topics.length === 0) return null;
  return (
    <section>
      <h3>{t('particulars.title')}</h3>
      <ul className="plain gd-topics">
        {topics.map((topic) => {
          const memberId = topic.scope === 'case' ? null : entry.memberId;
          const filled = particulars.data?.some(
            (p) =>
              p.topic === topic.id &&
              (p.memberId === memberId || (topic.scope === 'respondent' && p.memberId === null)),
          );
          return (
            <li key={topic.id}>
              <button
                type="button"
                className="gd-linkish"
                onClick={() =>
                  show({
                    kind: 'particulars',
                    id: memberId === null ? topic.id : `${topic.id}/${memberId}`,
                  })
                }
              >
                {pick(topic.title)}
              </button>{' '}
              <span className="gd-quiet">{t(filled ? 'particulars.filled' : 'particulars.fill')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
