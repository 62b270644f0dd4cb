import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import {
  type FormId,
  type FormLayout,
  formIds,
} from '../../../../../shared/features/documents/form-warning.ts';
import { buildElementApplication } from './arb-application/element/index.ts';
import { buildApplication } from './arb-application/index.ts';
import { buildGroupRep } from './arb-group-rep/index.ts';
import { buildRoster } from './arb-group-roster/index.ts';
import { buildEvidenceList } from './evidence-list/index.ts';
import { paperFileName } from './file-name.ts';
import { type Copies, copiesFor } from './kit/copies.ts';
import { type BuiltForm, type FormTarget, isCollective, needsRoster } from './kit/paper.ts';
import { partyId, partyName } from './kit/parties.ts';
import { agentsOf, partiesOf, sided, unitFiles } from './kit/sides.ts';
import type { FormLanguage, FormWording } from './kit/wording.ts';
import { buildPowerOfAttorney } from './power-of-attorney/index.ts';
import { required } from './required.ts';
import { buildWageSchedule } from './wage-schedule/index.ts';
import { type Wordings, wordingOf } from './wording.ts';

export type { Copies } from './kit/copies.ts';
export type { BuiltForm, FormTarget } from './kit/paper.ts';
export { partyId, partyName } from './kit/parties.ts';
export { partiesOf } from './kit/sides.ts';
export type { FormLanguage } from './kit/wording.ts';

/** How sure we are of a form's law and of its layout. `memory` must be checked by a lawyer before release. */
export type StatusMark = 'law' | 'rule' | 'official-form' | 'secondary' | 'memory';

export interface FormDefinition {
  readonly id: FormId;
  /** Number in the catalogue of filing documents. */
  readonly number: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly track: 'arbitration' | 'all';
  readonly stage: 'filing' | 'any';
  /** Who signs it. */
  readonly issuer: 'applicant' | 'party' | 'every-member' | 'representatives';
  /** One per case, one per worker, or one for the whole group. */
  readonly scope: 'case' | 'member' | 'group';
  /** Paths of facts that the paper needs; `*` stands for every index. */
  readonly requiredFacts: readonly string[];
  readonly status: { readonly basis: readonly StatusMark[]; readonly form: readonly StatusMark[] };
  /** How sure we are of the table with boxes (要素式), on forms that have one beside the prose. */
  readonly element?: { readonly form: readonly StatusMark[] };
  /** Copies to print. */
  readonly copies: (facts: FilingFacts) => Copies;
  readonly applicable: (facts: FilingFacts) => boolean;
  /** Pure: the same facts give the same blocks. `language` is that of the paper and of the warnings. */
  readonly build: (facts: FilingFacts, language: FormLanguage, target?: FormTarget) => BuiltForm;
}

/** A form's words, with the parties' roles as they are in this case. */
function words<I extends FormId>(
  id: I,
  language: FormLanguage,
  facts: FilingFacts,
): FormWording<Wordings[I]> {
  return sided(wordingOf(id, language), facts);
}

const always = (): boolean => true;

/** A power of attorney goes to each body for each stage: one for it and one for the file. */
function oneEach(facts: FilingFacts): Copies {
  const { own } = facts.copies;
  return { tribunal: 1, opponents: 0, own, total: 1 + own };
}

/** The filing documents by id. */
export const forms: Readonly<Record<FormId, FormDefinition>> = {
  'arb-application': {
    id: 'arb-application',
    number: 1,
    title: { zh: '劳动人事争议仲裁申请书', en: 'Application for labour and personnel dispute arbitration' },
    track: 'arbitration',
    stage: 'filing',
    issuer: 'applicant',
    scope: 'case',
    requiredFacts: required['arb-application'],
    status: { basis: ['law', 'rule'], form: ['secondary', 'memory'] },
    copies: copiesFor,
    applicable: always,
    // Made by us after local practice: no city's own form was at hand.
    element: { form: ['memory'] },
    build: (facts, language, target) => {
      const wording = words('arb-application', language, facts);
      return target?.layout === 'element'
        ? buildElementApplication(facts, wording)
        : buildApplication(facts, wording);
    },
  },
  'arb-group-roster': {
    id: 'arb-group-roster',
    number: 3,
    title: { zh: '集体争议申请人名册', en: 'Roster of collective applicants' },
    track: 'arbitration',
    stage: 'filing',
    issuer: 'every-member',
    scope: 'group',
    requiredFacts: required['arb-group-roster'],
    status: { basis: ['law'], form: ['memory'] },
    copies: copiesFor,
    applicable: (facts) => !unitFiles(facts) && needsRoster(facts),
    build: (facts, language) => buildRoster(facts, words('arb-group-roster', language, facts)),
  },
  'arb-group-rep': {
    id: 'arb-group-rep',
    number: 4,
    title: { zh: '推举代表人书', en: 'Instrument appointing representatives' },
    track: 'arbitration',
    stage: 'filing',
    issuer: 'every-member',
    scope: 'group',
    requiredFacts: required['arb-group-rep'],
    status: { basis: ['rule'], form: ['memory'] },
    copies: copiesFor,
    applicable: (facts) => !unitFiles(facts) && isCollective(facts),
    build: (facts, language) => buildGroupRep(facts, words('arb-group-rep', language, facts)),
  },
  'evidence-list': {
    id: 'evidence-list',
    number: 5,
    title: { zh: '证据清单', en: 'List of evidence' },
    track: 'all',
    stage: 'any',
    issuer: 'party',
    scope: 'case',
    requiredFacts: required['evidence-list'],
    status: { basis: ['law'], form: ['memory'] },
    copies: copiesFor,
    applicable: always,
    build: (facts, language) => buildEvidenceList(facts, words('evidence-list', language, facts)),
  },
  'power-of-attorney': {
    id: 'power-of-attorney',
    number: 6,
    title: { zh: '授权委托书', en: 'Power of attorney' },
    track: 'all',
    stage: 'any',
    issuer: 'party',
    scope: 'member',
    requiredFacts: required['power-of-attorney'],
    status: { basis: ['law'], form: ['secondary'] },
    copies: oneEach,
    applicable: (facts) => facts.agents.length > 0,
    build: (facts, language, target) =>
      buildPowerOfAttorney(facts, words('power-of-attorney', language, facts), target),
  },
  'wage-schedule': {
    id: 'wage-schedule',
    number: 56,
    title: { zh: '工资清单·欠薪明细表', en: 'Wage list and arrears schedule' },
    track: 'all',
    stage: 'any',
    issuer: 'applicant',
    scope: 'member',
    requiredFacts: required['wage-schedule'],
    status: { basis: ['law'], form: ['memory'] },
    copies: copiesFor,
    applicable: (facts) => !unitFiles(facts) && facts.applicants.some((a) => a.arrears.rows.length > 0),
    build: (facts, language, target) =>
      buildWageSchedule(facts, words('wage-schedule', language, facts), target),
  },
};

