import fs from 'node:fs';
import path from 'node:path';
import { writeFileDurably } from '../../vault/durable.ts';

/** Folders of offices opened on this computer, newest first. Paths only: no name of an office or a person. */
export function createRecent(configFolder: string): { list(): string[]; add(folder: string): void } {
  const file = path.join(configFolder, 'recent.json');
  const list = (): string[] => {
    try {
      const parsed: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
      return Array.isArray(parsed) ? parsed.filter((x) => typeof x === 'string') : [];
    } catch {
      return [];
    }
  };
  return {
    list: () => list().filter((folder) => fs.existsSync(path.join(folder, 'keyring.json'))),
    add(folder) {
      try {
        fs.mkdirSync(configFolder, { recursive: true });
        writeFileDurably(file, JSON.stringify([folder, ...list().filter((f) => f !== folder)].slice(0, 10)));
      } catch {
        // Remembering is a convenience: an unwritable profile must not keep an office shut.
        return;
      }
    },
  };
}
