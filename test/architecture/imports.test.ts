import path from 'node:path';
import { expect, test } from 'vitest';
import { breaches, importsOf, readSources } from './import-laws.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the house keeps its laws', () => {
  const sources = readSources(root);
  expect(sources.length).toBeGreaterThan(20);
  expect(breaches(sources)).toEqual([]);
});

const of = (file: string, text: string): string[] => breaches([{ file, text }]);

test('imports point down', () => {
  expect(of('shared/kernel/a.ts', `import { x } from '../law/b.ts';`)).toHaveLength(1);
  expect(of('shared/law/a.ts', `import type { x } from '../kernel/b.ts';`)).toEqual([]);
  expect(of('shared/law/a.ts', `import type { x } from '../features/cases/b.ts';`)).toHaveLength(1);
  expect(of('renderer/app/a.tsx', `import { x } from '../../electron/core/app.ts';`)).toHaveLength(1);
  expect(of('renderer/app/a.tsx', `import words from '../../resources/locales/zh-CN/errors.json';`)).toEqual(
    [],
  );
  expect(
    of('electron/core/features/cases/a.ts', `import { x } from '../../../shells/common/b.ts';`),
  ).toHaveLength(1);
  expect(of('electron/shells/browser/a.ts', `import { x } from '../../core/app.ts';`)).toEqual([]);
  expect(of('electron/shells/browser/a.ts', `import { x } from '../../core/db/schema.ts';`)).toHaveLength(1);
  expect(of('electron/paper/layout/a.ts', `import { x } from '../../core/db/schema.ts';`)).toHaveLength(1);
});

test('only one room imports Electron, a driver or a document library', () => {
  expect(of('electron/shells/desktop/a.ts', `import { app } from 'electron';`)).toEqual([]);
  expect(of('electron/shells/common/a.ts', `import type { App } from 'electron';`)).toHaveLength(1);
  expect(of('electron/core/db/dialects/a.ts', `import D from 'better-sqlite3';`)).toEqual([]);
  expect(of('electron/core/db/a.ts', `import D from 'better-sqlite3';`)).toHaveLength(1);
  expect(of('electron/paper/paint/a.ts', `import P from 'pdfkit';`)).toEqual([]);
  expect(of('electron/paper/layout/a.ts', `import P from 'pdfkit';`)).toHaveLength(1);
});

test('pure rooms have no Node, and no room an unlisted package', () => {
  expect(of('shared/law/a.ts', `import fs from 'node:fs';`)).toHaveLength(1);
  expect(of('renderer/ui/a.tsx', `import path from 'node:path';`)).toHaveLength(1);
  expect(of('electron/core/vault/a.ts', `import fs from 'node:fs';`)).toEqual([]);
  expect(of('renderer/ui/a.tsx', `import _ from 'lodash/fp';`)).toHaveLength(1);
  expect(of('renderer/ui/a.tsx', `import zh from 'antd/locale/zh_CN';`)).toEqual([]);
  expect(of('renderer/ui/a.tsx', `import { q } from '@tanstack/react-query';`)).toEqual([]);
  expect(of('renderer/ui/a.tsx', `import { q } from '@tanstack/react-form';`)).toHaveLength(1);
});

test('a file in no room is an error, and so is importing one', () => {
  expect(of('electron/misc/a.ts', '')).toEqual(['electron/misc/a.ts: stands in no room of the house']);
  expect(of('shared/kernel/a.ts', `import { x } from '../util/b.ts';`)).toHaveLength(1);
});

test('a slice is known by its index', () => {
  const from = 'electron/core/features/claims/service.ts';
  expect(of(from, `import { x } from '../cases/index.ts';`)).toEqual([]);
  expect(of(from, `import { x } from '../cases/repo.ts';`)).toHaveLength(1);
  expect(of(from, `import { x } from './repo.ts';`)).toEqual([]);
});

test('every way to import is seen', () => {
  expect(importsOf(`import a from 'a';\nimport 'b';\nexport * from "c";\nexport { d } from 'd'`)).toEqual([
    'a',
    'c',
    'd',
    'b',
  ]);
  expect(importsOf(`import {\n  x,\n  type Y,\n} from './long.ts';`)).toEqual(['./long.ts']);
  expect(importsOf(`const x = await import('./lazy.ts');`)).toEqual(['./lazy.ts']);
  expect(importsOf(`type T = import('./type.ts').T;`)).toEqual(['./type.ts']);
  expect(importsOf(`new Worker(new URL('./worker.ts', import.meta.url));`)).toEqual(['./worker.ts']);
  expect(importsOf(`await import(name)`)).toEqual([null]);
  expect(importsOf(`// import a from 'a'\n/* import 'b' */ const s = 'http://x'`)).toEqual([]);
});

test("the library's own list is taken by its wrapper only", () => {
  const text = `import { Button, Select } from 'antd';`;
  expect(of('renderer/ui/Select.tsx', text)).toEqual([]);
  expect(of('renderer/ui/a.tsx', text)).toHaveLength(1);
  expect(of('renderer/ui/a.tsx', `import { Select as S } from 'antd';`)).toHaveLength(1);
  expect(of('renderer/ui/a.tsx', `import { type SelectProps } from 'antd';`)).toEqual([]);
});
