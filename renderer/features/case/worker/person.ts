import { residentId } from '../../../../shared/law/identifiers/resident-id.ts';
import type { PastedPerson } from './paste.ts';
import type { WorkerForm } from './worker-form.ts';

/** Takes a typed ID number; a valid one fills sex and birth, over what stood there: the card is the better source. */
export function withIdNumber(worker: WorkerForm, idNumber: string): WorkerForm {
  const verdict = worker.idType === 'resident-id' ? residentId(idNumber) : null;
  return { ...worker, idNumber, ...(verdict?.ok ? { sex: verdict.sex, birth: verdict.birth } : {}) };
}

/** Takes over what a pasted line says; what it does not say stays. */
export function withPasted(worker: WorkerForm, person: PastedPerson): WorkerForm {
  const named = {
    ...worker,
    ...(person.name ? { name: person.name } : {}),
    ...(person.phone ? { phone: person.phone } : {}),
  };
  return person.idNumber ? withIdNumber({ ...named, idType: 'resident-id' }, person.idNumber) : named;
}
