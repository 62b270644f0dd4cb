import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlikePerson } from '../../../../shared/features/people/people.contract.ts';
import { callQuery } from '../../../app/query.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useListText } from '../../../ui/list-text.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import type { AgentForm, RespondentForm } from './party-form.ts';

interface Typed {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly phone: string;
  readonly number: string;
}

export const typedWorker = (form: Pick<AgentForm, 'name' | 'phone' | 'idNumber'>): Typed => ({
  kind: 'person',
  name: form.name,
  phone: form.phone,
  number: form.idNumber,
});

export const typedRespondent = (form: RespondentForm): Typed => ({
  kind: form.kind,
  name: form.name,
  phone: form.phone,
  number: form.kind === 'organisation' ? form.uscc : form.idNumber,
});

const sameAs = (a: Typed, b: Typed): boolean =>
  a.kind === b.kind && a.name === b.name && a.phone === b.phone && a.number === b.number;

/** Longer than the contract takes is no name, phone or number of anybody. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/**
 * While a party is typed: who of the directory this may be. Only somebody's word or an equal number makes them one; a
 * name alone never does.
 */
export function SamePerson({
  kind,
  name,
  phone,
  number,
  initial,
  partyId = null,
  value,
  onChange,
}: Typed & {
  /** What the record said when it was opened: as long as it still does, nothing is asked. */
  readonly initial?: Typed;
  readonly partyId?: string | null;
  /** Who was recognised. */
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
}) {
  const { t } = useTranslation('people');
  const typed: Typed = {
    kind,
    name: cut(name, 120),
    phone: cut(phone, 40),
    number: cut(number.replace(/\s/g, ''), 40),
  };
  const settled = useSettled(typed, 250);
  const [others, setOthers] = useState<readonly string[]>([]);
  const asks =
    [settled.name, settled.phone, settled.number].some((text) => text.trim().length >= 2) &&
    !(initial && partyId !== null && sameAs(typed, initial));
  const { data } = useQuery({
    ...callQuery(['person', 'alike', settled, partyId], 'people.alike', { ...settled, partyId }),
    enabled: asks || value !== null,
    placeholderData: (old: AlikePerson[] | undefined) => old,
  });
  const joined = value === null ? undefined : data?.find((p) => p.personId === value);
  if (value !== null)
    return (
      <p className="gd-alike" role="status">
        <Icon name="check" size={13} /> {t('alike.joined', { name: joined?.name ?? name })}{' '}
        <Button size="small" type="link" onClick={() => onChange(null)}>
          {t('alike.undo')}
        </Button>
      </p>
    );
  const found = asks ? (data ?? []).filter((p) => !others.includes(p.personId)) : [];
  if (found.length === 0) return null;
  return (
    <section className="gd-alike" aria-label={t('alike.title')}>
      <strong>{t('alike.title')}</strong>
      <ul>
        {found.map((p) => (
          <li key={p.personId}>
            <AlikeLine person={p} />
            {p.sure ? (
              <span className="quiet">{t('alike.sure')}</span>
            ) : (
              <>
                <Button size="small" onClick={() => onChange(p.personId)}>
                  {t('alike.same')}
                </Button>
                <Button size="small" type="text" onClick={() => setOthers([...others, p.personId])}>
                  {t('alike.other')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlikeLine({ person: p }: { person: AlikePerson }) {
  const { t } = useTranslation('people');
  const { t: td } = useTranslation('desk');
  const listed = useListText();
  return (
    <span>
      {p.name} <span className="quiet tabular">{[p.number, p.phone].filter(Boolean).join(' · ')}</span>{' '}
      <span className="quiet">{listed(p.reasons.map((r) => td(`reason.${r}`)))}</span>{' '}
      {p.roles.length === 0 && <span className="quiet">{t('alike.none')}</span>}
      {p.roles.slice(0, 3).map((r) => (
        <span key={r.partyId} className="gd-alike-role">
          {t(`role.${r.role}`)} {r.number}
          {r.status === 'closed' && ` · ${t('closed')}`}
        </span>
      ))}
    </span>
  );
}
