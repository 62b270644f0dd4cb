import fs from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** What the fuse tool looks for in Electron's program: a sentinel, the version, a length and one state each. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100010'),
]);

/**
 * A folder with the layout of an Electron release for Linux, so that packaging can run without one. It shows where
 * our files go and which fuses are set; the program in it does nothing.
 */
export async function stubLinuxDistribution(folder: string, version: string): Promise<void> {
  for (const sub of ['locales', 'resources', 'empty'])
    fs.mkdirSync(path.join(folder, sub), { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n#'), fuseWire]),
    {
      mode: 0o755,
    },
  );
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'icudtl.dat', 'resources.pak'])
    fs.writeFileSync(path.join(folder, name), name);
  for (const locale of ['en-US', 'zh-CN', 'de', 'fr'])
    fs.writeFileSync(path.join(folder, 'locales', `${locale}.pak`), locale);
  fs.writeFileSync(path.join(folder, 'version'), version);
  await createPackage(path.join(folder, 'empty'), path.join(folder, 'resources/default_app.asar'));
  fs.rmSync(path.join(folder, 'empty'), { recursive: true });
}
