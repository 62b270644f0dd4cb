import { isPlainDate } from '../../../../shared/kernel/date.ts';
import type { PastedPerson } from './paste.ts';
import type { WorkerForm } from './worker-form.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Sex and birth that a resident ID (GB 11643) carries; null when its checksum or date is wrong. */
export function factsOfResidentId(idNumber: string): { sex: 'male' | 'female'; birth: string } | null {
  const id = idNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return null;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (checks[sum % 11] !== id[17] || !isPlainDate(birth)) return null;
  return { sex: Number(id[16]) % 2 === 1 ? 'male' : 'female', birth };
}

/** Takes a typed ID number; a complete one fills sex and birth, over what stood there: the card is the better source. */
export function withIdNumber(worker: WorkerForm, idNumber: string): WorkerForm {
  const facts = worker.idType === 'resident-id' ? factsOfResidentId(idNumber) : null;
  return { ...worker, idNumber, ...(facts ?? {}) };
}

export function withPasted(worker: WorkerForm, person: PastedPerson): WorkerForm {
  const named = {
    ...worker,
    ...(person.name ? { name: person.name } : {}),
    ...(person.phone ? { phone: person.phone } : {}),
  };
  return person.idNumber ? withIdNumber({ ...named, idType: 'resident-id' }, person.idNumber) : named;
}
