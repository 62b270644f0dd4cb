import { describe, expect, it } from 'vitest';
import type { LaidOutPaper, Op } from '../../electron/paper/layout/laid-out.ts';
import { mm } from '../../electron/paper/layout/measures.ts';
import type { Block, Inline, PaperModel, Paragraph, Table } from '../../electron/paper/model/blocks.ts';
import { application, cell, paperOf, text } from './support/application.ts';
import { engine } from './support/engine.ts';
import { linesOf } from './support/read.ts';

const filler = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) => paragraph(`第${i + 1}段。申请人在职期间勤勉尽责。`));

function paragraph(t: string, extra: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', content: [text(t)], ...extra };
}

const signature: Block = {
  kind: 'signature',
  lines: [[text('申请人（签名）：')], [text('二〇二六年一月五日')]],
};

function schedule(rows: number, extra: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    columns: [
      { header: '序号', share: 1, align: 'center' },
      { header: '姓名', share: 3 },
      { header: '金额（元）', share: 2, align: 'right' },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      cell(String(i + 1)),
      cell(`职工${i + 1}`),
      cell('1,234.56'),
    ]),
    ...extra,
  };
}

const ops = (paper: LaidOutPaper, page: number): Op[] => paper.pages[page]?.marks.flatMap((m) => m.ops) ?? [];

/** Everything with its place, as plain data. */
function plain(paper: LaidOutPaper): unknown {
  const flat = (op: Op): unknown => {
    if (op.kind === 'actual') return { ...op, ops: op.ops.map(flat) };
    if (op.kind !== 'text') return op;
    const { glyphs, ...rest } = op;
    return { ...rest, text: glyphs.map((g) => g.text).join(''), font: glyphs[0]?.font.postscriptName };
  };
  const pages = paper.pages.map((p) => ({
    ...p,
    marks: p.marks.map((m) => ({ ...m, ops: m.ops.map(flat) })),
  }));
  const { places: _, ...rest } = paper;
  return { ...rest, pages };
}

