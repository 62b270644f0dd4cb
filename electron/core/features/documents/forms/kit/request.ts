import type { FilingFacts, Party } from '../../../../../../shared/features/documents/filing-facts.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { PlainDate } from '../../../../../../shared/kernel/date.ts';
import type { Block, Paragraph } from '../../../../../paper/model/blocks.ts';
import type { NamedTarget } from '../definition.ts';
import type { Copies } from './copies.ts';
import { blank, type Content, type Draft, emboldened, fill, fillText, text } from './draft.ts';
import { longDate } from './format.ts';
import {
  addressed,
  type FormTarget,
  handDate,
  isCollective,
  needsRoster,
  partyLabel,
  plain,
  prose,
  rosterTitle,
  signature,
} from './paper.ts';
import { labelled, readTopic } from './particulars.ts';
import {
  agentBlock,
  applicantBlock,
  applicantName,
  applicantNames,
  partyBlock,
  partyId,
  partyName,
  respondentName,
  respondentNames,
  sentence,
  subjectName,
} from './parties.ts';
import { agentsOf, type NumberedAgent, unitFiles } from './sides.ts';
import type { FieldName, RuleName } from './wording.ts';

// What the papers of a party have in common: who asks whom in which case, to whom it goes, and who signs.

export type Forum = 'tribunal' | 'court';

/** Those who make a paper, by the side on which they stand in the record. */
export interface Makers {
  readonly side: 'workers' | 'unit';
  /** Whether they are the applicant of the case. */
  readonly filed: boolean;
  /** Places in `respondents` of those on the unit's side who make it. */
  readonly places: readonly number[];
}

/** @param by the role in the case; the target names one of several on the unit's side. */
export function makersOf(
  facts: FilingFacts,
  by: 'applicant' | 'respondent' | null,
  target: FormTarget = {},
): Makers {
  const filed = by !== 'respondent';
  const places = facts.respondents.flatMap(({ party }, i) =>
    target.partyId === undefined || partyId(party) === target.partyId ? [i] : [],
  );
  return { side: filed === unitFiles(facts) ? 'unit' : 'workers', filed, places };
}

/** A paper of each party on the answering side; workers who answer a unit do it together. */
export function answerTargets(facts: FilingFacts): readonly NamedTarget[] {
  if (unitFiles(facts)) {
    const [first, ...rest] = facts.applicants;
    const name = first?.name ?? null;
    return [
      {
        target: {},
        who: name === null || rest.length === 0 ? name : `${name}等${facts.applicants.length}人`,
      },
    ];
  }
  if (facts.respondents.length === 0) return [{ target: {}, who: partyLabel(facts) }];
  return facts.respondents.map(({ party }) => ({
    target: { partyId: partyId(party) },
    who: partyName(party),
  }));
}

/** What a request prints of the case and of workers who ask through a licensed agent. */
export const requestFacts = [
  'applicants.*.name',
  'applicants.*.idType',
  'applicants.*.idNumber',
  'applicants.*.phone',
  ...['kind', 'name', 'firm', 'licenceNo', 'phone', 'mode'].map((name) => `agents.*.${name}`),
  'respondents.*.party.organisation.name',
  'matter.cause',
  'matter.number',
  'tribunal.sealName',
] as const;

/** A line whose label is in bold. */
export function headed(draft: Draft, label: string, value: Content): Paragraph {
  return prose([...emboldened(labelled(draft.common, label, [])), ...value]);
}

/** Agents of those who make the paper. */
export function makersAgents(facts: FilingFacts, { side, places }: Makers): NumberedAgent[] {
  const ids =
    side === 'workers'
      ? facts.applicants.map((a) => a.id)
      : places.flatMap((i) => {
          const found = facts.respondents[i];
          return found ? [partyId(found.party)] : [];
        });
  const all = new Map(ids.flatMap((id) => agentsOf(facts, id).map((agent) => [agent.index, agent])));
  return [...all.values()].sort((a, b) => a.index - b.index);
}

/** Those who make it with all their particulars, as in an application. */
export function makersInFull(facts: FilingFacts, makers: Makers, label: string, draft: Draft): Block[] {
  const agents = makersAgents(facts, makers);
  const agentLines = agents.map((_, i) => agentBlock(agents, i, draft));
  if (makers.side === 'workers') {
    const workers =
      facts.applicants.length === 0 || needsRoster(facts)
        ? workerLines(facts, label, draft)
        : facts.applicants.flatMap((_, i) => applicantBlock(facts, i, label, draft));
    return [...workers, ...agentLines];
  }
  const units =
    makers.places.length === 0
      ? unitLines(facts, makers, label, draft)
      : makers.places.flatMap((i) => {
          const party = facts.respondents[i]?.party;
          return party ? partyBlock(party, `respondents.${i}.party`, 'respondent', label, i, draft) : [];
        });
  return [...units, ...agentLines];
}

