import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { BinTab } from '../undo/BinTab.tsx';
import { AuditTab } from './AuditTab.tsx';
import { DataTab } from './DataTab.tsx';
import { HearingsTab } from './HearingsTab.tsx';
import { LawDataTab } from './LawDataTab.tsx';
import './office.css';
import { PapersTab } from './papers/PapersTab.tsx';
import { SecurityTab } from './SecurityTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';
import { ThisComputerTab } from './ThisComputerTab.tsx';
import { type OfficeTab, officeTabs } from './tabs.ts';
import { UsersTab } from './users/UsersTab.tsx';

const tabs = {
  settings: SettingsTab,
  papers: PapersTab,
  hearings: HearingsTab,
  computer: ThisComputerTab,
  security: SecurityTab,
  users: UsersTab,
  law: LawDataTab,
  data: DataTab,
  bin: BinTab,
  record: AuditTab,
} as const satisfies Record<OfficeTab, () => React.ReactNode>;

export function OfficePage() {
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const { tab } = useSearch({ from: '/office' });
  const navigate = useNavigate();
  const admin = useMay('office.admin');
  const names = officeTabs.filter((name) => admin || name !== 'users');
  return (
    <>
      <PageHeader title={tc('nav.office')} />
      <Tabs
        className="office-tabs"
        activeKey={names.find((name) => name === tab) ?? 'settings'}
        onChange={(key) => void navigate({ to: '/office', search: { tab: key } })}
        destroyOnHidden
        items={names.map((name) => {
          const Content = tabs[name];
          return { key: name, label: t(`tab.${name}`), children: <Content /> };
        })}
      />
    </>
  );
}
