import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import type { PredateInput } from '../../shared/features/calendar/calendar.contract.ts';
import { type CalendarEvent, calendarFile, foldLine } from '../../shared/features/calendar/ics.ts';
import type { PlainDate } from '../../shared/kernel/date.ts';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp, testUser } from '../support/open-test-app.ts';
import { failureOf, intake, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

type Events = NonNullable<Parameters<typeof intake>[0]>['events'];
const newCase = async (events: Events = [], more: object = {}) =>
  call('cases.create', intake({ workers: [worker('样例甲')], events, ...more }));
const own = async (caseId: string, predate: PredateInput, predateId: string | null = null) => {
  const before = (await call('calendar.predates', { caseId })).find((p) => p.id === predateId);
  return call('calendar.savePredate', {
    caseId,
    predateId,
    expectedVersion: 0,
    recordVersion: before?.version ?? 0,
    predate,
  });
};
const onDay = (day: string, title = '催办'): PredateInput => ({ title, anchorKind: 'date', anchor: day });
const hearingOn = (date: string) => ({ kind: 'mediation', date, start: '09:00', end: '10:00' }) as const;
const setDown = (caseId: string, date: string, more: object = {}) =>
  call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { ...hearingOn(date), ...more },
  });
const board = (input: object = {}) => call('calendar.board', input);
const ofCase = async (caseId: string, input: object = {}) =>
  (await board({ limit: 200, ...input })).items.filter((i) => i.caseId === caseId);

test('the board holds what the law, a hearing and a person ask for, soonest first', async () => {
  const { caseId } = await newCase([{ type: 'application-submitted', date: '2026-11-20' }]);
  await own(caseId, onDay('2026-11-24'));
  await setDown(caseId, '2026-11-25');
  const items = await ofCase(caseId);
  expect(items.map((i) => [i.kind, i.due])).toEqual([
    ['deadline', '2026-11-20'],
    ['predate', '2026-11-24'],
    ['hearing', '2026-11-25'],
    ...Array.from({ length: 3 }, () => ['deadline', '2026-11-27']),
  ]);
  expect(await ofCase(caseId, { scope: 'today' })).toEqual([]);
  expect(await ofCase(caseId, { scope: 'week', kind: 'hearing' })).toHaveLength(1);
  expect(await ofCase(caseId, { track: 'mediation' })).toEqual([]);
  const [date] = await call('deadlines.forCase', { caseId });
  await call('deadlines.confirm', {
    caseId,
    ruleId: date?.ruleId ?? '',
    trigger: date?.trigger.date ?? '',
    due: date?.due ?? '',
  });
  const confirmed = (await ofCase(caseId)).find((i) => i.title?.zh === date?.title.zh);
  expect(confirmed?.confirmedBy).toEqual([{ name: testUser, on: '2026-11-23' }]);
});

test('pages follow each other without a gap, whatever kind a date is', async () => {
  const { caseId } = await newCase();
  for (let i = 1; i <= 9; i++) await own(caseId, onDay('2027-01-05', `事项${i}`));
  for (let i = 0; i < 5; i++) await setDown(caseId, '2027-01-05', { start: `1${i}:00`, end: `1${i}:30` });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Output<'calendar.board'> = await board({ scope: 'later', limit: 4, cursor });
    seen.push(...page.items.filter((i) => i.caseId === caseId).map((i) => i.id));
    cursor = page.next;
  } while (cursor);
  expect(seen).toHaveLength(14);
  expect(new Set(seen).size).toBe(14);
  expect((await failureOf(board({ cursor: 'nonsense' }))).code).toBe('invalid-input');
});

test('a case without a date is listed, and does not lose its last one unnoticed', async () => {
  const { caseId } = await newCase();
  const bare = async () => (await call('calendar.bare', {})).items.some((c) => c.id === caseId);
  expect(await bare()).toBe(true);
  const { id, version } = await own(caseId, onDay('2026-12-01'));
  expect(await bare()).toBe(false);
  const close = { caseId, predateId: id, recordVersion: version, done: true };
  expect((await failureOf(call('calendar.closePredate', close))).details).toEqual({ rule: 'last-open-date' });
  expect(await bare()).toBe(false);
  await call('calendar.closePredate', { ...close, acceptLast: true });
  expect(await bare()).toBe(true);
  expect(await call('calendar.left', { caseId })).toEqual({ open: 0 });
});

