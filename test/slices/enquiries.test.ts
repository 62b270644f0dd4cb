import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Input } from '../../shared/contract/api.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const number = inventedId('1985-05-06', 77);
const company = {
  ...respondent,
  name: '样例市甲区金穗装饰工程有限公司',
  uscc: '91110000MA00000A1X',
  registeredAddress: '样例省样例市甲区银杏大道88号',
};

beforeAll(async () => {
  app = await openTestApp();
  await app.client.call(
    'cases.create',
    intake({
      workers: [
        worker('单雄信', { idNumber: number, phone: '13800000077' }),
        worker('张伟', { phone: '13800000078' }),
      ],
      respondents: [
        company,
        { ...respondent, kind: 'person', name: '包工头甲', phone: '13900000001', capacity: 'foreman' },
      ],
    }),
  );
});
afterAll(() => app.core.close());

const blank = { name: '', phone: '', number: '', address: '' };
const check = (self: object, other: object = {}) =>
  app.client.call('people.check', { self: { ...blank, ...self }, other: { ...blank, ...other } });
const enquiry = (more: Partial<Input<'enquiries.save'>> = {}): Input<'enquiries.save'> => ({
  self: { ...blank, name: '来访甲' },
  other: blank,
  cause: 'wages',
  about: '拖欠三个月工资',
  conclusion: 'clear',
  ...more,
});

test.each([
  ['the whole ID number', { number }, 'number', true],
  ['its last four', { number: number.slice(-4) }, 'tail', false],
  ['a phone with the country and blanks', { phone: '+86 138 0000 0077' }, 'phone', true],
  ['the name', { name: ' 单 雄信' }, 'name', true],
  ['a name of the same sound', { name: '善雄新' }, 'sound', false],
  ['pinyin', { name: 'shanxiongxin' }, 'sound', false],
  ['initials', { name: 'sxx' }, 'initials', false],
  ['the name in traditional characters', { name: '單雄信' }, 'name', true],
] as const)('somebody met before is found by %s', async (_by, self, reason, sure) => {
  const { matches } = await check(self);
  const found = matches.find((m) => m.name === '单雄信');
  expect(found?.reasons).toContain(reason);
  expect(found?.sure).toBe(sure);
  // Never in full outside a case.
  expect(JSON.stringify(matches)).not.toContain(number);
});

test.each([
  ['its credit code', { number: '91110000MA00000A1X' }, true],
  ['its name without place and form', { name: '金穗装饰' }, false],
  ['a piece of its name', { name: '金穗装饰工程公司' }, false],
  ['its address from the street on', { name: '别的', address: '银杏大道88号' }, false],
])('a company is found by %s', async (_by, other, sure) => {
  const found = (await check({}, other)).matches.find((m) => m.name === company.name);
  expect(found?.sure ?? null).toBe(sure);
});

test('a name kept in traditional characters is found by simplified ones', async () => {
  await app.client.call('cases.create', intake({ workers: [worker('歐陽測試')] }));
  for (const name of ['欧阳测试', '歐陽測試', '歐陽测试'])
    expect((await check({ name })).matches.find((m) => m.name === '歐陽測試')?.sure).toBe(true);
});

test('weights: one whom the office has acted against, and the same matter again', async () => {
  expect((await check({ phone: '13900000001' })).matches[0]).toMatchObject({
    weight: 'conflict',
    name: '包工头甲',
  });
  const both = (await check({ number }, { name: company.name })).matches;
  expect(both.find((m) => m.side === 'self' && m.name === '单雄信')?.weight).toBe('duplicate');
  expect(both.find((m) => m.side === 'other' && m.name === company.name)?.weight).toBe('duplicate');
  // Our own applicant is now the other side.
  expect((await check({}, { phone: '13800000078' })).matches[0]).toMatchObject({ weight: 'conflict' });
  expect((await check({ name: '查无此人' })).matches).toEqual([]);
  expect((await check({ name: '😀' }, { name: '?' })).matches).toEqual([]);
});

test('an enquiry keeps what the check found at its moment, for those who may read it', async () => {
  const made = await app.client.call(
    'enquiries.save',
    enquiry({
      self: { ...blank, name: '单雄信', phone: '13800000077' },
      conclusion: 'related',
      note: '同一人再来',
    }),
  );
  expect(made.number).toBe('咨2026-0001');
  const [report] = await app.client.call('enquiries.reports', { enquiryId: made.id });
  expect(report).toMatchObject({ who: '测试员', conclusion: 'related', note: '同一人再来' });
  expect(report?.matches[0]).toMatchObject({ name: '单雄信', reasons: ['phone', 'name'] });
  const { passphrase } = await app.client.call('users.add', { name: '书记员', role: 'clerk' });
  const clerk = clientOf(app.core, { sessionId: 'clerk' });
  await clerk.call('office.unlock', { userName: '书记员', passphrase: passphrase ?? '' });
  await clerk.call('office.changePassphrase', { current: passphrase ?? '', next: '书记员自己的口令' });
  expect((await failureOf(clerk.call('enquiries.reports', { enquiryId: made.id }))).code).toBe(
    'permission-denied',
  );
  // The clerk works at the desk all the same.
  expect((await clerk.call('enquiries.save', enquiry())).number).toBe('咨2026-0002');
});

