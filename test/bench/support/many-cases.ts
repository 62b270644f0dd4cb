import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../electron/core/db/schema.ts';
import {
  blankPerson,
  fromFields,
  keysOfFields,
  toFields,
} from '../../../electron/core/features/people/people.mappers.ts';
import type { PersonTable } from '../../../electron/core/features/people/people.table.ts';
import { createIds } from '../../../electron/core/kernel/ids.ts';
import { addDays, plainDate } from '../../../shared/kernel/date.ts';

type Cell = string | number | null;

/** In the table's order. */
const personColumns = [
  'id',
  'kind',
  'name',
  'aliases',
  'id_type',
  'id_number',
  'uscc',
  'sex',
  'birth',
  'ethnicity',
  'phone',
  'phones',
  'domicile',
  'residence',
  'mail_address',
  'representative_name',
  'representative_title',
  'bank_holder',
  'bank_name',
  'bank_account',
  'guardian',
  'interpreter',
  'note',
  'sort_key',
  'status',
  'merged_into',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof PersonTable)[];

/** Numbers that look random and are the same in every run (mulberry32). */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章'];
const given = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三四五六七八九十百千'];
const trades = ['建筑劳务', '装饰工程', '餐饮管理', '物流', '电子', '服装', '家政服务', '市政工程'];
const causes = [
  'wages',
  'wages',
  'wages',
  'severance',
  'overtime',
  'work-injury',
  'contract',
  'labour-relation',
];
const stages = ['not-filed', 'submitted', 'accepted', 'defence', 'scheduled', 'heard', 'awarded', 'archived'];
/** Own dates of an open case, so that a hundred thousand cases have a million dates. */
const datesOfCase = 28;
const rules = ['lim-wage-ended', 'arb-accept-decision', 'arb-answer', 'arb-award'];

/**
 * Fills an office with cases as the app itself would have written them: a file each, one to six workers with pay
 * rows, an employer, events and open dates. Straight into the tables, because the app's own way would take hours.
 * One name, `罕见样`, occurs once.
 */
