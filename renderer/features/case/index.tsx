import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  return <PageHeader title={caseId} />;
}
