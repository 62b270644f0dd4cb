import type { Selectable } from 'kysely';
import type { PaperWarning } from '../../../../../shared/features/documents/documents.contract.ts';
import type { Finding } from '../../../../../shared/features/documents/editing.contract.ts';
import type { FilingFacts, LocalText } from '../../../../../shared/features/documents/filing-facts.ts';
import type { RawValue } from '../../../../../shared/features/documents/particulars/particular.ts';
import { topicOf } from '../../../../../shared/features/documents/particulars/topics.ts';
import { documentSets, type SetId } from '../../../../../shared/features/documents/sets.ts';
import { fen, formatYuan } from '../../../../../shared/kernel/money.ts';
import type { QueryContext, ReadHandle } from '../../../kernel/context.ts';
import type { LawData } from '../../../kernel/law-data.ts';
import { loadCaseRow } from '../../cases/index.ts';
import { factsFor } from '../documents.kept.ts';
import { boundFields } from '../documents.outcomes.ts';
import { loadParticulars } from '../documents.particulars.ts';
import { gatherFacts, type PlannedPaper, planPapers } from '../documents.service.ts';
import type { DocumentTable } from '../documents.table.ts';
import type { CaseFacts } from '../documents.whose.ts';
import { forms } from '../forms/index.ts';
import { type FactValue, factValues } from './check.values.ts';

const record: LocalText = { zh: '案件记录', en: 'Record of the case' };

/**
 * What stands in the way of a whole set: what its papers lack, what contradicts a rule, what was typed and is not what the
 * record says, and where papers that were made say something else than the record or each other. One entry for each fact.
 */
export async function checkSet(
  ctx: QueryContext,
  law: LawData,
  caseId: string,
  set: SetId,
): Promise<Finding[]> {
  await loadCaseRow(ctx.db, caseId);
  const facts = await gatherFacts(ctx.db, law, caseId, ctx.today);
  const planned = planPapers(facts, set);
  const found = [
    ...(await againstPapers(ctx.db, caseId, set, facts)),
    ...sameNumbers(facts.all),
    ...(await againstOutcomes(ctx.db, caseId, facts.all)),
    ...(await againstHearings(ctx.db, caseId, facts.all)),
    ...fromWarnings(planned),
  ];
  const weight = { error: 0, gap: 1, advice: 2 };
  return found.sort((a, b) => weight[a.severity] - weight[b.severity]);
}

const kinds: Readonly<Record<string, Finding['kind']>> = {
  missing: 'missing',
  'sum-mismatch': 'sum',
  'figure-differs': 'sum',
  'sum-zero': 'sum',
  'number-check': 'number',
  'number-differs': 'number',
  'name-differs': 'name',
  'placeholder-unknown': 'text',
  'placeholder-empty': 'missing',
};

/** The warnings of all papers; one that several papers share stands once, with their titles. */
function fromWarnings(planned: readonly PlannedPaper[]): Finding[] {
  const found = new Map<string, { warning: PaperWarning; papers: Map<string, LocalText> }>();
  for (const { entry, warnings } of planned)
    for (const warning of warnings) {
      const key = `${warning.code} ${warning.field} ${warning.code === 'missing' ? '' : warning.label.zh}`;
      const one = found.get(key) ?? { warning, papers: new Map() };
      one.papers.set(entry.formId, forms[entry.formId].title);
      found.set(key, one);
    }
  return [...found.values()].map(({ warning, papers }) => ({
    kind: kinds[warning.code] ?? 'rule',
    severity: warning.severity,
    field: warning.field,
    label: warning.label,
    papers: [...papers.values()],
    values: [],
  }));
}

type Kept = Selectable<DocumentTable>;

/** The versions that would be handed in: of each form and owner the final one that stands, and the newest draft. */
async function standingPapers(db: ReadHandle, caseId: string, set: SetId): Promise<Kept[]> {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('language', '=', 'zh-CN')
    .where('deleted_at', 'is', null)
    .orderBy('version_no')
    .execute();
  const inSet = new Set<string>(documentSets[set].forms);
  const standing = new Map<string, Kept>();
  for (const row of rows) {
    if (!inSet.has(row.form_id) || row.content === null) continue;
    standing.set(`${row.form_id} ${row.member_id} ${row.state}`, row);
  }
  // What a final version took the place of is history.
  return [...standing.values()].filter((row) => {
    const final = standing.get(`${row.form_id} ${row.member_id} final`);
    return row.state === 'final' || !final || final.version_no < row.version_no;
  });
}

