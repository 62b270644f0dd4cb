import type { ItemOverlap } from '../../../../shared/features/claims/claim-items.rules.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { Icon } from '../../../ui/icons.tsx';

/** What the law says of items beside each other: excluded, to be checked, or allowed both. */
export function Overlaps({
  overlaps,
}: {
  overlaps: readonly Pick<ItemOverlap, 'code' | 'severity' | 'text' | 'source'>[];
}) {
  const bilingual = useBilingual();
  const source = useSourceText();
  return overlaps.map((o, i) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: one rule may meet two pairs of items
      key={`${o.code} ${i}`}
      className={
        o.severity === 'block' ? 'note note-red' : o.severity === 'warn' ? 'note note-amber' : 'note'
      }
      role={o.severity === 'block' ? 'alert' : undefined}
    >
      {o.severity !== 'note' && <Icon name="warning" size={13} />} {bilingual(o.text)}
      {o.source && <span className="quiet"> {source.cite(o.source)}</span>}
    </p>
  ));
}
