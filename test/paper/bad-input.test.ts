import { describe, expect, it } from 'vitest';
import { createPaperEngine } from '../../electron/paper/index.ts';
import type { LaidOutPaper, Op } from '../../electron/paper/layout/laid-out.ts';
import type { Block, PaperModel, TableCell } from '../../electron/paper/model/blocks.ts';
import { application, cell, paperOf, text } from './support/application.ts';
import { engine, info, sources } from './support/engine.ts';
import { preflight } from './support/preflight.ts';
import { linesOf, pageTexts, squash } from './support/read.ts';

const statement = (content: string): PaperModel =>
  paperOf([{ kind: 'paragraph', indentEm: 2, content: [text(content)] }]);

const printed = (paper: LaidOutPaper): string =>
  squash(paper.pages.map((_, i) => linesOf(paper, i).join('')).join(''));

const textOps = (paper: LaidOutPaper): (Op & { kind: 'text' })[] =>
  paper.pages.flatMap((p) => p.marks.flatMap((m) => m.ops.flatMap((op) => (op.kind === 'text' ? [op] : []))));

const table = (rows: readonly (readonly TableCell[])[]): Block => ({
  kind: 'table',
  columns: [
    { header: '序号', share: 1 },
    { header: '姓名', share: 2 },
    { header: '金额（元）', share: 2 },
  ],
  rows,
});

describe('names', () => {
  it.each([
    ['one character', '样'],
    [
      'forty characters',
      '阿卜杜拉·示例·买买提江·样本·吐尔逊·测试·艾合买提·无此人·依明·样例虚构甲乙丙'.slice(0, 40),
    ],
  ])('of %s stand whole in the heading, a cell and a signature', async (_, name) => {
    const model = paperOf([
      { kind: 'heading', level: 1, text: `关于${name}的申请` },
      table([[cell('1'), cell(name), cell('0.00')]]),
      { kind: 'signature', lines: [[text(`申请人：${name}`)]] },
    ]);
    const { bytes, warnings } = await engine.renderPdf(model, info);
    expect(warnings).toEqual([]);
    expect(preflight(bytes)).toEqual([]);
    const found = (await pageTexts(bytes)).join('');
    expect(found.split(name)).toHaveLength(4);
    for (const op of textOps(engine.layout(model))) {
      const width = (op.glyphs.reduce((sum, g) => sum + g.width, 0) * op.size) / 1000;
      expect(op.x + width).toBeLessThan(596);
    }
  });
});

describe('characters that no font has', () => {
  const model = statement('王\u{2A6D6}、李\u{2A6D6}、ئۇيغۇر、བོད');

  it('are each named in a warning and drawn as a box with their code', async () => {
    const { bytes, warnings } = await engine.renderPdf(model, info);
    const named = warnings.map((w) => (w.kind === 'missing-glyph' ? w.codePoint : ''));
    expect(named.filter((code) => code === 'U+2A6D6')).toHaveLength(2);
    for (const c of 'ئۇيغۇر') expect(named).toContain(`U+0${c.charCodeAt(0).toString(16).toUpperCase()}`);
    expect(named).toContain('U+0F56');
    const boxes = engine
      .layout(model)
      .pages[0]?.marks.flatMap((m) => m.ops)
      .filter((op) => op.kind === 'actual');
    expect(boxes).toHaveLength(warnings.length);
    expect(preflight(bytes)).toEqual([]);
  });

  it('are named again in the next paper that holds them', async () => {
    const before = engine.layout(model).warnings;
    expect(before.length).toBeGreaterThan(2);
    expect(engine.layout(model).warnings).toEqual(before);
  });
});

describe('text from a web page', () => {
  it('loses its control and direction characters, and nothing else', async () => {
    const dirty =
      '\u202e王\u200b某\u0000某\ufeff，\u2066欠\u00ad薪\u2069\u200f1\u200d0\u0007元\ufffc\u{e0001}。\u202c';
    const { bytes, warnings } = await engine.renderPdf(statement(dirty), info);
    expect((await pageTexts(bytes)).join('')).toContain('王某某，欠薪10元');
    expect(warnings.map((w) => (w.kind === 'missing-glyph' ? w.codePoint : ''))).toEqual(['U+FFFC']);
    expect(preflight(bytes)).toEqual([]);
  });

  it('is not taken for another text that differs by a character that draws nothing', () => {
    const bold: PaperModel = paperOf([
      { kind: 'paragraph', content: [text('甲'), { kind: 'text', text: '乙', bold: true }] },
    ]);
    const plain: PaperModel = paperOf([{ kind: 'paragraph', content: [text('甲\0b 乙')] }]);
    expect(printed(engine.layout(bold))).toContain('甲乙第');
    expect(printed(engine.layout(plain))).toContain('甲b乙第');
    expect(engine.layout(plain).fonts).toHaveLength(1);
  });
});

describe('a statement of 100,000 characters', () => {
  const said =
    '申请人在职期间勤勉尽责，从未受到任何纪律处分；被申请人拖欠工资人民币12,345.67元至今未付。'.repeat(2300);

  it.each([
    ['one paragraph', (t: string) => statement(t)],
    [
      'many paragraphs',
      (t: string) =>
        paperOf(
          (t.match(/.{1,600}/gs) ?? []).map((p) => ({ kind: 'paragraph', indentEm: 2, content: [text(p)] })),
        ),
    ],
  ])('as %s is whole, and after each key what a new engine makes of it', (_, make) => {
    const long = said.slice(0, 100_000);
    const pages = engine.layout(make(long)).pages.length;
    const body = printed(engine.layout(make(long))).replace(/第\d+页共\d+页/g, '');
    expect(body).toBe(long);
    const edited = make(`${long.slice(0, 50_000)}补${long.slice(50_000)}`);
    const again = engine.layout(edited);
    const fresh = createPaperEngine(sources).layout(edited);
    expect(again.pages.length).toBeGreaterThanOrEqual(pages);
    expect(printed(again)).toBe(printed(fresh));
    const places = (paper: LaidOutPaper): string =>
      textOps(paper)
        .map((op) => `${op.x} ${op.y} ${op.spacing} ${op.shifts?.join(',') ?? ''}`)
        .join('\n');
    expect(places(again)).toBe(places(fresh));
  });
});

describe('a table of 2,000 rows', () => {
  const rows = (count: number): Block =>
    table(
      Array.from({ length: count }, (_, i) => [cell(String(i + 1)), cell(`样某${i + 1}`), cell('1,234.56')]),
    );

  it('prints each row once, in order, and opens each font once', () => {
    const paper = engine.layout(paperOf([rows(2000)]));
    const names = paper.pages.flatMap((_, i) =>
      linesOf(paper, i).flatMap((l) => /样某\d+/.exec(l)?.[0] ?? []),
    );
    expect(names.map((n) => n.replace('1,234.56', ''))).toHaveLength(2000);
    const fonts = new Set(
      [paper, engine.layout(application(1))].flatMap((p) =>
        textOps(p).flatMap((op) => op.glyphs.map((g) => g.font)),
      ),
    );
    expect(fonts.size).toBe(2);
  });

  it('makes a sound file', async () => {
    const { bytes, pages } = await engine.renderPdf(paperOf([rows(2000)]), info);
    expect(preflight(bytes)).toEqual([]);
    expect(pages).toBeGreaterThan(50);
  });
});
