import en from '../../../../../../resources/forms/en/court-answer.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/court-answer.json' with { type: 'json' };
import { courtAnswerTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import { itemFor } from '../arb-application/element/claims.ts';
import { type ElementRow, field } from '../arb-application/element/rows.ts';
import { evidenceRow, rosterRow } from '../court-complaint/requests.ts';
import { defineForm } from '../definition.ts';
import {
  agentsRow,
  boxes,
  courtNotes,
  courtTable,
  courtWords,
  unitRow,
  wishRows,
  workerRow,
} from '../kit/court.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { finish, handDate, needsRoster, partyLabel, plain, rosterTitle, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, partyId, partyName } from '../kit/parties.ts';
import { addressedTo, attached, makersAgents, warnAfter } from '../kit/request.ts';
import { inRoles, plaintiffSide, wordsInRoles } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';

const items = [
  'wages',
  'double-wage',
  'overtime',
  'annual-leave',
  'social-insurance',
  'severance',
  'unlawful-termination',
] as const;

/**
 * 民事答辩状（劳动争议纠纷） in the element form of the courts (民事诉讼法 art. 128; 法〔2025〕82号), of each defendant by itself,
 * within fifteen days of the complaint.
 */
export const courtAnswer = defineForm({
  id: 'court-answer',
  number: 41,
  track: 'court',
  stage: 'answer',
  issuer: 'respondent',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    ...['name', 'uscc', 'domicile', 'phone', 'representative.name', 'representative.title'].map(
      (key) => `respondents.*.party.organisation.${key}`,
    ),
    'matter.cause',
    'particulars.court.name',
    'particulars.court.caseNumber',
    'particulars.court-answer.points',
    'particulars.court-answer.basis',
  ],
  topics: [courtAnswerTopic, courtTopic, partiesTopic],
  status: { basis: ['law'], form: ['official-form', 'memory'] },
  copies: (facts) => {
    const opponents = plaintiffSide(facts) === 'unit' ? facts.respondents.length : facts.applicants.length;
    const { own } = facts.copies;
    return { tribunal: 1, opponents, own, total: 1 + opponents + own };
  },
  targets: (facts) => {
    if (plaintiffSide(facts) === 'unit') {
      const [first, ...rest] = facts.applicants;
      const name = first?.name ?? null;
      const who = name === null || rest.length === 0 ? name : `${name}等${facts.applicants.length}人`;
      return [{ target: {}, who }];
    }
    if (facts.respondents.length === 0) return [{ target: {}, who: partyLabel(facts) }];
    return facts.respondents.map(({ party }) => ({
      target: { partyId: partyId(party) },
      who: partyName(party),
    }));
  },
  words: { 'zh-CN': { ...courtWords['zh-CN'], ...zh }, en: { ...courtWords.en, ...en } },
  build: (facts, { common: usual, form: words, language }, target) => {
    const workersAnswer = plaintiffSide(facts) === 'unit';
    const roles = workersAnswer
      ? { workers: words.maker, units: words.opponent }
      : { workers: words.opponent, units: words.maker };
    const common = inRoles(usual, roles);
    const draft = startDraft(common, language);
    const told = wordsInRoles(language, roles, '{payers}');
    const own = readTopic(draft, facts, courtAnswerTopic, target.partyId ?? null);
    const court = readTopic(draft, facts, courtTopic);
    const { points } = own.values;
    warnAfter(
      facts,
      own.values.answerBy?.due ?? null,
      'events.complaint-received',
      'answerLate',
      draft,
      'advice',
    );
    const places = facts.respondents.flatMap(({ party }, i) =>
      target.partyId === undefined || partyId(party) === target.partyId ? [i] : [],
    );
    const agents = makersAgents(facts, {
      side: workersAnswer ? 'workers' : 'unit',
      filed: workersAnswer !== unitFiles(facts),
      places,
    });
    const makers: ElementRow[] = workersAnswer
      ? needsRoster(facts)
        ? [rosterRow(facts, rosterTitle(facts, told), words, draft)]
        : facts.applicants.flatMap((_, i) => workerRow(facts, i, draft))
      : places.flatMap((i) => {
          const party = facts.respondents[i]?.party;
          return party
            ? [unitRow(facts, party, 'respondent', i, places.length > 1 ? places.length : 1, draft)]
            : [];
        });
    const asked = new Set(unitFiles(facts) ? [] : facts.claims.map(itemFor));
    const answer = (key: (typeof items)[number] | 'arbitration' | 'other'): ElementRow => {
      const at = points.findIndex((row) => row.item === key);
      const label = words.items[key];
      const needed = items.some((item) => item === key && asked.has(item));
      if (at < 0 && !needed) return { label, lines: [text(words.none)] };
      const stance = points[at]?.stance ?? null;
      const choice = boxes([
        [words.confirm, stance === 'confirm'],
        [words.dispute, stance === 'dispute'],
      ]);
      const reason: Content =
        at < 0 ? own.gap('points', { widthEm: 16 }) : own.needCell('points', at, 'reason', { widthEm: 16 });
      return { label, lines: [choice, field(words.reason, reason, draft)] };
    };
    const noParty = { label: common.role.respondent, lines: [draft.need('respondents', '', 'respondents')] };
    const opponents = workersAnswer ? facts.respondents.length : facts.applicants.length;
    const blocks = [
      plain(text(words.subtitle), { align: 'center', keepWithNext: true }),
      ...courtNotes(words.notes, words.warning, draft),
      courtTable([
        {
          label: words.caseHead,
          lines: [
            field(words.caseNumber, court.need('caseNumber', { widthEm: 12 }), draft),
            field(words.cause, draft.need('matter.cause', facts.matter.cause, 'cause'), draft),
          ],
        },
        words.parties,
        ...(makers.length > 0 ? makers : [noParty]),
        agentsRow(agents, draft),
        {
          label: words.opponent,
          lines: [
            workersAnswer
              ? text(facts.respondents.flatMap(({ party }) => partyName(party) ?? []).join(common.listComma))
              : applicantNames(facts, draft),
          ],
        },
        words.answers,
        ...items.map(answer),
        answer('arbitration'),
        answer('other'),
        { label: words.basis, lines: own.paragraphs('basis', { widthEm: 20 }).map((p) => p.content) },
        evidenceRow(facts, words.evidence, words, draft),
        ...wishRows(own.values, draft),
      ]),
      ...addressedTo(facts, 'court', draft),
      signature([
        [...text(words.sign), blank(9)],
        [...text(words.date), ...handDate(common)],
      ]),
      ...attached(
        [
          fill(words.attachment.copies, { count: String(opponents) }),
          text(words.attachment.id),
          ...(agents.length > 0 ? [text(words.attachment.agent)] : []),
          text(words.attachment.evidence),
        ],
        draft,
      ),
    ];
    return finish(draft, { title: words.title, language, blocks, profile: 'court' });
  },
});
