import type { z } from 'zod';
import type { checkInput } from '../../../../shared/features/people/people.contract.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { creditCode } from '../../../../shared/law/identifiers/credit-code.ts';
import { residentId } from '../../../../shared/law/identifiers/resident-id.ts';

type Sought = z.output<typeof checkInput>['self'];

const roomFor = { workerName: 80, partyName: 120, workerAddress: 200, partyAddress: 160 } as const;
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/** The two sides of an enquiry as parties of a case, as far as a case has room for them. */
export function partiesOf(self: Sought, other: Sought) {
  const organisation = isOrganisation(other);
  return {
    workers: [
      {
        name: cut(self.name, roomFor.workerName),
        phone: self.phone || null,
        idNumber: fullNumber(self),
        ...toldByNumber(self.number),
        mailAddress: self.address || null,
        job: {},
      },
    ],
    respondents:
      other.name === ''
        ? []
        : [
            {
              kind: organisation ? 'organisation' : 'person',
              name: other.name,
              capacity: 'employer',
              footing: 'principal',
              uscc: organisation ? fullNumber(other) : null,
              idNumber: organisation ? null : fullNumber(other),
              phone: other.phone || null,
              mailAddress: cut(other.address, roomFor.partyAddress) || null,
            },
          ],
  };
}

/**
 * What was said at the desk and has no field of the case: the end of a number, a telling name too long, a phone of
 * somebody whose name nobody knew. It stands in the timeline beside what the enquiry was about.
 */
export function notCarried(self: Sought, other: Sought): string[] {
  const left: string[] = [];
  if ([...self.name].length > roomFor.workerName) left.push(self.name);
  if (self.number !== '' && fullNumber(self) === null) left.push(self.number);
  if (other.name === '') left.push(other.number, other.phone, other.address);
  else {
    if (fullNumber(other) === null) left.push(other.number);
    if ([...other.address].length > roomFor.partyAddress) left.push(other.address);
  }
  return left.filter((text) => text !== '');
}

/** A number of full length goes along even when its check digit is wrong: the case points that out. */
const fullNumber = (who: Sought): string | null => ([...who.number].length >= 15 ? who.number : null);

/** What an ID number tells by itself; nothing where it is wrong or another kind of number. */
function toldByNumber(number: string) {
  const id = residentId(number);
  return id.ok && isPlainDate(id.birth) ? { sex: id.sex, birth: id.birth } : {};
}

/** By its number, else by what a company is called; a name of up to four characters without such a word is a person's. */
function isOrganisation(who: Sought): boolean {
  if (creditCode(who.number).ok) return true;
  if (residentId(who.number).ok) return false;
  return (
    /公司|厂|店|部|中心|集团|队|社|所|院|馆|行|站|场|学校|医院|酒楼|饭|工地/u.test(who.name) ||
    [...who.name].length > 4
  );
}
