import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import {
  type PhraseCause,
  phraseCauses,
  type TextPhrase,
} from '../../../../shared/features/documents/editing.contract.ts';
import {
  placeholderGroups,
  unknownPlaceholders,
} from '../../../../shared/features/documents/placeholders.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { platform } from '../../../transport/platform.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';

type Language = 'zh-CN' | 'en';
type Placeholders = Output<'documents.texts'>['placeholders'];

/** What can be put into a text: phrases by the matter that they speak of, and facts of the record. */
export function InsertPanel(props: {
  readonly language: Language;
  readonly placeholders: Placeholders;
  readonly readOnly: boolean;
  readonly onInsert: (text: string) => void;
  /** What is marked in the text, to be kept as a phrase. */
  readonly selection: () => string;
}) {
  const { t } = useTranslation('editing');
  const [view, setView] = useState<'phrases' | 'facts'>('phrases');
  const [search, setSearch] = useState('');
  // Kept here, so that looking a placeholder up does not lose the phrase that is being written.
  const [writing, setWriting] = useState<TextPhrase | null>(null);
  const shared = { search, writing, setWriting };
  const intoPhrase = (text: string): void => {
    setWriting((now) => now && { ...now, body: now.body + text });
    setView('phrases');
  };
  return (
    <aside className="gd-insert">
      <Segmented
        block
        size="small"
        value={view}
        onChange={setView}
        options={[
          { value: 'phrases', label: t('phrases') },
          { value: 'facts', label: t('placeholders') },
        ]}
      />
      <Input
        size="small"
        allowClear
        aria-label={t('search')}
        placeholder={t('search')}
        value={search}
        onChange={(e) => setSearch(e.target.value)}
      />
      {view === 'phrases' ? (
        <Phrases {...props} {...shared} />
      ) : (
        <>
          {writing && <p className="gd-quiet">{t('insertInto')}</p>}
          <Facts {...props} onInsert={writing ? intoPhrase : props.onInsert} search={search} />
        </>
      )}
    </aside>
  );
}

const has = (text: string, search: string): boolean =>
  text.toLowerCase().includes(search.trim().toLowerCase());

function Facts({
  language,
  placeholders,
  readOnly,
  onInsert,
  search,
}: Parameters<typeof InsertPanel>[0] & { search: string }) {
  const { t } = useTranslation('editing');
  const pick = useBilingual();
  const found = placeholders.filter((p) => has(`${p.name.zh} ${p.name.en} ${p.value ?? ''}`, search));
  return (
    <div className="gd-insert-list">
      {placeholderGroups.map((group) => {
        const own = found.filter((p) => p.group === group);
        return own.length === 0 ? null : (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            {own.map((p) => (
              <button
                key={p.id}
                type="button"
                className="gd-insert-item"
                disabled={readOnly}
                title={`{${p.name.zh}}`}
                onClick={() => onInsert(`{${p.name.zh}}`)}
              >
                <span>{pick(p.name)}</span>
                <span className="gd-quiet" lang={language}>
                  {p.value ?? t('noValue')}
                </span>
              </button>
            ))}
          </section>
        );
      })}
    </div>
  );
}

const phrasesQuery = (language: Language) =>
  callQuery(['document', 'phrases', language] as const, 'documents.phrases', { language });

