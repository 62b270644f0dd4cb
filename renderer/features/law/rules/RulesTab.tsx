import { Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  citation,
  type LawPart,
  listParts,
  type ProvisionDefinition,
  type RuleDefinition,
  type TrackId,
  trackIds,
  type VerificationStatus,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useBearerName } from '../../cases/names.ts';
import { matches } from '../search.ts';
import { useCurrentInView } from '../use-current-in-view.ts';
import { ProvisionSheet } from './ProvisionSheet.tsx';
import { RuleSheet } from './RuleSheet.tsx';

const parts = listParts();
type Entry = RuleDefinition | ProvisionDefinition;
const isRule = (entry: Entry): entry is RuleDefinition => 'force' in entry;
const entriesOf = (part: LawPart): readonly Entry[] => [...part.rules, ...part.provisions];
const entries = parts.flatMap(entriesOf);
export const statuses = ['verified', 'secondary', 'from-memory', 'design'] as const;

/** The law as the program applies it, by chapter: limits and what decides them, each to be read and tried. */
export function RulesTab({ id }: { id: string | undefined }) {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const bearer = useBearerName();
  const pick = useBilingual();
  const [text, setText] = useState('');
  const list = useCurrentInView(id);
  const [track, setTrack] = useState<TrackId | null>(null);
  const [status, setStatus] = useState<VerificationStatus | null>(null);
  const said = (e: Entry): boolean =>
    matches(text, [
      e.id,
      e.title,
      citation(e.source),
      ...(e.bearer ? [bearer(e.bearer)] : []),
      ...(e.trigger ? [e.trigger.words] : []),
      ...(isRule(e) ? [] : [e.text]),
    ]);
  const onTrack = (e: Entry, of: TrackId | null): boolean => of === null || e.tracks.includes(of);
  const ofStatus = (e: Entry, of: VerificationStatus | null): boolean => of === null || e.status === of;
  const found = (e: Entry): boolean => said(e) && onTrack(e, track) && ofStatus(e, status);
  const entry = entries.find((e) => e.id === id) ?? entries.find(found) ?? entries[0];
  const none = !entries.some(found);
  return (
    <div className="law">
      <div className="law-list" ref={list}>
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
          <div className="law-filters">
            <Select
              size="small"
              allowClear
              aria-label={t('byTrack')}
              placeholder={t('byTrack')}
              value={track}
              onChange={(v: TrackId | null) => setTrack(v ?? null)}
              options={trackIds.map((value) => ({
                value,
                label: `${t(`track.${value}`)} ${entries.filter((e) => said(e) && ofStatus(e, status) && onTrack(e, value)).length}`,
              }))}
            />
            <Select
              size="small"
              allowClear
              aria-label={t('byStatus')}
              placeholder={t('byStatus')}
              value={status}
              onChange={(v: VerificationStatus | null) => setStatus(v ?? null)}
              options={statuses.map((value) => ({
                value,
                label: `${tc(`verification.${value}.name`)} ${entries.filter((e) => said(e) && onTrack(e, track) && ofStatus(e, value)).length}`,
              }))}
            />
          </div>
        </div>
        <nav aria-label={t('list')}>
          {parts.map((part) => {
            const own = entriesOf(part).filter(found);
            if (own.length === 0) return null;
            return (
              <section key={part.id}>
                <h2>
                  {pick(part.title)} <span className="law-count">{own.length}</span>
                </h2>
                <ul className="plain">
                  {own.map((e) => (
                    <li key={e.id}>
                      <Link
                        to="/law"
                        search={{ rule: e.id }}
                        className="law-entry"
                        aria-current={e.id === entry?.id ? 'true' : undefined}
                      >
                        <span className="cut">{pick(e.title)}</span>
                        <span className="quiet cut">
                          {e.status !== 'verified' && (
                            <span className="law-mark">{tc(`verification.${e.status}.name`)}</span>
                          )}{' '}
                          {pick(citation(e.source))}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </nav>
        {none && (
          <EmptyState title={t('none')}>
            <button
              type="button"
              className="link"
              onClick={() => {
                setText('');
                setTrack(null);
                setStatus(null);
                void navigate({ to: '/law', search: {} });
              }}
            >
              {tc('action.clear')}
            </button>
          </EmptyState>
        )}
      </div>
      {entry &&
        (isRule(entry) ? (
          <RuleSheet key={entry.id} rule={entry} />
        ) : (
          <ProvisionSheet key={entry.id} provision={entry} />
        ))}
    </div>
  );
}

/** How many limits and provisions there are. */
export const ruleCounts = {
  rules: parts.reduce((n, p) => n + p.rules.length, 0),
  provisions: parts.reduce((n, p) => n + p.provisions.length, 0),
};

/** How many of both are verified, known at second hand, from memory, or a decision of the program. */
export const statusCounts = Object.fromEntries(
  statuses.map((status) => [status, entries.filter((e) => e.status === status).length]),
) as Readonly<Record<VerificationStatus, number>>;
