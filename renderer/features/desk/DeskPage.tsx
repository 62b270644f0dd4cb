import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { type CaseTrack, causes, tracks } from '../../../shared/features/cases/case.schemas.ts';
import { conclusions, type EnquiryInput } from '../../../shared/features/enquiries/enquiries.contract.ts';
import { usualTrack } from '../../../shared/features/enquiries/enquiries.rules.ts';
import type { Match } from '../../../shared/features/people/people.contract.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { failureOf } from '../../transport/failure.ts';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import '../people/people.css';
import './desk.css';
import { Select } from '../../ui/Select.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { sameValue } from '../../ui/versions/three-way.ts';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useMeeting } from '../../ui/versions/use-meeting.tsx';
import { type FieldWords, noWords } from '../../ui/versions/words.tsx';
import { settingsQuery } from '../office/office.queries.ts';
import { useUndoKey } from '../undo/use-undo.ts';
import { EnquiryList } from './EnquiryList.tsx';
import { Matches } from './Matches.tsx';

const nobody = { name: '', phone: '', number: '', address: '' };
type Side = typeof nobody;
interface Draft {
  readonly self: Side;
  readonly other: Side;
  readonly cause: (typeof causes)[number];
  readonly about: string;
  readonly note: string;
  /** Null: as the matches suggest. */
  readonly conclusion: EnquiryInput['conclusion'] | null;
}
const blank: Draft = { self: nobody, other: nobody, cause: 'wages', about: '', note: '', conclusion: null };

type Saved = Output<'enquiries.get'>;

const draftOf = (saved: Saved): Draft => ({
  self: saved.self,
  other: saved.other,
  cause: saved.cause,
  about: saved.about ?? '',
  note: saved.note ?? '',
  conclusion: saved.conclusion,
});

/** What is half typed stays in memory while somebody looks up a case, until it is saved or the office is locked. */
const typedKey = ['desk', 'typed'] as const;

