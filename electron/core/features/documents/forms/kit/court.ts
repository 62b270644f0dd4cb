import en from '../../../../../../resources/forms/en/court.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/court.json' with { type: 'json' };
import type { FilingFacts, Party } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Choice } from '../../../../../../shared/features/documents/particulars/particular.ts';
import { partiesTopic } from '../../../../../../shared/features/documents/particulars/parties.ts';
import { bankTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { type Choice as Box, type ElementRow, elementTable, field } from '../arb-application/element/rows.ts';
import { blank, bold, type Content, type Draft, emboldened, fillText, joined, text } from './draft.ts';
import { longDate } from './format.ts';
import { plain } from './paper.ts';
import { readTopic } from './particulars.ts';
import {
  agentParticulars,
  applicantName,
  employerIndex,
  numberedRole,
  partyName,
  respondentName,
  subjectName,
} from './parties.ts';
import { rowNamed } from './request.ts';
import type { NumberedAgent } from './sides.ts';
import type { FieldName } from './wording.ts';

// Blocks that the element forms of the courts have in common (法〔2025〕82号): their elements stay as they are.

export type CourtWords = typeof zh;
export const courtWords = { 'zh-CN': zh, en };

/** ☑ 是　☐ 否 */
export function boxes(choices: readonly Box[]): Content {
  return joined(
    choices.map(([label, checked]): Content => [{ kind: 'checkbox', checked }, ...text(` ${label}`)]),
    '　',
  );
}

/** A box for each option of a field, the chosen ones ticked. */
export function optionBoxes(
  options: readonly Choice[],
  chosen: string | null | readonly string[],
  draft: Draft,
): Content {
  const is = (value: string): boolean => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value);
  return boxes(options.map((o) => [draft.language === 'en' ? o.label.en : o.label.zh, is(o.value)]));
}

export function yesOrNo(
  value: boolean | null,
  words: { readonly yes: string; readonly no: string },
): Content {
  return boxes([
    [words.yes, value === true],
    [words.no, value === false],
  ]);
}

const inLine = (parts: readonly Content[]): Content => joined(parts, '　');

/** An element, the head of a section, or a question with its answer across the table. */
export type CourtRow = ElementRow | string | { readonly question: Content };

/** One connected table: a text stands over its section, across the table. */
export function courtTable(rows: readonly CourtRow[]): Table {
  const base = elementTable([]);
  return {
    ...base,
    rows: rows.map((row): readonly TableCell[] => {
      if (typeof row === 'string') return [{ content: bold(row), span: 2, align: 'center' }];
      // A question as long as this would stand in a tall narrow cell.
      if ('question' in row) return [{ content: row.question, span: 2, align: 'left' }];
      return elementTable([row]).rows[0] ?? [];
    }),
  };
}

/** 说明 and ★特别提示★ over the table. */
export function courtNotes(notes: readonly string[], warning: string, draft: Draft): Block[] {
  const words = courtWords[draft.language];
  const small = { sizePt: 10.5, align: 'justify', indentEm: 2 } as const;
  return [
    plain(bold(words.notesHead), { sizePt: 10.5, keepWithNext: true }),
    ...notes.map((line, i) => plain(text(`${i + 1}. ${line}`), small)),
    plain(emboldened(text(words.warningHead)), { sizePt: 10.5, align: 'center', keepWithNext: true }),
    plain(text(warning), { ...small }),
    { kind: 'space', points: 4 },
  ];
}

