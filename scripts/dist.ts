// Makes the installers of the system it runs on. Arguments go to electron-builder, for instance `-- --linux deb`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { allTargets, buildStale } from './build.ts';

const root = path.resolve(import.meta.dirname, '..');

await buildStale(allTargets, true);
const builder = path.join(root, 'node_modules/electron-builder/out/cli/cli.js');
const { status } = spawnSync(
  process.execPath,
  [builder, '--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) {
  console.error(
    '打包失败：首次打包需要联网下载 Electron 和安装包工具。\n' +
      'No installers were made: the first time, Electron and the installer tools must be downloaded.',
  );
}
process.exit(status ?? 1);
