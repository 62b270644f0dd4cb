import en from '../../../../../../resources/forms/en/la-hardship.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/la-hardship.json' with { type: 'json' };
import {
  aidAgencyTopic,
  aidApplicantTopic,
  aidHardshipTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import { type Fen, fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { agencyName, exemption, migrantExempt } from '../kit/aid.ts';
import { legalAidArticle } from '../kit/asked.ts';
import { optionBoxes } from '../kit/court.ts';
import { blank, type Content, fill, startDraft, text } from '../kit/draft.ts';
import { citations, money, ordinal } from '../kit/format.ts';
import { formTable } from '../kit/institution.ts';
import { cell, finish, handDate, heading, plain, prose, signature } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, subjectName } from '../kit/parties.ts';
import { sumOrNull } from '../kit/sums.ts';

/**
 * 经济困难状况说明表 with the pledge (法律援助法 arts 34, 41), or, for those who need no means test, the statement of exemption
 * with its proof (art. 42).
 */
export const laHardship = defineForm({
  id: 'la-hardship',
  number: 46,
  track: 'legal-aid',
  stage: 'intake',
  issuer: 'applicant',
  scope: 'member',
  requiredFacts: [
    ...['name', 'idNumber', 'phone', 'mailAddress'].map((key) => `applicants.*.${key}`),
    'particulars.legal-aid-applicant/worker-0.proof',
  ],
  topics: [aidHardshipTopic, aidApplicantTopic, aidAgencyTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: (facts) => ({ tribunal: 1, opponents: 0, own: facts.copies.own, total: 1 + facts.copies.own }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
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
    const person = readTopic(draft, facts, aidApplicantTopic, worker.id);
    const own = readTopic(draft, facts, aidHardshipTopic, worker.id);
    const subject = subjectName(common, 'applicant', worker.name, at);
    const need = (key: 'idNumber' | 'phone' | 'mailAddress', widthEm: number): Content =>
      draft.need(`applicants.${at}.${key}`, worker[key], key, { subject, widthEm });
    const named = applicantName(worker, at, draft);
    const exempt = exemption(facts, worker, draft);
    const head = formTable([
      [
        [words.name, named],
        [words.phone, need('phone', 8)],
      ],
      [[words.idNumber, need('idNumber', 11)]],
      [[words.address, need('mailAddress', 14)]],
    ]);
    const close: Block[] = [
      { ...prose(text(common.request.to)), keepWithNext: true },
      plain(agencyName(facts, draft), { keepWithNext: true }),
      signature([[...text(words.sign), blank(9)], handDate(common)]),
    ];
    const pledge: Block[] = [
      heading(2, words.pledgeTitle),
      // A pledge is signed under its words, not on a page of its own.
      ...words.pledge.map((line, i) => ({
        ...prose(text(`${ordinal(i + 1, language)}${line}`)),
        keepWithNext: true,
      })),
    ];
    if (exempt !== null) {
      const fields = aidApplicantTopic.fields;
      const { proof } = person.values;
      const grounds = fields.exempt.type.options.filter((o) => o.value !== 'none');
      const blocks: Block[] = [
        head,
        { kind: 'space', points: 6 },
        prose(fill(words.exemptText, { name: named, articles: citations([legalAidArticle('42')], common) })),
        ...grounds.map((o) => plain(optionBoxes([o], exempt, draft), { leftEm: 2 })),
        prose(text(words.proof)),
        ...fields.proof.type.options.map((o) => plain(optionBoxes([o], proof, draft), { leftEm: 2 })),
        ...(proof.length === 0 ? [prose(person.gap('proof', { widthEm: 16 }))] : []),
        ...pledge,
        ...close,
      ];
      return finish(draft, { title: words.exemptTitle, language, blocks });
    }
    if (migrantExempt(facts, worker)) {
      draft.warn(person.path('exempt'), 'rule', 'advice', 'aidExempt', { name: worker.name ?? subject });
    }
    const { family, income, assets, expenses, relief, threshold } = own.values;
    const c = words.columns;
    const right = (value: Fen | null): TableCell =>
      cell(value === null ? '' : formatYuan(value), { align: 'right' });
    const table = (
      key: 'family' | 'income' | 'assets' | 'expenses',
      columns: readonly (readonly [string, number])[],
      rows: TableCell[][],
      sum: Fen | null = null,
    ): Block =>
      rows.length === 0
        ? key === 'family' || key === 'income'
          ? prose(own.gap(key, { widthEm: 20 }))
          : prose(text(words.noneRow))
        : {
            kind: 'table',
            sizePt: 10.5,
            columns: columns.map(([header, share]) => ({ header, share })),
            rows,
            ...(sum === null ? {} : { footRows: [[cell(words.total, { align: 'center' }), right(sum)]] }),
          };
    const monthly = sumOrNull(income.map((row) => row.amount));
    const people = family.length + 1;
    const each = monthly === null || income.length === 0 ? null : fen(Math.floor(monthly / people));
    if (each !== null && threshold !== null && each > threshold) {
      draft.warn(own.path('threshold'), 'rule', 'advice', 'aidMeans', { amount: formatYuan(each) });
    }
    const blocks: Block[] = [
      head,
      heading(3, words.familyHead),
      table(
        'family',
        [
          [c.name, 10],
          [c.relation, 10],
          [c.age, 6],
          [c.job, 14],
          [c.health, 14],
        ],
        family.map((row, i) => [
          cell(own.needCell('family', i, 'name', { widthEm: 4 })),
          cell(row.relation ?? ''),
          cell(row.age === null ? '' : String(row.age), { align: 'center' }),
          cell(row.job ?? ''),
          cell(row.health ?? ''),
        ]),
      ),
      heading(3, words.incomeHead),
      table(
        'income',
        [
          [c.source, 30],
          [c.amount, 16],
        ],
        income.map((row, i) => [
          cell(own.needCell('income', i, 'source', { widthEm: 8 })),
          row.amount === null
            ? cell(own.needCell('income', i, 'amount', { widthEm: 5 }), { align: 'right' })
            : right(row.amount),
        ]),
        monthly,
      ),
      prose(
        fill(words.perHead, {
          amount: each === null ? [blank(6)] : money(each, common),
          people: String(people),
          threshold: own.need('threshold', { widthEm: 6 }),
        }),
      ),
      heading(3, words.assetsHead),
      table(
        'assets',
        [
          [c.kind, 10],
          [c.detail, 28],
          [c.value, 14],
        ],
        assets.map((row, i) => [
          cell(own.showCell('assets', i, 'kind') ?? ''),
          cell(row.detail ?? ''),
          right(row.value),
        ]),
      ),
      heading(3, words.expensesHead),
      table(
        'expenses',
        [
          [c.kind, 10],
          [c.note, 28],
          [c.amount, 14],
        ],
        expenses.map((row, i) => [
          cell(own.showCell('expenses', i, 'kind') ?? ''),
          cell(row.note ?? ''),
          right(row.amount),
        ]),
      ),
      prose(fill(words.relief, { text: relief ?? words.noRelief })),
      ...pledge,
      ...close,
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
