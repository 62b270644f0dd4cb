import { Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { specialPowers } from '../../../../shared/features/cases/case.schemas.ts';
import {
  consentWays,
  type Election,
  electionMethods,
} from '../../../../shared/features/group/group.contract.ts';
import {
  consentNeeded,
  electionFindings,
  representativesIn,
} from '../../../../shared/features/group/group.election.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import type { FieldWords } from '../../../ui/versions/words.tsx';
import { useSheetDraft } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import '../group/group.css';
import { EditSheet } from './EditSheet.tsx';

const shownAtMost = 200;

const blank: Election = {
  method: 'meeting',
  heldOn: null,
  place: null,
  presentCount: null,
  signedCount: null,
  powers: [],
  consent: 'written-vote',
  term: null,
  note: null,
};

interface Form {
  readonly chosen: readonly string[];
  readonly election: Election;
}

/** Who represents the group (办案规则 art. 63; in court 民诉法解释 art. 78), how that came about, and what they may do. */
export function RepresentativesSheet({
  file,
  matrix,
  readOnly,
}: TabProps & { readonly matrix: Output<'group.matrix'> }) {
  const { t } = useTranslation('case');
  const { t: tg } = useTranslation('group');
  const today = useToday();
  const { draft, change } = useSheetDraft<Form>(file, undefined, () => ({
    chosen: file.representativeIds,
    election: matrix.election ?? blank,
  }));
  const { chosen, election } = draft.form;
  const setChosen = (next: readonly string[]): void => draft.set({ chosen: next, election });
  const [find, setFind] = useState('');
  const { rows } = matrix;
  const wanted = find.trim();
  const found = rows.filter((r) =>
    [r.values.name, r.values.phone].some((v) => String(v ?? '').includes(wanted)),
  );
  const { least, most } = representativesIn(file.track);
  const count = chosen.length;
  const set = (part: Partial<Election>): void => draft.set({ chosen, election: { ...election, ...part } });
  const issues = [
    ...(count === 0 || (count >= least && count <= most)
      ? []
      : [
          {
            path: 'representatives',
            code: least === 3 ? 'representatives-three-to-five' : 'representatives-two-to-five',
          },
        ]),
    ...(election.heldOn !== null && election.heldOn > today
      ? [{ path: 'heldOn', code: 'date-in-future' }]
      : []),
  ];
  const findings = electionFindings(election, chosen, rows, file.track, today).filter(
    (f) => f !== 'wrong-number',
  );
  const active = rows.filter((r) => r.status === 'active').length;
  const list = (values: readonly string[]): string => values.join(t('listComma'));
  const words: FieldWords = {
    chosen: {
      label: t('reps.title'),
      text: (ids: readonly string[]) =>
        list(ids.map((id) => String(rows.find((r) => r.memberId === id)?.values.name ?? ''))),
    },
    'election.method': {
      label: tg('reps.method'),
      text: (v: Election['method']) => tg(`reps.methods.${v}`),
    },
    'election.heldOn': { label: tg('reps.heldOn') },
    'election.presentCount': { label: tg('reps.present') },
    'election.signedCount': { label: tg('reps.signed') },
    'election.place': { label: tg('reps.place') },
    'election.term': { label: tg('reps.term') },
    'election.powers': {
      label: tg('reps.powers'),
      text: (v: Election['powers']) => list(v.map((p) => t(`power.${p}`))),
    },
    'election.consent': {
      label: tg('reps.consent'),
      text: (v: Election['consent']) => tg(`reps.consents.${v}`),
    },
    'election.note': { label: tg('reps.note') },
  };
  return (
    <EditSheet
      title={t('reps.title')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      words={words}
      readOnly={readOnly}
      size={720}
      save={() =>
        change('group.saveElection', {
          memberIds: [...chosen],
          election: count === 0 && election === blank ? null : election,
        })
      }
    >
      <p className="gd-quiet">{least === 3 ? t('reps.help') : tg('reps.helpCourt')}</p>
      <p className={issues.length > 0 ? 'gd-amber' : ''} role="status" data-field="representatives">
        {tg('reps.countOf', { count, least, most })}
      </p>
      <Input
        value={find}
        onChange={(e) => setFind(e.target.value)}
        placeholder={t('reps.find')}
        aria-label={t('reps.find')}
      />
      <ul className="plain gd-pick gm-pick">
        {found.slice(0, shownAtMost).map((r) => {
          const on = chosen.includes(r.memberId);
          return (
            <li key={r.memberId}>
              <Checkbox
                checked={on}
                disabled={!on && (count >= most || r.status !== 'active')}
                onChange={() =>
                  setChosen(on ? chosen.filter((id) => id !== r.memberId) : [...chosen, r.memberId])
                }
              >
                {String(r.values.name ?? '')}{' '}
                <span className="gd-quiet tabular">{String(r.values.phone ?? r.values.idNumber ?? '')}</span>
                {r.status !== 'active' && <span className="gd-amber"> {tg(`status.${r.status}`)}</span>}
              </Checkbox>
            </li>
          );
        })}
      </ul>
      {found.length > shownAtMost && (
        <p className="gd-quiet">{t('reps.more', { count: found.length - shownAtMost })}</p>
      )}
      <h3>{tg('reps.record')}</h3>
      {findings.length > 0 && (
        <ul className="plain">
          {findings.map((f) => (
            <li key={f} className={f === 'consent-needed' ? 'gd-quiet' : 'gd-amber'}>
              {tg(`reps.finding.${f}`, { least, most, signed: election.signedCount ?? 0, active })}
            </li>
          ))}
        </ul>
      )}
      <div className="gd-grid">
        <div data-span="2">
          <FormField label={tg('reps.method')}>
            {(f) => (
              <Select
                {...f}
                value={election.method}
                options={electionMethods.map((m) => ({ value: m, label: tg(`reps.methods.${m}`) }))}
                onChange={(method) => set({ method })}
              />
            )}
          </FormField>
        </div>
        <div data-span="2" data-field="heldOn">
          <FormField label={tg('reps.heldOn')}>
            {(f) => <DateInput {...f} value={election.heldOn} onChange={(heldOn) => set({ heldOn })} />}
          </FormField>
        </div>
        <div data-span="1">
          <FormField label={tg('reps.present')}>
            {(f) => (
              <InputNumber
                {...f}
                min={0}
                max={2000}
                precision={0}
                value={election.presentCount}
                onChange={(presentCount) => set({ presentCount })}
              />
            )}
          </FormField>
        </div>
        <div data-span="1">
          <FormField label={tg('reps.signed')}>
            {(f) => (
              <InputNumber
                {...f}
                min={0}
                max={2000}
                precision={0}
                value={election.signedCount}
                onChange={(signedCount) => set({ signedCount })}
              />
            )}
          </FormField>
        </div>
        <div data-span="3">
          <FormField label={tg('reps.place')}>
            {(f) => (
              <Input
                {...f}
                value={election.place ?? ''}
                maxLength={160}
                onChange={(e) => set({ place: e.target.value || null })}
              />
            )}
          </FormField>
        </div>
        <div data-span="3">
          <FormField label={tg('reps.term')}>
            {(f) => (
              <Input
                {...f}
                value={election.term ?? ''}
                maxLength={100}
                placeholder={tg('reps.termPlaceholder')}
                onChange={(e) => set({ term: e.target.value || null })}
              />
            )}
          </FormField>
        </div>
        <div data-span="6">
          <fieldset className="gd-plain-fieldset">
            <legend>{tg('reps.powers')}</legend>
            <p className="gd-quiet">{tg('reps.powersHelp')}</p>
            <div className="gd-ticks">
              {specialPowers
                .filter((p) => (consentNeeded as readonly string[]).includes(p))
                .map((p) => (
                  <Checkbox
                    key={p}
                    checked={election.powers.includes(p)}
                    onChange={(e) =>
                      set({
                        powers: specialPowers.filter((x) =>
                          x === p ? e.target.checked : election.powers.includes(x),
                        ),
                      })
                    }
                  >
                    {t(`power.${p}`)}
                  </Checkbox>
                ))}
            </div>
          </fieldset>
        </div>
        <div data-span="3">
          <FormField label={tg('reps.consent')}>
            {(f) => (
              <Select
                {...f}
                value={election.consent}
                options={consentWays.map((c) => ({ value: c, label: tg(`reps.consents.${c}`) }))}
                onChange={(consent) => set({ consent })}
              />
            )}
          </FormField>
        </div>
        <div data-span="3">
          <FormField label={tg('reps.note')}>
            {(f) => (
              <Input
                {...f}
                value={election.note ?? ''}
                maxLength={1000}
                onChange={(e) => set({ note: e.target.value || null })}
              />
            )}
          </FormField>
        </div>
      </div>
    </EditSheet>
  );
}
