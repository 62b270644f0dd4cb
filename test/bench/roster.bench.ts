import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import type { Caller } from '../../electron/core/kernel/core.ts';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { matchColumns } from '../../shared/features/transfer/roster.columns.ts';
import { parseRoster } from '../../shared/features/transfer/roster.parse.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { testKdfCost, testWorld } from '../support/open-test-app.ts';
import { type Figure, median, repeated, timed } from './support/figures.ts';

const header =
  '姓名 身份证号 联系电话 班组 工种 进场日期 离场日期 月份 日工资 出勤天数 应发工资 已付 欠付'.split(' ');

function bigRoster(rows: number): Promise<Uint8Array> {
  const body = Array.from({ length: rows }, (_, i) => {
    const birth = `19${60 + (i % 40)}-0${1 + (i % 9)}-${10 + (Math.floor(i / 360) % 18)}`;
    const days = 20 + (i % 10);
    return [
      `样${String.fromCodePoint(0x4e00 + (i % 5000))}${String.fromCodePoint(0x5100 + (i % 97))}`,
      inventedId(birth, i % 999),
      `138${String(i).padStart(8, '0')}`,
      `样例${1 + (i % 20)}队`,
      '木工',
      '2026-01-04',
      '2026-03-31',
      '2026年3月',
      '320',
      String(days),
      String(320 * days),
      '1000',
      String(320 * days - 1000),
    ];
  });
  return writeSpreadsheet([{ name: '花名册', rows: [header, ...body] }]);
}

/** A roster far larger than any real one: reading it, and bringing it into a case. */
export async function benchRoster(home: string, rows: number): Promise<Figure[]> {
  const bytes = await bigRoster(rows);
  const today = plainDate('2026-11-23');
  let importable = 0;
  const parse = await repeated(3, async () => {
    const workbook = await readSpreadsheet('roster.xlsx', bytes);
    const sheet = workbook.sheets[0];
    const layout = sheet && matchColumns(sheet);
    if (!layout) throw new Error('The roster was not understood');
    importable = parseRoster(sheet, layout, { today }).rows.filter((r) => r.importable).length;
  });
  const core = createCore(testWorld(home), { kdfCost: testKdfCost });
  const caller: Caller = { sessionId: 'bench' };
  const client = clientOf(core, caller);
  await client.call('office.create', {
    folder: `${home}/office-roster`,
    name: '测试',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    userName: '测试员',
    passphrase: 'bench-passphrase',
  });
  const { caseId, version } = await client.call('cases.create', {
    receivedOn: '2026-11-21',
    project: {},
    facts: {},
  });
  const token = await core.receiveFile(caller, { name: 'roster.xlsx', type: '', bytes });
  let added = 0;
  const whole = await timed(async () => {
    const done = await client.call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 });
    added = done.added;
  });
  await core.close();
  return [
    {
      name: 'roster.read-and-check',
      value: median(parse),
      unit: 'ms',
      sizes: { rows, bytes: bytes.length, importable },
    },
    { name: 'roster.import', value: whole, unit: 'ms', sizes: { rows, added } },
  ];
}