test('dates chain both ways and move with what they hang on', async () => {
  const { caseId } = await newCase([{ type: 'application-submitted', date: '2026-11-20' }]);
  const before = await own(caseId, {
    title: '备齐材料',
    anchorKind: 'deadline',
    anchor: 'arb-accept-decision',
    shift: -2,
    unit: 'working-day',
  });
  expect(before.due).toBe('2026-11-25');
  const chained = await own(caseId, {
    title: '通知当事人',
    anchorKind: 'predate',
    anchor: before.id,
    shift: 1,
  });
  expect(chained.due).toBe('2026-11-26');
  // Sunday gives way to the working day before it.
  expect(
    (await own(caseId, { title: '预备', anchorKind: 'predate', anchor: chained.id, shift: -4 })).due,
  ).toBe('2026-11-20');
  const file = await call('cases.get', { caseId });
  await call('cases.recordEvent', {
    caseId,
    expectedVersion: file.version,
    eventId: file.events[0]?.id ?? null,
    event: { type: 'application-submitted', date: '2026-11-23' },
  });
  const due = async () =>
    Object.fromEntries((await call('calendar.predates', { caseId })).map((p) => [p.title, p.due]));
  expect(await due()).toEqual({ 备齐材料: '2026-11-26', 通知当事人: '2026-11-27', 预备: '2026-11-23' });
  expect(
    (
      await failureOf(
        own(caseId, { title: '备齐材料', anchorKind: 'predate', anchor: chained.id }, before.id),
      )
    ).issues,
  ).toEqual([{ path: 'predate.anchor', code: 'anchor-cycle' }]);
  const rows = await call('calendar.predates', { caseId });
  const first = rows.find((p) => p.id === before.id);
  const removal = { caseId, predateId: before.id, recordVersion: first?.version ?? 0 };
  expect((await failureOf(call('calendar.removePredate', removal))).details).toEqual({
    rule: 'predate-has-others',
  });
});

test('an office rule gives every hearing its date, which follows it to the next day', async () => {
  const { caseId } = await newCase();
  await setDown(caseId, '2026-12-10');
  const rule = { id: null, recordVersion: 0, anchor: 'mediation', shift: -1, unit: 'working-day' } as const;
  const saved = await call('calendar.saveRule', { ...rule, title: '电话提醒双方' });
  expect(saved.cases).toBeGreaterThan(0);
  const made = async () => (await call('calendar.predates', { caseId })).filter((p) => p.byRule);
  expect(await made()).toMatchObject([{ title: '电话提醒双方', due: '2026-12-09' }]);
  const [hearing] = await call('hearings.forCase', { caseId });
  await call('hearings.adjourn', {
    caseId,
    hearingId: hearing?.id ?? '',
    recordVersion: hearing?.version ?? 0,
    reason: '一方请求',
    next: hearingOn('2026-12-14'),
  });
  expect(await made()).toMatchObject([{ due: '2026-12-11' }]);
  await call('calendar.saveRule', {
    ...rule,
    id: saved.id,
    recordVersion: saved.version,
    shift: -2,
    title: '书面提醒',
  });
  const [now] = await made();
  expect(now).toMatchObject({ title: '书面提醒', due: '2026-12-10' });
  const other = {
    ...rule,
    id: saved.id,
    recordVersion: saved.version + 1,
    anchor: 'hearing',
    title: '书面提醒',
  };
  expect((await failureOf(call('calendar.saveRule', other))).issues).toEqual([
    { path: 'anchor', code: 'value-not-allowed' },
  ]);
  expect(await made()).toEqual([now]);
  // One that a person took away is not made again.
  await call('calendar.removePredate', {
    caseId,
    predateId: now?.id ?? '',
    recordVersion: now?.version ?? 0,
  });
  const { version } = await call('cases.get', { caseId });
  await call('cases.update', { caseId, expectedVersion: version, patch: { cause: 'overtime' } });
  expect(await made()).toEqual([]);
  await call('calendar.removeRule', { id: saved.id, gone: true });
});

