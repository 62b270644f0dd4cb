import en from '../../../../../../resources/forms/en/extension-request.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/extension-request.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { formTitles } from '../../../../../../shared/features/documents/form-ids.ts';
import { extensionTopic } from '../../../../../../shared/features/documents/particulars/requests.ts';
import { hearingTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { typedValues } from '../../../../../../shared/features/documents/particulars/values.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { fill, startDraft, text } from '../kit/draft.ts';
import { finish, heading, partyLabel, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  addressedTo,
  headed,
  makersOf,
  makersSignature,
  requestFacts,
  requestHead,
  warnAfter,
} from '../kit/request.ts';

const kindOf = (facts: FilingFacts) =>
  typedValues(extensionTopic, facts.particulars.case[extensionTopic.id]?.entered ?? {}).kind;

/**
 * 延期开庭申请书 (劳动争议调解仲裁法 art. 35; 办案规则 art. 38) or 延期举证申请书 (办案规则 art. 15). A request on the
 * day of the hearing protects nobody: an absent applicant counts as having withdrawn, and may not apply again (art. 39).
 */
export const extensionRequest = defineForm({
  id: 'extension-request',
  number: 12,
  track: 'arbitration',
  stage: 'pre-hearing',
  issuer: 'party',
  scope: 'case',
  requiredFacts: [
    ...requestFacts,
    'particulars.extension.kind',
    'particulars.extension.until',
    'particulars.extension.ground',
    'particulars.extension.reason',
    'particulars.extension.proof',
    'particulars.hearing.at',
  ],
  topics: [extensionTopic, hearingTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  targets: (facts) => {
    const kind = kindOf(facts);
    return [
      {
        target: {},
        who: partyLabel(facts),
        title: kind ? zh[kind].title : formTitles['extension-request'].zh,
      },
    ];
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, extensionTopic);
    const hearing = readTopic(draft, facts, hearingTopic);
    const makers = makersOf(facts, own.values.by);
    const { kind } = own.values;
    const blocks: Block[] = [...requestHead(facts, makers, draft), heading(2, common.request.asks)];
    const until = own.need('until');
    if (kind === 'evidence') {
      blocks.push(prose(fill(words.evidence.ask, { due: hearing.need('evidenceBy'), until })));
    } else {
      if (kind === null) blocks.push(headed(draft, words.kind, own.need('kind')));
      blocks.push(prose(fill(words.hearing.ask, { at: hearing.need('at', { widthEm: 12 }), until })));
    }
    blocks.push(
      heading(2, common.request.reasons),
      headed(draft, words.ground, own.need('ground')),
      ...own.paragraphs('reason'),
    );
    if (kind === 'evidence') blocks.push(heading(2, words.evidence.items), ...own.paragraphs('items'));
    blocks.push(heading(2, common.request.proof), ...own.paragraphs('proof'));
    if (kind === 'evidence') {
      blocks.push(prose(text(words.evidence.basis)));
      warnAfter(facts, hearing.values.evidenceBy, 'particulars.hearing.evidenceBy', 'evidenceLate', draft);
    } else {
      const last = hearing.values.postponeBy;
      const lastText = hearing.show('postponeBy');
      if (last && lastText) {
        const article = language === 'en' ? last.article.en : last.article.zh;
        blocks.push(prose(fill(words.hearing.basis, { article, last: lastText })));
      }
      warnAfter(facts, last?.due ?? null, 'particulars.hearing.at', 'postponeLate', draft);
    }
    blocks.push(
      ...addressedTo(facts, 'tribunal', draft),
      ...makersSignature(facts, makers, common.request.maker, draft),
    );
    return finish(draft, { title: kind ? words[kind].title : words.title, language, blocks });
  },
});
