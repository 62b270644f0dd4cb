import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import type { Deadline } from '../../shared/features/deadlines/deadlines.contract.ts';
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

type Event = NonNullable<Parameters<typeof intake>[0]>['events'];
const newCase = (events: Event, more: object = {}) =>
  call('cases.create', intake({ workers: [worker('样例甲')], events, ...more }));
const seen = (caseId: string, d: Deadline) => ({
  caseId,
  ruleId: d.ruleId,
  trigger: d.trigger.date as PlainDate,
  due: d.due as PlainDate,
});
const dateOf = async (caseId: string, ruleId: string): Promise<Deadline> => {
  const found = (await call('deadlines.forCase', { caseId })).find((d) => d.ruleId === ruleId);
  if (!found) throw new Error(`no ${ruleId}`);
  return found;
};
const submitted = { type: 'application-submitted', date: '2026-11-20' } as const;

test('a confirmation stands on the date until the date moves', async () => {
  const { caseId, version } = await newCase([submitted]);
  const date = await dateOf(caseId, 'arb-accept-decision');
  expect(date).toMatchObject({ due: '2026-11-27', confirmations: [] });
  const given = await call('deadlines.confirm', seen(caseId, date));
  expect(given).toMatchObject({ userName: testUser, on: '2026-11-23' });
  expect((await dateOf(caseId, 'arb-accept-decision')).confirmations).toEqual([given]);
  expect((await failureOf(call('deadlines.confirm', seen(caseId, date)))).details).toEqual({
    rule: 'already-confirmed',
  });

  const { passphrase } = await app.client.call('users.add', { name: '第二人', role: 'arbitrator' });
  const second = clientOf(app.core, { sessionId: 'second' });
  await second.call('office.unlock', { userName: '第二人', passphrase: passphrase ?? '' });
  await second.call('office.changePassphrase', { current: passphrase ?? '', next: '第二人的口令八位' });
  const theirs = await second.call('deadlines.confirm', seen(caseId, date));
  expect(theirs).toMatchObject({ userName: '第二人' });
  expect((await dateOf(caseId, 'arb-accept-decision')).confirmations).toEqual([given, theirs]);
  await second.call('deadlines.unconfirm', { caseId, id: theirs.id });

  const { events } = await call('cases.get', { caseId });
  const [event] = events;
  const moved = await call('cases.recordEvent', {
    caseId,
    expectedVersion: version,
    eventId: event?.id ?? null,
    event: { ...submitted, date: '2026-11-19' },
  });
  expect((await dateOf(caseId, 'arb-accept-decision')).confirmations).toEqual([]);
  // What was seen is no longer so: neither confirmed nor printed.
  expect((await failureOf(call('deadlines.confirm', seen(caseId, date)))).code).toBe('conflict');
  expect((await failureOf(call('deadlines.receipt', { ...seen(caseId, date), language: 'en' }))).code).toBe(
    'conflict',
  );

  await call('cases.recordEvent', {
    caseId,
    expectedVersion: moved.version,
    eventId: event?.id ?? null,
    event: submitted,
  });
  await call('deadlines.unconfirm', { caseId, id: given.id });
  expect((await dateOf(caseId, 'arb-accept-decision')).confirmations).toEqual([]);
  expect((await failureOf(call('deadlines.unconfirm', { caseId, id: given.id }))).code).toBe('not-found');
});

test('a date whose first day is yet to come is provisional, on the screen and on its sheet', async () => {
  const { caseId } = await newCase([{ type: 'application-submitted', date: '2026-12-01' }]);
  const date = await dateOf(caseId, 'arb-accept-decision');
  expect(date).toMatchObject({ due: '2026-12-08', provisional: true });
  expect(date.warnings.map((w) => w.zh).join()).toContain('尚未到来');
  const made = await call('deadlines.receipt', { ...seen(caseId, date), language: 'zh-CN' });
  const file = await app.core.fileFor(app.caller, made.token);
  expect((await pageTexts(file?.bytes ?? new Uint8Array()))[0]).toContain('暂定');
  // What is stored for the board says only what the data leave open, for it is not looked at anew each day.
  const { overdue, dueToday, nextSevenDays, later } = await call('deadlines.board', {});
  const row = [...overdue, ...dueToday, ...nextSevenDays, ...later].find(
    (d) => d.caseId === caseId && d.ruleId === 'arb-accept-decision',
  );
  expect(row).toMatchObject({ due: '2026-12-08', provisional: false });
  const past = await newCase([{ type: 'application-submitted', date: '2026-11-23' }]);
  expect(await dateOf(past.caseId, 'arb-accept-decision')).toMatchObject({ provisional: false });
});