test('an enquiry becomes a case with nothing typed twice, once', async () => {
  const other = { ...blank, name: company.name, number: '91110000MA00000A1X', phone: '02800000001' };
  const made = await app.client.call(
    'enquiries.save',
    enquiry({
      self: { name: '𠮷来访', phone: '13800000079', number, address: '样例村9号' },
      other,
      about: '干了三个月没给钱😡',
    }),
  );
  const input = { enquiryId: made.id, expectedVersion: made.version };
  const { caseId } = await app.client.call('enquiries.toCase', input);
  const [member] = await app.client.call('cases.members', { caseId });
  expect(member).toMatchObject({
    name: '𠮷来访',
    phone: '13800000079',
    idNumber: number,
    birth: '1985-05-06',
    mailAddress: '样例村9号',
  });
  expect(member?.sex).not.toBeNull();
  const file = await app.client.call('cases.get', { caseId });
  // The procedure in which this office begins, a mediation committee.
  expect(file.track).toBe('mediation');
  expect(file.respondents[0]).toMatchObject({
    kind: 'organisation',
    name: company.name,
    uscc: '91110000MA00000A1X',
  });
  const timeline = await app.client.call('cases.timeline', { caseId });
  expect(timeline.items.some((e) => e.note === '干了三个月没给钱😡')).toBe(true);
  expect((await failureOf(app.client.call('enquiries.toCase', input))).code).toBe('conflict');
  const listed = await app.client.call('enquiries.list', { status: 'became-case' });
  expect(listed.items[0]).toMatchObject({ caseId, caseNumber: file.number, phone: '138****0079' });
});

test('a conflict needs a reason; other ends need their result', async () => {
  const made = await app.client.call('enquiries.save', enquiry({ conclusion: 'conflict' }));
  const input = { enquiryId: made.id, expectedVersion: made.version };
  expect((await failureOf(app.client.call('enquiries.toCase', input))).issues?.[0]?.path).toBe('note');
  expect(
    (await failureOf(app.client.call('enquiries.settle', { ...input, status: 'referred' }))).issues?.[0]
      ?.path,
  ).toBe('result');
  const { version } = await app.client.call('enquiries.settle', {
    ...input,
    status: 'referred',
    result: '转劳动监察',
  });
  expect((await failureOf(app.client.call('enquiries.settle', { ...input, status: 'open' }))).code).toBe(
    'conflict',
  );
  await app.client.call('enquiries.settle', { enquiryId: made.id, expectedVersion: version, status: 'open' });
  expect(
    (await failureOf(app.client.call('enquiries.save', enquiry({ self: blank })))).issues?.[0]?.path,
  ).toBe('self.name');
});

test('a saved enquiry is corrected; its reports keep what was said before', async () => {
  const made = await app.client.call(
    'enquiries.save',
    enquiry({ self: { ...blank, name: '单雄信' }, about: '两个月', conclusion: 'related', note: '见过' }),
  );
  const saved = await app.client.call('enquiries.get', { enquiryId: made.id });
  expect(saved).toMatchObject({ about: '两个月', note: '见过', conclusion: 'related', version: 1 });
  const { id: enquiryId, number: _, version: expectedVersion, ...fields } = saved;
  const corrected = {
    enquiryId,
    expectedVersion,
    enquiry: {
      ...fields,
      self: { ...blank, name: '查无此人', phone: '13700000001' },
      about: '三个月',
      cause: 'severance' as const,
      conclusion: 'clear' as const,
      note: null,
    },
  };
  const { version } = await app.client.call('enquiries.update', corrected);
  expect(version).toBe(2);
  expect((await failureOf(app.client.call('enquiries.update', corrected))).code).toBe('conflict');
  const [now, before] = await app.client.call('enquiries.reports', { enquiryId });
  expect(now).toMatchObject({ about: '三个月', cause: 'severance', conclusion: 'clear', matches: [] });
  expect(before).toMatchObject({ about: '两个月', cause: 'wages', conclusion: 'related', note: '见过' });
  expect(before?.sought.self.name).toBe('单雄信');
  expect(before?.matches[0]?.name).toBe('单雄信');
  const row = (await app.client.call('enquiries.list', {})).items.find((e) => e.id === enquiryId);
  expect(row).toMatchObject({ name: '查无此人', about: '三个月', cause: 'severance', version: 2 });
  await app.client.call('enquiries.toCase', { enquiryId, expectedVersion: 2 });
  const late = app.client.call('enquiries.update', { ...corrected, expectedVersion: 3 });
  expect((await failureOf(late)).details?.rule).toBe('enquiry-settled');
});

test('what has no field of the case stands in its timeline', async () => {
  const made = await app.client.call(
    'enquiries.save',
    enquiry({
      self: { ...blank, name: '来访乙', number: '1234' },
      other: { name: '', phone: '13900009999', number: '', address: '样例路口小饭馆' },
      about: null,
    }),
  );
  const { caseId } = await app.client.call('enquiries.toCase', {
    enquiryId: made.id,
    expectedVersion: made.version,
  });
  const { items } = await app.client.call('cases.timeline', { caseId });
  expect(items.find((e) => e.what === 'enquiry.saved')?.note).toBe('1234 · 13900009999 · 样例路口小饭馆');
  expect((await app.client.call('cases.get', { caseId })).respondents).toEqual([]);
});
