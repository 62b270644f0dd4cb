import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longestText } from '../../shared/features/documents/editing.contract.ts';
import { placeholderFaults } from '../../shared/features/documents/placeholders.ts';
import { oneWorker } from '../documents/support/facts.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, noFacts, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const application = { formId: 'arb-application' as const, memberId: null };
const award = { formId: 'arb-award' as const, memberId: null };

async function newCase(names: readonly string[] = ['赵样'], more: Parameters<typeof intake>[0] = {}) {
  const workers = names.map((name) =>
    worker(name, { arrears: [days('20')], job: { wageUnit: 'day', rateFen: 30_000, start: '2025-03-01' } }),
  );
  const input = intake({ workers, respondents: [respondent], agents: [agent], ...more });
  return (await call('cases.create', input)).caseId;
}
const bytesOf = async (token: string | null): Promise<Buffer> =>
  Buffer.from((await app.core.fileFor(app.caller, token ?? ''))?.bytes ?? []);
const one = async (caseId: string) => {
  const { documents } = await call('documents.make', { caseId, papers: [application] });
  const [made] = documents;
  if (!made) throw new Error('nothing was made');
  return made;
};
const save = (caseId: string, field: string, text: string, base = '') =>
  call('documents.saveTexts', { caseId, texts: [{ field, text, base }] });
const live = (caseId: string, more: object = {}) =>
  call('documents.live', { caseId, paper: application, texts: [], focus: null, seen: null, ...more });
const contentOf = async (caseId: string, id: string): Promise<string> =>
  (await call('documents.compare', { caseId, olderId: id, newerId: id })).blocks
    .flat()
    .map((p) => p.text)
    .join('\n');
const setQuantity = async (caseId: string, quantity: string) => {
  const [member] = await call('cases.members', { caseId });
  const { version } = await call('cases.get', { caseId });
  await call('claims.saveArrears', {
    caseId,
    expectedVersion: version,
    memberId: member?.id ?? '',
    rows: [days(quantity)],
  });
};

test('a text is kept while it is written, saved into the case, and never over somebody else', async () => {
  const caseId = await newCase();
  const textOf = async (field: string) =>
    (await call('documents.texts', { caseId, paper: application })).texts.find((t) => t.field === field);
  expect((await textOf('facts.relation'))?.text).toBe('');
  await call('documents.keepText', { caseId, field: 'facts.relation', text: '写到一半', base: '' });
  // A draft survives the lock of the office; it is in the encrypted record.
  await call('office.lock', {});
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect((await textOf('facts.relation'))?.draft).toMatchObject({ text: '写到一半', stale: false });
  await save(caseId, 'facts.relation', '写完的话。');
  expect(await textOf('facts.relation')).toMatchObject({ text: '写完的话。', draft: null });
  // The base is what one had read.
  expect(await failureOf(save(caseId, 'facts.relation', '另一人', ''))).toMatchObject({
    code: 'conflict',
    details: { field: 'facts.relation' },
  });
  await call('documents.keepText', { caseId, field: 'facts.relation', text: '旧稿', base: '' });
  expect((await textOf('facts.relation'))?.draft?.stale).toBe(true);
  await call('documents.keepText', { caseId, field: 'facts.relation', text: null, base: '' });
  expect((await textOf('facts.relation'))?.draft).toBeNull();
  await save(caseId, 'particulars.award-reasons.reasons', '本委认为……');
  const { texts } = await call('documents.texts', { caseId, paper: award });
  expect(texts.find((t) => t.field === 'particulars.award-reasons.reasons')?.text).toBe('本委认为……');
  for (const field of ['particulars.award-reasons.items', 'facts.nothing', 'particulars.nothing.x'])
    expect(['invalid-input', 'not-found']).toContain((await failureOf(save(caseId, field, '无'))).code);
  expect((await failureOf(save(caseId, 'facts.relation', '长'.repeat(longestText + 1)))).code).toBe(
    'invalid-input',
  );
});

