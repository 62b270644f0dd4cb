import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileKind } from '../../../shared/contract/bridge.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { maxHandoffBytes } from '../common/handoff.ts';

export const fileKinds: Readonly<Record<FileKind, readonly string[]>> = {
  spreadsheet: ['xlsx', 'csv', 'xls'],
  evidence: ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'txt', 'mp3', 'm4a', 'mp4'],
  backup: ['gongdao-backup'],
  'law-data': ['json'],
  template: ['docx', 'dotx'],
};

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const extensionOf = (file: string): string => path.extname(file).slice(1).toLowerCase();

/** @throws AppError `file-too-large` above 64 MiB, `not-found` when it is gone or cannot be read. */
export async function readChosen(file: string): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  let bytes: Uint8Array;
  try {
    if ((await fs.stat(file)).size > maxHandoffBytes) throw new AppError('file-too-large');
    bytes = await fs.readFile(file);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('not-found', {}, { cause: error });
  }
  return { name: path.basename(file), type: types[extensionOf(file)] ?? 'application/octet-stream', bytes };
}

/**
 * Writes beside and renames, so that a full disk leaves no half document under the chosen name.
 * @throws AppError `disk-full` or `file-write-failed` (a folder without permission, a file open in another program).
 */
export async function writeChosen(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await fs.writeFile(beside, bytes, { flush: true });
    await fs.rename(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => undefined);
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new AppError(full ? 'disk-full' : 'file-write-failed', {}, { cause: error });
  }
}

/** A name that every system accepts, from one that a document was given. */
export function safeFileName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/, '');
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cleaned);
  return [...(reserved || cleaned === '' ? `_${cleaned}` : cleaned)].slice(-120).join('');
}

/** Kinds that only a viewer opens. Anything else, a script for one, is shown in its folder instead of being run. */
export const opensSafely = (file: string): boolean =>
  ['pdf', 'docx', 'xlsx', 'csv', 'txt', 'png', 'jpg', 'jpeg'].includes(extensionOf(file));
