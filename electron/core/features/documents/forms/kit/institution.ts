import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { mediationTopic } from '../../../../../../shared/features/documents/particulars/mediation.ts';
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import type { NamedTarget } from '../definition.ts';
import type { Copies } from './copies.ts';
import { blank, bold, type Content, type Draft, emboldened, fill, joined, text } from './draft.ts';
import {
  type BuiltForm,
  cell,
  type FormTarget,
  finish,
  handDate,
  partyLabel,
  plain,
  signature,
} from './paper.ts';
import { readTopic } from './particulars.ts';
import { applicantNames, partyId, partyName, respondentName, respondentNames } from './parties.ts';
import { unitFiles } from './sides.ts';

// Papers that a mediation organisation or a commission issues under its seal, in the measures of GB/T 9704.

export type Institution = 'committee' | 'commission';

/** The exact name on its seal. */
export function institutionName(facts: FilingFacts, which: Institution, draft: Draft): Content {
  return which === 'committee'
    ? readTopic(draft, facts, mediationTopic).need('organisation', { widthEm: 14 })
    : draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 16 });
}

/** The number of the case at the institution, at the right under the title. */
export function numberLine(facts: FilingFacts, which: Institution, draft: Draft): Block {
  return plain(institutionNumber(facts, which, draft), { align: 'right' });
}

export function institutionNumber(facts: FilingFacts, which: Institution, draft: Draft): Content {
  return which === 'committee'
    ? readTopic(draft, facts, mediationTopic).need('caseNumber', { widthEm: 10 })
    : draft.need('matter.number', facts.matter.number, 'caseNumber', { widthEm: 10 });
}

/** The name of the institution over the title. */
export function letterhead(facts: FilingFacts, which: Institution, draft: Draft): Block[] {
  return [
    plain(emboldened(institutionName(facts, which, draft)), {
      align: 'center',
      sizePt: 18,
      keepWithNext: true,
    }),
  ];
}

/** Closes a paper of an institution: its head over the title, and the measures of an official paper. */
export function issued(
  facts: FilingFacts,
  which: Institution,
  draft: Draft,
  options: {
    readonly title: string;
    readonly blocks: readonly Block[];
    readonly seam?: boolean;
    readonly signEachPage?: string;
  },
): BuiltForm {
  return finish(draft, {
    ...options,
    language: draft.language,
    profile: 'gongwen',
    above: letterhead(facts, which, draft),
  });
}

/** SEAL-INST: the name and the date, with room for the round seal. */
export function sealed(facts: FilingFacts, which: Institution, draft: Draft, date?: Content): Block {
  return {
    ...signature([institutionName(facts, which, draft), date ?? handDate(draft.common)]),
    seal: true,
  };
}

export type Side = 'applicant' | 'respondent';

const unitsOn = (facts: FilingFacts, side: Side): boolean => (side === 'respondent') !== unitFiles(facts);

/** A notice for the workers together and one for each party on the unit's side, of the sides that get it. */
export function addresseeTargets(
  facts: FilingFacts,
  sides: readonly Side[] = ['applicant', 'respondent'],
): NamedTarget[] {
  return sides.flatMap((side): NamedTarget[] => {
    if (!unitsOn(facts, side)) {
      const [first, ...rest] = facts.applicants;
      const name = first?.name ?? null;
      const who = name === null || rest.length === 0 ? name : `${name}等${facts.applicants.length}人`;
      return [{ target: {}, who }];
    }
    if (facts.respondents.length === 0)
      return sides.length > 1 ? [] : [{ target: {}, who: partyLabel(facts) }];
    return facts.respondents.map(({ party }) => ({
      target: { partyId: partyId(party) },
      who: partyName(party),
    }));
  });
}

/** Whose copy of a notice it is. */
export interface Addressee {
  readonly side: Side;
  readonly units: boolean;
  readonly role: string;
  readonly name: Content;
}

/** @param only the side that alone gets this notice; a target without a party then means all on that side. */
export function addresseeOf(
  facts: FilingFacts,
  target: FormTarget,
  draft: Draft,
  only: Side | null = null,
): Addressee {
  const { role } = draft.common;
  const at = facts.respondents.findIndex(({ party }) => partyId(party) === target.partyId);
  const units = at >= 0 || (only !== null && unitsOn(facts, only));
  const side: Side = units === unitFiles(facts) ? 'applicant' : 'respondent';
  return {
    side,
    units,
    // `role` has changed places already where a unit files.
    role: units ? role.respondent : role.applicant,
    name:
      at >= 0
        ? respondentName(facts, at, draft)
        : units
          ? respondentNames(facts, draft)
          : applicantNames(facts, draft),
  };
}

