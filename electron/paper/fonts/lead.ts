import type { TrueTypeFont } from './truetype.ts';

/**
 * The glyphs that nearly every Chinese filing draws, first in its font's program. The strokes of Han characters repeat
 * each other's points, so a packed outline may point back to these; being the same in every program, they let each
 * outline be packed once for a process.
 */
const characters = [...'市记据法限定申劳时出关第付请被当动合同资支差额间解除裁决期实理规'];

export interface Lead {
  /** Glyph 0 first, as in every program. */
  readonly glyphs: readonly number[];
  readonly texts: readonly string[];
  /** Their outlines one behind the other. */
  readonly bytes: Buffer;
}

const leads = new WeakMap<TrueTypeFont, Lead>();

/**
 * The lead for a program that draws the given glyphs: null where they are too few to make up for those of the lead that
 * would not be drawn.
 */
export function leadFor(font: TrueTypeFont, drawn: ReadonlySet<number>): Lead | null {
  if (drawn.size < characters.length) return null;
  let lead = leads.get(font);
  if (lead === undefined) {
    lead = leadOf(font);
    leads.set(font, lead);
  }
  const used = lead.glyphs.filter((glyph) => drawn.has(glyph)).length;
  return (drawn.size - used) * gain > (lead.glyphs.length - used) * price ? lead : null;
}

/** Bytes that a lead saves in each other outline, and bytes that one of its own takes: both measured. */
const gain = 32;
const price = 200;

function leadOf(font: TrueTypeFont): Lead {
  const glyphs = [0];
  const texts = [''];
  const outlines = [font.outlineOf(0).bytes];
  for (const text of characters) {
    const glyph = font.glyphOf(text.codePointAt(0) as number);
    const { bytes, composite } = font.outlineOf(glyph);
    if (composite || glyphs.includes(glyph)) continue;
    glyphs.push(glyph);
    texts.push(text);
    outlines.push(bytes);
  }
  return { glyphs, texts, bytes: Buffer.concat(outlines) };
}
