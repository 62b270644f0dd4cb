import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HearingInput } from '../../shared/features/hearings/hearings.contract.ts';
import { parseTimeText } from '../../shared/features/hearings/hearings.rules.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const ready = [
  { type: 'application-submitted', date: '2026-11-02' },
  { type: 'accepted', date: '2026-11-05' },
] as const;
const newCase = async (more: object = {}) =>
  (await call('cases.create', intake({ workers: [worker('样例甲')], events: [...ready], ...more }))).caseId;
/** A Tuesday with more than five working days before it. */
const hearing = (more: Partial<HearingInput> = {}): HearingInput => ({
  kind: 'hearing',
  date: '2026-12-08',
  start: '09:00',
  end: '11:30',
  ...more,
});
const save = async (caseId: string, h: HearingInput, more: object = {}) =>
  call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: h,
    ...more,
  });
const one = async (caseId: string, id?: string) => {
  const all = await call('hearings.forCase', { caseId });
  const found = id ? all.find((h) => h.id === id) : all[0];
  if (!found) throw new Error('no hearing');
  return found;
};
const check = (caseId: string, h: HearingInput, hearingId: string | null = null) =>
  call('hearings.check', { caseId, hearingId, ...h });
const codes = async (...args: Parameters<typeof check>) => (await check(...args)).findings.map((f) => f.code);

test('times are read as people type them', () => {
  for (const [typed, read] of [
    ['9', '09:00'],
    ['930', '09:30'],
    ['1430', '14:30'],
    ['9:30', '09:30'],
    ['１４：３０', '14:30'],
    ['14.30', '14:30'],
    ['9点半', '09:30'],
    ['下午2点', '14:00'],
    ['下午两点半', '14:30'],
    ['2pm', '14:00'],
    ['24:00', 'next-day'],
    ['25', null],
    ['9:75', null],
    ['早', null],
  ] as const)
    expect([typed, parseTimeText(typed)]).toEqual([typed, read]);
});

test('a hearing sets the procedure in motion and its limits run back from its day', async () => {
  const caseId = await newCase();
  const { limits, findings } = await check(caseId, hearing());
  // Five and three working days before 8 December 2026 (劳动争议调解仲裁法 art. 35).
  expect(limits.map((l) => [l.ruleId, l.due, l.late])).toEqual([
    ['arb-hearing-notice', '2026-12-01', false],
    ['arb-postpone-request', '2026-12-03', false],
  ]);
  expect(findings).toEqual([]);
  await save(caseId, hearing());
  const file = await call('cases.get', { caseId });
  expect(file.stage).toBe('scheduled');
  expect(file.events.find((e) => e.type === 'hearing-set')).toMatchObject({
    date: '2026-12-08',
    setOn: '2026-11-23',
  });
  const dates = await call('deadlines.forCase', { caseId });
  expect(dates.find((d) => d.ruleId === 'arb-hearing-notice')).toMatchObject({ due: '2026-12-01' });
});

test('what a person should know is said while typing', async () => {
  const caseId = await newCase();
  expect(await codes(caseId, hearing({ date: '2026-12-05' }))).toEqual(['rest-day']);
  expect(await codes(caseId, hearing({ date: '2026-11-26' }))).toEqual(['notice-late']);
  expect(await codes(caseId, hearing({ date: '2026-11-20' }))).toEqual(['past-day', 'notice-late']);
  expect(await codes(caseId, hearing({ start: '01:00', end: '02:00' }))).toEqual(['office-hours']);
  expect(await codes(caseId, hearing({ date: '2028-03-01' }))).toEqual(['calendar-unknown']);
  // Half-typed times are no reason to fail.
  expect(await codes(caseId, hearing({ start: '1', end: '' }))).toEqual([]);
});

test('bad times name the field and keep nothing', async () => {
  const caseId = await newCase();
  const codeOf = async (h: HearingInput) => {
    const { issues } = await failureOf(save(caseId, h));
    return issues?.map((i) => [i.path, i.code]);
  };
  expect(await codeOf(hearing({ end: '08:00' }))).toEqual([['hearing.end', 'end-before-start']]);
  expect(await codeOf(hearing({ start: '24:00' }))).toContainEqual(['hearing.start', 'time-next-day']);
  expect(await codeOf(hearing({ start: '9:00' }))).toContainEqual(['hearing.start', 'time-invalid']);
  expect(await codeOf(hearing({ date: '2026-02-30' as never }))).toEqual([['hearing.date', 'date-invalid']]);
  expect(await call('hearings.forCase', { caseId })).toEqual([]);
});

