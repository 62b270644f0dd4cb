import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { createPaperEngine, type PaperEngine } from '../../electron/paper/index.ts';
import type { Block, PaperModel } from '../../electron/paper/model/blocks.ts';
import { application, cell, paperOf, text } from './support/application.ts';
import { engine, info, sources } from './support/engine.ts';
import { plainText, preflight } from './support/preflight.ts';
import { linesOf, pageTexts, squash } from './support/read.ts';

async function render(model: PaperModel, by: PaperEngine = engine): Promise<Uint8Array> {
  return (await by.renderPdf(model, info)).bytes;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Sorted characters: the reading order inside a table is the reader's own affair. */
const bag = (t: string): string => [...t].sort().join('');

/** The text rendering modes that a paper's first page switches to: 0 fills, 2 fills and strokes. */
async function textModes(model: PaperModel): Promise<unknown[]> {
  const page = await (await getDocument({ data: Uint8Array.from(await render(model)) }).promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((fn, i) => (fn === OPS.setTextRenderingMode ? [argsArray[i][0]] : []));
}

const everything: PaperModel = paperOf(
  [
    { kind: 'heading', level: 1, text: '申请书<1>&“其他”' },
    { kind: 'heading', level: 2, text: '请求' },
    {
      kind: 'paragraph',
      indentEm: 2,
      content: [
        text('姓名：𠮷𬭎䶮㛃堃燊——⼀⼈；'),
        { kind: 'text', text: '楷体', face: 'kai' },
        { kind: 'text', text: '黑体', face: 'hei' },
        { kind: 'text', text: '加粗', bold: true },
        { kind: 'checkbox', checked: true },
        text('是'),
        { kind: 'checkbox', checked: false },
        text('否'),
        { kind: 'gap', field: 'a.b', widthEm: 5, hint: '电话' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { header: '甲', share: 1 },
        { header: '乙', share: 2 },
      ],
      rows: [[cell('1'), cell('é à ü 《书》，“引”。')], [{ content: [text('合并')], span: 2 }]],
      footRows: [[cell('合计'), cell('1.00')]],
    },
    { kind: 'signature', lines: [[text('签名：'), { kind: 'blank', widthEm: 6 }]], seal: true },
  ],
  { title: '申请书<1>&其他', subject: '测试', seam: true, runningHead: '草稿' },
);

describe('PDF', () => {
  it('passes the preflight', async () => {
    expect(preflight(await render(application(1)))).toEqual([]);
    expect(preflight(await render(everything))).toEqual([]);
    expect(preflight(await render({ ...everything, profile: 'gongwen', orientation: 'landscape' }))).toEqual(
      [],
    );
    expect(
      preflight(await render(paperOf([{ kind: 'paragraph', content: [text('缺\u{2A6D6}字')] }]))),
    ).toEqual([]);
  });

  it('has a wide table of places where it has many objects', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => ({
      kind: 'paragraph' as const,
      content: [text(`第${i + 1}项`)],
    }));
    const [short, long] = [await render(application(1)), await render(paperOf(lines))];
    expect(Buffer.from(short).includes('/W [1 3 1]')).toBe(true);
    expect(Buffer.from(long).includes('/W [1 4 2]')).toBe(true);
    expect(preflight(long)).toEqual([]);
  });

  it('is told apart by the preflight when it is damaged', async () => {
    const good = Buffer.from(await render(application(1))).toString('latin1');
    const damaged = good.replace('<pdfaid:part>2', '<pdfaid:part>3');
    expect(preflight(Buffer.from(damaged, 'latin1'))).toEqual(['no PDF/A mark']);
  });

  it.each([
    ['an application', application(2, '欧阳堃燊')],
    ['every kind of block', everything],
    [
      'an English paper',
      paperOf([{ kind: 'paragraph', content: [text('The “basic wage” is due.')] }], { language: 'en' }),
    ],
  ])('yields the text that was set: %s', async (_, model) => {
    const paper = engine.layout(model);
    const texts = await pageTexts(await render(model));
    expect(texts).toHaveLength(paper.pages.length);
    texts.forEach((found, i) => {
      expect(bag(found)).toBe(bag(squash(linesOf(paper, i).join(''))));
    });
  });

  it('keeps rare names and dashes searchable, also after papers full of radicals', async () => {
    await render(paperOf([{ kind: 'paragraph', content: [text('⼀⼈⼤⽇⽉')] }]));
    const names = '王𠮷、李𬭎、张䶮、陈㛃、赵堃燊——一人大日月';
    const [found] = await pageTexts(await render(paperOf([{ kind: 'paragraph', content: [text(names)] }])));
    expect(found).toContain(names);
  });

  it('thickens a bold character that only a regular font has, and nothing else', async () => {
    const name = (value: string): Block => ({
      kind: 'paragraph',
      content: [{ kind: 'text', text: value, bold: true }],
    });
    const paper = engine.layout(paperOf([name('王𠮷'), name('王示范')]));
    const drawn = paper.pages[0]?.marks.flatMap((m) => m.ops).flatMap((o) => (o.kind === 'text' ? [o] : []));
    const thick = drawn?.filter((o) => o.glyphs[0]?.thicken).map((o) => o.glyphs.map((g) => g.text).join(''));
    expect(thick).toEqual(['𠮷']);
    expect(await textModes(paperOf([name('王𠮷'), name('王示范')]))).toEqual([2, 0]);
    expect(await textModes(paperOf([name('王示范')]))).toEqual([]);
  });

  it('is the same to the byte: again, after other papers, in a new engine and in another process', async () => {
    const first = digest(await render(application(7)));
    expect(digest(await render(application(7)))).toBe(first);
    for (let i = 0; i < 50; i++) await render(application(i));
    await render(everything);
    expect(digest(await render(application(7)))).toBe(first);
    expect(digest(await render(application(7), createPaperEngine(sources)))).toBe(first);
    const script = `
      import { createHash } from 'node:crypto';
      import { application } from './support/application.ts';
      import { engine, info } from './support/engine.ts';
      const { bytes } = await engine.renderPdf(application(7), info);
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const other = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
    });
    expect(other).toBe(first);
  });

  it('differs when a fact differs', async () => {
    expect(digest(await render(application(7, '王示例')))).not.toBe(
      digest(await render(application(7, '李示例'))),
    );
  });

  it('carries title, language, bookmarks and structure', async () => {
    const task = getDocument({ data: new Uint8Array(await render(everything)), verbosity: 0 });
    const document = await task.promise;
    const { info: facts, metadata } = await document.getMetadata();
    expect(facts).toMatchObject({
      Title: '申请书<1>&其他',
      Language: 'zh-CN',
      CreationDate: 'D:20260105000000Z',
    });
    expect(metadata?.get('dc:title')).toBe('申请书<1>&其他');
    const outline = await document.getOutline();
    expect(outline).toMatchObject([{ title: '申请书<1>&“其他”', items: [{ title: '请求' }] }]);
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'])
      expect(tree).toContain(`"role":"${role}"`);
    await task.destroy();
  });

  it('tags a ticked box and a missing character as the text that they stand for', async () => {
    const model = paperOf([
      {
        kind: 'paragraph',
        content: [text('甲'), { kind: 'checkbox', checked: true }, text('乙\u{2A6D6}丙')],
      },
    ]);
    const spans = [
      ...plainText(await render(model)).matchAll(/^<<\/S\/Span.*?\/ActualText<feff([0-9a-f]+)>/gm),
    ];
    expect(new Set(spans.map((m) => m[1]))).toEqual(new Set(['2611', 'd869ded6']));
    const first = engine.layout(model).pages[0]?.marks[0]?.ops.map((o) => o.kind);
    expect(first).toEqual(['text', 'actual', 'text', 'actual', 'text']);
    expect(preflight(await render(model))).toEqual([]);
  });

  it('names the fonts that drew something', async () => {
    const { fonts } = await engine.renderPdf(everything, info);
    expect(fonts).toEqual(
      expect.arrayContaining([
        'NotoSerifSC-Regular',
        'NotoSerifSC-Bold',
        'NotoSansSC-Bold',
        'NotoSerifJP-Regular',
      ]),
    );
    expect((await engine.renderPdf(application(1), info)).fonts).toEqual([
      'NotoSerifSC-Regular',
      'NotoSerifSC-Bold',
    ]);
  });

  it('stays small: one application with two embedded fonts', async () => {
    expect((await render(application(1))).length).toBeLessThan(95_000);
  });

  it('leaves the document library to the painter', () => {
    const index = readFileSync(
      fileURLToPath(new URL('../../electron/paper/index.ts', import.meta.url)),
      'utf8',
    );
    expect(index).not.toContain('pdfkit');
  });
});
