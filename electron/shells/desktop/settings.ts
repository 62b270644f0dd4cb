import fs from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../../shared/contract/bridge.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the window itself remembers; no case data. */
export interface ShellSettings {
  readonly locale?: Locale;
  readonly bounds?: Bounds;
  readonly maximized?: boolean;
}

/** A missing or damaged file means no settings: a window must open all the same. */
export function readSettings(folder: string): ShellSettings {
  try {
    const raw = JSON.parse(fs.readFileSync(fileIn(folder), 'utf8')) as Record<string, unknown>;
    const bounds = raw.bounds as Bounds | undefined;
    return {
      ...(raw.locale === 'zh-CN' || raw.locale === 'en' ? { locale: raw.locale } : {}),
      ...(isBounds(bounds) ? { bounds } : {}),
      maximized: raw.maximized === true,
    };
  } catch {
    return {};
  }
}

/** Writes beside and renames, so that a power cut leaves the old file or the new one. */
export function writeSettings(folder: string, settings: ShellSettings): void {
  fs.mkdirSync(folder, { recursive: true });
  const file = fileIn(folder);
  fs.writeFileSync(`${file}.new`, JSON.stringify(settings));
  fs.renameSync(`${file}.new`, file);
}

const fileIn = (folder: string): string => path.join(folder, 'window.json');

const isBounds = (b: Bounds | undefined): b is Bounds =>
  b !== undefined &&
  [b.x, b.y, b.width, b.height].every(Number.isInteger) &&
  b.width >= 400 &&
  b.height >= 300;

const titleBar = 40;

/**
 * The remembered place when its title bar can still be reached on a screen that is connected now; undefined lets the
 * system centre the window.
 */
export function reachableBounds(
  bounds: Bounds | undefined,
  workAreas: readonly Bounds[],
): Bounds | undefined {
  if (!bounds) return undefined;
  const reachable = workAreas.some(
    (area) =>
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x) >= 100 &&
      bounds.y >= area.y - 1 &&
      bounds.y + titleBar <= area.y + area.height,
  );
  return reachable ? bounds : undefined;
}
