import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLog } from '../../electron/shells/common/log.ts';
import { chinaDate } from '../../shared/kernel/date.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-log-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test("today is China's date, whatever the computer's zone", () => {
  expect(chinaDate(Date.parse('2026-03-31T15:59:59.999Z'))).toBe('2026-03-31');
  expect(chinaDate(Date.parse('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
  expect(chinaDate('2026-03-31T16:00:00.000Z')).toBe('2026-04-01');
  expect(chinaDate(Date.parse('2026-12-31T20:00:00-08:00'))).toBe('2027-01-01');
});

test('the log is one JSON object to a line', () => {
  const log = fileLog(path.join(folder, 'deep/logs'), () => 0);
  log.info('office.opened', { cases: 3 });
  log.error('core.ended', { code: 7 });
  const lines = fs.readFileSync(path.join(folder, 'deep/logs/gongdao.log'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'office.opened', cases: 3 },
    { at: '1970-01-01T00:00:00.000Z', level: 'error', event: 'core.ended', code: 7 },
  ]);
});

test('a full log is put aside and three old ones are kept', () => {
  const log = fileLog(folder, () => 0);
  for (let n = 1; n <= 5; n += 1) {
    fs.writeFileSync(path.join(folder, 'gongdao.log'), `${n}`.padEnd(1024 * 1024));
    log.info('next');
  }
  expect(fs.readdirSync(folder).sort()).toEqual([
    'gongdao.1.log',
    'gongdao.2.log',
    'gongdao.3.log',
    'gongdao.log',
  ]);
  expect(fs.readFileSync(path.join(folder, 'gongdao.1.log'), 'utf8').trim()).toBe('5');
  expect(fs.readFileSync(path.join(folder, 'gongdao.3.log'), 'utf8').trim()).toBe('3');
});

test('a log that cannot be written stops nothing', () => {
  const blocked = path.join(folder, 'a-file');
  fs.writeFileSync(blocked, '');
  expect(() => fileLog(path.join(blocked, 'logs'), () => 0).info('x')).not.toThrow();
});
