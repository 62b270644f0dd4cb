import { afterAll, beforeAll, expect, test } from 'vitest';
import { formIds } from '../../shared/features/documents/form-ids.ts';
import { carrierOf } from '../../shared/features/documents/served.rules.ts';
import { listEventTypes } from '../../shared/law/index.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const newCase = async (...events: (readonly [type: string, date: string])[]): Promise<string> =>
  (
    await call(
      'cases.create',
      intake({
        workers: [worker('样例甲', { arrears: [days('10')] })],
        respondents: [respondent],
        events: events.map(([type, date]) => ({ type, date })),
      }),
    )
  ).caseId;
const eventOf = async (caseId: string, type: string) => {
  const found = (await call('cases.get', { caseId })).events.find((e) => e.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const moved = async (caseId: string, type: string, date: string) => {
  const { id } = await eventOf(caseId, type);
  const change = { kind: 'replace' as const, eventId: id, event: { type, date } };
  return (await call('deadlines.whatIf', { caseId, change })).served;
};

test('moving an acceptance names the notice with the old day, on whom it was served, and the audit keeps both', async () => {
  const caseId = await newCase(['application-submitted', '2026-11-02'], ['accepted', '2026-11-05']);
  expect(await moved(caseId, 'accepted', '2026-11-06')).toBeNull();
  await call('documents.make', {
    caseId,
    papers: [
      { formId: 'arb-acceptance', memberId: null },
      { formId: 'arb-application', memberId: null },
    ],
    set: 'all',
  });
  const [member] = await call('cases.members', { caseId });
  await call('documents.saveParticulars', {
    caseId,
    topic: 'delivery',
    memberId: member?.id ?? null,
    expectedVersion: 0,
    values: {
      documents: [
        { name: '劳动人事争议仲裁受理通知书', at: '2026-11-09 10:00' },
        { name: '举证通知书', at: '2026-11-10 10:00' },
      ],
    },
  });
  const served = await moved(caseId, 'accepted', '2026-11-06');
  expect(served).toMatchObject({
    date: '2026-11-05',
    event: { zh: '受理' },
    papers: [{ to: [{ name: '样例甲', on: '2026-11-09' }] }],
    receipts: [],
  });
  expect(served?.papers).toHaveLength(1);
  // The day stays, or something else of the event changes: nothing went out wrong.
  expect(await moved(caseId, 'accepted', '2026-11-05')).toBeNull();

  const { id, version } = await eventOf(caseId, 'accepted');
  await call('cases.recordEvent', {
    caseId,
    eventId: id,
    expectedVersion: (await call('cases.get', { caseId })).version,
    recordVersion: version,
    event: { type: 'accepted', date: '2026-11-06' },
  });
  const { items } = await call('cases.timeline', { caseId, cursor: null });
  expect(items.find((i) => i.kind === 'change')?.note).toMatch(
    /^2026-11-05 → 2026-11-06；.*受理通知书.*\.pdf$/,
  );
  // The paper still holds the old day, and is no longer one with the recorded day.
  expect(await moved(caseId, 'accepted', '2026-11-10')).toBeNull();
});

test('an award made elsewhere is known by its receipts, and taking it away tells the same', async () => {
  const caseId = await newCase(
    ['application-submitted', '2026-09-01'],
    ['accepted', '2026-09-04'],
    ['award-made-nonfinal', '2026-10-16'],
    ['award-received-by-applicant', '2026-10-20'],
  );
  const receipts = [{ words: { zh: '申请人收到裁决书' }, date: '2026-10-20' }];
  expect(await moved(caseId, 'award-made-nonfinal', '2026-10-19')).toMatchObject({ papers: [], receipts });
  const { id } = await eventOf(caseId, 'award-made-nonfinal');
  const gone = await call('deadlines.whatIf', { caseId, change: { kind: 'remove', eventId: id } });
  expect(gone.served).toMatchObject({ date: '2026-10-16', receipts });
});

test('every carrier names events and forms that exist', () => {
  const known = new Set(listEventTypes());
  const carrying = [...known].flatMap((type) => carrierOf(type) ?? []);
  expect(carrying.length).toBeGreaterThan(30);
  for (const { forms, service } of carrying) {
    for (const form of forms) expect(formIds).toContain(form);
    for (const type of service) expect([type, known.has(type)]).toEqual([type, true]);
    expect(forms.length + service.length).toBeGreaterThan(0);
  }
});
