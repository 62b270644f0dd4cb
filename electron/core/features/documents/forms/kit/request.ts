import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { PlainDate } from '../../../../../../shared/kernel/date.ts';
import type { Block, Paragraph } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, emboldened, fill, fillText, joined, text } from './draft.ts';
import { longDate } from './format.ts';
import {
  addressed,
  handDate,
  isCollective,
  needsRoster,
  plain,
  prose,
  rosterTitle,
  signature,
} from './paper.ts';
import { labelled, readTopic } from './particulars.ts';
import {
  agentBlock,
  applicantName,
  applicantNames,
  numberedRole,
  partyName,
  respondentName,
  respondentNames,
  sentence,
  subjectName,
} from './parties.ts';
import type { FieldName, RuleName } from './wording.ts';

// What the requests of a party have in common: who asks whom in which case, to whom, and who signs.

/** The side that makes a paper which either may make. */
export type Side = 'applicant' | 'respondent';

export type Forum = 'tribunal' | 'court';

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

/** Who asks, who acts for them, the other side, and the case. */
export function requestHead(
  facts: FilingFacts,
  side: Side,
  draft: Draft,
  forum: Forum = 'tribunal',
): Block[] {
  const { common } = draft;
  return side === 'applicant'
    ? [
        ...applicantLines(facts, draft),
        ...facts.agents.map((_, i) => agentBlock(facts, i, draft)),
        headed(draft, common.role.respondent, [...respondentNames(facts, draft), ...text(common.stop)]),
        caseLine(facts, forum, draft),
      ]
    : [
        ...respondentLines(facts, common.request.respondentAsks, draft),
        headed(draft, common.request.applicantAnswers, [
          ...applicantNames(facts, draft),
          ...text(common.stop),
        ]),
        caseLine(facts, forum, draft),
      ];
}

/** Up to three workers a line each, more by their roster. */
function applicantLines(facts: FilingFacts, draft: Draft): Block[] {
  const { common } = draft;
  const words = common.request;
  if (facts.applicants.length === 0 || needsRoster(facts)) {
    const names = applicantNames(facts, draft);
    const inRoster = fill(words.inRoster, { names, roster: rosterTitle(facts, words) });
    return [headed(draft, common.role.applicant, facts.applicants.length === 0 ? names : inRoster)];
  }
  return facts.applicants.map((applicant, i) => {
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const need = (name: FieldName & ('idType' | 'idNumber' | 'phone'), value: string | null): Content =>
      draft.need(`applicants.${i}.${name}`, value, name, { subject });
    const label = numberedRole(common, 'applicant', i, facts.applicants.length);
    return headed(
      draft,
      label,
      sentence(
        [
          applicantName(applicant, i, draft),
          fill(common.party.id, {
            type: need('idType', applicant.idType && common.idType[applicant.idType]),
            value: need('idNumber', applicant.idNumber),
          }),
          fill(common.party.phone, { value: need('phone', applicant.phone) }),
        ],
        common,
      ),
    );
  });
}

/** Each respondent that asks, with its number, phone and head. */
export function respondentLines(facts: FilingFacts, label: string, draft: Draft): Block[] {
  const { common } = draft;
  if (facts.respondents.length === 0) return [headed(draft, label, respondentNames(facts, draft))];
  return facts.respondents.map(({ party }, i) => {
    const subject = subjectName(common, 'respondent', partyName(party), i);
    const path = `respondents.${i}.party`;
    const parts: Content[] = [respondentName(facts, i, draft)];
    if (party.kind === 'organisation') {
      const { uscc, phone, representative } = party.organisation;
      const inner = `${path}.organisation`;
      parts.push(
        fill(common.party.uscc, { value: draft.need(`${inner}.uscc`, uscc, 'uscc', { subject }) }),
        fill(common.labelled, {
          label: common.representative[representative.kind],
          value: draft.need(`${inner}.representative.name`, representative.name, 'representativeName', {
            subject,
          }),
        }),
        fill(common.party.phone, { value: draft.need(`${inner}.phone`, phone, 'phone', { subject }) }),
      );
    } else {
      const { idType, idNumber, phone } = party.person;
      const inner = `${path}.person`;
      parts.push(
        fill(common.party.id, {
          type: draft.need(`${inner}.idType`, idType && common.idType[idType], 'idType', { subject }),
          value: draft.need(`${inner}.idNumber`, idNumber, 'idNumber', { subject }),
        }),
        fill(common.party.phone, { value: draft.need(`${inner}.phone`, phone, 'phone', { subject }) }),
      );
    }
    return headed(draft, label, sentence(parts, common));
  });
}

