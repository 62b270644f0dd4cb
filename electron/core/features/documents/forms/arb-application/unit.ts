import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { maxDate, minDate } from '../../../../../../shared/kernel/date.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, type Content, type Draft, fill, fillText, opened, startDraft, text } from '../kit/draft.ts';
import { citations, longDate, subordinal } from '../kit/format.ts';
import {
  addressed,
  type BuiltForm,
  finish,
  handDate,
  heading,
  ownText,
  plain,
  prose,
  signature,
} from '../kit/paper.ts';
import {
  agentBlock,
  applicantBlock,
  applicantName,
  employerIndex,
  numberedRole,
  respondentBlock,
  respondentName,
  sentence,
  subjectName,
  thirdPartyBlock,
} from '../kit/parties.ts';
import { filingAgents } from '../kit/sides.ts';
import type { FormWording } from '../kit/wording.ts';
import { claimBlocks } from './claims.ts';
import type { ApplicationWording } from './index.ts';
import { limitationBlocks } from './limitation.ts';
import { demands } from './narrative.ts';
import { evidenceLines } from './parts.ts';

/** More workers than this are told of together. */
const namedWorkers = 3;

/** 申请人某公司 and 被申请人某人, whose roles the wording has turned about. */
function unitWord(facts: FilingFacts, draft: Draft): Content {
  return fill(draft.common.role.named, {
    role: draft.common.role.respondent,
    name: respondentName(facts, employerIndex(facts.respondents), draft),
  });
}

function relation(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  const employer = unitWord(facts, draft);
  if (facts.applicants.length > namedWorkers) {
    const starts = facts.applicants.flatMap((a) => (a.job.start === null ? [] : [a.job.start]));
    const [first] = starts;
    const missing = Math.max(
      0,
      facts.applicants.findIndex((a) => a.job.start === null),
    );
    const from =
      first === undefined
        ? draft.gap(`applicants.${missing}.job.start`, 'jobStart')
        : text(longDate(starts.reduce(minDate, first), common));
    const to = first === undefined ? null : longDate(starts.reduce(maxDate, first), common);
    const count = String(facts.applicants.length);
    return [fill(words.unit.group, { from, to: to ?? from, count, employer })];
  }
  return facts.applicants.map((applicant, i): Content => {
    const { job } = applicant;
    const path = `applicants.${i}.job`;
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const worker = fill(common.role.named, {
      role: common.role.applicant,
      name: applicantName(applicant, i, draft),
    });
    const hired = fill(words.unit.hired, {
      start: draft.need(`${path}.start`, job.start && longDate(job.start, common), 'jobStart', { subject }),
      worker,
      employer,
      post: draft.need(`${path}.post`, job.post, 'post', { subject, widthEm: 6 }),
    });
    return sentence(
      job.contract === null
        ? [hired]
        : [hired, fill(words.relation.contract[job.contract], { worker, employer })],
      common,
    );
  });
}

function ends(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  if (facts.applicants.length > namedWorkers) return [];
  const { common } = draft;
  return facts.applicants.flatMap((applicant, i): Content[] => {
    const { end, endKind, endReason } = applicant.job;
    if (endKind === null) return [];
    const worker = fill(common.role.named, {
      role: common.role.applicant,
      name: applicantName(applicant, i, draft),
    });
    if (endKind === 'ongoing') return [fill(words.end.ongoing, { worker })];
    const subject = subjectName(common, 'applicant', applicant.name, i);
    const date = draft.need(`applicants.${i}.job.end`, end && longDate(end, common), 'jobEnd', { subject });
    const reason = endReason === null ? '' : fillText(words.end.reason, { text: endReason });
    return [fill(words.end[endKind], { worker, date, reason, employer: unitWord(facts, draft) })];
  });
}

/** 事实与理由: what the record knows of the employment, and the unit's own account, which nobody can make for it. */
export function unitNarrative(facts: FilingFacts, words: ApplicationWording, draft: Draft): Block[] {
  const { narrative } = facts;
  const told = (own: string | null, generated: () => readonly Content[]): Block[] =>
    own !== null ? ownText(own) : generated().map((c) => prose(opened(c)));
  const parts = [
    told(narrative.relation, () => relation(facts, words, draft)),
    told(narrative.performance, () => [draft.gap('narrative.performance', 'unitFacts', { widthEm: 28 })]),
    told(narrative.demands, () => demands(facts, words, draft)),
    told(narrative.end, () => ends(facts, words, draft)),
    told(narrative.computation, () => []),
    told(narrative.grounds, () => [draft.gap('narrative.grounds', 'unitGrounds', { widthEm: 28 })]),
  ];
  let count = 0;
  const blocks = parts.flatMap(([first, ...rest]): Block[] => {
    if (first?.kind !== 'paragraph') return [];
    count++;
    return [{ ...first, content: [...text(subordinal(count, draft.language)), ...first.content] }, ...rest];
  });
  const closing = fill(words.closing, { articles: citations(words.basis.procedure, draft.common) });
  return [...blocks, prose(closing)];
}