const nameOf = ({ file_name, version_no }: Kept): LocalText => ({
  zh: `${file_name.replace(/\.pdf$/u, '')}（第${version_no}版）`,
  en: `${file_name.replace(/\.pdf$/u, '')} (version ${version_no})`,
});

async function againstPapers(
  db: ReadHandle,
  caseId: string,
  set: SetId,
  gathered: CaseFacts,
): Promise<Finding[]> {
  const valuesNow = new Map<FilingFacts, Map<string, FactValue>>();
  const today = new Map<string, string>();
  const found = new Map<string, { fact: FactValue; papers: Map<string, { row: Kept; value: string }> }>();
  for (const row of await standingPapers(db, caseId, set)) {
    const text = (JSON.parse(row.content ?? '[]') as string[]).join('\n');
    const before: FilingFacts = JSON.parse(row.facts);
    // A paper may name some of the workers only.
    const facts = factsFor(row, gathered);
    const now = valuesNow.get(facts) ?? new Map(factValues(facts).map((v) => [v.key, v]));
    valuesNow.set(facts, now);
    for (const old of factValues({ ...before, outcomes: before.outcomes ?? [] })) {
      const current = now.get(old.key);
      if (current?.value === old.value) continue;
      const told = old.forms
        ? old.forms.includes(row.form_id)
        : old.printed.some((printed) => text.includes(printed));
      if (!told) continue;
      const one = found.get(old.key) ?? { fact: current ?? { ...old, field: null }, papers: new Map() };
      if (current) today.set(old.key, current.value);
      one.papers.set(row.id, { row, value: old.value });
      found.set(old.key, one);
    }
    // A worker's own paper knows nothing of the others.
    if (row.member_id === null) addedSince(row, before, facts, found, today);
  }
  return [...found.values()].map(({ fact, papers }): Finding => {
    const rows = [...papers.values()];
    const final = rows.some(({ row }) => row.state === 'final');
    return {
      kind: fact.kind,
      severity: final ? 'error' : 'advice',
      field: fact.field,
      label: {
        zh: final
          ? `${fact.label.zh}：已定稿的文书与案件记录不一致，应当更正后重新定稿。`
          : `${fact.label.zh}：已制作的文书与案件记录不一致，请重新制作。`,
        en: final
          ? `${fact.label.en}: a final paper differs from the record; correct it.`
          : `${fact.label.en}: a paper that was made differs from the record; make it again.`,
      },
      papers: rows.map(({ row }) => nameOf(row)),
      values: [
        { where: record, value: today.get(fact.key) ?? '—' },
        ...rows.map(({ row, value }) => ({ where: nameOf(row), value })),
      ],
    };
  });
}

/** Evidence and workers that came after the paper was made. */
function addedSince(
  row: Kept,
  before: FilingFacts,
  facts: FilingFacts,
  found: Map<string, { fact: FactValue; papers: Map<string, { row: Kept; value: string }> }>,
  today: Map<string, string>,
): void {
  const known = new Set(before.applicants.map((a) => a.id));
  const names = new Set(facts.applicants.filter((a) => !known.has(a.id)).map((a) => `worker ${a.id} name`));
  for (const fact of factValues(facts)) {
    if (!names.has(fact.key)) continue;
    const one = found.get(fact.key) ?? { fact, papers: new Map() };
    one.papers.set(row.id, { row, value: '—' });
    today.set(fact.key, fact.value);
    found.set(fact.key, one);
  }
}

