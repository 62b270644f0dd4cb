import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calculatorInfo } from '../../shared/features/claims/claim-items.rules.ts';
import { topicOf } from '../../shared/features/documents/particulars/topics.ts';
import type { OutcomeKind } from '../../shared/features/outcomes/outcome.schemas.ts';
import type { SearchHit } from '../../shared/features/search/search.contract.ts';
import type { Bilingual } from '../../shared/law/common.ts';
import { eventWords } from '../../shared/law/tracks/catalogue.ts';
import { usePartiesText } from '../features/cases/parties.ts';
import { placeOfHit } from '../features/search/hit-address.ts';
import { Marked } from '../features/search/Marked.tsx';
import '../features/search/search.css';
import { findQuery } from '../features/search/search.queries.ts';
import { isEnter } from '../ui/keyboard.ts';
import { type Command, useAllCommands } from './commands.ts';
import { useBilingual } from './i18n.ts';

/** One field that finds whatever the record, the law and the menus have. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('search');
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={720}
      style={{ top: 72 }}
      title={<span className="sr-only">{t('label')}</span>}
      className="palette"
    >
      <Finder onClose={onClose} />
    </Modal>
  );
}

interface Entry {
  readonly key: string;
  readonly content: ReactNode;
  run(): void;
}
interface Section {
  readonly kind: SearchHit['kind'];
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { sections, answer, failed, waiting } = useFound(text);
  const entries = sections.flatMap((s) => s.entries);
  const active = Math.min(at, entries.length - 1);

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  function run(entry: Entry | undefined): void {
    if (!entry) return;
    onClose();
    entry.run();
  }
  // What stands there may still be the answer to fewer letters: Enter then waits for the answer that was meant.
  const [meant, setMeant] = useState(false);
  const runNow = useRef(run);
  runNow.current = run;
  const [first] = entries;
  useEffect(() => {
    if (!meant || waiting) return;
    setMeant(false);
    runNow.current(first);
  }, [meant, waiting, first]);
  function onKey(e: React.KeyboardEvent): void {
    if (isEnter(e)) {
      if (waiting) setMeant(true);
      else run(entries[active]);
    }
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: Math.min(active + 8, entries.length - 1),
      PageUp: Math.max(active - 8, 0),
    };
    const next = to[e.key];
    if (next === undefined || e.nativeEvent.isComposing) return;
    e.preventDefault();
    if (entries.length > 0) setAt((next + entries.length) % entries.length);
  }

  let index = -1;
  return (
    <>
      <Input
        autoFocus
        variant="borderless"
        size="large"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setAt(0);
          setMeant(false);
        }}
        onKeyDown={onKey}
      />
      <div id={listId} role="listbox" aria-label={t('results')} aria-busy={waiting} className="palette-list">
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
          <div key={section.kind} role="group" aria-labelledby={`${listId}-${section.kind}`}>
            <div id={`${listId}-${section.kind}`} role="presentation" className="palette-kind">
              {t(`kind.${section.kind}`)}
              {section.more && <span className="quiet">{t('more')}</span>}
            </div>
            {section.entries.map((entry) => {
              index += 1;
              const own = index;
              return (
                <div
                  key={entry.key}
                  id={`${listId}-${own}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={own === active}
                  className="palette-entry"
                  onMouseMove={() => setAt(own)}
                  onMouseDown={(e) => {
                    e.preventDefault();
                    run(entry);
                  }}
                >
                  {entry.content}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="palette-foot quiet" role="status">
        {failed
          ? t('failed')
          : answer?.blank
            ? t('blank')
            : answer?.cut
              ? `${t('cut')}${entries.length === 0 ? ` ${t('cutNone')}` : ''}`
              : answer && entries.length === 0
                ? `${t('none', { text: [...text.trim()].slice(0, 30).join('') })} ${t('noneHelp')}`
                : answer
                  ? t('count', { count: entries.length })
                  : t('keys')}
        {answer?.filling?.emptied &&
          ` ${t('filling', {
            percent: Math.floor((100 * answer.filling.done) / Math.max(1, answer.filling.total)),
          })}`}
      </p>
    </>
  );
}

/** The answer to what is typed, as sections of entries; without a text every command there is. */
function useFound(text: string) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const commands = useAllCommands();
  const needle = text.trim();
  const choices = useMemo(
    () => commands.map(({ id, title, words = '' }) => ({ id, title, words })),
    [commands],
  );
  // Asked with every key: the core answers before the next one.
  const found = useQuery({
    ...findQuery(needle, i18n.language === 'en' ? 'en' : 'zh-CN', choices),
    enabled: needle !== '',
    placeholderData: keepPreviousData,
  });
  const byId = new Map(commands.map((c) => [c.id, c]));
  const all: Section = { kind: 'choice', entries: commands.map((c) => commandEntry(c)), more: false };
  const answer = needle === '' ? null : (found.data ?? null);
  const sections = answer
    ? answer.groups.map(
        (group): Section => ({
          kind: group.kind,
          more: group.more,
          entries: group.hits.map((hit): Entry => {
            const command = hit.kind === 'choice' ? byId.get(hit.id) : undefined;
            return {
              key: hit.id,
              content: <HitLine hit={hit} keys={command?.keys ?? null} />,
              run: () => {
                if (command) command.run();
                else if (hit.kind === 'rule')
                  void navigate({ to: '/law', search: { tab: 'rules', rule: hit.id } });
                else if (hit.caseId !== null)
                  void navigate({
                    to: '/cases/$caseId',
                    params: { caseId: hit.caseId },
                    search: placeOfHit(hit),
                  });
              },
            };
          }),
        }),
      )
    : needle === ''
      ? [all]
      : [];
  return {
    sections,
    answer: found.isPlaceholderData ? null : answer,
    failed: needle !== '' && found.isError,
    waiting: needle !== '' && (found.isPlaceholderData || found.data === undefined),
  };
}

