import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { AppError } from '../../shared/kernel/errors.ts';
import { first, merge } from './sheets.ts';

const rows = [
  ['姓名', '电话'],
  ['赵甲', '13800000001'],
];

async function failure(bytes: Uint8Array, name = '表.xlsx'): Promise<string> {
  try {
    await readSpreadsheet(name, bytes);
  } catch (error) {
    return error instanceof AppError ? error.failure.code : `not typed: ${String(error)}`;
  }
  return 'read';
}

/** A compound file whose directory names one stream. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  bytes.set(name, 1024 + 128);
  bytes[1024 + 128 + 64] = name.length;
  return bytes;
}

describe('files that are no spreadsheet', () => {
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(0), 'file-empty'],
    ['pdf', strToU8('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj'), 'file-not-spreadsheet'],
    ['jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]), 'file-not-spreadsheet'],
    [
      'random',
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 251),
      'file-not-spreadsheet',
    ],
    [
      'word',
      zipSync({
        '[Content_Types].xml': strToU8('wordprocessingml.document.main'),
        'word/document.xml': strToU8('<w/>'),
      }),
      'file-not-spreadsheet',
    ],
    ['prose', strToU8('今天下雨，工地停工。\n明天再说。\n'), 'file-not-spreadsheet'],
    ['encrypted', compound('EncryptedPackage'), 'file-encrypted'],
    ['old xls', compound('Workbook'), 'file-old-format'],
    ['very old xls', compound('Book'), 'file-old-format'],
    ['old word', compound('WordDocument'), 'file-not-spreadsheet'],
    ['html named xls', strToU8('<html><table><tr><td>姓名</td></tr></table></html>'), 'file-old-format'],
    [
      'xml 2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'file-old-format',
    ],
    ['too large', new Uint8Array(20 * 1024 * 1024 + 1), 'file-too-large'],
  ];
  it.each(cases)('%s', async (_, bytes, code) => {
    expect(await failure(bytes)).toBe(code);
  });

  it('reports a file that is really encrypted', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows }],
      encryption: { password: '样例', spinCount: 1000 },
    });
    expect(await failure(bytes)).toBe('file-encrypted');
  });

  it('reports damage at any cut', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'a', rows }] });
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect(await failure(whole.slice(0, Math.floor(whole.length * part)))).toBe('file-not-spreadsheet');
    }
  });

  it('stops a zip bomb before parsing it', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('spreadsheetml.sheet.main'),
      'xl/worksheets/sheet1.xml': new Uint8Array(210 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await failure(bomb)).toBe('file-too-large');
  });

  it('reports sheets without rows and files with too many', async () => {
    expect(await failure(await writeXlsx({ sheets: [{ name: 'a', rows: [[null, '']] }] }))).toBe(
      'file-empty',
    );
    expect(await failure(strToU8('a,b\n'.repeat(200_001)), 'a.csv')).toBe('file-too-large');
    expect((await readSpreadsheet('a.csv', strToU8('a,b\n'.repeat(200_000)))).sheets[0]?.rows).toHaveLength(
      200_000,
    );
  });
});

describe('cells', () => {
  it('keeps kinds apart and marks numbers that lost digits', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            [
              '文字',
              Number('110101197001101014'),
              0.1 + 0.2,
              new Date('2026-03-01'),
              null,
              '=1+1',
              999999999999999,
            ],
          ],
          cells: new Map([
            ['1,0', { formula: 'A1', formulaResult: '结果' }],
            ['1,1', { formula: '1/3' }],
            ['1,2', { value: '#REF!', type: 'error' as const }],
            ['1,3', { value: '链接文字', hyperlink: { target: 'https://example.org' } }],
            ['1,4', { value: '富文本', richText: [{ text: '富' }, { text: '文本' }] }],
          ]),
        },
      ],
    });
    const sheet = first((await readSpreadsheet('a', bytes)).sheets);
    expect(sheet.rows[0]).toEqual([
      { kind: 'text', text: '文字' },
      { kind: 'number', text: '110101197001101000', lostDigits: true },
      { kind: 'number', text: '0.3' },
      { kind: 'date', text: '2026-03-01' },
      { kind: 'empty', text: '' },
      { kind: 'text', text: '=1+1' },
      { kind: 'number', text: '999999999999999' },
    ]);
    expect(sheet.rows[1]?.map((c) => c.text)).toEqual(['结果', '=1/3', '#REF!', '链接文字', '富文本']);
    expect(sheet.rows[1]?.[1]?.kind).toBe('error');
  });

  it('reads dates of the 1904 calendar as the same day', async () => {
    const data = [
      ['姓名', '进场'],
      ['赵甲', new Date('2026-03-01')],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: data }], dateSystem: '1904' });
    const sheet = first((await readSpreadsheet('a', bytes)).sheets);
    expect(sheet.dateSystem).toBe('1904');
    expect(sheet.rows[1]?.[1]).toEqual({ kind: 'date', text: '2026-03-01' });
  });

  it('repeats a merged value with a mark and leaves the first cell unmarked', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['甲', 'x'],
            [null, 'y'],
          ],
          merges: [merge(0, 0, 1, 0)],
        },
      ],
    });
    const sheet = first((await readSpreadsheet('a', bytes)).sheets);
    expect(sheet.rows[0]?.[0]).toEqual({ kind: 'text', text: '甲' });
    expect(sheet.rows[1]?.[0]).toEqual({ kind: 'text', text: '甲', mergedFrom: { row: 0, column: 0 } });
  });

  it('names hidden rows and sheets', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['姓名'], ['甲'], ['乙']], rowDefs: new Map([[1, { hidden: true }]]) },
        { name: 'b', rows: [['x']], hidden: true },
      ],
    });
    const { sheets } = await readSpreadsheet('a', bytes);
    expect(sheets.map((s) => [s.hidden, s.hiddenRows])).toEqual([
      [false, [1]],
      [true, []],
    ]);
  });

  it('reads OpenDocument', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: '名册',
          rows: [
            ['姓名', '应发'],
            ['赵甲', 3500.5],
          ],
        },
      ],
    });
    const book = await readSpreadsheet('错误的扩展名.xlsx', bytes);
    expect(book.format).toBe('ods');
    expect(book.sheets[0]?.rows[1]?.map((c) => c.text)).toEqual(['赵甲', '3500.5']);
  });
});

describe('delimited text', () => {
  const gb18030 = new Uint8Array([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xfe, 0x9f, 0x2c, 0x31,
  ]);
  const utf16 = (text: string, bom: boolean): Uint8Array =>
    new Uint8Array(Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le'));
  const files: [string, Uint8Array, string[][]][] = [
    [
      'GB18030',
      gb18030,
      [
        ['姓名', '电话'],
        ['䶮', '1'],
      ],
    ],
    [
      'UTF-8 with mark',
      strToU8('\uFEFF姓名,电话\n𠮷,1'),
      [
        ['姓名', '电话'],
        ['𠮷', '1'],
      ],
    ],
    [
      'UTF-8 semicolons',
      strToU8('姓名;电话\n"赵;甲";1'),
      [
        ['姓名', '电话'],
        ['赵;甲', '1'],
      ],
    ],
    [
      'UTF-16 with mark',
      utf16('姓名\t电话\r\n赵甲\t1', true),
      [
        ['姓名', '电话'],
        ['赵甲', '1'],
      ],
    ],
    [
      'UTF-16 without mark',
      utf16('姓名\t电话\r\n赵甲\t1', false),
      [
        ['姓名', '电话'],
        ['赵甲', '1'],
      ],
    ],
    [
      'quoted line ends',
      strToU8('姓名,备注\r\n赵甲,"一\n""二"""\r\n'),
      [
        ['姓名', '备注'],
        ['赵甲', '一\n"二"'],
      ],
    ],
    [
      'shielded numbers',
      strToU8('姓名,号\n赵甲,"=""0123"""'),
      [
        ['姓名', '号'],
        ['赵甲', '0123'],
      ],
    ],
    [
      'declared separator',
      strToU8('sep=;\n姓名;号\n赵甲;1,5'),
      [
        ['姓名', '号'],
        ['赵甲', '1,5'],
      ],
    ],
  ];
  it.each(files)('%s', async (_, bytes, expected) => {
    const book = await readSpreadsheet('工人.xls', bytes);
    expect(book.format).toBe('csv');
    expect(first(book.sheets).name).toBe('工人');
    expect(first(book.sheets).rows.map((r) => r.map((c) => c.text))).toEqual(expected);
  });
});

describe('writing', () => {
  it('writes formulas and long numbers as text, the same bytes each time', async () => {
    const sheet = {
      name: '坏行/一',
      rows: [['=1+1', '+86', '-5', '@x', '110101197001101014']],
      frozenRows: 1,
    };
    const bytes = await writeSpreadsheet([sheet]);
    expect(await writeSpreadsheet([sheet])).toEqual(bytes);
    const back = first((await readSpreadsheet('a', bytes)).sheets);
    expect(back.name).toBe('坏行 一');
    expect(back.rows[0]?.map((c) => [c.kind, c.text])).toEqual(first(sheet.rows).map((t) => ['text', t]));
  });
});
