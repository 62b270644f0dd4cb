import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { type Sweeping, undoReach } from '../../electron/core/features/undo/undo.reach.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import { api, type Input } from '../../shared/contract/api.ts';
import type { Procedure } from '../../shared/contract/builders.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { agent, days, give, halfYear, intake, respondent, rosterLines, worker } from '../support/records.ts';

type Database = ReturnType<typeof openSqlite>;
let app: TestApp;
let database: Database;
let colleague: string;
const call: TestApp['client']['call'] = (name, input) => app.client.call(name, input);

beforeAll(async () => {
  app = await openTestApp();
  const key = await unlockWithPassphrase(readKeyring(app.folder), testUser, testPassphrase);
  if (!key) throw new Error('The office does not open');
  database = openSqlite(officePaths(app.folder).database, deriveKey(key.key, 'database'), { create: false });
  colleague = (await call('users.add', { name: '样例同事', role: 'mediator' })).id;
});
afterAll(async () => {
  await database.close();
  await app.core.close();
});

type Row = Readonly<Record<string, unknown>>;

/** The record of what was done, and what is written beside it. */
const beside =
  /^(audit|undo_|search_|counter|draft|reminder_shown|date_entry|person|conflict_report|sqlite_)/;
/** Rises with every change, or names the change. */
const passing = new Set(['version', 'updated_at', 'updated_by', 'sequence']);

/** Every record that stands in a case that stands, of every table. */
async function standing(): Promise<Record<string, unknown[]>> {
  const tables = (await database.read.introspection.getTables()).filter((t) => !beside.test(t.name));
  const all = new Map<string, Row[]>();
  for (const { name } of tables) {
    const rows: Row[] = await database.read
      .selectFrom(name as 'case_file')
      .selectAll()
      .execute();
    all.set(
      name,
      rows.filter((row) => row.deleted_at == null),
    );
  }
  const idsOf = (table: string) => new Set(all.get(table)?.map((row) => row.id));
  const cases = idsOf('case_file');
  const links = idsOf('case_link');
  const stands = (row: Row): boolean =>
    (row.case_id == null || cases.has(row.case_id)) && (row.link_id == null || links.has(row.link_id));
  return Object.fromEntries(
    [...all].map(([name, rows]) => [
      name,
      rows
        .filter(stands)
        .map((row) => textOf(name, row))
        .sort(),
    ]),
  );
}

const textOf = (table: string, row: Row): string =>
  JSON.stringify(
    // Open dates are made anew, each under an id of its own.
    Object.entries(row).filter(
      ([column]) => !passing.has(column) && !(table === 'deadline' && column === 'id'),
    ),
  );

const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});
const pay = {
  calculator: 'payment-in-lieu-notice',
  inputs: {
    ground: 'art40-2',
    noticeGiven: false,
    hireDate: '2024-03-01',
    lastDay: '2026-03-31',
    lastMonthWage: 9500,
  },
};

/** A case that has one of everything. */
async function fullCase() {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: ['样例甲', '样例乙', '样例丙', '样例丁'].map((name) =>
        worker(name, { arrears: [days('10')] }),
      ),
      respondents: [respondent, { ...respondent, name: '样例总承包有限公司' }],
      agents: [agent],
      evidence: [{ group: 'arrears', name: '样例欠条', kind: 'documentary', form: 'copy' }],
      events: [
        { type: 'application-submitted', date: '2026-11-02' },
        { type: 'accepted', date: '2026-11-05' },
      ],
    }),
  );
  const memberIds = (await call('cases.members', { caseId })).map((m) => m.id);
  const [memberId = ''] = memberIds;
  const { id: itemId } = await call('claims.saveItem', {
    ...(await change(caseId)),
    itemId: null,
    memberId,
    ...pay,
  });
  return { caseId, memberIds, memberId, itemId };
}
type Full = Awaited<ReturnType<typeof fullCase>>;

