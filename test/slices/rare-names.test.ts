import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, unpaid, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const nothing = { name: '', phone: '', number: '', address: '' };

// As typed, as kept, as somebody else types it, and what no font has.
test.each([
  ['𠮷野样', '𠮷野样', '𠮷野样', []],
  ['𬭎样甲', '𬭎样甲', '𬭎样甲', []],
  // A variation selector chooses a shape of the same character.
  ['葛\u{E0101}样乙', '葛\u{E0101}样乙', '葛样乙', []],
  ['龙样丙', '龙样丙', '龙\uFE00样丙', []],
  // A joiner joins nothing in a name.
  ['李\u200D样丁', '李样丁', '李样丁', []],
  ['张😀样戊', '张😀样戊', '张😀样戊', ['😀']],
  ['王👨\u200D👩样己', '王👨👩样己', '王👨\u200D👩样己', ['👨', '👩']],
])('%s is kept, found everywhere and printed or marked', async (typed, kept, sought, missing) => {
  const { caseId } = await call(
    'cases.create',
    intake({ workers: [worker(typed)], respondents: [respondent] }),
  );
  expect((await call('cases.members', { caseId })).map((m) => m.name)).toEqual([kept]);
  const check = await call('people.check', { self: { ...nothing, name: sought }, other: nothing });
  expect(check.matches.map((m) => m.name)).toContain(kept);
  expect((await call('people.list', { text: sought })).items.map((p) => p.name)).toContain(kept);
  const listed = await call('cases.list', {
    filter: { text: sought },
    sort: { by: 'updated', direction: 'desc' },
  });
  expect(listed.items.map((c) => c.id)).toEqual([caseId]);
  const { groups } = await call('search.find', { text: sought });
  expect(groups.flatMap((g) => g.hits.map((h) => h.caseId))).toContain(caseId);
  const paper = await call('documents.preview', {
    caseId,
    paper: { formId: 'arb-application', memberId: null },
  });
  const marked = paper.warnings.filter((w) => w.code === 'character-missing');
  expect(marked.map((w) => /“(.+)”/.exec(w.label.zh)?.[1])).toEqual(missing);
});

test('a paper with a character that no font has becomes final once it is accepted', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({ workers: [worker('张😀样')], respondents: [respondent] }),
  );
  const { documents } = await call('documents.make', {
    caseId,
    papers: [{ formId: 'arb-application', memberId: null }],
  });
  expect(documents[0]?.warnings.map((w) => w.code)).toContain('character-missing');
  const finalise = (acceptGaps: boolean) =>
    call('documents.finalise', { caseId, documentIds: documents.map((d) => d.id), acceptGaps });
  expect((await failureOf(finalise(false))).details?.rule).toBe('paper-has-gaps');
  await finalise(true);
  expect((await call('documents.list', { caseId }))[0]?.state).toBe('final');
});

test('a character that several faces lack is named once', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({ workers: [worker('张样')], respondents: [{ ...respondent, name: '𮚊字劳务有限公司' }] }),
  );
  const { warnings } = await call('documents.preview', {
    caseId,
    paper: { formId: 'arb-application', memberId: null },
  });
  const marked = warnings.filter((w) => w.code === 'character-missing');
  expect(marked.map((w) => /“(.+)”/.exec(w.label.zh)?.[1])).toEqual(['𮚊']);
});

test('a claim for nothing is named before it is filed', async () => {
  const owed = unpaid('2026-04-01', '2026-04-30', '0');
  const workers = [{ ...worker('赵样'), arrears: [owed] }];
  const { caseId } = await call('cases.create', intake({ workers, respondents: [respondent] }));
  const found = await call('documents.check', { caseId, set: 'arbitration-filing' });
  expect(found).toContainEqual(
    expect.objectContaining({
      kind: 'sum',
      severity: 'error',
      field: 'claims',
      label: expect.objectContaining({ zh: '第1项请求的金额是零，请核对工资和期间。' }),
    }),
  );
});
