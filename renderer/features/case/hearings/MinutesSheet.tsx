import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { codePointLength } from '../../../../shared/kernel/text.ts';
import { callQuery } from '../../../app/query.ts';
import { hasCode } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { instantText } from '../../../ui/today.ts';
import { oneAfterTheOther } from '../../../ui/versions/three-way.ts';
import { useDraft } from '../../../ui/versions/use-draft.ts';
import { useMeeting } from '../../../ui/versions/use-meeting.tsx';
import { noWords } from '../../../ui/versions/words.tsx';
import { caseKey, membersQuery, phrasesQuery } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { useCaseCall } from './hearing-form.ts';
import { fillSlots, type MinutesSlot } from './minutes-slots.ts';
import './hearings.css';

type Minutes = Output<'hearings.minutes'>;
interface Piece {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}
const builtInTemplates = ['hearing', 'mediation', 'statement'] as const;
const builtInPhrases = [
  'identity',
  'recusal',
  'noObjection',
  'authenticOnly',
  'denied',
  'asApplication',
  'asDefence',
  'noMore',
  'willing',
  'unwilling',
  'uphold',
  'after',
] as const;

/** The record of what was said, with templates and phrases a click away. */
export function MinutesSheet({ file, hearing, readOnly }: TabProps & { readonly hearing: Hearing }) {
  const { t } = useTranslation('hearings');
  const { close } = usePlace();
  const query = useQuery({
    ...callQuery([...caseKey(file.id), 'minutes', hearing.id] as const, 'hearings.minutes', {
      caseId: file.id,
      hearingId: hearing.id,
    }),
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const leave = useRef<(() => void) | null>(null);
  const title = t('minutesTitle', { kind: t(`kind.${hearing.kind}`), date: hearing.date });
  if (!query.isFetchedAfterMount)
    return (
      <Drawer open size={960} title={title} onClose={close}>
        <DataState query={query}>{() => null}</DataState>
      </Drawer>
    );
  return (
    <Drawer
      open
      size={960}
      title={title}
      onClose={() => (leave.current ?? close)()}
      styles={{ body: { padding: 0 } }}
    >
      <DataState query={query}>
        {(stored) => (
          <Editor
            key={hearing.id}
            file={file}
            hearing={hearing}
            stored={stored}
            readOnly={readOnly}
            leave={leave}
          />
        )}
      </DataState>
    </Drawer>
  );
}

function Editor({
  file,
  hearing,
  stored,
  readOnly,
  leave,
}: TabProps & {
  readonly hearing: Hearing;
  readonly stored: Minutes;
  /** Closing the sheet: what was written is saved first. */
  readonly leave: RefObject<(() => void) | null>;
}) {
  const { t } = useTranslation('hearings');
  const { fail, say } = useNotices();
  const call = useCaseCall(file.id);
  const area = useRef<HTMLTextAreaElement>(null);
  const fill = useFill(file, hearing);
  const own = useQuery(phrasesQuery());
  const { close } = usePlace();
  const queries = useQueryClient();
  const draft = useDraft(() => ({ body: stored.body }), { version: stored.version, file: file.version });
  const text = draft.form.body;
  const setText = (next: string | ((old: string) => string)): void =>
    draft.set(({ body }) => ({ body: typeof next === 'function' ? next(body) : next }));
  const [busy, setBusy] = useState(false);
  /** The text and the version that were saved last from here. */
  const [sent, setSent] = useState<{ body: string; version: number } | null>(null);
  const leaving = useRef(false);
  const dirty = draft.dirty && text !== draft.initial.body;
  const meeting = useMeeting({
    draft,
    told: noWords,
    words: { body: { label: t('minutes'), both: true } },
    refresh: () => queries.invalidateQueries({ queryKey: caseKey(file.id) }),
    again: () => void save(),
  });
  // What was written while it was being saved is based on what was saved.
  useEffect(() => {
    if (sent && sent.version === stored.version && draft.moved) draft.settle(draft.form);
  }, [sent, stored.version, draft]);

  const templates: Piece[] = [
    ...builtInTemplates.map((id) => ({
      id,
      title: t(`builtIn.templates.${id}.title`),
      body: t(`builtIn.templates.${id}.body`),
    })),
    ...(own.data ?? []).filter((p) => p.kind === 'template'),
  ];
  const phrases: Piece[] = [
    ...(own.data ?? []).filter((p) => p.kind === 'phrase'),
    ...builtInPhrases.map((id) => ({
      id,
      title: t(`builtIn.phrases.${id}.title`),
      body: t(`builtIn.phrases.${id}.body`),
    })),
  ];

  const insert = (piece: string): void => {
    const field = area.current;
    const at = field?.selectionStart ?? text.length;
    const end = field?.selectionEnd ?? at;
    setText(text.slice(0, at) + piece + text.slice(end));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  const store = (recordVersion: number, body: string) =>
    call('hearings.saveMinutes', { caseId: file.id, hearingId: hearing.id, recordVersion, body });
  async function save(): Promise<void> {
    if (busy || readOnly) return;
    if (dirty) {
      setBusy(true);
      try {
        const { version } = await store(draft.stamp.version, text);
        setSent({ body: text, version });
      } catch (error) {
        if (!meeting.conflict(error, true)) {
          leaving.current = false;
          fail(error);
        }
        return;
      } finally {
        setBusy(false);
      }
    }
    if (leaving.current) close();
  }
  leave.current = () => {
    leaving.current = true;
    void save();
  };
  /** The page has gone on to something else: nobody is there to choose, so both texts are kept. */
  const saveBehind = async (): Promise<void> => {
    if (readOnly || !dirty || text === sent?.body) return;
    try {
      await store(draft.stamp.version, text);
    } catch (error) {
      if (!hasCode(error, 'conflict')) return fail(error);
      const asked = { caseId: file.id, hearingId: hearing.id };
      const now = await platform().client.call('hearings.minutes', asked);
      await store(now.version, oneAfterTheOther(now.body, text));
      say(t('minutesBoth'));
    }
  };
  const latest = useRef(saveBehind);
  latest.current = saveBehind;
  // Leaving saves: what was written down at a hearing cannot be said again.
  useEffect(() => () => void latest.current().catch(fail), [fail]);

  return (
    <div className="minutes">
      {meeting.dialog}
      <header className="minutes-bar">
        <Dropdown
          trigger={['click']}
          disabled={readOnly}
          menu={{
            items: templates.map((p) => ({ key: p.id, label: p.title })),
            onClick: ({ key }) => {
              const chosen = templates.find((p) => p.id === key);
              if (chosen) setText((old) => (old.trim() === '' ? '' : `${old}\n\n`) + fill(chosen.body));
            },
          }}
        >
          <Button size="small">{t('minutesTemplate')}</Button>
        </Dropdown>
        <span className="quiet tabular">{t('minutesCount', { count: codePointLength(text) })}</span>
        <span className="quiet" role="status">
          {dirty
            ? ''
            : stored.updatedAt && stored.updatedBy
              ? t('minutesSaved', { name: stored.updatedBy, at: instantText(stored.updatedAt).slice(0, 16) })
              : ''}
        </span>
        <span className="gd-spring" />
        <Button
          size="small"
          type="primary"
          loading={busy}
          disabled={!dirty || readOnly}
          onClick={() => {
            leaving.current = false;
            void save();
          }}
        >
          {t('minutesSave')} <kbd className="gd-kbd">Ctrl S</kbd>
        </Button>
      </header>
      <textarea
        ref={area}
        className="minutes-text"
        aria-label={t('minutes')}
        placeholder={t('minutesEmpty')}
        value={text}
        readOnly={readOnly}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 's') {
            e.preventDefault();
            leaving.current = false;
            void save();
          } else if (e.altKey && /^Digit[1-9]$/.test(e.code)) {
            const phrase = phrases[Number(e.code.slice(5)) - 1];
            if (!phrase || readOnly) return;
            e.preventDefault();
            insert(fill(phrase.body));
          }
        }}
      />
      <aside className="minutes-phrases">
        <h3>{t('minutesPhrases')}</h3>
        <p className="quiet">{t('minutesPhrasesHint')}</p>
        <ol className="plain">
          {phrases.map((p, i) => (
            <li key={p.id}>
              <button type="button" className="link" disabled={readOnly} onClick={() => insert(fill(p.body))}>
                {i < 9 && <kbd>{i + 1}</kbd>} {p.title}
              </button>
            </li>
          ))}
        </ol>
      </aside>
    </div>
  );
}

/** Fills in what the record knows: `{案号}`, `{申请人}` and so on. */
function useFill(file: TabProps['file'], h: Hearing): (text: string) => string {
  const { t } = useTranslation('hearings');
  const { t: tc } = useTranslation('case');
  const members = useQuery(membersQuery(file.id));
  const comma = tc('listComma');
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map((one) => one.name).join(comma);
  const slots: Readonly<Record<MinutesSlot, string>> = {
    number: file.tribunalCaseNumber ?? file.number,
    date: h.date,
    time: `${h.start}–${h.end}`,
    place: [h.roomName, h.place].filter(Boolean).join(' '),
    bench: h.people
      .filter((p) => p.role !== 'clerk')
      .map((p) => `${t(`role.${p.role}`)} ${p.name}`)
      .join(comma),
    clerk: names(h.people.filter((p) => p.role === 'clerk')),
    applicants: names(members.data ?? []),
    respondents: names(file.respondents),
    agents: names(file.agents),
    present: h.attendance
      .map((a) => `${t(`side.${a.side}`)} ${a.name} ${t(`attendanceState.${a.state}`)}`)
      .join(comma),
  };
  return (text) => fillSlots(text, slots);
}
