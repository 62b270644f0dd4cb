import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeInput } from '../../shared/features/cases/cases.contract.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const call: TestApp['client']['call'] = (name, input) => app.client.call(name, input);
const get = (caseId: string) => call('cases.get', { caseId });
/** A claim item that needs little. */
const notice = {
  calculator: 'payment-in-lieu-notice',
  inputs: {
    ground: 'art40-2',
    noticeGiven: false,
    hireDate: '2024-03-01',
    lastDay: '2026-03-31',
    lastMonthWage: 9500,
  },
};
const since = '2026-01-01T00:00:00.000Z';

async function take(more: Partial<IntakeInput> = {}): Promise<string> {
  const made = await call(
    'cases.create',
    intake({
      workers: [
        worker('样例甲', { arrears: [days('20')], job: { end: '2026-03-31' } }),
        worker('样例乙', { arrears: [days('10')], job: { end: '2026-04-30' } }),
      ],
      respondents: [respondent],
      agents: [agent],
      ...more,
    }),
  );
  return made.caseId;
}

async function record(caseId: string, type: string, date: string): Promise<void> {
  const { version } = await get(caseId);
  await call('cases.recordEvent', {
    caseId,
    expectedVersion: version,
    eventId: null,
    event: { type, date },
  });
}

async function go(caseId: string, routeId: string, filedOn: string | null = null) {
  const { version } = await get(caseId);
  return call('families.continue', {
    caseId,
    expectedVersion: version,
    routeId,
    filedOn,
    receivedOn: filedOn ?? '2026-11-23',
  });
}

const mediation: Partial<IntakeInput> = {
  track: 'mediation',
  events: [
    { type: 'mediation-applied', date: '2026-06-01' },
    { type: 'mediation-accepted', date: '2026-06-02' },
    { type: 'mediation-failed', date: '2026-06-12' },
  ],
};

test('a failed mediation goes on in arbitration with everything that was entered', async () => {
  const caseId = await take({
    ...mediation,
    evidence: [{ group: 'arrears', name: '样例欠条', kind: 'documentary', form: 'original' }],
  });
  const members = await call('cases.members', { caseId });
  const [first] = members;
  const memberId = first?.id ?? '';
  await call('claims.saveWages', {
    caseId,
    expectedVersion: (await get(caseId)).version,
    memberId,
    months: [{ month: '2026-03', baseFen: 600_000, subsidyFen: 0, overtimeFen: 0, bonusFen: 0 }],
  });
  await call('claims.saveItem', {
    caseId,
    expectedVersion: (await get(caseId)).version,
    itemId: null,
    memberId,
    ...notice,
  });
  await call('documents.saveParticulars', {
    caseId,
    topic: 'service-address',
    memberId,
    values: { address: '样例路9号' },
    expectedVersion: 0,
  });
  const ways = await call('families.next', { caseId });
  expect(ways.map((w) => w.routeId)).toEqual([
    'mediation-to-arbitration',
    'mediation-to-inspection',
    'mediation-to-legal-aid',
  ]);
  // The application for mediation interrupted the year: it runs from 1 June.
  expect(ways[0]).toMatchObject({ by: '2027-06-01', goneTo: null });
  const preview = await call('families.preview', {
    caseId,
    routeId: 'mediation-to-arbitration',
    filedOn: '2026-11-23',
  });
  expect(preview).toMatchObject({
    carried: {
      workers: 2,
      respondents: 1,
      agents: 1,
      evidence: 1,
      items: 1,
      wages: 1,
      particulars: 1,
      events: 2,
    },
    powerless: [],
    lapsed: [],
    stageAfter: { zh: '已提交申请' },
    here: { words: { zh: '申请仲裁' } },
    refusal: null,
  });
  expect(preview.dates.find((d) => d.ruleId === 'lim-wage-ended')).toMatchObject({ status: 'met' });
  expect(preview.dates.find((d) => d.ruleId === 'arb-accept-decision')).toMatchObject({ due: '2026-11-30' });
  const made = await go(caseId, 'mediation-to-arbitration', '2026-11-23');
  const file = await get(made.caseId);
  expect(file).toMatchObject({
    track: 'arbitration',
    stage: 'submitted',
    applicantCount: 2,
    amountFen: (await get(caseId)).amountFen,
    nextRuleId: 'arb-receipt',
  });
  expect(file.events.map((e) => [e.type, e.date])).toEqual([
    ['mediation-applied', '2026-06-01'],
    ['mediation-failed', '2026-06-12'],
    ['application-submitted', '2026-11-23'],
  ]);
  expect(file.agents).toHaveLength(1);
  const copies = await call('cases.members', { caseId: made.caseId });
  expect(copies.map((m) => [m.name, m.owedFen])).toEqual(members.map((m) => [m.name, m.owedFen]));
  expect(copies.map((m) => m.id)).not.toEqual(members.map((m) => m.id));
  const wages = await call('claims.wages', { caseId: made.caseId, memberId: copies[0]?.id ?? '' });
  expect(JSON.stringify(wages)).toContain('600000');
  // In the first case the limit is kept, and the fact stands there too.
  expect((await get(caseId)).events.map((e) => e.type)).toContain('application-submitted');
  const family = await call('families.of', { caseId: made.caseId });
  expect(family.cases.map((c) => c.id)).toEqual([caseId, made.caseId]);
  expect(family.links).toMatchObject([
    { kind: 'handover', fromId: caseId, toId: made.caseId, carried: { workers: 2, events: 2 } },
  ]);
  expect((await call('families.next', { caseId }))[0]?.goneTo?.id).toBe(made.caseId);
  // Whoever goes on there is the same person, without a number too.
  const { items } = await call('people.list', { text: '样例甲' });
  expect(items).toHaveLength(1);
  const papers = await call('documents.particulars', { caseId: made.caseId });
  expect(papers).toMatchObject([{ topic: 'service-address', memberId: copies[0]?.id }]);
});

