import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Host } from './paths.ts';
import type { Installation } from './world.ts';

/** This computer and this user. */
export function thisHost(): Host {
  return { platform: process.platform, env: process.env, home: os.homedir() };
}

/** Run from source: fonts stay inside the packages that bring them, one folder to a weight. */
export function fromSource(root: string): Installation {
  const packages = path.join(root, 'node_modules', '@expo-google-fonts');
  const fonts = ['noto-serif-sc', 'noto-sans-sc', 'noto-serif-hk', 'noto-serif-jp'].flatMap((family) =>
    ['400Regular', '700Bold'].map((weight) => path.join(packages, family, weight)),
  );
  return { resources: path.join(root, 'resources'), fonts: fonts.filter((folder) => fs.existsSync(folder)) };
}

/** Packaged: electron-builder.yml puts both beside the program. */
export function fromPackage(resourcesPath: string): Installation {
  return { resources: path.join(resourcesPath, 'resources'), fonts: [path.join(resourcesPath, 'fonts')] };
}
