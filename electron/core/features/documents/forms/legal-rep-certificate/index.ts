import en from '../../../../../../resources/forms/en/legal-rep-certificate.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/legal-rep-certificate.json' with { type: 'json' };
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { residentId } from '../../../../../../shared/law/index.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { finish, handDate, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { partyId, partyName, subjectName } from '../kit/parties.ts';
import { attached, headed, rowNamed } from '../kit/request.ts';
import { partiesOf, unitFiles } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';

/** A branch has a 负责人, never a 法定代表人. */
const branch = /(分公司|分店|分行|支行|分理处|营业部|分部|项目部|办事处)$/u;

/** 法定代表人（主要负责人）身份证明书 of each unit in the case. */
export const legalRepCertificate = defineForm({
  id: 'legal-rep-certificate',
  number: 7,
  track: 'all',
  stage: 'any',
  issuer: 'unit',
  scope: 'case',
  requiredFacts: [
    ...['name', 'uscc', 'domicile', 'representative.name', 'representative.title'].map(
      (name) => `respondents.*.party.organisation.${name}`,
    ),
    'particulars.parties.list',
  ],
  topics: [partiesTopic],
  status: { basis: ['secondary'], form: ['memory'] },
  copies: oneEach,
  targets: (facts, set) =>
    // What the workers file holds no certificate of the other side.
    set === 'arbitration-filing' && !unitFiles(facts)
      ? []
      : partiesOf(facts).flatMap(({ party }) =>
          party.kind === 'organisation'
            ? [{ target: { partyId: partyId(party) }, who: partyName(party) }]
            : [],
        ),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, partiesTopic);
    const units = partiesOf(facts).filter(({ party }) => party.kind === 'organisation');
    const placed =
      target.partyId === undefined ? units[0] : units.find(({ party }) => partyId(party) === target.partyId);
    if (placed?.party.kind !== 'organisation') {
      const blocks: Block[] = [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const unit = placed.party.organisation;
    const { representative } = unit;
    const path = `${placed.path}.organisation`;
    const subject = subjectName(common, placed.role, unit.name, placed.index);
    const need = (key: string, value: string | null, field: FieldName, widthEm: number): Content =>
      draft.need(`${path}.${key}`, value, field, { subject, widthEm });
    if (representative.kind === 'legal-representative' && branch.test(unit.name ?? '')) {
      draft.warn(`${path}.representative.name`, 'rule', 'error', 'branchHead', { name: unit.name ?? '' });
    }
    const row = rowNamed(own.values.list, unit.name);
    const extra = (key: 'headIdNumber' | 'headPhone', widthEm: number): Content =>
      unit.name === null
        ? [blank(widthEm)]
        : row < 0
          ? own.gap('list', { subject, widthEm })
          : own.needCell('list', row, key, { subject, widthEm });
    const idNumber = own.values.list[row]?.headIdNumber ?? null;
    if (idNumber !== null && !residentId(idNumber).ok) {
      draft.warn('particulars.parties.list', 'rule', 'error', 'idNumberCheck', {
        name: representative.name ?? subject,
      });
    }
    const head = common.representative[representative.kind];
    const name = need('representative.name', representative.name, 'representativeName', 6);
    const blocks: Block[] = [
      prose(
        fill(words.text, {
          name,
          title: need('representative.title', representative.title, 'representativeTitle', 6),
          head,
        }),
      ),
      prose(text(words.hereby)),
      headed(draft, words.unit, need('name', unit.name, 'unitName', 14)),
      headed(draft, words.uscc, need('uscc', unit.uscc, 'uscc', 11)),
      headed(draft, words.domicile, need('domicile', unit.domicile, 'orgDomicile', 14)),
      headed(draft, words.idNumber, extra('headIdNumber', 11)),
      headed(draft, words.phone, extra('headPhone', 8)),
      {
        ...signature([fill(words.seal, { name: need('name', unit.name, 'unitName', 14) }), handDate(common)]),
        seal: true,
      },
      ...attached([text(words.attachment.licence), fill(words.attachment.id, { head })], draft),
    ];
    const title = representative.kind === 'principal' ? words.titlePrincipal : words.title;
    return finish(draft, { title, language, blocks });
  },
});
