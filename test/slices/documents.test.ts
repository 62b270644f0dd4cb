import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveField } from '../../renderer/features/case/field-link.ts';
import type { DocumentRecord } from '../../shared/features/documents/documents.contract.ts';
import { topicOf } from '../../shared/features/documents/particulars/topics.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

const stored = (): string[] =>
  fs
    .readdirSync(path.join(app.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath, e.name))
    .sort();

async function groupCase(names: readonly string[] = ['赵样', '钱样']): Promise<string> {
  const workers = names.map((name) => worker(name, { arrears: [days('20')] }));
  const input = intake({ workers, respondents: [respondent], agents: [agent] });
  return (await call('cases.create', input)).caseId;
}
const versionOf = async (caseId: string): Promise<number> => (await call('cases.get', { caseId })).version;
const outdatedOf = async (caseId: string): Promise<Record<string, boolean>> =>
  Object.fromEntries(
    (await call('documents.list', { caseId })).map((d) => [`${d.formId} ${d.memberName ?? ''}`, d.outdated]),
  );

async function bytesOf(token: string): Promise<Uint8Array> {
  return (await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array();
}

test('kept bytes are checked when they are opened', async () => {
  const caseId = await groupCase();
  const before = stored();
  const papers = [
    { formId: 'arb-application' as const, memberId: null },
    { formId: 'evidence-list' as const, memberId: null },
  ];
  const { documents } = await call('documents.make', { caseId, papers });
  const made = stored().filter((f) => !before.includes(f));
  expect(made).toHaveLength(2);
  const open = (d: DocumentRecord | undefined) => call('documents.open', { documentId: d?.id ?? '' });
  const [first, second] = documents;
  const good = await bytesOf((await open(first)).token);
  expect(good.length).toBe(first?.bytes);

  const [a = '', b = ''] = made;
  const [bytesA, bytesB] = [fs.readFileSync(a), fs.readFileSync(b)];
  for (const at of [0, 5, 20, 40, bytesA.length - 1]) {
    const bad = Buffer.from(bytesA);
    bad[at] = (bad[at] ?? 0) ^ 1;
    fs.writeFileSync(a, bad);
    expect(await failureOf(open(first)), String(at)).toEqual({
      code: 'database-damaged',
      details: { part: 'file' },
    });
  }
  for (const length of [0, 31, bytesA.length - 1]) {
    fs.writeFileSync(a, bytesA.subarray(0, length));
    expect((await failureOf(open(first))).code).toBe('database-damaged');
  }
  // Moved under each other's names: each is whole, and neither is what it is called.
  fs.writeFileSync(a, bytesB);
  fs.writeFileSync(b, bytesA);
  for (const d of [first, second]) expect((await failureOf(open(d))).code).toBe('database-damaged');
  fs.rmSync(a);
  expect(await failureOf(open(first))).toEqual({ code: 'not-found', details: { part: 'file' } });
  expect((await failureOf(call('documents.bundle', { documentIds: documents.map((d) => d.id) }))).code).toBe(
    'not-found',
  );
  fs.writeFileSync(a, bytesA);
  fs.writeFileSync(b, bytesB);
  expect(Buffer.from(await bytesOf((await open(first)).token)).equals(good)).toBe(true);
});

test('the same facts make the same bytes, on a preview too', async () => {
  const caseId = await groupCase();
  const one = await call('documents.make', { caseId, papers: null });
  const two = await call('documents.make', { caseId, papers: null });
  expect(two.documents.map((d) => d.sha256)).toEqual(one.documents.map((d) => d.sha256));
  expect(new Set(one.documents.map((d) => d.id)).size).toBe(one.documents.length);
  const paper = { formId: 'arb-application' as const, memberId: null };
  const preview = await call('documents.preview', { caseId, paper });
  const kept = await call('documents.open', { documentId: one.documents[0]?.id ?? '' });
  expect(Buffer.from(await bytesOf(preview.token)).equals(await bytesOf(kept.token))).toBe(true);
  const english = await call('documents.make', { caseId, papers: [paper], language: 'en' });
  expect(english.documents[0]?.sha256).not.toBe(one.documents[0]?.sha256);
});

test('a paper is outdated when the record says something else, and only then', async () => {
  const caseId = await groupCase();
  await call('documents.make', { caseId, papers: null });
  const none = await outdatedOf(caseId);
  expect(Object.keys(none).length).toBeGreaterThan(4);
  expect(Object.values(none)).not.toContain(true);

  // Another day and what no paper prints.
  app.world.setNow('2026-12-05T02:00:00Z');
  await call('cases.saveDraft', { draft: 'x' });
  const settings = await call('office.settings', {});
  const { version, cipher: _, folder: __, ...office } = settings;
  await call('office.saveSettings', { ...office, name: '改了名的机构', expectedVersion: version });
  expect(await outdatedOf(caseId)).toEqual(none);

  const [first, second] = await call('cases.members', { caseId });
  if (!first || !second) throw new Error('no members');
  const save = async (quantity: string) =>
    call('claims.saveArrears', {
      caseId,
      expectedVersion: await versionOf(caseId),
      memberId: second.id,
      rows: [days(quantity)],
    });
  await save('21');
  const changed = await outdatedOf(caseId);
  expect(changed['arb-application ']).toBe(true);
  expect(changed['wage-schedule 钱样']).toBe(true);
  expect(changed['wage-schedule 赵样']).toBe(false);
  expect(changed['power-of-attorney 钱样']).toBe(false);
  expect(changed['evidence-list ']).toBe(false);
  await save('20');
  expect(await outdatedOf(caseId)).toEqual(none);

  // A worker who has left the case takes the validity of his papers along, until he is back.
  const change = async () => ({ caseId, expectedVersion: await versionOf(caseId), memberIds: [second.id] });
  await call('cases.removeMembers', await change());
  expect((await outdatedOf(caseId))['power-of-attorney 钱样']).toBe(true);
  await call('cases.restoreMembers', await change());
  expect(await outdatedOf(caseId)).toEqual(none);
  app.world.setNow('2026-11-23T02:00:00Z');
});

test('papers of the same name lie beside each other in the bundle', async () => {
  const caseId = await groupCase(['同名样', '同名样', '同名样']);
  const one = await call('documents.make', { caseId, papers: null });
  const two = await call('documents.make', { caseId, papers: null });
  const documents = [...one.documents, ...two.documents];
  const { token, fileName } = await call('documents.bundle', { documentIds: documents.map((d) => d.id) });
  expect(fileName).toMatch(/第\d+号\.zip$/);
  const files = unzipSync(await bytesOf(token));
  expect(Object.keys(files)).toHaveLength(documents.length);
  const lengths = Object.values(files).map((f) => f.length);
  expect(lengths.sort()).toEqual(documents.map((d) => d.bytes).sort());
  for (const name of Object.keys(files)) expect(name).toMatch(/^[^/\\:*?"<>|]+\.pdf$/);
});

test('papers that are cancelled in the middle leave neither record nor file', async () => {
  const caseId = await groupCase(Array.from({ length: 12 }, (_v, i) => `样${i}`));
  const before = stored();
  const entries = await call('audit.verify', {});
  let during = 0;
  const stop = app.core.subscribe((e) => {
    if (e.type !== 'progress' || e.stage !== 'making-papers' || e.done === 0) return;
    during = Math.max(during, stored().length - before.length);
    void call('system.cancel', { callId: e.callId });
  });
  expect((await failureOf(call('documents.make', { caseId, papers: null }))).code).toBe('cancelled');
  stop();
  expect(during).toBeGreaterThan(0);
  expect(stored()).toEqual(before);
  expect(await call('documents.list', { caseId })).toEqual([]);
  expect(await call('audit.verify', {})).toEqual(entries);
});

test('others work on while a set is laid out; papers of a record that moved on are not kept', async () => {
  const caseId = await groupCase(Array.from({ length: 6 }, (_v, i) => `样${i}`));
  const before = stored();
  const making = async (meanwhile: () => Promise<unknown>) => {
    let other: Promise<unknown> | undefined;
    let saved = false;
    let savedFirst = false;
    const stop = app.core.subscribe((e) => {
      if (e.type !== 'progress' || e.stage !== 'making-papers') return;
      other ??= meanwhile().then(() => {
        saved = true;
      });
      if (e.done === e.total) savedFirst = saved;
    });
    try {
      return await call('documents.make', { caseId, papers: null });
    } finally {
      stop();
      await other;
      expect(saved).toBe(true);
      if (stored().length > before.length) expect(savedFirst).toBe(true);
    }
  };
  const values = { organisation: '样例调解中心' };
  const place = { caseId, topic: 'mediation', values };
  const failure = await failureOf(
    making(() => call('documents.saveParticulars', { ...place, expectedVersion: 0 })),
  );
  expect(failure).toMatchObject({ code: 'rule-violation', details: { rule: 'record-moved-on' } });
  expect(stored()).toEqual(before);
  expect(await call('documents.list', { caseId })).toEqual([]);

  const task = { about: { caseId }, title: '核对身份证件' };
  const { documents } = await making(() => call('tasks.save', task));
  expect(stored()).toHaveLength(before.length + documents.length);
  expect((await call('documents.list', { caseId })).filter((d) => d.outdated)).toEqual([]);
});

/** Looks a warning's field up in the record as the page does. @returns why it leads nowhere, or null. */
async function leadsNowhere(caseId: string, field: string): Promise<string | null> {
  if (resolveField(field) === null) return `${field}: unknown to the page`;
  const file = await call('cases.get', { caseId });
  const [head = '', id = '', ...rest] = field.split('.');
  const inside = (record: unknown, keys: readonly string[]): string | null => {
    let at = record;
    for (const key of keys) {
      if (/^\d+$/.test(key) && Array.isArray(at)) {
        at = at[Number(key)];
        continue;
      }
      if (typeof at !== 'object' || at === null || !(key in at)) return `${field}: no “${key}”`;
      at = (at as Record<string, unknown>)[key];
    }
    return null;
  };
  const among = async (list: readonly { id: string }[]): Promise<string | null> => {
    if (id === '') return null;
    const record = list.find((r) => r.id === id);
    return record ? inside(record, rest) : `${field}: no such id`;
  };
  if (head === 'project') return inside(file.project, [id, ...rest]);
  if (head === 'case') return inside(file, [id, ...rest]);
  if (head === 'facts') return inside(file.facts, [id, ...rest]);
  if (head === 'members') return among(await call('cases.members', { caseId }));
  if (head === 'respondents') return among(file.respondents);
  if (head === 'agents') return among(file.agents);
  if (head === 'evidence') return among(await call('evidence.list', { caseId }));
  if (head === 'particulars') {
    const fields = topicOf(id.split('/')[0] ?? '')?.fields ?? {};
    return (rest[0] ?? '') in fields ? null : `${field}: no such field`;
  }
  if (head === 'events')
    return ['demand-made', 'right-known'].includes(id) ? null : `${field}: no such event`;
  return ['representatives', 'claims'].includes(field) ? null : `${field}: unknown place`;
}

test('every gap of a case leads to its place in the record', async () => {
  const bare = { name: '样', job: {} };
  const item = { group: 'relation', name: '证据', kind: 'documentary', form: 'copy' } as const;
  const row = { ...days('1'), paid: [{ amountFen: 1 }], deductions: [{ amountFen: 1 }] };
  const person = { ...respondent, kind: 'person' } as const;
  const empty = { project: { name: null, site: null, teamLeader: null } };
  const inputs = [
    intake(empty),
    intake({ ...empty, workers: [bare] }),
    intake({ workers: [bare], respondents: [respondent, person], agents: [agent], evidence: [item] }),
    intake({
      project: { name: '样例工程', site: null, teamLeader: null },
      workers: Array.from({ length: 4 }, () => ({ ...bare, arrears: [row] })),
      respondents: [{ ...respondent, status: 'revoked', capacity: 'dispatch-agency' }],
      agents: [
        { ...agent, kind: 'relative', specialPowers: ['settle'] },
        { ...agent, kind: 'lawyer' },
      ],
      evidence: [item, { ...item, kind: 'electronic', form: 'electronic' }],
    }),
    intake({ workers: Array.from({ length: 11 }, () => bare), respondents: [respondent], agents: [agent] }),
  ];
  const wrong = new Set<string>();
  let walked = 0;
  for (const input of inputs) {
    const { caseId } = await call('cases.create', input);
    for (const paper of await call('documents.plan', { caseId }))
      for (const warning of paper.warnings) {
        walked++;
        if (warning.field === null) continue;
        const reason = await leadsNowhere(caseId, warning.field);
        if (reason !== null)
          wrong.add(`${paper.formId} ${warning.code} ${reason.replace(/[0-9A-Z]{26}/, 'ID')}`);
      }
  }
  expect(walked).toBeGreaterThan(100);
  expect([...wrong]).toEqual([]);
});

test('a number that fails its own check is pointed out on the papers that print it', async () => {
  const plan = async (
    idNumber: string,
    idType: 'resident-id' | 'passport',
    uscc: string,
    foremansNumber: string,
  ) => {
    const { caseId } = await call(
      'cases.create',
      intake({
        workers: [worker('赵样', { idNumber, idType, arrears: [days('20')] }), worker('钱样')],
        respondents: [
          { ...respondent, uscc },
          { ...respondent, kind: 'person', name: '孙样', capacity: 'foreman', idNumber: foremansNumber },
        ],
        agents: [agent],
        evidence: [{ group: 'relation', name: '证据', kind: 'documentary', form: 'copy' }],
      }),
    );
    const members = await call('cases.members', { caseId });
    const { respondents } = await call('cases.get', { caseId });
    const names = new Map([...members, ...respondents].map((r) => [r.id, r.name]));
    const found: string[] = [];
    for (const paper of await call('documents.plan', { caseId })) {
      for (const warning of paper.warnings) {
        if (warning.code !== 'number-check') continue;
        expect(warning.severity).toBe('error');
        expect(await leadsNowhere(caseId, warning.field ?? '')).toBeNull();
        const [kind, id = '', field] = warning.field?.split('.') ?? [];
        const name = names.get(id) ?? '';
        expect(warning.label.zh).toContain(name);
        expect(warning.label.en).toContain(name);
        found.push([paper.formId, paper.memberName ?? '-', kind, name, field].join(' '));
      }
    }
    return found;
  };
  expect(await plan('110101199001010015', 'resident-id', '91110000600037341L', '110101199001010031')).toEqual(
    [],
  );
  const bad = await plan('110101199001010016', 'resident-id', '911100006000373411', '110101199001010032');
  expect(bad.filter((b) => b.startsWith('arb-application'))).toEqual([
    'arb-application - members 赵样 idNumber',
    'arb-application - respondents 样例建筑劳务有限公司 uscc',
    'arb-application - respondents 孙样 idNumber',
  ]);
  expect(bad).toContain('wage-schedule 赵样 members 赵样 idNumber');
  expect(bad).toContain('power-of-attorney 赵样 members 赵样 idNumber');
  expect(bad.filter((b) => /^evidence-list|^\S+ 钱样/.test(b))).toEqual([]);
  const passport = await plan('E12345678', 'passport', '91110000600037341L', 'E87654321');
  expect(passport).toEqual([
    'arb-application - respondents 孙样 idNumber',
    'arb-party-info - respondents 孙样 idNumber',
  ]);
});
