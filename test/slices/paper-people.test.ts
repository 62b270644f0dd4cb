import { afterAll, beforeAll, expect, test } from 'vitest';
import { namedIn } from '../../electron/core/features/documents/documents.whose.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});

/** Four workers with 3,000, 6,000, 9,000 and 12,000 yuan owed, who apply for arbitration. */
async function newCase() {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: ['10', '20', '30', '40'].map((n, i) =>
        worker(`样例${'甲乙丙丁'[i]}`, { arrears: [days(n)], isMigrant: true }),
      ),
      respondents: [respondent],
    }),
  );
  const ids = (await call('cases.members', { caseId })).map((m) => m.id);
  const [a = '', b = '', c = '', d = ''] = ids;
  return { caseId, a, b, c, d };
}
const act = async (caseId: string, kind: 'settle' | 'withdraw' | 'return', memberIds: string[]) =>
  call('group.act', { ...(await change(caseId)), kind, memberIds, on: '2026-11-20', note: null });

/** A new paper as the person reads it. */
async function paper(caseId: string, formId: FormId, memberId: string | null = null) {
  const { documents } = await call('documents.make', { caseId, papers: [{ formId, memberId }], set: 'all' });
  const id = documents[0]?.id ?? '';
  return { id, text: await textOf(id) };
}
async function textOf(documentId: string): Promise<string> {
  const { token } = await call('documents.open', { documentId });
  const bytes = (await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array();
  return (await pageTexts(bytes)).join('');
}
const namesIn = (text: string): string => [...'甲乙丙丁'].filter((n) => text.includes(`样例${n}`)).join('');
const filesOf = async (caseId: string, formId: FormId) =>
  (await call('documents.plan', { caseId, set: 'all' }))
    .filter((p) => p.formId === formId)
    .map((p) => p.memberName);

test('a new application names those still in, with their sum; the one made before keeps its bytes', async () => {
  const { caseId, b, c } = await newCase();
  const first = await paper(caseId, 'arb-application');
  expect(first.text).toContain('4人');
  expect(first.text).toContain('30,000.00');
  await act(caseId, 'withdraw', [b]);
  await act(caseId, 'settle', [c]);
  const second = await paper(caseId, 'arb-application');
  expect(namesIn(second.text)).toBe('甲丁');
  // 3,000 and 12,000 yuan.
  expect(second.text).toContain('15,000.00');
  expect(second.text).not.toContain('30,000.00');
  expect(await textOf(first.id)).toBe(first.text);
  expect(await filesOf(caseId, 'service-address')).toEqual(['样例甲', '样例丁', respondent.name]);
  await act(caseId, 'return', [b]);
  expect(namesIn((await paper(caseId, 'arb-application')).text)).toBe('甲乙丁');
});

test('a settlement names those who settle, a withdrawal those who withdraw, a receipt anybody', async () => {
  const { caseId, a, b, c } = await newCase();
  await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    memberId: null,
    expectedVersion: 0,
    // What 甲 and 乙 ask for together.
    values: { total: 900_000 },
  });
  await act(caseId, 'settle', [a, b]);
  await act(caseId, 'withdraw', [c]);
  const agreement = await paper(caseId, 'med-agreement');
  expect(namesIn(agreement.text)).toBe('甲乙');
  for (const part of ['3,000.00', '6,000.00', '9,000.00']) expect(agreement.text).toContain(part);
  expect(agreement.text).not.toContain('12,000.00');
  expect(namesIn((await paper(caseId, 'arb-withdrawal')).text)).toBe('丙');
  expect(await filesOf(caseId, 'service-receipt')).toEqual([
    '样例甲',
    '样例乙',
    '样例丙',
    '样例丁',
    respondent.name,
  ]);
});

test('a worker who was split off is in the papers of the new case alone', async () => {
  const { caseId, d } = await newCase();
  const { caseId: other } = await call('families.separate', {
    ...(await change(caseId)),
    memberIds: [d],
    reason: '另案处理',
  });
  const [left, split] = [await paper(caseId, 'arb-application'), await paper(other, 'arb-application')];
  expect([namesIn(left.text), namesIn(split.text)]).toEqual(['甲乙丙', '丁']);
  expect(left.text).toContain('18,000.00');
  expect(split.text).toContain('12,000.00');
});

test('the settlement that is being drafted tells who settles before anybody has', async () => {
  const { caseId, a, c } = await newCase();
  const line = (memberId: string, fen: number) => ({
    memberId,
    item: 'arrears',
    claimedFen: fen,
    amountFen: fen,
  });
  const outcome = {
    kind: 'settlement' as const,
    state: 'draft' as const,
    lines: [line(a, 300_000), line(c, 900_000)],
    plan: { instalments: [] },
  };
  await call('outcomes.save', { ...(await change(caseId)), outcomeId: null, outcome });
  expect(namesIn((await paper(caseId, 'med-agreement')).text)).toBe('甲丙');
  expect((await paper(caseId, 'arb-application')).text).toContain('30,000.00');
});

test('parts that settle one after another each have their own agreement', () => {
  const part = (id: string, kind: 'settle' | 'withdraw', on: string, memberIds: string[]) => ({
    id,
    kind,
    on: plainDate(on),
    note: null,
    memberIds,
  });
  const named = namedIn(
    ['a', 'b', 'c', 'd'],
    [part('1', 'settle', '2026-11-02', ['a']), part('2', 'settle', '2026-11-20', ['b', 'c'])],
    { state: 'in-force', memberIds: ['a'] },
  );
  expect([...named.settling]).toEqual(['b', 'c']);
  expect([...named.going]).toEqual(['d']);
  expect([...named.leaving]).toEqual(['b', 'c']);
  // Once everybody has left, the papers of the end are about them all.
  expect([...namedIn(['a'], [part('1', 'settle', '2026-11-02', ['a'])], null).going]).toEqual(['a']);
});
