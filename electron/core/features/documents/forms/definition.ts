import type { StatusMark } from '../../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { type FormId, formTitles } from '../../../../../shared/features/documents/form-ids.ts';
import type { Topic } from '../../../../../shared/features/documents/particulars/particular.ts';
import type { SetId } from '../../../../../shared/features/documents/sets.ts';
import { causeIn } from './kit/causes.ts';
import type { Copies } from './kit/copies.ts';
import { dress } from './kit/dress.ts';
import type { BuiltForm, FormTarget } from './kit/paper.ts';
import { sided } from './kit/sides.ts';
import { withFacts } from './kit/texts.ts';
import { commonWording, type FormLanguage, type FormWording } from './kit/wording.ts';

export type FormTrack =
  | 'all'
  | 'mediation'
  | 'arbitration'
  | 'court'
  | 'legal-aid'
  | 'inspection'
  | 'work-injury';

export type FormStage =
  | 'any'
  | 'pre-action'
  | 'filing'
  | 'intake'
  | 'answer'
  | 'pre-hearing'
  | 'hearing'
  | 'session'
  | 'pending'
  | 'outcome'
  | 'decision'
  | 'assignment'
  | 'appearance'
  | 'enforcement'
  | 'close'
  | 'archive';

export type FormIssuer =
  | 'applicant'
  | 'respondent'
  | 'party'
  | 'both-parties'
  | 'every-member'
  | 'representatives'
  | 'unit'
  | 'committee'
  | 'commission'
  | 'agency'
  | 'lawyer'
  | 'firm'
  | 'office';

/** One paper of a form, and whose it is for the file's name. */
export interface NamedTarget {
  readonly target: FormTarget;
  readonly who: string | null;
  /** Where it differs from the form's. */
  readonly title?: string;
}

/**
 * Which workers a paper names: those who go on, those who settle, those who withdraw, or everybody who is in the case.
 */
export type Whose = 'going' | 'settling' | 'leaving' | 'everybody';

export interface FormDefinition {
  readonly id: FormId;
  /** Number in the catalogue of filing documents. */
  readonly number: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly track: FormTrack;
  readonly stage: FormStage;
  /** Who signs it. */
  readonly issuer: FormIssuer;
  /** One per case, one per worker, or one for the whole group. */
  readonly scope: 'case' | 'member' | 'group';
  /** Whom of the workers it names; by what was entered for it where that decides. */
  readonly whose: Whose | ((facts: FilingFacts) => Whose);
  /** Paths of facts that the paper needs; `*` stands for every index. */
  readonly requiredFacts: readonly string[];
  /** What a person enters for this paper because no other part of the record holds it. */
  readonly topics: readonly Topic[];
  readonly status: { readonly basis: readonly StatusMark[]; readonly form: readonly StatusMark[] };
  /** How sure we are of the table with boxes (要素式), on forms that have one beside the prose. */
  readonly element?: { readonly form: readonly StatusMark[] };
  /** Copies to print. */
  readonly copies: (facts: FilingFacts) => Copies;
  readonly applicable: (facts: FilingFacts) => boolean;
  /** The papers of this form in a set of a case, where the scope does not say it all. */
  readonly targets?: (facts: FilingFacts, set: SetId) => readonly NamedTarget[];
  /** Its words, the English ones under the same keys. */
  readonly words: Readonly<Record<FormLanguage, unknown>>;
  /** Pure: the same facts give the same blocks. `language` is that of the paper and of the warnings. */
  readonly build: (facts: FilingFacts, language: FormLanguage, target?: FormTarget) => BuiltForm;
}

interface Spec<W>
  extends Omit<FormDefinition, 'title' | 'build' | 'words' | 'topics' | 'applicable' | 'whose'> {
  /** Left out: those who go on. */
  readonly whose?: FormDefinition['whose'];
  /** None for a paper that says only what the record says. */
  readonly topics?: readonly Topic[];
  /** Left out: always. */
  readonly applicable?: FormDefinition['applicable'];
  readonly words: Readonly<Record<FormLanguage, W>>;
  readonly build: (facts: FilingFacts, wording: FormWording<W>, target: FormTarget) => BuiltForm;
}

/** A form from its builder and its words in both languages. */
export function defineForm<W>(spec: Spec<W>): FormDefinition {
  return {
    title: formTitles[spec.id],
    topics: [],
    applicable: () => true,
    whose: 'going',
    ...spec,
    build: (record, language, target = {}) => {
      const facts = {
        ...record,
        matter: { ...record.matter, cause: causeIn(language, record.matter.cause) },
      };
      const wording = { language, common: commonWording[language], form: spec.words[language] };
      const filled = withFacts(facts, language, target.applicantId ?? null);
      const built = spec.build(filled, sided(wording, facts), target);
      return { ...built, model: dress(built.model, spec, facts.face, language) };
    },
  };
}
