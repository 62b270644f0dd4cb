// @vitest-environment jsdom
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PaperModel } from '../../electron/paper/model/blocks.ts';
import { runs } from '../documents/support/read.ts';
import { cell, paperOf, text } from '../paper/support/application.ts';
import { engine } from '../paper/support/engine.ts';
import { everyPaper } from './support/papers.ts';

const info = { creationDate: new Date('2026-03-01T00:00:00Z'), author: '示例调解中心' };

type Parts = Readonly<Record<string, Document>>;

/** Every part of the package as a document; one that is not well-formed fails here. */
function partsOf(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => {
      const parsed = new DOMParser().parseFromString(decoder.decode(file), 'application/xml');
      const trouble = parsed.querySelector('parsererror')?.textContent;
      if (trouble) throw new Error(`${name}: ${trouble}`);
      return [name, parsed];
    }),
  );
}

const word = (model: PaperModel): Parts => partsOf(engine.renderWord(model, info).bytes);
const all = (parts: Parts, part: string, name: string): Element[] => [
  ...(parts[part]?.getElementsByTagName(name) ?? []),
];
const body = (parts: Parts, name: string): Element[] => all(parts, 'word/document.xml', name);
const value = (element: Element | undefined): string | null => element?.getAttribute('w:val') ?? null;
const children = (element: Element): string[] => [...element.children].map((child) => child.nodeName);
const textOf = (element: Element): string =>
  [...element.getElementsByTagName('w:t')].map((t) => t.textContent).join('');

/** The order that the schema wants of those children that we write; a file that breaks it is "damaged" to Word. */
const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs kinsoku overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing ind jc outlineLvl rPr',
  'w:rPr': 'rFonts b color spacing kern sz szCs u lang',
  'w:tblPr': 'tblW jc tblInd tblBorders tblLayout tblCellMar',
  'w:tcPr': 'tcW gridSpan vAlign',
  'w:style': 'name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr',
  'w:font': 'altName panose1 charset family pitch',
  'w:settings': 'zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:sdt': 'sdtPr sdtContent',
};

function orderFaults(parts: Parts): string[] {
  return Object.values(parts).flatMap((part) =>
    Object.entries(orders).flatMap(([name, order]) => {
      const known = order.split(' ').map((child) => `w:${child}`);
      return [...part.getElementsByTagName(name)].flatMap((element) => {
        const places = children(element).map((child) => known.indexOf(child));
        return places.every((place, i) => place >= 0 && place >= (places[i - 1] ?? 0))
          ? []
          : [`${name}: ${children(element).join(' ')}`];
      });
    }),
  );
}

/** What the package refers to and does not hold, or holds and does not name. */
function packageFaults(parts: Parts): string[] {
  const types = parts['[Content_Types].xml'];
  const named = [...(types?.getElementsByTagName('Override') ?? [])].map((o) =>
    (o.getAttribute('PartName') ?? '').slice(1),
  );
  const own = Object.keys(parts).filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'));
  const targets = Object.keys(parts)
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      return all(parts, name, 'Relationship').map((r) => `${folder}${r.getAttribute('Target')}`);
    });
  const ids = new Set(
    all(parts, 'word/_rels/document.xml.rels', 'Relationship').map((r) => r.getAttribute('Id')),
  );
  const used = ['w:headerReference', 'w:footerReference'].flatMap((name) =>
    body(parts, name).map((r) => r.getAttribute('r:id')),
  );
  return [
    ...named.filter((name) => !own.includes(name)),
    ...own.filter((name) => !named.includes(name)),
    ...targets.filter((name) => !own.includes(name)),
    ...own.filter((name) => !targets.includes(name)),
    ...used.filter((id) => !ids.has(id)).map(String),
  ];
}

const dense = (t: string): string => t.replace(/[\s\u00a0]+/g, '');

/** A run as the Word file should read, blanks aside. */
const reads = (run: ReturnType<typeof runs>[number]): string =>
  dense(
    run
      .map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'checkbox') return part.checked ? '☑' : '☐';
        return part.kind === 'gap' ? (part.hint ?? '') : '';
      })
      .join(''),
  );

describe('a draft', () => {
  const { model } = everyPaper()[0] as ReturnType<typeof everyPaper>[number];

  it('says so at the head and under the text of each page', () => {
    const parts = word({ ...model, draftMark: '草稿 DRAFT' });
    const runs = all(parts, 'word/header.xml', 'w:t').map((t) => t.textContent);
    expect(runs).toContain('草稿 DRAFT');
    const [path] = all(parts, 'word/header.xml', 'v:textpath').filter((t) => t.getAttribute('string'));
    expect(path?.getAttribute('string')).toBe('草稿 DRAFT');
  });

  it('is told apart from a paper that is ready', () => {
    expect(
      JSON.stringify(all(word(model), 'word/header.xml', 'w:t').map((t) => t.textContent)),
    ).not.toContain('草稿');
  });
});

describe.each(everyPaper())('$name', ({ model }) => {
  const parts = word(model);

  it('is a whole package that keeps the schema', () => {
    expect(packageFaults(parts)).toEqual([]);
    expect(orderFaults(parts)).toEqual([]);
    const ids = [...body(parts, 'w:bookmarkStart'), ...body(parts, 'w:sdtPr').map((p) => p.children[0])];
    const numbers = ids.map((e) => e?.getAttribute('w:id') ?? e?.getAttribute('w:val'));
    expect(new Set(numbers).size).toBe(numbers.length);
    const styles = new Set(all(parts, 'word/styles.xml', 'w:style').map((s) => s.getAttribute('w:styleId')));
    for (const used of body(parts, 'w:pStyle')) expect(styles).toContain(value(used));
  });

  it('says every block in order', () => {
    const expected = runs({
      ...model,
      blocks: model.blocks.map((b) =>
        b.kind === 'table' && b.showHeader === false
          ? { ...b, columns: b.columns.map((c) => ({ ...c, header: '' })) }
          : b,
      ),
    });
    const [document] = body(parts, 'w:body');
    expect(dense(document ? textOf(document) : '')).toBe(expected.map(reads).join(''));
  });
});

