import en from '../../../../../../resources/forms/en/court-complaint.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/court-complaint.json' with { type: 'json' };
import { suitTopic } from '../../../../../../shared/features/documents/particulars/court.ts';
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { awardTopic, courtTopic } from '../../../../../../shared/features/documents/particulars/tribunal.ts';
import {
  employmentTopic,
  injuryTopic,
} from '../../../../../../shared/features/documents/particulars/workers.ts';
import { defineForm } from '../definition.ts';
import { agentsRow, courtNotes, courtTable, courtWords, unitRow, wishRows, workerRow } from '../kit/court.ts';
import { blank, type Content, startDraft, text } from '../kit/draft.ts';
import { finish, handDate, needsRoster, plain, rosterTitle, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { addressedTo, attached, lastDay, makersAgents, warnAfter } from '../kit/request.ts';
import { inRoles, plaintiffSide, wordsInRoles } from '../kit/roles.ts';
import { unitFiles } from '../kit/sides.ts';
import { courtFactRows } from './facts.ts';
import { attachments, preservationRow, requestRows, rosterRow } from './requests.ts';

const person = ['name', 'sex', 'birth', 'idType', 'idNumber', 'domicile', 'phone'];

/**
 * 民事起诉状（劳动争议纠纷） in the element form of the courts (民事诉讼法 arts 123–124; 法〔2025〕82号, 法明传〔2024〕173号). Its
 * elements and their order are the form's; the notes over it are told in other words until an office has the text.
 */
export const courtComplaint = defineForm({
  id: 'court-complaint',
  number: 40,
  track: 'court',
  stage: 'filing',
  issuer: 'party',
  scope: 'case',
  requiredFacts: [
    ...person.map((key) => `applicants.*.${key}`),
    ...[
      'post',
      'start',
      'recruiter',
      'site',
      'wageForm',
      'wageRate',
      'payDay',
      'contract',
      'endKind',
      'end',
    ].map((key) => `applicants.*.job.${key}`),
    'applicants.*.arrears.from',
    'applicants.*.arrears.to',
    ...['name', 'uscc', 'domicile', 'phone', 'representative.name', 'representative.title'].map(
      (key) => `respondents.*.party.organisation.${key}`,
    ),
    ...['kind', 'name', 'firm', 'licenceNo', 'phone', 'mode'].map((key) => `agents.*.${key}`),
    'claims.*.amount',
    'claims.*.from',
    'claims.*.to',
    'events.application-submitted',
    'events.award-received-by-applicant',
    ...['number', 'date', 'finality'].map((key) => `particulars.award.${key}`),
    'particulars.suit.entry',
    'particulars.suit.costs',
    'particulars.suit.arbitrationResult',
    'particulars.court.name',
    'tribunal.sealName',
  ],
  topics: [suitTopic, awardTopic, courtTopic, employmentTopic, injuryTopic, partiesTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: (facts) => {
    const opponents = plaintiffSide(facts) === 'unit' ? facts.applicants.length : facts.respondents.length;
    const { own } = facts.copies;
    return { tribunal: 1, opponents, own, total: 1 + opponents + own };
  },
  words: { 'zh-CN': { ...courtWords['zh-CN'], ...zh }, en: { ...courtWords.en, ...en } },
  build: (facts, { common: usual, form: words, language }) => {
    const side = plaintiffSide(facts);
    const unitSues = side === 'unit';
    const roles = {
      workers: unitSues ? words.defendant : words.plaintiff,
      units: unitSues ? words.plaintiff : words.defendant,
    };
    const common = inRoles(usual, roles);
    const told = wordsInRoles(language, roles, language === 'en' ? 'Order {payers} to pay' : '请求判令');
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, suitTopic);
    const award = readTopic(draft, facts, awardTopic);
    const makers = { side, filed: unitSues === unitFiles(facts), places: facts.respondents.map((_, i) => i) };
    const { entry } = own.values;
    const final = award.values.finality === 'final';
    if (entry === 'award') {
      const by = unitSues || !final ? 'suit-nonfinal' : 'suit-final-worker';
      const last =
        lastDay(facts, by) ??
        (unitFiles(facts) || unitSues ? null : (award.values.workerSuesBy?.due ?? null));
      warnAfter(facts, last, award.path('date'), 'suitLate', draft);
      if (unitSues && final) draft.warn(award.path('finality'), 'rule', 'error', 'suitFinalUnit');
    }
    if (entry === 'iou') draft.warn(own.path('entry'), 'rule', 'advice', 'suitIou');
    const workers =
      facts.applicants.length === 0
        ? [{ label: common.role.applicant, lines: [draft.gap('applicants', 'applicants', { widthEm: 20 })] }]
        : needsRoster(facts)
          ? [rosterRow(facts, rosterTitle(facts, told), words, draft)]
          : facts.applicants.flatMap((_, i) => workerRow(facts, i, draft));
    const units =
      facts.respondents.length === 0
        ? [
            {
              label: common.role.respondent,
              lines: [draft.gap('respondents', 'respondents', { widthEm: 20 })],
            },
          ]
        : facts.respondents.map(({ party }, i) =>
            unitRow(facts, party, 'respondent', i, facts.respondents.length, draft),
          );
    const thirds = facts.thirdParties.map(({ party }, i) =>
      unitRow(facts, party, 'thirdParty', i, facts.thirdParties.length, draft),
    );
    const agents = agentsRow(makersAgents(facts, makers), draft);
    const defendants = unitSues ? facts.applicants.length : facts.respondents.length;
    const sign: Content[] = (unitSues ? facts.respondents : needsRoster(facts) ? [0] : facts.applicants).map(
      () => [...text(words.sign), blank(9)],
    );
    const blocks = [
      plain(text(words.subtitle), { align: 'center', keepWithNext: true }),
      ...courtNotes(words.notes, words.warning, draft),
      courtTable([
        words.parties,
        ...(unitSues ? [...units, agents, ...workers] : [...workers, agents, ...units]),
        ...thirds,
        words.requests,
        ...requestRows(facts, told, words, draft),
        words.preservation,
        preservationRow(facts, words, draft),
        words.facts,
        ...courtFactRows(facts, told, words, draft),
        ...wishRows(own.values, draft),
      ]),
      ...addressedTo(facts, 'court', draft),
      signature([
        ...(sign.length > 0 ? sign : [[...text(words.sign), blank(9)]]),
        [...text(words.date), ...handDate(common)],
      ]),
      ...attached(attachments(facts, words, defendants, draft), draft),
    ];
    return finish(draft, { title: words.title, language, blocks, profile: 'court' });
  },
});
