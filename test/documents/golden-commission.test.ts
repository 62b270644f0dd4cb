import { commissionForms } from '../../electron/core/features/documents/forms/parts/commission.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { goldens } from './support/goldens.ts';

goldens(Object.keys(commissionForms) as FormId[]);
