import type zh from '../../../../../../resources/forms/zh-CN/court-complaint.json';
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { suitTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { claimRows } from '../arb-application/element/claims.ts';
import { type ElementRow, field } from '../arb-application/element/rows.ts';
import type { ApplicationWording } from '../arb-application/index.ts';
import { boxes, type CourtWords, yesOrNo } from '../kit/court.ts';
import { type Content, type Draft, fill, fillText, joined, text } from '../kit/draft.ts';
import { readTopic } from '../kit/particulars.ts';
import { makersAgents } from '../kit/request.ts';
import { plaintiffSide } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';

export type ComplaintWords = typeof zh & CourtWords;

/** More than three workers are listed by the roster. */
export function rosterRow(
  facts: FilingFacts,
  roster: string,
  words: { readonly inRoster: string },
  draft: Draft,
): ElementRow {
  const role = draft.common.role.applicant;
  const [first] = facts.applicants;
  const names = fill(draft.common.etAl, {
    name: first?.name ?? draft.gap('applicants', 'applicants'),
    count: String(facts.applicants.length),
  });
  return { label: role, lines: [names, fill(words.inRoster, { role, roster })] };
}

/** 诉讼请求: in words where they differ from the claims, then item by item. */
export function requestRows(
  facts: FilingFacts,
  told: ApplicationWording,
  words: ComplaintWords,
  draft: Draft,
): ElementRow[] {
  const own = readTopic(draft, facts, suitTopic);
  const { costs, requests } = own.values;
  const inWords = (): Content[] => own.paragraphs('requests', { widthEm: 24 }).map((p) => p.content);
  const role = draft.common.role;
  const defendant = plaintiffSide(facts) === 'unit' ? role.applicant : role.respondent;
  const costRow: ElementRow = {
    label: words.costs,
    lines: [
      [
        ...yesOrNo(costs, words),
        ...(costs === null ? own.need('costs', { widthEm: 4 }) : []),
        ...(costs === true ? text(`　${fillText(words.costsText, { defendant })}`) : []),
      ],
    ],
  };
  // The claims of the record are the workers': a unit that sues, or that filed, says in words what it asks.
  if (plaintiffSide(facts) === 'unit' || unitFiles(facts)) {
    return [{ label: words.requestText, lines: inWords() }, costRow];
  }
  const labels = { ...told.element.items, other: words.other, total: words.total };
  const rows = claimRows(facts, { ...told, element: { ...told.element, items: labels } }, draft);
  return [
    ...(requests === null ? [] : [{ label: words.requestText, lines: inWords() }]),
    ...rows.slice(0, 7),
    costRow,
    ...rows.slice(7),
  ];
}

/** 诉前保全: court, time and number where there was one. */
export function preservationRow(facts: FilingFacts, words: ComplaintWords, draft: Draft): ElementRow {
  const own = readTopic(draft, facts, suitTopic);
  const { preserved } = own.values;
  return {
    label: words.preservedLabel,
    lines: [
      yesOrNo(preserved, words),
      ...(preserved === true
        ? [
            joined(
              [
                field(words.preservedCourt, own.need('preservedCourt', { widthEm: 10 }), draft),
                field(words.preservedAt, own.need('preservedAt'), draft),
                field(words.preservedNumber, own.need('preservedNumber', { widthEm: 10 }), draft),
              ],
              '　',
            ),
          ]
        : []),
    ],
  };
}

export function evidenceRow(facts: FilingFacts, label: string, words: CourtWords, draft: Draft): ElementRow {
  const count = facts.evidence.length;
  return {
    label,
    lines: [
      count === 0
        ? draft.gap('evidence', 'evidence', { widthEm: 12 })
        : [...boxes([['', true]]), ...fill(words.evidenceAttached, { count: String(count) })],
    ],
  };
}

/** 附: what goes with the complaint, by the basis of the suit. */
export function attachments(
  facts: FilingFacts,
  words: ComplaintWords,
  defendants: number,
  draft: Draft,
): Content[] {
  const { attachment } = words;
  const { entry } = readTopic(draft, facts, suitTopic).values;
  const side = plaintiffSide(facts);
  const agents = makersAgents(facts, { side, filed: true, places: facts.respondents.map((_, i) => i) });
  const basis =
    entry === 'iou' || entry === 'agreement'
      ? attachment.iou
      : entry === 'refused' || entry === 'overdue'
        ? attachment.refusal
        : attachment.award;
  return [
    fill(attachment.copies, { count: String(defendants) }),
    text(basis),
    text(attachment.id),
    ...(side === 'unit' ? [] : [text(attachment.registration)]),
    ...(agents.length > 0 ? [text(attachment.agent)] : []),
    text(attachment.evidence),
  ];
}
