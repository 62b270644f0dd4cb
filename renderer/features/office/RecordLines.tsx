import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';

/** One kind of the office's own records: what they are for, and a line for each. */
export function Part({
  title,
  lead,
  none,
  empty,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{lead}</p>
      {empty && <p className="quiet">{none}</p>}
      {children}
    </section>
  );
}

/** A line that goes at once and comes back at a key; on what others rest, it asks first. */
export function Line(props: {
  readonly name: string;
  readonly undoText: string;
  /** False when it is to stay after all. */
  readonly mayGo?: () => Promise<boolean>;
  readonly setGone: (gone: boolean) => Promise<unknown>;
  readonly onEdit?: () => void;
  readonly children: ReactNode;
}) {
  const { name, undoText, mayGo, setGone, onEdit, children } = props;
  const { t: tc } = useTranslation('case');
  const { t: th } = useTranslation('hearings');
  const { fail, undoable } = useNotices();
  const mayWrite = useMay('case.write');
  const go = async (): Promise<void> => {
    try {
      if (mayGo && !(await mayGo())) return;
      await setGone(true);
      undoable(undoText, () => setGone(false));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <li>
      {children}
      <span className="gd-spring" />
      {mayWrite && onEdit && (
        <Button size="small" type="text" aria-label={`${th('rooms.change')} ${name}`} onClick={onEdit}>
          {th('rooms.change')}
        </Button>
      )}
      {mayWrite && (
        <button
          type="button"
          className="bare"
          aria-label={`${tc('action.remove')} ${name}`}
          onClick={() => void go()}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
}
