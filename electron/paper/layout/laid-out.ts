import type { Glyph } from '../fonts/book.ts';

/**
 * A paper after layout: every mark has its place. All lengths are points; x runs right and y runs down from the
 * page's upper left corner. Nothing here knows PDF, so a preview can draw it as well.
 */
export interface LaidOutPaper {
  readonly title: string;
  readonly language: string;
  readonly subject?: string;
  readonly pages: readonly LaidOutPage[];
  /** Logical structure for screen readers; index 0 is the document. Parents precede children. */
  readonly nodes: readonly StructureNode[];
  readonly bookmarks: readonly Bookmark[];
  readonly warnings: readonly PaperWarning[];
  /** Where each line and row of the blocks stands, in their order: what a screen points at. */
  readonly places: readonly BlockPlace[];
  /** PostScript names of the fonts that drew something, most used first. */
  readonly fonts: readonly string[];
}

/** A line, row or other stretch of one block that is never cut. */
export interface BlockPlace {
  /** Index in the model. */
  readonly block: number;
  /** Index of the body row in a table. */
  readonly row?: number;
  /** Zero-based. */
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LaidOutPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Drawing that belongs to one structure node, or to none (rules, page numbers). */
export interface Mark {
  readonly node: number | null;
  readonly ops: readonly Op[];
}

export type Role = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect';

export interface StructureNode {
  readonly role: Role;
  readonly parent: number;
  /** Columns that a table cell spans, when more than one. */
  readonly span?: number;
}

export interface Bookmark {
  readonly title: string;
  readonly level: 1 | 2 | 3;
  /** Zero-based page. */
  readonly page: number;
  readonly y: number;
}

export type Op = TextOp | LineOp | FillOp | FrameOp | TickOp | ActualOp;

/** Glyphs of one font and size on one baseline. */
export interface TextOp {
  readonly kind: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
  /** Added after every glyph. */
  readonly spacing: number;
  /** Added after single glyphs, on top of `spacing`; absent when all are zero. */
  readonly shifts?: readonly number[];
  /** 0 black … 1 white. */
  readonly grey: number;
  /** The red of an official paper's head, instead of grey. */
  readonly red?: boolean;
}

export interface LineOp {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly dashed?: boolean;
  readonly red?: boolean;
}

export interface FillOp {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly grey: number;
}

export interface FrameOp {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
}

/** A tick inside the square whose upper left corner is given. */
export interface TickOp {
  readonly kind: 'tick';
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A drawing that stands for text: copying it, or hearing it read, yields the text. */
export interface ActualOp {
  readonly kind: 'actual';
  readonly text: string;
  readonly ops: readonly Op[];
}

export type PaperWarning =
  /** The record lacks a fact; the paper shows a ruled blank. `field` is a path of the record. */
  | { readonly kind: 'gap'; readonly field: string; readonly block: number }
  /** No font has the character, or it belongs to a script that must be shaped (Uyghur, Tibetan, Mongolian …); the paper shows its code in a box. Such a paper must not be filed unseen. */
  | {
      readonly kind: 'missing-glyph';
      readonly character: string;
      /** `U+2A6D6` */
      readonly codePoint: string;
      readonly block: number;
      readonly field?: string;
    };
