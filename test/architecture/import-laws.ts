import fs from 'node:fs';
import path from 'node:path';

/** A part of the house. The room with the longest matching path owns a file. */
export interface Room {
  readonly path: string;
  /** Rooms, folders or files that it may import besides itself; `*` stands for any one folder or file name. */
  readonly may: readonly string[];
  /** Packages, without their subpaths. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly node: boolean;
}

export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly text: string;
}

const screenPackages = [
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'antd',
  'dayjs',
  'i18next',
  'pdfjs-dist',
  'react',
  'react-dom',
  'react-i18next',
  'zod',
];
const pure = { packages: ['zod'], node: false };
const coreRoom = { packages: ['kysely', 'zod'], node: true };

/** The laws of the house, imports pointing down. A room or a package that is not named here is an error. */
const rooms: readonly Room[] = [
  { path: 'shared/kernel', may: [], packages: [], node: false },
  { path: 'shared/law', may: ['shared/kernel'], ...pure },
  { path: 'shared/contract', may: ['shared/kernel', 'shared/law', 'shared/features'], ...pure },
  { path: 'shared/features', may: ['shared/kernel', 'shared/law', 'shared/contract'], ...pure },

  { path: 'electron/core/ports', may: ['shared', 'electron/paper/index.ts'], packages: [], node: false },
  {
    path: 'electron/core/kernel',
    may: [
      'shared',
      'electron/core/ports',
      'electron/core/db',
      'electron/core/vault',
      // The pipeline writes the audit entry in the transaction of every mutation.
      'electron/core/features/audit/index.ts',
    ],
    ...coreRoom,
  },
  {
    path: 'electron/core/db',
    may: [
      'shared',
      'electron/core/ports',
      'electron/core/db/dialects',
      'electron/core/features/*/*.table.ts',
    ],
    ...coreRoom,
  },
  {
    path: 'electron/core/db/dialects',
    may: ['shared', 'electron/core/ports', 'electron/core/db'],
    packages: ['better-sqlite3', 'kysely'],
    node: true,
  },
  {
    path: 'electron/core/vault',
    may: ['shared', 'electron/core/ports', 'electron/core/kernel'],
    packages: ['hash-wasm', 'zod'],
    node: true,
  },
  {
    path: 'electron/core/spreadsheet',
    may: ['shared'],
    packages: ['fflate', 'hucre'],
    node: true,
  },
  // A person's own Word files: opened with care, checked and filled in.
  {
    path: 'electron/core/word',
    may: ['shared/kernel'],
    packages: ['docxtemplater', 'fflate', 'pizzip'],
    node: false,
  },
  // How Chinese text is folded, compared and how it sounds; the tables are the libraries'.
  { path: 'electron/core/text', may: ['shared'], packages: ['diff', 'opencc-js', 'pinyin-pro'], node: false },
  {
    path: 'electron/core/jobs',
    may: ['shared', 'electron/core/client.ts', 'electron/core/ports', 'electron/core/kernel'],
    ...coreRoom,
  },
  {
    path: 'electron/core/features',
    may: [
      'shared',
      'electron/core/ports',
      'electron/core/kernel',
      'electron/core/db',
      'electron/core/vault',
      'electron/core/spreadsheet',
      'electron/core/text',
      'electron/core/word',
      'electron/paper',
      'resources',
    ],
    packages: ['fflate', 'kysely', 'pinyin-pro', 'zod'],
    node: true,
  },
  { path: 'electron/core', may: ['shared', 'electron/core', 'electron/paper', 'resources'], ...coreRoom },

  { path: 'electron/paper/model', may: ['shared/kernel'], packages: [], node: false },
  { path: 'electron/paper', may: ['shared/kernel', 'electron/paper'], packages: [], node: true },
  {
    path: 'electron/paper/paint',
    may: ['shared/kernel', 'electron/paper'],
    packages: ['fflate', 'pdfkit'],
    node: true,
  },

  {
    path: 'electron/shells/common',
    may: [
      'shared',
      'electron/core/kernel/core.ts',
      'electron/core/ports',
      'electron/paper/index.ts',
      'electron/paper/fonts/sources.ts',
    ],
    packages: [],
    node: true,
  },
  {
    path: 'electron/shells/browser',
    may: [
      'shared',
      'electron/shells/common',
      'electron/core/app.ts',
      'electron/core/kernel/core.ts',
      'electron/core/ports',
    ],
    packages: [],
    node: true,
  },
  {
    path: 'electron/shells/cli',
    may: [
      'shared',
      'electron/shells/common',
      'electron/core/app.ts',
      'electron/core/client.ts',
      'electron/core/kernel/core.ts',
      // Reckoning a date needs no office: the law's data and the form of a failure are all that it takes.
      'electron/core/kernel/failures.ts',
      'electron/core/kernel/law-data.ts',
      'electron/core/ports',
    ],
    packages: [],
    node: true,
  },
  {
    path: 'electron/shells/desktop',
    may: [
      'shared',
      'electron/shells/common',
      'electron/core/app.ts',
      'electron/core/kernel/core.ts',
      'electron/core/ports',
    ],
    packages: ['electron'],
    node: true,
  },

  { path: 'renderer', may: ['shared', 'renderer', 'resources'], packages: screenPackages, node: false },
  {
    path: 'scripts',
    may: ['shared', 'electron', 'resources', 'test/bench', 'test/documents/support', 'test/e2e/support'],
    packages: ['@stryker-mutator/core', 'playwright-core', 'vite'],
    node: true,
  },
  // Not read as a source; named because the benchmark's script stands among the scripts and its parts here.
  { path: 'test/bench', may: ['shared', 'electron', 'test'], packages: ['kysely', 'pdfkit'], node: true },
  // What the contact sheet shows forms with.
  { path: 'test/e2e/support', may: ['shared', 'electron', 'renderer', 'test'], packages: [], node: true },
  { path: 'test/documents/support', may: ['shared', 'electron', 'test'], packages: [], node: true },
];

// A slice knows another slice by its public face alone.
const slice = /^electron\/core\/features\/([^/]+)\//;

export function breaches(files: readonly SourceFile[], laws: readonly Room[] = rooms): string[] {
  return files.flatMap(({ file, text }) => {
    const room = roomOf(file, laws);
    if (!room) return [`${file}: stands in no room of the house`];
    const ownSelect = takesLibrarySelect(file, text)
      ? [
          `${file}: takes Select from antd, whose list swallows a Tab: renderer/ui/Select.tsx is the one to use`,
        ]
      : [];
    return importsOf(text)
      .flatMap((specifier) => {
        const reason = breach(file, room, specifier, laws);
        return reason === null ? [] : [`${file}: ${reason}`];
      })
      .concat(ownSelect);
  });
}

const takesLibrarySelect = (file: string, text: string): boolean =>
  file !== 'renderer/ui/Select.tsx' &&
  (/import\s*\{[^}]*\bSelect\b[^}]*\}\s*from\s*'antd'/.test(text) ||
    /from\s*'antd\/(?:es|lib)\/select/.test(text));

