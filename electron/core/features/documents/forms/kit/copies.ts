import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { unitFiles } from './sides.ts';

export interface Copies {
  readonly tribunal: number;
  /** One for each on the other side and each third party (劳动争议调解仲裁法 art. 28). */
  readonly opponents: number;
  readonly own: number;
  readonly total: number;
}

/** Copies to print and sign: the tribunal's, one per opponent, the filer's own; an office may ask for more. */
export function copiesFor(facts: FilingFacts): Copies {
  const { tribunal, own } = facts.copies;
  const others = unitFiles(facts) ? facts.applicants : facts.respondents;
  const opponents = others.length + facts.thirdParties.length;
  return { tribunal, opponents, own, total: tribunal + opponents + own };
}

/** A paper that goes to one body for one stage: one for it and one for the file. */
export function oneEach(facts: FilingFacts): Copies {
  const { own } = facts.copies;
  return { tribunal: 1, opponents: 0, own, total: 1 + own };
}
