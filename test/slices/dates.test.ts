import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