const commandEntry = (command: Command): Entry => ({
  key: command.id,
  content: (
    <>
      <span className="palette-title">{command.title}</span>
      {command.keys && <kbd>{command.keys}</kbd>}
    </>
  ),
  run: command.run,
});

/** What a record is, where its title does not say it. */
function whatWords({ kind, what }: SearchHit): Bilingual | null {
  if (what === null) return null;
  switch (kind) {
    case 'event':
      return eventWords('arbitration', what);
    case 'claim':
      return calculatorInfo(what)?.title ?? null;
    case 'particulars':
      return topicOf(what.split('/')[0] ?? '')?.title ?? null;
    default:
      return null;
  }
}

function HitLine({ hit, keys }: { hit: SearchHit; keys: string | null }) {
  const { t } = useTranslation('search');
  const { t: to } = useTranslation('outcome');
  const pick = useBilingual();
  const parties = usePartiesText();
  const excerpt = hit.excerpt !== null && (
    <span className="palette-excerpt">
      <Marked text={hit.excerpt} ranges={hit.excerptRanges} />
    </span>
  );
  const closed = hit.case?.closed && <span className="quiet">{t('closed')}</span>;
  if (hit.kind === 'case' && hit.case)
    return (
      <>
        <span className="palette-title">{parties(hit.case)}</span>
        {excerpt}
        <span className="palette-aside tabular">
          {closed} <Marked text={hit.title} ranges={hit.titleRanges} />
        </span>
      </>
    );
  const lead = whatWords(hit);
  // A topic is found by its Chinese name and is called by its own on an English screen.
  const own = hit.kind === 'particulars' && lead ? pick(lead) : hit.title;
  return (
    <>
      <span className="palette-title">
        {lead && hit.kind !== 'particulars' && <>{pick(lead)} </>}
        {hit.kind === 'outcome' && <>{to(`kind.${hit.what as OutcomeKind}`)} </>}
        <Marked text={own} ranges={own === hit.title ? hit.titleRanges : []} />
      </span>
      {hit.kind !== 'choice' && excerpt}
      {hit.case && (
        <span className="palette-aside tabular" title={parties(hit.case)}>
          {closed} {hit.case.number}
        </span>
      )}
      {keys && <kbd>{keys}</kbd>}
    </>
  );
}