test('one undo takes a hand-over back whole, in both cases', async () => {
  const caseId = await take(mediation);
  const before = await get(caseId);
  const made = await go(caseId, 'mediation-to-arbitration', '2026-11-23');
  const { act } = await call('undo.last', { scope: caseId, since });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await failureOf(get(made.caseId))).details).toMatchObject({ what: 'case-in-bin' });
  const after = await get(caseId);
  expect(after.events.map((e) => e.type)).toEqual(before.events.map((e) => e.type));
  expect(await call('families.of', { caseId })).toMatchObject({ cases: [{ id: caseId }], links: [] });
  const all = await call('cases.list', {
    filter: { status: 'all', text: made.number },
    sort: { by: 'number', direction: 'asc' },
  });
  expect(all.items).toEqual([]);
});

test('a step of the new procedure recorded later is known in the case before it', async () => {
  const caseId = await take({
    track: 'arbitration',
    events: [
      { type: 'application-submitted', date: '2026-06-01' },
      { type: 'accepted', date: '2026-06-03' },
      { type: 'award-made-nonfinal', date: '2026-07-10' },
      { type: 'award-received-by-applicant', date: '2026-11-16' },
      { type: 'award-received-by-respondent', date: '2026-11-16' },
    ],
  });
  const ways = await call('families.next', { caseId });
  expect(ways.slice(0, 2).map((w) => [w.routeId, w.by])).toEqual([
    ['arbitration-to-litigation', '2026-12-01'],
    ['arbitration-to-litigation-by-unit', '2026-12-01'],
  ]);
  const made = await go(caseId, 'arbitration-to-litigation');
  const taken = (await get(made.caseId)).events;
  expect(taken.map((e) => e.type)).toEqual(['application-submitted']);
  await record(made.caseId, 'suit-filed-by-worker', '2026-11-20');
  const file = await get(caseId);
  const mark = file.events.find((e) => e.type === 'suit-filed-by-worker');
  expect(mark).toMatchObject({ date: '2026-11-20', note: made.number });
  // Put right there, it is put right here.
  const suit = (await get(made.caseId)).events.find((e) => e.type === 'suit-filed-by-worker');
  await call('cases.recordEvent', {
    caseId: made.caseId,
    expectedVersion: (await get(made.caseId)).version,
    eventId: suit?.id ?? '',
    event: { type: 'suit-filed-by-worker', date: '2026-11-21' },
  });
  expect((await get(caseId)).events.find((e) => e.id === mark?.id)?.date).toBe('2026-11-21');
  // Somebody else's suit is none of the worker's: the mark goes, and returns with the step.
  for (const [type, marked] of [
    ['suit-filed-by-employer', false],
    ['suit-filed-by-worker', true],
  ] as const) {
    await call('cases.recordEvent', {
      caseId: made.caseId,
      expectedVersion: (await get(made.caseId)).version,
      eventId: suit?.id ?? '',
      event: { type, date: '2026-11-21' },
    });
    const { events } = await get(caseId);
    expect(events.some((e) => e.type === 'suit-filed-by-worker')).toBe(marked);
  }
  await call('cases.removeEvent', {
    caseId: made.caseId,
    expectedVersion: (await get(made.caseId)).version,
    eventId: suit?.id ?? '',
  });
  expect((await get(caseId)).events.some((e) => e.type === 'suit-filed-by-worker')).toBe(false);
});