function breach(file: string, room: Room, specifier: string | null, laws: readonly Room[]): string | null {
  if (specifier === null) return room.path === 'scripts' ? null : 'imports a name that is computed';
  // Styles and the like carry a query for the bundler.
  const name = specifier.split('?')[0] ?? specifier;
  if (name.startsWith('node:')) return room.node ? null : `${room.path} must not import ${name}`;
  if (!name.startsWith('.')) {
    const packageName = name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
    return room.packages.includes(packageName)
      ? null
      : `${room.path} must not import the package ${packageName}`;
  }
  const target = path.posix.join(path.posix.dirname(file), name);
  if (/\.(ts|tsx)$/.test(target) && !roomOf(target, laws))
    return `imports ${target}, which stands in no room`;
  const [from, to] = [slice.exec(file)?.[1], slice.exec(target)?.[1]];
  if (from && to && from !== to && !/^electron\/core\/features\/[^/]+\/index\.ts$/.test(target))
    return `reaches into the slice ${to} past its index`;
  const sameRoom = roomOf(target, laws)?.path === room.path;
  return sameRoom || room.may.some((allowed) => isAllowed(target, allowed))
    ? null
    : `${room.path} must not import ${target}`;
}

function isAllowed(target: string, allowed: string): boolean {
  if (!allowed.includes('*')) return isWithin(target, allowed);
  const pattern = allowed
    .split('*')
    .map((part) => part.replaceAll(/[.\\/]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}$`).test(target);
}

const isWithin = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

function roomOf(file: string, laws: readonly Room[]): Room | undefined {
  return laws
    .filter((room) => isWithin(file, room.path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0);
}

/**
 * Every module that a text imports, types included; null for a dynamic import whose name is computed. Comments are
 * taken out first; a text in quotes that looks like an import would be counted, which errs on the safe side.
 */
export function importsOf(text: string): (string | null)[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
  const found: (string | null)[] = [];
  const named = /(?:^|[;}\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\1/g;
  const bare = /(?:^|[;}\n])\s*import\s*(['"])([^'"\n]+)\1/g;
  const dynamic = /(?<![\w.#$])import\s*\(\s*(?:(['"])([^'"\n]+)\1\s*[,)]|)/g;
  const required = /(?<![\w.#$])require\s*\(\s*(['"])([^'"\n]+)\1\s*\)/g;
  const worker = /\bnew\s+URL\(\s*(['"])(\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g;
  for (const pattern of [named, bare, worker, required])
    for (const match of code.matchAll(pattern)) found.push(match[2] ?? null);
  for (const match of code.matchAll(dynamic)) found.push(match[2] ?? null);
  return found;
}

/** All TypeScript under the four source folders. */
export function readSources(root: string): SourceFile[] {
  return ['shared', 'electron', 'renderer', 'scripts'].flatMap((folder) =>
    fs.existsSync(path.join(root, folder))
      ? fs
          .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => ({
            file: `${folder}/${name.replaceAll(path.sep, '/')}`,
            text: fs.readFileSync(path.join(root, folder, name), 'utf8'),
          }))
      : [],
  );
}
