import en from '../../../../../../resources/forms/en/set-aside-award.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/set-aside-award.json' with { type: 'json' };
import { awardReasonsTopic } from '../../../../../../shared/features/documents/particulars/commission.ts';
import { setAsideTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { awardTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle } from '../kit/asked.ts';
import { boxes } from '../kit/court.ts';
import { type Content, fill, startDraft, text } from '../kit/draft.ts';
import { dayOf, eventDay } from '../kit/events.ts';
import { citations, longDate, ordinal, subordinal } from '../kit/format.ts';
import { finish, heading, partyLabel, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, partyId, partyName } from '../kit/parties.ts';
import {
  answerFacts,
  attached,
  headed,
  lastDay,
  makersInFull,
  makersSignature,
  warnAfter,
} from '../kit/request.ts';
import { inRoles } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';

const grounds = ['law', 'jurisdiction', 'procedure', 'forged', 'withheld', 'corrupt'] as const;

/**
 * 撤销仲裁裁决申请书 of a unit against a final award (劳动争议调解仲裁法 art. 49; 法释〔2020〕26号 arts 21–23, 25): thirty days
 * from receipt, to the intermediate court at the commission's seat.
 */
export const setAsideAward = defineForm({
  id: 'set-aside-award',
  number: 42,
  track: 'court',
  stage: 'filing',
  issuer: 'unit',
  scope: 'case',
  requiredFacts: [
    ...answerFacts.filter((path) => path !== 'matter.number' && path !== 'matter.cause'),
    'events.award-received-by-respondent',
    ...['number', 'date', 'finality'].map((key) => `particulars.award.${key}`),
    'particulars.award-reasons.intermediate',
    ...['grounds', 'enforcement', 'workerSued'].map((key) => `particulars.set-aside.${key}`),
  ],
  topics: [setAsideTopic, awardTopic, awardReasonsTopic],
  status: { basis: ['law'], form: ['secondary'] },
  copies: (facts) => {
    const { own } = facts.copies;
    return { tribunal: 1, opponents: facts.applicants.length, own, total: 1 + facts.applicants.length + own };
  },
  targets: (facts) =>
    facts.respondents.length === 0
      ? [{ target: {}, who: partyLabel(facts) }]
      : facts.respondents.map(({ party }) => ({
          target: { partyId: partyId(party) },
          who: partyName(party),
        })),
  words: { 'zh-CN': zh, en },
  build: (facts, { common: usual, form: words, language }, target) => {
    const common = inRoles(usual, { workers: words.opponentRole, units: words.role });
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, setAsideTopic);
    const award = readTopic(draft, facts, awardTopic);
    const reasons = readTopic(draft, facts, awardReasonsTopic);
    const places = facts.respondents.flatMap(({ party }, i) =>
      target.partyId === undefined || partyId(party) === target.partyId ? [i] : [],
    );
    const makers = { side: 'unit', filed: unitFiles(facts), places } as const;
    const event = unitFiles(facts) ? 'award-received-by-applicant' : 'award-received-by-respondent';
    const last = lastDay(facts, 'setaside') ?? (unitFiles(facts) ? null : (own.values.fileBy?.due ?? null));
    warnAfter(facts, last, `events.${event}`, 'setAsideLate', draft);
    if (award.values.finality === 'non-final') {
      draft.warn(award.path('finality'), 'rule', 'error', 'setAsideNonFinal');
    }
    if (own.values.workerSued === true) draft.warn(own.path('workerSued'), 'rule', 'error', 'setAsideSued');
    const rows = own.values.grounds;
    if (rows.some((row) => row.ground === 'law' && row.facts !== null && !/第.+条|art/iu.test(row.facts))) {
      draft.warn(own.path('grounds'), 'rule', 'error', 'setAsideArticle');
    }
    const tribunal = draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 14 });
    const number = award.need('number', { widthEm: 10 });
    const court = reasons.need('intermediate', { widthEm: 16 });
    const told: Block[] =
      rows.length === 0
        ? [prose(own.gap('grounds', { widthEm: 24 }))]
        : rows.map((row, i) =>
            prose([
              ...text(subordinal(i + 1, language)),
              ...fill(words.one, {
                ground: row.ground === null ? own.needCell('grounds', i, 'ground') : words[row.ground],
                facts: own.needCell('grounds', i, 'facts', { widthEm: 16 }),
                proof: own.needCell('grounds', i, 'proof', { widthEm: 10 }),
              }),
              ...text(common.stop),
            ]),
          );
    const blocks: Block[] = [
      ...makersInFull(facts, makers, words.maker, draft),
      headed(draft, words.opponent, [...applicantNames(facts, draft), ...text(common.stop)]),
      headed(
        draft,
        words.award,
        fill(words.awardText, {
          tribunal,
          number,
          date: award.need('date'),
          finality: award.need('finality', { widthEm: 6 }),
        }),
      ),
      headed(draft, words.received, [
        ...eventDay(facts, event, draft),
        ...(last === null || dayOf(facts, event) === null
          ? []
          : fill(words.by, { date: longDate(last, common) })),
      ]),
      heading(2, common.request.asks),
      prose([...text(ordinal(1, language)), ...fill(words.askSet, { tribunal, number })]),
      prose([...text(ordinal(2, language)), ...text(words.askCosts)]),
      heading(2, words.grounds),
      ...grounds.map((key) =>
        plain(boxes([[words[key], rows.some((row) => row.ground === key)]]), { leftEm: 2 }),
      ),
      heading(2, common.request.reasons),
      prose(
        fill(words.groundsLead, {
          articles: citations([mediationArticle('49(1)')], common),
        }),
      ),
      ...told,
      heading(2, words.state),
      prose([
        ...fill(words.enforcement, { state: own.need('enforcement') }),
        ...text(common.sentenceGap),
        ...fill(words.sued, {
          sued:
            own.values.workerSued === null
              ? own.need('workerSued')
              : own.values.workerSued
                ? words.hasSued
                : words.notSued,
        }),
      ]),
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(court, { keepWithNext: true }),
      ...makersSignature(facts, makers, words.role, draft),
      ...attached(
        [
          text(words.attachment.award),
          fill(words.attachment.copies, { count: String(facts.applicants.length) }),
          text(words.attachment.licence),
          text(words.attachment.certificate),
          ...(facts.agents.some((agent) => agent.party !== null) ? [text(words.attachment.agent)] : []),
          text(words.attachment.proof),
        ] satisfies Content[],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
