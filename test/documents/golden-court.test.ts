import { courtForms } from '../../electron/core/features/documents/forms/parts/court.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { goldens } from './support/goldens.ts';

goldens(Object.keys(courtForms) as FormId[]);
