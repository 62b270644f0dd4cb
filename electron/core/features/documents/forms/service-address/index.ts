import en from '../../../../../../resources/forms/en/service-address.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/service-address.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { serviceTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import type { Block, Inline, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm, type NamedTarget } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { blank, bold, type Content, emboldened, startDraft, text } from '../kit/draft.ts';
import { cell, type FormTarget, finish, handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { partyId, partyName, subjectName } from '../kit/parties.ts';
import { partiesOf, unitFiles } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';

/** Whose address it is: a worker, or a party on the unit's side. */
interface Recipient {
  readonly id: string;
  readonly path: string;
  readonly role: 'applicant' | 'respondent' | 'thirdParty';
  readonly index: number;
  readonly name: string | null;
  readonly unit: boolean;
  readonly number: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly site: string | null;
}

function recipients(facts: FilingFacts): Recipient[] {
  const workers = facts.applicants.map(
    (a, index): Recipient => ({
      id: a.id,
      path: `applicants.${index}`,
      role: 'applicant',
      index,
      name: a.name,
      unit: false,
      number: a.idNumber,
      address: a.mailAddress,
      phone: a.phone,
      site: a.job.site,
    }),
  );
  const parties = partiesOf(facts).map(({ party, path, role, index }): Recipient => {
    const who = party.kind === 'organisation' ? party.organisation : party.person;
    return {
      id: who.id,
      path: `${path}.${party.kind}`,
      role,
      index,
      name: who.name,
      unit: party.kind === 'organisation',
      number: party.kind === 'organisation' ? party.organisation.uscc : party.person.idNumber,
      address: who.mailAddress,
      phone: who.phone,
      site: null,
    };
  });
  return [...workers, ...parties];
}

function recipientOf(facts: FilingFacts, target: FormTarget): Recipient | undefined {
  const id = target.partyId ?? target.applicantId;
  const all = recipients(facts);
  return id === undefined ? all[0] : all.find((r) => r.id === id);
}

/**
 * 送达地址确认书 (办案规则 art. 20; 民事诉讼法 art. 90; 民诉法解释 arts 135–137): one for each party. Consent to electronic
 * service must stand in this very paper, so an open answer leaves both boxes to the party's own hand.
 */
export const serviceAddress = defineForm({
  id: 'service-address',
  number: 8,
  track: 'all',
  stage: 'any',
  issuer: 'party',
  scope: 'member',
  requiredFacts: [
    'applicants.*.name',
    'applicants.*.idNumber',
    'applicants.*.mailAddress',
    'applicants.*.phone',
    'matter.cause',
  ],
  topics: [serviceTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: oneEach,
  targets: (facts, set) => {
    const workers = facts.applicants.map(
      (a): NamedTarget => ({ target: { applicantId: a.id }, who: a.name }),
    );
    const parties = partiesOf(facts).map(
      ({ party }): NamedTarget => ({ target: { partyId: partyId(party) }, who: partyName(party) }),
    );
    const [filing, answering] = unitFiles(facts) ? [parties, workers] : [workers, parties];
    if (set === 'arbitration-filing') return filing;
    return set === 'arbitration-answer' ? answering : [...filing, ...answering];
  },
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const who = recipientOf(facts, target);
    if (!who) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const own = readTopic(draft, facts, serviceTopic, who.id);
    const { electronic } = own.values;
    const subject = subjectName(common, who.role, who.name, who.index);
    const place = `particulars.${serviceTopic.id}/${who.id}`;
    const need = (key: string, value: string | null, field: FieldName, widthEm: number): Content =>
      draft.need(`${who.path}.${key}`, value, field, { subject, widthEm });
    /** What the party may still write by hand. */
    const free = (value: string | null, widthEm: number): Content =>
      value === null ? [blank(widthEm)] : text(value);
    const address = own.values.address ?? who.address;
    if (address !== null && (/宿舍|工棚|工地/u.test(address) || address === who.site)) {
      draft.warn(`${place}.address`, 'rule', 'advice', 'siteAddress', { name: who.name ?? subject });
    }
    const mobile = own.values.mobile ?? (who.unit ? null : who.phone);
    const reachable = mobile !== null || own.values.email !== null || own.values.account !== null;
    if (electronic === 'agree' && !reachable) {
      draft.warn(`${place}.electronic`, 'rule', 'error', 'electronicWithoutAccount', {
        name: who.name ?? subject,
      });
    }
    const w = words.fields;
    const label = (value: string): TableCell => ({ content: bold(value), align: 'center' });
    const wide = (name: string, value: Content): TableCell[] => [label(name), cell(value, { span: 3 })];
    const pair = (a: string, x: Content, b: string, y: Content): TableCell[] => [
      label(a),
      cell(x),
      label(b),
      cell(y),
    ];
    const box = (value: 'agree' | 'refuse'): Inline[] => [
      { kind: 'checkbox', checked: electronic === value },
      ...text(` ${words[value]}　　`),
    ];
    const name = need('name', who.name, who.unit ? 'unitName' : 'name', 6);
    const blocks: Block[] = [
      heading(3, words.noticeHead),
      ...words.notice.map((line) => ({ ...prose(text(line)), sizePt: 10.5 })),
      heading(3, words.confirmHead),
      {
        kind: 'table',
        showHeader: false,
        sizePt: 10.5,
        minRowHeightMm: 8,
        columns: [11, 17, 9, 16].map((share) => ({ header: '', share })),
        rows: [
          pair(
            w.cause,
            draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 6 }),
            w.number,
            free(facts.matter.number, 9),
          ),
          pair(w.party, name, w.role, text(common.role[who.role])),
          pair(
            who.unit ? w.uscc : w.idNumber,
            need(who.unit ? 'uscc' : 'idNumber', who.number, who.unit ? 'uscc' : 'idNumber', 11),
            w.phone,
            need('phone', who.phone, 'phone', 8),
          ),
          wide(w.address, address === null ? need('mailAddress', null, 'mailAddress', 20) : text(address)),
          pair(w.recipient, name, w.postcode, free(own.values.postcode, 6)),
          pair(w.deputy, free(own.values.deputy, 7), w.deputyRelation, free(own.values.deputyRelation, 7)),
          wide(w.deputyPhone, free(own.values.deputyPhone, 10)),
          wide(w.electronic, [...box('agree'), ...box('refuse')]),
          pair(w.mobile, free(mobile, 8), w.email, free(own.values.email, 8)),
          wide(w.account, free(own.values.account, 14)),
        ],
      },
      { ...prose(text(words.declaration)), spaceBeforePt: 6, sizePt: 12 },
      signature([[...text(who.unit ? words.sealUnit : words.sign), blank(9)], handDate(common)]),
      plain([...emboldened(text(words.staff)), blank(9)], { sizePt: 10.5, spaceBeforePt: 6 }),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
