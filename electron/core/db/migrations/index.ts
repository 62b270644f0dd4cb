import type { Migration } from 'kysely/migration';
import { officeAndCases } from './0010-office-and-cases.ts';
import { lawDataAndConfirmations } from './0020-law-data-and-confirmations.ts';
import { sidesAndLinks } from './0030-sides-and-links.ts';
import { recordVersions } from './0040-record-versions.ts';
import { everyTrack } from './0050-every-track.ts';
import { claimItemsAndWages } from './0060-claim-items-and-wages.ts';
import { users } from './0070-users.ts';
import { people } from './0071-people.ts';
import { enquiries } from './0072-enquiries.ts';
import { searchAndUndo } from './0080-search-and-undo.ts';
import { particulars } from './0090-particulars.ts';
import { guardian } from './0095-guardian.ts';
import { families } from './0100-families.ts';
import { groups } from './0110-groups.ts';
import { boardAndHearings } from './0120-board-and-hearings.ts';
import { enquiriesAndParties } from './0125-enquiries-and-parties.ts';
import { outcomes } from './0130-outcomes.ts';
import { tasksAndNotes } from './0150-tasks-and-notes.ts';
import { keptParticulars } from './0170-kept-particulars.ts';
import { taskOrder } from './0170-task-order.ts';
import { legalAid } from './0180-legal-aid.ts';
import { caseSight } from './0181-case-sight.ts';
import { editing } from './0190-editing.ts';
import { faceAndTemplates } from './0200-face-and-templates.ts';
import { wagesAndParticularsBack } from './0210-wages-and-particulars-back.ts';
import { searchFill } from './0211-search-fill.ts';
import { filtersBack } from './0216-filters-back.ts';
import { aidVisitRule } from './0221-aid-visit-rule.ts';
import { aidLists } from './0224-aid-lists.ts';
import { batches } from './0225-batches.ts';
import { recovered } from './0234-recovered.ts';
import { aidPages } from './0235-aid-pages.ts';
import { oneDayOfPayment } from './0250-one-day-of-payment.ts';

/** Frozen once released; a new one always goes at the end, because a database refuses one between two it has. */
export const migrations: Record<string, Migration> = {
  '0010-office-and-cases': officeAndCases,
  '0020-law-data-and-confirmations': lawDataAndConfirmations,
  '0030-sides-and-links': sidesAndLinks,
  '0040-record-versions': recordVersions,
  '0050-every-track': everyTrack,
  '0060-claim-items-and-wages': claimItemsAndWages,
  '0070-users': users,
  '0071-people': people,
  '0072-enquiries': enquiries,
  '0080-search-and-undo': searchAndUndo,
  '0090-particulars': particulars,
  '0095-guardian': guardian,
  '0100-families': families,
  '0110-groups': groups,
  '0120-board-and-hearings': boardAndHearings,
  '0125-enquiries-and-parties': enquiriesAndParties,
  '0130-outcomes': outcomes,
  '0150-tasks-and-notes': tasksAndNotes,
  '0170-kept-particulars': keptParticulars,
  '0170-task-order': taskOrder,
  '0180-legal-aid': legalAid,
  '0181-case-sight': caseSight,
  '0190-editing': editing,
  '0200-face-and-templates': faceAndTemplates,
  '0210-wages-and-particulars-back': wagesAndParticularsBack,
  '0211-search-fill': searchFill,
  '0216-filters-back': filtersBack,
  '0221-aid-visit-rule': aidVisitRule,
  '0224-aid-lists': aidLists,
  '0225-batches': batches,
  '0234-recovered': recovered,
  '0235-aid-pages': aidPages,
  '0250-one-day-of-payment': oneDayOfPayment,
};
