import { officeForms } from '../../electron/core/features/documents/forms/parts/offices.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { goldens } from './support/goldens.ts';

goldens((Object.keys(officeForms) as FormId[]).filter((id) => id !== 'wage-schedule'));
