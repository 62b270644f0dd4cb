import en from '../../../../../../resources/forms/en/med-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-application.json' with { type: 'json' };
import {
  mediationIntakeTopic,
  mediationTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { claimBlocks } from '../arb-application/claims.ts';
import { narrativeBlocks } from '../arb-application/narrative.ts';
import { checkMigrants } from '../arb-application/parts.ts';
import { unitNarrative } from '../arb-application/unit.ts';
import { defineForm } from '../definition.ts';
import { askedWords, mediationArticle } from '../kit/asked.ts';
import { partiesInFull } from '../kit/both.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, fill, startDraft, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import { institutionName } from '../kit/institution.ts';
import {
  finish,
  handDate,
  heading,
  isCollective,
  needsRoster,
  plain,
  prose,
  signature,
} from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { attached, headed, makersAgents, makersOf, makersSignature } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';
import { checkPeriods, checkWageClaims } from '../kit/sums.ts';
import { partyFacts, required } from '../required.ts';

const narrated = required['arb-application'].filter((path) =>
  /^(claims|applicants\.\*\.(job|arrears))/.test(path),
);

/**
 * 调解申请书 (劳动争议调解仲裁法 arts 5, 10, 12). An oral application is recorded on the spot with the same content
 * and read back. Asking a competent body for relief interrupts the limitation (art. 27(2)).
 */
export const medApplication = defineForm({
  id: 'med-application',
  number: 20,
  track: 'mediation',
  stage: 'filing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    ...new Set([...partyFacts, ...narrated, 'matter.cause', 'particulars.mediation.organisation']),
  ],
  topics: [mediationTopic, mediationIntakeTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: copiesFor,
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const intake = readTopic(draft, facts, mediationIntakeTopic);
    const makers = makersOf(facts, 'applicant');
    const claims = askedWords(language, {
      text: words.closing,
      articles: [mediationArticle('5'), mediationArticle('10')],
    });
    const oral = intake.values.oral === true;
    const wishes = intake.values.afterwards.length > 0 ? intake.need('afterwards') : null;
    const evidence =
      facts.evidence.length === 0
        ? fill(words.noEvidence, { gap: draft.gap('evidence', 'evidence', { widthEm: 12 }) })
        : fill(words.evidenceLine, { count: String(facts.evidence.length) });
    checkWageClaims(facts, draft);
    checkMigrants(facts, draft);
    checkPeriods(facts, draft);
    const group = needsRoster(facts) && !unitFiles(facts);
    const blocks: Block[] = [
      plain([...text(words.received), ...handDate(common)], { align: 'right', sizePt: 10.5 }),
      ...partiesInFull(facts, draft),
      headed(draft, common.request.cause, draft.need('matter.cause', facts.matter.cause, 'cause')),
      heading(2, words.asks),
      ...claimBlocks(facts, claims, draft),
      heading(2, common.request.reasons),
      ...(unitFiles(facts) ? unitNarrative(facts, claims, draft) : narrativeBlocks(facts, claims, draft)),
      heading(2, words.evidence),
      prose(evidence),
      ...(wishes ? [headed(draft, words.afterwards, [...wishes, ...text(common.stop)])] : []),
      heading(2, words.limitationHead),
      prose(fill(words.limitation, { articles: citations([mediationArticle('27(2)')], common) })),
      ...(oral ? [prose(text(words.readBack))] : []),
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(institutionName(facts, 'committee', draft), { keepWithNext: true }),
      ...makersSignature(facts, makers, common.request.maker, draft),
      ...(oral ? [signature([[...text(words.recorder), blank(9)]])] : []),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(copiesFor(facts).opponents) }),
          text(words.attachment.ids),
          ...(makersAgents(facts, makers).length > 0 ? [text(words.attachment.agent)] : []),
          ...(group ? [text(words.attachment.roster)] : []),
          ...(group && isCollective(facts) ? [text(words.attachment.rep)] : []),
          text(words.attachment.evidence),
          ...(facts.applicants.some((a) => a.arrears.rows.length > 0) ? [text(words.attachment.wages)] : []),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: oral ? words.oralTitle : words.title, language, blocks });
  },
});
