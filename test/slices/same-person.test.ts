import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { inventedId } from '../support/make-sample-roster.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const number = inventedId('1975-04-05', 31);
beforeAll(async () => {
  app = await openTestApp();
  await app.client.call(
    'cases.create',
    intake({
      workers: [worker('甄相识', { idNumber: number, phone: '13800000301' }), worker('贾相识')],
      respondents: [{ ...respondent, uscc: '91110000MA00000C1X' }],
    }),
  );
});
afterAll(() => app.core.close());

const alike = (typed: Partial<Input<'people.alike'>>) =>
  app.client.call('people.alike', { kind: 'person', ...typed });
const personOf = async (name: string) => (await alike({ name }))[0]?.personId ?? '';
const get = (personId: string) => app.client.call('people.get', { personId });

test.each([
  ['name', { name: '甄相识' }, ['name'], false],
  ['phone', { name: '甄', phone: '138 0000 0301' }, ['phone'], false],
  ['number', { number: number.toLowerCase() }, ['number'], true],
  [
    'name and the end of a number with a slip in it',
    { name: '甄相识', number: `${number.slice(0, 8)}2${number.slice(9)}` },
    ['name', 'tail'],
    false,
  ],
] as const)(
  'somebody known is named by %s, masked, with case and role',
  async (_by, typed, reasons, sure) => {
    const [found] = await alike(typed);
    expect(found).toMatchObject({ name: '甄相识', sure, phone: '138****0301' });
    expect(found?.reasons).toEqual(expect.arrayContaining([...reasons]));
    expect(found?.roles[0]).toMatchObject({ role: 'applicant', number: expect.stringContaining('2026') });
    expect(JSON.stringify(found)).not.toContain(number);
  },
);

test('another number, another kind, half a name or nothing names nobody', async () => {
  expect(await alike({ name: '甄相识', number: inventedId('1990-09-09', 44) })).toEqual([]);
  expect(await alike({ kind: 'organisation', name: '甄相识' })).toEqual([]);
  expect(await alike({ name: '相识' })).toEqual([]);
  expect(await alike({})).toEqual([]);
});

test('an equal name stays somebody else until somebody says that it is the same', async () => {
  const known = await personOf('甄相识');
  const { caseId, version } = await app.client.call(
    'cases.create',
    intake({ workers: [worker('甄相识')], respondents: [] }),
  );
  expect((await get(known)).roles).toHaveLength(1);
  const [member] = await app.client.call('cases.members', { caseId });
  const { id: memberId, version: recordVersion } = member ?? ({} as never);
  const own = (await alike({ name: '甄相识', partyId: memberId })).map((p) => p.personId);
  expect(own).toEqual([known]);
  await app.client.call('cases.saveMember', {
    caseId,
    expectedVersion: version,
    recordVersion,
    memberId,
    worker: worker('甄相识', { phone: '13800000302' }),
    samePerson: known,
  });
  const file = await get(known);
  expect(file.roles).toHaveLength(2);
  expect(file.fields.phones).toEqual(['138****0302']);
  expect((await alike({ name: '甄相识', partyId: memberId })).map((p) => p.personId)).not.toContain(known);
  const timeline = await app.client.call('cases.timeline', { caseId });
  expect(JSON.stringify(timeline)).not.toContain(number);
});

test('worker, respondent and agent of a new case are linked by word; a contrary number refuses', async () => {
  const [known, company] = [
    await personOf('贾相识'),
    (await alike({ kind: 'organisation', name: respondent.name }))[0]?.personId ?? '',
  ];
  const made = await app.client.call(
    'cases.create',
    intake({
      workers: [worker('无关'), worker('贾相识')],
      respondents: [respondent],
      agents: [{ ...agent, name: '贾相识' }],
      samePersons: [
        { party: 'worker', at: 1, personId: known },
        { party: 'respondent', at: 0, personId: company },
        { party: 'agent', at: 0, personId: known },
      ],
    }),
  );
  const roles = (await get(known)).roles.filter((r) => r.caseId === made.caseId).map((r) => r.role);
  expect(roles.sort()).toEqual(['agent', 'applicant']);
  expect((await get(company)).roles.some((r) => r.caseId === made.caseId)).toBe(true);

  const first = (await alike({ number }))[0]?.personId ?? '';
  const contrary = app.client.call(
    'cases.create',
    intake({
      workers: [worker('甄相识', { idNumber: inventedId('1990-09-09', 45) })],
      samePersons: [{ party: 'worker', at: 0, personId: first }],
    }),
  );
  expect((await failureOf(contrary)).details?.rule).toBe('person-differs');
  const otherKind = app.client.call(
    'cases.create',
    intake({ workers: [worker('甄相识')], samePersons: [{ party: 'worker', at: 0, personId: company }] }),
  );
  expect((await failureOf(otherKind)).details?.rule).toBe('person-differs');
});