test('what was undone is made anew by the rule when it comes again', async () => {
  const { id } = await call('calendar.saveRule', {
    id: null,
    recordVersion: 0,
    anchor: 'arb-accept-decision',
    shift: -1,
    unit: 'working-day',
    title: '催问立案',
  });
  const { caseId, version } = await newCase();
  const event = { type: 'application-submitted', date: '2026-11-20' } as const;
  await call('cases.recordEvent', { caseId, expectedVersion: version, eventId: null, event });
  const made = async () => (await call('calendar.predates', { caseId })).map((p) => [p.title, p.due]);
  expect(await made()).toEqual([['催问立案', '2026-11-26']]);
  const { act } = await call('undo.last', { scope: caseId, since: '2026-11-23T00:00:00Z' });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect(await made()).toEqual([]);
  const again = await call('cases.get', { caseId });
  await call('cases.recordEvent', { caseId, expectedVersion: again.version, eventId: null, event });
  expect(await made()).toEqual([['催问立案', '2026-11-26']]);
  await call('calendar.removeRule', { id, gone: true });
});

test('a month shows rest days and make-up days of the notice', async () => {
  const { caseId } = await newCase();
  await own(caseId, onDay('2026-02-12'));
  const month = await call('calendar.range', { from: '2026-01-26', to: '2026-03-01' });
  const kinds = Object.fromEntries(month.days.map((d) => [d.date, d.kind]));
  expect(kinds).toMatchObject({ '2026-02-17': 'holiday', '2026-02-14': 'make-up', '2026-02-22': 'holiday' });
  expect(month.days.find((d) => d.date === '2026-02-12')?.count).toBe(1);
  expect((await failureOf(call('calendar.range', { from: '2026-02-01', to: '2026-01-01' }))).code).toBe(
    'invalid-input',
  );
});

test('the day’s list names what was entered and what moved, for a second person to sign', async () => {
  const { caseId } = await newCase([{ type: 'application-submitted', date: '2026-11-20' }]);
  const number = (await call('cases.get', { caseId })).number;
  const { items } = await call('calendar.entries', { on: '2026-11-23' });
  expect(items.filter((i) => i.caseId === caseId && i.title?.zh === '受理决定')).toMatchObject([
    { kind: 'deadline', due: '2026-11-27', trigger: '2026-11-20', before: null, userName: testUser },
  ]);
  const list = await call('calendar.entryList', { on: '2026-11-23', language: 'zh-CN' });
  const file = await app.core.fileFor(app.caller, list.token);
  const texts = (await pageTexts(file?.bytes ?? new Uint8Array())).join('\n');
  expect(texts).toContain('核对人签名');
  expect(texts).toContain(number);
  const none = { on: '2026-01-01', language: 'en' } as const;
  expect((await failureOf(call('calendar.entryList', none))).details).toEqual({ rule: 'nothing-entered' });
});

test('a reminder is given once, also after sleep, and names nobody', async () => {
  const fresh = await openTestApp();
  const ask = () => fresh.client.call('calendar.remind', {});
  const { caseId, number } = await fresh.client.call('cases.create', intake({ workers: [worker('样例乙')] }));
  await fresh.client.call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: { ...hearingOn('2026-11-24'), start: '14:00', end: '15:00' },
  });
  // Ten in the morning of the day before.
  const [first, ...rest] = await ask();
  expect(first).toMatchObject({ kind: 'hearing-next', number, start: '14:00' });
  expect(rest).toEqual([]);
  expect(JSON.stringify(first)).not.toContain('样例乙');
  expect(await ask()).toEqual([]);
  // The computer slept; it wakes half an hour before the hearing.
  fresh.world.setNow('2026-11-24T05:30:00Z');
  expect((await ask()).map((r) => [r.kind, r.today])).toEqual([
    ['hearing-soon', 0],
    ['day', 1],
  ]);
  expect(await ask()).toEqual([]);
  await fresh.core.close();
});