/** Who, phone, about what: thirty seconds on the phone, and the office has looked whom it already knows. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const may = useMay('enquiry.write');
  const mayUndo = useMay('case.write');
  useUndoKey('enquiries', may && mayUndo);
  const { fail } = useNotices();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<string | null>(null);
  const saved = useQuery({ ...enquiryQuery(editing ?? ''), enabled: editing !== null });
  const edit = (enquiryId: string): void => {
    queries.fetchQuery({ ...enquiryQuery(enquiryId), staleTime: 0 }).then(() => {
      setEditing(enquiryId);
      window.scrollTo({ top: 0 });
    }, fail);
  };
  const corrected = editing === null ? null : (saved.data ?? null);
  return (
    <div className="desk">
      <PageHeader title={t('title')} aside={<span className="quiet">{t('lead')}</span>} />
      {may && <DeskForm key={corrected?.id ?? ''} editing={corrected} onDone={() => setEditing(null)} />}
      <EnquiryList onEdit={edit} />
    </div>
  );
}

const enquiryQuery = (enquiryId: string) =>
  callQuery(['person', 'enquiry', enquiryId] as const, 'enquiries.get', { enquiryId });

function DeskForm({ editing, onDone }: { editing: Saved | null; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { t: tl } = useTranslation('cases');
  const { t: tc } = useTranslation();
  const { t: te } = useTranslation('errors');
  const { say, fail } = useNotices();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useCall('enquiries.save', ['person']);
  const make = useCall('enquiries.toCase', ['person', 'case']);
  const change = useCall('enquiries.update', ['person']);
  const settings = useQuery(settingsQuery());
  const version = editing?.version ?? 0;
  const whole = useDraft<Draft>(
    () => (editing ? draftOf(editing) : (queries.getQueryData<Draft>(typedKey) ?? blank)),
    { version, file: version },
    { isNew: editing === null },
  );
  const { form: draft, set: setDraft } = whole;
  const [track, setTrack] = useState<CaseTrack | null>(null);
  const begins = track ?? usualTrack(settings.data?.kinds ?? []);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const first = useRef<InputRef>(null);
  const form = useRef<HTMLFormElement>(null);
  const toCase = useRef(false);
  useEffect(() => {
    if (editing) return;
    queries.setQueryDefaults(typedKey, { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData(typedKey, draft);
  }, [queries, editing, draft]);
  const sought = useSettled({ self: draft.self, other: draft.other }, 150);
  const asked = Object.values({ ...sought.self, ...prefixed(sought.other) }).some(
    (v) => v.trim().length >= 2,
  );
  const check = useQuery({
    ...callQuery(['person', 'check', sought] as const, 'people.check', sought),
    enabled: asked,
    placeholderData: keepPreviousData,
    // What was looked up while typing leaves memory soon.
    gcTime: 30_000,
  });
  const matches = asked ? (check.data?.matches ?? []) : [];
  const conclusion = draft.conclusion ?? suggested(matches);
  const busy = save.isPending || change.isPending || make.isPending;
  const sideWords = (side: 'self' | 'other', names: Readonly<Record<keyof Side, string>>): FieldWords =>
    Object.fromEntries(
      Object.entries(names).map(([name, label]) => [`${side}.${name}`, { label: `${t(side)} · ${label}` }]),
    );
  const meeting = useMeeting({
    draft: whole,
    told: noWords,
    words: {
      ...sideWords('self', {
        name: t('name'),
        phone: t('phone'),
        number: t('number'),
        address: t('address'),
      }),
      ...sideWords('other', {
        name: t('otherName'),
        phone: t('phone'),
        number: t('otherNumber'),
        address: t('address'),
      }),
      cause: { label: t('cause'), text: (value: Draft['cause']) => tl(`cause.${value}`) },
      about: { label: t('about'), both: true },
      note: { label: t('note') },
      conclusion: {
        label: t('conclusion'),
        text: (value: Draft['conclusion']) => (value ? t(`conclusions.${value}`) : null),
      },
    },
    refresh: () => queries.invalidateQueries({ queryKey: enquiryQuery(editing?.id ?? '').queryKey }),
    again: () => void keep(toCase.current),
  });

  async function keep(thenCase: boolean): Promise<void> {
    if (busy) return;
    toCase.current = thenCase;
    setErrors({});
    if (draft.self.name.trim() === '') return refuse({ 'self.name': te('required') });
    if (thenCase && conclusion === 'conflict' && draft.note.trim() === '')
      return refuse({ note: te('required') });
    try {
      const { self, other, cause, about, note } = draft;
      const enquiry = { self, other, cause, about, note, conclusion };
      const made = editing
        ? await change.mutateAsync({
            enquiryId: editing.id,
            expectedVersion: whole.stamp.version,
            enquiry,
          })
        : await save.mutateAsync(enquiry);
      setDraft(blank);
      onDone();
      if (!thenCase) {
        say(t(editing ? 'corrected' : 'saved', { number: made.number }));
        first.current?.focus();
        return;
      }
      // The form may be gone by then, and with it what it would remember.
      queries.removeQueries({ queryKey: typedKey });
      const { caseId } = await make.mutateAsync({
        enquiryId: made.id,
        expectedVersion: made.version,
        track: begins,
      });
      await navigate({ to: '/cases/$caseId', params: { caseId }, search: {} });
    } catch (error) {
      if (meeting.conflict(error, true)) return;
      const issues = failureOf(error).issues ?? [];
      if (issues.length === 0) fail(error);
      refuse(Object.fromEntries(issues.map((i) => [i.path, issueSentence(te, i)])));
    }
  }
  function refuse(found: Record<string, string>): void {
    setErrors(found);
    focusFirstError(form.current);
  }

  const field = (side: 'self' | 'other', name: keyof Side, label: string) => (
    <FormField label={label} error={errors[`${side}.${name}`]} required={side === 'self' && name === 'name'}>
      {(p) => (
        <Input
          {...p}
          data-desk={`${side}.${name}`}
          {...(side === 'self' && name === 'name' ? { ref: first, autoFocus: true } : {})}
          autoComplete="off"
          value={draft[side][name]}
          onChange={(e) => setDraft({ ...draft, [side]: { ...draft[side], [name]: e.target.value } })}
        />
      )}
    </FormField>
  );

  return (
    <div className="desk-columns">
      {meeting.dialog}
      <form
        ref={form}
        className="desk-form"
        noValidate
        onSubmit={(e) => e.preventDefault()}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || isComposing(e)) return;
          e.preventDefault();
          void keep(e.shiftKey);
        }}
      >
        {editing && (
          <p className="desk-editing" role="status">
            {t('editing', { number: editing.number })}{' '}
            <Button size="small" type="text" onClick={onDone}>
              {tc('action.cancel')}
            </Button>
          </p>
        )}
        <div className="desk-sides">
          <fieldset>
            <legend>{t('self')}</legend>
            {field('self', 'name', t('name'))}
            {field('self', 'phone', t('phone'))}
            {field('self', 'number', t('number'))}
            {field('self', 'address', t('address'))}
          </fieldset>
          <fieldset>
            <legend>{t('other')}</legend>
            {field('other', 'name', t('otherName'))}
            {field('other', 'number', t('otherNumber'))}
            {field('other', 'phone', t('phone'))}
            {field('other', 'address', t('address'))}
          </fieldset>
        </div>
        <div className="desk-about">
          <FormField label={t('cause')}>
            {(p) => (
              <Select
                {...p}
                value={draft.cause}
                onChange={(cause) => setDraft({ ...draft, cause })}
                options={causes.map((value) => ({ value, label: tl(`cause.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('about')} error={errors.about}>
            {(p) => (
              <Input.TextArea
                {...p}
                rows={2}
                data-desk="about"
                value={draft.about}
                onChange={(e) => setDraft({ ...draft, about: e.target.value })}
              />
            )}
          </FormField>
        </div>
        <div className="desk-about">
          <FormField label={t('conclusion')}>
            {({ id }) => (
              <Segmented
                id={id}
                value={conclusion}
                onChange={(value) => setDraft({ ...draft, conclusion: value })}
                options={conclusions.map((value) => ({ value, label: t(`conclusions.${value}`) }))}
              />
            )}
          </FormField>
          {conclusion !== 'clear' && (
            <FormField label={t('note')} error={errors.note}>
              {(p) => (
                <Input
                  {...p}
                  data-desk="note"
                  placeholder={t('notePlaceholder')}
                  value={draft.note}
                  onChange={(e) => setDraft({ ...draft, note: e.target.value })}
                />
              )}
            </FormField>
          )}
        </div>
        <div className="desk-actions">
          <Button
            type="primary"
            loading={save.isPending || change.isPending}
            onClick={() => void keep(false)}
          >
            {t(editing ? 'correct' : 'save')} <kbd className="gd-kbd">Ctrl ↵</kbd>
          </Button>
          <Button disabled={busy} onClick={() => void keep(true)}>
            {t('toCase')} <kbd className="gd-kbd">Ctrl ⇧ ↵</kbd>
          </Button>
          <Select
            aria-label={t('track')}
            title={t('track')}
            value={begins}
            onChange={setTrack}
            options={tracks.map((value) => ({ value, label: tl(`track.${value}`) }))}
            popupMatchSelectWidth={false}
          />
          {!editing && !sameValue(draft, blank) && (
            <Button type="text" disabled={busy} onClick={() => setDraft(blank)}>
              {t('empty')}
            </Button>
          )}
        </div>
      </form>
      <Matches
        asked={asked}
        matches={matches}
        more={check.data?.more ?? false}
        elsewhere={check.data?.elsewhere}
      />
    </div>
  );
}

const prefixed = (side: Side): Record<string, string> =>
  Object.fromEntries(Object.entries(side).map(([k, v]) => [`other.${k}`, v]));

/** Only what is sure weighs by itself; what is merely alike is for the person to judge. */
function suggested(matches: readonly Match[]): EnquiryInput['conclusion'] {
  const sure = matches.filter((m) => m.sure);
  if (sure.some((m) => m.weight === 'conflict')) return 'conflict';
  return sure.length > 0 ? 'related' : 'clear';
}
