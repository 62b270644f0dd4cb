import { Button, Drawer, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnId } from '../../../../shared/features/group/group.fields.ts';
import {
  type BlockProblem,
  formatBlock,
  leftOutBlock,
  type PasteInput,
  type PastePlan,
  planPaste,
} from '../../../../shared/features/group/group.paste.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useCellWords, useColumnTitle } from './columns.ts';

const problemsShown = 100;
const linesShown = 50;
const outcomes = ['add', 'change', 'same', 'left-out', 'skipped'] as const;

/**
 * What a paste would do, before anything is kept. Wrong cells are named as in the spreadsheet that they come from and
 * can be put right here; what is left out can be copied back with its reason.
 */
export function PasteSheet(props: {
  input: PasteInput;
  busy: boolean;
  onTake: (plan: PastePlan) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('group');
  const { say } = useNotices();
  const title = useColumnTitle();
  const words = useCellWords();
  const [block, setBlock] = useState(props.input.block);
  const plan = useMemo(() => planPaste({ ...props.input, block }), [props.input, block]);
  const wrong = plan.problems.filter((p) => p.severity === 'error');
  const remarks = plan.problems.filter((p) => p.severity === 'warning');
  const taken = plan.lines.filter((l) => l.outcome === 'add' || l.outcome === 'change');
  const sentence = (p: BlockProblem): string =>
    t(`problem.${p.code}`, { value: p.value, other: String(p.other ?? '') });
  const place = (p: BlockProblem): string => {
    if (p.column === null) return t('paste.atRow', { row: p.row });
    const at = t('paste.at', { row: p.row, column: p.column });
    return p.field ? `${at} ${title(p.field)}` : at;
  };
  const list = useRef<HTMLUListElement>(null);
  const [asking, setAsking] = useState(false);
  const corrected = block !== props.input.block;
  const leave = (): void => {
    if (corrected && !asking && !props.busy) setAsking(true);
    else props.onClose();
  };
  const values = useMemo(
    () => new Map(props.input.all.map((target) => [target.memberId, target.values])),
    [props.input.all],
  );
  /** “6,000.00 → 6,500.00”: what stands in a cell is shown beside what is pasted over it. */
  const changed = (line: PastePlan['lines'][number], column: ColumnId): string => {
    const before = line.memberId === null ? null : (values.get(line.memberId)?.[column] ?? null);
    const after = words(column, line.set[column] ?? null);
    return `${title(column)} ${before === null ? after : `${words(column, before)} → ${after}`}`;
  };
  const fix = (p: BlockProblem, text: string, next?: number): void => {
    const { at } = p;
    if (at === null || text === p.value) return;
    // The mended one leaves the list, and the next one takes its place.
    if (next !== undefined) window.setTimeout(() => list.current?.querySelectorAll('input')[next]?.focus());
    setBlock(block.map((cells, i) => (i === p.row - 1 ? cells.map((c, j) => (j === at ? text : c)) : cells)));
  };
  const copyLeft = async (): Promise<void> => {
    const rows = leftOutBlock(block, plan, (p) => `${place(p)}：${sentence(p)}`);
    if (plan.heading && rows[0]) rows[0][rows[0].length - 1] = t('paste.reason');
    await navigator.clipboard.writeText(formatBlock(rows));
    say(t('paste.leftCopied'));
  };
  const first = plan.fields.find((f) => f !== null);
  return (
    <Drawer
      open
      size={860}
      title={t('paste.title')}
      onClose={leave}
      footer={
        <div className="gd-sheet-foot">
          {asking && (
            <>
              <span className="gd-amber" role="alert">
                {t('paste.unsaved')}
              </span>
              <Button onClick={props.onClose}>{t('paste.discard')}</Button>
              <Button onClick={() => setAsking(false)}>{t('paste.goOn')}</Button>
            </>
          )}
          {!asking && plan.counts['left-out'] > 0 && (
            <Button onClick={() => void copyLeft()}>
              {t('paste.copyLeft', { count: plan.counts['left-out'] })}
            </Button>
          )}
          <span className="gd-spring" />
          {!asking && (
            <Button disabled={props.busy} onClick={leave}>
              {t('paste.discard')}
            </Button>
          )}
          <Button
            type="primary"
            loading={props.busy}
            disabled={taken.length === 0}
            onClick={() => props.onTake(plan)}
          >
            {taken.length === 0 ? t('paste.nothing') : t('paste.take', { count: taken.length })}
          </Button>
        </div>
      }
    >
      <div className="gd-sheet gm-paste">
        <p>{t('paste.lead')}</p>
        <p className="gd-quiet">
          {plan.heading ? t('paste.heading') : t('paste.byPlace', { column: first ? title(first) : '' })}
        </p>
        <dl className="gm-counts">
          {outcomes.map((o) => (
            <div key={o} className={o === 'left-out' && plan.counts[o] > 0 ? 'gd-red' : ''}>
              <dt>{t(`paste.${o}`)}</dt>
              <dd className="gd-big tabular">{plan.counts[o]}</dd>
            </div>
          ))}
        </dl>
        {wrong.length > 0 ? (
          <section>
            <h3>{t('paste.problems', { count: wrong.length })}</h3>
            <ul ref={list} className="plain gm-wrong">
              {wrong.slice(0, problemsShown).map((p, i, all) => (
                <li key={`${p.row} ${p.at} ${p.code}`}>
                  <p>
                    <strong className="tabular">{place(p)}</strong> {p.name && <span>{p.name}</span>}
                  </p>
                  <p className="gd-red">{sentence(p)}</p>
                  {p.at !== null && (
                    <Input
                      key={p.value}
                      size="small"
                      defaultValue={p.value}
                      aria-label={`${t('paste.fix')} ${place(p)}`}
                      prefix={<span className="gd-quiet">{t('paste.fix')}</span>}
                      onPressEnter={(e) =>
                        fix(p, e.currentTarget.value, all.slice(0, i).filter((o) => o.at !== null).length)
                      }
                      onBlur={(e) => fix(p, e.currentTarget.value)}
                    />
                  )}
                </li>
              ))}
            </ul>
            {wrong.length > problemsShown && (
              <p className="gd-quiet">{t('paste.more', { count: wrong.length - problemsShown })}</p>
            )}
          </section>
        ) : (
          <p className="gd-green">
            <Icon name="check" size={13} /> {t('paste.none')}
          </p>
        )}
        {remarks.length > 0 && (
          <section>
            <h3>{t('paste.remarks', { count: remarks.length })}</h3>
            <ul className="plain">
              {remarks.slice(0, problemsShown).map((p) => (
                <li key={`${p.row} ${p.at} ${p.code}`} className="gd-amber">
                  {place(p)}：{sentence(p)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {taken.length > 0 && (
          <section>
            <h3>{t('paste.preview')}</h3>
            <table className="list gm-preview">
              <thead>
                <tr>
                  <th scope="col">{t('payout.number')}</th>
                  <th scope="col">{t('paste.who')}</th>
                  <th scope="col">{t('paste.what')}</th>
                </tr>
              </thead>
              <tbody>
                {taken.slice(0, linesShown).map((l) => (
                  <tr key={l.row}>
                    <td className="tabular">{l.row}</td>
                    <td>
                      {l.name}{' '}
                      {l.outcome === 'add' && <StatusChip tone="accent">{t('paste.isNew')}</StatusChip>}
                    </td>
                    <td>
                      {(Object.keys(l.set) as ColumnId[])
                        .filter((c) => c !== 'name' || l.outcome === 'change')
                        .map((c) => changed(l, c))
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {taken.length > linesShown && (
              <p className="gd-quiet">{t('paste.previewMore', { count: taken.length - linesShown })}</p>
            )}
          </section>
        )}
      </div>
    </Drawer>
  );
}