function Phrases({
  readOnly,
  onInsert,
  selection,
  search,
  writing,
  setWriting,
}: Parameters<typeof InsertPanel>[0] & {
  search: string;
  writing: TextPhrase | null;
  setWriting: (phrase: TextPhrase | null) => void;
}) {
  const { t, i18n } = useTranslation('editing');
  const { fail, undoable } = useNotices();
  const queries = useQueryClient();
  // What goes in is Chinese, since the text stands in the paper that is filed; it is told in the reader's language.
  const phrases = useQuery(phrasesQuery('zh-CN'));
  const english = i18n.language === 'en';
  const told = useQuery({ ...phrasesQuery('en'), enabled: english });
  const wordsOf = new Map(english ? told.data?.map((p) => [p.id, p]) : []);
  const [cause, setCause] = useState<PhraseCause | 'all'>('all');
  const reload = () => queries.invalidateQueries({ queryKey: ['document', 'phrases'] });
  const setGone = async (id: string, gone: boolean): Promise<void> => {
    await platform().client.call('documents.removePhrase', { id, gone });
    await reload();
  };
  const remove = async ({ id, title }: TextPhrase): Promise<void> => {
    try {
      await setGone(id, true);
      undoable(t('phraseRemoved', { title }), () => setGone(id, false));
    } catch (error) {
      fail(error);
    }
  };
  if (writing)
    return (
      <PhraseForm
        draft={writing}
        setDraft={setWriting}
        onDone={() => {
          setWriting(null);
          void reload();
        }}
        onCancel={() => setWriting(null)}
      />
    );
  const found = (phrases.data ?? [])
    .map((p) => ({ ...p, words: wordsOf.get(p.id) ?? p }))
    .filter(
      (p) =>
        (cause === 'all' || p.cause === cause) &&
        has(`${p.title} ${p.body} ${p.words.title} ${p.words.body}`, search),
    );
  return (
    <>
      <Select<PhraseCause | 'all'>
        size="small"
        aria-label={t('cause')}
        value={cause}
        onChange={setCause}
        options={(['all', ...phraseCauses] as const).map((value) => ({ value, label: t(`causes.${value}`) }))}
      />
      <div className="gd-insert-list">
        {found.map((p) => (
          <div key={p.id} className="gd-phrase">
            <button
              type="button"
              className="gd-insert-item"
              disabled={readOnly}
              title={p.body}
              onClick={() => onInsert(p.body)}
            >
              <span>{p.words.title}</span>
              <span className="gd-quiet">{p.words.body}</span>
            </button>
            {!p.builtIn && !readOnly && (
              <span className="gd-phrase-own">
                <button type="button" className="gd-linkish" onClick={() => setWriting(p)}>
                  {t('change')}
                </button>
                <button
                  type="button"
                  className="gd-icon-button"
                  aria-label={`${t('remove')} ${p.title}`}
                  onClick={() => void remove(p)}
                >
                  <Icon name="close" size={12} />
                </button>
              </span>
            )}
          </div>
        ))}
        {phrases.data && found.length === 0 && <p className="gd-quiet">{t('nothingFound')}</p>}
      </div>
      {!readOnly && (
        <Button
          size="small"
          onClick={() =>
            setWriting({
              id: '',
              cause: cause === 'all' ? 'other' : cause,
              title: '',
              body: selection(),
              builtIn: false,
              version: 0,
            })
          }
        >
          {t('newPhrase')}
        </Button>
      )}
    </>
  );
}

function PhraseForm({
  draft,
  setDraft,
  onDone,
  onCancel,
}: {
  draft: TextPhrase;
  setDraft: (phrase: TextPhrase) => void;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('editing');
  const { t: tc } = useTranslation('common');
  const { fail } = useNotices();
  const unknown = unknownPlaceholders(draft.body);
  const save = async (): Promise<void> => {
    try {
      const { id, version, cause, title, body } = draft;
      await platform().client.call('documents.savePhrase', {
        id: id === '' ? null : id,
        recordVersion: version,
        cause,
        title,
        body,
      });
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <form
      className="gd-phrase-form"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <Input
        size="small"
        aria-label={t('phraseTitle')}
        placeholder={t('phraseTitle')}
        value={draft.title}
        maxLength={60}
        onChange={(e) => setDraft({ ...draft, title: e.target.value })}
      />
      <Select<PhraseCause>
        size="small"
        aria-label={t('cause')}
        value={draft.cause}
        onChange={(cause) => setDraft({ ...draft, cause })}
        options={phraseCauses.map((value) => ({ value, label: t(`causes.${value}`) }))}
      />
      <Input.TextArea
        rows={10}
        aria-label={t('phraseBody')}
        placeholder={t('phraseBody')}
        value={draft.body}
        onChange={(e) => setDraft({ ...draft, body: e.target.value })}
      />
      {unknown.length > 0 && (
        <p className="gd-amber" role="alert">
          {t('unknownNames', { names: unknown.map((name) => `{${name}}`).join(t('comma')) })}
        </p>
      )}
      <span>
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          disabled={draft.title.trim() === '' || draft.body.trim() === ''}
        >
          {tc('action.save')}
        </Button>{' '}
        <Button size="small" onClick={onCancel}>
          {tc('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
