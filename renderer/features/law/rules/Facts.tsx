import type { ReactNode } from 'react';
import { citation, type LegalSource } from '../../../../shared/law/index.ts';
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