test('of the dates of somebody who has left whoever can hand them over is told, until somebody has them', async () => {
  const fresh = await openTestApp();
  const { call: ask } = fresh.client;
  const { id: leaving } = await ask('users.add', { name: '样例离任', role: 'mediator' });
  const { id: staying } = await ask('users.add', { name: '样例留任', role: 'mediator' });
  const { caseId, number } = await ask(
    'cases.create',
    intake({ workers: [worker('样例丁')], handlerId: leaving }),
  );
  const hold = (date: string) =>
    ask('hearings.save', {
      caseId,
      hearingId: null,
      expectedVersion: 0,
      recordVersion: 0,
      hearing: { ...hearingOn(date), start: '14:00', end: '15:00' },
    });
  await hold('2026-11-24');
  await ask('tasks.save', { about: { caseId }, title: '核对', dueOn: '2026-11-23', assigneeId: leaving });
  const told = async () => (await ask('calendar.remind', {})).map((r) => [r.kind, r.number]);
  expect(await told()).toEqual([]);
  await ask('users.deactivate', { userId: leaving, expectedVersion: 1 });
  expect(await told()).toEqual([
    ['hearing-next', number],
    ['task', number],
  ]);
  expect(await told()).toEqual([]);
  await ask('users.handOver', { fromId: leaving, toId: staying });
  fresh.world.setNow('2026-11-24T05:30:00Z');
  expect(await told()).toEqual([]);
  await fresh.core.close();
});

test('a task is told of on its day to whoever has it, once, and for a month after', async () => {
  const fresh = await openTestApp();
  const { caseId, number } = await fresh.client.call('cases.create', intake({ workers: [worker('样例丙')] }));
  const { handlerId } = await fresh.client.call('cases.get', { caseId });
  const { id: other } = await fresh.client.call('users.add', { name: '样例同事', role: 'mediator' });
  const save = (title: string, dueOn: string, assigneeId: string | null) =>
    fresh.client.call('tasks.save', { about: { caseId }, title, dueOn, assigneeId });
  const mine = await save('核对考勤', '2026-11-24', handlerId);
  await save('别人的事', '2026-11-24', other);
  await save('无人认领', '2026-11-24', null);
  const told = async () =>
    (await fresh.client.call('calendar.remind', {}))
      .filter((r) => r.kind === 'task')
      .map((r) => [r.number, r.date]);
  expect(await told()).toEqual([]);
  // Before eight nobody is told of the day.
  fresh.world.setNow('2026-11-23T23:00:00Z');
  expect(await told()).toEqual([]);
  fresh.world.setNow('2026-11-24T01:00:00Z');
  expect(await told()).toEqual([[number, '2026-11-24']]);
  expect(await told()).toEqual([]);
  // Put off, it is told of anew; slept through, for a month.
  await fresh.client.call('tasks.save', {
    id: mine.id,
    expectedVersion: mine.version,
    about: { caseId },
    title: '核对考勤',
    dueOn: '2026-11-26',
    assigneeId: handlerId,
  });
  fresh.world.setNow('2026-12-03T01:00:00Z');
  expect(await told()).toEqual([[number, '2026-11-26']]);
  await save('太久以前', '2026-11-01', handlerId);
  const done = await save('已经办好', '2026-12-03', handlerId);
  await fresh.client.call('tasks.complete', { id: done.id, expectedVersion: done.version, done: true });
  expect(await told()).toEqual([]);
  await fresh.core.close();
});

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a@gongdao',
  sequence: 2,
  date: '2026-12-08' as PlainDate,
  start: '09:00',
  end: '11:30',
  summary: '开庭',
  description: '',
  location: '',
  cancelled: false,
  stamp: '2026-11-23T02:00:00.000Z',
  alarm: null,
  ...more,
});

test('a calendar file keeps RFC 5545: folded octets, escapes, zone, cancellation', () => {
  const long = `开庭；${'𠮷某某诉样例公司，'.repeat(20)}`;
  const text = calendarFile('公道日程', [
    event({ summary: long, location: '一楼, 1\\2;\n东' }),
    event({ uid: 'b@gongdao', start: null, end: null, cancelled: true }),
  ]);
  const lines = text.split('\r\n');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`SUMMARY:${long}\r\n`);
  expect(unfolded).toContain('LOCATION:一楼\\, 1\\\\2\\;\\n东');
  expect(unfolded).toContain('DTSTART;TZID=Asia/Shanghai:20261208T090000');
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261209');
  expect(unfolded).toContain('STATUS:CANCELLED');
  expect(unfolded).toContain('DTSTAMP:20261123T020000Z\r\nSEQUENCE:2');
  expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
  expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
});