/** A worker by the elements of the form, with the account that enforcement pays to. */
export function workerRow(facts: FilingFacts, index: number, draft: Draft, account = false): ElementRow[] {
  const a = facts.applicants[index];
  if (!a) return [];
  const { common } = draft;
  const words = courtWords[draft.language];
  const path = `applicants.${index}`;
  const subject = subjectName(common, 'applicant', a.name, index);
  const need = (key: string, value: string | null, name: FieldName, widthEm: number): Content =>
    draft.need(`${path}.${key}`, value, name, { subject, widthEm });
  const sex = boxes([
    [common.sex.male, a.sex === 'male'],
    [common.sex.female, a.sex === 'female'],
  ]);
  const bank = readTopic(draft, facts, bankTopic);
  const at = rowNamed(bank.values.list, a.name);
  const ofBank = (key: 'number' | 'bank', widthEm: number): Content =>
    a.name === null
      ? [blank(widthEm)]
      : at < 0
        ? bank.gap('list', { subject, widthEm })
        : bank.needCell('list', at, key, { subject, widthEm });
  const lines: Content[] = [
    inLine([
      field(words.name, applicantName(a, index, draft), draft),
      field(words.sex, a.sex === null ? [...sex, ...need('sex', null, 'sex', 3)] : sex, draft),
    ]),
    inLine([
      field(words.birth, need('birth', a.birth && longDate(a.birth, common), 'birth', 7), draft),
      field(words.ethnicity, a.ethnicity ?? '', draft),
    ]),
    field(
      words.workUnit,
      a.workUnit ?? respondentName(facts, employerIndex(facts.respondents), draft),
      draft,
    ),
    inLine([
      field(words.post, need('job.post', a.occupation ?? a.job.post, 'post', 6), draft),
      field(words.phone, need('phone', a.phone, 'phone', 8), draft),
    ]),
    field(words.domicile, need('domicile', a.domicile, 'domicile', 14), draft),
    field(words.residence, a.residence ?? '', draft),
    inLine([
      field(words.idType, need('idType', a.idType && common.idType[a.idType], 'idType', 6), draft),
      field(words.idNumber, need('idNumber', a.idNumber, 'idNumber', 11), draft),
    ]),
    ...(account
      ? [
          inLine([
            field(words.bankNumber, ofBank('number', 10), draft),
            field(words.bankHolder, bank.values.list[at]?.holder ?? applicantName(a, index, draft), draft),
          ]),
          field(words.bankName, ofBank('bank', 12), draft),
        ]
      : []),
  ];
  const role = numberedRole(common, 'applicant', index, facts.applicants.length);
  return [{ label: fillText(words.person, { role }), lines }];
}

/** A party on the unit's side, or a third party, by the elements of the form. */
export function unitRow(
  facts: FilingFacts,
  party: Party,
  role: 'respondent' | 'thirdParty',
  index: number,
  count: number,
  draft: Draft,
): ElementRow {
  const { common } = draft;
  const words = courtWords[draft.language];
  const subject = subjectName(common, role, partyName(party), index);
  const list = role === 'respondent' ? 'respondents' : 'thirdParties';
  const path = `${list}.${index}.party.${party.kind}`;
  const need = (key: string, value: string | null, name: FieldName, widthEm: number): Content =>
    draft.need(`${path}.${key}`, value, name, { subject, widthEm });
  const named = numberedRole(common, role, index, count);
  if (party.kind === 'person') {
    const p = party.person;
    return {
      label: fillText(words.person, { role: named }),
      lines: [
        inLine([
          field(words.name, need('name', p.name, 'name', 5), draft),
          field(
            words.sex,
            boxes([
              [common.sex.male, p.sex === 'male'],
              [common.sex.female, p.sex === 'female'],
            ]),
            draft,
          ),
        ]),
        inLine([
          field(words.birth, p.birth === null ? '' : longDate(p.birth, common), draft),
          field(words.ethnicity, p.ethnicity ?? '', draft),
          field(words.phone, need('phone', p.phone, 'phone', 8), draft),
        ]),
        field(words.domicile, need('domicile', p.domicile, 'domicile', 14), draft),
        field(words.residence, p.residence ?? '', draft),
        inLine([
          field(words.idType, p.idType === null ? '' : common.idType[p.idType], draft),
          field(words.idNumber, need('idNumber', p.idNumber, 'idNumber', 11), draft),
        ]),
      ],
    };
  }
  const unit = party.organisation;
  const more = readTopic(draft, facts, partiesTopic);
  const at = rowNamed(more.values.list, unit.name);
  const row = more.values.list[at];
  const { columns } = partiesTopic.fields.list.type;
  const { representative } = unit;
  return {
    label: fillText(words.unit, { role: named }),
    lines: [
      field(words.unitName, need('name', unit.name, 'unitName', 14), draft),
      field(words.orgDomicile, need('domicile', unit.domicile, 'orgDomicile', 14), draft),
      field(words.registeredAt, row?.registeredAt ?? '', draft),
      inLine([
        field(
          common.representative[representative.kind],
          need('representative.name', representative.name, 'representativeName', 6),
          draft,
        ),
        field(
          words.post,
          need('representative.title', representative.title, 'representativeTitle', 6),
          draft,
        ),
        field(words.phone, need('phone', unit.phone, 'phone', 8), draft),
      ]),
      field(words.uscc, need('uscc', unit.uscc, 'uscc', 11), draft),
      field(words.unitType, optionBoxes(columns.unitType.type.options, row?.unitType ?? null, draft), draft),
      field(
        words.ownership,
        optionBoxes(columns.ownership.type.options, row?.ownership ?? null, draft),
        draft,
      ),
    ],
  };
}