/** What a paper of an answering unit prints of it and of the case. */
export const answerFacts = [
  ...['name', 'uscc', 'domicile', 'mailAddress', 'phone', 'representative.name', 'representative.title'].map(
    (name) => `respondents.*.party.organisation.${name}`,
  ),
  'applicants.*.name',
  'matter.cause',
  'matter.number',
  'tribunal.sealName',
] as const;

/** One copy for each on the other side. */
export function answerCopies(facts: FilingFacts): Copies {
  const { tribunal, own } = facts.copies;
  const opponents = (unitFiles(facts) ? facts.respondents : facts.applicants).length;
  return { tribunal, opponents, own, total: tribunal + opponents + own };
}

export interface HeadLabels {
  readonly maker: string;
  readonly opponent: string;
}

/** 申请人 and 被申请人; a respondent of the case that asks for something says which it is. */
export function requestLabels(facts: FilingFacts, { filed }: Makers, draft: Draft): HeadLabels {
  const { request, role } = draft.common;
  // The roles' words change places in a case that a unit files.
  const other = unitFiles(facts) ? role.applicant : role.respondent;
  return filed
    ? { maker: request.maker, opponent: other }
    : { maker: request.respondentAsks, opponent: request.applicantAnswers };
}

/** Who asks, who acts for them, the other side, and the case. */
export function requestHead(
  facts: FilingFacts,
  makers: Makers,
  draft: Draft,
  {
    forum = 'tribunal',
    labels = requestLabels(facts, makers, draft),
  }: { forum?: Forum; labels?: HeadLabels } = {},
): Block[] {
  const agents = makersAgents(facts, makers);
  return [
    ...makerLines(facts, makers, labels.maker, draft),
    ...agents.map((_, i) => agentBlock(agents, i, draft)),
    headed(draft, labels.opponent, [
      ...(makers.side === 'workers' ? respondentNames(facts, draft) : applicantNames(facts, draft)),
      ...text(draft.common.stop),
    ]),
    caseLine(facts, forum, draft),
  ];
}

function makerLines(facts: FilingFacts, makers: Makers, label: string, draft: Draft): Block[] {
  return makers.side === 'workers'
    ? workerLines(facts, label, draft)
    : unitLines(facts, makers, label, draft);
}

/** Up to three workers a line each, more by their roster. */
function workerLines(facts: FilingFacts, label: string, draft: Draft): Block[] {
  const { common } = draft;
  const words = common.request;
  if (facts.applicants.length === 0) return [headed(draft, label, applicantNames(facts, draft))];
  if (needsRoster(facts)) {
    const names = applicantNames(facts, draft);
    return [headed(draft, label, fill(words.inRoster, { names, roster: rosterTitle(facts, words) }))];
  }
  return facts.applicants.map((applicant, i) => {
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const need = (name: FieldName & ('idType' | 'idNumber' | 'phone'), value: string | null): Content =>
      draft.need(`applicants.${i}.${name}`, value, name, { subject });
    const parts = [
      applicantName(applicant, i, draft),
      fill(common.party.id, {
        type: need('idType', applicant.idType && common.idType[applicant.idType]),
        value: need('idNumber', applicant.idNumber),
      }),
      fill(common.party.phone, { value: need('phone', applicant.phone) }),
    ];
    return headed(draft, label, sentence(parts, common));
  });
}

/** Each on the unit's side that asks, with its number, phone and head. */
function unitLines(facts: FilingFacts, { places }: Makers, label: string, draft: Draft): Block[] {
  if (places.length === 0) return [headed(draft, label, respondentNames(facts, draft))];
  return places.flatMap((i) => {
    const party = facts.respondents[i]?.party;
    return party ? [headed(draft, label, unitLine(facts, party, i, draft))] : [];
  });
}

