import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FontBook } from '../../electron/paper/fonts/book.ts';
import { FontSubset } from '../../electron/paper/fonts/subset.ts';
import { TrueTypeFont } from '../../electron/paper/fonts/truetype.ts';
import { inMemory } from './support/bytes.ts';
import { sources } from './support/engine.ts';

const folders: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'paper-fonts-'));
  folders.push(path);
  return path;
}
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

const point = (character: string): number => character.codePointAt(0) as number;

describe('TrueTypeFont', () => {
  it('reads metrics and glyphs beyond the basic plane', () => {
    const font = new TrueTypeFont(inMemory(readFileSync(sources.files.song)));
    expect(font.postscriptName).toBe('NotoSerifSC-Regular');
    expect(font.advanceOf(font.glyphOf(point('永')))).toBe(1000);
    expect(font.advanceOf(font.glyphOf(point('—')))).toBe(890);
    expect(font.glyphOf(point('𬭎'))).toBeGreaterThan(0);
    expect(font.glyphOf(point('𠮷'))).toBe(0);
    expect(font.glyphOf(0x10ffff)).toBe(0);
  });

  it('opens the first face of a collection', () => {
    const single = readFileSync(sources.files.song);
    const header = Buffer.alloc(16);
    header.write('ttcf', 'latin1');
    header.writeUInt32BE(0x00010000, 4);
    header.writeUInt32BE(1, 8);
    header.writeUInt32BE(16, 12);
    const collection = Buffer.concat([header, single]);
    for (let i = 0; i < single.readUInt16BE(4); i++) {
      const offset = 16 + 12 + 16 * i + 8;
      collection.writeUInt32BE(collection.readUInt32BE(offset) + 16, offset);
    }
    const font = new TrueTypeFont(inMemory(collection));
    const plain = new TrueTypeFont(inMemory(single));
    expect(font.glyphOf(point('永'))).toBe(plain.glyphOf(point('永')));
    expect(font.outlineOf(font.glyphOf(point('永')))).toEqual(plain.outlineOf(plain.glyphOf(point('永'))));
  });

  it('refuses what is no TrueType font', () => {
    expect(() => new TrueTypeFont(inMemory(Buffer.from('OTTO and then some')))).toThrow(
      'not a TrueType font',
    );
  });
});

describe('FontSubset', () => {
  it('takes the parts of a composite glyph along and renumbers them', () => {
    const bytes = readFileSync(sources.files.hei);
    const plain = new TrueTypeFont(inMemory(bytes));
    const [made, part] = [plain.glyphOf(point('龘')), plain.glyphOf(point('永'))];
    // 龘 becomes a composite of one part: 永, moved by (10, 20).
    const at = bytes.indexOf(plain.outlineOf(made).bytes.subarray(10, 64)) - 10;
    bytes.writeInt16BE(-1, at);
    bytes.writeUInt16BE(0x0002, at + 10);
    bytes.writeUInt16BE(part, at + 12);
    bytes.writeUInt16BE(0x0a14, at + 14);
    const subset = new FontSubset(new TrueTypeFont(inMemory(bytes)));
    expect(subset.include(made, '龘')).toBe(1);
    const parts = subset.encode();
    expect(subset.widths()).toHaveLength(3);
    const outlines = parts.slice(-2).map((p) => p.bytes);
    expect(outlines[0]?.readUInt16BE(12)).toBe(2);
    expect(outlines[1]?.equals(plain.outlineOf(part).bytes)).toBe(true);
  });
});

describe('FontBook', () => {
  it('resolves each character along the chain', () => {
    const book = new FontBook(sources);
    const font = (style: 'song' | 'song-bold' | 'hei', character: string) =>
      book.glyph(style, point(character))?.font.postscriptName;
    expect(font('song', '永')).toBe('NotoSerifSC-Regular');
    expect(font('song-bold', '永')).toBe('NotoSerifSC-Bold');
    expect(font('hei', '永')).toBe('NotoSansSC-Bold');
    expect(font('song', '𠮷')).toBe('NotoSerifJP-Regular');
    expect(font('song-bold', '𠮷')).toBe('NotoSerifJP-Regular');
    expect(book.glyph('song', 0x2a6d6)).toBeNull();
  });

  it('prefers an installed Kai, whatever the case of its file name, and falls back for what it lacks', () => {
    const installed = folder();
    copyFileSync(sources.files.hei, join(installed, 'SIMKAI.TTF'));
    const book = new FontBook({ ...sources, installed: [installed] });
    expect(book.glyph('kai', point('永'))?.font.postscriptName).toBe('NotoSansSC-Bold');
    expect(book.glyph('kai', point('𠮷'))?.font.postscriptName).toBe('NotoSerifJP-Regular');
    expect(book.glyph('fangsong', point('永'))?.font.postscriptName).toBe('NotoSerifSC-Regular');
  });

  it('passes over damaged, missing and forbidden installed fonts', () => {
    const installed = folder();
    writeFileSync(join(installed, 'simkai.ttf'), 'not a font at all');
    const forbidden = readFileSync(sources.files.hei);
    const os2 = new TrueTypeFont(inMemory(forbidden)).table('OS/2').offset;
    forbidden.writeUInt16BE(2, os2 + 8);
    writeFileSync(join(installed, 'simfang.ttf'), forbidden);
    const book = new FontBook({ ...sources, installed: [join(installed, 'nowhere'), installed] });
    expect(book.glyph('kai', point('永'))?.font.postscriptName).toBe('NotoSerifSC-Regular');
    expect(book.glyph('fangsong', point('永'))?.font.postscriptName).toBe('NotoSerifSC-Regular');
  });

  it('says which required file it cannot open', () => {
    const book = new FontBook({ ...sources, files: { ...sources.files, song: join(folder(), 'gone.ttf') } });
    expect(() => book.glyph('song', point('永'))).toThrow('gone.ttf');
  });
});
