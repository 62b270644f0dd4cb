import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import { maskNumber, maskPhone } from '../../shared/features/people/mask.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const id = (n: number): string => inventedId('1980-02-03', n);
const list = async (text: string) => (await app.client.call('people.list', { text })).items;
const get = (personId: string) => app.client.call('people.get', { personId });
const only = async (text: string) => {
  const found = await list(text);
  expect(found.map((p) => p.name)).toHaveLength(1);
  return get(found[0]?.id ?? '');
};
const create = (workers: WorkerInput[], more: object = {}) =>
  app.client.call('cases.create', intake({ workers, respondents: [], ...more }));

test('the same ID number is the same person, an equal name alone is not', async () => {
  await create([worker('孙同号', { idNumber: id(11), phone: '13800000011' })]);
  await create([
    worker('孙同号', { idNumber: id(11), phone: '13800000012', domicile: '样例省样例市样例区青石路12号' }),
  ]);
  await create([worker('孙同号')]);
  const found = await list('孙同号');
  expect(found).toHaveLength(2);
  const known = found.find((p) => p.number !== null);
  expect(known).toMatchObject({ cases: 2, number: maskNumber(id(11)) });
  const file = await get(known?.id ?? '');
  // What the second case knew more stands beside what was known.
  expect(file.fields).toMatchObject({ phone: maskPhone('13800000011'), phones: [maskPhone('13800000012')] });
  expect(file.fields.domicile).toContain('青石路');
  expect(file.suggestions.map((s) => s.because)).toEqual([['name', 'sound']]);
});

test('a number typed later joins the record it belongs to; two in one case may be one person', async () => {
  const made = await create([worker('钱两角', { idNumber: id(21) })], {
    agents: [{ ...agent, name: '钱两角', idNumber: id(21) }],
  });
  const file = await only('钱两角');
  expect(file.roles.map((r) => r.role).sort()).toEqual(['agent', 'applicant']);
  expect((await list('钱两角'))[0]?.cases).toBe(1);
  await app.client.call('cases.saveMember', {
    caseId: made.caseId,
    expectedVersion: made.version,
    memberId: null,
    worker: worker('钱后补'),
  });
  const [member] = (await app.client.call('cases.members', { caseId: made.caseId })).filter(
    (m) => m.name === '钱后补',
  );
  const {
    id: memberId,
    position,
    owedFen,
    itemsFen,
    isRepresentative,
    version,
    ...fields
  } = member ?? ({} as never);
  await app.client.call('cases.saveMember', {
    caseId: made.caseId,
    expectedVersion: made.version + 1,
    recordVersion: version,
    memberId,
    worker: { ...fields, idNumber: id(22) },
  });
  const later = await only('钱后补');
  expect(later.fields.idNumber).toBe(maskNumber(id(22)));
  // Removed from the case, gone from its roles; the person stays.
  const { version: v } = await app.client.call('cases.get', { caseId: made.caseId });
  await app.client.call('cases.removeMembers', {
    caseId: made.caseId,
    expectedVersion: v,
    memberIds: [memberId],
  });
  expect((await only('钱后补')).roles).toEqual([]);
});

test.each([
  ['建筑劳务', '样例甲乙建筑劳务'],
  ['甲乙建', '样例甲乙建筑劳务'],
  ['yanglijiayi', '样例甲乙建筑劳务'],
  ['yljy', '样例甲乙建筑劳务'],
  ['91110000MA00000A1', '样例甲乙建筑劳务'],
  ['银杏大道', '样例甲乙建筑劳务'],
  ['shanxiongxin', '单雄信'],
  ['sxx', '单雄信'],
  ['雄信', '单雄信'],
  ['13800000031', '单雄信'],
  ['1380000', '单雄信'],
  ['𠮷田', '𠮷田𬭎'],
  ['吉田', '𠮷田𬭎'],
])('the directory finds by %s', async (text, name) => {
  if ((await list('单雄信')).length === 0)
    await create(
      [
        worker('单雄信', { idNumber: id(31), phone: '13800000031' }),
        worker('𠮷田𬭎', { phone: '13900000032' }),
        worker('😀王😀表情', {}),
      ],
      {
        respondents: [
          {
            ...respondent,
            name: '样例市甲区样例甲乙建筑劳务有限公司',
            uscc: '91110000MA00000A1X',
            registeredAddress: '样例省样例市甲区银杏大道88号3栋',
          },
        ],
      },
    );
  expect((await list(text)).some((p) => p.name.includes(name))).toBe(true);
});

test('pictures and blanks in a search find nothing instead of everybody', async () => {
  expect(await list('😀')).toEqual([]);
  expect((await list('王😀表情')).map((p) => p.name)).toEqual(['😀王😀表情']);
  expect((await list('   ')).length).toBeGreaterThan(3);
  expect((await failureOf(app.client.call('people.list', { cursor: 'x' }))).code).toBe('invalid-input');
});

test('pages follow each other by sound, and nobody is lost or shown twice', async () => {
  await create(
    Array.from({ length: 25 }, (_, i) =>
      worker(`赵页${'甲乙丙丁戊'[i % 5]}${'子丑寅卯辰'[Math.floor(i / 5)]}`),
    ),
  );
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; next: string | null } = await app.client.call('people.list', {
      limit: 7,
      cursor,
    });
    seen.push(...page.items.map((p) => p.id));
    cursor = page.next;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(25);
});

