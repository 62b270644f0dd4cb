import appEn from '../../../../../../resources/forms/en/arb-application.json' with { type: 'json' };
import en from '../../../../../../resources/forms/en/arb-party-info.json' with { type: 'json' };
import appZh from '../../../../../../resources/forms/zh-CN/arb-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-party-info.json' with { type: 'json' };
import type {
  Capacity,
  FilingFacts,
  Footing,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { addMonths } from '../../../../../../shared/kernel/date.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, bold, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { citations, longDate } from '../kit/format.ts';
import { cell, finish, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantNames, doubtProjectOffice, numberedRole, partyName, subjectName } from '../kit/parties.ts';
import { makersOf, makersSignature, rowNamed } from '../kit/request.ts';
import { type PlacedParty, partiesOf, unitFiles } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';

const applicationWords = { 'zh-CN': appZh, en: appEn };

/** Those who stand in for a unit that cannot answer itself (办案规则 art. 6; 劳动争议解释（一） art. 29). */
const standIns: readonly (Capacity | null)[] = ['contributor', 'founding-unit', 'competent-department'];

function placedInCase(facts: FilingFacts, { role, index }: PlacedParty) {
  return role === 'respondent' ? facts.respondents[index] : facts.thirdParties[index];
}

/** A unit that cannot answer for itself, without those who stand in for it. */
function checkDissolved(facts: FilingFacts, placed: PlacedParty, draft: Draft): void {
  const { party, path } = placed;
  if (party.kind !== 'organisation') return;
  const { registration, name } = party.organisation;
  if (registration === null || registration === 'active') return;
  const all = [...facts.respondents, ...facts.thirdParties];
  if (all.some((one) => standIns.includes(one.capacity))) return;
  draft.warn(`${path}.organisation.registration`, 'rule', 'advice', 'dissolved', {
    name: name ?? draft.common.fields.unitName,
  });
}

/** Why the party is named, from its capacity and its footing in the case; null where the record does not say. */
function reasonOf(
  name: string | null,
  capacity: Capacity | null,
  footing: Footing | null,
  words: typeof zh,
  draft: Draft,
): Content | null {
  const application = applicationWords[draft.language];
  if (capacity === null || name === null || footing === null) return null;
  if (footing.kind === 'primary') {
    return text(fillText(words.primary, { capacity: draft.common.capacity[capacity] }));
  }
  const reason = fillText(application.footingReason[footing.kind], {
    name,
    capacity: draft.common.capacity[capacity],
  });
  return footing.articles.length === 0
    ? text(reason)
    : fill(application.footingWithArticles, {
        reason,
        articles: citations(footing.articles, draft.common),
      });
}

/** 当事人基本情况 (办案规则 arts 6, 29): a page for each party that is asked to pay or joined, and why it is named. */
export const arbPartyInfo = defineForm({
  id: 'arb-party-info',
  number: 2,
  track: 'arbitration',
  stage: 'filing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'matter.cause',
    ...[
      'name',
      'uscc',
      'domicile',
      'mailAddress',
      'phone',
      'representative.name',
      'representative.title',
      'registration',
    ].map((name) => `respondents.*.party.organisation.${name}`),
    'respondents.*.capacity',
    'particulars.parties.list',
  ],
  topics: [partiesTopic],
  status: { basis: ['rule'], form: ['memory'] },
  copies: copiesFor,
  applicable: (facts) =>
    !unitFiles(facts) &&
    (facts.respondents.length > 2 ||
      facts.respondents.some(
        ({ party, capacity }) =>
          (capacity !== 'employer' && capacity !== null) ||
          (party.kind === 'organisation' &&
            party.organisation.registration !== null &&
            party.organisation.registration !== 'active'),
      )),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, partiesTopic);
    const { list } = own.values;
    const makers = makersOf(facts, 'applicant');
    const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });
    const wide = (name: string, value: Content): TableCell[] => [label(name), cell(value, { span: 3 })];
    const pair = (a: string, x: Content, b: string, y: Content): TableCell[] => [
      label(a),
      cell(x),
      label(b),
      cell(y),
    ];
    const page = (placed: PlacedParty, n: number): Block[] => {
      const { party, role, index } = placed;
      const count = role === 'respondent' ? facts.respondents.length : facts.thirdParties.length;
      const name = partyName(party);
      const subject = subjectName(common, role, name, index);
      const found = placedInCase(facts, placed);
      const path = `${placed.path}.${party.kind}`;
      const need = (key: string, value: string | null, field: FieldName, widthEm = 8): Content =>
        draft.need(`${path}.${key}`, value, field, { subject, widthEm });
      const row = rowNamed(list, name);
      const extra = (key: 'registeredOn' | 'tie' | 'tried', widthEm: number): Content =>
        name === null
          ? [blank(widthEm)]
          : row < 0
            ? own.gap('list', { subject, widthEm })
            : own.needCell('list', row, key, { subject, widthEm });
      if (role === 'respondent') {
        const respondent = facts.respondents[index];
        if (respondent) doubtProjectOffice(respondent, index, draft);
      }
      checkDissolved(facts, placed, draft);
      const registeredOn = list[row]?.registeredOn ?? null;
      if (
        registeredOn !== null &&
        facts.preparedOn !== null &&
        addMonths(registeredOn, 1) < facts.preparedOn
      ) {
        draft.warn('particulars.parties.list', 'rule', 'advice', 'extractOld', {
          name: name ?? subject,
          date: longDate(registeredOn, common),
        });
      }
      const capacity: Content = found?.capacity
        ? text(common.capacity[found.capacity])
        : role === 'respondent'
          ? draft.gap(`respondents.${index}.capacity`, 'capacity', { subject, widthEm: 6 })
          : text(words.none);
      const footing = role === 'respondent' ? (facts.respondents[index]?.footing ?? null) : null;
      const given = list[row]?.reason ?? null;
      const derived =
        given === null ? reasonOf(name, found?.capacity ?? null, footing, words, draft) : text(given);
      const reason =
        derived ??
        (name === null || found?.capacity == null
          ? [blank(12)]
          : row < 0
            ? own.gap('list', { subject, widthEm: 12 })
            : own.needCell('list', row, 'reason', { subject, widthEm: 12 }));
      const w = words.fields;
      const identity =
        party.kind === 'organisation'
          ? [
              wide(w.name, need('name', name, 'unitName', 14)),
              pair(w.standing, text(common.role[role]), w.capacity, capacity),
              pair(
                w.uscc,
                need('uscc', party.organisation.uscc, 'uscc'),
                w.phone,
                need('phone', party.organisation.phone, 'phone', 6),
              ),
              pair(
                common.representative[party.organisation.representative.kind],
                need('representative.name', party.organisation.representative.name, 'representativeName', 6),
                w.title,
                need(
                  'representative.title',
                  party.organisation.representative.title,
                  'representativeTitle',
                  6,
                ),
              ),
              wide(w.orgDomicile, need('domicile', party.organisation.domicile, 'orgDomicile', 14)),
              wide(w.mailAddress, need('mailAddress', party.organisation.mailAddress, 'mailAddress', 14)),
              pair(
                w.registration,
                draft.named(
                  `${path}.registration`,
                  party.organisation.registration && words.registration[party.organisation.registration],
                  w.registration,
                  { subject, widthEm: 5 },
                ),
                w.registeredOn,
                extra('registeredOn', 6),
              ),
            ]
          : [
              pair(
                w.personName,
                need('name', name, 'name', 6),
                w.sex,
                need('sex', party.person.sex && common.sex[party.person.sex], 'sex', 3),
              ),
              pair(w.standing, text(common.role[role]), w.capacity, capacity),
              pair(
                w.idNumber,
                need('idNumber', party.person.idNumber, 'idNumber', 10),
                w.birth,
                need('birth', party.person.birth && longDate(party.person.birth, common), 'birth', 6),
              ),
              wide(w.domicile, need('domicile', party.person.domicile, 'domicile', 14)),
              wide(w.mailAddress, need('mailAddress', party.person.mailAddress, 'mailAddress', 14)),
              wide(w.phone, need('phone', party.person.phone, 'phone', 6)),
            ];
      return [
        ...(n === 0 ? [] : [{ kind: 'page-break' } as const]),
        heading(2, numberedRole(common, role, index, count)),
        {
          kind: 'table',
          showHeader: false,
          sizePt: 11,
          minRowHeightMm: 9,
          columns: [14, 16, 9, 14].map((share) => ({ header: '', share })),
          rows: [
            ...identity,
            wide(w.tie, extra('tie', 14)),
            wide(w.reason, reason),
            wide(w.tried, extra('tried', 14)),
          ],
        },
        ...(party.kind === 'organisation'
          ? [plain(text(words.note), { sizePt: 10.5, spaceBeforePt: 6 })]
          : []),
        ...makersSignature(facts, makers, common.request.maker, draft),
      ];
    };
    const parties = partiesOf(facts);
    const blocks: Block[] = [
      plain(
        fill(words.head, {
          applicants: applicantNames(facts, draft),
          cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
        }),
        { sizePt: 12 },
      ),
      ...(parties.length === 0
        ? [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))]
        : parties.flatMap(page)),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
