import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRecord } from '../../../../shared/features/documents/documents.contract.ts';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip, type Tone } from '../../../ui/StatusChip.tsx';
import { instantText } from '../../../ui/today.ts';
import { caseKey } from '../../case/case.queries.ts';
import { usePlace } from '../../case/use-place.ts';
import { useUndoOffer } from '../../undo/use-undo.ts';
import './editing.css';

const tones: Record<DocumentRecord['state'], Tone> = { draft: 'neutral', final: 'green', served: 'green' };

/** What becomes of a paper once it is made: its versions, final, served, corrected. */
export function Versions({
  caseId,
  kept,
  papers,
  readOnly,
  onShow,
}: {
  caseId: string;
  kept: DocumentRecord;
  papers: readonly DocumentRecord[];
  readOnly: boolean;
  onShow: (id: string) => void;
}) {
  const { t } = useTranslation('editing');
  const { show } = usePlace();
  const { fail, say } = useNotices();
  const offer = useUndoOffer();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'gaps' | 'correct' | null>(null);
  const [reason, setReason] = useState('');
  const own = papers
    .filter((p) => p.formId === kept.formId && p.memberId === kept.memberId && p.language === kept.language)
    .sort((a, b) => b.versionNo - a.versionNo);
  const before = own.find((p) => p.versionNo < kept.versionNo);
  const instead = own.find((p) => p.id === kept.predecessorId);
  // One correction at a time: two papers in the place of one would contradict each other.
  const successor = own.find((p) => p.predecessorId === kept.id);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
    } catch (error) {
      fail(error);
    }
  };
  const finalise = async (acceptGaps: boolean): Promise<void> => {
    setAsking(null);
    try {
      await platform().client.call('documents.finalise', { caseId, documentIds: [kept.id], acceptGaps });
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      say(t('finalised', { no: kept.versionNo }));
    } catch (error) {
      if (failureOf(error).details?.rule === 'paper-has-gaps') setAsking('gaps');
      else fail(error);
    }
  };
  const correct = (): Promise<void> => {
    setAsking(null);
    return run(async () => {
      const { document } = await platform().client.call('documents.correct', {
        caseId,
        documentId: kept.id,
        reason,
      });
      setReason('');
      onShow(document.id);
    });
  };
  const unserve = (serviceId: string, name: string): Promise<void> =>
    run(async () => {
      offer(
        t('unserved', { name }),
        await platform().client.call('documents.unserve', { caseId, serviceId }),
      );
    });
  return (
    <section className="gd-versions">
      <h3>{t('version')}</h3>
      <p>
        <StatusChip tone={tones[kept.state]} {...(kept.state === 'draft' ? {} : { icon: 'check' as const })}>
          {t(`states.${kept.state}`)}
        </StatusChip>{' '}
        <span className="tabular">{t('versionNo', { no: kept.versionNo })}</span>
        {kept.marked && <span className="gd-amber"> {t('marked')}</span>}
      </p>
      {kept.finalisedAt && (
        <p className="gd-quiet tabular">
          {t('finalisedBy', { at: instantText(kept.finalisedAt).slice(0, 16), who: kept.finalisedBy ?? '' })}
        </p>
      )}
      {instead && (
        <p className="gd-quiet">
          <button type="button" className="gd-linkish" onClick={() => onShow(instead.id)}>
            {t('insteadOf', { no: instead.versionNo })}
          </button>
          {kept.reason && t('withReason', { reason: kept.reason })}
        </p>
      )}
      {successor && (
        <p className="gd-quiet">
          <button type="button" className="gd-linkish" onClick={() => onShow(successor.id)}>
            {t(successor.state === 'draft' ? 'correctedBy' : 'replacedBy', { no: successor.versionNo })}
          </button>
        </p>
      )}
      {kept.services.length > 0 && (
        <ul className="plain gd-services">
          {kept.services.map((s) => (
            <li key={s.id}>
              <span>{s.recipient}</span>
              <span className="gd-quiet tabular">
                {t(`routes.${s.route}`)} {s.servedOn}
              </span>
              {!readOnly && (
                <button
                  type="button"
                  className="gd-linkish"
                  aria-label={`${t('takeBack')} ${s.recipient}`}
                  onClick={() => void unserve(s.id, s.recipient)}
                >
                  {t('takeBack')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className="gd-version-acts">
          {kept.state === 'draft' ? (
            <Button
              size="small"
              disabled={kept.marked || kept.outdated}
              title={kept.marked ? t('markedHelp') : kept.outdated ? t('outdatedHelp') : ''}
              onClick={() => void finalise(false)}
            >
              {t('finalise')}
            </Button>
          ) : (
            <>
              <Button size="small" onClick={() => show({ kind: 'paper-serve', id: kept.id })}>
                {t('serve')}
              </Button>
              {!successor && (
                <Button size="small" onClick={() => setAsking('correct')}>
                  {t('correct')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      <div className="gd-version-acts">
        {before && (
          <Button
            size="small"
            type="text"
            onClick={() => show({ kind: 'paper-compare', id: `${before.id}/${kept.id}` })}
          >
            {t('compareWith', { no: before.versionNo })}
          </Button>
        )}
        {kept.outdated && (
          <Button size="small" type="text" onClick={() => show({ kind: 'paper-compare', id: kept.id })}>
            {t('compareToday')}
          </Button>
        )}
      </div>
      {own.length > 1 && (
        <ul className="plain gd-version-list">
          {own.slice(0, 12).map((p) => (
            <li key={p.id}>
              <button
                type="button"
                className="gd-linkish"
                aria-current={p.id === kept.id}
                onClick={() => onShow(p.id)}
              >
                {t('versionNo', { no: p.versionNo })}
              </button>
              <span className="gd-quiet tabular">
                {instantText(p.madeAt).slice(5, 16)} {t(`states.${p.state}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={asking === 'gaps'}
        title={t('gapsTitle')}
        okText={t('finaliseWithGaps')}
        onOk={() => void finalise(true)}
        onCancel={() => setAsking(null)}
      >
        <p>{t('gapsText')}</p>
      </Modal>
      <Modal
        open={asking === 'correct'}
        title={t('correctTitle')}
        okText={t('correct')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        onOk={() => void correct()}
        onCancel={() => setAsking(null)}
      >
        <p>{t('correctText')}</p>
        <Input
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={300}
          onChange={(e) => setReason(e.target.value)}
        />
      </Modal>
    </section>
  );
}