const hearing = { kind: 'hearing' as const, date: '2026-12-08', start: '09:00', end: '11:30' };
async function withHearing({ caseId }: Full) {
  const { id, version } = await call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing,
    accept: true,
  });
  return { caseId, hearingId: id, recordVersion: version };
}
async function withOutcome({ caseId, memberIds: [memberId = ''] }: Full) {
  const { id } = await call('outcomes.save', {
    ...(await change(caseId)),
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      form: 'private',
      madeOn: '2026-11-10',
      lines: [{ memberId, item: 'arrears', claimedFen: 300_000, amountFen: 200_000 }],
      plan: { instalments: [{ due: '2026-12-15', amountFen: 200_000 }] },
    },
  });
  return id;
}
/** The final notice to answer, and how it is served. */
async function withNotice({ caseId }: Full): Promise<Input<'documents.serve'>> {
  const [party] = (await call('cases.get', { caseId })).respondents;
  const { documents } = await call('documents.make', {
    caseId,
    papers: [{ formId: 'arb-respond', memberId: party?.id ?? '' }],
  });
  const [documentId = ''] = documents.map((d) => d.id);
  await call('documents.finalise', { caseId, documentIds: [documentId], acceptGaps: true });
  return {
    caseId,
    documentId,
    service: { party: 'employer', recipient: '样例公司', route: 'receipt', dates: ['2026-11-09'] },
  };
}
/** A case whose items were computed with an earlier last day than the record has now. */
async function withOldItems() {
  const workers = [halfYear('样例甲'), halfYear('样例乙')];
  const { caseId } = await call('cases.create', intake({ workers, respondents: [respondent] }));
  const memberIds = (await call('cases.members', { caseId })).map((m) => m.id);
  const calculator = 'economic-compensation' as const;
  const add = { memberIds, calculator, inputs: {} };
  await call('claims.addGroup', { ...(await change(caseId)), ...add });
  const rows = memberIds.map((memberId) => ({ memberId, set: { end: '2026-05-31' } }));
  await call('group.save', { ...(await change(caseId)), rows });
  return { caseId, memberIds };
}
async function withAct({ caseId, memberIds }: Full) {
  const { id } = await call('group.act', {
    ...(await change(caseId)),
    kind: 'withdraw',
    memberIds: memberIds.slice(2),
    on: '2026-11-10',
  });
  return id;
}
const task = (caseId: string, title: string) => call('tasks.save', { about: { caseId }, title });
const template = () =>
  call('tasks.saveTemplate', { track: 'arbitration', name: '样例清单', items: [{ title: '样例事项' }] });

/**
 * How each change is made on such a case. A recipe may prepare something first; what is taken back is the last step
 * only. The compiler asks for one for every change that deletes or that changes several records.
 */
