import type zh from '../../../../../../resources/forms/zh-CN/arb-group-rep.json';
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { citations } from '../kit/format.ts';
import {
  type BuiltForm,
  cell,
  finish,
  heading,
  isCollective,
  plain,
  prose,
  rosterTitle,
} from '../kit/paper.ts';
import { applicantName, respondentName, subjectName } from '../kit/parties.ts';
import type { FieldName, FormWording } from '../kit/wording.ts';

export type GroupRepWording = typeof zh;

const center = { align: 'center' } as const;

function columnsOf<K extends string>(
  headers: Readonly<Record<K, string>>,
  shares: readonly (readonly [K, number])[],
): Table['columns'] {
  return shares.map(([key, share]) => ({ header: headers[key], share, align: 'center' }));
}

/** Three to five, all of them applicants (办案规则 art. 63). */
function representatives(facts: FilingFacts, draft: Draft): number[] {
  const ids = facts.representation?.applicantIds ?? [];
  const found = ids.map((id) => facts.applicants.findIndex((a) => a.id === id));
  const known = found.filter((i) => i >= 0);
  if (ids.length > 0 && (known.length !== ids.length || ids.length < 3 || ids.length > 5)) {
    draft.warn('representation.applicantIds', 'rule', 'error', 'representatives');
  }
  return known;
}

function repTable(facts: FilingFacts, at: readonly number[], words: GroupRepWording, draft: Draft): Table {
  const rows = at.map((index, n): TableCell[] => {
    const person = facts.applicants[index];
    if (!person) return [];
    const subject = subjectName(draft.common, 'applicant', person.name, index);
    const need = (name: 'idNumber' | 'phone' | 'mailAddress', widthEm: number): Content =>
      draft.need(`applicants.${index}.${name}`, person[name], name satisfies FieldName, { subject, widthEm });
    return [
      cell(String(n + 1), center),
      cell(applicantName(person, index, draft), center),
      cell(need('idNumber', 9), center),
      cell(need('phone', 6), center),
      cell(need('mailAddress', 8)),
      cell(''),
    ];
  });
  return {
    kind: 'table',
    columns: columnsOf(words.repColumns, [
      ['no', 5],
      ['name', 9],
      ['idNumber', 23],
      ['phone', 14],
      ['address', 20],
      ['accept', 15],
    ]),
    rows,
    sizePt: 9,
    minRowHeightMm: 12,
  };
}

function memberTable(facts: FilingFacts, words: GroupRepWording, draft: Draft): Table {
  return {
    kind: 'table',
    columns: columnsOf(words.memberColumns, [
      ['no', 6],
      ['name', 12],
      ['idNumber', 22],
      ['signature', 20],
      ['print', 12],
      ['date', 16],
    ]),
    rows: facts.applicants.map((person, i): TableCell[] => {
      const subject = subjectName(draft.common, 'applicant', person.name, i);
      return [
        cell(String(i + 1), center),
        cell(applicantName(person, i, draft), center),
        cell(
          draft.need(`applicants.${i}.idNumber`, person.idNumber, 'idNumber', { subject, widthEm: 9 }),
          center,
        ),
        cell(''),
        cell(''),
        cell(''),
      ];
    }),
    sizePt: 10,
    minRowHeightMm: 12,
  };
}

/** The form on which each member votes; printed once, copied for every special act. */
function voteForm(facts: FilingFacts, words: GroupRepWording, draft: Draft): Block[] {
  const line = (label: string): Block => plain([...text(label), blank(28)], { sizePt: 12 });
  return [
    { kind: 'page-break' },
    heading(2, words.voteTitle),
    line(words.voteMatter),
    line(words.voteProposal),
    {
      kind: 'table',
      columns: columnsOf(words.voteColumns, [
        ['no', 6],
        ['name', 14],
        ['vote', 22],
        ['signature', 24],
        ['date', 16],
      ]),
      rows: facts.applicants.map((person, i): TableCell[] => [
        cell(String(i + 1), center),
        cell(applicantName(person, i, draft), center),
        cell(
          [
            { kind: 'checkbox', checked: false },
            ...text(words.agree),
            { kind: 'checkbox', checked: false },
            ...text(words.disagree),
          ],
          center,
        ),
        cell(''),
        cell(''),
      ]),
      sizePt: 10,
      minRowHeightMm: 12,
    },
    plain(text(words.voteNote), { sizePt: 10.5, spaceBeforePt: 4 }),
  ];
}

/**
 * 推举代表人书 (劳动争议调解仲裁法 art. 7; 办案规则 art. 63): who represents, for what, and that changing or dropping
 * claims, admitting the other side's, or settling needs the consent of those represented. Every member signs.
 */
export function buildGroupRep(facts: FilingFacts, wording: FormWording<GroupRepWording>): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const reps = representatives(facts, draft);
  if (facts.applicants.length > 0 && !isCollective(facts)) {
    draft.warn('applicants', 'rule', 'advice', 'fewerThanTen');
  }
  if (facts.applicants.length === 0) draft.gap('applicants', 'applicants');
  const respondents = joined(
    facts.respondents.length === 0
      ? [respondentName(facts, 0, draft)]
      : facts.respondents.map((_, i) => respondentName(facts, i, draft)),
    common.listComma,
    common.listAnd,
  );
  const consent = facts.representation?.consent ?? null;
  const way = draft.need('representation.consent', consent === null ? null : words.ways[consent], 'consent', {
    widthEm: 24,
  });
  const blocks: Block[] = [
    heading(3, words.groupHead),
    prose(
      fill(words.group, {
        count: String(facts.applicants.length),
        roster: rosterTitle(facts, words),
        respondents,
        cause: draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 8 }),
        articles: citations(words.basis, common),
      }),
    ),
    heading(3, words.repsHead),
    reps.length > 0
      ? repTable(facts, reps, words, draft)
      : prose(draft.gap('representation.applicantIds', 'representatives', { widthEm: 24 })),
    heading(3, words.scopeHead),
    prose(text(words.ordinary)),
    prose(text(words.special)),
    prose(fill(words.consent, { way })),
    heading(3, words.termHead),
    prose(fill(words.term, { term: facts.representation?.term ?? words.defaultTerm })),
    heading(3, words.membersHead),
    memberTable(facts, words, draft),
    plain(text(fillText(words.attachment, { count: String(reps.length) })), { sizePt: 12, spaceBeforePt: 8 }),
    ...(consent === 'written-vote' ? voteForm(facts, words, draft) : []),
  ];
  return finish(draft, { title: words.title, language, blocks, seam: true });
}
