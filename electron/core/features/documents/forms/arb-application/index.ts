import type zh from '../../../../../../resources/forms/zh-CN/arb-application.json';
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import {
  addressed,
  type BuiltForm,
  finish,
  handDate,
  heading,
  isCollective,
  needsRoster,
  plain,
  prose,
  rosterTitle,
  signature,
} from '../kit/paper.ts';
import {
  agentBlock,
  applicantBlock,
  applicantName,
  applicantNames,
  numberedRole,
  respondentBlock,
  subjectName,
  thirdPartyBlock,
} from '../kit/parties.ts';
import { checkWageClaims } from '../kit/sums.ts';
import type { CommonWording, FormWording } from '../kit/wording.ts';
import { claimBlocks } from './claims.ts';
import { limitationBlocks } from './limitation.ts';
import { narrativeBlocks } from './narrative.ts';

export type ApplicationWording = typeof zh;

/** Indices of the elected representatives among the applicants. */
function representatives(facts: FilingFacts): number[] {
  const ids = facts.representation?.applicantIds ?? [];
  return ids.map((id) => facts.applicants.findIndex((a) => a.id === id)).filter((i) => i >= 0);
}

function applicantBlocks(facts: FilingFacts, words: ApplicationWording, draft: Draft): Block[] {
  const { common } = draft;
  const count = facts.applicants.length;
  if (count === 0) return [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
  if (!needsRoster(facts)) {
    return facts.applicants.flatMap((_, i) =>
      applicantBlock(facts, i, numberedRole(common, 'applicant', i, count), draft),
    );
  }
  const label = (value: string): Content => [
    { kind: 'text', text: fillText(common.labelled, { label: value, value: '' }), bold: true },
  ];
  const blocks: Block[] = [
    prose([
      ...label(common.role.applicant),
      ...fill(words.applicantsInRoster, {
        names: applicantNames(facts, draft),
        roster: rosterTitle(facts, words),
      }),
    ]),
  ];
  if (!isCollective(facts)) return blocks;
  const list = representatives(facts);
  if (list.length === 0) {
    const gap = draft.gap('representation.applicantIds', 'representatives', { widthEm: 18 });
    return [...blocks, prose([...label(common.role.representative), ...gap])];
  }
  const lines = list.map((at): Block => representativeLine(facts, at, words, draft));
  const names = list
    .map((at) => facts.applicants[at]?.name)
    .filter((name) => name !== null)
    .join(common.listComma);
  return [
    ...blocks,
    prose([
      ...label(common.role.representative),
      ...fill(words.representativesHead, { names, count: String(list.length) }),
    ]),
    ...lines,
  ];
}

function representativeLine(facts: FilingFacts, at: number, words: ApplicationWording, draft: Draft): Block {
  const { common } = draft;
  const person = facts.applicants[at];
  if (!person) return prose([]);
  const path = `applicants.${at}`;
  const subject = subjectName(common, 'applicant', person.name, at);
  return prose([
    ...fill(words.representativeLine, {
      name: applicantName(person, at, draft),
      idType: draft.need(`${path}.idType`, person.idType && common.idType[person.idType], 'idType', {
        subject,
      }),
      idNumber: draft.need(`${path}.idNumber`, person.idNumber, 'idNumber', { subject, widthEm: 11 }),
      mailAddress: draft.need(`${path}.mailAddress`, person.mailAddress, 'mailAddress', {
        subject,
        widthEm: 14,
      }),
      phone: draft.need(`${path}.phone`, person.phone, 'phone', { subject }),
    }),
    ...text(common.stop),
  ]);
}

function evidenceBlocks(facts: FilingFacts, words: ApplicationWording, draft: Draft): Block[] {
  const { common } = draft;
  const count = facts.evidence.length;
  const line =
    count === 0
      ? fill(words.noEvidence, { gap: draft.gap('evidence', 'evidence', { widthEm: 10 }) })
      : fill(words.evidenceLine, { count: String(count) });
  return [
    prose(line),
    ...facts.witnesses.map((witness, i): Block => {
      const subject = subjectName(common, 'witness', witness.name, i);
      return prose(
        fill(words.witness, {
          name: draft.need(`witnesses.${i}.name`, witness.name, 'witnessName', { subject, widthEm: 5 }),
          domicile: draft.need(`witnesses.${i}.domicile`, witness.domicile, 'witnessDomicile', {
            subject,
            widthEm: 14,
          }),
          phone: witness.phone === null ? '' : fillText(words.witnessPhone, { phone: witness.phone }),
          proves: witness.proves === null ? '' : fillText(words.witnessProves, { proves: witness.proves }),
        }),
      );
    }),
  ];
}

function signatureLines(facts: FilingFacts, words: ApplicationWording, common: CommonWording): Content[] {
  const line = (label: string): Content => [...text(label), blank(9)];
  const date = handDate(common);
  if (needsRoster(facts)) {
    const reps = isCollective(facts) ? [line(words.representativesSign)] : [];
    return [fill(words.rosterSign, { roster: rosterTitle(facts, words) }), ...reps, date];
  }
  const lines = facts.applicants.flatMap((applicant) => [
    line(common.signApplicant),
    ...(applicant.guardian ? [line(words.guardianSign)] : []),
  ]);
  return [...(lines.length > 0 ? lines : [line(common.signApplicant)]), date];
}

function attachments(facts: FilingFacts, words: ApplicationWording): Block[] {
  const { attachment } = words;
  const group = needsRoster(facts);
  const pages = facts.evidence.reduce((last, item) => Math.max(last, item.pageTo ?? 0), 0);
  const units = facts.respondents.filter((r) => r.party.kind === 'organisation').length;
  const schedules = facts.applicants.filter((a) => a.arrears.rows.length > 0).length;
  const items: string[] = [
    fillText(attachment.copies, { copies: String(copiesFor(facts).opponents) }),
    fillText(attachment.ids, { count: String(facts.applicants.length) }),
  ];
  if (units > 0) items.push(fillText(attachment.registration, { count: String(units) }));
  if (facts.agents.length > 0) items.push(attachment.agent);
  if (group) items.push(fillText(attachment.roster, { roster: rosterTitle(facts, words) }));
  if (isCollective(facts)) items.push(attachment.rep);
  items.push(pages > 0 ? fillText(attachment.evidencePages, { pages: String(pages) }) : attachment.evidence);
  if (schedules > 0) items.push(fillText(attachment.wages, { count: String(schedules) }));
  items.push(attachment.address);
  return [
    plain(text(words.attachments), { indentEm: 2, sizePt: 10.5, spaceBeforePt: 6, keepWithNext: true }),
    ...items.map((item, i) => plain(text(`${i + 1}. ${item}`), { leftEm: 2, sizePt: 10.5 })),
  ];
}

/**
 * 劳动人事争议仲裁申请书 (劳动争议调解仲裁法 art. 28; 办案规则 art. 29). The tribunal gives the case its number, so
 * the paper leaves a blank; arbitration is free (art. 53), so it never asks for costs.
 */
export function buildApplication(facts: FilingFacts, wording: FormWording<ApplicationWording>): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const cause = draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 12 });
  const respondents =
    facts.respondents.length === 0
      ? [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))]
      : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft));
  const blocks: Block[] = [
    plain([...text(words.receipt), blank(8)], { align: 'right', sizePt: 10.5 }),
    ...applicantBlocks(facts, words, draft),
    ...facts.agents.map((_, i) => agentBlock(facts, i, draft)),
    ...respondents,
    ...facts.thirdParties.flatMap((_, i) => thirdPartyBlock(facts, i, draft)),
    prose(fill(common.labelled, { label: [{ kind: 'text', text: words.cause, bold: true }], value: cause })),
    heading(2, words.claims),
    ...claimBlocks(facts, words, draft),
    heading(2, words.facts),
    ...narrativeBlocks(facts, words, draft),
  ];
  checkWageClaims(facts, draft);
  const limitation = limitationBlocks(facts, words, draft);
  if (limitation.length > 0) blocks.push(heading(2, words.limitation), ...limitation);
  blocks.push(
    heading(2, words.evidence),
    ...evidenceBlocks(facts, words, draft),
    ...addressed(facts, words.to, draft),
    signature(signatureLines(facts, words, common)),
    ...attachments(facts, words),
  );
  return finish(draft, { title: words.title, language, blocks });
}