test('a way that the stage does not open, a day that does not fit, a stale page: refused, nothing made', async () => {
  const caseId = await take(mediation);
  const { version } = await get(caseId);
  const input = { caseId, expectedVersion: version, filedOn: null, receivedOn: '2026-11-23' };
  const closed = { ...input, routeId: 'mediation-to-litigation' };
  expect((await failureOf(call('families.continue', closed))).details).toEqual({ rule: 'route-closed' });
  const stale = { ...input, expectedVersion: version - 1, routeId: 'mediation-to-arbitration' };
  expect((await failureOf(call('families.continue', stale))).code).toBe('conflict');
  expect((await failureOf(call('families.continue', { ...input, routeId: 'nowhere' }))).code).toBe(
    'not-found',
  );
  const agreed = await take({
    track: 'mediation',
    events: [
      { type: 'mediation-applied', date: '2026-10-01' },
      { type: 'mediation-agreed', date: '2026-10-10' },
    ],
  });
  const early = { caseId: agreed, routeId: 'mediation-to-review', filedOn: '2026-10-05' };
  const { refusal } = await call('families.preview', early);
  expect(refusal?.zh).toContain('2026-10-10');
  const failure = await failureOf(go(agreed, 'mediation-to-review', '2026-10-05'));
  expect(failure.details).toMatchObject({ rule: 'event-refused' });
  expect((await call('families.of', { caseId: agreed })).cases).toHaveLength(1);
});

test('links: a circle, a second link and a link to itself are refused; unlinking can be undone', async () => {
  const [a, b, c] = [await take(), await take(), await take()];
  const link = async (caseId: string, otherId: string, kind: 'handover' | 'related' = 'handover') =>
    call('families.link', { caseId, expectedVersion: (await get(caseId)).version, otherId, kind });
  await link(a, b);
  await link(b, c);
  const circle = (await failureOf(link(c, a))).details;
  expect(circle).toEqual({ rule: 'link-cycle', from: (await get(c)).number, to: (await get(a)).number });
  expect((await failureOf(link(b, a))).details).toMatchObject({ rule: 'link-exists' });
  expect((await failureOf(link(a, c, 'related'))).details).toMatchObject({ rule: 'link-exists' });
  expect((await failureOf(link(a, a))).details).toEqual({ rule: 'link-self' });
  const family = await call('families.of', { caseId: c });
  expect(family.cases.map((m) => m.id)).toEqual([a, b, c]);
  await call('families.unlink', {
    caseId: a,
    expectedVersion: (await get(a)).version,
    linkId: family.links[0]?.id ?? '',
  });
  expect((await call('families.of', { caseId: a })).cases).toHaveLength(1);
  const { act } = await call('undo.last', { scope: a, since });
  await call('undo.undo', { actId: act?.id ?? '' });
  expect((await call('families.of', { caseId: a })).cases).toHaveLength(3);
});

