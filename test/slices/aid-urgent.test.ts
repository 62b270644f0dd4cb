import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AidRecordInput } from '../../shared/features/legal-aid/aid.schemas.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const take = async (more: Parameters<typeof intake>[0]): Promise<string> =>
  (
    await call(
      'cases.create',
      intake({ workers: [worker('急样甲', { isMigrant: true })], respondents: [respondent], ...more }),
    )
  ).caseId;

const application: Extract<AidRecordInput, { kind: 'application' }> = {
  kind: 'application',
  receivedOn: '2026-11-20',
  channel: 'counter',
  matter: 'wages',
  form: 'arbitration-mediation',
};

async function step(caseId: string, record: AidRecordInput, recordId: string | null = null): Promise<string> {
  const { version } = await call('cases.get', { caseId });
  return (await call('aid.save', { caseId, expectedVersion: version, recordId, record })).id;
}

const warned = async (caseId: string, code: string) =>
  (await call('aid.forCase', { caseId })).warnings.find((w) => w.code === code)?.params ?? null;

/** At ten in the morning of so many days after the test's day, 23 November 2026. */
const on = (day: string): void => app.world.setNow(`${day}T02:00:00Z`);

test('aid at once is offered with fewer than seven days left of a period of the applicant’s own, art. 44', async () => {
  const aid = await take({ track: 'legal-aid' });
  await step(aid, application);
  expect(await warned(aid, 'limit-near')).toBeNull();
  // The arbitration of the same family: a year from 30 November 2025 ends on Monday the 30th.
  const arbitration = await take({ events: [{ type: 'employment-ended', date: '2025-11-30', note: null }] });
  await call('families.link', {
    caseId: aid,
    expectedVersion: (await call('cases.get', { caseId: aid })).version,
    otherId: arbitration,
    kind: 'related',
  });
  const limit = '2026-11-30';
  // Seven days are not fewer than seven.
  for (const [day, near] of [
    ['2026-11-23', null],
    ['2026-11-24', [limit]],
    ['2026-11-30', [limit]],
    ['2026-12-01', null],
  ] as const) {
    on(day);
    expect([day, await warned(aid, 'limit-near')]).toEqual([day, near]);
  }
  on('2026-11-24');
  const [{ id = '' } = {}] = (await call('aid.forCase', { caseId: aid })).records;
  await step(aid, { ...application, urgentOn: '2026-11-24', urgentGround: 'limit' }, id);
  // Given at once, it is not offered again.
  expect(await warned(aid, 'limit-near')).toBeNull();
});

test('aid at once: its ground is asked for, the papers follow, and the seven days for the decision run on', async () => {
  on('2026-11-23');
  const caseId = await take({ track: 'legal-aid' });
  const urgent: AidRecordInput = { ...application, urgentOn: '2026-11-21', urgentGround: 'preservation' };
  const groundless = step(caseId, { ...urgent, urgentGround: null });
  expect((await failureOf(groundless)).issues?.map((i) => i.path)).toEqual(['record.urgentGround']);
  const early = step(caseId, { ...urgent, urgentOn: '2026-11-19' });
  expect((await failureOf(early)).issues?.map((i) => i.path)).toEqual(['record.urgentOn']);
  const id = await step(caseId, urgent);
  const view = async () => await call('aid.forCase', { caseId });
  expect((await view()).stage).toBe('urgent');
  // Nothing that is asked for is there; as long as that is so, somebody says it.
  const missing = (await view()).papersMissing;
  expect(missing).toContain('application');
  expect(await warned(caseId, 'urgent-papers-due')).toEqual(missing);
  expect(await warned(caseId, 'papers-missing')).toBeNull();
  const due = async () => (await view()).dates.map((d) => [d.ruleId, d.due, d.daysLeft]);
  expect(await due()).toEqual([['la-decide', '2026-11-27', 4]]);
  on('2026-11-28');
  expect(await due()).toEqual([['la-decide', '2026-11-27', -1]]);
  on('2026-11-23');
  const some = Object.fromEntries(missing.slice(1).map((paper) => [paper, 'in'] as const));
  await step(caseId, { ...urgent, papers: some }, id);
  expect(await warned(caseId, 'urgent-papers-due')).toEqual(missing.slice(0, 1));
  const all = { ...some, [missing[0] ?? '']: 'in' as const };
  await step(caseId, { ...urgent, papers: all }, id);
  expect(await warned(caseId, 'urgent-papers-due')).toBeNull();
  await step(caseId, { kind: 'decision', decidedOn: '2026-11-23', result: 'granted' });
  expect(await due()).toEqual([['la-assign', '2026-11-26', 3]]);
});