test('numbers are stars until somebody asks, and asking stands in the record', async () => {
  await create([
    worker('冯遮盖', { idNumber: id(41), phone: '13800000041', bankAccount: '6200000000000041' }),
  ]);
  const file = await only('冯遮盖');
  const plain = JSON.stringify(file);
  for (const secret of [id(41), '13800000041', '6200000000000041']) expect(plain).not.toContain(secret);
  const shown = await app.client.call('people.reveal', { personId: file.id });
  expect(shown.fields).toMatchObject({
    idNumber: id(41),
    phone: '13800000041',
    bankAccount: '6200000000000041',
  });
  expect((await app.client.call('audit.list', {})).items[0]?.verb).toBe('person.revealed');
  expect((await get(file.id)).history[0]).toMatchObject({ what: 'revealed' });
});

test('an edit in one place reaches open cases when asked, never closed ones', async () => {
  const open = await create([worker('陈改名', { idNumber: id(51) })]);
  const closed = await create([worker('陈改名', { idNumber: id(51) })]);
  await app.client.call('closing.close', {
    caseId: closed.caseId,
    expectedVersion: closed.version,
    closedOn: '2026-11-23',
    note: '已付清',
  });
  const file = await only('陈改名');
  const saved = await app.client.call('people.save', {
    personId: file.id,
    expectedVersion: file.version,
    patch: {
      name: '陈𬭎改',
      phone: '13800000051',
      guardian: { name: '陈父', relation: '父亲', phone: null },
      interpreter: '彝语',
    },
    updateCases: true,
  });
  expect(saved.cases).toBe(1);
  const names = async (caseId: string) =>
    (await app.client.call('cases.members', { caseId })).map((m) => `${m.name}${m.phone ?? ''}`);
  expect(await names(open.caseId)).toEqual(['陈𬭎改13800000051']);
  expect(await names(closed.caseId)).toEqual(['陈改名']);
  expect((await app.client.call('cases.get', { caseId: open.caseId })).firstApplicant).toBe('陈𬭎改');
  const after = await get(file.id);
  expect(after.fields).toMatchObject({ guardian: { name: '陈父' }, interpreter: '彝语' });
  // A stale page is told so; nothing was overwritten.
  const stale = app.client.call('people.save', {
    personId: file.id,
    expectedVersion: file.version,
    patch: { name: '旧页' },
    updateCases: false,
  });
  expect((await failureOf(stale)).code).toBe('conflict');
  const taken = app.client.call('people.save', {
    personId: file.id,
    expectedVersion: after.version,
    patch: { idNumber: id(11) },
    updateCases: false,
  });
  expect((await failureOf(taken)).details?.rule).toBe('number-taken');
});

test('the wrong two are merged and parted again exactly, after edits too', async () => {
  const one = await create([worker('周合并', { phone: '13800000061', residence: '甲地址一二三' })]);
  const two = await create([
    worker('周合并乙', { idNumber: id(62), phone: '13800000062', residence: '乙地址一二三' }),
  ]);
  const find = async (caseId: string) => {
    const people = await Promise.all((await list('周合并')).map((p) => get(p.id)));
    const found = people.find((p) => p.roles.some((r) => r.caseId === caseId));
    if (!found) throw new Error('nobody');
    return found;
  };
  const reveal = async (personId: string) => (await app.client.call('people.reveal', { personId })).fields;
  const a = await find(one.caseId);
  const b = await find(two.caseId);
  const [plainA, plainB] = [await reveal(a.id), await reveal(b.id)];
  const merge = await app.client.call('people.merge', {
    keepId: a.id,
    keepVersion: a.version,
    goneId: b.id,
    goneVersion: b.version,
    take: ['residence'],
  });
  const merged = await get(a.id);
  expect(merged.roles.map((r) => r.caseId).sort()).toEqual([one.caseId, two.caseId].sort());
  expect(await reveal(a.id)).toMatchObject({
    idNumber: id(62),
    residence: '乙地址一二三',
    phones: ['13800000062'],
    aliases: ['周合并乙'],
  });
  expect((await get(b.id)).mergedInto).toBe(a.id);
  expect(await list('周合并乙')).toHaveLength(1);
  // Edited since, and one case more.
  await app.client.call('people.save', {
    personId: a.id,
    expectedVersion: merged.version,
    patch: { ethnicity: '彝族', note: '合并后写的' },
    updateCases: false,
  });
  const three = await create([worker('周合并', { idNumber: id(62) })]);
  const undone = await app.client.call('people.unmerge', { mergeId: merge.mergeId });
  expect(undone).toEqual({ personId: b.id, keptEdits: ['ethnicity', 'note'], keptCases: 0 });
  expect(await reveal(b.id)).toEqual(plainB);
  expect(await reveal(a.id)).toEqual({ ...plainA, ethnicity: '彝族', note: '合并后写的' });
  expect((await get(b.id)).roles.map((r) => r.caseId)).toEqual([two.caseId]);
  expect((await get(a.id)).roles.map((r) => r.caseId).sort()).toEqual([one.caseId, three.caseId].sort());
  expect((await failureOf(app.client.call('people.unmerge', { mergeId: merge.mergeId }))).details?.rule).toBe(
    'merge-undone',
  );
});

test('what makes no sense to merge is refused', async () => {
  const person = await only('冯遮盖');
  const company = await only('甲乙建筑劳务');
  const with_ = (keep: typeof person, gone: typeof person) =>
    app.client.call('people.merge', {
      keepId: keep.id,
      keepVersion: keep.version,
      goneId: gone.id,
      goneVersion: gone.version,
      take: [],
    });
  expect((await failureOf(with_(person, company))).details?.rule).toBe('merge-kinds');
  expect((await failureOf(with_(person, person))).details?.rule).toBe('merge-self');
});
