// Plain JavaScript on purpose: an old Node must be able to read this file in order to say that it is too old.
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , name, ...rest] = process.argv;
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `公道需要 Node 24 或更高版本（当前 ${process.versions.node}）：请先运行 npm ci，或从 nodejs.org 安装。\n` +
      `Gongdao needs Node 24 or later (this is ${process.versions.node}): run "npm ci" first, or install it from nodejs.org.`,
  );
  process.exit(1);
}
// Stripped and compiled sources are kept among the project's own files, never in a shared temporary folder where
// another user could lay code ready: half the time of a short command is saved.
module.enableCompileCache?.(path.resolve(import.meta.dirname, '../node_modules/.cache/gongdao'));
const script =
  name === 'gongdao' ? '../electron/shells/cli/main.ts' : `./${String(name).replaceAll(/[^a-z-]/g, '')}.ts`;
const file = path.resolve(import.meta.dirname, script);
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
