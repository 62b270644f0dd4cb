import en from '../../../../../../resources/forms/en/arb-hearing-notice.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-hearing-notice.json' with { type: 'json' };
import {
  hearingTopic,
  tribunalTopic,
} from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle, rulesArticle } from '../kit/asked.ts';
import { blank, type Content, emboldened, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { dayOf } from '../kit/events.ts';
import { citations, longDate } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  caseParties,
  contactLines,
  formTable,
  greeting,
  institutionName,
  institutionNumber,
  issued,
  numberLine,
  panelOf,
  sealed,
} from '../kit/institution.ts';
import { handDate, numbered, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { warnAfter } from '../kit/request.ts';

/**
 * 组庭与开庭通知书 to every party, closed by its stub for the file (劳动争议调解仲裁法 arts 32, 33, 35, 36; 办案规则 arts 37–39).
 * An A3 sheet carries the stub at the left; on A4 it stands below the seam, where the seal straddles.
 */
export const arbHearingNotice = defineForm({
  id: 'arb-hearing-notice',
  number: 34,
  track: 'arbitration',
  stage: 'pre-hearing',
  issuer: 'commission',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'matter.number',
    'tribunal.sealName',
    ...['address', 'phone', 'clerk'].map((key) => `particulars.tribunal.${key}`),
    ...['panel', 'at', 'place', 'open', 'mode'].map((key) => `particulars.hearing.${key}`),
  ],
  topics: [hearingTopic, tribunalTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: addresseeAndFile,
  targets: (facts) => addresseeTargets(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, hearingTopic);
    const tribunal = readTopic(draft, facts, tribunalTopic);
    const { at, link, notifyBy } = own.values;
    warnAfter(facts, notifyBy?.due ?? null, own.path('at'), 'noticeLate', draft);
    const set = dayOf(facts, 'hearing-set');
    if (set !== null && at !== null && at.slice(0, 10) !== set) {
      draft.warn(own.path('at'), 'rule', 'error', 'hearingMismatch', { date: longDate(set, common) });
    }
    const to = addresseeOf(facts, target, draft);
    const law = (law: string, rule: string): Content =>
      citations([mediationArticle(law), rulesArticle(rule)], common);
    const postponeBy = own.show('postponeBy');
    const place = own.need('place', { widthEm: 10 });
    const time = own.need('at', { widthEm: 10 });
    const number = institutionNumber(facts, 'commission', draft);
    const items: Content[] = [
      fill(words.panel, {
        members: panelOf(facts, draft),
        clerk: tribunal.need('clerk', { widthEm: 5 }),
        articles: law('32', '37'),
      }),
      fill(words.recusal, { articles: law('33', '11') }),
      fill(words.hearing, {
        at: time,
        place,
        open: own.need('open', { widthEm: 4 }),
        mode: own.need('mode', { widthEm: 4 }),
      }),
      ...(link === null ? [] : [fill(words.link, { link })]),
      text(words.bring),
      fill(to.side === 'applicant' ? words.absentApplicant : words.absentRespondent, {
        articles: law('36', '39'),
      }),
      fill(words.postpone, {
        by: postponeBy === null ? '' : fillText(words.by, { date: postponeBy }),
        articles: law('35', '38'),
      }),
    ];
    const s = words.stub;
    const blocks: Block[] = [
      numberLine(facts, 'commission', draft),
      greeting(to.name, draft),
      prose(
        fill(words.text, {
          ...caseParties(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
          number,
        }),
      ),
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...contactLines(facts, 'commission', draft),
      sealed(facts, 'commission', draft),
      plain(text(common.institution.seam), {
        align: 'center',
        sizePt: 10.5,
        spaceBeforePt: 12,
        keepWithNext: true,
      }),
      plain(emboldened(institutionName(facts, 'commission', draft)), {
        align: 'center',
        sizePt: 14,
        keepWithNext: true,
      }),
      plain(emboldened(text(words.stubTitle)), { align: 'center', sizePt: 14, keepWithNext: true }),
      formTable([
        [
          [s.number, number],
          [s.to, to.name],
        ],
        [
          [s.at, time],
          [s.place, place],
        ],
        [
          [s.sent, handDate(common)],
          [s.means, [blank(6)]],
        ],
        [[s.sign, [blank(10), ...text('　'), ...handDate(common)]]],
        [[s.note, text('')]],
      ]),
    ];
    return issued(facts, 'commission', draft, { title: words.title, blocks });
  },
});