test('the live paper is the paper, and shows where the paragraph in work stands', async () => {
  const caseId = await newCase();
  const text = '第一段说明。\n\n双方口头约定，每日三百元。\n第一段说明。';
  const texts = [{ field: 'facts.relation', text }];
  const look = await live(caseId, { texts, focus: { field: 'facts.relation', paragraph: 2 } });
  expect(look.places).toHaveLength(1);
  const again = await live(caseId, {
    texts,
    focus: { field: 'facts.relation', paragraph: 3 },
    seen: look.seen,
    release: look.token,
  });
  expect(again.token).toBeNull();
  expect(await bytesOf(look.token)).toHaveLength(0);
  // Of two paragraphs of the same words the second is meant.
  expect(again.places[0]?.top).toBeGreaterThan(look.places[0]?.top ?? 0);
  await save(caseId, 'facts.relation', text);
  const saved = await live(caseId);
  expect(saved.seen).toBe(look.seen);
  const kept = await call('documents.open', { documentId: (await one(caseId)).id });
  const pages = (bytes: Buffer): number => bytes.toString('latin1').split('/Type /Page\n').length;
  expect(pages(await bytesOf(saved.token))).toBe(pages(await bytesOf(kept.token)));
});

test('a placeholder prints the fact of the day, and an unknown one is named', async () => {
  const caseId = await newCase();
  await save(caseId, 'facts.performance', '共欠 {欠薪金额}（{arrears-words}），{不存在}，{约定总额}。');
  const first = await one(caseId);
  expect(await contentOf(caseId, first.id)).toContain(
    '共欠 6,000.00元（人民币陆仟元整），{不存在}，＿＿＿＿＿＿。',
  );
  const codes = first.warnings.map((w) => w.code);
  expect(codes).toContain('placeholder-unknown');
  expect(codes).toContain('placeholder-empty');
  expect(first.warnings.find((w) => w.code === 'placeholder-unknown')).toMatchObject({
    severity: 'error',
    field: 'facts.performance',
  });
  await setQuantity(caseId, '21');
  const [listed] = await call('documents.list', { caseId });
  expect(listed?.outdated).toBe(true);
  expect(await contentOf(caseId, (await one(caseId)).id)).toContain('共欠 6,300.00元（人民币陆仟叁佰元整）');
  const { documents } = await call('documents.make', { caseId, papers: [application], language: 'en' });
  expect(await contentOf(caseId, documents[0]?.id ?? '')).toContain('RMB 6,300.00');
});

test('what was typed and differs from the record is warned of with its place', async () => {
  const caseId = await newCase(['赵样'], {
    facts: {
      ...noFacts,
      performance: '欠薪共计６１００元；日工资300元；合计人民币陆仟元整。',
      grounds: '被申请人样列建筑劳务有限公司应当支付。样例建筑劳务有限公司负责人未到场。',
      relation: '身份证号510104199001011234。',
    },
  });
  const { warnings } = await one(caseId);
  const sums = warnings.filter((w) => w.code === 'figure-differs');
  expect(sums).toHaveLength(1);
  expect(sums[0]?.field).toBe('facts.performance');
  expect(sums[0]?.label.zh).toContain('６１００元');
  expect(sums[0]?.label.zh).toContain('6,000.00');
  expect(warnings.filter((w) => w.code === 'name-differs').map((w) => w.label.zh)).toEqual([
    '“法律依据”：“样列建筑劳务有限公司”与记录中的“样例建筑劳务有限公司”只差一两个字。',
  ]);
  expect(warnings.filter((w) => w.code === 'number-differs').map((w) => w.field)).toEqual(['facts.relation']);
});

