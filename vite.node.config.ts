import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const targets = {
  main: { entry: 'electron/shells/desktop/main.ts', format: 'es', file: 'main.js' },
  preload: { entry: 'electron/shells/desktop/preload.ts', format: 'cjs', file: 'preload.cjs' },
  'core-process': { entry: 'electron/shells/desktop/core-process.ts', format: 'es', file: 'core-process.js' },
  'paper-thread': {
    entry: 'electron/core/features/documents/batch/paper-thread.ts',
    format: 'es',
    file: 'paper-thread.js',
  },
} as const;

/** pdfkit reads its metrics and colour profile beside its own file, which after bundling is ours. */
function pdfkitData(outDir: string): Plugin {
  return {
    name: 'pdfkit-data',
    writeBundle() {
      for (const folder of ['data', 'standard-fonts'])
        fs.cpSync(path.join(root, 'node_modules/pdfkit/js', folder), path.join(outDir, folder), {
          recursive: true,
        });
    },
  };
}

export default defineConfig(({ mode }) => {
  // Tools that read this file choose a mode of their own.
  const name = mode in targets ? (mode as keyof typeof targets) : 'main';
  const { entry, format, file } = targets[name];
  const outDir = path.join(root, 'out', name);
  return {
    root,
    plugins: name === 'core-process' || name === 'paper-thread' ? [pdfkitData(outDir)] : [],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', ...builtins],
        // ESM for all but the preload script: a sandboxed preload must be CommonJS, and pdfkit breaks in it.
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
});