/** The other side of a notice's addressee, inside a sentence. */
export function otherSide(facts: FilingFacts, to: Addressee, draft: Draft): Content {
  return to.units ? applicantNames(facts, draft) : respondentNames(facts, draft);
}

/** Who filed and against whom, by the roles of the case. */
export function caseParties(facts: FilingFacts, draft: Draft): { applicant: Content; respondent: Content } {
  const workers = applicantNames(facts, draft);
  const units = respondentNames(facts, draft);
  return unitFiles(facts)
    ? { applicant: units, respondent: workers }
    : { applicant: workers, respondent: units };
}

/** Members of the tribunal as a list, with its checks; a gap while none is entered. */
export function panelOf(facts: FilingFacts, draft: Draft): Content {
  const own = readTopic(draft, facts, hearingTopic);
  const { panel } = own.values;
  if (panel.length === 0) return own.gap('panel', { widthEm: 12 });
  const roles = panel.flatMap((one) => one.role ?? []);
  const presiding = roles.filter((role) => role === 'presiding').length;
  const sound =
    roles.length < panel.length ||
    (panel.length === 1
      ? roles[0] === 'sole'
      : panel.length === 3 && presiding === 1 && !roles.includes('sole'));
  if (!sound) draft.warn(own.path('panel'), 'rule', 'error', 'panelSize');
  return joined(
    panel.map((_, i) =>
      fill(draft.common.institution.member, {
        role: own.needCell('panel', i, 'role', { widthEm: 5 }),
        name: own.needCell('panel', i, 'name', { widthEm: 5 }),
      }),
    ),
    draft.common.listComma,
  );
}

/** The addressee flush left with a colon. */
export function greeting(name: Content, draft: Draft): Block {
  return plain(fill(draft.common.institution.to, { name }));
}

/** 联系人、联系电话、地址 of the institution, under its seal. */
export function contactLines(facts: FilingFacts, which: Institution, draft: Draft): Block[] {
  const words = draft.common.institution;
  const [address, phone, contact] =
    which === 'committee'
      ? (() => {
          const own = readTopic(draft, facts, mediationTopic);
          return [own.need('address', { widthEm: 14 }), own.need('phone'), null] as const;
        })()
      : (() => {
          const own = readTopic(draft, facts, tribunalTopic);
          return [own.need('address', { widthEm: 14 }), own.need('phone'), own.show('contact')] as const;
        })();
  const parts = [
    ...(contact === null ? [] : [fill(words.contact, { value: contact })]),
    fill(words.phone, { value: phone }),
    fill(words.address, { value: address }),
  ];
  return [plain(joined(parts, draft.common.semicolon), { sizePt: 12, spaceBeforePt: 4 })];
}

/** The addressee's copy and one for the file. */
export function addresseeAndFile(): Copies {
  return { tribunal: 1, opponents: 1, own: 0, total: 2 };
}

/** One for each party and one for the file. */
export function eachPartyAndFile(facts: FilingFacts): Copies {
  const parties = facts.applicants.length + facts.respondents.length + facts.thirdParties.length;
  return { tribunal: 1, opponents: parties, own: 0, total: 1 + parties };
}

/** A label and its value, across the table or two pairs to a row. */
export function formTable(
  rows: readonly (readonly (readonly [label: string, value: Content])[])[],
  shares: readonly [number, number, number, number] = [10, 17, 10, 17],
): Block {
  const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });
  return {
    kind: 'table',
    showHeader: false,
    sizePt: 10.5,
    minRowHeightMm: 8,
    columns: shares.map((share) => ({ header: '', share })),
    rows: rows.map((pairs): TableCell[] => {
      const [one, two] = pairs;
      if (one && two) return [label(one[0]), cell(one[1]), label(two[0]), cell(two[1])];
      return one ? [label(one[0]), cell(one[1], { span: 3 })] : [];
    }),
  };
}

/** Where somebody of the institution signs, with a date, in a cell of a form. */
export function handSigned(label: string, draft: Draft): Content {
  return [...text(`${label}`), blank(7), ...text('　'), ...handDate(draft.common)];
}
