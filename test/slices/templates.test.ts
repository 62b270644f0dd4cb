import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPackage } from '../../electron/core/word/package.ts';
import { fillTemplate } from '../../electron/core/word/template.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, unpaid, worker } from '../support/records.ts';

let app: TestApp;
let caseId: string;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
  const input = intake({ workers: [worker('赵样'), worker('钱𠮷')], respondents: [respondent] });
  caseId = (await call('cases.create', input)).caseId;
});
afterAll(() => app.core.close());

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word file with the given paragraphs; a paragraph given as a list is cut into runs, as Word cuts it. */
function docx(
  paragraphs: readonly (string | readonly string[])[],
  more: Readonly<Record<string, string>> = {},
  type = main,
): Uint8Array {
  const body = paragraphs
    .map(
      (p) =>
        `<w:p>${[p]
          .flat()
          .map((t) => `<w:r><w:t xml:space="preserve">${t}</w:t></w:r>`)
          .join('')}</w:p>`,
    )
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encode(text)])));
}

const give = (bytes: Uint8Array, name = '模板.docx'): Promise<string> =>
  Promise.resolve(app.core.receiveFile(app.caller, { name, type: '', bytes }));
const formId = 'arb-application' as const;
const check = async (bytes: Uint8Array) =>
  (await call('templates.check', { formId, token: await give(bytes) })).findings;

