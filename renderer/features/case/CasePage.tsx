import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { DataState, Loading } from '../../ui/DataState.tsx';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import { usePartiesText } from '../cases/parties.ts';
import { ImportSheet } from '../import/ImportSheet.tsx';
import { AidTab } from '../legal-aid/AidTab.tsx';
import { WorkTab } from '../tasks/WorkTab.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import { CaseHeader } from './CaseHeader.tsx';
import './case.css';
import { fileQuery, groupQuery } from './case.queries.ts';
import { importSheet } from './case.search.ts';
import { familyQuery } from './family/family.queries.ts';
import { type CaseTab, caseTabs } from './field-link.ts';
import { GroupTab } from './group/GroupTab.tsx';
import { HearingsTab } from './hearings/HearingsTab.tsx';
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
  group: GroupTab,
  overview: OverviewTab,
  parties: PartiesTab,
  claims: ClaimsTab,
  dates: DatesTab,
  hearings: HearingsTab,
  evidence: EvidenceTab,
  documents: DocumentsTab,
  outcome: OutcomeTab,
  aid: AidTab,
  work: WorkTab,
  history: HistoryTab,
};

export function CasePage() {
  const place = usePlace();
  const file = useQuery(fileQuery(place.caseId));
  // Asked for together with the case, not after it: with hundreds of workers it takes the longest.
  useQuery({ ...groupQuery(place.caseId), enabled: place.tab === 'group' });
  return (
    <DataState query={file} rows={10}>
      {(data) => <LoadedCase key={data.id} file={data} />}
    </DataState>
  );
}

/** Two workers and more are a group; one who works alone needs no matrix. */
function isGroup(file: TabProps['file']): boolean {
  return (file.applicantSide === 'unit' ? file.respondentCount : file.applicantCount) > 1;
}

function LoadedCase({ file }: { file: TabProps['file'] }) {
  const { t } = useTranslation('case');
  const { t: tg } = useTranslation('group');
  const place = usePlace();
  const parties = usePartiesText();
  usePageTitle(`${file.number} ${parties(file)}`);
  const mayWrite = useMay('case.write');
  useUndoKey(file.id, mayWrite, place.tab === 'work' ? 'task-lists' : undefined);
  const readOnly = file.status === 'closed' || !mayWrite;
  const family = useQuery({ ...familyQuery(file.id), enabled: file.track !== 'legal-aid' });
  const hasAid =
    file.track === 'legal-aid' || (family.data?.cases.some((c) => c.track === 'legal-aid') ?? false);
  const Body = bodies[place.tab];
  return (
    <div className="gd-case">
      <CaseHeader file={file} mayWrite={mayWrite} />
      <Tabs
        className="gd-case-tabs"
        activeKey={place.tab}
        onChange={(key) => {
          const tab = caseTabs.find((candidate) => candidate === key);
          if (tab) place.go({ tab });
        }}
        items={caseTabs
          .filter((key) => key !== 'group' || isGroup(file) || place.tab === 'group')
          .filter((key) => key !== 'aid' || hasAid || place.tab === 'aid')
          .map((key) => ({ key, label: key === 'group' ? tg('tab') : t(`tab.${key}`) }))}
      />
      {readOnly && <p className="gd-readonly">{t(mayWrite ? 'closedNotice' : 'readerNotice')}</p>}
      <div className={`gd-case-body gd-body-${place.tab}`}>
        <Suspense fallback={<Loading />}>
          <Body file={file} readOnly={readOnly} />
        </Suspense>
      </div>
      <CaseSheets file={file} readOnly={readOnly} />
      {!readOnly && place.search.open === importSheet && (
        <ImportSheet caseId={file.id} onClose={place.close} />
      )}
    </div>
  );
}
