import { describe, expect, it } from 'vitest';
import {
  type ExistingWorker,
  groupByWorker,
  planImport,
} from '../../shared/features/transfer/roster.identity.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { parsed } from './sheets.ts';

const [idA, idB] = [inventedId('1980-01-01', 101), inventedId('1981-01-01', 101)];
const header = ['姓名', '身份证号', '电话', '月份', '欠付'];

async function people(...rows: (string | number | null)[][]) {
  return groupByWorker((await parsed([header, ...rows])).rows);
}

const record = async (...rows: (string | number | null)[][]): Promise<ExistingWorker[]> =>
  (await people(...rows)).map((w, i) => ({ ref: `r${i}`, worker: w.worker, arrears: w.arrears }));

describe('planImport', () => {
  it('adds nobody when the same file comes twice', async () => {
    const rows = [
      ['赵甲', idA, null, '2026年1月', 100],
      ['钱乙', null, '13800000002', '2026年1月', 100],
      ['孙丙', null, null, '2026年1月', 100],
    ];
    const plan = planImport(await people(...rows), await record(...rows));
    expect(plan.same.map((s) => s.ref)).toEqual(['r0', 'r1', 'r2']);
    expect([plan.add, plan.update, plan.conflict]).toEqual([[], [], []]);
  });

  it('names what differs, adds new months, and erases nothing', async () => {
    const plan = planImport(
      await people(['赵甲', idA, null, '2026年2月', 50], ['钱乙', idB, '13800000002', '2026年1月', 90]),
      await record(
        ['赵甲', idA, '13800000001', '2026年1月', 100],
        ['钱乙', null, '13800000002', '2026年1月', 100],
      ),
    );
    expect(plan.update.map((u) => [u.ref, u.differences.map((d) => [d.field, d.before, d.after])])).toEqual([
      ['r0', [['arrears', null, ' /  /  /  / 5000']]],
      [
        'r1',
        [
          ['sex', null, 'male'],
          ['birth', null, '1981-01-01'],
          ['idType', null, 'resident'],
          ['idNumber', null, idB],
          ['arrears', ' /  /  /  / 10000', ' /  /  /  / 9000'],
        ],
      ],
    ]);
  });

  it('leaves doubt to a person', async () => {
    const plan = planImport(
      await people(
        ['李丁', idA, null, '2026年1月', 1],
        ['钱乙', idB, '13800000002', '2026年1月', 1],
        ['孙丙', null, '13800000003', '2026年1月', 1],
        ['周戊', inventedId('1985-01-01', 101), null, '2026年1月', 1],
      ),
      await record(
        ['赵甲', idA, null, '2026年1月', 1],
        ['钱乙', inventedId('1982-01-01', 101), '13800000002', '2026年1月', 1],
        ['孙丙', inventedId('1983-01-01', 101), null, '2026年1月', 1],
        ['周戊', inventedId('1986-01-01', 101), null, '2026年1月', 1],
      ),
    );
    expect(plan.conflict.map((c) => [c.reason, c.refs])).toEqual([
      ['id-of-another-name', ['r0']],
      ['id-differs', ['r1']],
      ['name-only', ['r2']],
    ]);
    expect(plan.add.map((w) => w.worker.name)).toEqual(['周戊']);
  });
});