test('an agreement and an award print the sums of the outcome, whatever was typed', async () => {
  const caseId = await newCase(['赵样', '钱样']);
  const members = await call('cases.members', { caseId });
  const { version } = await call('cases.get', { caseId });
  const lines = members.map((m) => ({
    memberId: m.id,
    item: 'arrears' as const,
    claimedFen: 600_000,
    amountFen: 500_000,
  }));
  await call('documents.saveParticulars', {
    caseId,
    topic: 'settlement',
    expectedVersion: 0,
    values: { total: 999_900, otherTerms: '约定支付{约定总额}。' },
  });
  await call('outcomes.save', {
    caseId,
    outcomeId: null,
    expectedVersion: version,
    outcome: { kind: 'settlement', state: 'draft', lines, plan: { instalments: [] } },
  });
  const { documents } = await call('documents.make', {
    caseId,
    papers: [{ formId: 'med-agreement', memberId: null }],
  });
  const text = await contentOf(caseId, documents[0]?.id ?? '');
  expect(text).toContain('10,000.00');
  expect(text).toContain('约定支付10,000.00元。');
  expect(text).not.toContain('9,999.00');
  const found = await call('documents.check', { caseId, set: 'mediation-outcome' });
  expect(found.find((f) => f.field === 'particulars.settlement.total')?.values.map((v) => v.value)).toEqual([
    '10,000.00',
    '9,999.00',
  ]);
});

test('a day typed earlier beside the agreed one is shown until a person decides between them', async () => {
  const caseId = await newCase();
  const save = (topic: string, expectedVersion: number, values: Record<string, unknown>) =>
    call('documents.saveParticulars', { caseId, topic, expectedVersion, values });
  await save('settlement', 0, { instalments: [{ due: '2026-08-01', amount: 600_000 }] });
  await save('payment-order', 0, { door: 'agreement', dueOn: '2026-09-01' });
  const told = async () =>
    (await call('documents.check', { caseId, set: 'mediation-securing' })).filter(
      (f) => f.field === 'particulars.payment-order.dueOn',
    );
  const sheet = async () =>
    (await call('documents.particulars', { caseId })).find((p) => p.topic === 'payment-order')?.values;
  expect(await told()).toMatchObject([{ severity: 'error', papers: [{ zh: '支付令申请书' }] }]);
  expect(await sheet()).toEqual({ door: 'agreement', dueOn: '2026-09-01' });
  // The agreement mended, there is nothing left to compare and nothing to ask.
  await save('settlement', 1, { instalments: [{ due: '2026-09-01', amount: 600_000 }] });
  expect(await told()).toEqual([]);
  expect(await sheet()).toEqual({ door: 'agreement' });
  await save('settlement', 2, { instalments: [{ due: '2026-08-01', amount: 600_000 }] });
  await save('payment-order', 1, { door: 'agreement', dueOn: null });
  expect(await told()).toEqual([]);
});

test('phrases come by cause, the own ones can be changed, removed and brought back', async () => {
  const given = await call('documents.phrases', {});
  expect(new Set(given.map((p) => p.cause)).size).toBeGreaterThan(8);
  const own = { cause: 'wages' as const, title: '本机构的话', body: '按{欠薪期间}计。' };
  const { id, version } = await call('documents.savePhrase', { id: null, recordVersion: 0, ...own });
  expect((await call('documents.phrases', {}))[0]).toMatchObject({ ...own, builtIn: false });
  await call('documents.savePhrase', { id, recordVersion: version, ...own, title: '改过' });
  expect((await failureOf(call('documents.savePhrase', { id, recordVersion: version, ...own }))).code).toBe(
    'conflict',
  );
  await call('documents.removePhrase', { id, gone: true });
  expect(await call('documents.phrases', {})).toHaveLength(given.length);
  await call('documents.removePhrase', { id, gone: false });
  expect((await call('documents.phrases', {}))[0]?.title).toBe('改过');
});

test('every phrase that comes with the program uses known placeholders and reads in both languages', async () => {
  for (const language of ['zh-CN', 'en'] as const)
    for (const { id, body, title, builtIn } of await call('documents.phrases', { language })) {
      if (!builtIn) continue;
      const { unknown } = placeholderFaults(body, { facts: oneWorker(), language, applicantId: null });
      expect([id, unknown, title === '']).toEqual([id, [], false]);
      expect(/\p{Script=Han}/u.test(body.replace(/\{[^}]*\}/gu, ''))).toBe(language === 'zh-CN');
    }
});

