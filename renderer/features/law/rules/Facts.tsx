import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { citation, type LegalSource, type RuleDefinition } from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** How surely an entry is known, and what of it is still to be checked. */
export function Known({ of }: { of: Pick<RuleDefinition, 'status' | 'doubts'> }) {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  return (
    <Fact name={t('known')}>
      {tc(`verification.${of.status}.help`)}
      {of.doubts.map(({ text }) => (
        <p key={text.zh} className="gd-check gd-amber">
          {pick(text)}
        </p>
      ))}
    </Fact>
  );
}

/** Article and version of each text. */
export function Sources({ sources }: { sources: readonly LegalSource[] }) {
  const pick = useBilingual();
  const text = useSourceText();
  return sources.map((source) => (
    <p key={`${source.instrument.zh} ${source.article}`}>
      {pick(citation(source))} <span className="quiet">{text.version(source.version)}</span>
    </p>
  ));
}
