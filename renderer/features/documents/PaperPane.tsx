import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, InputNumber, Modal, Space } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { DocumentRecord, PaperWarning } from '../../../shared/features/documents/documents.contract.ts';
import { type FormLayout, formLayouts } from '../../../shared/features/documents/form-warning.ts';
import { useBilingual } from '../../app/i18n.ts';
import { platform } from '../../transport/platform.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { caseKey } from '../case/case.queries.ts';
import { searchOf } from '../case/case.search.ts';
import { resolveField } from '../case/field-link.ts';
import { usePlace } from '../case/use-place.ts';
import './documents.css';
import { Select } from '../../ui/Select.tsx';
import { hasText } from './editing/has-text.ts';
import { Versions } from './editing/Versions.tsx';
import { LayoutOrigin } from './LayoutOrigin.tsx';
import { PdfViewer } from './PdfViewer.tsx';
import { choiceOf, hasLayouts, lackingOf, type PlanEntry, paperKey } from './paper.ts';
import { PaperTopics } from './particulars/PaperTopics.tsx';
import { printPdf } from './pdf.ts';

type Language = DocumentRecord['language'];

/** The paper itself in the middle; what it lacks, and what is known of it, at the right. */
export function PaperPane(props: {
  caseId: string;
  kept: DocumentRecord | null;
  entry: PlanEntry | null;
  language: Language;
  layout: FormLayout;
  onLayout: (layout: FormLayout) => void;
  readOnly: boolean;
  /** Every kept paper of the case, for the versions of this one. */
  papers: readonly DocumentRecord[];
  onShow: (id: string) => void;
  onMake: (entry: PlanEntry, asDraft?: boolean) => void;
  onRemove: (paper: DocumentRecord) => void;
}) {
  const { caseId, kept, entry, language, layout, onLayout, readOnly, papers, onShow, onMake, onRemove } =
    props;
  const layoutId = useId();
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const { fail, say } = useNotices();
  const { t: te } = useTranslation('editing');
  const { go, show } = usePlace();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [full, setFull] = useState(false);
  const [printing, setPrinting] = useState<{ done: number; total: number } | null>(null);
  const [typedCopies, setTypedCopies] = useState<number | null>(null);
  // The plan may come after the paper, and changes with the parties.
  const copies = typedCopies ?? entry?.copies ?? 1;
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  /** The bytes to show or save: a token serves once or expires, so each use asks for its own. */
  const open = async (): Promise<Output<'documents.preview'> | null> => {
    const { client } = platform();
    if (kept)
      return { ...(await client.call('documents.open', { documentId: kept.id })), warnings: kept.warnings };
    if (!entry) return null;
    return client.call('documents.preview', { caseId, paper: choiceOf(entry, layout), language });
  };
  const opened = useQuery({
    // A look goes stale with the case; a kept paper never changes.
    queryKey: kept
      ? (['document', 'bytes', kept.id] as const)
      : ([...caseKey(caseId), 'look', entry ? paperKey(entry) : '', language, layout] as const),
    enabled: kept !== null || entry !== null,
    queryFn: async () => {
      const file = await open();
      if (!file) throw new Error('No paper is chosen');
      return { ...file, blob: await platform().readFile(file.token) };
    },
    gcTime: 60_000,
  });

  if (!kept && !entry) return <EmptyState title={t('choose')} />;
  const shown = entry ?? kept;
  const title = entry ? bilingual(entry.title) : (kept?.fileName ?? '');
  // Only the drawing tells which characters no font has; the plan is not drawn.
  const undrawn = (opened.data?.warnings ?? []).filter((w) => w.code === 'character-missing');
  const warnings = entry ? [...undrawn, ...entry.warnings] : (opened.data?.warnings ?? []);

  const save = async (): Promise<void> => {
    try {
      const file = await open();
      if (!file) return;
      if (await platform().saveFile(file.token, file.fileName)) say(t('saved', { name: file.fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const saveWord = async (): Promise<void> => {
    try {
      const { client } = platform();
      const file = kept
        ? await client.call('word.ofMade', { documentIds: [kept.id] })
        : entry && (await client.call('word.make', { caseId, papers: [choiceOf(entry, layout)], language }));
      if (file && (await platform().saveFile(file.token, file.fileName)))
        say(t('saved', { name: file.fileName }));
    } catch (error) {
      fail(error);
    }
  };
  const print = async (): Promise<void> => {
    if (!pdf) return;
    abort.current = new AbortController();
    setPrinting({ done: 0, total: pdf.numPages });
    try {
      await printPdf(pdf, copies, {
        signal: abort.current.signal,
        onPage: (done, total) => setPrinting({ done, total }),
      });
    } catch (error) {
      fail(error);
    } finally {
      setPrinting(null);
    }
  };
  const viewer = (onOpened?: (doc: PDFDocumentProxy | null) => void) =>
    opened.data ? (
      <PdfViewer data={opened.data.blob} label={title} {...(onOpened ? { onOpened } : {})}>
        {printing ? (
          <span className="tabular" role="status">
            {t('preparing', printing)}{' '}
            <Button size="small" type="text" onClick={() => abort.current?.abort()}>
              {t('cancel')}
            </Button>
          </span>
        ) : (
          <>
            <Button
              size="small"
              icon={<Icon name="print" size={14} />}
              disabled={!pdf}
              onClick={() => void print()}
            >
              {t('print')}
            </Button>
            <InputNumber<number>
              size="small"
              className="gd-copies"
              aria-label={t('printCopies')}
              title={t(entry ? 'printCopiesHelp' : 'printCopiesOwn')}
              min={1}
              max={99}
              precision={0}
              suffix={t('copiesUnit')}
              value={copies}
              onChange={setTypedCopies}
            />
          </>
        )}
        <Space.Compact>
          <Button size="small" onClick={() => void save()}>
            {t('savePdf')}
          </Button>
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                { key: 'word', label: t('saveWord'), onClick: () => void saveWord() },
                { key: 'full', label: t(full ? 'smaller' : 'fullScreen'), onClick: () => setFull(!full) },
              ],
            }}
          >
            <Button size="small" aria-label={t('otherActions')} icon={<Icon name="down" size={14} />} />
          </Dropdown>
        </Space.Compact>
      </PdfViewer>
    ) : opened.isError ? (
      <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />
    ) : (
      <Loading rows={14} />
    );

  return (
    <>
      <div className="gd-docs-paper">{full ? null : viewer(setPdf)}</div>
      <aside className="gd-docs-facts">
        <h2>{title}</h2>
        {!kept && <p className="gd-quiet">{t('notKept')}</p>}
        {entry && hasLayouts(entry.formId) && (
          <label htmlFor={layoutId} className="gd-layout">
            <span className="gd-quiet">{t('layout.label')}</span>
            <Select<FormLayout>
              id={layoutId}
              size="small"
              value={layout}
              onChange={onLayout}
              options={formLayouts.map((value) => ({ value, label: t(`layout.${value}`) }))}
            />
          </label>
        )}
        {entry && !readOnly && (
          <Button type={kept && !kept.outdated ? 'default' : 'primary'} onClick={() => onMake(entry)}>
            {t(kept ? 'makeAgain' : 'makeThis')}
          </Button>
        )}
        {entry && !readOnly && warnings.some((w) => w.severity !== 'advice') && (
          <Button size="small" onClick={() => onMake(entry, true)}>
            {te('asDraft')}
          </Button>
        )}
        {entry && !readOnly && hasText(entry) && (
          <Button
            size="small"
            onClick={() =>
              show({
                kind: 'paper-text',
                id: `${entry.formId}${entry.memberId === null ? '' : `/${entry.memberId}`}${language === 'en' ? '@en' : ''}`,
              })
            }
          >
            {te('edit')}
          </Button>
        )}
        {kept && <Versions caseId={caseId} kept={kept} papers={papers} readOnly={readOnly} onShow={onShow} />}
        {kept && !readOnly && kept.state === 'draft' && (
          <Button danger type="text" size="small" onClick={() => onRemove(kept)}>
            {t('remove')}
          </Button>
        )}
        {kept?.outdated && <p className="note note-amber">{t('outdatedHelp')}</p>}
        {entry && <PaperTopics entry={entry} />}
        <Warnings
          warnings={warnings}
          onGo={(w) => {
            const target = w.field === null ? null : resolveField(w.field);
            if (target) go(searchOf(target));
          }}
        />
        {shown && <LayoutOrigin formId={shown.formId} />}
        {kept && (
          <dl className="gd-facts">
            <dt>{t('fact.pages')}</dt>
            <dd className="tabular">{kept.pages}</dd>
            <dt>{t('fact.size')}</dt>
            <dd className="tabular">{t('kilobytes', { size: Math.ceil(kept.bytes / 1024) })}</dd>
            <dt>{t('fact.made')}</dt>
            <dd className="tabular">
              {instantText(kept.madeAt)} {kept.madeBy}
            </dd>
            <dt>{t('fact.fonts')}</dt>
            <dd>{kept.fonts.join(', ')}</dd>
            <dt>SHA-256</dt>
            <dd className="gd-hash">
              {kept.sha256}
              <button
                type="button"
                className="gd-icon-button"
                aria-label={t('copyHash')}
                title={t('copyHash')}
                onClick={() =>
                  void navigator.clipboard.writeText(kept.sha256).then(() => say(t('hashCopied')), fail)
                }
              >
                <Icon name="copy" size={13} />
              </button>
            </dd>
          </dl>
        )}
      </aside>
      <Modal
        open={full}
        onCancel={() => setFull(false)}
        footer={null}
        title={title}
        width="100%"
        className="gd-full"
        destroyOnHidden
      >
        {full && viewer(setPdf)}
      </Modal>
    </>
  );
}

function Warnings({
  warnings,
  onGo,
}: {
  warnings: readonly PaperWarning[];
  onGo: (warning: PaperWarning) => void;
}) {
  const { t } = useTranslation('documents');
  const bilingual = useBilingual();
  const lacking = lackingOf(warnings);
  if (warnings.length === 0)
    return (
      <p className="gd-green">
        <Icon name="check" size={14} /> {t('noWarnings')}
      </p>
    );
  return (
    <section>
      <h3>{lacking > 0 ? t('warnings', { count: lacking }) : t('advised')}</h3>
      <ul className="plain gd-warnings">
        {warnings.slice(0, 60).map((w) => (
          <li key={`${w.code}${w.field}${w.label.zh}`}>
            <StatusChip tone={w.severity === 'error' ? 'red' : w.severity === 'gap' ? 'amber' : 'neutral'}>
              {t(`severity.${w.severity}`)}
            </StatusChip>
            {w.field !== null && resolveField(w.field) ? (
              <button type="button" className="gd-linkish" onClick={() => onGo(w)}>
                {bilingual(w.label)}
              </button>
            ) : (
              <span>{bilingual(w.label)}</span>
            )}
          </li>
        ))}
      </ul>
      {warnings.length > 60 && <p className="gd-quiet">{t('moreFacts', { count: warnings.length - 60 })}</p>}
    </section>
  );
}