const sample: PaperModel = paperOf(
  [
    { kind: 'heading', level: 1, text: '申请书<1>&“其他”' },
    { kind: 'heading', level: 2, text: '请求' },
    {
      kind: 'paragraph',
      indentEm: 2,
      content: [
        text('姓名：𠮷𬭎䶮——⼀⼈；\u0000\u202e\ud800'),
        { kind: 'text', text: '楷体', face: 'kai' },
        { kind: 'checkbox', checked: true },
        { kind: 'gap', field: 'a.b', widthEm: 5, hint: '电话' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { header: '甲', share: 1 },
        { header: '乙', share: 2 },
      ],
      rows: [[cell('1'), cell('二\n三')], [{ content: [text('合并')], span: 2 }], [cell('短')]],
      footRows: [[cell('合计'), cell('1.00')]],
    },
    { kind: 'paragraph', content: [text('此致')] },
    {
      kind: 'signature',
      lines: [[text('签名：'), { kind: 'blank', widthEm: 6 }], [text('日期')]],
      seal: true,
    },
  ],
  { title: '申请书<1>&其他', subject: '测试', seam: true, runningHead: '草稿' },
);

describe('a Word document', () => {
  const parts = word(sample);

  it('has the same bytes whatever was made before it', () => {
    const bytes = engine.renderWord(sample, info).bytes;
    engine.renderWord(paperOf([{ kind: 'paragraph', content: [text('别的')] }]), info);
    expect(engine.renderWord(sample, info).bytes).toEqual(bytes);
  });

  it('bears title, author, day and language', () => {
    const core = parts['docProps/core.xml'];
    const [title] = core?.getElementsByTagName('dc:title') ?? [];
    expect(title?.textContent).toBe('申请书<1>&其他');
    const [created] = core?.getElementsByTagName('dcterms:created') ?? [];
    expect(created?.textContent).toBe('2026-03-01T00:00:00Z');
    const [language] = all(parts, 'word/styles.xml', 'w:lang');
    expect(language?.getAttribute('w:eastAsia')).toBe('zh-CN');
  });

  it('leaves out what XML cannot hold and what shows nothing', () => {
    const [, , paragraph] = body(parts, 'w:p');
    expect(paragraph && dense(textOf(paragraph))).toBe('姓名：𠮷𬭎䶮——一人；楷体☑电话');
  });

  it('repeats the head of a table, cuts no row and closes a short one', () => {
    const rows = body(parts, 'w:tr');
    expect(rows.map((r) => r.getElementsByTagName('w:tblHeader').length)).toEqual([1, 0, 0, 0, 0]);
    expect(rows.map((r) => r.getElementsByTagName('w:cantSplit').length)).toEqual([1, 1, 1, 1, 1]);
    expect(rows.map((r) => r.getElementsByTagName('w:tc').length)).toEqual([2, 2, 1, 2, 2]);
    // The last body row keeps to the row of sums.
    expect(rows[3]?.getElementsByTagName('w:keepNext').length).toBeGreaterThan(0);
  });

  it('keeps a signature with what it closes, and room for the seal', () => {
    const paragraphs = body(parts, 'w:p');
    const closing = paragraphs.find((p) => textOf(p) === '此致');
    expect(closing?.getElementsByTagName('w:keepNext').length).toBe(1);
    const [first, last] = paragraphs.filter(
      (p) => value(p.getElementsByTagName('w:pStyle')[0]) === 'SignatureLine',
    );
    const [before] = first?.getElementsByTagName('w:spacing') ?? [];
    const [after] = last?.getElementsByTagName('w:spacing') ?? [];
    // Two lines of 28.75 points in 45 mm leave 70 points, half above and half below.
    expect(Number(before?.getAttribute('w:before'))).toBe(Math.round((11.5 + (127.559 - 57.5) / 2) * 20));
    expect(Number(after?.getAttribute('w:after'))).toBe(Math.round(((127.559 - 57.5) / 2) * 20));
  });

  it('follows GB/T 9704 for an official paper', () => {
    const official = word({ ...sample, profile: 'gongwen' });
    const [margins] = body(official, 'w:pgMar');
    const mm = (name: string): number => Number(margins?.getAttribute(`w:${name}`)) / 20 / (72 / 25.4);
    expect(mm('top')).toBeCloseTo(37, 1);
    expect(mm('left')).toBeCloseTo(28, 1);
    const [normal] = all(official, 'word/styles.xml', 'w:style');
    const [line] = normal?.getElementsByTagName('w:spacing') ?? [];
    expect(Number(line?.getAttribute('w:line')) / 20).toBeCloseTo((225 * 72) / 25.4 / 22, 1);
    const [fonts] = all(official, 'word/styles.xml', 'w:rFonts');
    expect(fonts?.getAttribute('w:eastAsia')).toBe('仿宋');
    const [size] = all(official, 'word/styles.xml', 'w:sz');
    expect(value(size)).toBe('32');
    expect(all(official, 'word/settings.xml', 'w:evenAndOddHeaders')).toHaveLength(1);
  });

  it('holds a statement of 100,000 characters', () => {
    const long = '一二三四五六七八九十'.repeat(10_000);
    const made = word(paperOf([{ kind: 'paragraph', content: [text(long)] }]));
    expect(body(made, 'w:p').map(textOf).join('')).toHaveLength(100_000);
  });
});
