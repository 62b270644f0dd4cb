import os from 'node:os';
import path from 'node:path';
// Not the paper's index: the window's process would load the whole document engine with it.
import { packagedFonts } from '../../paper/fonts/sources.ts';
import type { Host } from './paths.ts';
import type { Installation } from './world.ts';

/** This computer and this user. */
export function thisHost(): Host {
  return { platform: process.platform, env: process.env, home: os.homedir() };
}

/** Run from source: fonts stay inside the packages that bring them. */
export function fromSource(root: string): Installation {
  return {
    resources: path.join(root, 'resources'),
    fonts: packagedFonts(path.join(root, 'node_modules')).files,
    paperThread: path.join(root, 'electron/core/features/documents/batch/paper-thread.ts'),
  };
}

/**
 * Packaged: electron-builder.yml puts resources and the font files side by side, the latter under `fonts`.
 * @param out the folder of what was built, in the archive.
 */
export function fromPackage(resourcesPath: string, out: string): Installation {
  const { song, songBold, hei, more } = packagedFonts('').files;
  const at = (file: string): string => path.join(resourcesPath, 'fonts', path.basename(file));
  return {
    resources: path.join(resourcesPath, 'resources'),
    fonts: { song: at(song), songBold: at(songBold), hei: at(hei), more: more.map(at) },
    paperThread: builtPaperThread(out),
  };
}

/** The desktop's own Node may not strip types, so it starts what was built. */
export const builtPaperThread = (out: string): string => path.join(out, 'paper-thread', 'paper-thread.js');
