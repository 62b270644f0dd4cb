import type { Applicant, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { settlementTopic } from '../../../../../../shared/features/documents/particulars/mediation.ts';
import { addFen, type Fen, formatYuan, zeroFen } from '../../../../../../shared/kernel/money.ts';
import type { Block, TableCell, TableColumn } from '../../../../../paper/model/blocks.ts';
import { claimSentence } from '../arb-application/claims.ts';
import { askedWords } from './asked.ts';
import { type Content, type Draft, fill, text } from './draft.ts';
import { ordinal, subordinal } from './format.ts';
import { cell, plain, prose } from './paper.ts';
import { readTopic } from './particulars.ts';
import { applicantName, subjectName } from './parties.ts';
import { isMoneyClaim, shareOf, sumOrNull } from './sums.ts';

// What the parties agreed, told alike in the agreement, in the applications that rest on it and in the statement.

/** A claim as something agreed or awarded: without the word of asking before it. */
export function unasked(sentence: Content): Content {
  const [first, ...rest] = sentence;
  if (first?.kind !== 'text') return sentence;
  return [{ ...first, text: first.text.replace(/^请求(裁决)?/u, '') }, ...rest];
}

/** What all claims come to, without warnings of its own. */
function claimedSum(facts: FilingFacts): Fen | null {
  return sumOrNull(facts.claims.filter(isMoneyClaim).map((claim) => claim.amount));
}

/**
 * A worker's part of the sum agreed, in fen: as entered by name; the worker's own claims where the sum agreed is that
 * of the claims; all of it for a single worker. Null while it cannot be known.
 */
export function settledShare(facts: FilingFacts, applicant: Applicant, draft: Draft): Fen | null {
  const { shares, total } = readTopic(draft, facts, settlementTopic).values;
  if (shares.length > 0) {
    return shares.find((row) => row.name?.trim() === applicant.name)?.amount ?? null;
  }
  if (facts.applicants.length === 1) return total;
  if (total === null || total !== claimedSum(facts)) return null;
  return sumOrNull(facts.claims.filter(isMoneyClaim).map((claim) => shareOf(facts, claim, applicant)));
}

/** Points out terms that would make the agreement hard to enforce or to confirm. */
export function checkSettlement(facts: FilingFacts, draft: Draft): void {
  const own = readTopic(draft, facts, settlementTopic);
  const { total, instalments, shares, concession, otherTerms, relation } = own.values;
  const claimed = claimedSum(facts);
  const differs = (
    amounts: readonly (Fen | null)[],
    key: 'instalments' | 'shares',
    rule: 'instalmentsSum' | 'settlementShares',
  ) => {
    const sum = sumOrNull(amounts);
    if (amounts.length === 0 || sum === null || total === null || sum === total) return;
    draft.warn(own.path(key), 'rule', 'error', rule, { stated: formatYuan(total), sum: formatYuan(sum) });
  };
  differs(
    instalments.map((row) => row.amount),
    'instalments',
    'instalmentsSum',
  );
  differs(
    shares.map((row) => row.amount),
    'shares',
    'settlementShares',
  );
  if (total !== null && claimed !== null && facts.claims.length > 0) {
    const told = { claimed: formatYuan(claimed) };
    if (total > claimed) draft.warn(own.path('total'), 'rule', 'advice', 'settlementAbove', told);
    if (total < claimed && concession === null) {
      draft.warn(own.path('concession'), 'rule', 'advice', 'settlementBelow', told);
    }
  }
  if (/工伤认定|认定为?工伤/u.test(`${otherTerms ?? ''}${relation ?? ''}`)) {
    draft.warn(own.path('otherTerms'), 'rule', 'error', 'injuryStatus');
  }
  facts.agents.forEach((agent, i) => {
    const mandated = agent.mode === 'special' && agent.powers.some((p) => p === 'settle' || p === 'mediate');
    if (agent.mode !== null && !mandated) {
      const what = subjectName(draft.common, 'agent', agent.name, i);
      draft.warn(`agents.${i}.powers`, 'rule', 'advice', 'agentCannotSettle', { what });
    }
  });
}

function shareRows(facts: FilingFacts, draft: Draft): Block[] {
  if (facts.applicants.length < 2) return [];
  const { common } = draft;
  const words = common.settlement;
  const own = readTopic(draft, facts, settlementTopic);
  const parts = facts.applicants.map((applicant) => settledShare(facts, applicant, draft));
  const missing = parts.some((part) => part === null);
  const rows = facts.applicants.map((applicant, i): TableCell[] => {
    const part = parts[i] ?? null;
    return [
      cell(String(i + 1), { align: 'center' }),
      cell(applicantName(applicant, i, draft)),
      part === null
        ? cell(own.gap('shares', { widthEm: 6 }), { align: 'right' })
        : cell(formatYuan(part), { align: 'right' }),
    ];
  });
  const sum = missing ? null : addFen(zeroFen, ...parts.flatMap((part) => part ?? []));
  return [
    { ...prose(text(words.sharesLead)), keepWithNext: true },
    {
      kind: 'table',
      sizePt: 10.5,
      columns: [
        { header: words.columns.serial, share: 6 },
        { header: words.columns.name, share: 24 },
        { header: words.columns.amount, share: 16 },
      ],
      rows,
      ...(sum === null
        ? {}
        : {
            footRows: [
              [cell(words.total, { span: 2, align: 'center' }), cell(formatYuan(sum), { align: 'right' })],
            ],
          }),
    },
  ];
}

function instalmentTable(facts: FilingFacts, draft: Draft): Block {
  const own = readTopic(draft, facts, settlementTopic);
  const words = draft.common.settlement;
  const { instalments } = own.values;
  if (instalments.length === 0) return prose(own.gap('instalments', { widthEm: 24 }));
  const column = (header: string, share: number): TableColumn => ({ header, share });
  const sum = sumOrNull(instalments.map((row) => row.amount));
  return {
    kind: 'table',
    sizePt: 10.5,
    columns: [
      column(words.columns.no, 4),
      column(words.columns.due, 10),
      column(words.columns.amount, 9),
      column(words.columns.payer, 13),
      column(words.columns.method, 18),
    ],
    rows: instalments.map((row, i): TableCell[] => [
      cell(String(i + 1), { align: 'center' }),
      cell(own.needCell('instalments', i, 'due', { widthEm: 6 })),
      cell(
        row.amount === null
          ? own.needCell('instalments', i, 'amount', { widthEm: 5 })
          : formatYuan(row.amount),
        {
          align: 'right',
        },
      ),
      cell(own.needCell('instalments', i, 'payer', { widthEm: 6 })),
      cell(own.needCell('instalments', i, 'method', { widthEm: 8 })),
    ]),
    ...(sum === null || instalments.length < 2
      ? {}
      : {
          footRows: [
            [
              cell(words.total, { span: 2, align: 'center' }),
              cell(formatYuan(sum), { align: 'right' }),
              cell('', { span: 2 }),
            ],
          ],
        }),
  };
}

/** The sums in fen are those of the claims or as entered; each term a paragraph, the payments a table. */
export function settlementTerms(facts: FilingFacts, draft: Draft): Block[] {
  const { common, language } = draft;
  const words = common.settlement;
  const own = readTopic(draft, facts, settlementTopic);
  const { values } = own;
  checkSettlement(facts, draft);
  let count = 0;
  const next = (content: Content): Block => {
    count++;
    return prose([...text(ordinal(count, language)), ...content]);
  };
  const told = (
    key: 'lateConsequence' | 'relation' | 'handover' | 'tax' | 'concession',
    label: string,
    needed: boolean,
  ): Block[] => {
    const value = values[key];
    if (value === null && !needed) return [];
    const [first = '', ...rest] = (value ?? '').split('\n').filter((line) => line.trim() !== '');
    const content = value === null ? own.need(key, { widthEm: 18 }) : text(first);
    return [next([...text(label), ...content]), ...rest.map((line) => prose(text(line)))];
  };
  const asked = askedWords(language);
  const claimed = claimedSum(facts);
  // A sum that is not that of the claims is explained by the parties themselves.
  const other = values.total !== null && claimed !== null && values.total !== claimed;
  const claims: Block[] = facts.claims.map((claim, i) =>
    plain(
      [
        ...text(subordinal(i + 1, language)),
        ...unasked(claimSentence(facts, claim, i, asked, draft)),
        ...text(common.stop),
      ],
      { indentEm: 2, align: 'justify' },
    ),
  );
  const composition: Block[] =
    values.composition === null && !other && claims.length > 0 ? claims : own.paragraphs('composition');
  return [
    next(fill(words.pay, { total: own.needInWords('total', { widthEm: 14 }) })),
    { ...prose(text(words.composition)), keepWithNext: true },
    ...composition,
    ...shareRows(facts, draft),
    ...told('concession', words.concession, false),
    { ...next(text(words.schedule)), keepWithNext: true } as Block,
    instalmentTable(facts, draft),
    ...told('lateConsequence', words.late, true),
    ...told('relation', words.relation, true),
    ...told('handover', words.handover, false),
    ...told('tax', words.tax, false),
    ...(values.otherTerms === null
      ? []
      : values.otherTerms
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => next(text(line.trim())))),
    next(
      values.settlesAll === null
        ? own.need('settlesAll', { widthEm: 14 })
        : text(values.settlesAll ? words.settlesAll : words.settlesListed),
    ),
  ];
}

/** What the terms print, for a form's list of required facts. */
export const settlementFacts: readonly string[] = [
  'claims.*.amount',
  ...['total', 'instalments', 'lateConsequence', 'relation', 'settlesAll'].map(
    (key) => `particulars.settlement.${key}`,
  ),
];