test('a date tried without a case has its control sheet, too', async () => {
  const sheetOf = (ruleId: string, input: object, more: object = {}) =>
    call('deadlines.sheet', { ruleId, input: input as never, language: 'zh-CN', ...more });
  const textOf = async (made: Awaited<ReturnType<typeof sheetOf>>): Promise<string> => {
    expect(made.pages).toBe(1);
    const file = await app.core.fileFor(app.caller, made.token);
    return (await pageTexts(file?.bytes ?? new Uint8Array()))[0] ?? '';
  };
  const made = await sheetOf('ins-investigate', { trigger: '2024-08-01' });
  expect(made.fileName).toBe('期限核对单-ins-investigate-2024-10-30.pdf');
  const page = await textOf(made);
  for (const words of ['2024-10-30', '第17条', '复核人', '尚未确认']) expect(page).toContain(words);
  // The day of the event is the day to act: nothing may say that it is not counted.
  const sameDay = await textOf(await sheetOf('arb-receipt', { trigger: '2026-11-20' }));
  expect(sameDay).toContain('期限即为当日');
  expect(sameDay).not.toMatch(/当日不计|期间0日/);
  const chosen = { options: { readings: { 'day-unit': 'natural' } }, language: 'en' };
  const english = await textOf(await sheetOf('arb-answer', { trigger: '2026-11-20' }, chosen));
  expect(english).toContain('2026-11-30');
  expect(english).toContain('MOHRSSOrderNo.33,inforce2017-07-01');
  expect(english).not.toMatch(/[（）：；]|施行/);
  // What is only partly checked says so on the paper too.
  expect(await textOf(await sheetOf('la-closing', { trigger: '2026-09-07' }))).toContain('凭记忆');
  expect(await failureOf(sheetOf('arb-answer', { trigger: '2026-02-30' }))).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: 'trigger', code: 'date-invalid' }],
  });
  expect((await failureOf(sheetOf('arb-nothing', { trigger: '2026-11-20' }))).code).toBe('not-found');
  expect((await failureOf(sheetOf('lim-wage-employed', { trigger: '2026-11-20' }))).code).toBe('no-data');
});

test('the control sheet names rule, article, each skipped day and who confirmed, on one page', async () => {
  const { caseId } = await newCase([
    { type: 'application-submitted', date: '2026-12-29', note: '收件回执〔虚构〕1号' },
    { type: 'employment-ended', date: '2026-11-01' },
    { type: 'accepted', date: '2026-12-30' },
  ]);
  const dates = (await call('deadlines.forCase', { caseId })).filter((d) => d.due !== null);
  expect(dates.length).toBeGreaterThan(3);
  const answer = dates.find((d) => d.ruleId === 'arb-accept-decision');
  if (answer) await call('deadlines.confirm', seen(caseId, answer));
  for (const d of dates)
    for (const language of ['zh-CN', 'en'] as const) {
      const made = await call('deadlines.receipt', { ...seen(caseId, d), language });
      expect(made.pages, `${d.ruleId} ${language}`).toBe(1);
      const file = await app.core.fileFor(app.caller, made.token);
      if (process.env.GONGDAO_RECEIPTS)
        fs.writeFileSync(`${process.env.GONGDAO_RECEIPTS}/${d.ruleId}-${language}.pdf`, file?.bytes ?? '');
      const [page = ''] = await pageTexts(file?.bytes ?? new Uint8Array());
      expect(page).toContain(d.due);
      expect(page).toContain((language === 'en' ? d.title.en : d.title.zh).replace(/\s+/g, ''));
      if (d.provisional) expect(page).toContain(language === 'en' ? 'Provisional' : '暂定');
      if (d === answer) {
        expect(page).toContain('收件回执〔虚构〕1号');
        expect(page).toContain(language === 'en' ? `${testUser},2026-11-23` : `${testUser}，2026-11-23`);
        for (const s of d.skipped) expect(page).toContain(s.date);
      }
    }
});