test('workers taken out keep their claims, months and evidence; the sums add up, and it can be undone', async () => {
  const caseId = await take({
    workers: ['样例甲', '样例乙', '样例丙', '样例丁'].map((name, i) =>
      worker(name, { arrears: [days(String(10 + i))] }),
    ),
    events: [
      { type: 'application-submitted', date: '2026-11-16' },
      { type: 'accepted', date: '2026-11-18' },
    ],
  });
  const members = await call('cases.members', { caseId });
  const [m1 = '', m2 = '', m3 = '', m4 = ''] = members.map((m) => m.id);
  const save = async (name: string, memberIds: string[] | null) =>
    call('evidence.save', {
      caseId,
      expectedVersion: (await get(caseId)).version,
      evidenceId: null,
      item: {
        group: 'arrears',
        name,
        kind: 'documentary',
        form: 'copy',
        covers: { memberIds, from: null, to: null },
      },
    });
  await save('人人有份', null);
  await save('甲丙工资条', [m1, m3]);
  await save('丙的欠条', [m3]);
  await call('claims.saveItem', {
    caseId,
    expectedVersion: (await get(caseId)).version,
    itemId: null,
    memberId: m3,
    ...notice,
  });
  const total = (await get(caseId)).amountFen;
  const { version } = await get(caseId);
  const input = { caseId, expectedVersion: version, memberIds: [m3, m4], reason: '另行和解' };
  const all = { ...input, memberIds: [m1, m2, m3, m4] };
  expect((await failureOf(call('families.separate', all))).details).toEqual({ rule: 'separate-all' });
  expect((await failureOf(call('families.separate', { ...input, expectedVersion: 0 }))).code).toBe(
    'conflict',
  );
  const made = await call('families.separate', input);
  const [left, out] = [await get(caseId), await get(made.caseId)];
  expect(left.amountFen + out.amountFen).toBe(total);
  expect([left.applicantCount, out.applicantCount]).toEqual([2, 2]);
  expect((await call('claims.forCase', { caseId: made.caseId })).totalFen).toBe(out.amountFen);
  expect([left.stage, out.stage]).toEqual(['accepted', 'accepted']);
  expect(out.nextDate).toBe(left.nextDate);
  expect((await call('cases.members', { caseId: made.caseId })).map((m) => m.id)).toEqual([m3, m4]);
  const names = async (id: string) =>
    (await call('evidence.list', { caseId: id })).map((e) => [e.name, e.covers?.memberIds ?? null]);
  expect(await names(caseId)).toEqual([
    ['人人有份', null],
    ['甲丙工资条', [m1]],
  ]);
  expect(await names(made.caseId)).toEqual([
    ['人人有份', null],
    ['甲丙工资条', [m3]],
    ['丙的欠条', [m3]],
  ]);
  const { act } = await call('undo.last', { scope: caseId, since });
  await call('undo.undo', { actId: act?.id ?? '' });
  const back = await get(caseId);
  expect([back.amountFen, back.applicantCount]).toEqual([total, 4]);
  expect((await call('claims.forCase', { caseId })).totalFen).toBe(total);
  expect(await names(caseId)).toHaveLength(3);
});

test('cases heard together share the hearings of the lead and keep their own numbers and dates', async () => {
  const ready: Partial<IntakeInput> = {
    events: [
      { type: 'application-submitted', date: '2026-11-02' },
      { type: 'accepted', date: '2026-11-04' },
      { type: 'copy-served', date: '2026-11-05' },
      { type: 'answer-received', date: '2026-11-10' },
    ],
  };
  const [lead, one, two] = [await take(ready), await take(ready), await take(mediation)];
  const others = async (caseId: string) => [{ caseId, expectedVersion: (await get(caseId)).version }];
  const put = async (caseId: string, other: string) =>
    call('families.consolidate', {
      caseId,
      expectedVersion: (await get(caseId)).version,
      others: await others(other),
      onDate: '2026-11-12',
    });
  expect((await failureOf(put(lead, two))).details).toMatchObject({ rule: 'consolidate-track' });
  await put(lead, one);
  expect((await failureOf(put(one, await take(ready)))).details).toMatchObject({ rule: 'consolidate-lead' });
  await record(lead, 'hearing-set', '2026-12-10');
  const led = await get(one);
  expect(led.stage).toBe('scheduled');
  expect(led.number).not.toBe((await get(lead)).number);
  expect(led.events.find((e) => e.type === 'hearing-set')?.note).toBe((await get(lead)).number);
  // An award is each case's own.
  await record(lead, 'hearing-held', '2026-12-10');
  await record(lead, 'award-made-final', '2026-12-12');
  expect((await get(one)).stage).toBe('heard');
});

