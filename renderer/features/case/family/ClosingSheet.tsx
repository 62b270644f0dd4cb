import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type {
  Closing,
  ClosingItem,
  ClosingItemId,
} from '../../../../shared/features/closing/closing.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useMay } from '../../../app/session.tsx';
import { failureOf } from '../../../transport/failure.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { DateInput } from '../../../ui/DateInput.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { useFailureText } from '../../../ui/failure-text.ts';
import { Icon, type IconName } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey, useChange } from '../case.queries.ts';
import type { CaseSearch } from '../case.search.ts';
import { recordStep } from '../next-act.ts';
import { usePlace } from '../use-place.ts';
import './family.css';
import { closingQuery } from './family.queries.ts';

/** Where an item is put right when no single event does it. */
const jumps: Partial<Record<ClosingItemId, CaseSearch>> = {
  steps: { tab: 'dates' },
  dates: { tab: 'dates' },
  next: { tab: 'overview' },
  claims: { tab: 'claims' },
  instalments: { tab: 'outcome' },
  finality: { tab: 'outcome' },
  payments: { tab: 'outcome' },
  originals: { tab: 'evidence' },
};
/** Whose lines carry a last day; those of the others tell when something happened. */
const dated: readonly ClosingItemId[] = ['dates', 'next', 'instalments'];

const icons: Record<ClosingItem['state'], IconName> = {
  done: 'check',
  ticked: 'check',
  open: 'warning',
  'not-needed': 'right',
};

