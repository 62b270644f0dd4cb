import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { codePointLength } from '../../../../shared/kernel/text.ts';
import { callQuery } from '../../../app/query.ts';
import { hasCode } from '../../../transport/failure.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { instantText } from '../../../ui/today.ts';
import { caseKey, membersQuery, phrasesQuery } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { useCaseCall } from './hearing-form.ts';
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
    // Somebody else's words must not slip in under those that are being written.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const title = t('minutesTitle', { kind: t(`kind.${hearing.kind}`), date: hearing.date });
  if (!query.isFetchedAfterMount)
    return (
      <Drawer open size={960} title={title} onClose={close}>
        <DataState query={query}>{() => null}</DataState>
      </Drawer>
    );
  return (
    <Drawer open size={960} title={title} onClose={close} styles={{ body: { padding: 0 } }}>
      <DataState query={query}>
        {(stored) => (
          <Editor key={hearing.id} file={file} hearing={hearing} stored={stored} readOnly={readOnly} />
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
}: TabProps & { readonly hearing: Hearing; readonly stored: Minutes }) {
  const { t } = useTranslation('hearings');
  const { fail, say } = useNotices();
  const call = useCaseCall(file.id);
  const area = useRef<HTMLTextAreaElement>(null);
  const fill = useFill(file, hearing);
  const own = useQuery(phrasesQuery());
  const [text, setText] = useState(stored.body);
  const [saved, setSaved] = useState({ body: stored.body, version: stored.version });
  const [busy, setBusy] = useState(false);
  const dirty = text !== saved.body;

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
  const save = async (): Promise<void> => {
    if (busy || readOnly || !dirty) return;
    setBusy(true);
    try {
      const { version } = await call('hearings.saveMinutes', {
        caseId: file.id,
        hearingId: hearing.id,
        recordVersion: saved.version,
        body: text,
      });
      setSaved({ body: text, version });
    } catch (error) {
      // Nothing is reloaded over what was written here.
      if (hasCode(error, 'conflict')) say(t('minutesConflict'));
      else fail(error);
    } finally {
      setBusy(false);
    }
  };
  const latest = useRef(save);
  latest.current = save;
  // Leaving saves: what was written down at a hearing cannot be said again.
  useEffect(() => () => void latest.current(), []);

  return (
    <div className="minutes">
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
            : stored.updatedAt && stored.updatedBy && saved.version === stored.version
              ? t('minutesSaved', { name: stored.updatedBy, at: instantText(stored.updatedAt).slice(0, 16) })
              : ''}
        </span>
        <span className="gd-spring" />
        <Button
          size="small"
          type="primary"
          loading={busy}
          disabled={!dirty || readOnly}
          onClick={() => void save()}
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

/** Fills in what the record knows: `{number}`, `{applicants}` and so on. */
function useFill(file: TabProps['file'], h: Hearing): (text: string) => string {
  const { t } = useTranslation('hearings');
  const { t: tc } = useTranslation('case');
  const members = useQuery(membersQuery(file.id));
  const comma = tc('listComma');
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map((one) => one.name).join(comma);
  const slots: Readonly<Record<string, string>> = {
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
  return (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}
