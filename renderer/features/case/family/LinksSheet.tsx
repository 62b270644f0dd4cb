import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Radio } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { useMay } from '../../../app/session.tsx';
import { DataState } from '../../../ui/DataState.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import { useStageName } from '../../cases/names.ts';
import { usePartiesText } from '../../cases/parties.ts';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey, useChange } from '../case.queries.ts';
import { usePlace } from '../use-place.ts';
import './family.css';
import type { Answered } from '../../../transport/client.ts';
import { candidatesQuery, familyQuery } from './family.queries.ts';
import { useRelation } from './relation.ts';

const ways = ['before', 'after', 'counterclaim', 'consolidated', 'related'] as const;
type Way = (typeof ways)[number];

/** Linking cases by hand, hearing them together, and taking a link away. */
export function LinksSheet({ file }: { readonly file: CaseFile }) {
  const mayWrite = useMay('case.write');
  const { t } = useTranslation('family');
  const { t: tc } = useTranslation('common');
  const { t: tl } = useTranslation('cases');
  const { close } = usePlace();
  const { fail } = useNotices();
  const queries = useQueryClient();
  const change = useChange(file.id);
  const offer = useUndoOffer();
  const today = useToday();
  const family = useQuery(familyQuery(file.id));
  const relation = useRelation();
  const parties = usePartiesText();
  const stageName = useStageName();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('related');
  const found = useQuery(candidatesQuery(file.id, useDeferredValue(text.trim())));
  const other = found.data?.find((c) => c.id === chosen) ?? null;
  const run = async (work: () => Promise<Answered>, said: string): Promise<void> => {
    try {
      offer(said, await work());
    } catch (error) {
      fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(file.id) }));
    }
  };
  const add = async (): Promise<void> => {
    if (!other) return;
    await run(
      () =>
        way === 'consolidated'
          ? change('families.consolidate', {
              others: [{ caseId: other.id, expectedVersion: other.version }],
              onDate: today,
              note: null,
            })
          : change('families.link', {
              otherId: other.id,
              kind: way === 'before' || way === 'after' ? 'handover' : way,
              follows: way === 'after',
              note: null,
            }),
      t('linked', { number: other.number }),
    );
    setChosen(null);
  };
  const numberOf = (id: string): string => family.data?.cases.find((c) => c.id === id)?.number ?? '';
  const mine = family.data?.links.filter((l) => l.fromId === file.id || l.toId === file.id) ?? [];
  return (
    <Drawer
      open
      size={640}
      onClose={close}
      title={t('linksTitle')}
      footer={
        <div className="gd-sheet-foot">
          <span className="gd-spring" />
          <Button onClick={close}>{tc('action.close')}</Button>
          <Button type="primary" disabled={!other || !mayWrite} onClick={() => void add()}>
            {t('link')}
          </Button>
        </div>
      }
    >
      <div className="gd-sheet">
        {mine.length > 0 && (
          <ul className="plain gd-links">
            {mine.map((link) => {
              const otherId = link.fromId === file.id ? link.toId : link.fromId;
              return (
                <li key={link.id}>
                  <span>
                    {relation(link, file.id)} <strong className="tabular">{numberOf(otherId)}</strong>
                    <span className="gd-quiet">
                      {' '}
                      {link.onDate} {link.by}
                      {link.note && ` · ${link.note}`}
                    </span>
                  </span>
                  <Button
                    size="small"
                    type="text"
                    disabled={!mayWrite}
                    onClick={() =>
                      void run(
                        () => change('families.unlink', { linkId: link.id }),
                        t('unlinked', { number: numberOf(otherId) }),
                      )
                    }
                  >
                    {t('unlink')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        <FormField label={t('find')} help={t('findHint')}>
          {(f) => <Input {...f} value={text} autoComplete="off" onChange={(e) => setText(e.target.value)} />}
        </FormField>
        <DataState query={found} rows={3}>
          {(cases) =>
            cases.length === 0 ? (
              <p className="gd-quiet">{t(text.trim() ? 'noneFound' : 'noneShared')}</p>
            ) : (
              <Radio.Group
                className="gd-candidates"
                vertical
                value={chosen}
                onChange={(e) => setChosen(String(e.target.value))}
                options={cases.map((c) => ({
                  value: c.id,
                  label: (
                    <>
                      <strong className="tabular">{c.number}</strong> {parties(c)}
                      <span className="gd-quiet">
                        {' '}
                        {tl(`track.${c.track}`)} · {stageName(c.track, c.stage)}
                        {c.sharedParties.length > 0 &&
                          ` · ${t('shared', { names: c.sharedParties.slice(0, 3).join(t('comma')) })}`}
                      </span>
                    </>
                  ),
                }))}
              />
            )
          }
        </DataState>
        {other && (
          <fieldset className="gd-plain-fieldset">
            <legend>{t('how', { number: other.number })}</legend>
            <Radio.Group
              vertical
              value={way}
              onChange={(e) => setWay(e.target.value as Way)}
              options={ways
                .filter((w) => w !== 'consolidated' || other.track === file.track)
                .map((w) => ({ value: w, label: t(`way.${w}`) }))}
            />
          </fieldset>
        )}
      </div>
    </Drawer>
  );
}
