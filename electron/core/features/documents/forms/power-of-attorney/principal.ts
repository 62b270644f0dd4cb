import type {
  Applicant,
  FilingFacts,
  NaturalPerson,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, bold, type Content, type Draft, emboldened, fill, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import { cell, type FormTarget } from '../kit/paper.ts';
import {
  applicantName,
  applicantNames,
  partyId,
  partyName,
  respondentNames,
  subjectName,
} from '../kit/parties.ts';
import { type PlacedParty, partiesOf } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';
import type { PowerOfAttorneyWording } from './index.ts';

/** 委托人: a worker, or a party on the other side. */
export type Principal =
  | { readonly kind: 'worker'; readonly id: string; readonly worker: Applicant; readonly index: number }
  | { readonly kind: 'party'; readonly id: string; readonly placed: PlacedParty };

/** The principal that the target names; the first worker where it names none. */
export function principalOf(facts: FilingFacts, target: FormTarget): Principal | null {
  if (target.partyId !== undefined) {
    const placed = partiesOf(facts).find(({ party }) => partyId(party) === target.partyId);
    return placed ? { kind: 'party', id: target.partyId, placed } : null;
  }
  const index = Math.max(
    0,
    facts.applicants.findIndex((a) => a.id === target.applicantId),
  );
  const worker = facts.applicants[index];
  return worker ? { kind: 'worker', id: worker.id, worker, index } : null;
}

export function isUnit(principal: Principal | null): boolean {
  return principal?.kind === 'party' && principal.placed.party.kind === 'organisation';
}

export const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });

const personShares = [10, 12, 6, 12, 7, 12];
/** The first is as wide as 统一社会信用代码 on one line. */
const unitShares = [13, 11, 5, 11, 7, 12];

export function formTable(rows: readonly (readonly TableCell[])[], shares = personShares): Table {
  return {
    kind: 'table',
    showHeader: false,
    sizePt: 10.5,
    columns: shares.map((share) => ({ header: '', share })),
    rows,
  };
}

/** P-NAT or P-ORG. */
export function principalTable(principal: Principal, words: PowerOfAttorneyWording, draft: Draft): Table {
  const { common } = draft;
  if (principal.kind === 'worker') {
    const { worker, index } = principal;
    const subject = subjectName(common, 'applicant', worker.name, index);
    const name = applicantName(worker, index, draft);
    return personTable(worker, `applicants.${index}`, subject, name, words, draft);
  }
  const { party, path, role, index } = principal.placed;
  const subject = subjectName(common, role, partyName(party), index);
  if (party.kind === 'organisation') return unitTable(principal.placed, subject, words, draft);
  const { person } = party;
  const name = draft.need(`${path}.person.name`, person.name, 'name', { subject, widthEm: 5 });
  return personTable(person, `${path}.person`, subject, name, words, draft);
}

function personTable(
  person: NaturalPerson,
  path: string,
  subject: string,
  name: Content,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Table {
  const { common } = draft;
  const need = (field: keyof NaturalPerson & FieldName, value: string | null, widthEm: number): Content =>
    draft.need(`${path}.${field}`, value, field, { subject, widthEm });
  const p = words.particulars;
  return formTable([
    [
      label(p.name),
      cell(name),
      label(p.sex),
      cell(need('sex', person.sex && common.sex[person.sex], 3)),
      label(p.birth),
      cell(need('birth', person.birth && longDate(person.birth, common), 7)),
    ],
    [
      {
        content: emboldened(need('idType', person.idType && common.idType[person.idType], 6)),
        align: 'center',
      },
      cell(need('idNumber', person.idNumber, 11), { span: 3 }),
      label(p.phone),
      cell(need('phone', person.phone, 7)),
    ],
    [label(p.domicile), cell(need('domicile', person.domicile, 14), { span: 5 })],
    [label(p.mailAddress), cell(need('mailAddress', person.mailAddress, 14), { span: 5 })],
  ]);
}

function unitTable(
  { party, path }: PlacedParty,
  subject: string,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Table {
  if (party.kind !== 'organisation') return formTable([]);
  const { common } = draft;
  const unit = party.organisation;
  const { representative } = unit;
  const p = words.particulars;
  const need = (name: string, value: string | null, field: FieldName, widthEm: number): Content =>
    draft.need(`${path}.organisation.${name}`, value, field, { subject, widthEm });
  const rows = [
    [label(p.unitName), cell(need('name', unit.name, 'unitName', 14), { span: 5 })],
    [
      label(p.uscc),
      cell(need('uscc', unit.uscc, 'uscc', 11), { span: 3 }),
      label(p.phone),
      cell(need('phone', unit.phone, 'phone', 7)),
    ],
    [
      label(common.representative[representative.kind]),
      cell(need('representative.name', representative.name, 'representativeName', 6), { span: 3 }),
      label(p.title),
      cell(need('representative.title', representative.title, 'representativeTitle', 6)),
    ],
    [label(p.unitDomicile), cell(need('domicile', unit.domicile, 'orgDomicile', 14), { span: 5 })],
    [label(p.mailAddress), cell(need('mailAddress', unit.mailAddress, 'mailAddress', 14), { span: 5 })],
  ];
  return formTable(rows, unitShares);
}

/** 委托人因与…争议一案: against whom depends on the side on which the principal stands. */
export function intro(
  facts: FilingFacts,
  principal: Principal | null,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Content {
  const cause = draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 8 });
  if (principal?.kind === 'party' && principal.placed.role === 'thirdParty') {
    const sides = { applicant: applicantNames(facts, draft), respondent: respondentNames(facts, draft) };
    return fill(words.introThird, { ...sides, cause });
  }
  const opponent = principal?.kind === 'party' ? applicantNames(facts, draft) : respondentNames(facts, draft);
  return fill(words.intro, { opponent, cause });
}

/** SIGN-NAT or SIGN-ORG. */
export function principalSignature(
  principal: Principal | null,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Content[] {
  const line = (value: string): Content => [...text(value), blank(9)];
  if (principal?.kind === 'party' && principal.placed.party.kind === 'organisation') {
    const { name, representative } = principal.placed.party.organisation;
    return [
      fill(words.principalSeal, { name: name === null ? [blank(14)] : text(name) }),
      fill(draft.common.signRepresentative, {
        role: draft.common.representative[representative.kind],
      }).concat([blank(9)]),
    ];
  }
  const guardian = principal?.kind === 'worker' && principal.worker.guardian !== null;
  return [line(words.principalSign), ...(guardian ? [line(words.guardianSign)] : [])];
}
