import { mediationForms } from '../../electron/core/features/documents/forms/parts/mediation.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { goldens } from './support/goldens.ts';

goldens(Object.keys(mediationForms) as FormId[]);