test('room, bench, agent and party cannot be in two hearings unnoticed', async () => {
  const { id: roomId } = await call('hearings.saveRoom', {
    id: null,
    recordVersion: 0,
    name: '第一仲裁庭',
    place: '样例路1号',
  });
  const people = [{ role: 'sole', name: '样例仲裁员' }] as const;
  const shared = { agents: [agent], respondents: [{ ...respondent, uscc: '91110000MA00000000' }] };
  const first = await newCase(shared);
  const second = await newCase(shared);
  const at = hearing({ date: '2026-12-15', roomId, people: [...people] });
  await save(first, at);
  const found = (await check(second, at)).findings;
  expect(found.map((f) => [f.code, f.severity, f.what])).toEqual([
    ['room-taken', 'clash', '第一仲裁庭'],
    ['bench-taken', 'clash', '样例仲裁员'],
    ['agent-taken', 'clash', agent.name],
    ['party-taken', 'clash', respondent.name],
  ]);
  // One may begin when the other ends.
  expect(await codes(second, { ...at, start: '11:30', end: '12:00' })).toEqual([]);
  expect((await failureOf(save(second, at))).details).toMatchObject({ rule: 'hearing-clash' });
  expect(await call('hearings.forCase', { caseId: second })).toEqual([]);
  await save(second, at, { accept: true });
  expect(await call('hearings.forCase', { caseId: second })).toHaveLength(1);
  // A hearing is not in its own way.
  const own = await one(first);
  expect((await check(first, at, own.id)).findings.every((f) => f.other?.caseId === second)).toBe(true);
});

test('a day whose notice went out is put off, not moved', async () => {
  const caseId = await newCase();
  await save(caseId, hearing({ date: '2026-12-22' }));
  const set = await one(caseId);
  await call('hearings.notice', {
    caseId,
    hearingId: set.id,
    recordVersion: set.version,
    on: '2026-11-23',
  });
  const served = await one(caseId);
  const change = { hearingId: set.id, recordVersion: served.version };
  expect((await failureOf(save(caseId, hearing({ date: '2026-12-23' }), change))).details).toMatchObject({
    rule: 'hearing-notice-served',
    on: '2026-11-23',
  });
  // Who sits may still change.
  await save(caseId, hearing({ date: '2026-12-22', note: '换人' }), change);
  const now = await one(caseId);
  expect(now).toMatchObject({ date: '2026-12-22', note: '换人', noticeOn: '2026-11-23' });
  const { nextId } = await call('hearings.adjourn', {
    caseId,
    hearingId: set.id,
    recordVersion: now.version,
    reason: '被申请人申请延期',
    next: hearing({ date: '2026-12-29' }),
  });
  expect(await one(caseId, set.id)).toMatchObject({ state: 'adjourned', reason: '被申请人申请延期' });
  expect(await one(caseId, nextId ?? '')).toMatchObject({ followsId: set.id, noticeOn: null });
  const file = await call('cases.get', { caseId });
  expect(file.stage).toBe('scheduled');
  // All on one day: a hearing stands where it was fixed, so what came of it follows it.
  expect(file.unexpectedEventIds).toEqual([]);
  expect(file.events.map((e) => e.type)).toEqual(
    expect.arrayContaining(['hearing-set', 'hearing-notice-served', 'hearing-postponed']),
  );
  const notice = (await call('deadlines.forCase', { caseId })).filter(
    (d) => d.ruleId === 'arb-hearing-notice',
  );
  expect(notice.find((d) => d.status === 'open')).toMatchObject({ due: '2026-12-22' });
});