/** What a file still lacks before it is closed, each item put right from here; and the reopening of a closed one. */
export function ClosingSheet({ file }: { readonly file: CaseFile }) {
  const mayWrite = useMay('case.write');
  const { t } = useTranslation('family');
  const { t: tc } = useTranslation('common');
  const { close } = usePlace();
  const { fail } = useNotices();
  const failureText = useFailureText();
  const queries = useQueryClient();
  const change = useChange(file.id);
  const offer = useUndoOffer();
  const today = useToday();
  const closing = useQuery(closingQuery(file.id));
  const [closedOn, setClosedOn] = useState<PlainDate | null>(today);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const isClosed = file.status === 'closed';
  const left = closing.data?.items.filter((i) => i.state === 'open').length ?? 0;
  const save = async (): Promise<void> => {
    const words = text.trim();
    if (!isClosed && closedOn === null) return;
    setBusy(true);
    try {
      const done =
        isClosed || closedOn === null
          ? await change('closing.reopen', { reason: words })
          : await change('closing.close', { closedOn, note: words || null });
      close();
      offer(t(isClosed ? 'reopened' : 'wasClosed', { number: file.number }), done);
    } catch (error) {
      if (failureOf(error).code === 'invalid-input') {
        setAsked(failureText(error));
        field.current?.querySelector('textarea')?.focus();
      } else fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(file.id) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer
      open
      size={640}
      onClose={close}
      title={t(isClosed ? 'reopenTitle' : 'closingTitle')}
      footer={
        <div className="gd-sheet-foot">
          {!isClosed && closing.data && (
            <span className={left > 0 ? 'gd-amber' : 'gd-green'} aria-live="polite">
              {left > 0 ? t('left', { count: left }) : t('allDone')}
            </span>
          )}
          <span className="gd-spring" />
          <Button onClick={close}>{tc('action.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={!mayWrite || !closing.data || (!isClosed && closedOn === null)}
            onClick={() => void save()}
          >
            {t(isClosed ? 'reopen' : 'close')}
          </Button>
        </div>
      }
    >
      <div className="gd-sheet">
        <DataState query={closing} rows={9}>
          {(found) => (
            <>
              <History found={found} />
              {!isClosed && (
                <ul className="plain gd-closing">
                  {found.items.map((item) => (
                    <Item key={item.id} file={file} item={item} mayWrite={mayWrite} />
                  ))}
                </ul>
              )}
            </>
          )}
        </DataState>
        {!isClosed && (
          <FormField label={t('closedOn')} required>
            {(f) => <DateInput {...f} value={closedOn} onChange={setClosedOn} />}
          </FormField>
        )}
        <div ref={field}>
          <FormField
            label={t(isClosed ? 'reopenReason' : 'closingNote')}
            required={isClosed || left > 0}
            help={t(isClosed ? 'reopenHint' : left > 0 ? 'closingNoteNeeded' : 'closingNoteHint')}
            error={asked}
          >
            {(f) => (
              <Input.TextArea
                {...f}
                rows={2}
                maxLength={200}
                value={text}
                onChange={(e) => {
                  setText(e.target.value);
                  setAsked(null);
                }}
              />
            )}
          </FormField>
        </div>
      </div>
    </Drawer>
  );
}

function Item(props: { readonly file: CaseFile; readonly item: ClosingItem; readonly mayWrite: boolean }) {
  const { file, item, mayWrite } = props;
  const { t } = useTranslation('family');
  const pick = useBilingual();
  const { go } = usePlace();
  const { fail } = useNotices();
  const queries = useQueryClient();
  const change = useChange(file.id);
  const jump = jumps[item.id];
  const tick = (done: boolean): void => {
    change('closing.tick', { item: item.id, done, note: null }).catch((error) =>
      fail(error, () => void queries.invalidateQueries({ queryKey: caseKey(file.id) })),
    );
  };
  const isOpen = item.state === 'open';
  return (
    <li className={`gd-closing-${item.state}`} data-item={item.id}>
      <Icon name={icons[item.state]} size={15} />
      <div>
        <p>
          <strong>{t(`item.${item.id}`)}</strong>{' '}
          <span className="gd-closing-state">{t(`state.${item.state}`)}</span>
          {item.tick && (
            <span className="gd-quiet"> {t('tickedBy', { name: item.tick.by, date: item.tick.on })}</span>
          )}
        </p>
        {isOpen && <p className="gd-quiet">{t(`help.${item.id}`)}</p>}
        {isOpen && item.lines.length > 0 && (
          <ul className="plain gd-closing-lines">
            {item.lines.slice(0, 6).map((line) => (
              <li key={`${line.text.zh}${line.date}`}>
                {line.date && <DateText date={line.date} due={dated.includes(item.id)} />} {pick(line.text)}
              </li>
            ))}
            {item.lines.length > 6 && (
              <li className="gd-quiet">{t('more', { count: item.lines.length - 6 })}</li>
            )}
          </ul>
        )}
        {mayWrite && (
          <p className="gd-closing-acts">
            {isOpen &&
              item.events.map((e) => (
                <Button key={e.event} size="small" onClick={() => go(recordStep(e.event))}>
                  {t('record', { event: pick(e.words) })}
                </Button>
              ))}
            {isOpen && jump && (
              <Button size="small" onClick={() => go(jump)}>
                {t(`jump.${item.id as 'dates'}`)}
              </Button>
            )}
            {isOpen && item.tickable && (
              <Button size="small" onClick={() => tick(true)}>
                {t(`tick.${item.id as 'dates'}`)}
              </Button>
            )}
            {item.state === 'ticked' && (
              <Button size="small" type="link" onClick={() => tick(false)}>
                {t('untick')}
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function History({ found }: { readonly found: Closing }) {
  const { t } = useTranslation('family');
  if (found.history.length === 0) return null;
  return (
    <ul className="plain gd-closings">
      {found.history.map((one) => (
        <li key={`${one.closedOn}${one.reopenedOn}${one.note}`}>
          <p>{t('closedBy', { date: one.closedOn, name: one.by })}</p>
          {one.note && <p className="gd-quiet">{t('because', { reason: one.note })}</p>}
          {one.openItems.length > 0 && (
            <p className="gd-quiet">
              {t('wereOpen', { list: one.openItems.map((id) => t(`item.${id}`)).join(t('comma')) })}
            </p>
          )}
          {one.reopenedOn && (
            <p>
              {t('reopenedBy', { date: one.reopenedOn, name: one.reopenedBy })}
              {one.reopenReason && (
                <span className="gd-quiet"> {t('because', { reason: one.reopenReason })}</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