test('a draft becomes final, final stays, and a correction names what it replaces', async () => {
  const caseId = await newCase();
  const make = (asDraft: boolean) => call('documents.make', { caseId, papers: [application], asDraft });
  const finalise = (id: string, acceptGaps = true) =>
    call('documents.finalise', { caseId, documentIds: [id], acceptGaps });
  const ruleOf = async (c: Promise<unknown>) => (await failureOf(c)).details?.rule;
  const [marked] = (await make(true)).documents;
  expect(marked).toMatchObject({ marked: true, versionNo: 1, state: 'draft' });
  expect(marked?.fileName).toMatch(/草稿 DRAFT\.pdf$/);
  expect(await ruleOf(finalise(marked?.id ?? ''))).toBe('paper-marked-draft');
  const [plain] = (await make(false)).documents;
  const id = plain?.id ?? '';
  expect(plain?.versionNo).toBe(2);
  expect(await ruleOf(finalise(id, false))).toBe('paper-has-gaps');
  const bytes = await bytesOf((await call('documents.open', { documentId: id })).token);
  await finalise(id);
  const listed = async (wanted: string) =>
    (await call('documents.list', { caseId })).find((d) => d.id === wanted);
  expect(await listed(id)).toMatchObject({ state: 'final', outdated: false });

  expect(await ruleOf(finalise(id))).toBe('paper-final');
  expect(await ruleOf(call('documents.remove', { caseId, documentIds: [id] }))).toBe('paper-final');
  // Neither the making nor the act that made it final can be taken back.
  const { act } = await call('undo.last', { scope: caseId, since: '2026-01-01T00:00:00Z' });
  expect(act?.verb).not.toBe('document.finalised');

  app.world.setNow('2031-05-06T02:00:00Z');
  await setQuantity(caseId, '22');
  expect(await listed(id)).toMatchObject({ state: 'final', outdated: true });
  expect(await bytesOf((await call('documents.open', { documentId: id })).token)).toEqual(bytes);
  const { document } = await call('documents.correct', { caseId, documentId: id, reason: '天数有误' });
  expect(document).toMatchObject({ predecessorId: id, reason: '天数有误', state: 'draft', versionNo: 3 });
  // Two papers in the place of one would contradict each other.
  const correct = (documentId: string) => call('documents.correct', { caseId, documentId, reason: '再次' });
  expect(await ruleOf(correct(id))).toBe('paper-in-correction');
  // Made again, it is still that correction.
  const [again] = (await make(false)).documents;
  expect(again).toMatchObject({ predecessorId: id, reason: '天数有误', versionNo: 4 });
  await call('documents.remove', { caseId, documentIds: [again?.id ?? ''] });
  const difference = await call('documents.compare', { caseId, olderId: id, newerId: document.id });
  const changed = difference.blocks.filter((b) => b.some((p) => p.kind !== 'same'));
  expect(changed.length).toBeGreaterThan(0);
  expect(
    changed
      .flat()
      .filter((p) => p.kind === 'added')
      .map((p) => p.text)
      .join(' '),
  ).toContain('6,600.00');
  // Unchanged paragraphs are not told as changed.
  expect(changed.length).toBeLessThan(difference.blocks.length / 2);
  const withToday = await call('documents.compare', { caseId, olderId: document.id, newerId: null });
  expect([withToday.added, withToday.removed]).toEqual([0, 0]);
  await finalise(document.id);
  expect((await listed(document.id))?.state).toBe('final');
  expect(await ruleOf(correct(id))).toBe('paper-replaced');
  // A correction given up makes room for another.
  const { document: next } = await correct(document.id);
  await call('documents.remove', { caseId, documentIds: [next.id] });
  expect((await correct(document.id)).document).toMatchObject({ predecessorId: document.id, versionNo: 6 });
  expect(
    await ruleOf(call('documents.correct', { caseId, documentId: marked?.id ?? '', reason: '无' })),
  ).toBe('paper-not-final');
  const verbs = (await call('audit.list', { caseId })).items.map((i) => i.verb);
  expect(verbs).toContain('document.finalised');
  expect(verbs).toContain('document.corrected');
  app.world.setNow('2026-11-23T02:00:00Z');
});