async function made(options: { standard?: boolean } = {}): Promise<string> {
  const { token } = await call('word.make', { caseId, papers: [{ formId, memberId: null }], ...options });
  const bytes = (await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array();
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('|');
}

test('fields are filled by either name, loops repeat, and what is missing leaves room', async () => {
  const bytes = docx(
    [
      ['申请：{案', '由}'],
      '{#工人}',
      '{序}{姓名}（{phone}）',
      '{/工人}',
      '{#units}{名称}；{/units}',
      '案号{案号}',
    ].map((p) => (typeof p === 'string' ? p.replace('{序}', '') : p)),
  );
  expect(await check(bytes)).toEqual([]);
  const template = await call('templates.add', { formId, token: await give(bytes) });
  expect(template).toMatchObject({ version: 1, fileName: '模板.docx', removed: false });
  const text = await made();
  expect(text).toContain('赵样');
  expect(text).toContain('钱𠮷');
  expect(text).toMatch(/案号＿+/);
  expect(await made()).toBe(text);
  expect(await made({ standard: true })).toContain('仲裁请求');

  const newer = await call('templates.add', { formId, token: await give(docx(['第二版{案由}'])) });
  expect(newer.version).toBe(2);
  expect(await made()).toMatch(/^草稿 DRAFT\|第二版/);
  await call('templates.setRemoved', { id: newer.id, removed: true });
  expect(await made()).toBe(text);
  await call('templates.setRemoved', { id: newer.id, removed: false });
  expect(await made()).toMatch(/^草稿 DRAFT\|第二版/);
  for (const { id } of await call('templates.list', {}))
    await call('templates.setRemoved', { id, removed: true });
  expect(await made()).toContain('仲裁请求');
});

test('a draft says so in its text, its page heads and its name; a paper without gaps does not', async () => {
  const header = `<w:hdr ${w}><w:p/></w:hdr>`;
  const bytes = docx(['{案由}'], { 'word/header1.xml': header });
  const { id } = await call('templates.add', { formId, token: await give(bytes) });
  const { token, fileName } = await call('word.make', { caseId, papers: [{ formId, memberId: null }] });
  expect(fileName).toMatch(/草稿 DRAFT\.docx$/);
  const parts = unzipSync((await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array());
  for (const name of ['word/document.xml', 'word/header1.xml'])
    expect(new TextDecoder().decode(parts[name])).toContain('草稿 DRAFT');
  const whole = new TextDecoder().decode(
    unzipSync(fillTemplate(openPackage(bytes), { 案由: '欠薪' }, null))['word/document.xml'],
  );
  expect(whole).toContain('欠薪');
  expect(whole).not.toContain('草稿');
  await call('templates.setRemoved', { id, removed: true });
});

test('a fault is named with its place, and a template with faults is not kept', async () => {
  const unknown = docx(['第一段', '这里写{工人性名}，对吗', '{#工人}{姓名}{不存在}{/工人}']);
  expect(await check(unknown)).toEqual([
    { code: 'unknown-field', name: '工人性名', part: 'body', paragraph: 2, text: '这里写{工人性名}，对吗' },
    expect.objectContaining({ code: 'unknown-field', name: '不存在', paragraph: 3 }),
  ]);
  // A worker's field has no meaning outside the loop.
  expect(await check(docx(['{欠薪金额}']))).toMatchObject([{ code: 'unknown-field' }]);
  expect(await check(docx(['{#工人}{姓名}']))).toMatchObject([{ code: 'unclosed-loop', name: '工人' }]);
  expect(await check(docx(['{姓名}{/工人}']))).toMatchObject([{ code: 'unopened-loop', name: '工人' }]);
  expect(await check(docx(['金额{案由']))).toMatchObject([{ code: 'stray-brace' }]);
  // A broken loop does not hide the names that nobody knows.
  expect(await check(docx(['{工人性名}，{案由}', '{#工人}{姓名}{不存在}']))).toMatchObject([
    { code: 'unclosed-loop', name: '工人' },
    { code: 'unknown-field', name: '工人性名', paragraph: 1 },
    { code: 'unknown-field', name: '不存在', paragraph: 2 },
  ]);
  const failure = await failureOf(call('templates.add', { formId, token: await give(unknown) }));
  expect(failure).toMatchObject({ code: 'invalid-input', issues: [{ code: 'template-has-faults' }] });
});

test('what a text names between braces is the fact, and capitals stand alone', async () => {
  const owed = unpaid('2026-04-01', '2026-04-30');
  const workers = [{ ...worker('赵样'), arrears: [owed] }];
  const one = await call('cases.create', intake({ workers, respondents: [respondent] }));
  await call('documents.saveTexts', {
    caseId: one.caseId,
    texts: [{ field: 'facts.performance', text: '{用人单位}拖欠{劳动者}工资。', base: '' }],
  });
  const bytes = docx(['甲{工人姓名}乙{单位名称}', '{履行情况}', '大写{#请求}{金额大写}；{/请求}']);
  const { id } = await call('templates.add', { formId, token: await give(bytes) });
  const { token } = await call('word.make', {
    caseId: one.caseId,
    papers: [{ formId, memberId: null }],
  });
  const kept = unzipSync((await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array());
  const text = new TextDecoder().decode(kept['word/document.xml']);
  expect(text).toContain(`甲赵样乙${respondent.name}`);
  expect(text).toContain(`${respondent.name}拖欠赵样工资。`);
  expect(text).toContain('大写人民币陆仟元整；');
  await call('templates.setRemoved', { id, removed: true });
});

test('every listed field of every form passes the check', async () => {
  for (const form of await call('documents.forms', {})) {
    const fields = await call('templates.fields', { formId: form.id });
    const names = fields.flatMap((f) => [f.zh, f.id]);
    expect(new Set(names).size, form.id).toBe(names.length);
    const lines = fields.flatMap((f) =>
      f.fields
        ? [`{#${f.zh}}${f.fields.map((g) => `{${g.zh}}{${g.id}}`).join('')}{/${f.zh}}`]
        : [`{${f.zh}}{${f.id}}`],
    );
    const token = await give(docx(lines));
    expect((await call('templates.check', { formId: form.id, token })).findings, form.id).toEqual([]);
  }
});

const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const token = await give(bytes);
  return (await failureOf(call('templates.check', { formId, token }))).issues?.[0]?.code;
};

test('what is no template is refused with its reason', async () => {
  expect(await reasonOf(encode('<html>not a document</html>'))).toBe('template-not-word');
  expect(await reasonOf(encode(''))).toBe('template-not-word');
  expect(await reasonOf(zipSync({ 'a.txt': encode('x') }))).toBe('template-not-word');
  expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe('template-old-or-locked');
  expect(await reasonOf(docx(['x']).subarray(0, 300))).toBe('template-damaged');
  expect(await reasonOf(docx(['x'], { 'word/vbaProject.bin': 'x' }))).toBe('template-macros');
  expect(await reasonOf(docx(['x'], {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe(
    'template-macros',
  );
  expect(
    await reasonOf(docx(['x'], { 'word/settings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
  ).toBe('template-damaged');
  const bomb = zipSync({ ...unzipSync(docx(['x'])), 'word/media/a.png': new Uint8Array(90 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await reasonOf(bomb)).toBe('template-too-large');
});

test('nothing of a template points outside any more', async () => {
  const rels = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const outside =
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.invalid/" TargetMode="External"/>';
  const bytes = docx(
    [
      '</w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:t>网址</w:t></w:r></w:hyperlink><w:r><w:instrText>INCLUDEPICTURE "https://example.invalid/a.png"</w:instrText></w:r><w:r><w:t>{案由}',
    ],
    {
      'word/_rels/document.xml.rels': rels(outside),
    },
  );
  const { id } = await call('templates.add', { formId, token: await give(bytes) });
  const { token } = await call('templates.open', { id });
  const kept = unzipSync((await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array());
  const all = Object.values(kept)
    .map((part) => new TextDecoder().decode(part))
    .join('');
  expect(all).toContain('网址');
  expect(all).not.toContain('example.invalid');
  expect(all).not.toContain('rId9');
  await call('templates.setRemoved', { id, removed: true });
});

test('lines of wages and tables of particulars are loops', async () => {
  const fields = await call('templates.fields', { formId: 'med-agreement' });
  expect(fields.find((f) => f.id === 'settlement.instalments')?.fields?.map((f) => f.id)).toEqual([
    'due',
    'amount',
    'payer',
    'method',
  ]);
  const [member] = await call('cases.members', { caseId });
  await call('claims.saveArrears', {
    caseId,
    expectedVersion: (await call('cases.get', { caseId })).version,
    memberId: member?.id ?? '',
    rows: [days('20')],
  });
  const bytes = docx(['{#工资明细}{序号}、{姓名}{期间起}，欠{欠付}元；{/工资明细}']);
  expect(await check(bytes)).toEqual([]);
  const template = await call('templates.add', { formId, token: await give(bytes) });
  expect(await made()).toMatch(/1、赵样\d{4}年\d+月\d+日，欠[\d,]+\.\d\d元/);
  await call('templates.setRemoved', { id: template.id, removed: true });
});
