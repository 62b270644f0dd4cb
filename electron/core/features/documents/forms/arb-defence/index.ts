import appEn from '../../../../../../resources/forms/en/arb-application.json' with { type: 'json' };
import en from '../../../../../../resources/forms/en/arb-defence.json' with { type: 'json' };
import appZh from '../../../../../../resources/forms/zh-CN/arb-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-defence.json' with { type: 'json' };
import { defenceTopic } from '../../../../../../shared/features/documents/particulars/answer.ts';
import type { Block, Inline, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { claimSentence } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { bold, type Content, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { subordinal } from '../kit/format.ts';
import { cell, finish, heading, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';
import {
  addressedTo,
  answerCopies,
  answerFacts,
  answerTargets,
  attached,
  caseLine,
  headed,
  lastDay,
  makersInFull,
  makersOf,
  makersSignature,
  warnAfter,
} from '../kit/request.ts';

const applicationWords = { 'zh-CN': appZh, en: appEn };
const stances = ['confirm', 'dispute', 'part'] as const;
const parts = ['relation', 'wages', 'limitation', 'termination', 'other'] as const;

/**
 * 仲裁答辩书 (劳动争议调解仲裁法 art. 30; 办案规则 art. 33), of each respondent by itself. The procedure goes on
 * without it; what it says of each claim stands in a table beside the claim.
 */
export const arbDefence = defineForm({
  id: 'arb-defence',
  number: 9,
  track: 'arbitration',
  stage: 'answer',
  issuer: 'respondent',
  scope: 'case',
  requiredFacts: [
    ...answerFacts,
    'particulars.defence.request',
    'particulars.defence.points',
    'particulars.defence.evidence',
  ],
  topics: [defenceTopic],
  status: { basis: ['law'], form: ['secondary', 'memory'] },
  copies: answerCopies,
  targets: answerTargets,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, defenceTopic, target.partyId ?? null);
    const { points } = own.values;
    const makers = makersOf(facts, 'respondent', target);
    warnAfter(facts, lastDay(facts, 'arb-answer'), 'events.copy-served', 'defenceLate', draft, 'advice');
    const box = (checked: boolean, label: string): Inline[] => [
      { kind: 'checkbox', checked },
      ...text(` ${label} `),
    ];
    const rows = facts.claims.map((claim, i): TableCell[] => {
      const at = points.findIndex((p) => p.claim === i + 1);
      const stance = points[at]?.stance ?? null;
      const amount = at < 0 ? null : own.showCell('points', at, 'amount');
      const reason: Content =
        at < 0 ? own.gap('points', { widthEm: 8 }) : own.needCell('points', at, 'reason', { widthEm: 8 });
      return [
        cell(String(i + 1), { align: 'center' }),
        cell(claimSentence(facts, claim, i, applicationWords[language], draft)),
        cell(stances.flatMap((s) => box(s === stance, words.stances[s]))),
        cell([...reason, ...(amount === null ? [] : text(fillText(words.admitted, { amount })))]),
      ];
    });
    const told = parts.filter((key) => own.values[key] !== null);
    const column = (header: string, share: number): TableColumn => ({ header, share });
    const blocks: Block[] = [
      ...makersInFull(facts, makers, words.maker, draft),
      headed(draft, words.opponent, [
        ...(makers.side === 'workers' ? respondentNames(facts, draft) : applicantNames(facts, draft)),
        ...text(common.stop),
      ]),
      caseLine(facts, 'tribunal', draft),
      prose(text(words.intro)),
      heading(2, words.request),
      prose([...own.need('request', { widthEm: 16 }), ...text(common.stop)]),
      heading(2, words.points),
      rows.length === 0
        ? prose(draft.gap('claims', 'claims', { widthEm: 24 }))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: [
              column(words.columns.no, 4),
              column(words.columns.claim, 21),
              column(words.columns.stance, 8),
              column(words.columns.reason, 18),
            ],
            rows,
          },
      heading(2, common.request.reasons),
      // Nothing beyond the table is a short answer, not a fault.
      ...(told.length === 0 ? [prose(text(words.seeTable))] : []),
      ...told.flatMap((key, i): Block[] => [
        { ...prose(bold(`${subordinal(i + 1, language)}${words.parts[key]}`)), keepWithNext: true },
        ...own.paragraphs(key),
      ]),
      heading(2, words.evidence),
      ...own.paragraphs('evidence'),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, words.sign, draft),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(answerCopies(facts).opponents) }),
          text(words.attachment.evidence),
          ...(makers.side === 'unit' ? [text(words.attachment.identity)] : [text(words.attachment.id)]),
        ],
        draft,
      ),
    ];
    const records = /工资|考勤|payroll|attendance/iu.test(own.values.evidence ?? '');
    if (makers.side === 'unit' && own.values.evidence !== null && !records) {
      draft.warn(own.path('evidence'), 'rule', 'advice', 'employerRecords');
    }
    return finish(draft, { title: words.title, language, blocks });
  },
});
