import awardEn from '../../../../../../resources/forms/en/arb-award.json' with { type: 'json' };
import en from '../../../../../../resources/forms/en/enforcement-application.json' with { type: 'json' };
import awardZh from '../../../../../../resources/forms/zh-CN/arb-award.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/enforcement-application.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import {
  awardReasonsTopic,
  statementTopic,
} from '../../../../../../shared/features/documents/particulars/commission.ts';
import { enforcementTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { assetsTopic } from '../../../../../../shared/features/documents/particulars/interim.ts';
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { awardTopic, courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { bankTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import { formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { type ElementRow, field } from '../arb-application/element/rows.ts';
import { awardSentence, decidedClaims, isAllowed } from '../arb-award/items.ts';
import { defineForm } from '../definition.ts';
import {
  agentsRow,
  boxes,
  courtNotes,
  courtTable,
  courtWords,
  unitRow,
  workerRow,
  yesOrNo,
} from '../kit/court.ts';
import { blank, type Content, type Draft, joined, startDraft, text } from '../kit/draft.ts';
import { longDate, ordinal } from '../kit/format.ts';
import { cell, finish, handDate, heading, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { addressedTo, attached, warnAfter } from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';
import { agentsOf, unitFiles } from '../kit/sides.ts';
import { documentOf, moneyLines } from './sums.ts';

type Words = typeof zh;

const awardWords = { 'zh-CN': awardZh, en: awardEn };
const civilKinds = ['judgment', 'ruling', 'mediation', 'sanction', 'order'] as const;
const arbitralKinds = ['award', 'arb-mediation', 'preservation', 'evidence', 'notarial'] as const;
const boxOf = {
  award: 'award',
  advance: 'award',
  'arbitral-mediation': 'arb-mediation',
  judgment: 'judgment',
  'court-mediation': 'mediation',
  confirmation: 'ruling',
  'payment-order': 'order',
} as const;

/** The document by type, maker, number, day and terms; an award's and a statement's are on record. */
function basisRows(facts: FilingFacts, words: Words, draft: Draft): ElementRow[] {
  const { language } = draft;
  const own = readTopic(draft, facts, enforcementTopic);
  const { maker, number, terms } = own.values;
  const basis = documentOf(facts, draft);
  const box = own.values.basis && boxOf[own.values.basis];
  const ticks = (kinds: readonly (keyof Words['kinds'])[]): Content =>
    boxes(kinds.map((kind) => [words.kinds[kind], kind === box]));
  const ofCommission = basis === 'award' || basis === 'arbitral-mediation' || basis === 'advance';
  const recorded =
    basis === 'award'
      ? readTopic(draft, facts, awardTopic)
      : basis === 'arbitral-mediation'
        ? readTopic(draft, facts, statementTopic)
        : null;
  const allowed = basis === 'award' && terms === null ? decidedClaims(facts, draft).filter(isAllowed) : [];
  const items = allowed.map(
    (decided, i): Content => [
      ...text(ordinal(i + 1, language)),
      ...awardSentence(facts, decided, awardWords[language], draft),
      ...text(draft.common.stop),
    ],
  );
  return [
    {
      label: words.kind,
      lines: [
        field(words.civil, ticks(civilKinds), draft),
        field(words.arbitral, ticks(arbitralKinds), draft),
        ...(box === null ? [own.need('basis', { widthEm: 8 })] : []),
      ],
    },
    {
      label: words.maker,
      lines: [
        maker !== null || !ofCommission
          ? own.need('maker', { widthEm: 14 })
          : draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 }),
      ],
    },
    { label: words.cause, lines: [draft.need('matter.cause', facts.matter.cause, 'cause')] },
    {
      label: words.number,
      lines: [
        number !== null || recorded === null
          ? own.need('number', { widthEm: 10 })
          : recorded.need('number', { widthEm: 10 }),
      ],
    },
    { label: words.effective, lines: [own.need('effectiveOn')] },
    {
      label: words.terms,
      lines: items.length > 0 ? items : own.paragraphs('terms', { widthEm: 24 }).map((p) => p.content),
    },
  ];
}

function preservedRow(
  facts: FilingFacts,
  words: Words & (typeof courtWords)['zh-CN'],
  draft: Draft,
): ElementRow {
  const own = readTopic(draft, facts, enforcementTopic);
  const { preserved, preservedUntil } = own.values;
  if (preserved === true && preservedUntil === null) {
    draft.warn(own.path('preservedUntil'), 'rule', 'advice', 'enforcePreserved');
  }
  const parts = [
    field(words.preservedNumber, own.show('preservedNumber') ?? [blank(8)], draft),
    field(words.preservedUntil, own.show('preservedUntil') ?? [blank(8)], draft),
  ];
  return {
    label: words.preserved,
    lines: [yesOrNo(preserved, words), ...(preserved === true ? [joined(parts, '　')] : [])],
  };
}

/** 被执行人财产线索表 */
function assets(facts: FilingFacts, words: Words, draft: Draft): Block[] {
  const own = readTopic(draft, facts, assetsTopic);
  const { list } = own.values;
  const head = { ...heading(2, words.annex) };
  if (list.length === 0) return [head, prose(text(words.noAssets))];
  const c = words.columns;
  return [
    head,
    {
      kind: 'table',
      sizePt: 10.5,
      columns: [
        { header: c.no, share: 5 },
        { header: c.kind, share: 11 },
        { header: c.holder, share: 15 },
        { header: c.detail, share: 22 },
        { header: c.value, share: 13 },
      ],
      rows: list.map((row, i): TableCell[] => [
        cell(String(i + 1), { align: 'center' }),
        cell(own.showCell('list', i, 'kind') ?? ''),
        cell(row.holder ?? ''),
        cell(row.detail ?? ''),
        cell(row.value === null ? '' : formatYuan(row.value), { align: 'right' }),
      ]),
    },
  ];
}

/**
 * 强制执行申请书 of one worker in the element form of the courts (劳动争议调解仲裁法 art. 51; 民事诉讼法 arts 235, 247, 250, 264).
 * The fee is not advanced (诉讼费用交纳办法 arts 20, 38).
 */
export const enforcementApplication = defineForm({
  id: 'enforcement-application',
  number: 43,
  track: 'court',
  stage: 'enforcement',
  issuer: 'applicant',
  scope: 'member',
  requiredFacts: [
    ...['name', 'sex', 'birth', 'idType', 'idNumber', 'domicile', 'phone'].map(
      (key) => `applicants.*.${key}`,
    ),
    'applicants.*.job.post',
    ...['name', 'uscc', 'domicile', 'phone', 'representative.name', 'representative.title'].map(
      (key) => `respondents.*.party.organisation.${key}`,
    ),
    ...['kind', 'name', 'firm', 'licenceNo', 'phone', 'mode'].map((key) => `agents.*.${key}`),
    'matter.cause',
    'tribunal.sealName',
    'particulars.award.number',
    ...['basis', 'effectiveOn', 'performBy'].map((key) => `particulars.enforcement.${key}`),
    'particulars.court.name',
  ],
  topics: [enforcementTopic, bankTopic, assetsTopic, awardTopic, awardReasonsTopic, courtTopic, partiesTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: (facts) => ({ tribunal: 1, opponents: 0, own: facts.copies.own, total: 1 + facts.copies.own }),
  applicable: (facts) => !unitFiles(facts) || facts.applicants.length > 0,
  words: { 'zh-CN': { ...courtWords['zh-CN'], ...zh }, en: { ...courtWords.en, ...en } },
  build: (facts, { common: usual, form: words, language }, target) => {
    const common = inRoles(usual, { workers: words.creditor, units: words.debtor });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, enforcementTopic);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    if (!worker) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const { basis, performBy, acts, handover, applyBy } = own.values;
    warnAfter(facts, applyBy?.due ?? null, own.path('performBy'), 'enforceLate', draft);
    if (performBy !== null && facts.preparedOn !== null && facts.preparedOn <= performBy) {
      draft.warn(own.path('performBy'), 'rule', 'advice', 'enforceEarly', {
        date: longDate(performBy, common),
      });
    }
    const agents = agentsOf(facts, worker.id);
    const lines = (value: string | null): Content[] =>
      value === null ? [text(words.none)] : value.split('\n').map((line) => text(line.trim()));
    const debtors =
      facts.respondents.length === 0
        ? [{ label: words.debtor, lines: [draft.gap('respondents', 'respondents', { widthEm: 20 })] }]
        : facts.respondents.map(({ party }, i) =>
            unitRow(facts, party, 'respondent', i, facts.respondents.length, draft),
          );
    const listed = readTopic(draft, facts, assetsTopic).values.list.length > 0;
    const mediated = basis === 'arbitral-mediation' || basis === 'court-mediation';
    const blocks: Block[] = [
      ...courtNotes(words.notes, words.warning, draft),
      courtTable([
        words.parties,
        ...workerRow({ ...facts, applicants: facts.applicants }, at, draft, true),
        agentsRow(agents, draft),
        ...debtors,
        words.basisHead,
        ...basisRows(facts, words, draft),
        words.asks,
        { label: words.money, lines: moneyLines(facts, worker, words, draft) },
        { label: words.acts, lines: lines(acts) },
        { label: words.handover, lines: lines(handover) },
        words.preservedHead,
        preservedRow(facts, words, draft),
      ]),
      ...addressedTo(facts, 'court', draft),
      signature([
        [...text(words.sign), blank(9)],
        [...text(words.date), ...handDate(common)],
      ]),
      ...attached(
        [
          text(words.attachment.document),
          text(mediated ? words.attachment.both : words.attachment.effect),
          text(words.attachment.id),
          text(words.attachment.bank),
          ...(agents.length > 0 ? [text(words.attachment.agent)] : []),
          ...(listed ? [text(words.attachment.assets)] : []),
        ],
        draft,
      ),
      ...(listed ? assets(facts, words, draft) : []),
    ];
    return finish(draft, { title: words.title, language, blocks, profile: 'court' });
  },
});