test('the calendar file outside the office says no more than was chosen and follows each change', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-feed-'));
  const file = path.join(folder, 'gongdao-calendar.ics');
  const read = () => fs.readFileSync(file, 'utf8').replaceAll('\r\n ', '');
  const { caseId, number } = await newCase([], { workers: [worker('样例丙丁')] });
  await own(caseId, onDay('2026-12-03', '给样例丙丁打电话'));
  const { id, version } = await setDown(caseId, '2026-12-04');
  const feed = { folder, scope: 'mine', detail: 'number' } as const;
  expect(
    (await failureOf(call('calendar.saveFeed', { feed: { ...feed, folder: '/nowhere' }, language: 'zh-CN' })))
      .issues,
  ).toEqual([{ path: 'feed.folder', code: 'folder-unknown' }]);
  const inOffice = { ...feed, folder: app.folder };
  expect((await failureOf(call('calendar.saveFeed', { feed: inOffice, language: 'zh-CN' }))).issues).toEqual([
    { path: 'feed.folder', code: 'folder-in-office' },
  ]);
  await call('calendar.saveFeed', { feed, language: 'zh-CN' });
  expect(read()).toContain(`SUMMARY:调解会 ${number}`);
  expect(read()).toContain(`SUMMARY:提醒事项 ${number}`);
  expect(read()).not.toContain('样例丙');
  const uid = `UID:${id.toLowerCase()}@gongdao`;
  expect(read()).toContain(`${uid}\r\nDTSTAMP:20261123T020000Z\r\nSEQUENCE:0`);
  expect(await call('calendar.writeFeed', {})).toEqual({ written: false });

  await call('hearings.save', {
    caseId,
    hearingId: id,
    expectedVersion: 0,
    recordVersion: version,
    hearing: hearingOn('2026-12-07'),
  });
  expect(await call('calendar.writeFeed', {})).toEqual({ written: true });
  expect(read()).toContain('20261207T090000');
  expect(read()).toContain('SEQUENCE:1');
  await call('hearings.cancel', { caseId, hearingId: id, recordVersion: version + 1, reason: '撤回' });
  await call('calendar.writeFeed', {});
  expect(read()).toContain('STATUS:CANCELLED');

  await call('calendar.saveFeed', { feed: { ...feed, detail: 'surname' }, language: 'zh-CN' });
  expect(read()).toContain('样某');
  expect(read()).not.toContain('样例丙');
  // What somebody else wrote there is never touched.
  fs.writeFileSync(file, 'mine');
  expect(await call('calendar.writeFeed', {})).toEqual({ written: false });
  expect((await call('calendar.feed', {}))?.error).toBe('feed-foreign-file');
  expect(fs.readFileSync(file, 'utf8')).toBe('mine');
  fs.rmSync(file);
  await call('calendar.writeFeed', {});
  await call('calendar.saveFeed', { feed: null, language: 'zh-CN' });
  expect(fs.existsSync(file)).toBe(false);
});

test('dates leave as a file for a calendar program', async () => {
  const { caseId } = await newCase();
  const { id } = await setDown(caseId, '2026-12-16');
  const made = await call('calendar.export', { what: { hearingId: id }, detail: 'number', language: 'en' });
  expect(made.events).toBe(1);
  const bytes = (await app.core.fileFor(app.caller, made.token))?.bytes ?? new Uint8Array();
  expect(new TextDecoder().decode(bytes)).toContain('SUMMARY:Mediation session');
});

test('whoever takes over cases takes over their dates', async () => {
  const { caseId } = await newCase([{ type: 'application-submitted', date: '2026-11-20' }]);
  const { handlerId } = await call('cases.get', { caseId });
  const { id: toId } = await call('users.add', { name: '样例新人', role: 'lawyer' });
  await call('users.handOver', { fromId: handlerId, toId });
  expect(await ofCase(caseId, { handlerId })).toEqual([]);
  expect(await ofCase(caseId, { handlerId: toId })).toHaveLength(4);
});