/** 案由 and 案号, the court's where the paper goes there. */
export function caseLine(facts: FilingFacts, forum: Forum, draft: Draft): Paragraph {
  const { common } = draft;
  const number =
    forum === 'court'
      ? readTopic(draft, facts, courtTopic).need('caseNumber', { widthEm: 10 })
      : draft.need('matter.number', facts.matter.number, 'caseNumber', { widthEm: 10 });
  return headed(
    draft,
    common.request.cause,
    sentence(
      [
        draft.need('matter.cause', facts.matter.cause, 'cause'),
        fill(common.labelled, { label: common.request.number, value: number }),
      ],
      common,
    ),
  );
}

/** 此致 and the commission or the court. */
export function addressedTo(facts: FilingFacts, forum: Forum, draft: Draft): Block[] {
  const { to } = draft.common.request;
  if (forum === 'tribunal') return addressed(facts, to, draft);
  const court = readTopic(draft, facts, courtTopic).need('name', { widthEm: 16 });
  return [{ ...prose(text(to)), keepWithNext: true }, plain(court, { keepWithNext: true })];
}

/** Who signs: each worker, the representatives of a group, or the asking respondents with their seals. */
export function sideSignature(facts: FilingFacts, side: Side, draft: Draft): Block[] {
  const { common } = draft;
  const words = common.request;
  const line = (label: string): Content => [...text(label), blank(9)];
  const date = handDate(common);
  if (side === 'respondent') return respondentSignatures(facts, draft);
  if (!needsRoster(facts)) {
    const each = facts.applicants.map(() => line(common.signApplicant));
    return [signature([...(each.length > 0 ? each : [line(common.signApplicant)]), date])];
  }
  const label = isCollective(facts) ? words.signRepresentatives : common.signApplicant;
  return [signature([line(label), date])];
}

/** One block for each respondent, with room for a unit's seal. */
export function respondentSignatures(facts: FilingFacts, draft: Draft): Block[] {
  const { common } = draft;
  const words = common.request;
  const date = handDate(common);
  return facts.respondents.map(({ party }, i) => {
    const name = respondentName(facts, i, draft);
    return party.kind === 'organisation'
      ? {
          ...signature([
            fill(words.signUnit, { name }),
            [
              ...text(
                fillText(words.signHead, {
                  head: common.representative[party.organisation.representative.kind],
                }),
              ),
              blank(9),
            ],
            date,
          ]),
          seal: true,
        }
      : signature([[...fill(words.signPerson, { name }), blank(9)], date]);
  });
}

/** 附：, numbered. */
export function attached(items: readonly Content[], draft: Draft): Block[] {
  const small = { sizePt: 10.5 } as const;
  return [
    plain(text(draft.common.request.attachments), {
      ...small,
      indentEm: 2,
      spaceBeforePt: 6,
      keepWithNext: true,
    }),
    ...items.map((item, i) =>
      plain([...text(`${i + 1}. `), ...item], {
        ...small,
        leftEm: 2,
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
): void {
  if (last === null || facts.preparedOn === null || facts.preparedOn <= last) return;
  draft.warn(path, 'rule', 'error', rule, { date: longDate(last, draft.common) });
}

/** Names joined for a sentence. */
export function listed(parts: readonly Content[], draft: Draft): Content {
  return joined(parts, draft.common.listComma, draft.common.listAnd);
}
