import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FontSubset } from '../../electron/paper/fonts/subset.ts';
import { TrueTypeFont } from '../../electron/paper/fonts/truetype.ts';
import { packProgram } from '../../electron/paper/paint/pack.ts';
import { inMemory } from './support/bytes.ts';
import { sources } from './support/engine.ts';

const font = new TrueTypeFont(inMemory(readFileSync(sources.files.song)));

function subsetOf(characters: string): FontSubset {
  const subset = new FontSubset(font);
  for (const c of characters) subset.include(font.glyphOf(c.codePointAt(0) as number), c);
  return subset;
}

describe('packed font programs', () => {
  it.each(['', '一', '劳动人事争议仲裁申请书é—…1', 'a'.repeat(3), '申请人被申请人0123456789'])(
    'inflate to the program itself: %s',
    (characters) => {
      const parts = subsetOf(characters).encode();
      const { packed, length } = packProgram(parts);
      const plain = Buffer.concat(parts.map((p) => p.bytes));
      expect(length).toBe(plain.length);
      // zlib checks the Adler-32 on the way.
      expect(inflateSync(packed).equals(plain)).toBe(true);
    },
  );

  it('inflate for hundreds of glyphs, accents included', () => {
    const subset = new FontSubset(font);
    for (let glyph = 1; glyph < font.glyphCount; glyph += 61) subset.include(glyph, String(glyph));
    for (const c of 'àéîõüÀÉ') subset.include(font.glyphOf(c.codePointAt(0) as number), c);
    const parts = subset.encode();
    const { packed } = packProgram(parts);
    expect(inflateSync(packed).equals(Buffer.concat(parts.map((p) => p.bytes)))).toBe(true);
    expect(packed.length).toBeLessThan(0.9 * parts.reduce((sum, p) => sum + p.bytes.length, 0));
  });

  it('do not depend on what was packed before', () => {
    const early = packProgram(subsetOf('劳动合同').encode()).packed;
    packProgram(subsetOf('完全不同的字').encode());
    const fresh = new TrueTypeFont(inMemory(readFileSync(sources.files.song)));
    const subset = new FontSubset(fresh);
    for (const c of '劳动合同') subset.include(fresh.glyphOf(c.codePointAt(0) as number), c);
    expect(Buffer.from(packProgram(subset.encode()).packed).equals(Buffer.from(early))).toBe(true);
  });

  it('give one glyph a number for each text that it draws', () => {
    const subset = new FontSubset(font);
    const dash = font.glyphOf(0x2e3a);
    const first = subset.include(dash, '——');
    const second = subset.include(dash, '⸺');
    expect(second).not.toBe(first);
    expect(subset.include(dash, '——')).toBe(first);
    expect(subset.include(dash, '⸺')).toBe(second);
    expect(subset.widths()).toHaveLength(3);
  });
});