const recipes: {
  [N in Exclude<
    Sweeping,
    | 'undo.undo'
    | 'aid.remove'
    | 'aid.settleSubsidies'
    | 'aid.removeLawyer'
    | 'aid.removeStandard'
    | 'documents.removePhrase'
  >]: (full: Full) => Promise<Input<N>>;
} = {
  'users.handOver': async () => ({ fromId: (await me()).id, toId: colleague }),
  'cases.removeMembers': async (f) => ({ ...(await change(f.caseId)), memberIds: f.memberIds.slice(0, 2) }),
  'cases.restoreMembers': async (f) => {
    const memberIds = f.memberIds.slice(0, 2);
    await call('cases.removeMembers', { ...(await change(f.caseId)), memberIds });
    return { ...(await change(f.caseId)), memberIds };
  },
  'cases.removeRespondent': async ({ caseId }) => ({
    ...(await change(caseId)),
    respondentId: (await call('cases.get', { caseId })).respondents[0]?.id ?? '',
  }),
  'cases.removeAgent': async ({ caseId }) => ({
    ...(await change(caseId)),
    agentId: (await call('cases.get', { caseId })).agents[0]?.id ?? '',
  }),
  'cases.setRepresentatives': async (f) => ({
    ...(await change(f.caseId)),
    memberIds: f.memberIds.slice(0, 3),
  }),
  'cases.removeEvent': async ({ caseId }) => ({
    ...(await change(caseId)),
    eventId: (await call('cases.get', { caseId })).events.at(-1)?.id ?? '',
  }),
  'cases.remove': async ({ caseId }) => ({
    cases: [await change(caseId), await change((await fullCase()).caseId)],
  }),
  'cases.handOver': async ({ caseId }) => ({
    cases: [await change(caseId), await change((await fullCase()).caseId)],
    toId: colleague,
  }),
  'enquiries.toCase': async () => {
    const { id, version } = await call('enquiries.save', {
      self: { name: '样例咨询人' },
      other: { name: '样例用工单位' },
      cause: 'wages',
      about: null,
      conclusion: 'clear',
      note: null,
    });
    return { enquiryId: id, expectedVersion: version, track: 'arbitration' };
  },
  'claims.removeItems': async (f) => ({ ...(await change(f.caseId)), itemIds: [f.itemId] }),
  'claims.restoreItems': async (f) => {
    await call('claims.removeItems', { ...(await change(f.caseId)), itemIds: [f.itemId] });
    return { ...(await change(f.caseId)), itemIds: [f.itemId] };
  },
  'claims.recompute': async (f) => {
    // As if the law's data had been others when it was computed.
    await database.write
      .updateTable('claim_item')
      .set({ amount_fen: 1, law_version: 'earlier' })
      .where('id', '=', f.itemId)
      .execute();
    await database.write
      .updateTable('case_member')
      .set({ items_fen: 1 })
      .where('id', '=', f.memberId)
      .execute();
    const [, memberId = ''] = f.memberIds;
    await call('claims.saveWages', { ...(await change(f.caseId)), memberId, months: [] });
    return { ...(await change(f.caseId)), itemIds: [f.itemId] };
  },
  'claims.addGroup': async (f) => ({
    ...(await change(f.caseId)),
    memberIds: f.memberIds.slice(1),
    ...pay,
  }),
  'group.save': async (f) => ({
    ...(await change(f.caseId)),
    rows: [
      { memberId: f.memberId, set: { rate: 40_000, 'claim:annual-leave-pay': 150_000 } },
      { memberId: null, set: { name: '样例戊' } },
    ],
  }),
  'group.setShared': async (f) => ({
    ...(await change(f.caseId)),
    facts: [{ field: 'end', value: '2026-06-30', toAll: true }],
  }),
  'group.recompute': async () => {
    const { caseId, memberIds } = await withOldItems();
    return { ...(await change(caseId)), memberIds };
  },
  'group.act': async (f) => ({
    ...(await change(f.caseId)),
    kind: 'withdraw',
    memberIds: f.memberIds.slice(2),
    on: '2026-11-10',
  }),
  'group.removeAct': async (f) => {
    const actId = await withAct(f);
    return { ...(await change(f.caseId)), actId };
  },
  'group.saveElection': async (f) => ({
    ...(await change(f.caseId)),
    memberIds: f.memberIds.slice(0, 3),
    election: { method: 'meeting', heldOn: '2026-11-03', presentCount: 4 },
  }),
  'calendar.removePredate': async ({ caseId }) => {
    const { id, version } = await call('calendar.savePredate', {
      caseId,
      predateId: null,
      expectedVersion: 0,
      recordVersion: 0,
      predate: { title: '样例自设日期', anchorKind: 'date', anchor: '2026-12-20' },
    });
    return { caseId, predateId: id, recordVersion: version };
  },
  'calendar.saveRule': async (f) => {
    await withHearing(f);
    return {
      id: null,
      recordVersion: 0,
      anchor: 'hearing',
      shift: -3,
      unit: 'working-day',
      title: '样例提醒',
    };
  },
  'calendar.removeRule': async () => {
    const { id } = await call('calendar.saveRule', {
      id: null,
      recordVersion: 0,
      anchor: 'hearing',
      shift: -2,
      unit: 'working-day',
      title: '样例提醒二',
    });
    return { id, gone: true };
  },
  'hearings.adjourn': async (f) => ({
    ...(await withHearing(f)),
    reason: '样例理由',
    accept: true,
    next: { ...hearing, date: '2026-12-15' },
  }),
  'hearings.remove': withHearing,
  'hearings.removeRoom': async () => {
    const { id } = await call('hearings.saveRoom', {
      id: null,
      recordVersion: 0,
      name: '样例庭',
      place: null,
    });
    return { id, gone: true };
  },
  'hearings.removePhrase': async () => {
    const { id } = await call('hearings.savePhrase', {
      id: null,
      recordVersion: 0,
      kind: 'phrase',
      title: '样例用语',
      body: '无异议。',
    });
    return { id, gone: true };
  },
  'evidence.remove': async ({ caseId }) => {
    const [item] = await call('evidence.list', { caseId });
    return { ...(await change(caseId)), recordVersion: item?.version ?? 0, evidenceId: item?.id ?? '' };
  },
  'documents.make': async ({ caseId }) => ({
    caseId,
    papers: [
      { formId: 'evidence-list', memberId: null },
      { formId: 'evidence-list', memberId: null },
    ],
  }),
  'documents.remove': async ({ caseId }) => {
    const { documents } = await call('documents.make', {
      caseId,
      papers: [{ formId: 'evidence-list', memberId: null }],
    });
    return { caseId, documentIds: documents.map((d) => d.id) };
  },
  // The day of service goes on record as a step of the procedure, and both are taken back.
  'documents.serve': withNotice,
  'documents.unserve': async (f) => {
    const notice = await withNotice(f);
    const { id, eventId } = await call('documents.serve', notice);
    expect(eventId).not.toBeNull();
    return { caseId: notice.caseId, serviceId: id };
  },
  'outcomes.remove': async (f) => {
    const outcomeId = await withOutcome(f);
    return { ...(await change(f.caseId)), outcomeId };
  },
  'outcomes.removePayment': async (f) => {
    await withOutcome(f);
    const { id } = await call('outcomes.savePayment', {
      ...(await change(f.caseId)),
      paymentId: null,
      payment: { date: '2026-11-20', amountFen: 50_000, payer: '样例公司', allocation: 'oldest' },
    });
    return { ...(await change(f.caseId)), paymentId: id };
  },
  'tasks.assign': async ({ caseId }) => ({
    ids: [(await task(caseId, '样例一')).id, (await task(caseId, '样例二')).id],
    assigneeId: colleague,
  }),
  'tasks.remove': async ({ caseId }) => ({
    ids: [(await task(caseId, '样例一')).id, (await task(caseId, '样例二')).id],
  }),
  'tasks.removeTemplate': async () => {
    const { id, version } = await template();
    return { id, expectedVersion: version };
  },
  'tasks.useTemplate': async ({ caseId }) => ({ caseId, templateId: (await template()).id }),
  'notes.remove': async ({ caseId }) => {
    const { id, version } = await call('notes.save', { about: { caseId }, body: '样例备注 @样例同事' });
    return { id, expectedVersion: version };
  },
  'time.remove': async ({ caseId }) => {
    const { id, version } = await call('time.save', {
      caseId,
      workedOn: '2026-11-20',
      minutes: 30,
      cause: 'meeting',
    });
    return { id, expectedVersion: version };
  },
  'transfer.import': async ({ caseId }) => ({
    ...(await change(caseId)),
    token: await give(app, rosterLines(5)),
    sheet: 0,
  }),
  'filters.remove': async () => ({
    id: (
      await call('filters.save', {
        name: '样例筛选',
        filter: { cause: 'wages' },
        sort: { by: 'number', direction: 'asc' },
      })
    ).id,
  }),
  'families.continue': async ({ caseId }) => ({
    ...(await change(caseId)),
    routeId: (await call('families.next', { caseId }))[0]?.routeId ?? '',
    receivedOn: '2026-11-23',
  }),
  'families.separate': async (f) => ({
    ...(await change(f.caseId)),
    memberIds: f.memberIds.slice(2),
    reason: '样例理由',
  }),
  'families.consolidate': async ({ caseId }) => ({
    ...(await change(caseId)),
    others: [await change((await fullCase()).caseId)],
    onDate: '2026-11-20',
  }),
  'families.unlink': async ({ caseId }) => {
    const other = await fullCase();
    const { id } = await call('families.link', {
      ...(await change(caseId)),
      otherId: other.caseId,
      kind: 'related',
    });
    return { ...(await change(caseId)), linkId: id };
  },
};

