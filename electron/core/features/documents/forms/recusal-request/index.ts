import en from '../../../../../../resources/forms/en/recusal-request.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/recusal-request.json' with { type: 'json' };
import { recusalTopic } from '../../../../../../shared/features/documents/particulars/requests.ts';
import { hearingTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { fill, startDraft, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import { finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { addressedTo, headed, makersOf, makersSignature, requestFacts, requestHead } from '../kit/request.ts';

/**
 * 回避申请书 (劳动争议调解仲裁法 art. 33; 办案规则 arts 11–12): on one of four grounds, before the hearing, or before
 * the debate closes when it was learnt later.
 */
export const recusalRequest = defineForm({
  id: 'recusal-request',
  number: 13,
  track: 'arbitration',
  stage: 'hearing',
  issuer: 'party',
  scope: 'case',
  requiredFacts: [
    ...requestFacts,
    'particulars.recusal.person',
    'particulars.recusal.office',
    'particulars.recusal.grounds',
    'particulars.recusal.learned',
    'particulars.recusal.facts',
    'particulars.recusal.evidence',
  ],
  topics: [recusalTopic, hearingTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, recusalTopic);
    const { grounds, learned } = own.values;
    const makers = makersOf(facts, own.values.by);
    const last = readTopic(draft, facts, hearingTopic).values.recuseBy?.due ?? null;
    // What was known before the hearing must be said before it; what came up later may still be said.
    if (last !== null && facts.preparedOn !== null && facts.preparedOn > last && (learned ?? last) <= last) {
      draft.warn('particulars.recusal.learned', 'rule', 'advice', 'recusalLate', {
        date: longDate(last, common),
      });
    }
    const ticks = recusalTopic.fields.grounds.type.options.map(
      ({ value, label }): Block =>
        plain(
          [
            { kind: 'checkbox', checked: grounds.some((g) => g === value) },
            ...text(` ${language === 'en' ? label.en : label.zh}`),
          ],
          { leftEm: 2 },
        ),
    );
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft),
      heading(2, common.request.asks),
      prose(
        fill(words.ask, {
          office: own.need('office', { widthEm: 5 }),
          person: own.need('person', { widthEm: 6 }),
        }),
      ),
      heading(2, words.grounds),
      ...(grounds.length === 0 ? [prose(own.gap('grounds', { widthEm: 16 }))] : []),
      ...ticks,
      heading(2, common.request.reasons),
      headed(draft, words.learned, own.need('learned')),
      ...own.paragraphs('facts'),
      heading(2, words.evidence),
      ...own.paragraphs('evidence'),
      prose(text(words.basis)),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
