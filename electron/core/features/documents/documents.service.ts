import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type {
  documentsContract,
  PaperWarning,
} from '../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import type { SetId } from '../../../../shared/features/documents/sets.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { citation } from '../../../../shared/law/index.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { PaperModel } from '../../../paper/model/blocks.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  toAgent,
  toCaseRow,
  toEvent,
  toFacts,
  toFiling,
  toMember,
  toRespondent,
} from '../cases/index.ts';
import { loadItems } from '../claim-items/index.ts';
import { deriveForCase, loadChoices, optionsOf, trackOfRow } from '../deadlines/index.ts';
import { listEvidence } from '../evidence/index.ts';
import { loadActs, loadGroup } from '../group/index.ts';
import { loadOffice } from '../office/index.ts';
import { latestSettlement, loadOutcomes } from '../outcomes/index.ts';
import { type Gathered, toFilingFacts } from './documents.facts.ts';
import { outcomesOf, toFilingOutcomes } from './documents.outcomes.ts';
import { loadParticulars, toldOf, toParticulars } from './documents.particulars.ts';
import { recordPath } from './documents.paths.ts';
import { draftMark, infoOf, paperWarnings } from './documents.warnings.ts';
import { type CaseFacts, caseFacts, namedIn } from './documents.whose.ts';
import { blockTexts } from './editing/content.ts';
import { filingFace, loadFace, withFace } from './face.service.ts';
import { documentSet, forms, inLayout, partiesOf, partyId, partyName, type SetEntry } from './forms/index.ts';

type Choice = NonNullable<z.output<(typeof documentsContract)['documents.make']['input']>['papers']>[number];
type Language = z.output<(typeof documentsContract)['documents.make']['input']>['language'];

/** Everything the papers of a case may say, from the record as it stands. */
export async function gatherFacts(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  today: PlainDate,
): Promise<CaseFacts> {
  const row = await loadCaseRow(db, caseId);
  const office = await loadOffice(db);
  const members = (await loadMemberRows(db, caseId)).map(toMember);
  const events = (await loadEventRows(db, caseId)).map(toEvent);
  const filing = toFiling(row);
  const choices = optionsOf(await loadChoices(db, caseId));
  const dates = deriveForCase(
    {
      track: trackOfRow(row),
      cause: row.cause,
      regionCode: office.region_code,
      applicantSide: filing.applicantSide,
      events,
      members,
      choices,
    },
    law,
    today,
  );
  const limitation = dates.dates.obligations.find(
    (o) => (o.ruleId === 'lim-wage-ended' || o.ruleId === 'lim-general') && o.due !== null,
  );
  const stored = await loadParticulars(db, caseId);
  const told = await toldOf(db, law, caseId, today);
  const particularsOf = (chosen?: ReadonlySet<string>): FilingFacts['particulars'] =>
    toParticulars(stored, events, { ...law, region: office.region_code }, told(chosen));
  const gathered: Gathered = {
    file: {
      ...toCaseRow(row),
      tribunalName: row.tribunal_name,
      tribunalCaseNumber: row.tribunal_case_number,
      project: { name: row.project_name, site: row.project_site, teamLeader: row.team_leader },
      facts: toFacts(row.facts),
      ...filing,
      respondents: (await loadRespondentRows(db, caseId)).map(toRespondent),
      agents: (await loadAgentRows(db, caseId)).map(toAgent),
      events,
      representativeIds: members.filter((m) => m.isRepresentative).map((m) => m.id),
    },
    members,
    items: await loadItems(db, caseId),
    election: (await loadGroup(db, caseId)).election,
    evidence: await listEvidence(db, caseId),
    lastFilingDay: limitation?.due ?? null,
    dates: dates.dates.obligations.map((o) => ({
      ruleId: o.ruleId,
      trigger: o.trigger,
      due: o.due,
      article: citation(o.source),
      provisional: o.provisional,
    })),
    outcomes: toFilingOutcomes(await loadOutcomes(db, caseId)),
    particulars: particularsOf(),
    preparedOn: today,
    preparedBy: office.name,
    region: office.region_code,
  };
  const ids = members.map((m) => m.id);
  const named = namedIn(ids, await loadActs(db, caseId), await latestSettlement(db, caseId));
  const face = filingFace((await loadFace(db)).face, JSON.parse(office.kinds));
  const numbers = { caseNumber: row.number, casePattern: office.case_number_pattern };
  const factsOf = (g: Gathered): FilingFacts => withFace(toFilingFacts(g, law), face, numbers);
  return caseFacts(factsOf(gathered), named, (chosen) =>
    factsOf({ ...onlyOf(gathered, chosen), particulars: particularsOf(chosen) }),
  );
}

/** The record of some workers: their claims, totals and representatives alone. */
function onlyOf(g: Gathered, chosen: ReadonlySet<string>): Gathered {
  return {
    ...g,
    file: { ...g.file, representativeIds: g.file.representativeIds.filter((id) => chosen.has(id)) },
    members: g.members.filter((m) => chosen.has(m.id)),
    items: g.items.filter((i) => chosen.has(i.memberId)),
    outcomes: outcomesOf(g.outcomes, chosen),
  };
}

