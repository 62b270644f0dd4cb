import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, TableCell } from '../../electron/paper/model/blocks.ts';
import { paperOf } from './support/application.ts';
import { engine, info } from './support/engine.ts';
import { preflight } from './support/preflight.ts';
import { linesOf } from './support/read.ts';

const signs = [...'申请人劳动合同工资一二，。、；：“”‘’（）《》…—·0123456789年月日元%￥abcXYZ-/@ 　\n𠮷堃㛃'];
const words = (maxLength: number) => fc.string({ unit: fc.constantFrom(...signs), maxLength });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('text' as const), text: words(300), bold: fc.boolean() }),
  },
  fc.record({
    kind: fc.constant('gap' as const),
    field: fc.constant('f'),
    widthEm: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({ kind: fc.constant('blank' as const), widthEm: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ kind: fc.constant('checkbox' as const), checked: fc.boolean() }),
);
const content = fc.array(inline, { maxLength: 4 });
const cell: fc.Arbitrary<TableCell> = fc.record({ content, span: fc.integer({ min: 0, max: 4 }) });
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 25 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('paragraph' as const),
    content,
    indentEm: fc.integer({ min: 0, max: 3 }),
    keepWithNext: fc.boolean(),
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const, 'justify' as const),
  }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: words(60),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(fc.record({ header: words(8), share: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    rows,
    footRows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
    showHeader: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('signature' as const),
    lines: fc.array(content, { maxLength: 4 }),
    seal: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('space' as const), points: fc.integer({ min: 0, max: 80 }) }),
  fc.constant({ kind: 'page-break' as const }),
);
const model = fc
  .tuple(
    fc.array(block, { maxLength: 12 }),
    fc.constantFrom('party' as const, 'gongwen' as const),
    fc.constantFrom('portrait' as const, 'landscape' as const),
    fc.constantFrom('zh-CN', 'en'),
  )
  .map(([blocks, profile, orientation, language]) => paperOf(blocks, { profile, orientation, language }));

const letters = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const c of text) if (/\p{L}/u.test(c)) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
};

describe('any paper', () => {
  it('loses no letter and draws nothing outside its page', () => {
    fc.assert(
      fc.property(model, (paper) => {
        const laidOut = engine.layout(paper);
        const printed = letters(laidOut.pages.map((_, i) => linesOf(laidOut, i).join('')).join(''));
        const runs = paper.blocks.flatMap((b) =>
          b.kind === 'paragraph' ? [b.content] : b.kind === 'signature' ? b.lines : [],
        );
        const said = runs.flat().map((i) => (i.kind === 'text' ? i.text : ''));
        for (const [letter, count] of letters(said.join(''))) {
          expect(printed.get(letter) ?? 0).toBeGreaterThanOrEqual(count);
        }
        for (const page of laidOut.pages) {
          for (const op of page.marks.flatMap((m) => m.ops)) {
            if (op.kind !== 'text') continue;
            const width = (op.glyphs.reduce((sum, g) => sum + g.width, 0) * op.size) / 1000;
            expect(op.x).toBeGreaterThanOrEqual(0);
            expect(op.x + width).toBeLessThanOrEqual(page.width);
            expect(op.y).toBeLessThanOrEqual(page.height);
          }
        }
      }),
      { numRuns: 120, seed: 20260105 },
    );
  });

  it('passes the preflight', async () => {
    await fc.assert(
      fc.asyncProperty(model, async (paper) => {
        expect(preflight((await engine.renderPdf(paper, info)).bytes)).toEqual([]);
      }),
      { numRuns: 25, seed: 20260106 },
    );
  });
});
