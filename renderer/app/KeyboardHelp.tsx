import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const groups = [
  {
    name: 'everywhere',
    keys: [
      ['Ctrl K', 'palette'],
      ['N', 'newCase'],
      ['?', 'help'],
      ['Esc', 'close'],
    ],
  },
  {
    name: 'list',
    keys: [
      ['↑ ↓', 'move'],
      ['Home End', 'ends'],
      ['Enter', 'open'],
      ['/', 'filter'],
    ],
  },
  {
    name: 'fields',
    keys: [
      ['20260412 · 4.12 · +3', 'dates'],
      ['1.2万 · 5,000', 'amounts'],
    ],
  },
] as const;

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal destroyOnHidden open={open} onCancel={onClose} footer={null} title={t('help.title')} width={520}>
      {groups.map((group) => (
        <section key={group.name} className="help-group">
          <h3>{t(`help.${group.name}`)}</h3>
          <dl>
            {group.keys.map(([keys, name]) => (
              <div key={name}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{t(`help.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
