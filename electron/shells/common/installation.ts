import os from 'node:os';
import path from 'node:path';
import type { Host } from './paths.ts';
import type { Installation } from './world.ts';

/** This computer and this user. */
export function thisHost(): Host {
  return { platform: process.platform, env: process.env, home: os.homedir() };
}

/** Run from source: the fonts lie in the packages that bring them. */
export function fromSource(root: string): Installation {
  return { resources: path.join(root, 'resources'), fonts: fontsBelow(root) };
}

/** Packaged: electron-builder.yml puts resources and fonts beside the program, laid out as in the source folder. */
export function fromPackage(resourcesPath: string): Installation {
  return { resources: path.join(resourcesPath, 'resources'), fonts: fontsBelow(resourcesPath) };
}

const fontsBelow = (folder: string): string => path.join(folder, 'node_modules', '@expo-google-fonts');