/** 委托诉讼代理人 有 / 无, with 一般授权 or 特别授权. */
export function agentsRow(agents: readonly NumberedAgent[], draft: Draft): ElementRow {
  const { common } = draft;
  const words = courtWords[draft.language];
  const some = agents.length > 0;
  const lines = agents.flatMap(({ agent, index }): Content[] => {
    const p = agentParticulars(agent, index, draft);
    const modes = boxes([
      [common.agentMode.general, agent.mode === 'general'],
      [common.agentMode.special, agent.mode === 'special'],
    ]);
    return [
      inLine([field(words.name, p.name, draft), field(words.post, p.kind, draft)]),
      ...(p.firm ? [field(words.firm, p.firm, draft)] : []),
      inLine([
        ...(p.licenceNo
          ? [field(common.fields.licenceNo, p.licenceNo, draft)]
          : p.idNumber
            ? [field(words.idNumber, p.idNumber, draft)]
            : []),
        field(words.phone, p.phone, draft),
      ]),
      field(words.mode, agent.mode === null ? [...modes, ...p.mode] : modes, draft),
    ];
  });
  return {
    label: words.agent,
    lines: [
      boxes([
        [words.has, some],
        [words.hasNot, !some],
      ]),
      ...lines,
    ],
  };
}

/** The wishes about mediation of one side. */
export interface Wishes {
  readonly knowsMediation: boolean | null;
  readonly knows: readonly ('speed' | 'fees' | 'mediator' | 'secret' | 'force')[];
  readonly mediateFirst: 'yes' | 'no' | 'undecided' | null;
}

/** 对纠纷解决方式的意愿: what is not answered stays open for the hand. */
export function wishRows(wishes: Wishes, draft: Draft): CourtRow[] {
  const words = courtWords[draft.language];
  const known = (value: boolean | null): Content =>
    boxes([
      [words.knows, value === true],
      [words.knowsNot, value === false],
    ]);
  const asked = wishes.knowsMediation !== null;
  const row = (question: string, value: boolean | null): CourtRow => ({
    question: [...text(`${question}　`), ...known(value)],
  });
  return [
    words.wishHead,
    row(words.mediation, wishes.knowsMediation),
    ...(['speed', 'fees', 'mediator', 'secret', 'force'] as const).map((key) =>
      row(words.statements[key], asked ? wishes.knows.includes(key) : null),
    ),
    {
      label: words.mediateFirst,
      lines: [
        boxes(
          (['yes', 'no', 'undecided'] as const).map((key) => [
            words.mediateChoices[key],
            wishes.mediateFirst === key,
          ]),
        ),
      ],
    },
  ];
}
