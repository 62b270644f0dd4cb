import en from '../../../../../../resources/forms/en/jurisdiction-objection.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/jurisdiction-objection.json' with { type: 'json' };
import { jurisdictionTopic } from '../../../../../../shared/features/documents/particulars/answer.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { fill, startDraft, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import { finish, heading, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  addressedTo,
  answerTargets,
  headed,
  lastDay,
  makersOf,
  makersSignature,
  requestHead,
  warnAfter,
} from '../kit/request.ts';

/**
 * 管辖异议申请书 (劳动争议调解仲裁法 art. 21; 办案规则 arts 8, 10): in writing before the time for the answer ends.
 * Where the worker lives is no link; the place of performance comes before the employer's seat.
 */
export const jurisdictionObjection = defineForm({
  id: 'jurisdiction-objection',
  number: 11,
  track: 'arbitration',
  stage: 'answer',
  issuer: 'respondent',
  scope: 'case',
  requiredFacts: [
    ...['name', 'uscc', 'phone', 'representative.name'].map(
      (name) => `respondents.*.party.organisation.${name}`,
    ),
    'applicants.*.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    'particulars.jurisdiction.to',
    'particulars.jurisdiction.ground',
    'particulars.jurisdiction.place',
    'particulars.jurisdiction.reason',
    'particulars.jurisdiction.evidence',
  ],
  topics: [jurisdictionTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: oneEach,
  targets: answerTargets,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, jurisdictionTopic, target.partyId ?? null);
    const makers = makersOf(facts, 'respondent', target);
    const { to, place, reason } = own.values;
    const last = lastDay(facts, 'arb-jur-objection');
    warnAfter(facts, last, 'events.copy-served', 'objectionLate', draft);
    if (to !== null && to === facts.tribunal.sealName) {
      draft.warn(own.path('to'), 'rule', 'error', 'sameCommission', { name: to });
    }
    if (/户籍|(劳动者|申请人)的?住所/u.test(`${place ?? ''}${reason ?? ''}`)) {
      draft.warn(own.path('place'), 'rule', 'advice', 'workerDomicile');
    }
    const blocks: Block[] = [
      ...requestHead(facts, makers, draft, { labels: { maker: words.maker, opponent: words.opponent } }),
      heading(2, common.request.asks),
      prose(fill(words.ask, { to: own.need('to', { widthEm: 16 }) })),
      heading(2, common.request.reasons),
      headed(draft, words.ground, own.need('ground')),
      headed(draft, words.place, own.need('place', { widthEm: 16 })),
      ...own.paragraphs('reason'),
      prose(last === null ? text(words.basis) : fill(words.basisBy, { last: longDate(last, common) })),
      heading(2, words.evidence),
      ...own.paragraphs('evidence'),
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, words.sign, draft),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
