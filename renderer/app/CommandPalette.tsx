import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseSearchQuery } from '../features/cases/cases.queries.ts';
import { usePartiesText } from '../features/cases/parties.ts';
import { isEnter } from '../ui/keyboard.ts';
import { type Command, useAllCommands } from './commands.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly aside?: string;
  run(): void;
}

const matches = (command: Command, words: readonly string[]): boolean => {
  const hay = `${command.title} ${command.words ?? ''}`.toLowerCase();
  return words.every((word) => hay.includes(word));
};

/** One field that finds cases by number or party and does what a menu would. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={600}
      style={{ top: 72 }}
      title={<span className="sr-only">{t('palette.label')}</span>}
      className="palette"
    >
      <Finder onClose={onClose} />
    </Modal>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useAllCommands();
  const parties = usePartiesText();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const needle = useDeferredValue(text.trim());
  const found = useQuery({ ...caseSearchQuery(needle), enabled: needle !== '' });
  const words = needle.toLowerCase().split(/\s+/).filter(Boolean);

  const cases: Entry[] = (needle === '' ? [] : (found.data?.items ?? [])).map((row) => ({
    id: row.id,
    title: parties(row),
    aside: row.number,
    run: () => void navigate({ to: '/cases/$caseId', params: { caseId: row.id }, search: {} }),
  }));
  const actions: Entry[] = commands
    .filter((command) => matches(command, words))
    .map((command) => ({
      id: command.id,
      title: command.title,
      ...(command.keys ? { aside: command.keys } : {}),
      run: command.run,
    }));
  const entries = [...cases, ...actions];
  const active = Math.min(at, entries.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text starts again at its first answer
  useEffect(() => setAt(0), [needle]);
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  function run(entry: Entry | undefined): void {
    if (!entry) return;
    onClose();
    entry.run();
  }

  return (
    <>
      <Input
        autoFocus
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(entries.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (isEnter(e)) run(entries[active]);
          else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
            e.preventDefault();
            const step = e.key === 'ArrowDown' ? 1 : -1;
            if (entries.length > 0) setAt((active + step + entries.length) % entries.length);
          }
        }}
      />
      <div id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
        {entries.map((entry, index) => (
          <div
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="palette-entry"
            onMouseMove={() => setAt(index)}
            onMouseDown={(e) => {
              e.preventDefault();
              run(entry);
            }}
          >
            <span className="palette-title">{entry.title}</span>
            {entry.aside && <span className="quiet tabular">{entry.aside}</span>}
          </div>
        ))}
        {needle !== '' && entries.length === 0 && !found.isFetching && (
          <p className="palette-none quiet">{t('palette.none', { text: needle })}</p>
        )}
      </div>
    </>
  );
}
