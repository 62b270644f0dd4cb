/**
 * The block model: what a paper says, before anything is measured. One model feeds PDF, DOCX and the preview.
 * It knows no law and no database. Lengths are millimetres unless they say points.
 */

/** The four printing styles of Chinese office papers, resolved to fonts by the font book. */
export type Face = 'song' | 'fangsong' | 'kai' | 'hei';

/** A run of text in one style, or an inline object. */
export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly face?: Face;
      /** Path of the record that the text comes from, so that a warning can name it. */
      readonly field?: string;
    }
  /** A fact that the record lacks: a ruled blank that a person can fill by hand. `field` is a path of the record. */
  | { readonly kind: 'gap'; readonly field: string; readonly widthEm: number; readonly hint?: string }
  /** A ruled blank meant for handwriting in every copy (signature, date). Not a warning. */
  | { readonly kind: 'blank'; readonly widthEm: number }
  /** A box drawn as lines, because text fonts lack the ballot signs. */
  | { readonly kind: 'checkbox'; readonly checked: boolean };

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly align?: Align;
  /** First-line indent in characters; filings use 2. */
  readonly indentEm?: number;
  /** Indent of every line in characters. */
  readonly leftEm?: number;
  readonly keepWithNext?: boolean;
  readonly sizePt?: number;
  readonly spaceBeforePt?: number;
  /** The head of an official paper (红头): red letters. */
  readonly red?: boolean;
  /** A red rule under it, as wide as the text. */
  readonly redRule?: boolean;
}

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the paper's title; 2 and 3 divide it. Each becomes a bookmark and a tagged heading. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface TableColumn {
  readonly header: string;
  /** Share of the table's width; shares are normalised. */
  readonly share: number;
  readonly align?: Align;
}

export interface TableCell {
  readonly content: readonly Inline[];
  readonly span?: number;
  readonly align?: Align;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows that close the table (totals); kept together with the last body row. */
  readonly footRows?: readonly (readonly TableCell[])[];
  /** Columns whose page sum is printed at each page's foot, when the table breaks over pages; cells already hold text, so sums come with the rows. */
  readonly pageSums?: {
    readonly label: string;
    readonly columns: readonly number[];
    /** Per body row, one number for each of `columns`. */
    readonly values: readonly (readonly number[])[];
    /** `fen` (the default) prints 1234567 as 12,345.67; `count` prints plain integers. */
    readonly format?: 'fen' | 'count';
  };
  readonly sizePt?: number;
  readonly minRowHeightMm?: number;
  /** Printed header repeats on each page unless false. A label/value form table sets `showHeader: false`. */
  readonly showHeader?: boolean;
}

/** Signature lines that must not be separated from the paragraph before them. */
export interface Signature {
  readonly kind: 'signature';
  readonly lines: readonly (readonly Inline[])[];
  readonly align?: 'left' | 'right';
  /** Reserves 45 × 45 mm for a round seal over the lines. */
  readonly seal?: boolean;
}

export interface Spacer {
  readonly kind: 'space';
  readonly points: number;
}

export interface PageBreak {
  readonly kind: 'page-break';
}

export type Block = Paragraph | Heading | Table | Signature | Spacer | PageBreak;

/**
 * `party`: papers that a party files. `gongwen`: GB/T 9704 measures for an institution's own papers. `court`: the
 * element forms of the courts, one table 165 mm wide.
 */
export type PageProfile = 'party' | 'gongwen' | 'court';

export interface PaperModel {
  readonly title: string;
  /** BCP 47, `zh-CN` or `en`. */
  readonly language: string;
  readonly subject?: string;
  readonly profile: PageProfile;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
  /** Small text at the upper edge of every page, for example the courtesy-translation mark or 草稿. */
  readonly runningHead?: string;
  /** Large and pale under the text of every page, and small at its upper right: 草稿 DRAFT. */
  readonly draftMark?: string;
  /** A narrow vertical 骑缝 rule at the right edge of each page of a paper that must be seamed. */
  readonly seam?: boolean;
  /** A label with a rule at the foot of every page, for a record that is signed page by page. */
  readonly signEachPage?: string;
}
