import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startChild } from '../support/children.ts';
import { markers } from '../support/markers.ts';
import { testUser } from '../support/open-test-app.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-marks-'));
afterAll(() => fs.rmSync(home, { recursive: true }));

/** GB18030 of common characters, found by decoding every pair: no encoder is at hand. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (!pairs.has(character)) pairs.set(character, bytes);
    }
  return Buffer.concat(
    [...text].map((c) => (c < '\x80' ? Buffer.from(c) : (pairs.get(c) ?? Buffer.from('?')))),
  );
}

function encodings(text: string): Map<string, Buffer> {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const found = new Map([
    ['UTF-8', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['GB18030', gb18030(text)],
    ['hex', Buffer.from(utf8.toString('hex'))],
  ]);
  // In base64 the text may begin at any of three places; its first and last signs depend on the neighbours.
  for (let shift = 0; shift < 3; shift++) {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    found.set(`base64+${shift}`, Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -2)));
  }
  return found;
}

const filesUnder = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath, e.name));

/** Which texts lie readable in which files, in contents and in names. */
function search(folder: string, texts: readonly string[]): string[] {
  const needles = texts.flatMap((t) => [...encodings(t)].map(([kind, bytes]) => ({ t, kind, bytes })));
  return filesUnder(folder).flatMap((file) => {
    const content = Buffer.concat([fs.readFileSync(file), Buffer.from(file)]);
    return needles
      .filter((n) => content.includes(n.bytes))
      .map((n) => `${path.basename(file)}: ${n.kind} ${n.t}`);
  });
}

test('the search finds what lies open, in every encoding', () => {
  const open = path.join(home, 'control');
  for (const marker of markers) {
    for (const [kind, bytes] of encodings(marker)) {
      fs.mkdirSync(open, { recursive: true });
      fs.writeFileSync(
        path.join(open, 'plain.bin'),
        Buffer.concat([Buffer.alloc(9), bytes, Buffer.alloc(9)]),
      );
      expect(search(open, [marker]).some((hit) => hit.includes(kind.replace(/\+.*/, '')))).toBe(true);
    }
    for (let before = 0; before < 3; before++) {
      const text = Buffer.from(`${'x'.repeat(before)}${marker}tail`).toString('base64');
      fs.writeFileSync(path.join(open, 'plain.bin'), text);
      expect(search(open, [marker]).length).toBeGreaterThan(0);
    }
  }
  fs.rmSync(open, { recursive: true });
});

test('nothing that was written is readable in the folders of a killed program', async () => {
  const temporary = path.join(home, 'tmp');
  fs.mkdirSync(temporary);
  const child = startChild(['markers', home], { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  await child.reached('ready');
  // While it runs, and after it was killed: temporary files of a running program go with it.
  const running = search(home, [...markers, testUser]);
  const unlinked = search(temporary, markers);
  await child.kill();
  expect(running).toEqual([]);
  expect(unlinked).toEqual([]);
  expect(search(home, [...markers, testUser])).toEqual([]);

  const files = filesUnder(home);
  const names = files.map((f) => path.basename(f));
  expect(names).toContain('gongdao.db-wal');
  expect(fs.statSync(path.join(home, 'office', 'gongdao.db')).size).toBeGreaterThan(1_000_000);
  expect(names.filter((n) => n.endsWith('.gdf')).length).toBe(3);
  expect(filesUnder(temporary)).toEqual([]);
  for (const file of files) {
    const bytes = fs.readFileSync(file);
    for (const sign of ['%PDF', 'FlateDecode', 'endstream', 'PK\x03\x04', 'SQLite format 3', 'create table'])
      expect(bytes.includes(sign), `${sign} in ${file}`).toBe(false);
    if (file.endsWith('.gdf')) expect(bytes.subarray(0, 4).toString()).toBe('GDF1');
  }
});
