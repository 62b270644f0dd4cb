import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { opensSafely, readChosen, safeFileName, writeChosen } from '../../electron/shells/desktop/files.ts';
import { reachableBounds, readSettings, writeSettings } from '../../electron/shells/desktop/settings.ts';
import { isOurs, isPage, isTrustedSender } from '../../electron/shells/desktop/trust.ts';
import { wordsFor } from '../../electron/shells/desktop/words.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-parts-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('only our own page is trusted', () => {
  expect(isPage('app://bundle/index.html#/cases?x=1')).toBe(true);
  for (const url of [
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'https://bundle/index.html',
    'app://bundle/handoff/token',
    'file:///index.html',
    'not an address',
  ])
    expect(isPage(url), url).toBe(false);
  expect(isOurs('app://bundle/assets/a.js')).toBe(true);
  const own = {};
  const frame = { url: 'app://bundle/index.html', parent: null };
  expect(isTrustedSender({ sender: own, senderFrame: frame }, own)).toBe(true);
  expect(isTrustedSender({ sender: {}, senderFrame: frame }, own)).toBe(false);
  expect(isTrustedSender({ sender: own, senderFrame: { ...frame, parent: {} } }, own)).toBe(false);
  expect(isTrustedSender({ sender: own, senderFrame: null }, own)).toBe(false);
});

test('a suggested name is one that every system takes', () => {
  expect(safeFileName('仲裁申请书（𠮷某）.pdf')).toBe('仲裁申请书（𠮷某）.pdf');
  expect(safeFileName('../../etc/passwd')).toBe('.._.._etc_passwd');
  expect(safeFileName('a<b>:"|?*.pdf')).toBe('a_b______.pdf');
  expect(safeFileName('con.pdf')).toBe('_con.pdf');
  expect(safeFileName('name. ')).toBe('name');
  expect(safeFileName('')).toBe('_');
  expect([...safeFileName(`${'𠮷'.repeat(300)}.pdf`)]).toHaveLength(120);
  expect(safeFileName(`${'𠮷'.repeat(300)}.pdf`)).toMatch(/𠮷\.pdf$/u);
  expect(safeFileName('‮fdp.exe')).toBe('_fdp.exe');
});

test('only documents are opened, nothing is run', () => {
  expect(opensSafely('/a/申请书.PDF')).toBe(true);
  for (const name of ['a.exe', 'a.pdf.bat', 'a.desktop', 'a.html', 'a.docm', 'a'])
    expect(opensSafely(name)).toBe(false);
});

test('a file is written whole or not at all', async () => {
  const file = path.join(folder, '申请书.pdf');
  await writeChosen(file, new Uint8Array([1, 2, 3]));
  expect([...fs.readFileSync(file)]).toEqual([1, 2, 3]);
  fs.mkdirSync(path.join(folder, 'taken.pdf'));
  await expect(writeChosen(path.join(folder, 'taken.pdf'), new Uint8Array([1]))).rejects.toMatchObject({
    failure: { code: 'file-write-failed' },
  });
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a chosen file is read with its type, unless it is gone or too large', async () => {
  const file = path.join(folder, '名册.XLSX');
  fs.writeFileSync(file, 'x');
  expect(await readChosen(file)).toMatchObject({
    name: '名册.XLSX',
    type: expect.stringContaining('spreadsheetml'),
  });
  await expect(readChosen(path.join(folder, 'gone'))).rejects.toMatchObject({
    failure: { code: 'not-found' },
  });
  const large = path.join(folder, 'large.pdf');
  fs.closeSync(fs.openSync(large, 'w'));
  fs.truncateSync(large, 64 * 1024 * 1024 + 1);
  await expect(readChosen(large)).rejects.toMatchObject({ failure: { code: 'file-too-large' } });
});

test('settings survive, and damaged ones are forgotten', () => {
  const config = path.join(folder, 'config');
  expect(readSettings(config)).toEqual({});
  const bounds = { x: 10, y: 20, width: 1000, height: 700 };
  writeSettings(config, { locale: 'en', bounds, maximized: true });
  expect(readSettings(config)).toEqual({ locale: 'en', bounds, maximized: true });
  fs.writeFileSync(path.join(config, 'window.json'), '{"locale":"fr","bounds":{"x":"left"},"maximized":1}');
  expect(readSettings(config)).toEqual({ maximized: false });
  fs.writeFileSync(path.join(config, 'window.json'), '{"loc');
  expect(readSettings(config)).toEqual({});
});

test('a window is not put where its title bar cannot be reached', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  const at = (x: number, y: number) => reachableBounds({ x, y, width: 1000, height: 700 }, screens);
  expect(at(50, 50)).toBeDefined();
  expect(at(-850, 50)).toBeDefined();
  expect(at(-950, 50)).toBeUndefined();
  expect(at(2500, 50)).toBeUndefined();
  expect(at(50, -200)).toBeUndefined();
  expect(at(50, 1030)).toBeUndefined();
  expect(reachableBounds(undefined, screens)).toBeUndefined();
});

test('both languages say the same things', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shape(entry)]))
      : typeof value;
  expect(shape(wordsFor('en'))).toEqual(shape(wordsFor('zh-CN')));
  expect(JSON.stringify(wordsFor('en'))).not.toMatch(/\p{Script=Han}/u);
  expect(wordsFor('zh-CN').menu.edit).toBe('编辑');
});