test('what came of it moves the procedure, and one key takes it back', async () => {
  const caseId = await newCase();
  const { id, version } = await save(caseId, hearing({ date: '2026-11-23', start: '08:00', end: '09:00' }));
  const outcomes = await call('hearings.outcomes', { caseId, hearingId: id });
  expect(outcomes.find((o) => o.event === 'hearing-held')).toMatchObject({ expected: true });
  await call('hearings.hold', { caseId, hearingId: id, recordVersion: version, results: ['hearing-held'] });
  expect((await call('cases.get', { caseId })).stage).toBe('heard');
  expect(await one(caseId)).toMatchObject({ state: 'held', results: [{ zh: '开庭审理' }] });
  const again = { caseId, hearingId: id, recordVersion: version + 1, results: [] };
  expect((await failureOf(call('hearings.hold', again))).details).toEqual({ rule: 'hearing-settled' });
  const { act } = await call('undo.last', { scope: caseId, since: '2026-11-23T00:00:00Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await call('cases.get', { caseId })).stage).toBe('scheduled');
  expect(await one(caseId)).toMatchObject({ state: 'scheduled', results: [] });
});

test('a hearing to come has no outcome', async () => {
  const caseId = await newCase();
  const { id, version } = await save(caseId, hearing());
  const failure = await failureOf(
    call('hearings.hold', { caseId, hearingId: id, recordVersion: version, results: ['hearing-held'] }),
  );
  expect(failure.issues).toEqual([{ path: 'results', code: 'hearing-to-come' }]);
});

test('minutes are kept in versions of their own', async () => {
  const caseId = await newCase();
  const { id } = await save(caseId, hearing());
  const at = { caseId, hearingId: id };
  await call('hearings.saveMinutes', { ...at, recordVersion: 0, body: '首席：现在开庭。𠮷某甲到庭。' });
  expect(await call('hearings.minutes', at)).toMatchObject({
    version: 1,
    body: '首席：现在开庭。𠮷某甲到庭。',
  });
  // A second window was slower.
  expect(
    (await failureOf(call('hearings.saveMinutes', { ...at, recordVersion: 0, body: '别的' }))).code,
  ).toBe('conflict');
  const { act } = await call('undo.last', { scope: caseId, since: '2026-11-23T00:00:00Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect(await call('hearings.minutes', at)).toMatchObject({ body: '' });
  await call('hearings.saveMinutes', { ...at, recordVersion: 2, body: '重新记录' });
  expect((await one(caseId)).hasMinutes).toBe(true);
});

test('attendance, removal and a closed case', async () => {
  const caseId = await newCase();
  const { id, version } = await save(caseId, hearing());
  await call('hearings.attendance', {
    caseId,
    hearingId: id,
    recordVersion: version,
    attendance: [{ side: 'applicant', name: '样例甲', state: 'present' }],
  });
  const now = await one(caseId);
  expect(now.attendance).toMatchObject([{ name: '样例甲', state: 'present' }]);
  await call('hearings.remove', { caseId, hearingId: id, recordVersion: now.version });
  const file = await call('cases.get', { caseId });
  expect(file.events.some((e) => e.type === 'hearing-set')).toBe(false);
  await call('closing.close', {
    caseId,
    expectedVersion: file.version,
    closedOn: '2026-11-23',
    note: '已付清',
  });
  expect((await failureOf(save(caseId, hearing()))).details).toEqual({ rule: 'case-closed' });
});

test('rooms and phrases of the office', async () => {
  const room = { id: null, recordVersion: 0, name: '第二仲裁庭' };
  const { id } = await call('hearings.saveRoom', room);
  expect((await failureOf(call('hearings.saveRoom', room))).issues).toEqual([
    { path: 'name', code: 'room-twice' },
  ]);
  await call('hearings.removeRoom', { id, gone: true });
  const caseId = await newCase();
  expect((await failureOf(save(caseId, hearing({ roomId: id })))).issues).toEqual([
    { path: 'roomId', code: 'room-unknown' },
  ]);
  await call('hearings.removeRoom', { id, gone: false });
  expect((await call('hearings.rooms', {})).map((r) => r.name)).toContain('第二仲裁庭');
  // Who deletes a room is told of the hearings in it; they keep it, and can be changed all the same.
  expect(await call('bin.dependents', { kind: 'room', ids: [id] })).toEqual([]);
  const { id: kept } = await save(caseId, hearing({ roomId: id }));
  expect(await call('bin.dependents', { kind: 'room', ids: [id] })).toEqual([{ what: 'hearings', count: 1 }]);
  await call('hearings.removeRoom', { id, gone: true });
  const [there] = await call('hearings.forCase', { caseId });
  expect(there).toMatchObject({ id: kept, roomId: id, roomName: '第二仲裁庭' });
  await call('hearings.save', {
    caseId,
    hearingId: kept,
    expectedVersion: 0,
    recordVersion: there?.version ?? 0,
    hearing: hearing({ roomId: id, start: '14:00', end: '15:00' }),
  });
  const { id: phraseId } = await call('hearings.savePhrase', {
    id: null,
    recordVersion: 0,
    kind: 'phrase',
    title: '核对身份',
    body: '现在核对双方身份。',
  });
  await call('hearings.removePhrase', { id: phraseId, gone: true });
  expect(await call('hearings.phrases', {})).toEqual([]);
});

test('the procedure can be left out, or told why', async () => {
  const caseId = await newCase({ events: [] });
  const failure = await failureOf(save(caseId, hearing()));
  expect(failure.details).toMatchObject({ rule: 'event-refused' });
  await save(caseId, hearing(), { record: false });
  expect((await call('cases.get', { caseId })).events).toEqual([]);
});