test('a correction whose record moved on while it was laid out is not kept, nor its file', async () => {
  const caseId = await newCase();
  const { id } = await one(caseId);
  await call('documents.finalise', { caseId, documentIds: [id], acceptGaps: true });
  const folder = path.join(app.folder, 'files');
  const files = (): number =>
    fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length;
  const before = files();
  const correcting = async (meanwhile: () => Promise<unknown>) => {
    let other: Promise<unknown> | undefined;
    const stop = app.core.subscribe((e) => {
      if (e.type === 'progress' && e.stage === 'making-papers') other ??= meanwhile();
    });
    const reply = call('documents.correct', { caseId, documentId: id, reason: '天数有误' });
    await Promise.allSettled([reply]);
    stop();
    expect(other).toBeDefined();
    await other;
    return reply;
  };
  const values = { further: '另有一项' };
  const failure = await failureOf(
    correcting(() =>
      call('documents.saveParticulars', { caseId, topic: 'suit', values, expectedVersion: 0 }),
    ),
  );
  expect(failure).toMatchObject({ code: 'rule-violation', details: { rule: 'record-moved-on' } });
  expect(await call('documents.list', { caseId })).toHaveLength(1);
  expect(files()).toBe(before);
  // What the paper does not say holds nothing up.
  const task = { about: { caseId }, title: '核对身份证件' };
  const { document } = await correcting(() => call('tasks.save', task));
  expect(document).toMatchObject({ predecessorId: id, versionNo: 2 });
  expect(files()).toBe(before + 1);
});

test('an outdated draft cannot be made final; a removed draft comes back with its number', async () => {
  const caseId = await newCase();
  const draft = await one(caseId);
  await setQuantity(caseId, '23');
  expect(
    (await failureOf(call('documents.finalise', { caseId, documentIds: [draft.id], acceptGaps: true })))
      .details?.rule,
  ).toBe('paper-outdated');
  await call('documents.remove', { caseId, documentIds: [draft.id] });
  expect((await one(caseId)).versionNo).toBe(2);
});

test('service of a final award opens the periods from its day, once', async () => {
  const caseId = await newCase(['赵样'], {
    events: [
      { type: 'application-submitted', date: '2026-09-01' },
      { type: 'accepted', date: '2026-09-03' },
      { type: 'copy-served', date: '2026-09-08' },
    ],
  } as object);
  const { documents } = await call('documents.make', {
    caseId,
    papers: [
      { formId: 'arb-respond', memberId: (await call('cases.get', { caseId })).respondents[0]?.id ?? '' },
    ],
  });
  const documentId = documents[0]?.id ?? '';
  const service = {
    party: 'employer' as const,
    recipient: '样例建筑劳务有限公司',
    route: 'receipt' as const,
    dates: ['2026-09-10'],
  };
  const serve = (more: object = {}) =>
    call('documents.serve', { caseId, documentId, service: { ...service, ...more } });
  expect((await failureOf(serve())).details?.rule).toBe('paper-not-final');
  await call('documents.finalise', { caseId, documentIds: [documentId], acceptGaps: true });
  const reckoned = await call('documents.servedOn', {
    caseId,
    documentId,
    service: { ...service, route: 'posting', dates: ['2026-09-10'], refusedToSign: true, recorded: true },
  });
  // Three working days later (办案规则 art. 20), not the day of posting.
  expect(reckoned.date).toBe('2026-09-15');
  expect(
    (await call('documents.servedOn', { caseId, documentId, service: { ...service, route: 'electronic' } }))
      .date,
  ).toBeNull();
  expect((await failureOf(serve({ route: 'electronic' }))).details?.rule).toBe('not-served');
  const served = await serve({ dates: ['2026-09-08'] });
  // The day is on record already, so that no second event says the same.
  expect(served).toMatchObject({ servedOn: '2026-09-08', eventId: null });
  const record = (await call('documents.list', { caseId })).find((d) => d.id === documentId);
  expect(record).toMatchObject({ state: 'served' });
  expect(record?.services[0]).toMatchObject({ recipient: '样例建筑劳务有限公司', servedOn: '2026-09-08' });
  await call('documents.unserve', { caseId, serviceId: served.id });
  expect((await call('documents.list', { caseId })).find((d) => d.id === documentId)?.state).toBe('final');
});