test('what if: an event that is only typed shows what it would add, move, fulfil and close', async () => {
  const { caseId, version } = await newCase([submitted]);
  const before = await call('deadlines.forCase', { caseId });
  const accepted = await call('deadlines.whatIf', {
    caseId,
    change: { kind: 'add', event: { type: 'accepted', date: '2026-11-25' } },
  });
  expect(accepted.met.map((d) => d.ruleId)).toContain('arb-accept-decision');
  expect(accepted.added.map((d) => d.ruleId)).toContain('arb-serve-copy');
  expect(accepted.stageAfter).not.toEqual(accepted.stageBefore);
  expect(accepted.refusal).toBeNull();

  const [event] = (await call('cases.get', { caseId })).events;
  const eventId = event?.id ?? '';
  const later = await call('deadlines.whatIf', {
    caseId,
    change: { kind: 'replace', eventId, event: { type: 'application-submitted', date: '2026-11-18' } },
  });
  expect(later.moved).toContainEqual(
    expect.objectContaining({ ruleId: 'arb-accept-decision', before: '2026-11-27', after: '2026-11-25' }),
  );
  const gone = await call('deadlines.whatIf', { caseId, change: { kind: 'remove', eventId } });
  expect(gone.removed.map((d) => d.ruleId)).toContain('arb-accept-decision');
  const odd = await call('deadlines.whatIf', {
    caseId,
    change: { kind: 'add', event: { type: 'award-made', date: '2026-11-21' } },
  });
  expect(odd.refusal?.reason.zh).toMatch(/award|登记/);
  // Nothing of it was kept.
  expect(await call('deadlines.forCase', { caseId })).toEqual(before);
  expect((await call('cases.get', { caseId })).version).toBe(version);
});

test('what if: the end of work in a worker’s record gives way to the recorded one', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: [worker('样例乙', { job: { wageUnit: 'day', rateFen: 30_000, end: '2026-06-30' } })],
    }),
  );
  const change = { kind: 'add', event: { type: 'employment-ended', date: '2026-03-31' } } as const;
  const { moved, added, removed } = await call('deadlines.whatIf', { caseId, change });
  expect(moved).toContainEqual(
    expect.objectContaining({ ruleId: 'lim-wage-ended', before: '2027-06-30', after: '2027-03-31' }),
  );
  expect([added, removed]).toEqual([[], []]);
});

test('the ledger tells running, stopped and restarted time with its events', async () => {
  const { caseId } = await newCase([
    { type: 'employment-ended', date: '2026-01-05' },
    { type: 'demand-made', date: '2026-03-10' },
  ]);
  const [ledger] = await call('deadlines.ledger', { caseId });
  expect(ledger).toMatchObject({
    ruleId: 'lim-wage-ended',
    state: 'restarted',
    lastDay: '2027-03-10',
    segments: [
      { state: 'running', from: '2026-01-05', to: '2026-03-09', event: { zh: '劳动关系终止' } },
      { state: 'restarted', from: '2026-03-10', to: '2027-03-10', event: { zh: '向对方主张权利' } },
    ],
  });
  const { caseId: bare } = await newCase([]);
  expect(await call('deadlines.ledger', { caseId: bare })).toEqual([]);
});

test('a demand leaves the earlier last day in sight; working days name their article', async () => {
  const { caseId } = await newCase([
    { type: 'employment-ended', date: '2026-06-30' },
    { type: 'demand-made', date: '2026-10-01' },
  ]);
  const date = await dateOf(caseId, 'lim-wage-ended');
  expect(date).toMatchObject({
    due: '2027-10-04',
    trigger: { date: '2026-06-30', restartedOn: '2026-10-01' },
  });
  expect(date.furtherSources?.map((s) => s.article)).toEqual(['27(2)', '27', '26']);
  expect(date.warnings.map((w) => w.zh).join()).toContain('不计中断（如对方否认或证据不足）：2027-06-30');

  const { caseId: filed } = await newCase([submitted]);
  const accept = await dateOf(filed, 'arb-accept-decision');
  expect(accept).toMatchObject({ period: { zh: '5个工作日' }, trigger: { restartedOn: null } });
  expect(accept.furtherSources?.map((s) => s.article).join()).toContain('80');
});
