import { fillIndex } from '../../shared/features/search/fill.ts';
import { type TestApp, testPassphrase } from './open-test-app.ts';

/** Writes the mark through what is kept beside the intake of a case: the office's lists, claims, records and the bin. */
export async function markEverythingElse({ client }: TestApp, caseId: string, mark: string): Promise<void> {
  const version = async () => (await client.call('cases.get', { caseId })).version;
  const change = async () => ({ caseId, expectedVersion: await version() });
  const [member] = await client.call('cases.members', { caseId });
  const memberId = member?.id ?? '';

  await client.call('users.add', { name: mark, role: 'clerk' });
  await client.call('office.changePassphrase', { current: testPassphrase, next: testPassphrase });
  const sort = { by: 'number', direction: 'asc' } as const;
  await client.call('filters.save', { name: mark, filter: { text: mark }, sort });
  await client.call('cases.export', { filter: { text: mark }, sort, format: 'xlsx' });

  const sought = { name: mark, phone: '13800000077', number: '', address: mark };
  await client.call('people.check', { self: sought, other: sought });
  const { id: enquiryId } = await client.call('enquiries.save', {
    self: sought,
    other: { ...sought, phone: '' },
    cause: 'wages',
    about: mark,
    conclusion: 'related',
    note: mark,
  });
  const enquiry = (await client.call('enquiries.list', {})).items.find((e) => e.id === enquiryId);
  await client.call('enquiries.settle', {
    enquiryId,
    expectedVersion: enquiry?.version ?? 0,
    status: 'referred',
    result: mark,
  });
  const [person] = (await client.call('people.list', { text: mark })).items;
  const file = await client.call('people.get', { personId: person?.id ?? '' });
  await client.call('people.save', {
    personId: file.id,
    expectedVersion: file.version,
    patch: { name: `${mark}改`, interpreter: mark, guardian: { name: mark, relation: mark, phone: null } },
    updateCases: false,
  });
  await client.call('people.reveal', { personId: file.id });

  await client.call('cases.update', {
    ...(await change()),
    patch: {
      unitClaims: [{ text: mark, amountFen: 1 }],
      witnesses: [{ name: mark, domicile: mark, phone: mark, proves: mark }],
    },
  });
  const about = { caseId };
  await client.call('tasks.save', { about, title: mark, detail: mark });
  await client.call('tasks.saveTemplate', { track: 'arbitration', name: mark, items: [{ title: mark }] });
  await client.call('notes.save', { about, body: `@测试员 ${mark}` });
  await client.call('time.save', {
    caseId,
    workedOn: '2026-11-20',
    minutes: 30,
    cause: 'drafting',
    detail: mark,
  });
  const event = { type: 'demand-made', date: '2026-10-02', method: mark.slice(0, 20), addressee: mark };
  const { id: eventId } = await client.call('cases.recordEvent', {
    ...(await change()),
    eventId: null,
    event: { ...event, note: mark, reason: mark },
  });
  await client.call('hearings.saveRoom', { id: null, recordVersion: 0, name: mark, place: mark });
  const phrase = { id: null, recordVersion: 0, kind: 'phrase', title: mark, body: mark } as const;
  await client.call('hearings.savePhrase', phrase);
  const { id: hearingId, version: hearingVersion } = await client.call('hearings.save', {
    ...(await change()),
    hearingId: null,
    recordVersion: 0,
    hearing: {
      kind: 'meeting',
      date: '2026-12-01',
      start: '09:00',
      end: '10:00',
      place: mark,
      people: [{ role: 'clerk', name: mark }],
      note: mark,
    },
  });
  await client.call('hearings.attendance', {
    caseId,
    hearingId,
    recordVersion: hearingVersion,
    attendance: [{ side: 'witness', name: mark, state: 'present', note: mark }],
  });
  await client.call('hearings.saveMinutes', { caseId, hearingId, recordVersion: 0, body: mark });
  await client.call('calendar.savePredate', {
    ...(await change()),
    predateId: null,
    recordVersion: 0,
    predate: { title: mark, note: mark, anchorKind: 'date', anchor: '2026-12-02' },
  });
  await client.call('deadlines.choose', {
    ...(await change()),
    ruleId: 'arb-answer',
    choice: { reason: mark },
  });
  await client.call('claims.saveItem', {
    ...(await change()),
    itemId: null,
    memberId,
    calculator: 'economic-compensation',
    inputs: {
      hireDate: '2023-03-01',
      lastDay: '2026-08-31',
      avgMonthlyWage12m: '6000',
      reason: 'forced-resignation',
    },
    methodReason: mark,
  });
  await client.call('documents.saveParticulars', {
    caseId,
    topic: 'withdrawal',
    expectedVersion: 0,
    values: { extent: 'all', reason: 'settled' },
  });
  const item = { group: 'relation', name: mark, kind: 'documentary', form: 'copy', holder: mark } as const;
  const { id: evidenceId } = await client.call('evidence.save', {
    ...(await change()),
    evidenceId: null,
    item,
  });
  await client.call('lawData.setValue', {
    value: { kind: 'lpr', validFrom: '2026-11-20', percent: '2.95', source: mark },
  });
  await client.call('search.find', { text: mark });
  await client.call('search.rebuild', {});
  await fillIndex(client);

  // What was taken out lies in the bin, and what was taken back lies in the record of changes.
  await client.call('evidence.remove', { ...(await change()), evidenceId });
  await client.call('cases.removeEvent', { ...(await change()), eventId });
  await client.call('cases.removeMembers', { ...(await change()), memberIds: [memberId] });
  await client.call('bin.list', {});
}
