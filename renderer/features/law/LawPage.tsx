import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { citation, listRules, type RuleDefinition, type TrackId } from '../../../shared/law/index.ts';
import { useBilingual } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useBearerName } from '../cases/names.ts';
import './law.css';
import { RuleSheet } from './RuleSheet.tsx';

const rules = listRules();

/** Groups by the first track a rule serves, in the order in which the rules are listed. */
function grouped(list: readonly RuleDefinition[]): [TrackId, RuleDefinition[]][] {
  const groups = new Map<TrackId, RuleDefinition[]>();
  for (const rule of list) {
    const track = rule.tracks[0];
    if (!track) continue;
    const group = groups.get(track) ?? [];
    group.push(rule);
    groups.set(track, group);
  }
  return [...groups];
}

/** Every time limit the program knows, what it rests on, and a place to try it. */
export function LawPage() {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const { rule: chosen } = useSearch({ from: '/law' });
  const navigate = useNavigate();
  const bearer = useBearerName();
  const pick = useBilingual();
  const [text, setText] = useState('');
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => {
    const hay = [
      rule.title.zh,
      rule.title.en,
      citation(rule.source).zh,
      citation(rule.source).en,
      rule.id,
      bearer(rule.bearer),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const rule = rules.find((r) => r.id === chosen) ?? rules[0];
  return (
    <>
      <PageHeader title={tc('nav.law')} aside={t('lead', { count: rules.length })} />
      <div className="law">
        <div className="law-list">
          <div className="law-filter">
            <Input
              size="small"
              allowClear
              prefix={<Icon name="search" size={14} />}
              aria-label={t('filter')}
              placeholder={t('filter')}
              value={text}
              onChange={(e) => setText(e.target.value)}
            />
          </div>
          <nav aria-label={t('list')}>
            {grouped(found).map(([track, group]) => (
              <section key={track}>
                <h2>{t(`track.${track}`)}</h2>
                <ul className="plain">
                  {group.map((r) => (
                    <li key={r.id}>
                      <Link
                        to="/law"
                        search={{ rule: r.id }}
                        className="law-entry"
                        aria-current={r.id === rule?.id ? 'true' : undefined}
                      >
                        <span className="cut">{pick(r.title)}</span>
                        <span className="quiet cut">{pick(citation(r.source))}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          {found.length === 0 && (
            <EmptyState title={t('none')}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setText('');
                  void navigate({ to: '/law', search: {} });
                }}
              >
                {tc('action.clear')}
              </button>
            </EmptyState>
          )}
        </div>
        {rule && <RuleSheet key={rule.id} rule={rule} />}
      </div>
    </>
  );
}
