import { legalAidForms } from '../../electron/core/features/documents/forms/parts/legal-aid.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { goldens } from './support/goldens.ts';

goldens(Object.keys(legalAidForms) as FormId[]);
