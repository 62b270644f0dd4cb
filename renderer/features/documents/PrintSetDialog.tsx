import { Button, Checkbox, InputNumber, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRecord } from '../../../shared/features/documents/documents.contract.ts';
import { useBilingual } from '../../app/i18n.ts';
import { platform } from '../../transport/platform.ts';
import { useNotices } from '../../ui/notices.tsx';
import { groupPlan, type PlanEntry, paperKey } from './paper.ts';
import { openPdf, printPapers } from './pdf.ts';

/** Pages of which the window can hold the pictures at once. */
const mostPages = 600;

/** The made papers of a set, each as often as the office and the other side need it. */
export function PrintSetDialog(props: {
  readonly plan: readonly PlanEntry[];
  readonly newest: ReadonlyMap<string, DocumentRecord>;
  readonly onClose: () => void;
}) {
  const { plan, newest, onClose } = props;
  const { t } = useTranslation('print');
  const bilingual = useBilingual();
  const { fail } = useNotices();
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({});
  const [duplex, setDuplex] = useState(false);
  const [printing, setPrinting] = useState<{ done: number; total: number } | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const made = plan.flatMap((entry) => {
    const paper = newest.get(paperKey(entry));
    return paper ? [{ entry, paper }] : [];
  });
  const copiesOf = ({ formId, copies }: PlanEntry): number => typed[formId] ?? copies;
  const distinct = made.reduce((n, { entry, paper }) => n + (copiesOf(entry) > 0 ? paper.pages : 0), 0);
  const sum = (per: (pages: number) => number): number =>
    made.reduce((n, { entry, paper }) => n + copiesOf(entry) * per(paper.pages), 0);
  const outdated = made.filter(({ paper }) => paper.outdated).length;
  const missing = plan.length - made.length;

  const print = async (): Promise<void> => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setPrinting({ done: 0, total: distinct });
    try {
      await printPapers(
        made.map(({ entry, paper }) => ({
          pages: paper.pages,
          copies: copiesOf(entry),
          open: async () => {
            const { token } = await platform().client.call('documents.open', { documentId: paper.id });
            return openPdf(await platform().readFile(token));
          },
          close: (pdf) => pdf.loadingTask.destroy(),
        })),
        { signal, duplex, onPage: (done, total) => setPrinting({ done, total }) },
      );
      if (!signal.aborted) onClose();
    } catch (error) {
      fail(error);
    } finally {
      setPrinting(null);
    }
  };

  return (
    <Modal open className="gd-print-set" onCancel={onClose} footer={null} title={t('title')} width={620}>
      <p className="gd-quiet">{t('lead')}</p>
      <table className="gd-table">
        <thead>
          <tr>
            <th>{t('paper')}</th>
            <th className="gd-num">{t('pages')}</th>
            <th className="gd-num">{t('copies')}</th>
          </tr>
        </thead>
        <tbody>
          {groupPlan(made.map(({ entry }) => entry)).map(({ formId, title, entries }) => {
            const pages = entries.reduce((n, e) => n + (newest.get(paperKey(e))?.pages ?? 0), 0);
            const [first] = entries;
            return (
              <tr key={formId}>
                <td>
                  {bilingual(title)}
                  {entries.length > 1 && (
                    <span className="gd-quiet"> {t('each', { count: entries.length })}</span>
                  )}
                </td>
                <td className="gd-num tabular">{pages}</td>
                <td className="gd-num">
                  <InputNumber<number>
                    size="small"
                    className="gd-copies"
                    aria-label={t('copiesOf', { name: bilingual(title) })}
                    min={0}
                    max={99}
                    precision={0}
                    disabled={printing !== null}
                    value={first ? copiesOf(first) : 1}
                    onChange={(value) => setTyped((now) => ({ ...now, [formId]: value }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {missing > 0 && <p className="gd-quiet">{t('notMade', { count: missing })}</p>}
      {outdated > 0 && <p>{t('outdated', { count: outdated })}</p>}
      <p>
        <Checkbox checked={duplex} disabled={printing !== null} onChange={(e) => setDuplex(e.target.checked)}>
          {t('duplex')}
        </Checkbox>
        {duplex && <span className="gd-quiet">{t('duplexHelp')}</span>}
      </p>
      <p className="tabular" role="status">
        {distinct > mostPages
          ? t('tooMany', { most: mostPages })
          : printing
            ? t('preparing', printing)
            : t('sum', {
                pages: sum((n) => n),
                sheets: sum((n) => (duplex ? Math.ceil(n / 2) : n)),
              })}
      </p>
      <Button
        type="primary"
        loading={printing !== null}
        disabled={sum((n) => n) === 0 || distinct > mostPages}
        onClick={() => void print()}
      >
        {t('print')}
      </Button>
      {printing && (
        <Button type="text" onClick={() => abort.current?.abort()}>
          {t('cancel')}
        </Button>
      )}
    </Modal>
  );
}
