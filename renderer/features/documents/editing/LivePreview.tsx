import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../../ui/DataState.tsx';
import { cssPerPoint, PdfPage, type Size } from '../PdfViewer.tsx';
import { openPdf } from '../pdf.ts';
import type { Live } from './use-live.ts';

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Of every page: a paper lies one way throughout. In CSS pixels. */
  readonly size: Size;
}

/** The paper beside the text. The last picture stays until the new one is whole, and so does the place one reads. */
export function LivePreview({
  live,
  error,
  onRetry,
  label,
}: {
  readonly live: Live | null;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly label: string;
}) {
  const { t } = useTranslation('editing');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [width, setWidth] = useState(0);
  const scroll = useRef<HTMLDivElement | null>(null);
  const blob = live?.blob ?? null;

  useEffect(() => {
    if (!blob) return;
    let gone = false;
    void openPdf(blob).then(async (pdf) => {
      const { width: w, height: h } = (await pdf.getPage(1)).getViewport({ scale: cssPerPoint });
      if (gone) void pdf.loadingTask.destroy();
      else setOpened({ pdf, size: { width: w, height: h } });
    });
    return () => {
      gone = true;
    };
  }, [blob]);
  const { pdf } = opened ?? {};
  useEffect(() => () => void pdf?.loadingTask.destroy(), [pdf]);

  const measure = useCallback((element: HTMLDivElement | null) => {
    scroll.current = element;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const places = live?.places ?? [];
  const [first] = places;
  const target = first ? `${first.page} ${Math.round(first.top)}` : null;
  useEffect(() => {
    if (target === null || !opened) return;
    const box = scroll.current;
    const mark = box?.querySelector('.gd-live-mark');
    if (!box || !mark) return;
    const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
    // Only a paragraph out of sight moves the page: whoever reads elsewhere on it is left there.
    if (inner.bottom < outer.top || inner.top > outer.bottom)
      box.scrollTop += inner.top - outer.top - outer.height / 3;
  }, [target, opened]);

  if (error && !live) return <ErrorState error={error} onRetry={onRetry} />;
  const scale = opened ? Math.min(2, Math.max(0.3, (width - 4) / opened.size.width)) : 1;
  return (
    <section className="gd-live" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <div ref={measure} className="gd-live-scroll" tabIndex={0}>
        {opened ? (
          Array.from({ length: opened.pdf.numPages }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            <div key={i} className="gd-live-page">
              <PdfPage pdf={opened.pdf} number={i + 1} size={opened.size} scale={scale} root={scroll} />
              {places
                .filter((p) => p.page === i)
                .map((p) => (
                  <div
                    key={p.top}
                    className="gd-live-mark"
                    style={{
                      top: p.top * cssPerPoint * scale,
                      height: (p.bottom - p.top) * cssPerPoint * scale,
                    }}
                  />
                ))}
            </div>
          ))
        ) : (
          <Loading rows={14} />
        )}
      </div>
      <p className="gd-live-foot gd-quiet tabular" role="status">
        {live ? t('pages', { count: live.pages }) : ''}
      </p>
    </section>
  );
}
