import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { ApplicationWording } from '../arb-application/index.ts';
import { applicationWords } from './asked.ts';
import type { CommonWording, FormLanguage } from './wording.ts';

/** What the two sides are called on a paper: 原告 and 被告, 投诉人 and 被投诉单位. */
export interface RoleNames {
  readonly workers: string;
  readonly units: string;
}

/** The shared words with the roles of another procedure, in labels and in warnings alike. */
export function inRoles(common: CommonWording, { workers, units }: RoleNames): CommonWording {
  return {
    ...common,
    role: { ...common.role, applicant: workers, respondent: units },
    fields: { ...common.fields, applicants: workers, respondents: units },
  };
}

const rosters = /《(集体争议)?申请人名册》|Roster of (collective )?applicants/g;

function renamed(value: string, language: FormLanguage, { workers, units }: RoleNames, ask: string): string {
  // The roster keeps the name that it bears on its own sheet.
  const kept: string[] = [];
  const open = value.replace(rosters, (name) => `\uE000${kept.push(name) - 1}\uE000`);
  const done =
    language === 'en'
      ? open
          .replace(/respondent/gi, (m) => cased(m, units))
          .replace(/applicant/gi, (m) => cased(m, workers))
          .replaceAll('Order {payers} to pay', ask)
      : open
          .replaceAll('请求裁决', ask)
          .replaceAll('被申请人', '\uE001')
          .replaceAll('申请人', workers)
          .replaceAll('\uE001', units)
          .replaceAll('仲裁请求', '诉讼请求');
  return done.replace(/\uE000(\d+)\uE000/g, (_, n: string) => kept[Number(n)] ?? '');
}

const cased = (like: string, word: string): string =>
  /^[A-Z]/.test(like) ? word.replace(/^[a-z]/, (c) => c.toUpperCase()) : word.toLowerCase();

function mapped<T>(value: T, each: (text: string) => string): T {
  if (typeof value === 'string') return each(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapped(item, each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapped(v, each)])) as T;
}

/**
 * The words for claims and narrative of an application, told in the roles of another procedure.
 * @param ask what stands in place of 请求裁决 (`Order {payers} to pay`).
 */
export function wordsInRoles(language: FormLanguage, roles: RoleNames, ask: string): ApplicationWording {
  const { basis, limitationLaw, ...words } = applicationWords(language);
  return { ...mapped(words, (text) => renamed(text, language, roles, ask)), basis, limitationLaw };
}

/** Who sues: the workers, unless it is said that the unit does. */
export function plaintiffSide(facts: FilingFacts): 'workers' | 'unit' {
  return facts.particulars.case.suit?.entered.plaintiff === 'unit' ? 'unit' : 'workers';
}
