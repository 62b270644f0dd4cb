import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { topicOf } from '../../../../shared/features/documents/particulars/topics.ts';
import { useKept } from '../../../ui/versions/use-kept.ts';
import { RecordGone } from '../../../ui/versions/use-meeting.tsx';
import { ParticularsSheet } from '../../documents/particulars/ParticularsSheet.tsx';
import {
  claimsQuery,
  evidenceQuery,
  groupQuery,
  hearingsQuery,
  membersQuery,
  particularsQuery,
  predatesQuery,
} from '../case.queries.ts';
import { GroupItemSheet } from '../claims/GroupItemSheet.tsx';
import { ItemSheet } from '../claims/ItemSheet.tsx';
import { WagesSheet } from '../claims/WagesSheet.tsx';
import { PredateSheet } from '../dates/PredateSheet.tsx';
import { ClosingSheet } from '../family/ClosingSheet.tsx';
import { ContinueSheet } from '../family/ContinueSheet.tsx';
import { LinksSheet } from '../family/LinksSheet.tsx';
import { newId, parseOpen } from '../field-link.ts';
import { HearingSheet } from '../hearings/HearingSheet.tsx';
import { MinutesSheet } from '../hearings/MinutesSheet.tsx';
import { OutcomeSheets } from '../outcome/OutcomeSheets.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { CaseSheet } from './CaseSheet.tsx';
import { EventSheet } from './EventSheet.tsx';
import { EvidenceSheet } from './EvidenceSheet.tsx';
import { UnitClaimsSheet, WitnessesSheet } from './ListSheets.tsx';
import { MemberSheet } from './MemberSheet.tsx';
import { AgentSheet, RespondentSheet } from './PartySheets.tsx';
import { RepresentativesSheet } from './RepresentativesSheet.tsx';

// The paper viewer brings a large library; it is read when a sheet about papers is first opened.
const EditingSheets = lazy(async () => ({
  default: (await import('../../documents/editing/EditingSheets.tsx')).EditingSheets,
}));