export async function insertManyCases(
  db: Kysely<Database>,
  count: number,
  user: { id: string; name: string },
): Promise<void> {
  const pick = generator(20_261_121);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  let now = Date.UTC(2018, 0, 2);
  const newId = createIds(
    { now: () => now, today: () => plainDate('2026-11-21') },
    { bytes: (n) => Uint8Array.from({ length: n }, () => pick(256)) },
  );
  const today = plainDate('2026-11-21');
  const step = Math.floor((Date.UTC(2026, 10, 20) - now) / count);

  // A company stands in many cases; with those who only asked there are three people for each case.
  const employers = new Map<string, string>();
  const people: Cell[][] = [];
  let met = 0;
  const take = (
    kind: 'person' | 'organisation',
    name: string,
    more: { id_number?: string; phone?: string; mail_address?: string },
  ): string => {
    const id = newId();
    const at = new Date(now).toISOString();
    met++;
    const row = {
      ...fromFields({
        ...blankPerson(kind, name),
        idNumber: more.id_number ?? null,
        phone: more.phone ?? null,
        mailAddress: more.mail_address ?? null,
      }),
      id,
      status: 'here',
      merged_into: null,
      version: 1,
      created_at: at,
      updated_at: at,
    } satisfies PersonTable;
    people.push(personColumns.map((column) => row[column]));
    return id;
  };
  await sql`create temp table staged_key (kind text, value text, person_id text)`.execute(db);
  const keep = async (tx: Kysely<Database>): Promise<void> => {
    const keys = people.flatMap((row) => {
      const person = Object.fromEntries(personColumns.map((column, i) => [column, row[i]]));
      return keysOfFields(toFields(person as unknown as PersonTable)).map((k) => [
        k.kind,
        k.value,
        person.id ?? null,
      ]);
    });
    await insertRows(tx, 'person', people.splice(0));
    await insertRows(tx, 'staged_key' as keyof Database, keys);
  };

  for (let from = 0; from < count; from += 1000) {
    const files: Cell[][] = [];
    const members: Cell[][] = [];
    const respondents: Cell[][] = [];
    const events: Cell[][] = [];
    const deadlines: Cell[][] = [];
    const predates: Cell[][] = [];
    for (let i = from; i < Math.min(from + 1000, count); i++) {
      now += step;
      const at = new Date(now).toISOString();
      const received = at.slice(0, 10);
      const caseId = newId();
      // Old cases are closed, as they are in an office that has worked for nine years.
      const open = pick(count) < i * 0.6 + count * 0.1;
      const size = pick(100) < 85 ? 1 : 2 + pick(5);
      const company = `样例${one(given)}${one(given)}${one(trades)}有限公司`;
      const number = `〔${received.slice(0, 4)}〕第${String(i + 1).padStart(6, '0')}号`;
      const people = Array.from({ length: size }, (_, m) => ({
        name:
          i === count >> 1 && m === 0
            ? '罕见样'
            : `${one(surnames)}${one(given)}${pick(3) > 0 ? one(given) : ''}`,
        idNumber: `1101011970010${String(10_000 + pick(90_000))}`,
        phone: `1380000${String(pick(10_000)).padStart(4, '0')}`,
        owed: 300_000 + pick(4_000_000),
      }));
      for (const [m, p] of people.entries())
        members.push([
          newId(),
          caseId,
          m + 1,
          `id:${p.idNumber}`,
          p.name,
          'male',
          '1970-01-01',
          '汉族',
          'resident-id',
          p.idNumber,
          p.phone,
          '示例省示例县样例村1组',
          null,
          '示例市示例区样例路88号',
          '工人',
          1,
          p.name,
          '样例银行',
          null,
          JSON.stringify({
            start: '2025-03-01',
            end: '2025-12-20',
            post: '木工',
            site: '样例花园',
            team: null,
            recruiter: null,
            contractSigned: false,
            wageUnit: 'day',
            rateFen: 32_000,
            payDay: null,
            endKind: 'work-finished',
            endReason: null,
          }),
          JSON.stringify([
            {
              period: { from: '2025-10-01', to: '2025-12-20' },
              unit: 'day',
              quantity: '60',
              rateFen: 32_000,
              otherFen: 0,
              deductions: [],
              paid: [{ date: null, amountFen: 500_000, method: null }],
              note: null,
            },
          ]),
          p.owed,
          0,
          null,
          take('person', p.name, { id_number: p.idNumber, phone: p.phone }),
          0,
        ]);
      if (!employers.has(company))
        employers.set(company, take('organisation', company, { mail_address: '示例市示例区样例大道1号' }));
      respondents.push([
        newId(),
        caseId,
        1,
        'organisation',
        company,
        'employer',
        'principal',
        null,
        null,
        '028-00000001',
        '示例市示例区样例大道1号',
        null,
        '样某甲',
        '执行董事',
        'active',
        null,
        employers.get(company) ?? '',
        0,
      ]);
      for (const [e, type] of ['employment-ended', 'demand-made', 'application-submitted'].entries())
        events.push([newId(), caseId, type, addDays(plainDate(received), e * 7), null, at, null]);
      const due = open && pick(10) > 0 ? addDays(today, pick(400) - 20) : null;
      const rule = due === null ? null : one(rules);
      if (due !== null) {
        for (let p = 0; p < datesOfCase; p++) {
          const day = addDays(due, pick(120));
          predates.push([
            newId(),
            caseId,
            'date',
            day,
            0,
            'day',
            '催办',
            null,
            day,
            day,
            null,
            null,
            user.id,
            'arbitration',
            null,
            0,
            at,
            user.name,
            1,
            null,
          ]);
        }
        deadlines.push([newId(), caseId, rule, due, 'duty', 0, user.id, 'arbitration']);
        if (pick(2) === 0)
          deadlines.push([
            newId(),
            caseId,
            one(rules),
            addDays(due, pick(60)),
            'duty',
            0,
            user.id,
            'arbitration',
          ]);
      }
      files.push([
        caseId,
        number,
        'arbitration',
        one(causes),
        one(stages),
        open ? 'open' : 'closed',
        received,
        user.id,
        user.name,
        '示例市示例区劳动人事争议仲裁委员会',
        null,
        '样例花园',
        '示例市示例区样例路88号',
        null,
        '{"relation":null,"performance":null,"demands":null,"ending":null,"grounds":null,"limitation":null}',
        people[0]?.name ?? '',
        size,
        company,
        1,
        [
          number.replace(/[〔〕]/g, (c) => (c === '〔' ? '(' : ')')),
          ...people.flatMap((p) => [p.name, p.idNumber, p.phone]),
          company,
        ].join(' '),
        due,
        due ?? '9999-12-31',
        rule,
        0,
        people.reduce((sum, p) => sum + p.owed, 0),
        1 + pick(9),
        at,
        at,
      ]);
    }
    while (met < 3 * Math.min(from + 1000, count))
      take('person', `${one(surnames)}${one(given)}${one(given)}`, {
        phone: `1390000${String(pick(10_000)).padStart(4, '0')}`,
      });
    await db.transaction().execute(async (tx) => {
      await keep(tx);
      await insertRows(tx, 'case_file', files);
      await insertRows(tx, 'case_member', members, ['person_id', 'person_stale']);
      await insertRows(tx, 'respondent', respondents, ['person_id', 'person_stale']);
      await insertRows(tx, 'case_event', events);
      await insertRows(tx, 'deadline', deadlines);
      await insertRows(tx, 'predate', predates);
    });
  }
  // In their order: millions of rows put in anywhere would rewrite each page many times over.
  await sql`insert into person_key select distinct kind, value, person_id from staged_key order by 1, 2, 3`.execute(
    db,
  );
  await sql`drop table staged_key`.execute(db);
  const counter = { name: 'case-2026', value: count };
  await db.insertInto('counter').values(counter).execute();
}

/** All rows of a table, by its first columns, as one statement: SQLite takes the JSON apart. Later columns have defaults. */
export async function insertRows(
  db: Kysely<Database>,
  table: keyof Database,
  rows: readonly Cell[][],
  /** Columns of the last cells of each row, where they do not follow on the first ones. */
  last: readonly string[] = [],
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const columns = sql.raw(Array.from({ length: width }, (_, c) => `value ->> ${c}`).join(', '));
  const { rows: names } = await sql<{ name: string }>`select name from pragma_table_info(${table})
    order by cid limit ${width - last.length}`.execute(db);
  const into = sql.join([...names.map(({ name }) => name), ...last].map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${into}) select ${columns}
    from json_each(${JSON.stringify(rows)})`.execute(db);
}