function unitLine(facts: FilingFacts, party: Party, i: number, draft: Draft): Content {
  const { common } = draft;
  const subject = subjectName(common, 'respondent', partyName(party), i);
  const path = `respondents.${i}.party.${party.kind}`;
  const need = (name: string, value: string | null, field: FieldName): Content =>
    draft.need(`${path}.${name}`, value, field, { subject });
  const name = respondentName(facts, i, draft);
  if (party.kind === 'person') {
    const { idType, idNumber, phone } = party.person;
    const id = fill(common.party.id, {
      type: need('idType', idType && common.idType[idType], 'idType'),
      value: need('idNumber', idNumber, 'idNumber'),
    });
    return sentence([name, id, fill(common.party.phone, { value: need('phone', phone, 'phone') })], common);
  }
  const { uscc, phone, representative } = party.organisation;
  return sentence(
    [
      name,
      fill(common.party.uscc, { value: need('uscc', uscc, 'uscc') }),
      fill(common.labelled, {
        label: common.representative[representative.kind],
        value: need('representative.name', representative.name, 'representativeName'),
      }),
      fill(common.party.phone, { value: need('phone', phone, 'phone') }),
    ],
    common,
  );
}

/** 案由 and 案号, the court's where the paper goes there. */
export function caseLine(facts: FilingFacts, forum: Forum, draft: Draft): Paragraph {
  const { common } = draft;
  const number =
    forum === 'court'
      ? readTopic(draft, facts, courtTopic).need('caseNumber', { widthEm: 10 })
      : draft.need('matter.number', facts.matter.number, 'caseNumber', { widthEm: 10 });
  const parts = [
    draft.need('matter.cause', facts.matter.cause, 'cause'),
    fill(common.labelled, { label: common.request.number, value: number }),
  ];
  return headed(draft, common.request.cause, sentence(parts, common));
}

/** 此致 and the commission or the court. */
export function addressedTo(facts: FilingFacts, forum: Forum, draft: Draft): Block[] {
  const { to } = draft.common.request;
  if (forum === 'tribunal') return addressed(facts, to, draft);
  const court = readTopic(draft, facts, courtTopic).need('name', { widthEm: 16 });
  return [{ ...prose(text(to)), keepWithNext: true }, plain(court, { keepWithNext: true })];
}

/** Who signs: each worker, the representatives of a group, or each party on the unit's side with its seal. */
export function makersSignature(facts: FilingFacts, makers: Makers, role: string, draft: Draft): Block[] {
  const { common } = draft;
  const words = common.request;
  const date = handDate(common);
  const line = (label: string): Content => [...text(label), blank(9)];
  if (makers.side === 'workers') {
    const each = fillText(words.sign, { role });
    if (needsRoster(facts)) {
      return [
        signature([line(isCollective(facts) ? fillText(words.signRepresentatives, { role }) : each), date]),
      ];
    }
    return [
      signature([...Array.from({ length: Math.max(1, facts.applicants.length) }, () => line(each)), date]),
    ];
  }
  return makers.places.flatMap((i): Block[] => {
    const party = facts.respondents[i]?.party;
    if (!party) return [];
    if (party.kind === 'person') return [signature([line(fillText(words.sign, { role })), date])];
    const name = respondentName(facts, i, draft);
    const head = fillText(common.signRepresentative, {
      role: common.representative[party.organisation.representative.kind],
    });
    return [{ ...signature([fill(words.seal, { role, name }), line(head), date]), seal: true }];
  });
}

/** 附：, numbered. */
export function attached(items: readonly Content[], draft: Draft): Block[] {
  return [
    plain(text(draft.common.request.attachments), {
      indentEm: 2,
      sizePt: 10.5,
      spaceBeforePt: 6,
      keepWithNext: true,
    }),
    ...items.map((item, i) =>
      plain([...text(`${i + 1}. `), ...item], {
        leftEm: 2,
        sizePt: 10.5,
        keepWithNext: i < items.length - 1,
      }),
    ),
  ];
}

/** The last day by a rule as the case stands; the latest, since a period may have started again. */
export function lastDay(facts: FilingFacts, ruleId: string): PlainDate | null {
  const days = facts.dates.flatMap((d) => (d.ruleId === ruleId && d.due !== null ? [d.due] : []));
  return days.sort().at(-1) ?? null;
}

/** Warns of a paper drawn up after its last day. */
export function warnAfter(
  facts: FilingFacts,
  last: PlainDate | null,
  path: string,
  rule: RuleName,
  draft: Draft,
  severity: 'error' | 'advice' = 'error',
): void {
  if (last === null || facts.preparedOn === null || facts.preparedOn <= last) return;
  draft.warn(path, 'rule', severity, rule, { date: longDate(last, draft.common) });
}

/** The row of a topic's table that is about somebody, found by name; −1 where there is none. */
export function rowNamed(rows: readonly { readonly name: string | null }[], name: string | null): number {
  return name === null ? -1 : rows.findIndex((row) => row.name?.trim() === name);
}