describe('layout', () => {
  it('puts every mark of a small paper where it was', async () => {
    const model = paperOf([
      { kind: 'heading', level: 1, text: '授权委托书' },
      {
        kind: 'paragraph',
        indentEm: 2,
        content: [
          { kind: 'text', text: '委托人', bold: true },
          text('：王堃燊，住“示例”小区2号楼；'),
          { kind: 'gap', field: 'applicant.phone', widthEm: 6, hint: '电话' },
          { kind: 'checkbox', checked: true },
          text('特别授权 '),
          { kind: 'checkbox', checked: false },
          text('一般代理，自2026年1月5日起至本案终结之日止，代为承认、放弃、变更仲裁请求。'),
        ],
      },
      schedule(2, { footRows: [[{ content: [text('合计')], span: 2, align: 'center' }, cell('2,469.12')]] }),
      signature,
    ]);
    await expect(`${JSON.stringify(plain(engine.layout(model)), null, 1)}\n`).toMatchFileSnapshot(
      'golden/small.layout.txt',
    );
  });

  it('gives the same places again after other papers', () => {
    const before = plain(engine.layout(application(3)));
    for (let i = 0; i < 20; i++) engine.layout(application(i));
    expect(plain(engine.layout(application(3)))).toEqual(before);
  });

  it('repeats the header and closes the frame on each page of a 60-row schedule', () => {
    const paper = engine.layout(paperOf([schedule(60), paragraph('以上。')]));
    expect(paper.pages.length).toBe(2);
    const rows: string[] = [];
    paper.pages.forEach((page, i) => {
      const lines = linesOf(paper, i);
      expect(lines[0]).toBe('序号姓名金额（元）');
      rows.push(...lines.filter((l) => l.includes('职工')));
      expect(page.marks.flatMap((m) => m.ops).filter((op) => op.kind === 'frame')).toHaveLength(1);
    });
    expect(rows).toEqual(Array.from({ length: 60 }, (_, i) => `${i + 1}职工${i + 1}1,234.56`));
    // A screen reader meets the header once.
    expect(paper.nodes.filter((n) => n.role === 'TH')).toHaveLength(3);
  });

  it('prints page sums that add up to the total, only where the table breaks', () => {
    const pageSums = { label: '本页小计', columns: [2], values: Array.from({ length: 60 }, () => [123_456]) };
    const footRows = [[{ content: [text('合计')], span: 2 }, cell('74,073.60')]];
    const paper = engine.layout(paperOf([schedule(60, { pageSums, footRows })]));
    const sums = paper.pages.flatMap((_, i) => linesOf(paper, i).filter((l) => l.startsWith('本页小计')));
    expect(sums).toHaveLength(paper.pages.length);
    const fen = sums.map((s) => Number(s.replace(/[^\d]/g, '')));
    expect(fen.reduce((a, b) => a + b, 0)).toBe(7_407_360);
    const short = engine.layout(paperOf([schedule(5, { pageSums: { ...pageSums, values: [] }, footRows })]));
    expect(linesOf(short, 0).some((l) => l.includes('本页小计'))).toBe(false);
  });

  it('never lets a page break part the foot rows from the last body row', () => {
    const footRows = [[cell('合'), cell('计'), cell('9.00')]];
    for (let rows = 20; rows < 40; rows++) {
      const paper = engine.layout(paperOf([schedule(rows, { footRows })]));
      const last = linesOf(paper, paper.pages.length - 1);
      expect(last).toContain('合计9.00');
      expect(last.some((l) => l.includes(`职工${rows}`))).toBe(true);
    }
  });

  it('keeps everything inside the text area, whatever the content', () => {
    const long = '这是一个很长的单元格，'.repeat(400);
    const paper = engine.layout(
      paperOf([
        schedule(3),
        { ...schedule(0), rows: [[cell('1'), cell(long), cell('1.00')], [cell('2')]] },
        signature,
      ]),
    );
    expect(paper.pages.length).toBeGreaterThan(3);
    const all = paper.pages.map((_, i) => linesOf(paper, i).join('')).join('');
    expect(all.split('很长的单元格').length - 1).toBe(400);
    const bottom = 297 * mm - 25 * mm + 0.1;
    for (const page of paper.pages) {
      for (const mark of page.marks.slice(0, -1)) {
        for (const op of mark.ops) {
          if (op.kind === 'frame') expect(op.y + op.height).toBeLessThanOrEqual(bottom);
          if (op.kind === 'text') expect(op.y).toBeLessThanOrEqual(bottom);
        }
      }
    }
  });

  it('never leaves a signature alone on a page', () => {
    const shapes: Block[][] = [
      [paragraph(`综上所述，${'请依法支持申请人的请求。'.repeat(12)}`, { indentEm: 2 })],
      [paragraph('此致'), paragraph('示例市劳动人事争议仲裁委员会')],
      [schedule(2)],
      [paragraph('此致'), { kind: 'space', points: 20 }],
    ];
    for (const shape of shapes) {
      for (let count = 18; count < 34; count++) {
        for (const seal of [false, true]) {
          const paper = engine.layout(paperOf([...filler(count), ...shape, { ...signature, seal }]));
          const page = paper.pages.findIndex((_, i) => linesOf(paper, i).some((l) => l.includes('（签名）')));
          const lines = linesOf(paper, page);
          expect(lines.findIndex((l) => l.includes('（签名）'))).toBeGreaterThan(0);
          expect(lines.some((l) => l.includes('二〇二六年'))).toBe(true);
        }
      }
    }
  });

  it('brings the last row of a list to a signature with a closing paragraph of two lines', () => {
    const closing = paragraph(`本清单${'连同证据材料一并提交，'.repeat(6)}共二份。`);
    for (let rows = 20; rows < 34; rows++) {
      const paper = engine.layout(paperOf([schedule(rows), closing, signature]));
      const page = paper.pages.findIndex((_, i) => linesOf(paper, i).some((l) => l.includes('（签名）')));
      expect(linesOf(paper, page).some((l) => l.includes(`职工${rows}`))).toBe(true);
    }
  });

  it('lets a list of signatories longer than a page flow on, all of them printed', () => {
    const lines = Array.from({ length: 60 }, (_, i) => [text(`代表人${i + 1}（签名）：`)]);
    const paper = engine.layout(paperOf([...filler(3), { kind: 'signature', lines }]));
    const all = paper.pages.flatMap((_, i) => linesOf(paper, i)).filter((l) => l.startsWith('代表人'));
    expect(all).toHaveLength(60);
    expect(paper.pages.length).toBe(3);
  });

  it('prints a long running head in full, above the text', () => {
    const runningHead = '本译文仅供参考，以中文文本为准。'.repeat(6);
    const paper = engine.layout(paperOf([paragraph('正文')], { runningHead }));
    const lines = linesOf(paper, 0);
    expect(lines.slice(0, lines.indexOf('正文')).join('')).toBe(runningHead);
  });

  it('gives an empty paper one numbered page', () => {
    expect(linesOf(engine.layout(paperOf([])), 0)).toEqual(['第 1 页　共 1 页']);
  });

  it('draws checkboxes as vectors that read as ballot signs', () => {
    const paper = engine.layout(
      paperOf([
        {
          kind: 'paragraph',
          content: [
            { kind: 'checkbox', checked: true },
            { kind: 'checkbox', checked: false },
          ],
        },
      ]),
    );
    const boxes = ops(paper, 0).flatMap((o) => (o.kind === 'actual' ? [o] : []));
    expect(boxes.map((o) => o.text)).toEqual(['☑', '☐']);
    expect(boxes[0]?.ops.map((o) => o.kind)).toEqual(['frame', 'tick']);
  });

  it('drops what draws nothing, without a warning', () => {
    const paper = engine.layout(paperOf([paragraph('张\u200B三\uFEFF、李\u{E0100}四\u00AD')]));
    expect(linesOf(paper, 0)[0]).toBe('张三、李四');
    expect(paper.warnings).toEqual([]);
  });

  it('reserves 45 mm for a seal', () => {
    const y = (seal: boolean): number => {
      const paper = engine.layout(paperOf([{ ...signature, seal } as Block, paragraph('后文')]));
      const op = ops(paper, 0).find((o) => o.kind === 'text' && o.glyphs[0]?.text === '后');
      return op?.kind === 'text' ? op.y : 0;
    };
    expect(y(true) - 25 * mm).toBeGreaterThan(45 * mm);
    expect(y(false) - 25 * mm).toBeLessThan(45 * mm);
  });

  it('never leaves a heading, or a paragraph that asks for company, at a page foot', () => {
    for (let count = 20; count < 34; count++) {
      const paper = engine.layout(
        paperOf([
          ...filler(count),
          { kind: 'heading', level: 2, text: '事实与理由' },
          paragraph('如下：', { keepWithNext: true }),
          paragraph('正文正文。'.repeat(40)),
        ]),
      );
      const page = paper.pages.findIndex((_, i) => linesOf(paper, i).includes('事实与理由'));
      const lines = linesOf(paper, page).filter((l) => !l.startsWith('第 '));
      expect(lines.indexOf('如下：')).toBe(lines.indexOf('事实与理由') + 1);
      expect(lines.length - lines.indexOf('如下：')).toBeGreaterThan(2);
      expect(paper.bookmarks).toMatchObject([{ title: '事实与理由', level: 2, page }]);
    }
  });

  it('lets a long paragraph that asks for company still run over a page', () => {
    const long = paragraph('甲乙丙丁戊己庚辛。'.repeat(40), { keepWithNext: true });
    const paper = engine.layout(paperOf([...filler(20), long, schedule(16)]));
    expect(linesOf(paper, 0).filter((l) => l.includes('甲乙丙')).length).toBeGreaterThan(5);
    const second = linesOf(paper, 1);
    expect(second.findIndex((l) => l.startsWith('序号'))).toBeGreaterThan(1);
  });

  it('moves lines closer where that saves a nearly empty page, and nowhere else', () => {
    const pitchOf = (count: number, extra: Partial<PaperModel> = {}): readonly [number, number] => {
      const paper = engine.layout(paperOf(filler(count), extra));
      const [first, second] = ops(paper, 0).flatMap((op) => (op.kind === 'text' ? [op.y] : []));
      return [paper.pages.length, Math.round(((second ?? 0) - (first ?? 0)) * 100) / 100];
    };
    expect(pitchOf(30)).toEqual([1, 23]);
    expect(pitchOf(31)).toEqual([1, 21.85]);
    expect(pitchOf(34)).toEqual([1, 20.01]);
    expect(pitchOf(35)).toEqual([2, 23]);
    expect(pitchOf(50)).toEqual([2, 23]);
    const [pages, pitch] = pitchOf(23, { profile: 'gongwen' });
    expect([pages, pitch]).toEqual([2, pitchOf(22, { profile: 'gongwen' })[1]]);
  });

  it('leaves no single line of a paragraph at the top or foot of a page', () => {
    for (let count = 20; count < 32; count++) {
      const paper = engine.layout(paperOf([...filler(count), paragraph('甲乙丙丁戊己庚辛。'.repeat(20))]));
      paper.pages.forEach((_, i) => {
        const own = linesOf(paper, i).filter((l) => l.includes('甲乙丙'));
        expect(own.length).not.toBe(1);
      });
    }
  });

  it('reports gaps with their field and draws a ruled, tinted blank', () => {
    const gap: Inline = { kind: 'gap', field: 'respondent.address', widthEm: 10, hint: '住所' };
    const paper = engine.layout(
      paperOf([filler(1)[0] as Block, { kind: 'paragraph', content: [text('住所：'), gap] }]),
    );
    expect(paper.warnings).toEqual([{ kind: 'gap', field: 'respondent.address', block: 1 }]);
    expect(ops(paper, 0).map((o) => o.kind)).toEqual(expect.arrayContaining(['fill', 'line']));
    const blank = engine.layout(paperOf([{ kind: 'paragraph', content: [{ kind: 'blank', widthEm: 4 }] }]));
    expect(blank.warnings).toEqual([]);
    expect(ops(blank, 0).map((o) => o.kind)).not.toContain('fill');
  });

  it('shrinks a blank that is wider than its line', () => {
    const paper = engine.layout(paperOf([{ kind: 'paragraph', content: [{ kind: 'blank', widthEm: 90 }] }]));
    const line = ops(paper, 0).find((o) => o.kind === 'line');
    expect(line?.kind === 'line' ? line.x2 : Infinity).toBeLessThanOrEqual((210 - 26) * mm + 0.1);
  });

  it('shows a character that no font has as its code, and says so', () => {
    const rare = '\u{2A6D6}';
    const name: Inline = { kind: 'text', text: `张${rare}生`, field: 'applicant.name' };
    const paper = engine.layout(paperOf([{ kind: 'paragraph', content: [name] }]));
    expect(paper.warnings).toEqual([
      { kind: 'missing-glyph', character: rare, codePoint: 'U+2A6D6', block: 0, field: 'applicant.name' },
    ]);
    expect(ops(paper, 0).find((o) => o.kind === 'actual')).toMatchObject({ text: rare });
    expect(linesOf(paper, 0).join('')).toContain('2A6');
  });

  it('does not pretend to set scripts that need shaping', () => {
    for (const letter of 'ئཀᠠ') {
      const paper = engine.layout(paperOf([paragraph(letter)]));
      expect(paper.warnings).toMatchObject([{ kind: 'missing-glyph', character: letter }]);
    }
  });

  it('wraps a 40-character name in a narrow cell', () => {
    const name = '阿卜杜热合曼·买买提依明·示例示例示例示例示例示例示例示例示例示例示例示例示例';
    expect([...name].length).toBeGreaterThanOrEqual(38);
    const table: Table = { ...schedule(0), rows: [[cell('1'), cell(name), cell('1.00')]] };
    const paper = engine.layout(paperOf([table]));
    const placed = ops(paper, 0).flatMap((o) => (o.kind === 'text' && o.size === 10.5 ? [o] : []));
    const body = placed.map((o) => o.glyphs.map((g) => g.text).join('')).join('');
    expect(body).toContain(name);
    const right = (28 + 26 + 78) * mm;
    const parts = placed.filter(
      (op) => op.glyphs.length > 2 && name.includes(op.glyphs.map((g) => g.text).join('')),
    );
    expect(parts.length).toBeGreaterThan(1);
    for (const op of parts) {
      const width = op.glyphs.reduce((sum, g) => sum + g.width, 0) * (op.size / 1000);
      expect(op.x + width + op.spacing * op.glyphs.length).toBeLessThan(right);
    }
  });

  it('sets a sum smaller rather than cut it in two, and cuts only what would become illegible', () => {
    const table = (sum: string): Table => ({
      ...schedule(0),
      columns: [10, 1].map((share) => ({ header: '', share })),
      rows: [[cell('1'), cell(sum)]],
      showHeader: false,
    });
    const sizes = (sum: string): unknown[] =>
      ops(engine.layout(paperOf([table(sum)])), 0).flatMap((o) =>
        o.kind === 'text' && o.x > 400 ? [[o.glyphs.map((g) => g.text).join(''), o.size < 10.5]] : [],
      );
    expect(sizes('1.00')).toEqual([['1.00', false]]);
    expect(sizes('8,765.00')).toEqual([['8,765.00', true]]);
    expect(sizes('12,345,678.00').length).toBeGreaterThan(1);
  });

  it('sets GB/T 9704 papers in 22 lines of 28 characters', () => {
    const paper = engine.layout(paperOf([paragraph('国'.repeat(28 * 24))], { profile: 'gongwen' }));
    const lines = linesOf(paper, 0).filter((l) => l.startsWith('国'));
    expect(lines).toHaveLength(22);
    expect(lines.every((l) => l.length === 28)).toBe(true);
    expect(linesOf(paper, 0).some((l) => l.trim() === '— 1 —')).toBe(true);
  });

  it('numbers pages in the language of the paper', () => {
    const chinese = engine.layout(paperOf([paragraph('甲'), { kind: 'page-break' }, paragraph('乙')]));
    expect(linesOf(chinese, 1).at(-1)).toBe('第 2 页　共 2 页');
    const english = engine.layout(paperOf([paragraph('One')], { language: 'en' }));
    expect(linesOf(english, 0).at(-1)).toBe('Page 1 of 1');
  });

  it('turns the sheet for landscape and draws head and seam outside the text', () => {
    const paper = engine.layout(
      paperOf([paragraph('甲')], { orientation: 'landscape', runningHead: '草稿', seam: true }),
    );
    expect(paper.pages[0]?.width).toBeCloseTo(297 * mm);
    expect(linesOf(paper, 0)[0]).toBe('草稿');
    const dashed = ops(paper, 0).filter((o) => o.kind === 'line' && o.dashed);
    expect(dashed).toHaveLength(2);
    // The corner of 15 × 25 mm stays free for the archive's page number.
    for (const op of ops(paper, 0)) {
      const x = op.kind === 'line' ? op.x2 : op.kind === 'text' ? op.x : 0;
      const y = op.kind === 'line' ? op.y1 : op.kind === 'text' ? op.y : 0;
      expect(x > (297 - 15) * mm && y < 25 * mm).toBe(false);
    }
  });
});
