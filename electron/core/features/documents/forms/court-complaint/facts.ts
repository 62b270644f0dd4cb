import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { suitTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { awardTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { injuryTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import {
  contractLines,
  employmentOf,
  endLines,
  performanceLines,
  perWorker,
} from '../arb-application/element/facts.ts';
import { type ElementRow, field } from '../arb-application/element/rows.ts';
import type { ApplicationWording } from '../arb-application/index.ts';
import { chain, demands, ends, grounds, groupRelation, performance } from '../arb-application/narrative.ts';
import { yesOrNo } from '../kit/court.ts';
import { type Content, type Draft, fill, joined, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { needsRoster } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { plaintiffSide } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';
import { type ComplaintWords, evidenceRow } from './requests.ts';

const paragraphs = (own: string | null): Content[] =>
  (own ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [text(line.trim())]));

function injuryRow(facts: FilingFacts, words: ComplaintWords, draft: Draft): ElementRow {
  const lines = facts.applicants.flatMap((a): Content[] => {
    const own = readTopic(draft, facts, injuryTopic, a.id);
    const { finding, grade } = own.values;
    const at = own.show('at');
    if (at === null && finding === null && grade === null) return [];
    const shown = fill(words.injuryText, {
      at: at ?? words.none,
      finding: finding ?? words.none,
      grade: grade ?? words.none,
      cost: own.show('cost') ?? words.none,
    });
    return [
      facts.applicants.length > 1 ? [...fill(words.migrantOf, { name: a.name ?? '' }), ...shown] : shown,
    ];
  });
  return { label: words.injury, lines: lines.length > 0 ? lines : [text(words.none)] };
}

function arbitrationRow(facts: FilingFacts, words: ComplaintWords, draft: Draft): ElementRow {
  const own = readTopic(draft, facts, suitTopic);
  const award = readTopic(draft, facts, awardTopic);
  const { entry } = own.values;
  const basis = field(words.entry, own.need('entry', { widthEm: 12 }), draft);
  if (entry === 'iou' || entry === 'agreement') return { label: words.arbitration, lines: [basis] };
  const applied = field(words.applied, eventDay(facts, 'application-submitted', draft), draft);
  const result = field(words.result, own.need('arbitrationResult', { widthEm: 16 }), draft);
  if (entry === 'refused' || entry === 'overdue') {
    return { label: words.arbitration, lines: [basis, applied, result] };
  }
  const byApplicant = (plaintiffSide(facts) === 'workers') !== unitFiles(facts);
  const received = eventDay(
    facts,
    byApplicant ? 'award-received-by-applicant' : 'award-received-by-respondent',
    draft,
  );
  return {
    label: words.arbitration,
    lines: [
      basis,
      joined([applied, field(words.arbClaims, words.arbClaimsText, draft)], '　'),
      field(
        words.document,
        fill(words.documentText, {
          tribunal: draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 }),
          number: award.need('number', { widthEm: 8 }),
          date: award.need('date'),
          finality: award.need('finality', { widthEm: 6 }),
        }),
        draft,
      ),
      field(words.received, received, draft),
      result,
    ],
  };
}

function furtherRow(
  facts: FilingFacts,
  told: ApplicationWording,
  words: ComplaintWords,
  draft: Draft,
): ElementRow {
  const own = readTopic(draft, facts, suitTopic);
  const migrants = facts.applicants.map((a) => a.isMigrant);
  const alike = migrants.length > 0 && migrants.every((m) => m === migrants[0]) ? migrants[0] : null;
  const narrative = facts.narrative.demands;
  return {
    label: words.further,
    lines: [
      field(words.migrant, yesOrNo(alike ?? null, words), draft),
      ...chain(facts, told, draft),
      ...(unitFiles(facts) ? [] : narrative === null ? demands(facts, told, draft) : paragraphs(narrative)),
      ...paragraphs(own.values.further),
    ],
  };
}

/** 事实与理由: a free text if there is one, then the seven elements and the evidence. */
export function courtFactRows(
  facts: FilingFacts,
  told: ApplicationWording,
  words: ComplaintWords,
  draft: Draft,
): ElementRow[] {
  const own = readTopic(draft, facts, suitTopic);
  const e = told.element;
  const group = needsRoster(facts);
  const { narrative } = facts;
  const needed = plaintiffSide(facts) === 'unit' || unitFiles(facts);
  const story =
    own.values.story === null
      ? needed
        ? own.paragraphs('story', { widthEm: 24 }).map((p) => p.content)
        : [text(words.seeElements)]
      : paragraphs(own.values.story);
  const end = (a: (typeof facts.applicants)[number], i: number): readonly Content[] => {
    const paid = employmentOf(facts, a, draft)?.compensation;
    return [...endLines(a, i, told, draft), ...(paid ? [text(paid)] : [])];
  };
  return [
    { label: words.story, lines: story },
    ...(group
      ? [
          {
            label: e.performance,
            lines: [...groupRelation(facts, told, draft), ...performance(facts, told, draft)],
          },
          { label: e.termination, lines: ends(facts, told, draft) },
        ]
      : [
          ...perWorker(facts, e.contract, draft, (a, i) => contractLines(facts, a, i, told, draft), []),
          ...perWorker(
            facts,
            e.performance,
            draft,
            (a, i) => performanceLines(facts, a, i, told, draft),
            unitFiles(facts) ? [] : paragraphs(narrative.performance),
          ),
          ...perWorker(facts, e.termination, draft, end, []),
        ]),
    injuryRow(facts, words, draft),
    arbitrationRow(facts, words, draft),
    furtherRow(facts, told, words, draft),
    {
      label: words.basis,
      lines:
        narrative.grounds === null || unitFiles(facts)
          ? grounds(facts, told, draft)
          : paragraphs(narrative.grounds),
    },
    evidenceRow(facts, words.evidence, words, draft),
  ];
}
