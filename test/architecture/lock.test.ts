import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockFaults } from '../../scripts/lock-check.ts';

test('the lock file installs on every platform and names no address', () => {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json');
  const { packages } = JSON.parse(fs.readFileSync(file, 'utf8'));
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(lockFaults(packages)).toEqual([]);
});

test('a missing platform package and an address are found', () => {
  expect(lockFaults({ '': { optionalDependencies: { 'x-win32': '1' } } })).toHaveLength(1);
  expect(lockFaults({ '': { optionalDependencies: { x: '1' } }, 'node_modules/x': {} })).toEqual([]);
  const nested = { 'node_modules/a': { optionalDependencies: { x: '1' } } };
  expect(lockFaults({ ...nested, 'node_modules/a/node_modules/x': {} })).toEqual([]);
  expect(lockFaults({ ...nested, 'node_modules/x': {} })).toEqual([]);
  expect(lockFaults({ ...nested, 'node_modules/b/node_modules/x': {} })).toHaveLength(1);
  expect(lockFaults({ 'node_modules/a': { resolved: 'https://registry.test/a.tgz' } })).toHaveLength(1);
});
