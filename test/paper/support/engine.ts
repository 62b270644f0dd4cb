import path from 'node:path';
import { createPaperEngine, packagedFonts } from '../../../electron/paper/index.ts';

/** The packaged fonts alone: what is installed on a machine must not change a test. */
export const sources = packagedFonts(path.resolve(import.meta.dirname, '../../../node_modules'));
export const engine = createPaperEngine(sources);
export const info = { creationDate: new Date(Date.UTC(2026, 0, 5)) };
