import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberBy, type OfficeFace, plainFace } from '../../shared/features/documents/face.ts';
import { pageTexts } from '../paper/support/read.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let caseId: string;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

const face: OfficeFace = {
  letterhead: ['样例县劳动人事争议', '调解中心文件'],
  redHead: true,
  sealName: '样例县劳动人事争议调解中心',
  numbers: { mediation: '样劳人调〔{year}〕{n}号', arbitration: null },
  copies: { 'med-acceptance': 7 },
  sentences: [
    { forms: [], place: 'before-signature', zh: '办公时间为工作日。', en: 'Office hours: working days.' },
    { forms: ['arb-application'], place: 'end', zh: '本文书由样例中心协助起草。', en: null },
  ],
};

beforeAll(async () => {
  app = await openTestApp();
  const settings = await call('office.settings', {});
  const { version, cipher: _cipher, folder: _folder, ...rest } = settings;
  await call('office.saveSettings', { ...rest, kinds: ['mediation-committee'], expectedVersion: version });
  const input = intake({ workers: [worker('赵样')], respondents: [respondent] });
  caseId = (await call('cases.create', input)).caseId;
});
afterAll(() => app.core.close());

const bytesOf = async (token: string): Promise<Uint8Array> =>
  (await app.core.fileFor(app.caller, token))?.bytes ?? new Uint8Array();

async function wordOf(
  formId: 'med-acceptance' | 'arb-application' | 'file-cover-index',
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  const { token } = await call('word.make', {
    caseId,
    papers: [{ formId, memberId: null }],
    set: 'all',
    language,
  });
  const xml = new TextDecoder().decode(unzipSync(await bytesOf(token))['word/document.xml']);
  return { xml, text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('') };
}

test('a number follows the number of its case, or is none', () => {
  const pattern = '样劳人调〔{year}〕{n}号';
  expect(numberBy(pattern, '〔2026〕第0017号', '〔{year}〕第{seq}号')).toBe('样劳人调〔2026〕17号');
  expect(numberBy(pattern, '2026/17', '〔{year}〕第{seq}号')).toBeNull();
  // Without a year in the case's number there is none for the paper's.
  expect(numberBy(pattern, 'A17', 'A{seq}')).toBeNull();
  expect(numberBy('第{n}号', 'A(1)+17', 'A(1)+{seq}')).toBe('第17号');
});

test('papers of the office bear its face, those of others its sentences alone', async () => {
  expect(await call('face.get', {})).toMatchObject({ face: plainFace, version: 0 });
  const before = await wordOf('med-acceptance');
  expect(await call('face.save', { face, expectedVersion: 0 })).toEqual({ version: 1 });

  const { text, xml } = await wordOf('med-acceptance');
  expect(before.text).not.toContain('调解中心文件');
  expect(text.startsWith('样例县劳动人事争议调解中心文件调解受理通知书')).toBe(true);
  expect(xml).toContain('w:color="CC0000"');
  expect(text).toMatch(/样劳人调〔\d{4}〕\d+号/);
  expect(text.indexOf('办公时间为工作日。')).toBeLessThan(text.lastIndexOf('样例县劳动人事争议调解中心'));
  expect((await wordOf('med-acceptance', 'en')).text).toContain('Office hours: working days.');

  const filed = (await wordOf('arb-application')).text;
  expect(filed.startsWith('劳动人事争议仲裁申请书')).toBe(true);
  expect(filed.endsWith('本文书由样例中心协助起草。')).toBe(true);
  expect((await wordOf('arb-application', 'en')).text).not.toContain('样例中心协助');

  const plan = await call('documents.plan', { caseId, set: 'mediation-intake' });
  expect(plan.find((p) => p.formId === 'med-acceptance')?.copies).toBe(7);
});

