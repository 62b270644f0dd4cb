import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type CellValue, writeXlsx } from 'hucre/xlsx';

/** Where the committed sample lies. */
export const samplePath = fileURLToPath(
  new URL('../../resources/sample/工资表-样例工地.xlsx', import.meta.url),
);

/** A resident ID number of an invented person with a right check digit (GB 11643-1999). */
export function inventedId(birth: string, sequence: number): string {
  const body = `110101${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((s, w, i) => s + w * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

const names =
  '赵甲 钱乙 孙丙 李丁 周戊 吴己 郑庚 王辛 冯壬 陈癸 褚子 卫丑 蒋寅 沈卯 韩辰 杨巳 朱午 秦未 尤申 许酉 何戌 吕亥 施𬭎'.split(
    ' ',
  );
const teams = ['木工班（样例甲队）', '钢筋班（样例乙队）', '泥工班（样例丙队）'];
const trades = ['木工', '钢筋工', '泥瓦工'];
const rates = [320, 350, 280];
const dateStyle = { numFmt: 'yyyy/m/d' };
const firstBody = 5;

/**
 * A foreman's list as they come: title lines, a header of two rows, merged teams, amounts as text, a number that lost
 * its digits. 24 rows, of which 21 can be imported as they are.
 */
export async function makeSampleRoster(): Promise<Uint8Array> {
  const rows: CellValue[][] = [
    ['样例花园二标段2026年1月至3月工人工资表'],
    ['施工单位：样例建筑劳务有限公司', ...Array<null>(12).fill(null), '单位：元'],
    '序号 姓名 性别 身份证号码 联系电话 班组 工种 进场日期 工价（元/天） 出勤天数 工资'.split(' '),
    [...Array<null>(10).fill(null), '应发', '已发', '欠发'],
  ];
  rows[2]?.push(null, null, '备注', '本人签字');
  const cells = new Map<string, { value: CellValue; style: typeof dateStyle }>();
  for (let i = 0; i < 24; i++) {
    const group = Math.floor(i / 8);
    const rate = rates[group] ?? 0;
    const days = 60 + (i % 7) * 2.5;
    const due = rate * days;
    const paid = 5000 + (i % 4) * 500;
    rows.push([
      i + 1,
      names[i] ?? null,
      i % 6 === 5 ? '女' : '男',
      inventedId(`19${70 + i}-0${1 + (i % 9)}-1${i % 9}`, i % 6 === 5 ? 100 + 2 * i : 101 + 2 * i),
      `138000000${String(i + 1).padStart(2, '0')}`,
      i % 8 === 0 ? (teams[group] ?? null) : null,
      trades[group] ?? null,
      '2026.1.1',
      rate,
      days,
      due,
      paid,
      due - paid,
      null,
    ]);
  }
  const put = (worker: number, column: number, value: CellValue): void => {
    const row = rows[firstBody - 1 + worker - 1];
    if (row) row[column] = value;
  };
  put(2, 10, '22,400元');
  put(2, 12, '16,900元');
  put(2, 9, 70);
  put(2, 8, '320元/天');
  put(2, 11, '5500');
  // A date as a serial number with a date format.
  cells.set(`${firstBody - 1 + 2},7`, { value: 46023, style: dateStyle });
  put(4, 9, '６７．５');
  put(4, 4, '１３８０００００００４');
  put(5, 1, '周 戊');
  // The check digit is one too high: an error to mend.
  put(7, 3, bumpCheckDigit(inventedId('1976-07-16', 113)));
  put(9, 4, null);
  put(11, 7, '1月1日');
  put(12, 3, null);
  put(12, 13, '身份证遗失，补办中');
  // Typed as a number, so that the last three digits are gone: an error to mend.
  put(15, 3, Number(inventedId('1984-06-15', 129)));
  put(18, 2, '女');
  // The third worker once more at the end of another team: an error to mend.
  put(24, 1, '孙丙');
  put(24, 3, inventedId('1972-03-12', 105));
  put(24, 4, '13800000003');
  put(24, 2, '男');
  const last = firstBody - 1 + 24;
  rows.push(['合计', ...Array<null>(9).fill(null), ...[10, 11, 12].map((c) => columnSum(rows, c))]);
  rows.push([
    '制表人：样例员',
    null,
    null,
    '审核：',
    null,
    null,
    '项目负责人（签字）：',
    null,
    null,
    '2026年4月1日',
  ]);
  const across = (row: number, from: number, to: number) => ({
    startRow: row,
    startCol: from,
    endRow: row,
    endCol: to,
  });
  const down = (column: number, from: number, to: number) => ({
    startRow: from,
    startCol: column,
    endRow: to,
    endCol: column,
  });
  return writeXlsx({
    sheets: [
      {
        name: '工资表',
        rows,
        cells,
        columns: [5, 10, 6, 22, 14, 18, 9, 12, 11, 10, 12, 12, 12, 20, 12].map((width) => ({ width })),
        merges: [
          across(0, 0, 14),
          ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14].map((c) => down(c, 2, 3)),
          across(2, 10, 12),
          ...[0, 1, 2].map((g) => down(5, firstBody - 1 + g * 8, firstBody - 1 + g * 8 + 7)),
          across(last, 0, 1),
        ],
      },
    ],
    defaultFont: { name: '宋体', size: 11 },
    properties: { created: new Date(0), modified: new Date(0) },
  });
}

function bumpCheckDigit(id: string): string {
  const digits = '0123456789X';
  return id.slice(0, 17) + digits[(digits.indexOf(id[17] ?? '') + 1) % 11];
}

function columnSum(rows: readonly CellValue[][], column: number): number {
  return rows.slice(firstBody - 1).reduce((sum, row) => {
    const value = row[column];
    return sum + (typeof value === 'number' ? value : Number(String(value ?? 0).replace(/[^\d.]/g, '')));
  }, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(samplePath, await makeSampleRoster());
