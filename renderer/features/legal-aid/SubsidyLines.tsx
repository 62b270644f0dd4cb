import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AidSubsidyLine } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { useCall } from '../../app/query.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useToday } from '../../ui/today.ts';
import { useUndoOffer } from '../undo/use-undo.ts';

/** Subsidies that wait for approval, then those that wait for payment. */
export function SubsidyLines({ page, text }: { page: Output<'aid.office'>; text: string }) {
  const { t } = useTranslation('legal-aid');
  const wanted = text.trim();
  const parts = (['toApprove', 'toPay'] as const).map((key) => ({
    key,
    lines: page[key].filter(
      (l) => wanted === '' || [l.number, l.applicant, l.lawyer ?? ''].some((v) => v.includes(wanted)),
    ),
  }));
  if (parts.every((p) => p.lines.length === 0)) return <p className="quiet aid-none">{t('office.empty')}</p>;
  return (
    <>
      {parts
        .filter((p) => p.lines.length > 0)
        .map(({ key, lines }) => (
          <section key={key} className="aid-group" aria-label={t(`office.${key}`)}>
            <h2>
              {t(`office.${key}`)} <span className="quiet tabular">{lines.length}</span>
            </h2>
            <Lines list={key} lines={lines} mayChoose={page.mayManage} />
          </section>
        ))}
    </>
  );
}

const sumOf = (lines: readonly AidSubsidyLine[]): number => lines.reduce((sum, l) => sum + l.amountFen, 0);

function Lines({
  list,
  lines,
  mayChoose,
}: {
  list: 'toApprove' | 'toPay';
  lines: readonly AidSubsidyLine[];
  mayChoose: boolean;
}) {
  const { t } = useTranslation('legal-aid');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What has left the list meanwhile is not chosen any more.
  const picked = lines.filter((l) => chosen.has(l.id));
  const mark = (ids: readonly string[], on: boolean): void =>
    setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  return (
    <>
      {mayChoose && picked.length > 0 && (
        <SettleBar list={list} lines={picked} onDone={() => setChosen(new Set())} />
      )}
      <table className="list aid-lines">
        <thead>
          <tr>
            {mayChoose && (
              <th scope="col" className="aid-check">
                <Checkbox
                  aria-label={t('office.chooseAll')}
                  checked={picked.length === lines.length}
                  indeterminate={picked.length > 0 && picked.length < lines.length}
                  onChange={(e) =>
                    mark(
                      lines.map((l) => l.id),
                      e.target.checked,
                    )
                  }
                />
              </th>
            )}
            {(['number', 'applicant', 'lawyer', 'standard'] as const).map((key) => (
              <th scope="col" key={key}>
                {t(`office.${key}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('office.amount')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('field.approvedOn')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.id}>
              {mayChoose && (
                <td className="aid-check">
                  <Checkbox
                    aria-label={t('office.choose', { number: l.number })}
                    checked={chosen.has(l.id)}
                    onChange={(e) => mark([l.id], e.target.checked)}
                  />
                </td>
              )}
              <td className="tabular">
                <Link to="/cases/$caseId" params={{ caseId: l.caseId }} search={{ tab: 'aid' }}>
                  {l.number}
                </Link>
              </td>
              <td>{l.applicant}</td>
              <td>{l.lawyer}</td>
              <td>{l.standard}</td>
              <td className="num">
                <MoneyText fen={l.amountFen} />
              </td>
              <td>
                {l.approvedOn && (
                  <StatusChip tone="green">{t('office.approved', { date: l.approvedOn })}</StatusChip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={mayChoose ? 2 : 1}>
              {t('export.total')}
            </th>
            <td colSpan={3} />
            <td className="num">
              <MoneyText fen={sumOf(lines)} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** Approves or pays what is chosen, with its sum in view before and one way back after. */
function SettleBar({
  list,
  lines,
  onDone,
}: {
  list: 'toApprove' | 'toPay';
  lines: readonly AidSubsidyLine[];
  onDone: () => void;
}) {
  const { t } = useTranslation('legal-aid');
  const { fail } = useNotices();
  const today = useToday();
  const offer = useUndoOffer();
  const settle = useCall('aid.settleSubsidies', ['case']);
  const [on, setOn] = useState<PlainDate | null>(today);
  const act = list === 'toApprove' ? 'approve' : 'pay';
  const count = lines.length;
  const run = async (): Promise<void> => {
    if (on === null) return;
    try {
      const subsidies = lines.map(({ id, version }) => ({ id, version }));
      const done = await settle.mutateAsync({ act, on, subsidies });
      offer(t(act === 'approve' ? 'office.approvedMany' : 'office.paidMany', { count }), done);
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div className="aid-settle">
      <span role="status">
        {t('office.chosen', { count })} <MoneyText fen={sumOf(lines)} />
      </span>
      <DateInput aria-label={t('office.on')} value={on} onChange={setOn} />
      <Button type="primary" disabled={on === null} loading={settle.isPending} onClick={() => void run()}>
        {t(act === 'approve' ? 'office.approveMany' : 'office.payMany')}
      </Button>
    </div>
  );
}
