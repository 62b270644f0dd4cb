import type { AidKind } from '../../../shared/features/legal-aid/aid.schemas.ts';

/** The step of legal aid that tells of an event: entered there, its day is recorded with all that belongs to it. */
const stepOf: Readonly<Record<string, AidKind>> = {
  'aid-applied': 'application',
  'aid-supplement-requested': 'application',
  'aid-supplemented': 'application',
  'aid-deemed-withdrawn': 'application',
  'aid-urgent': 'application',
  'aid-granted': 'decision',
  'aid-refused': 'decision',
  'aid-terminated': 'decision',
  'aid-objected': 'objection',
  'aid-objection-upheld': 'objection',
  'aid-objection-refused': 'objection',
  'aid-assigned': 'assignment',
  'aid-urgent-assigned': 'assignment',
  'aid-lawyer-changed': 'assignment',
  'aid-signed': 'engagement',
  'aid-result-received': 'closing',
  'aid-file-submitted': 'closing',
  'aid-closed': 'closing',
};

/** Null: an event of another procedure. */
export const aidStepOf = (event: string): AidKind | null => stepOf[event] ?? null;
