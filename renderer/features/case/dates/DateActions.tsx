import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useCall } from '../../../app/query.ts';
import { useSession } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { ErrorState, Loading } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { caseKey } from '../case.queries.ts';
import { hasChoice, ReadingDialog } from './ReadingDialog.tsx';
import './dates.css';

// The PDF reader is large and most visits to the dates need none.
const PdfViewer = lazy(() =>
  import('../../documents/PdfViewer.tsx').then((module) => ({ default: module.PdfViewer })),
);

/** Confirming a date and its control sheet. Dates without a last day have neither. */
export function DateActions(props: {
  readonly file: Pick<CaseFile, 'id' | 'version'>;
  readonly deadline: Deadline;
  readonly readOnly: boolean;
}) {
  const { file, deadline: d, readOnly } = props;
  const caseId = file.id;
  const { t } = useTranslation('case');
  const { t: tt } = useTranslation('tracks');
  const pick = useBilingual();
  const [choosing, setChoosing] = useState(false);
  const { state } = useSession();
  const { undoable, fail } = useNotices();
  const [sheet, setSheet] = useState(false);
  const confirm = useCall('deadlines.confirm', ['case']);
  const unconfirm = useCall('deadlines.unconfirm', ['case']);
  const { due } = d;
  const trigger = d.trigger.date;
  if (due === null || trigger === null) return null;
  const seen = { caseId, ruleId: d.ruleId, trigger, due };
  const mine = d.confirmations.some((c) => c.userId === state.user?.id);
  const act = async (): Promise<void> => {
    try {
      const { id } = await confirm.mutateAsync(seen);
      undoable(t('dates.confirmed'), () => unconfirm.mutateAsync({ caseId, id }));
    } catch (error) {
      fail(error);
    }
  };
  const chosen = d.choice && [
    ...(d.localRule ? [tt('local', { name: pick(d.localRule) })] : []),
    ...(d.choice.variant === 'national' ? [tt('national')] : []),
    ...d.readings
      .filter((r) => r.chosen !== r.usual)
      .flatMap((r) => r.options.filter((o) => o.id === r.chosen).map((o) => pick(o.text))),
  ];
  return (
    <>
      {!d.choice && d.localRule && <p className="gd-quiet">{tt('local', { name: pick(d.localRule) })}</p>}
      {d.choice && chosen && (
        <p className="gd-check">
          {tt('chosen', {
            what: chosen.join(t('listSemicolon')),
            reason: d.choice.reason,
            name: d.choice.userName,
            date: d.choice.on,
          })}
        </p>
      )}
      <p className="gd-date-actions">
        {d.confirmations.map((c) => (
          <span key={c.id} className="gd-green">
            <Icon name="check" size={13} /> {t('dates.confirmedBy', { name: c.userName, date: c.on })}
          </span>
        ))}
        {!readOnly && !mine && (d.status === 'open' || d.status === 'overdue') && (
          <Button size="small" type="link" loading={confirm.isPending} onClick={() => void act()}>
            {t(d.confirmations.length > 0 ? 'dates.confirmSecond' : 'dates.confirm')}
          </Button>
        )}
        <Button size="small" type="link" onClick={() => setSheet(true)}>
          {t('dates.receipt')}
        </Button>
        {!readOnly && hasChoice(d) && (
          <Button size="small" type="link" onClick={() => setChoosing(true)}>
            {tt('reading')}
          </Button>
        )}
        {sheet && <ReceiptDialog deadline={d} seen={seen} onClose={() => setSheet(false)} />}
        {choosing && <ReadingDialog file={file} deadline={d} onClose={() => setChoosing(false)} />}
      </p>
    </>
  );
}

function ReceiptDialog(props: {
  readonly deadline: Deadline;
  readonly seen: { caseId: string; ruleId: string; trigger: string; due: string };
  readonly onClose: () => void;
}) {
  const { deadline, seen, onClose } = props;
  const { t, i18n } = useTranslation('case');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const make = () => platform().client.call('deadlines.receipt', { ...seen, language });
  const made = useQuery({
    queryKey: [...caseKey(seen.caseId), 'receipt', seen.ruleId, seen.trigger, seen.due, language] as const,
    queryFn: async () => platform().readFile((await make()).token),
    gcTime: 0,
  });
  const save = async (): Promise<void> => {
    try {
      const file = await make();
      if (await platform().saveFile(file.token, file.fileName))
        say(t('dates.receiptSaved', { name: file.fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const print = async (): Promise<void> => {
    if (!pdf) return;
    try {
      const { printPdf } = await import('../../documents/pdf.ts');
      await printPdf(pdf, () => undefined, new AbortController().signal);
    } catch (error) {
      fail(error);
    }
  };
  const title = `${t('dates.receipt')} · ${bilingual(deadline.title)}`;
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={860} destroyOnHidden>
      <div className="gd-receipt">
        {made.data ? (
          <Suspense fallback={<Loading rows={12} />}>
            <PdfViewer data={made.data} label={title} onOpened={setPdf}>
              <Button size="small" disabled={!pdf} onClick={() => void print()}>
                {t('dates.receiptPrint')}
              </Button>
              <Button size="small" onClick={() => void save()}>
                {t('dates.receiptSave')}
              </Button>
            </PdfViewer>
          </Suspense>
        ) : made.isError ? (
          <ErrorState error={made.error} onRetry={() => void made.refetch()} />
        ) : (
          <Loading rows={12} />
        )}
      </div>
    </Modal>
  );
}
