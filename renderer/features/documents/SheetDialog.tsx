import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '../../transport/platform.ts';
import { ErrorState, Loading } from '../../ui/DataState.tsx';
import { useNotices } from '../../ui/notices.tsx';
import './documents.css';

// The PDF reader is large and most visits to a date need none.
const PdfViewer = lazy(() => import('./PdfViewer.tsx').then((module) => ({ default: module.PdfViewer })));

/** The control sheet of a date: looked at, printed, saved. */
export function SheetDialog(props: {
  /** What the date is called. */
  readonly about: string;
  readonly queryKey: readonly unknown[];
  readonly make: (language: 'zh-CN' | 'en') => Promise<{ token: string; fileName: string }>;
  readonly onClose: () => void;
}) {
  const { about, queryKey, onClose } = props;
  const { t, i18n } = useTranslation('case');
  const { fail, say } = useNotices();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const make = () => props.make(language);
  const made = useQuery({
    queryKey: [...queryKey, language] as const,
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
      const { printPdf } = await import('./pdf.ts');
      await printPdf(pdf, 1, { signal: new AbortController().signal, onPage: () => undefined });
    } catch (error) {
      fail(error);
    }
  };
  const title = `${t('dates.receipt')} · ${about}`;
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={860} destroyOnHidden>
      <div className="control-sheet">
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