export interface PlannedPaper {
  readonly entry: SetEntry;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly warnings: PaperWarning[];
}

/** The filing set with what each paper lacks. */
export function planPapers(facts: CaseFacts, set: SetId): PlannedPaper[] {
  return documentSet(facts.all, set, facts.of).map((entry) => planned(facts.of(forms[entry.formId]), entry));
}

/** Whose own paper it is; null for a paper of the whole case. */
function ownerOf(target: SetEntry['target']): string | null {
  return target.applicantId ?? target.partyId ?? null;
}

function nameOf(facts: FilingFacts, id: string): string | null {
  const worker = facts.applicants.find((a) => a.id === id);
  if (worker) return worker.name;
  const found = partiesOf(facts).find(({ party }) => partyId(party) === id);
  return found ? partyName(found.party) : null;
}

function planned(facts: FilingFacts, entry: SetEntry): PlannedPaper {
  const memberId = ownerOf(entry.target);
  return {
    entry,
    memberId,
    memberName: memberId === null ? null : nameOf(facts, memberId),
    warnings: paperWarnings(facts, entry),
  };
}

/**
 * @param choices null: the whole set.
 * @throws AppError `not-found` when this case has no such paper, or the paper no such layout.
 */
export function choosePapers(
  { all, of }: CaseFacts,
  choices: readonly Choice[] | null,
  set: SetId = 'all',
): SetEntry[] {
  if (choices === null) return [...documentSet(all, set, of)];
  // A paper of the chosen set keeps its place there in the file's name; any other comes from the whole catalogue.
  const entries = [...documentSet(all, 'all', of), ...documentSet(all, set, of)];
  const byKey = new Map(entries.map((e) => [`${e.formId}/${ownerOf(e.target) ?? ''}`, e]));
  return choices.map((c) => {
    const found = byKey.get(`${c.formId}/${c.memberId ?? ''}`);
    const entry = found && inLayout(found, c.layout);
    if (!entry) throw new AppError('not-found', { details: { what: 'paper' } });
    return entry;
  });
}

export interface MadePaper {
  readonly entry: SetEntry;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly fonts: readonly string[];
  readonly warnings: PaperWarning[];
  readonly fileName: string;
  /** What it says, block by block. */
  readonly content: readonly string[];
}

export interface MakeOptions {
  readonly language: Language;
  /** Each page is marked as a draft. */
  readonly marked?: boolean;
  /** What the file says of the version in whose place it comes. */
  readonly subject?: string;
}

/** Builds, lays out and paints one paper. The same facts and day give the same bytes. */
export async function makePaper(
  engine: PaperEngine,
  { of }: CaseFacts,
  entry: SetEntry,
  { language, marked = false, subject }: MakeOptions,
): Promise<MadePaper> {
  const form = forms[entry.formId];
  const facts = of(form);
  const { model } = form.build(facts, language, entry.target);
  const printed: PaperModel = {
    ...model,
    ...(marked && { draftMark }),
    ...(subject !== undefined && { subject }),
  };
  const rendered = await engine.renderPdf(printed, infoOf(facts));
  const { memberId, memberName, warnings } = planned(facts, entry);
  const missing = new Map(
    rendered.warnings.flatMap((w) => {
      if (w.kind !== 'missing-glyph') return [];
      const field = w.field ? recordPath(w.field, facts) : null;
      // Each face that lacks a character says so; it is written in by hand once.
      return [[`${w.codePoint} ${field}`, { ...w, field }] as const];
    }),
  );
  return {
    entry,
    memberId,
    memberName,
    bytes: rendered.bytes,
    pages: rendered.pages,
    fonts: [...rendered.fonts],
    content: blockTexts(model.blocks),
    fileName: `${entry.fileName}${language === 'en' ? '-en' : ''}${marked ? `-${draftMark}` : ''}.pdf`,
    warnings: [
      ...warnings,
      ...[...missing.values()].map((w) => ({
        field: w.field,
        severity: 'error' as const,
        code: 'character-missing',
        label: {
          zh: `字库中没有“${w.character}”（${w.codePoint}），已用方框标出，请手写补上。`,
          en: `No font has “${w.character}” (${w.codePoint}); it is marked by a box, please write it by hand.`,
        },
      })),
    ],
  };
}

/**
 * What the paper says, as one hash: it is outdated when today's record makes it say something else. The day, the
 * office that prepared it and its face do not count, nor does whatever of the record it does not print.
 */
export function contentHash(
  facts: FilingFacts,
  entry: Pick<SetEntry, 'formId' | 'target'>,
  language: Language,
): string {
  const lasting = { ...facts, preparedOn: null, preparedBy: null, face: null };
  const { model } = forms[entry.formId].build(lasting, language, entry.target);
  return createHash('sha256').update(JSON.stringify(model)).digest('hex');
}

/** Whether the record says the same to each of some papers, down to the day and the office's face. */
export function sameFacts(a: CaseFacts, b: CaseFacts, entries: readonly SetEntry[]): boolean {
  const said = ({ of }: CaseFacts): string =>
    JSON.stringify([...new Set(entries.map((entry) => of(forms[entry.formId])))]);
  return said(a) === said(b);
}
