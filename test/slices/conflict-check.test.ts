import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import { generator } from '../bench/support/many-cases.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { intake, respondent, worker } from '../support/records.ts';

interface Known {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly address: string;
}

const pick = generator(5);
const one = (list: readonly string[]): string => list[pick(list.length)] ?? '';
const surnames = ['王', '李', '单', '欧阳', '曾', '张'];
const given = [...'甲乙丙丁戊己庚辛𠮷喆'];
const streets = ['青石路', '银杏大道', '样例街'];
const people: Known[] = Array.from({ length: 240 }, (_, i) => ({
  name: `${one(surnames)}${one(given)}${pick(3) > 0 ? one(given) : ''}`,
  number: inventedId('1981-02-03', 100 + i),
  phone: `1380000${String(pick(120)).padStart(4, '0')}`,
  address: `样例省样例市样例区${one(streets)}${1 + pick(40)}号`,
}));
const companies: Known[] = Array.from({ length: 24 }, (_, i) => ({
  name: `样例市样例区${one(given)}${one(given)}${one(['建筑劳务', '装饰工程', '物流'])}有限公司`,
  number: `91110000MA${String(i).padStart(6, '0')}AX`,
  phone: `028000000${String(i).padStart(2, '0')}`,
  address: `样例省样例市样例区工业路${i + 1}号`,
}));

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  for (const [i, c] of companies.entries())
    await app.client.call(
      'cases.create',
      intake({
        workers: people
          .slice(i * 10, i * 10 + 10)
          .map((p) => worker(p.name, { idNumber: p.number, phone: p.phone, domicile: p.address })),
        respondents: [
          { ...respondent, name: c.name, uscc: c.number, phone: c.phone, registeredAddress: c.address },
        ],
      }),
    );
});
afterAll(() => app.core.close());

const blank = { name: '', phone: '', number: '', address: '' };
type Check = Output<'people.check'>;
const check = (self: object, other: object = {}): Promise<Check> =>
  app.client.call('people.check', { self: { ...blank, ...self }, other: { ...blank, ...other } });
/** How many of these there are, told apart by what is shown of their number. */
const shown = ({ matches }: Check, reason: string): number =>
  matches.filter((m) => m.reasons.some((r) => r === reason)).length;

test.each([
  [
    'number',
    (p: Known) => ({ number: p.number.toLowerCase() }),
    (a: Known, b: Known) => a.number === b.number,
  ],
  ['phone', (p: Known) => ({ phone: `+86 ${p.phone}` }), (a: Known, b: Known) => a.phone === b.phone],
  [
    'tail',
    (p: Known) => ({ number: p.number.slice(-4) }),
    (a: Known, b: Known) => a.number.slice(-4) === b.number.slice(-4),
  ],
  ['name', (p: Known) => ({ name: ` ${p.name} ` }), (a: Known, b: Known) => a.name === b.name],
  [
    'name',
    (p: Known) => ({ name: p.name.replaceAll('𠮷', '吉') }),
    (a: Known, b: Known) => a.name === b.name,
  ],
  [
    'address',
    (p: Known) => ({ name: '无名氏', address: p.address.slice(9) }),
    (a: Known, b: Known) => b.address.startsWith(a.address),
  ],
] as const)('the check finds by %s exactly whom a plain scan finds', async (reason, typed, isLike) => {
  for (let i = 0; i < 40; i++) {
    const sought = people[pick(people.length)] as Known;
    const all = [...people, ...companies].filter((p) => isLike(sought, p));
    const found = await check(typed(sought));
    expect(found.matches.length).toBeLessThanOrEqual(30);
    expect(shown(found, reason)).toBe(all.length);
  }
});

test('a company is found by any piece of its name, by a longer name, by code, phone and address', async () => {
  for (const c of companies) {
    const core = c.name.slice(6, -4);
    for (const [typed, reason] of [
      [{ name: c.name }, 'name'],
      [{ name: core }, 'name'],
      [{ name: core.slice(1) }, 'part'],
      [{ name: `${core}第三分公司` }, 'part'],
      [{ number: c.number }, 'number'],
      [{ number: c.number.slice(0, 16) }, 'number'],
      [{ phone: c.phone }, 'phone'],
      [{ name: '别家', address: `${c.address.slice(9)}三楼` }, 'address'],
    ] as const) {
      const { matches } = await check({}, typed);
      const hit = matches.find((m) => m.name === c.name && m.number === c.number);
      expect(hit?.reasons, JSON.stringify(typed)).toContain(reason);
    }
  }
});

test('a name typed by its sound finds with ü as with v', async () => {
  await app.client.call('cases.create', intake({ workers: [{ name: '吕绿样', job: {} }] }));
  for (const name of ['lvlvyang', 'lülüyang', 'LÜLÜYANG']) {
    const { matches } = await check({ name });
    expect(matches.map((m) => [m.name, m.reasons])).toEqual([['吕绿样', ['sound']]]);
  }
  expect((await app.client.call('people.list', { text: 'lülü' })).items.map((p) => p.name)).toEqual([
    '吕绿样',
  ]);
});

test('a piece of a name is no whole name, and a common piece hides nobody who is sure', async () => {
  const { matches, more } = await check({}, { name: '建筑劳务' });
  expect(matches.every((m) => !m.sure)).toBe(true);
  expect(more).toBe(false);
  const [first] = people;
  // Everybody lives in one of three streets: whoever has the number stands before all who only live there.
  const found = await check({ number: first?.number, address: '青石路' });
  expect(found.matches[0]?.reasons).toContain('number');
});

test('an alias and the tail with the sound find; a case in the bin makes no conflict', async () => {
  const made = await app.client.call(
    'cases.create',
    intake({ workers: [worker('尤三姐', { idNumber: inventedId('1979-01-01', 9) })], respondents: [] }),
  );
  const [row] = (await app.client.call('people.list', { text: '尤三姐' })).items;
  const file = await app.client.call('people.get', { personId: row?.id ?? '' });
  await app.client.call('people.save', {
    personId: file.id,
    expectedVersion: file.version,
    patch: { aliases: ['尤小妹'] },
    updateCases: false,
  });
  expect((await check({ name: '尤小妹' })).matches[0]).toMatchObject({ name: '尤三姐', sure: true });
  expect(
    (await check({ name: 'yousanjie', number: inventedId('1979-01-01', 9).slice(-4) })).matches[0],
  ).toMatchObject({ name: '尤三姐', sure: true, reasons: ['tail', 'sound'] });
  // In the bin with its only case: known, but no longer on any side.
  await app.client.call('cases.remove', {
    cases: [{ caseId: made.caseId, expectedVersion: made.version }],
  });
  expect((await check({}, { name: '尤三姐' })).matches[0]).toMatchObject({ weight: 'seen', roles: [] });
});
