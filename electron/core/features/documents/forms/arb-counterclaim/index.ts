import en from '../../../../../../resources/forms/en/arb-counterclaim.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-counterclaim.json' with { type: 'json' };
import { counterclaimTopic } from '../../../../../../shared/features/documents/particulars/answer.ts';
import { fen } from '../../../../../../shared/kernel/money.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { type Content, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { longDate, money, moneyInWords } from '../kit/format.ts';
import { finish, heading, numbered, plain, prose } from '../kit/paper.ts';
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
import { sumOrNull } from '../kit/sums.ts';

/**
 * 反申请书 (办案规则 art. 36): within the time for the answer and against the applicant of the same case; what comes
 * later, or is no labour dispute, needs an application or suit of its own.
 */
export const arbCounterclaim = defineForm({
  id: 'arb-counterclaim',
  number: 10,
  track: 'arbitration',
  stage: 'answer',
  issuer: 'respondent',
  scope: 'case',
  requiredFacts: [
    ...answerFacts,
    'particulars.counterclaim.claims',
    'particulars.counterclaim.facts',
    'particulars.counterclaim.evidence',
  ],
  topics: [counterclaimTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: answerCopies,
  targets: answerTargets,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, counterclaimTopic, target.partyId ?? null);
    const { claims } = own.values;
    const makers = makersOf(facts, 'respondent', target);
    const last = lastDay(facts, 'arb-counterclaim');
    warnAfter(facts, last, 'events.copy-served', 'counterclaimLate', draft);
    const claim = (i: number): Block[] => {
      const { amount = null, working = null, text: own1 = null } = claims[i] ?? {};
      if (/借款|货款|股权|合伙|买卖|租赁/u.test(own1 ?? '')) {
        draft.warn(own.path('claims'), 'rule', 'advice', 'counterclaimKind');
      }
      const sentence: Content = [
        ...own.needCell('claims', i, 'text', { widthEm: 24 }),
        ...(amount === null ? [] : text(fillText(words.amount, { amount: money(amount, common) }))),
        ...text(common.stop),
      ];
      return [
        numbered(i + 1, sentence, language),
        ...(working === null
          ? []
          : [plain(fill(words.working, { line: working }), { leftEm: 2, align: 'justify', sizePt: 12 })]),
      ];
    };
    const sums = claims.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    const total = sums.length === 0 ? null : sumOrNull(sums);
    const blocks: Block[] = [
      ...makersInFull(facts, makers, words.maker, draft),
      headed(draft, words.opponent, [
        ...(makers.side === 'workers' ? respondentNames(facts, draft) : applicantNames(facts, draft)),
        ...text(common.stop),
      ]),
      caseLine(facts, 'tribunal', draft),
      heading(2, words.claims),
      ...(claims.length === 0
        ? [numbered(1, own.gap('claims', { widthEm: 28 }), language)]
        : claims.flatMap((_, i) => claim(i))),
      ...(total === null ? [] : [prose(fill(words.total, { amount: moneyInWords(fen(total), common) }))]),
      heading(2, common.request.reasons),
      ...own.paragraphs('facts'),
      prose(last === null ? text(words.basis) : fill(words.basisBy, { last: longDate(last, common) })),
      heading(2, words.evidence),
      ...own.paragraphs('evidence'),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, words.sign, draft),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(answerCopies(facts).opponents) }),
          text(words.attachment.evidence),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
