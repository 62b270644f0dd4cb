import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Face } from '../model/blocks.ts';
import { fontFile } from './font-file.ts';
import type { FontSources } from './sources.ts';
import { TrueTypeFont } from './truetype.ts';

/** A face in one weight. Kai, fangsong and hei have no second weight of their own. */
export type Style = `${Face}` | `${Face}-bold`;

/** One drawable character: the same frozen object for the same style and code point. */
export interface Glyph {
  /** The text that copying from the paper yields. */
  readonly text: string;
  readonly font: TrueTypeFont;
  readonly id: number;
  /** Advance in 1/1000 em. */
  readonly width: number;
  /** The style is bold but only a regular font has the character: its strokes are to be drawn thicker. */
  readonly thicken: boolean;
  /** From 0 in the order of first need, different for each glyph of a book: a place in an array. */
  readonly serial: number;
}

/** Well-known file names of installed fonts by style, best first; compared in lower case. */
const installedNames = {
  kai: ['simkai.ttf', 'kaiu.ttf', 'stkaiti.ttf', 'lxgwwenkai-regular.ttf', 'lxgwwenkaigb-regular.ttf'],
  fangsong: ['simfang.ttf', 'fangsong_gb2312.ttf', 'stfangso.ttf', 'fzfsk.ttf', 'zhuquefangsong-regular.ttf'],
  // Extensions B to H, then whole-repertoire fonts for the odd sign.
  rare: [
    'simsunb.ttf',
    'simsunextg.ttf',
    'hanaminb.ttf',
    'hanamina.ttf',
    'babelstonehan.ttf',
    'jigmo.ttf',
    'jigmo2.ttf',
    'jigmo3.ttf',
    'mingliub.ttc',
    'simsun.ttc',
    'dejavuserif.ttf',
    'dejavusans.ttf',
    'seguisym.ttf',
  ],
} as const;

type FontLoader = () => TrueTypeFont | null;

/**
 * Opens each font file once, on first need, and answers which font draws a character in a style. It keeps no
 * state of a paper, so the answer never depends on what was drawn before.
 */
export class FontBook {
  private readonly sources: FontSources;
  private readonly opened = new Map<string, TrueTypeFont | null>();
  private readonly chains = new Map<Style, readonly FontLoader[]>();
  private readonly glyphs = new Map<Style, Map<number, Glyph | null>>();
  private installedPaths: Map<string, string> | null = null;
  private count = 0;

  constructor(sources: FontSources) {
    this.sources = sources;
  }

  /** The glyph of a code point in a style, from the first font of the style's chain that has it; null if none has. */
  glyph(style: Style, codePoint: number): Glyph | null {
    let known = this.glyphs.get(style);
    if (known === undefined) {
      known = new Map();
      this.glyphs.set(style, known);
    }
    let glyph = known.get(codePoint);
    if (glyph === undefined) {
      glyph = this.find(style, codePoint);
      known.set(codePoint, glyph);
    }
    return glyph;
  }

  /** The dash —— as one unbroken stroke: the glyph of U+2E3A, which copies as two U+2014. */
  longDash(style: Style): Glyph | null {
    const dash = this.glyph(style, 0x2e3a);
    if (!dash || dash.text === '——') return dash;
    const asTwo: Glyph = Object.freeze({ ...dash, text: '——', serial: this.count++ });
    this.glyphs.get(style)?.set(0x2e3a, asTwo);
    return asTwo;
  }

  private find(style: Style, codePoint: number): Glyph | null {
    const heavy = style.endsWith('-bold') || style === 'hei';
    for (const [rank, load] of this.chain(style).entries()) {
      const font = load();
      const id = font?.glyphOf(codePoint) ?? 0;
      if (font && id !== 0) {
        const text = String.fromCodePoint(codePoint);
        // A heavy style's chain begins with its one heavy font.
        const thicken = heavy && rank > 0;
        return Object.freeze({ text, font, id, width: font.advanceOf(id), thicken, serial: this.count++ });
      }
    }
    return null;
  }

  private chain(style: Style): readonly FontLoader[] {
    let chain = this.chains.get(style);
    if (chain === undefined) {
      chain = this.buildChain(style);
      this.chains.set(style, chain);
    }
    return chain;
  }

  private buildChain(style: Style): readonly FontLoader[] {
    const { files } = this.sources;
    const file = (path: string): FontLoader => {
      return () => this.open(path, true);
    };
    const installed = (name: string): FontLoader => {
      return () => {
        const path = this.installedPath(name);
        return path === undefined ? null : this.open(path, false);
      };
    };
    const first: FontLoader[] = [];
    if (style === 'kai') first.push(...installedNames.kai.map(installed));
    else if (style === 'fangsong') first.push(...installedNames.fangsong.map(installed));
    else if (style.startsWith('hei')) first.push(file(files.hei));
    else if (style.endsWith('-bold')) first.push(file(files.songBold));
    return [...first, file(files.song), ...files.more.map(file), ...installedNames.rare.map(installed)];
  }

  /** @throws Error when a required file cannot be read; a damaged or forbidden installed font is passed over. */
  private open(path: string, required: boolean): TrueTypeFont | null {
    let font = this.opened.get(path);
    if (font === undefined) {
      try {
        font = new TrueTypeFont(fontFile(path));
        if (!font.embeddable) font = null;
      } catch (error) {
        if (required) throw error;
        font = null;
      }
      this.opened.set(path, font);
    }
    return font;
  }

  private installedPath(name: string): string | undefined {
    if (this.installedPaths === null) {
      this.installedPaths = new Map();
      for (const folder of this.sources.installed) listFonts(folder, this.installedPaths, 4);
    }
    return this.installedPaths.get(name);
  }
}

function listFonts(folder: string, into: Map<string, string>, depth: number): void {
  let entries: { name: string; isDirectory(): boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that does not exist on this machine holds no fonts.
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth > 0) listFonts(path, into, depth - 1);
      continue;
    }
    const key = entry.name.toLowerCase();
    if (/\.(ttf|ttc)$/.test(key) && !into.has(key)) into.set(key, path);
  }
}