test('the check names what differs between papers and record, with the place to put it right', async () => {
  const caseId = await newCase(['赵样', '钱样']);
  const { documents } = await call('documents.make', { caseId, papers: null });
  const finalId = documents.find((d) => d.formId === 'arb-application')?.id ?? '';
  await call('documents.finalise', { caseId, documentIds: [finalId], acceptGaps: true });
  expect((await call('documents.check', { caseId })).filter((f) => f.values.length > 0)).toEqual([]);
  const [first] = await call('cases.members', { caseId });
  if (!first) throw new Error('no member');
  const { version } = await call('cases.get', { caseId });
  const {
    id,
    owedFen: _o,
    itemsFen: _i,
    position: _p,
    isRepresentative: _r,
    version: own,
    ...fields
  } = first;
  await call('cases.saveMember', {
    caseId,
    expectedVersion: version,
    recordVersion: own,
    memberId: id,
    worker: { ...fields, name: '赵祥' },
  });
  await setQuantity(caseId, '25');
  const found = await call('documents.check', { caseId });
  const name = found.find((f) => f.field === `members.${id}.name` && f.kind === 'name');
  expect(name?.severity).toBe('error');
  expect(name?.values[0]).toMatchObject({ value: '赵祥' });
  expect(name?.values.slice(1).every((v) => v.value === '赵样')).toBe(true);
  expect(found.some((f) => f.kind === 'sum' && f.values.some((v) => v.value === '12,000.00'))).toBe(true);
  // What several papers lack is told once.
  const missing = found.filter((f) => f.kind === 'missing');
  expect(new Set(missing.map((f) => f.field)).size).toBe(missing.length);
  expect(missing.some((f) => f.papers.length > 1)).toBe(true);
});

test('what stands in a table is shown by its row alone', async () => {
  const caseId = await newCase();
  const [member] = await call('cases.members', { caseId });
  const paper = { formId: 'la-application' as const, memberId: member?.id ?? '' };
  const field = 'particulars.legal-aid-matter.summary';
  const texts = [{ field, text: '两个月工资没有发，要求援助。' }];
  const look = await live(caseId, { paper, texts, focus: { field, paragraph: 0 } });
  expect(look.places).toHaveLength(1);
  const [place] = look.places;
  // The table fills most of the page; its row does not.
  expect((place?.bottom ?? 0) - (place?.top ?? 0)).toBeLessThan(120);
  expect((place?.bottom ?? 0) - (place?.top ?? 0)).toBeGreaterThan(10);
});

test('a hundred thousand characters are laid out, kept and compared', async () => {
  const caseId = await newCase();
  const paragraph = `${'申请人在该项目从事木工工作，服从班组安排。'.repeat(20)}\n`;
  const text = paragraph.repeat(Math.floor(longestText / [...paragraph].length)).trim();
  const texts = [{ field: 'facts.performance', text }];
  const look = await live(caseId, { texts, focus: { field: 'facts.performance', paragraph: 200 } });
  expect(look.pages).toBeGreaterThan(80);
  expect(look.places.length).toBeGreaterThan(0);
  await save(caseId, 'facts.performance', text);
  const older = await one(caseId);
  await save(caseId, 'facts.performance', text.replace('木工', '瓦工'), text);
  const newer = await one(caseId);
  const { added, removed } = await call('documents.compare', {
    caseId,
    olderId: older.id,
    newerId: newer.id,
  });
  expect([added, removed]).toEqual([2, 2]);
});
