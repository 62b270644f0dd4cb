import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState, Loading } from '../../ui/DataState.tsx';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import { usePartiesText } from '../cases/parties.ts';
import { ImportSheet } from '../import/ImportSheet.tsx';
import { WorkTab } from '../tasks/WorkTab.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import { CaseHeader } from './CaseHeader.tsx';
import './case.css';
import { fileQuery } from './case.queries.ts';
import { importSheet } from './case.search.ts';
import { type CaseTab, caseTabs } from './field-link.ts';
import { CaseSheets } from './sheets/CaseSheets.tsx';
import { ClaimsTab } from './tabs/ClaimsTab.tsx';
import { DatesTab } from './tabs/DatesTab.tsx';
import { EvidenceTab } from './tabs/EvidenceTab.tsx';
import { HistoryTab } from './tabs/HistoryTab.tsx';
import { OutcomeTab } from './tabs/OutcomeTab.tsx';
import { OverviewTab } from './tabs/OverviewTab.tsx';
import { PartiesTab } from './tabs/PartiesTab.tsx';
import type { TabProps } from './tabs/tab.ts';
import { usePlace } from './use-place.ts';

// The paper viewer brings a large library; it is read when the tab is first opened.
const DocumentsTab = lazy(async () => ({
  default: (await import('../documents/DocumentsTab.tsx')).DocumentsTab,
}));

const bodies: Record<CaseTab, React.ComponentType<TabProps>> = {
  overview: OverviewTab,
  parties: PartiesTab,
  claims: ClaimsTab,
  dates: DatesTab,
  evidence: EvidenceTab,
  documents: DocumentsTab,
  outcome: OutcomeTab,
  work: WorkTab,
  history: HistoryTab,
};

export function CasePage() {
  const place = usePlace();
  const file = useQuery(fileQuery(place.caseId));
  return (
    <DataState query={file} rows={10}>
      {(data) => <LoadedCase key={data.id} file={data} />}
    </DataState>
  );
}

function LoadedCase({ file }: { file: TabProps['file'] }) {
  const { t } = useTranslation('case');
  const place = usePlace();
  const parties = usePartiesText();
  usePageTitle(`${file.number} ${parties(file)}`);
  useUndoKey(file.id);
  const readOnly = file.status === 'closed';
  const Body = bodies[place.tab];
  return (
    <div className="gd-case">
      <CaseHeader file={file} />
      <Tabs
        className="gd-case-tabs"
        activeKey={place.tab}
        onChange={(key) => {
          const tab = caseTabs.find((candidate) => candidate === key);
          if (tab) place.go({ tab });
        }}
        items={caseTabs.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      {readOnly && <p className="gd-readonly">{t('closedNotice')}</p>}
      <div className={`gd-case-body gd-body-${place.tab}`}>
        <Suspense fallback={<Loading />}>
          <Body file={file} readOnly={readOnly} />
        </Suspense>
      </div>
      <CaseSheets file={file} readOnly={readOnly} />
      {place.search.open === importSheet && <ImportSheet caseId={file.id} onClose={place.close} />}
    </div>
  );
}
