import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { FormLayout, FormWarning } from '../../../../../../shared/features/documents/form-warning.ts';
import type {
  Block,
  Heading,
  Inline,
  PageProfile,
  PaperModel,
  Paragraph,
  Signature,
  TableCell,
} from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, text } from './draft.ts';
import { ordinal } from './format.ts';
import type { CommonWording, FormLanguage } from './wording.ts';

/** A paper and what is wrong with its facts. */
export interface BuiltForm {
  readonly model: PaperModel;
  readonly warnings: readonly FormWarning[];
}

/** Which of a case's papers of this kind is meant: whose, for a paper that each party has of its own. */
export interface FormTarget {
  readonly applicantId?: string;
  /** A party on the unit's side, or a third party, in place of a worker. */
  readonly partyId?: string;
  /** Only for forms that have more than one; `narrative` without it. */
  readonly layout?: FormLayout;
}

export interface PaperOptions {
  readonly title: string;
  readonly language: FormLanguage;
  readonly blocks: readonly Block[];
  readonly landscape?: boolean;
  readonly seam?: boolean;
  readonly subject?: string;
  readonly signEachPage?: string;
  /** Left out: a party's own paper. */
  readonly profile?: PageProfile;
  /** Stands over the title, for example the institution that issues the paper. */
  readonly above?: readonly Block[];
}

export function finish(draft: Draft, options: PaperOptions): BuiltForm {
  const { runningHead } = draft.common;
  const model: PaperModel = {
    title: options.title,
    language: options.language,
    profile: options.profile ?? 'party',
    orientation: options.landscape ? 'landscape' : 'portrait',
    blocks: [...(options.above ?? []), heading(1, options.title), ...options.blocks],
    ...(options.subject ? { subject: options.subject } : {}),
    ...(runningHead ? { runningHead } : {}),
    ...(options.seam ? { seam: true } : {}),
    ...(options.signEachPage ? { signEachPage: options.signEachPage } : {}),
  };
  return { model, warnings: draft.warnings() };
}

export function heading(level: Heading['level'], value: string): Heading {
  return { kind: 'heading', level, text: value };
}

/** A text paragraph of a filing: justified, first line indented by two characters. */
export function prose(content: Content): Paragraph {
  return { kind: 'paragraph', content, align: 'justify', indentEm: 2 };
}

export function plain(content: Content, extra: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', content, ...extra };
}

/** The user's own text, one paragraph per line, leading numbers untouched. */
export function ownText(value: string): Paragraph[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => prose(text(line)));
}

export function numbered(n: number, content: Content, language: FormLanguage): Paragraph {
  return prose([...text(ordinal(n, language)), ...content]);
}

export function cell(content: Content | string, extra: Partial<TableCell> = {}): TableCell {
  return { content: typeof content === 'string' ? text(content) : content, ...extra };
}

/** ____年__月__日, written by hand. */
export function handDate(common: CommonWording): Inline[] {
  return [blank(3), ...text(common.year), blank(2), ...text(common.month), blank(2), ...text(common.day)];
}

export function signature(lines: readonly Content[], align: 'left' | 'right' = 'right'): Signature {
  return { kind: 'signature', lines, align };
}

/** 此致 and the receiving body on the next line, flush left. */
export function addressed(facts: FilingFacts, label: string, draft: Draft): Block[] {
  const body = draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 16 });
  return [
    { ...prose(text(label)), keepWithNext: true },
    { kind: 'paragraph', content: body, keepWithNext: true },
  ];
}

/** The roster's name: a dispute is 集体 from ten workers up (劳动争议调解仲裁法 art. 7). */
export function rosterTitle(
  facts: FilingFacts,
  titles: { readonly roster: string; readonly collectiveRoster: string },
): string {
  return isCollective(facts) ? titles.collectiveRoster : titles.roster;
}

/** Ten or more workers with a common claim (劳动争议调解仲裁法 art. 7; 办案规则 art. 5). */
export function isCollective(facts: FilingFacts): boolean {
  return facts.applicants.length >= 10;
}

/** More than three workers are listed in a roster instead of the application. */
export function needsRoster(facts: FilingFacts): boolean {
  return facts.applicants.length > 3;
}

/** Who files: 张某, 张某等3人; null while the first name is missing. */
export function partyLabel(facts: FilingFacts): string | null {
  const unit = facts.applicantSide === 'unit';
  const parties = facts.respondents.map(({ party }) =>
    party.kind === 'organisation' ? party.organisation.name : party.person.name,
  );
  const names = unit ? parties : facts.applicants.map((a) => a.name);
  const name = names[0] ?? null;
  if (name === null || names.length === 1) return name;
  return `${name}等${names.length}${unit ? '家' : '人'}`;
}
