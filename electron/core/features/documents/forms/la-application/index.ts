import appEn from '../../../../../../resources/forms/en/la-application.json' with { type: 'json' };
import appZh from '../../../../../../resources/forms/zh-CN/la-application.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidApplicantTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { performance } from '../arb-application/narrative.ts';
import { defineForm } from '../definition.ts';
import { agencyName, exemption, organOf } from '../kit/aid.ts';
import { optionBoxes } from '../kit/court.ts';
import { blank, type Content, fill, joined, startDraft, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import { formTable } from '../kit/institution.ts';
import { finish, handDate, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import {
  agentParticulars,
  applicantName,
  employerIndex,
  partyName,
  respondentName,
  subjectName,
} from '../kit/parties.ts';
import { inRoles, wordsInRoles } from '../kit/roles.ts';
import { agentsOf } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';

/**
 * 法律援助申请表 of one applicant (法律援助法 arts 22, 31, 38, 41, 42, 44, 64). It says that a migrant worker who claims pay
 * need not prove hardship (art. 42 item 3), which is the point most often not told.
 */
export const laApplication = defineForm({
  id: 'la-application',
  number: 45,
  track: 'legal-aid',
  stage: 'intake',
  issuer: 'applicant',
  scope: 'member',
  requiredFacts: [
    ...['name', 'sex', 'birth', 'idNumber', 'domicile', 'phone'].map((key) => `applicants.*.${key}`),
    ...['name', 'phone', 'domicile'].map((key) => `respondents.*.party.organisation.${key}`),
    'matter.cause',
    'tribunal.sealName',
    'applicants.*.arrears.from',
    'applicants.*.arrears.to',
    ...['forms', 'stage', 'materials'].map((key) => `particulars.legal-aid-matter.${key}`),
  ],
  topics: [aidApplicantTopic, aidMatterTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['official-form', 'memory'] },
  copies: (facts) => ({ tribunal: 1, opponents: 0, own: facts.copies.own, total: 1 + facts.copies.own }),
  words: { 'zh-CN': appZh, en: appEn },
  build: (facts, { common: usual, form: words, language }, target) => {
    const roles = { workers: words.role, units: words.opponentRole };
    const common = inRoles(usual, roles);
    const draft = startDraft(common, language);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    if (!worker) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const own = readTopic(draft, facts, aidApplicantTopic, worker.id);
    const matter = readTopic(draft, facts, aidMatterTopic);
    const { categories, urgent } = own.values;
    const { summary } = matter.values;
    if (summary !== null && [...summary].length > 800) {
      draft.warn(matter.path('summary'), 'rule', 'advice', 'aidSummaryLong');
    }
    const subject = subjectName(common, 'applicant', worker.name, at);
    const need = (key: keyof typeof worker & FieldName, value: string | null, widthEm = 8): Content =>
      draft.need(`applicants.${at}.${key}`, value, key, { subject, widthEm });
    const named = applicantName(worker, at, draft);
    const exempt = exemption(facts, worker, draft);
    const of = aidApplicantTopic.fields;
    const labelOf = (
      options: readonly { value: string; label: { zh: string; en: string } }[],
      v: string | null,
    ) => {
      const label = options.find((o) => o.value === v)?.label;
      return label ? (language === 'en' ? label.en : label.zh) : words.none;
    };
    // Known by the record even where nobody has ticked it.
    const ticked = [...categories, ...(worker.isMigrant === true ? ['migrant'] : [])];
    const agents = agentsOf(facts, worker.id);
    const representatives: Content[] = [
      ...(worker.guardian
        ? [
            fill(words.agentText, {
              name: worker.guardian.name ?? '',
              relation: worker.guardian.relation ?? '',
              idType: common.idType['resident-id'],
              idNumber: worker.guardian.idNumber ?? [blank(8)],
              mode: words.guardian,
            }),
          ]
        : []),
      ...agents
        .filter(({ agent }) => agent.kind === 'relative')
        .map(({ agent, index }) => {
          const p = agentParticulars(agent, index, draft);
          return fill(words.agentText, {
            name: p.name,
            relation: p.relation ?? '',
            idType: common.idType['resident-id'],
            idNumber: p.idNumber ?? [blank(8)],
            mode: words.entrusted,
          });
        }),
    ];
    const unitAt = employerIndex(facts.respondents);
    const party = facts.respondents[unitAt]?.party;
    const unit = party && (party.kind === 'organisation' ? party.organisation : party.person);
    const ofUnit = (key: 'phone' | 'domicile'): Content =>
      party && unit
        ? draft.need(
            `respondents.${unitAt}.party.${party.kind}.${key}`,
            unit[key],
            key === 'domicile' && party.kind === 'organisation' ? 'orgDomicile' : key,
            { subject: subjectName(common, 'respondent', partyName(party), unitAt), widthEm: 8 },
          )
        : [];
    const story =
      summary === null
        ? performance({ ...facts, applicants: [worker] }, wordsInRoles(language, roles, '{payers}'), draft)
        : summary.split('\n').map((line) => text(line.trim()));
    const chosen = (key: 'forms' | 'materials', widthEm: number): Content => [
      ...optionBoxes(aidMatterTopic.fields[key].type.options, matter.values[key], draft),
      ...(matter.values[key].length === 0 ? matter.gap(key, { widthEm }) : []),
    ];
    const dated = (label: string): Content => [...text(label), blank(7), ...text('　'), ...handDate(common)];
    const blocks: Block[] = [
      plain([...text(words.number), ...(own.values.number === null ? [blank(8)] : text(own.values.number))], {
        align: 'right',
        sizePt: 10.5,
      }),
      formTable([
        [
          [words.name, named],
          [words.sex, need('sex', worker.sex && common.sex[worker.sex], 3)],
        ],
        [
          [words.birth, need('birth', worker.birth && longDate(worker.birth, common), 7)],
          [words.ethnicity, text(worker.ethnicity ?? '')],
        ],
        [
          [words.idNumber, need('idNumber', worker.idNumber, 11)],
          [words.phone, need('phone', worker.phone)],
        ],
        [[words.domicile, need('domicile', worker.domicile, 14)]],
        [
          [words.residence, text(worker.residence ?? worker.mailAddress ?? '')],
          [words.postcode, text(own.values.postcode ?? '')],
        ],
        [
          [
            words.workUnit,
            worker.workUnit === null ? respondentName(facts, unitAt, draft) : text(worker.workUnit),
          ],
        ],
        [
          [words.education, text(own.values.education ?? '')],
          [words.health, text(own.values.health ?? '')],
        ],
        [
          [
            words.categories,
            [
              ...optionBoxes(of.categories.type.options, ticked, draft),
              ...(ticked.length === 0 ? own.gap('categories', { widthEm: 6 }) : []),
            ],
          ],
        ],
        [[words.agent, representatives.length === 0 ? text(words.none) : joined(representatives, '\n')]],
        [[words.matter, draft.need('matter.cause', facts.matter.cause, 'cause')]],
        [[words.forms, chosen('forms', 6)]],
        [
          [words.stage, matter.need('stage', { widthEm: 6 })],
          [words.organ, organOf(facts, draft)],
        ],
        [
          [
            words.opponent,
            fill(words.opponentText, {
              name: respondentName(facts, unitAt, draft),
              phone: ofUnit('phone'),
              address: ofUnit('domicile'),
            }),
          ],
        ],
        [[words.summary, joined(story, '\n')]],
        [
          [words.position, fill(words.positionText, { role: usual.role.applicant })],
          [
            words.means,
            exempt === null
              ? text(words.meansCheck)
              : fill(words.meansExempt, { ground: labelOf(of.exempt.type.options, exempt) }),
          ],
        ],
        [[words.urgent, optionBoxes(of.urgent.type.options, urgent, draft)]],
        [[words.attached, chosen('materials', 6)]],
        [[words.office, joined([[], dated(words.handler), dated(words.leader)], '\n')]],
      ]),
      plain(text(words.told), { sizePt: 10.5, align: 'justify', indentEm: 2, spaceBeforePt: 4 }),
      plain(text(words.pledge), { sizePt: 10.5, align: 'justify', indentEm: 2 }),
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(agencyName(facts, draft), { keepWithNext: true }),
      signature([[...text(words.sign), blank(9)], handDate(common)]),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
