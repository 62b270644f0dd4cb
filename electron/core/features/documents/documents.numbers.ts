import type { PaperWarning } from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import { creditCode, residentId } from '../../../../shared/law/index.ts';
import { recordPath } from './documents.paths.ts';
import { forms, partiesOf, partyId, type SetEntry } from './forms/index.ts';

const badResidentId = (name: string | null): PaperWarning['label'] => ({
  zh: `${name ?? '当事人'}的身份证号校验不符，请与证件逐位核对。`,
  en: `The ID number of ${name ?? 'a party'} fails its check: compare each digit with the card.`,
});
const badCreditCode = (name: string | null): PaperWarning['label'] => ({
  zh: `${name ?? '被申请人'}的统一社会信用代码校验不符，请与营业执照逐位核对。`,
  en: `The credit code of ${name ?? 'a respondent'} fails its check: compare each character with the licence.`,
});

const nothingClaimed = (no: number): PaperWarning['label'] => ({
  zh: `第${no}项请求的金额是零，请核对工资和期间。`,
  en: `Claim ${no} is for nothing: check the wages and the period.`,
});

/**
 * Numbers that a paper prints and that fail their own check (GB 11643, GB 32100). They are printed as recorded, since
 * the card may say so; but a mistyped one can have the filing returned. Only a resident ID has a check: numbers of
 * passports and permits are left alone. A claim for nothing is printed as it is and named, too.
 */
export function numberWarnings(
  facts: FilingFacts,
  entry: Pick<SetEntry, 'formId' | 'target'>,
): PaperWarning[] {
  const { requiredFacts, issuer } = forms[entry.formId];
  const warnings: PaperWarning[] = [];
  const say = (field: string | null, label: PaperWarning['label'], code = 'number-check'): void => {
    warnings.push({ field, severity: 'error', code, label });
  };
  if (issuer === 'applicant' && requiredFacts.includes('claims.*.amount'))
    for (const [i, { amount }] of facts.claims.entries())
      if (amount === 0) say(recordPath('claims', facts), nothingClaimed(i + 1), 'sum-zero');
  const fails = (number: string | null): number is string =>
    number !== null && !residentId(number, facts.preparedOn ?? undefined).ok;
  const { applicantId: only, partyId: ownParty } = entry.target;
  if (requiredFacts.includes('applicants.*.idNumber') && ownParty === undefined) {
    for (const a of facts.applicants) {
      if (only !== undefined && a.id !== only) continue;
      if (a.idType === 'resident-id' && fails(a.idNumber))
        say(`members.${a.id}.idNumber`, badResidentId(a.name));
    }
  }
  if (requiredFacts.includes('respondents.*.party.organisation.uscc') || ownParty !== undefined) {
    for (const { party } of partiesOf(facts)) {
      if (ownParty !== undefined && partyId(party) !== ownParty) continue;
      if (party.kind === 'person') {
        const { id, name, idType, idNumber } = party.person;
        if (idType === 'resident-id' && fails(idNumber))
          say(`respondents.${id}.idNumber`, badResidentId(name));
      } else {
        const { id, name, uscc } = party.organisation;
        if (uscc !== null && !creditCode(uscc).ok) say(`respondents.${id}.uscc`, badCreditCode(name));
      }
    }
  }
  return warnings;
}
