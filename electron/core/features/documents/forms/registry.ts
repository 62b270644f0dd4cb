import { type FormId, formIds } from '../../../../../shared/features/documents/form-ids.ts';
import type { FormDefinition } from './definition.ts';
import { commissionForms } from './parts/commission.ts';
import { courtForms } from './parts/court.ts';
import { legalAidForms } from './parts/legal-aid.ts';
import { mediationForms } from './parts/mediation.ts';
import { officeForms } from './parts/offices.ts';
import { partyForms } from './parts/parties.ts';

/** The filing documents by id. */
export const forms: Readonly<Record<FormId, FormDefinition>> = {
  ...partyForms,
  ...mediationForms,
  ...commissionForms,
  ...courtForms,
  ...legalAidForms,
  ...officeForms,
};

/** All forms in catalogue order, for a list on screen. */
export const formList: readonly FormDefinition[] = formIds
  .map((id) => forms[id])
  .sort((a, b) => a.number - b.number);
