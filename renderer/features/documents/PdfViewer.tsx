import { Button } from 'antd';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AbortException, RenderingCancelledException, TextLayer } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { openPdf } from './pdf.ts';
import './documents.css';

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
// One CSS pixel is 1/96 inch, one PDF point 1/72.
export const cssPerPoint = 96 / 72;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A paper on the screen: pages below each other, text that can be selected, crisp at every zoom. */
export function PdfViewer({
  data,
  label,
  onOpened,
  children,
}: {
  readonly data: Blob;
  readonly label: string;
  readonly onOpened?: (pdf: PDFDocumentProxy | null) => void;
  /** Further buttons of the bar. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('documents');
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [sizes, setSizes] = useState<readonly Size[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [zoom, setZoom] = useState<number | 'width'>('width');
  const [width, setWidth] = useState(0);
  const [current, setCurrent] = useState(1);
  const scroll = useRef<HTMLDivElement>(null);
  const opened = useRef(onOpened);
  opened.current = onOpened;

  useEffect(() => {
    let gone = false;
    let document: PDFDocumentProxy | null = null;
    setPdf(null);
    setError(null);
    openPdf(data)
      .then(async (doc) => {
        document = doc;
        const found: Size[] = [];
        for (let n = 1; n <= doc.numPages && !gone; n++) {
          const { width: w, height: h } = (await doc.getPage(n)).getViewport({ scale: cssPerPoint });
          found.push({ width: w, height: h });
        }
        if (gone) return;
        setSizes(found);
        setPdf(doc);
        setCurrent(1);
        opened.current?.(doc);
      })
      .catch((reason: unknown) => {
        if (!gone) setError(reason);
      });
    return () => {
      gone = true;
      opened.current?.(null);
      void document?.loadingTask.destroy();
    };
  }, [data]);

  const measure = useCallback((element: HTMLDivElement | null) => {
    scroll.current = element;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  if (error) return <ErrorState error={error} />;
  const widest = Math.max(1, ...sizes.map((s) => s.width));
  const scale = zoom === 'width' ? Math.min(2, Math.max(0.3, (width - 32) / widest)) : zoom;
  const step = (by: 1 | -1): void => {
    const next = by > 0 ? zooms.find((z) => z > scale + 0.01) : zooms.findLast((z) => z < scale - 0.01);
    if (next) setZoom(next);
  };
  const goTo = (n: number): void => {
    const page = Math.max(1, Math.min(sizes.length, n));
    scroll.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  };
  const track = (): void => {
    const box = scroll.current?.getBoundingClientRect();
    if (!box || !scroll.current) return;
    const pages = [...scroll.current.querySelectorAll<HTMLElement>('[data-page]')];
    const seen = pages.find((p) => p.getBoundingClientRect().bottom > box.top + box.height / 3);
    if (seen) setCurrent(Number(seen.dataset.page));
  };
  return (
    <section className="gd-pdf" aria-label={label}>
      <div className="gd-pdf-bar" role="toolbar" aria-label={t('viewer.bar')}>
        <button
          type="button"
          className="bare"
          aria-label={t('viewer.previous')}
          disabled={current <= 1}
          onClick={() => goTo(current - 1)}
        >
          <Icon name="up" />
        </button>
        <span className="tabular" role="status">
          {t('viewer.page', { page: current, pages: sizes.length || 1 })}
        </span>
        <button
          type="button"
          className="bare"
          aria-label={t('viewer.next')}
          disabled={current >= sizes.length}
          onClick={() => goTo(current + 1)}
        >
          <Icon name="down" />
        </button>
        <span className="gd-pdf-gap" />
        <button type="button" className="bare" aria-label={t('viewer.smaller')} onClick={() => step(-1)}>
          −
        </button>
        <span className="tabular gd-pdf-zoom">{Math.round(scale * 100)}%</span>
        <button type="button" className="bare" aria-label={t('viewer.larger')} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
        <Button size="small" type={zoom === 'width' ? 'link' : 'text'} onClick={() => setZoom('width')}>
          {t('viewer.width')}
        </Button>
        <span className="gd-spring" />
        {children}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <div ref={measure} className="gd-pdf-scroll" tabIndex={0} onScroll={track}>
        {pdf ? (
          sizes.map((size, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            <PdfPage key={i} pdf={pdf} number={i + 1} size={size} scale={scale} root={scroll} />
          ))
        ) : (
          <Loading rows={14} />
        )}
      </div>
    </section>
  );
}

/** One page, drawn when it comes near. The picture stays until that of another paper is whole. */
export function PdfPage({
  pdf,
  number,
  size,
  scale,
  root,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly size: Size;
  readonly scale: number;
  readonly root: React.RefObject<HTMLDivElement | null>;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    // A page and a half around what is seen: scrolling meets no white page, and memory stays small.
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: root.current,
      rootMargin: '150% 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);

  useEffect(() => {
    const element = holder.current;
    if (!near || !element) return;
    let stop: () => void = () => undefined;
    let gone = false;
    pdf.getPage(number).then(
      (page) => {
        if (!gone) stop = paint(page, element, scale);
      },
      (reason: unknown) => {
        // The paper was put away before its page was there.
        if (!gone) throw reason;
      },
    );
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, scale, near]);

  return (
    <div
      ref={holder}
      className="gd-pdf-page"
      data-page={number}
      style={{ width: Math.floor(size.width * scale), height: Math.floor(size.height * scale) }}
    />
  );
}

/** Draws one page and lays its text over it; the old picture stays until the new one is whole. */
function paint(page: PDFPageProxy, element: HTMLElement, scale: number): () => void {
  const viewport = page.getViewport({ scale: scale * cssPerPoint });
  const density = Math.min(3, window.devicePixelRatio || 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  const layer = document.createElement('div');
  layer.className = 'textLayer';
  layer.style.setProperty('--total-scale-factor', String(scale * cssPerPoint));
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
  task.promise
    .then(() => {
      element.replaceChildren(canvas, layer);
      return text.render();
    })
    .catch((reason: unknown) => {
      // The page was left or zoomed while it was being drawn.
      if (!(reason instanceof RenderingCancelledException || reason instanceof AbortException)) throw reason;
    });
  return () => {
    task.cancel();
    text.cancel();
  };
}