/** Two workers cannot have one number. */
function sameNumbers({ applicants }: FilingFacts): Finding[] {
  const byNumber = Map.groupBy(
    applicants.filter((a) => a.idNumber !== null),
    (a) => a.idNumber?.toUpperCase() ?? '',
  );
  return [...byNumber].flatMap(([number, same]): Finding[] =>
    same.length < 2
      ? []
      : [
          {
            kind: 'number',
            severity: 'error',
            field: `members.${same[1]?.id}.idNumber`,
            label: {
              zh: `${same.map((a) => a.name ?? '').join('、')}的证件号码相同。`,
              en: `${same.map((a) => a.name ?? '').join(', ')} have the same ID number.`,
            },
            papers: [],
            values: same.map((a) => ({ where: { zh: a.name ?? '', en: a.name ?? '' }, value: number })),
          },
        ],
  );
}

/** What was typed for the agreement or the award, and the outcome of the record says otherwise: the paper follows it. */
async function againstOutcomes(db: ReadHandle, caseId: string, facts: FilingFacts): Promise<Finding[]> {
  const bound = boundFields(facts);
  if (bound.length === 0) return [];
  const stored = await loadParticulars(db, caseId);
  return bound.flatMap(([topicId, key]): Finding[] => {
    const row = stored.find((s) => s.topic === topicId && s.member_id === '');
    const typed: RawValue | undefined = row ? JSON.parse(row.body)[key] : undefined;
    const used = facts.particulars.case[topicId]?.entered[key];
    const field = topicOf(topicId)?.fields[key];
    const isEmpty = typed === undefined || typed === null || (Array.isArray(typed) && typed.length === 0);
    if (isEmpty || !field || used === undefined || alike(typed, used)) return [];
    const { label, type } = field;
    return [
      {
        kind: type.kind === 'date' ? 'date' : type.kind === 'line' ? 'number' : 'sum',
        severity: 'advice',
        field: `particulars.${topicId}.${key}`,
        label: {
          zh: `“${label.zh}”另填的内容与“结果”中登记的不一致，文书按登记的印出。`,
          en: `What was typed for “${label.en}” differs from the recorded outcome; the paper prints the outcome.`,
        },
        papers: [],
        values: [
          { where: { zh: '“结果”', en: 'Outcome' }, value: shown(used) },
          { where: { zh: '另填', en: 'Typed' }, value: shown(typed) },
        ],
      },
    ];
  });
}

/** Rows are compared by what the outcome says of them. */
function alike(typed: RawValue, used: RawValue): boolean {
  if (!Array.isArray(typed) || !Array.isArray(used)) return typed === used;
  return (
    typed.length === used.length &&
    used.every((row, i) => {
      const own = typed[i];
      if (typeof row === 'string' || typeof own === 'string' || own === undefined) return row === own;
      return Object.entries(row).every(([key, value]) => (own[key] ?? null) === (value ?? null));
    })
  );
}

function shown(value: RawValue): string {
  if (typeof value === 'number') return formatYuan(fen(value));
  if (!Array.isArray(value)) return String(value);
  const sum = value.reduce<number>((all, row) => {
    const amount = typeof row === 'string' ? null : row.amount;
    return all + (typeof amount === 'number' ? amount : 0);
  }, 0);
  return `${value.length} × · ${formatYuan(fen(sum))}`;
}

/** The hearing that the notice tells of and the one that the calendar holds. */
async function againstHearings(db: ReadHandle, caseId: string, facts: FilingFacts): Promise<Finding[]> {
  const at = facts.particulars.case.hearing?.entered.at;
  if (typeof at !== 'string') return [];
  const rows = await db
    .selectFrom('hearing')
    .select(['date', 'start_time'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .execute();
  const held = rows.map((r) => `${r.date} ${r.start_time}`);
  if (held.length === 0 || held.includes(at)) return [];
  return [
    {
      kind: 'date',
      severity: 'error',
      field: 'particulars.hearing.at',
      label: {
        zh: '开庭时间：文书另填的与“开庭”中排定的不一致。',
        en: 'Time of the hearing: what was typed differs from the hearing that is set.',
      },
      papers: [],
      values: [
        ...held.map((value) => ({ where: { zh: '“开庭”', en: 'Hearings' }, value })),
        { where: { zh: '另填', en: 'Typed' }, value: at },
      ],
    },
  ];
}
