import { type ReactNode, useState } from 'react';
import { Icon } from '../../../ui/icons.tsx';

/** Opens by itself when something inside needs attention; a person may always open or close it. */
export function Fold(props: { title: string; note: string | null; open: boolean; children: ReactNode }) {
  const { title, note, open: wanted, children } = props;
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Once open it stays so: a field must not vanish while it is being emptied.
  const [seen, setSeen] = useState(wanted);
  if (wanted && !seen) setSeen(true);
  const open = chosen ?? (wanted || seen);
  return (
    <section className="calc-fold">
      <button type="button" aria-expanded={open} onClick={() => setChosen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={13} />
        {title}
        {note && <span className="quiet">{note}</span>}
      </button>
      {open && <div className="calc-fold-body">{children}</div>}
    </section>
  );
}