test('a case is not put under itself, from a stale page, or under two leads', async () => {
  const [lead, one, third] = [await take(), await take(), await take()];
  const at = async (caseId: string) => (await get(caseId)).version;
  const put = async (caseId: string, other: string, expectedVersion?: number) =>
    call('families.consolidate', {
      caseId,
      expectedVersion: await at(caseId),
      others: [{ caseId: other, expectedVersion: expectedVersion ?? (await at(other)) }],
      onDate: '2026-11-12',
    });
  await failureOf(put(lead, lead));
  const stale = await at(one);
  await record(one, 'application-submitted', '2026-11-02');
  expect((await failureOf(put(lead, one, stale))).code).toBe('conflict');
  const heard = async () => {
    const { cases, links } = await call('families.of', { caseId: lead });
    return [cases.length, links.filter((l) => l.kind === 'consolidated').length];
  };
  expect(await heard()).toEqual([1, 0]);
  await put(lead, one);
  expect((await failureOf(put(third, one))).details).toMatchObject({ rule: 'consolidate-lead' });
  expect(await heard()).toEqual([2, 1]);
  // What is recorded in the led case stays its own.
  expect((await get(lead)).events).toHaveLength(0);
});

test('nobody stands on both sides of a case', async () => {
  const idNumber = '510104199001011236';
  const caseId = await take({ workers: [worker('样例甲', { idNumber })] });
  const { version } = await get(caseId);
  const failure = await failureOf(
    call('cases.saveRespondent', {
      caseId,
      expectedVersion: version,
      respondentId: null,
      respondent: { kind: 'person', name: '样例甲', capacity: 'foreman', footing: 'joint', idNumber },
    }),
  );
  expect(failure.details).toMatchObject({ rule: 'two-roles' });
  const both = take({
    workers: [worker('样例甲', { idNumber })],
    respondents: [{ kind: 'person', name: '样例甲', capacity: 'foreman', footing: 'joint', idNumber }],
  });
  expect((await failureOf(both)).details).toMatchObject({ rule: 'two-roles' });
  expect((await get(caseId)).respondents).toHaveLength(1);
});

test('nobody acts for both sides of a case, and a worker may act for the others', async () => {
  const idNumber = '510104199001011236';
  const caseId = await take({ workers: [worker('样例甲', { idNumber }), worker('样例乙')], agents: [] });
  const unit = (await get(caseId)).respondents[0]?.id ?? '';
  const save = async (given: object) =>
    call('cases.saveAgent', {
      caseId,
      expectedVersion: (await get(caseId)).version,
      agentId: null,
      agent: { kind: 'lawyer', name: '样例律师', stages: ['arbitration'], ...given },
    });
  await save({ licenceNumber: '1510120201012345 6', phone: '138 0000 0001' });
  for (const same of [{ licenceNumber: '15101202010123456', name: '样例律師' }, { phone: '13800000001' }]) {
    const { details } = await failureOf(save({ principalId: unit, ...same }));
    expect(details).toMatchObject({ rule: 'two-roles' });
    expect(String(details?.zh)).toContain('第168条');
  }
  // Another of the same name, and one of the workers for the others: both are allowed.
  await save({ principalId: unit, phone: '13800000002' });
  await save({ kind: 'recommended-citizen', name: '样例甲', idNumber });
  const mine = { kind: 'recommended-citizen', name: '样例甲', idNumber, principalId: unit };
  expect((await failureOf(save(mine))).details).toMatchObject({ rule: 'two-roles' });
  expect((await get(caseId)).agents).toHaveLength(3);
});