/** One paper of a filing set. */
export interface SetEntry {
  readonly formId: FormId;
  readonly target: FormTarget;
  /** Counts from 1, in filing order. */
  readonly order: number;
  readonly title: string;
  /** Without extension. */
  readonly fileName: string;
  readonly copies: Copies;
}

const filingOrder: readonly FormId[] = [
  'arb-application',
  'arb-group-roster',
  'arb-group-rep',
  'wage-schedule',
  'evidence-list',
  'power-of-attorney',
];

/** Every applicable paper for filing, in order: one per worker or party where the paper is its own. */
export function documentSet(facts: FilingFacts): readonly SetEntry[] {
  const entries: SetEntry[] = [];
  const party = partyLabel(facts);
  const add = (
    formId: FormId,
    target: FormTarget,
    who: string | null,
    title = forms[formId].title.zh,
  ): void => {
    const order = entries.length + 1;
    entries.push({
      formId,
      target,
      order,
      title,
      fileName: paperFileName(order, title, who, facts.preparedOn),
      copies: forms[formId].copies(facts),
    });
  };
  for (const id of filingOrder) {
    if (!forms[id].applicable(facts)) continue;
    if (forms[id].scope !== 'member') {
      add(id, {}, party, id === 'arb-group-roster' ? rosterName(facts) : undefined);
      continue;
    }
    if (id === 'wage-schedule' && needsRoster(facts)) add(id, {}, party, '工资清单·欠薪明细汇总表');
    const ofWorkers = (): void => {
      for (const applicant of facts.applicants) {
        const needed =
          id === 'wage-schedule'
            ? applicant.arrears.rows.length > 0
            : agentsOf(facts, applicant.id).length > 0;
        if (needed) add(id, { applicantId: applicant.id }, applicant.name);
      }
    };
    const ofParties = (): void => {
      if (id !== 'power-of-attorney') return;
      for (const { party } of partiesOf(facts)) {
        if (agentsOf(facts, partyId(party)).length > 0)
          add(id, { partyId: partyId(party) }, partyName(party));
      }
    };
    // Those who file come first.
    for (const side of unitFiles(facts) ? [ofParties, ofWorkers] : [ofWorkers, ofParties]) side();
  }
  return entries;
}

/** Stands in the title and the file name of a paper with boxes, and tells such a paper from the one in prose. */
const elementMark = '（要素式）';

/**
 * The entry for the wanted layout of its form; null when the form has no such layout. The mark in the file name is
 * the only record of the layout.
 */
export function inLayout(entry: SetEntry, layout: FormLayout): SetEntry | null {
  if (layout === 'narrative') return entry;
  if (!forms[entry.formId].element) return null;
  const base = forms[entry.formId].title.zh;
  return {
    ...entry,
    target: { ...entry.target, layout },
    title: `${entry.title}${elementMark}`,
    fileName: entry.fileName.replace(base, (name) => `${name}${elementMark}`),
  };
}

/** The layout of a paper that was made before, from its file name. */
export function layoutOfFile(formId: FormId, fileName: string): FormLayout {
  const { element, title } = forms[formId];
  return element && fileName.includes(`${title.zh}${elementMark}`) ? 'element' : 'narrative';
}

function rosterName(facts: FilingFacts): string {
  const { form } = wordingOf('arb-group-roster', 'zh-CN');
  return isCollective(facts) ? form.collectiveRoster : form.roster;
}

/** Who files: 张某, 张某等3人; null while the first name is missing. */
function partyLabel(facts: FilingFacts): string | null {
  const parties = facts.respondents.map((r) => partyName(r.party));
  const names = unitFiles(facts) ? parties : facts.applicants.map((a) => a.name);
  const name = names[0] ?? null;
  if (name === null || names.length === 1) return name;
  return `${name}等${names.length}${unitFiles(facts) ? '家' : '人'}`;
}

/** All forms in catalogue order, for a list on screen. */
export const formList: readonly FormDefinition[] = formIds
  .map((id) => forms[id])
  .sort((a, b) => a.number - b.number);
