import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  Notification,
  shell,
} from 'electron';
import type { Output } from '../../../shared/contract/api.ts';
import type { FileKind, FolderPurpose, Locale, Notice, ShellInfo } from '../../../shared/contract/bridge.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { Caller, Core } from '../../core/kernel/core.ts';
import type { Log } from '../../core/ports/world.ts';
import { isEnvelope } from '../common/envelope.ts';
import { type Answer, channels } from './channels.ts';
import { fileKinds, opensSafely, readChosen, safeFileName, writeChosen } from './files.ts';
import { isTrustedSender } from './trust.ts';
import type { Words } from './words.ts';

export interface Doors {
  readonly core: Core;
  readonly caller: Caller;
  readonly log: Log;
  readonly info: ShellInfo;
  window(): BrowserWindow | null;
  words(): Words;
  setLocale(locale: Locale): void;
}

const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,200}$/.test(value);
/** Longer than any that the page makes; what is longer was not made by it. */
const longestNotice = 300;
const isNotice = (value: unknown): value is Notice => {
  const { title, body } = (value ?? {}) as Partial<Record<keyof Notice, unknown>>;
  return [title, body].every((text) => typeof text === 'string' && text.length <= longestNotice);
};
/** One that nothing refers to is collected, and its click is lost. */
const showing = new Set<Notification>();
const oneOf = <T extends string>(table: Readonly<Record<T, unknown>>, value: unknown): value is T =>
  typeof value === 'string' && Object.hasOwn(table, value);

/** Answers the preload script; refuses every sender but the top frame of our own page. */
export function openDoors(doors: Doors): void {
  const { core, caller } = doors;
  let lastSaved: string | null = null;

  function door<T>(channel: string, handle: (window: BrowserWindow, ...args: unknown[]) => Promise<T>): void {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Answer<T>> => {
      const window = doors.window();
      if (window === null || !isTrustedSender(event, window.webContents)) {
        doors.log.error('desktop.untrusted-sender', { channel });
        return { failure: 'permission-denied' };
      }
      try {
        return { value: await handle(window, ...args) };
      } catch (error) {
        if (error instanceof AppError) return { failure: error.failure.code };
        doors.log.error('desktop.door-failed', {
          channel,
          error: error instanceof Error ? error.name : 'unknown',
        });
        return { failure: 'internal' };
      }
    });
  }

  door(channels.call, async (_window, envelope) => {
    if (!isEnvelope(envelope)) throw new AppError('invalid-input');
    return core.dispatch(caller, envelope);
  });

  door(channels.pickFile, async (window, kind) => {
    if (!oneOf<FileKind>(fileKinds, kind)) throw new AppError('invalid-input');
    const words = doors.words();
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words.pickFile[kind],
      filters: [
        { name: words.fileFilters[kind], extensions: [...fileKinds[kind]] },
        { name: words.allFiles, extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    const chosen = filePaths[0];
    if (canceled || chosen === undefined) return null;
    const file = await readChosen(chosen);
    return { token: await core.receiveFile(caller, file), name: file.name, size: file.bytes.length };
  });

  door(channels.saveFile, async (window, token, suggestedName) => {
    if (!isToken(token) || typeof suggestedName !== 'string') throw new AppError('invalid-input');
    const file = await core.fileFor(caller, token);
    if (file === null) throw new AppError('file-expired');
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: doors.words().save,
      defaultPath: path.join(app.getPath('documents'), safeFileName(suggestedName)),
    });
    if (canceled || !filePath) return null;
    await writeChosen(filePath, file.bytes);
    lastSaved = filePath;
    return path.basename(filePath);
  });

  door(channels.openSaved, async () => {
    if (lastSaved === null) return false;
    if (opensSafely(lastSaved)) return (await shell.openPath(lastSaved)) === '';
    shell.showItemInFolder(lastSaved);
    return true;
  });

  // The page names a batch, never a path; a file is shown in its folder, never opened.
  door(channels.showBatch, async (_window, batchId) => {
    if (!isToken(batchId)) throw new AppError('invalid-input');
    const reply = await core.dispatch(caller, { id: randomUUID(), name: 'batches.get', input: { batchId } });
    if (!reply.ok) return false;
    const { batch, items } = reply.value as Output<'batches.get'>;
    const made = items.find((item) => item.state === 'made');
    const file = made && path.join(batch.folder, path.basename(made.fileName));
    if (file === undefined || !fs.existsSync(file)) return false;
    shell.showItemInFolder(file);
    return true;
  });

  door(channels.pickFolder, async (window, purpose) => {
    const titles = doors.words().pickFolder;
    if (!oneOf<FolderPurpose>(titles, purpose)) throw new AppError('invalid-input');
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: titles[purpose],
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  });

  door(channels.mayNotify, async () => Notification.isSupported());

  door(channels.notify, async (window, note) => {
    if (!isNotice(note)) throw new AppError('invalid-input');
    return new Promise<boolean>((resolve) => {
      const shown = new Notification({ title: note.title, body: note.body });
      showing.add(shown);
      const end = (clicked: boolean): void => {
        showing.delete(shown);
        resolve(clicked);
      };
      shown.on('click', () => {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
        end(true);
      });
      shown.on('close', () => end(false));
      shown.on('failed', () => end(false));
      shown.show();
    });
  });

  door(channels.info, async () => doors.info);

  door(channels.setLocale, async (_window, locale) => {
    if (locale !== 'zh-CN' && locale !== 'en') throw new AppError('invalid-input');
    doors.setLocale(locale);
    return null;
  });
}
