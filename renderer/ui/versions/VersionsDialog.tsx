import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.tsx';
import type { Merged } from './three-way.ts';
import './versions.css';
import { isSensitive, type Reader } from './words.tsx';

/** `both`: a text that can be put together from the two. */
export type Side = 'mine' | 'theirs' | 'both';

/**
 * Two versions of one record, field by field: what both sides changed is chosen here, by field or as a whole; what only
 * one side changed is taken over and named. Nothing is saved before everything is chosen.
 */
export function VersionsDialog(props: {
  merged: Merged<unknown>;
  reader: Reader;
  onClose: () => void;
  /** What was chosen for each field. */
  onChoose: (sideOf: (path: readonly string[]) => Side) => void;
}) {
  const { merged, reader, onClose, onChoose } = props;
  const { t } = useTranslation('versions');
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [plain, setPlain] = useState(false);
  const { differences, taken } = merged;
  const keyOf = (path: readonly string[]): string => path.join('\n');
  const all = (side: Side): void =>
    setChosen(Object.fromEntries(differences.map((d) => [keyOf(d.path), side])));
  const left = differences.filter((d) => chosen[keyOf(d.path)] === undefined).length;
  const masked = differences.some((d) => isSensitive(d.path));
  return (
    <Modal
      open
      width={860}
      title={t('title')}
      onCancel={onClose}
      cancelText={t('back')}
      okText={left > 0 ? t('left', { count: left }) : t('save')}
      okButtonProps={{ disabled: left > 0 }}
      onOk={() => onChoose((path) => chosen[keyOf(path)] ?? 'mine')}
    >
      <p>{t('lead', { count: differences.length })}</p>
      <div className="versions-bar">
        <Button size="small" onClick={() => all('mine')}>
          {t('allMine')}
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          {t('allTheirs')}
        </Button>
        <span className="gd-spring" />
        {masked && (
          <Button size="small" type="text" onClick={() => setPlain(!plain)}>
            {t(plain ? 'hide' : 'show')}
          </Button>
        )}
      </div>
      <table className="versions">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('mine')}</th>
            <th scope="col">{t('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((d) => {
            const label = reader.label(d.path, d.mine, d.theirs, d.base);
            const key = keyOf(d.path);
            const row = (
              <tr key={key}>
                <th scope="row">
                  {label}
                  <span className="quiet">{t('before', { text: reader.text(d.path, d.base, plain) })}</span>
                </th>
                {(['mine', 'theirs'] as const).map((side) => (
                  <td key={side} data-chosen={chosen[key] === side || undefined}>
                    <Radio
                      checked={chosen[key] === side}
                      onChange={() => setChosen({ ...chosen, [key]: side })}
                      aria-label={t('choice', { field: label, side: t(side) })}
                    >
                      <span className="versions-text">{reader.text(d.path, d[side], plain)}</span>
                    </Radio>
                  </td>
                ))}
              </tr>
            );
            if (!reader.both(d.path)) return row;
            return [
              row,
              <tr key={`${key} both`}>
                <td />
                <td colSpan={2} data-chosen={chosen[key] === 'both' || undefined}>
                  <Radio
                    checked={chosen[key] === 'both'}
                    onChange={() => setChosen({ ...chosen, [key]: 'both' })}
                    aria-label={t('choice', { field: label, side: t('both') })}
                  >
                    {t('both')}
                  </Radio>
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
      {taken.length > 0 && (
        <p className="quiet">
          <Icon name="check" size={13} /> {t('taken', { fields: reader.labels(taken) })}
        </p>
      )}
    </Modal>
  );
}