/** The sheet that the address asks for; none when its record is gone. */
export function CaseSheets({ file, readOnly }: TabProps) {
  const { search } = usePlace();
  const open = parseOpen(search.open);
  const members = useQuery({
    ...membersQuery(file.id),
    enabled: ['member', 'item', 'wages', 'group-item', 'particulars'].includes(open?.kind ?? ''),
  });
  const matrix = useQuery({ ...groupQuery(file.id), enabled: open?.kind === 'representatives' });
  const particulars = useQuery({ ...particularsQuery(file.id), enabled: open?.kind === 'particulars' });
  const evidence = useQuery({ ...evidenceQuery(file.id), enabled: open?.kind === 'evidence' });
  const hearings = useQuery({
    ...hearingsQuery(file.id),
    enabled: open?.kind === 'hearing' || open?.kind === 'minutes' || open?.kind === 'predate',
  });
  const predates = useQuery({ ...predatesQuery(file.id), enabled: open?.kind === 'predate' });
  const claims = useQuery({
    ...claimsQuery(file.id),
    enabled: open?.kind === 'item' || open?.kind === 'group-item',
  });
  const kept = useKept(search.open ?? '');
  if (!open) return null;
  const isNew = open.id === newId;
  const sheet = (): ReactNode => {
    switch (open.kind) {
      case 'case':
        return <CaseSheet file={file} readOnly={readOnly} />;
      case 'aid':
        // The tab's own dialog.
        return null;
      case 'closing':
        return <ClosingSheet file={file} />;
      case 'links':
        return <LinksSheet file={file} />;
      case 'continue':
        return <ContinueSheet key={open.id} file={file} routeId={open.id} />;
      case 'unitClaims':
        return <UnitClaimsSheet file={file} readOnly={readOnly} />;
      case 'witnesses':
        return <WitnessesSheet file={file} readOnly={readOnly} />;
      case 'representatives':
        return matrix.data ? (
          <RepresentativesSheet file={file} matrix={matrix.data} readOnly={readOnly} />
        ) : null;
      case 'group-item':
        return members.data ? (
          <GroupItemSheet file={file} members={members.data} readOnly={readOnly} />
        ) : null;
      case 'wages': {
        const member = kept.keep(members.data?.find((m) => m.id === open.id));
        return member ? <WagesSheet key={open.id} file={file} member={member} readOnly={readOnly} /> : null;
      }
      case 'item': {
        const item = kept.keep(claims.data?.members.flatMap((m) => m.items).find((i) => i.id === open.id));
        const memberId = item?.memberId ?? open.id.slice(newId.length + 1);
        const claim = claims.data?.members.find((m) => m.memberId === memberId);
        return claim && (item || open.id.startsWith(newId)) ? (
          <ItemSheet key={open.id} file={file} claim={claim} item={item ?? null} readOnly={readOnly} />
        ) : null;
      }
      case 'member': {
        const member = kept.keep(members.data?.find((m) => m.id === open.id));
        return members.data && (isNew || member) ? (
          <MemberSheet
            key={open.id}
            file={file}
            member={member ?? null}
            like={members.data[0] ?? null}
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'respondent': {
        const record = kept.keep(file.respondents.find((r) => r.id === open.id));
        return open.id.startsWith(newId) || record ? (
          <RespondentSheet
            key={open.id}
            file={file}
            record={record ?? null}
            capacity={open.id.slice(newId.length + 1)}
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'agent': {
        const record = kept.keep(file.agents.find((a) => a.id === open.id));
        return open.id.startsWith(newId) || record ? (
          <AgentSheet
            key={open.id}
            file={file}
            record={record ?? null}
            principal={open.id.slice(newId.length + 1)}
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'evidence': {
        const record = kept.keep(evidence.data?.find((e) => e.id === open.id));
        return evidence.data && (isNew || record) ? (
          <EvidenceSheet key={open.id} file={file} record={record ?? null} readOnly={readOnly} />
        ) : null;
      }
      case 'particulars': {
        const [topicId = '', memberId = null] = open.id.split('/');
        const topic = topicOf(topicId);
        return topic && particulars.data && (memberId === null || members.data) ? (
          <ParticularsSheet
            key={open.id}
            caseId={file.id}
            topic={topic}
            memberId={memberId}
            memberName={
              [...(members.data ?? []), ...file.respondents].find((one) => one.id === memberId)?.name ?? null
            }
            stored={particulars.data.find((p) => p.topic === topicId && p.memberId === memberId) ?? null}
            inherited={
              topic.scope === 'respondent'
                ? (particulars.data.find((p) => p.topic === topicId && p.memberId === null) ?? null)
                : null
            }
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'paper-text':
      case 'paper-check':
      case 'paper-compare':
      case 'paper-serve':
        return (
          <Suspense fallback={null}>
            <EditingSheets file={file} readOnly={readOnly} open={{ kind: open.kind, id: open.id }} />
          </Suspense>
        );
      case 'outcome':
      case 'payment':
        return <OutcomeSheets file={file} readOnly={readOnly} open={open} />;
      case 'hearing': {
        const record = kept.keep(hearings.data?.find((h) => h.id === open.id));
        return hearings.data && (open.id.startsWith(newId) || record) ? (
          <HearingSheet
            key={open.id}
            file={file}
            record={record ?? null}
            date={open.id.slice(newId.length + 1)}
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'minutes': {
        const hearing = kept.keep(hearings.data?.find((h) => h.id === open.id));
        return hearing ? (
          <MinutesSheet key={open.id} file={file} hearing={hearing} readOnly={readOnly} />
        ) : null;
      }
      case 'predate': {
        const record = kept.keep(predates.data?.find((p) => p.id === open.id));
        return predates.data && hearings.data && (open.id.startsWith(newId) || record) ? (
          <PredateSheet
            key={open.id}
            file={file}
            record={record ?? null}
            others={predates.data}
            hearings={hearings.data}
            anchor={open.id.slice(newId.length + 1)}
            readOnly={readOnly}
          />
        ) : null;
      }
      case 'event': {
        const record = kept.keep(file.events.find((e) => e.id === open.id));
        const type = open.id.startsWith(`${newId}:`) ? open.id.slice(newId.length + 1) : '';
        return record || open.id.startsWith(newId) ? (
          <EventSheet key={open.id} file={file} record={record ?? null} type={type} readOnly={readOnly} />
        ) : null;
      }
    }
  };
  // Drawn first: it tells whether the record is still there.
  const drawn = sheet();
  return <RecordGone value={kept.gone()}>{drawn}</RecordGone>;
}
