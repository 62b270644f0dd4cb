import { useTranslation } from 'react-i18next';
import type { ProvisionDefinition } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { VerificationChip } from '../../../ui/WorkingSheet.tsx';
import { useBearerName } from '../../cases/names.ts';
import { Fact, Known, Sources } from './Facts.tsx';

/** A rule without a limit of its own: what it says and where. */
export function ProvisionSheet({ provision }: { provision: ProvisionDefinition }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const bearer = useBearerName();
  return (
    <article className="rule" aria-labelledby="rule-title">
      <header>
        <h2 id="rule-title">{pick(provision.title)}</h2>
        <VerificationChip status={provision.status} />
      </header>
      <p className="provision-text">{pick(provision.text)}</p>
      <dl className="facts">
        {provision.trigger && <Fact name={t('trigger')}>{pick(provision.trigger.words)}</Fact>}
        {provision.bearer && <Fact name={t('bearer')}>{bearer(provision.bearer)}</Fact>}
        {provision.ifMissed && <Fact name={t('ifMissed')}>{pick(provision.ifMissed)}</Fact>}
        <Fact name={t('example')}>{pick(provision.example)}</Fact>
        <Fact name={t('source')}>
          <Sources sources={[provision.source, ...provision.furtherSources]} />
        </Fact>
        <Known of={provision} />
        {provision.tracks.length > 0 && (
          <Fact name={t('tracks')}>
            {provision.tracks.map((track) => t(`track.${track}`)).join(t('calc.listComma'))}
          </Fact>
        )}
        {provision.notes.length > 0 && (
          <Fact name={t('notes')}>
            {provision.notes.map((note) => (
              <p key={note.zh}>{pick(note)}</p>
            ))}
          </Fact>
        )}
      </dl>
    </article>
  );
}
