import en from '../../../../../../resources/forms/en/med-acceptance.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-acceptance.json' with { type: 'json' };
import {
  mediationIntakeTopic,
  mediationTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block, Inline } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { mediationArticle } from '../kit/asked.ts';
import { blank, type Content, fill, joined, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { citations } from '../kit/format.ts';
import {
  addresseeAndFile,
  addresseeOf,
  addresseeTargets,
  contactLines,
  greeting,
  issued,
  numberLine,
  sealed,
} from '../kit/institution.ts';
import { handDate, heading, numbered, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, respondentNames } from '../kit/parties.ts';

/**
 * 调解受理通知书, or 不予受理调解通知书 where the register says so: for the workers and for each party on the unit's
 * side (劳动争议调解仲裁法 arts 10–15). The other side's consent is kept on a reply slip.
 */
export const medAcceptance = defineForm({
  id: 'med-acceptance',
  number: 22,
  track: 'mediation',
  stage: 'intake',
  issuer: 'committee',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'respondents.*.party.organisation.name',
    'matter.cause',
    'events.mediation-applied',
    'events.mediation-accepted',
    ...['organisation', 'caseNumber', 'address', 'phone', 'mediators', 'sessions', 'concludeBy'].map(
      (key) => `particulars.mediation.${key}`,
    ),
  ],
  topics: [mediationTopic, mediationIntakeTopic],
  status: { basis: ['secondary'], form: ['memory'] },
  copies: addresseeAndFile,
  targets: (facts) => {
    const refused = facts.particulars.case[mediationIntakeTopic.id]?.entered.decision === 'refuse';
    // Only the applicant is told of a refusal.
    return addresseeTargets(facts, refused ? ['applicant'] : ['applicant', 'respondent']).map((named) =>
      refused ? { ...named, title: zh.titleRefusal } : named,
    );
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, mediationTopic);
    const intake = readTopic(draft, facts, mediationIntakeTopic);
    const refused = intake.values.decision === 'refuse';
    const to = addresseeOf(facts, target, draft, refused ? 'applicant' : null);
    const law = (article: string): Content => citations([mediationArticle(article)], common);
    const cause = draft.need('matter.cause', facts.matter.cause, 'cause');
    const applied = eventDay(facts, 'mediation-applied', draft);
    const other = to.units ? applicantNames(facts, draft) : respondentNames(facts, draft);
    if (refused) {
      return issued(facts, 'committee', draft, {
        title: words.titleRefusal,
        blocks: [
          numberLine(facts, 'committee', draft),
          greeting(to.name, draft),
          prose(fill(words.refusalText, { other, cause, applied })),
          ...intake.paragraphs('reason'),
          ...(intake.values.elsewhere === null
            ? []
            : [prose(fill(words.elsewhere, { where: intake.values.elsewhere }))]),
          prose(fill(words.rights, { articles: law('5') })),
          ...contactLines(facts, 'committee', draft),
          sealed(facts, 'committee', draft),
        ],
      });
    }
    const { mediators, sessions } = own.values;
    const names =
      mediators.length === 0
        ? own.gap('mediators', { widthEm: 8 })
        : joined(
            mediators.map((_, i) => own.needCell('mediators', i, 'name')),
            common.listComma,
            common.listAnd,
          );
    const session =
      sessions.length === 0
        ? own.gap('sessions', { widthEm: 20 })
        : fill(words.session, {
            at: own.needCell('sessions', 0, 'at', { widthEm: 10 }),
            place: own.needCell('sessions', 0, 'place', { widthEm: 10 }),
          });
    const items: Content[] = [
      fill(words.mediators, { names }),
      session,
      ...(intake.values.bring === null
        ? []
        : [[...text(words.bring), ...text(intake.values.bring.replaceAll('\n', ''))]]),
      text(words.voluntary),
      text(words.confidential),
      fill(words.limitation, { applied, articles: law('27(2)') }),
      fill(words.conclude, { by: own.need('concludeBy'), articles: law('14') }),
      fill(words.effect, { articles: law('14') }),
    ];
    const box = (label: string): Inline[] => [{ kind: 'checkbox', checked: false }, ...text(` ${label}　`)];
    const opening = to.side === 'applicant' ? words.applicantText : words.respondentText;
    const blocks: Block[] = [
      numberLine(facts, 'committee', draft),
      greeting(to.name, draft),
      prose(fill(opening, { other, cause, applied, accepted: eventDay(facts, 'mediation-accepted', draft) })),
      ...items.map((item, i) => numbered(i + 1, item, language)),
      ...contactLines(facts, 'committee', draft),
      sealed(facts, 'committee', draft),
      { ...heading(2, words.receipt) },
      {
        ...prose([...text(words.receiptText), ...box(words.agree), ...box(words.refuse)]),
        keepWithNext: true,
      },
      signature([[...text(words.sign), blank(9)], handDate(common)]),
    ];
    return issued(facts, 'committee', draft, { title: words.title, blocks });
  },
});
