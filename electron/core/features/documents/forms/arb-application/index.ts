import type zh from '../../../../../../resources/forms/zh-CN/arb-application.json';
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import {
  addressed,
  type BuiltForm,
  finish,
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
  applicantNames,
  numberedRole,
  respondentBlock,
  thirdPartyBlock,
} from '../kit/parties.ts';
import { filingAgents, unitFiles } from '../kit/sides.ts';
import { checkPeriods, checkWageClaims } from '../kit/sums.ts';
import type { FormWording } from '../kit/wording.ts';
import { claimBlocks } from './claims.ts';
import { limitationBlocks } from './limitation.ts';
import { narrativeBlocks } from './narrative.ts';
import {
  attachments,
  checkMigrants,
  evidenceLines,
  representativeLine,
  representatives,
  signatureLines,
} from './parts.ts';
import { buildUnitApplication } from './unit.ts';

export type ApplicationWording = typeof zh;

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
  const lines = list.map((at): Block => prose(representativeLine(facts, at, words, draft)));
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

/**
 * 劳动人事争议仲裁申请书 (劳动争议调解仲裁法 art. 28; 办案规则 art. 29). The tribunal gives the case its number, so
 * the paper leaves a blank; arbitration is free (art. 53), so it never asks for costs.
 */
export function buildApplication(facts: FilingFacts, wording: FormWording<ApplicationWording>): BuiltForm {
  if (unitFiles(facts)) return buildUnitApplication(facts, wording);
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const cause = draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 12 });
  const respondents =
    facts.respondents.length === 0
      ? [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))]
      : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft));
  const agents = filingAgents(facts);
  const blocks: Block[] = [
    plain([...text(words.receipt), blank(8)], { align: 'right', sizePt: 10.5 }),
    ...applicantBlocks(facts, words, draft),
    ...agents.map((_, i) => agentBlock(agents, i, draft)),
    ...respondents,
    ...facts.thirdParties.flatMap((_, i) => thirdPartyBlock(facts, i, draft)),
    prose(fill(common.labelled, { label: [{ kind: 'text', text: words.cause, bold: true }], value: cause })),
    heading(2, words.claims),
    ...claimBlocks(facts, words, draft),
    heading(2, words.facts),
    ...narrativeBlocks(facts, words, draft),
  ];
  checkWageClaims(facts, draft);
  checkMigrants(facts, draft);
  checkPeriods(facts, draft);
  const limitation = limitationBlocks(facts, words, draft);
  if (limitation.length > 0) blocks.push(heading(2, words.limitation), ...limitation);
  blocks.push(
    heading(2, words.evidence),
    ...evidenceLines(facts, words, draft).map(prose),
    ...addressed(facts, words.to, draft),
    signature(signatureLines(facts, words, common)),
    ...attachments(facts, words),
  );
  return finish(draft, { title: words.title, language, blocks });
}