test('a change is taken back by an earlier version, and two people do not overwrite each other', async () => {
  const { version } = await call('face.get', {});
  const failure = await failureOf(call('face.save', { face: plainFace, expectedVersion: version - 1 }));
  expect(failure.code).toBe('conflict');
  await call('face.save', { face: { ...face, redHead: false }, expectedVersion: version });
  await call('face.restore', { version, expectedVersion: version + 1 });
  expect((await call('face.get', {})).face).toEqual(face);
  await call('face.restore', { version: 0, expectedVersion: version + 2 });
  expect((await call('face.get', {})).face).toEqual(plainFace);
  expect((await failureOf(call('face.restore', { version: 99, expectedVersion: version + 3 }))).code).toBe(
    'not-found',
  );
  const verbs = (await call('audit.list', { cursor: null })).items.map((i) => i.verb);
  expect(verbs).toContain('office.face-saved');
  expect(verbs).toContain('office.face-restored');
});

test('a pattern without a running number is refused', async () => {
  const bad = { ...face, numbers: { mediation: '样劳人调', arbitration: null } };
  expect((await failureOf(call('face.save', { face: bad, expectedVersion: 9 }))).code).toBe('invalid-input');
});

test('a number with braces that nothing fills is refused at its field', async () => {
  const bad = { ...face, numbers: { mediation: '样{县}调〔{year}〕{n}号' } };
  const failure = await failureOf(call('face.save', { face: bad, expectedVersion: 9 }));
  expect(failure.issues).toEqual([
    expect.objectContaining({ path: 'face.numbers.mediation', code: 'number-pattern-unknown' }),
  ]);
});

test('the sample page shows a face before it is saved, and has the red of a head', async () => {
  const { token } = await call('face.preview', { face });
  const bytes = await bytesOf(token);
  const [page] = await pageTexts(bytes);
  expect(page).toContain('调解中心文件样张收件人');
  expect(page).toContain('办公时间为工作日。');
  const english = await pageTexts(
    await bytesOf((await call('face.preview', { face, language: 'en' })).token),
  );
  expect(english.join('')).toContain('Officehours');
});

test('a legal-aid centre numbers its own papers, one entered by hand stays', async () => {
  const { version } = await call('face.get', {});
  const numbers = { 'legal-aid-decision': '样援决〔{year}〕{n}号', award: '样劳人仲裁〔{year}〕{n}号' };
  await call('face.save', { face: { ...plainFace, numbers }, expectedVersion: version });
  const settings = await call('office.settings', {});
  const { version: expectedVersion, cipher: _cipher, folder: _folder, ...rest } = settings;
  await call('office.saveSettings', { ...rest, kinds: ['legal-aid-centre'], expectedVersion });
  expect((await call('face.get', {})).issues).toEqual(['agency']);
  const text = async (formId: 'la-grant' | 'arb-award'): Promise<string> => {
    const { token } = await call('word.make', { caseId, papers: [{ formId, memberId: null }], set: 'all' });
    return new TextDecoder().decode(unzipSync(await bytesOf(token))['word/document.xml']);
  };
  expect(await text('la-grant')).toMatch(/样援决〔\d{4}〕\d+号/);
  // An award is the commission's, not the centre's.
  expect(await text('arb-award')).not.toContain('样劳人仲裁');
});

test('every office numbers the files of its archive, and a number from the record stays', async () => {
  const { version } = await call('face.get', {});
  const numbers = { archive: '样档〔{year}〕{n}号' };
  await call('face.save', { face: { ...plainFace, numbers }, expectedVersion: version });
  for (const kinds of [['mediation-committee'], ['legal-aid-centre'], ['arbitration-commission']] as const) {
    const settings = await call('office.settings', {});
    const { version: expectedVersion, cipher: _cipher, folder: _folder, ...rest } = settings;
    await call('office.saveSettings', { ...rest, kinds: [...kinds], expectedVersion });
    expect((await wordOf('file-cover-index')).text).toMatch(/样档〔\d{4}〕\d+号/);
  }
  const plan = await call('documents.plan', { caseId, set: 'archive' });
  const fields = plan.flatMap((p) => p.warnings.map((w) => w.field));
  expect(fields).toContain('particulars.file-archive.closedOn');
  expect(fields).not.toContain('particulars.file-archive.number');

  await call('documents.saveParticulars', {
    caseId,
    topic: 'file-archive',
    memberId: null,
    values: { number: '1999-WS-3' },
    expectedVersion: 0,
  });
  const { text } = await wordOf('file-cover-index');
  expect(text).toContain('1999-WS-3');
  expect(text).not.toContain('样档〔');
});