const me = async () => {
  const found = (await call('office.users', {})).find((u) => u.name === testUser);
  if (!found) throw new Error('nobody is here');
  return found;
};

test('every change of the contract can be taken back, or says why not', () => {
  const contract: Readonly<Record<string, Procedure>> = api;
  const changes = Object.keys(contract).filter((name) => contract[name]?.kind === 'mutation');
  expect(Object.keys(undoReach).sort()).toEqual(changes.sort());
  // A name that speaks of deleting is not filed under anything less.
  const deleting = changes.filter((name) => /\.(remove|unlink)/.test(name) && name !== 'lawData.remove');
  expect(deleting.filter((name) => undoReach[name as Sweeping] !== 'gone')).toEqual([]);
});

test.each(Object.entries(recipes))('%s is taken back whole', async (name, recipe) => {
  const full = await fullCase();
  const input = await recipe(full);
  const before = await standing();
  const lastAct = async () =>
    (await database.read.selectFrom('undo_act').selectAll().orderBy('id', 'desc').executeTakeFirst())?.id;
  const earlier = await lastAct();
  await call(name as 'cases.remove', input as never);
  const after = await standing();
  expect(after).not.toEqual(before);
  const act = await lastAct();
  expect(act).not.toBe(earlier);
  await call('undo.undo', { actId: act ?? '' });
  expect(await standing()).toEqual(before);
});

test('the kept sums of what was recovered are right after all of it', async () => {
  expect(await call('recovered.verify', {})).toMatchObject({ faults: 0 });
});