/** SIGN-ORG: 单位名称（盖章） and the representative's hand, one for each unit that files. */
export function unitSignature(facts: FilingFacts, draft: Draft): Block {
  const { common } = draft;
  const lines = facts.respondents.flatMap(({ party }, i): Content[] =>
    party.kind === 'organisation'
      ? [
          fill(common.signUnit, { name: respondentName(facts, i, draft) }),
          [
            ...fill(common.signRepresentative, {
              role: common.representative[party.organisation.representative.kind],
            }),
            blank(9),
          ],
        ]
      : [[...text(common.signApplicant), blank(9)]],
  );
  const units = facts.respondents.filter((r) => r.party.kind === 'organisation').length;
  // Several seals find their own room between the lines.
  return { ...signature([...lines, handDate(common)]), ...(units === 1 ? { seal: true } : {}) };
}

export function unitAttachments(facts: FilingFacts, words: ApplicationWording): Block[] {
  const { attachment } = words;
  const pages = facts.evidence.reduce((last, item) => Math.max(last, item.pageTo ?? 0), 0);
  const count = String(facts.respondents.length);
  const items = [
    fillText(attachment.copies, { copies: String(copiesFor(facts).opponents) }),
    fillText(words.unit.licence, { count }),
    fillText(words.unit.certificate, { count }),
    ...(filingAgents(facts).length > 0 ? [attachment.agent] : []),
    pages > 0 ? fillText(attachment.evidencePages, { pages: String(pages) }) : attachment.evidence,
    attachment.address,
  ];
  return [
    plain(text(words.attachments), { indentEm: 2, sizePt: 10.5, spaceBeforePt: 6, keepWithNext: true }),
    ...items.map((item, i) => plain(text(`${i + 1}. ${item}`), { leftEm: 2, sizePt: 10.5 })),
  ];
}

/** The parties as an application in prose names them, the unit first. */
function partyBlocks(facts: FilingFacts, draft: Draft): Block[] {
  const { common } = draft;
  const count = facts.applicants.length;
  const agents = filingAgents(facts);
  return [
    ...(facts.respondents.length === 0
      ? [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))]
      : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft))),
    ...agents.map((_, i) => agentBlock(agents, i, draft)),
    ...(count === 0
      ? [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))]
      : facts.applicants.flatMap((_, i) =>
          applicantBlock(facts, i, numberedRole(common, 'applicant', i, count), draft),
        )),
    ...facts.thirdParties.flatMap((_, i) => thirdPartyBlock(facts, i, draft)),
  ];
}

/**
 * 劳动人事争议仲裁申请书 of a unit against workers (劳动争议调解仲裁法 arts 2, 22, 28). What it asks and why is the
 * unit's own text; identities, employment, limitation, evidence and copies come from the record.
 */
export function buildUnitApplication(
  facts: FilingFacts,
  wording: FormWording<ApplicationWording>,
): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const cause = draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 12 });
  const blocks: Block[] = [
    plain([...text(words.receipt), blank(8)], { align: 'right', sizePt: 10.5 }),
    ...partyBlocks(facts, draft),
    prose(fill(common.labelled, { label: [{ kind: 'text', text: words.cause, bold: true }], value: cause })),
    heading(2, words.claims),
    ...claimBlocks(facts, words, draft),
    heading(2, words.facts),
    ...unitNarrative(facts, words, draft),
  ];
  const limitation = limitationBlocks(facts, words, draft);
  if (limitation.length > 0) blocks.push(heading(2, words.limitation), ...limitation);
  blocks.push(
    heading(2, words.evidence),
    ...evidenceLines(facts, words, draft).map(prose),
    ...addressed(facts, words.to, draft),
    unitSignature(facts, draft),
    ...unitAttachments(facts, words),
  );
  return finish(draft, { title: words.title, language, blocks });
}
