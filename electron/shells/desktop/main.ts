import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type MessageBoxOptions,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import type { Locale } from '../../../shared/contract/bridge.ts';
import { builtPaperThread, fromPackage, fromSource, thisHost } from '../common/installation.ts';
import { fileLog } from '../common/log.ts';
import { userPaths } from '../common/paths.ts';
import { channels } from './channels.ts';
import { type CoreProcess, hostCore } from './core-host.ts';
import type { FromCore } from './core-wire.ts';
import { openDoors } from './doors.ts';
import { guardContents, guardSession } from './guards.ts';
import { setMenu } from './menu.ts';
import { handleAppScheme, registerAppScheme } from './protocol.ts';
import { reachableBounds, readSettings, type ShellSettings, writeSettings } from './settings.ts';
import { pageUrl } from './trust.ts';
import { type Words, wordsFor } from './words.ts';

const out = path.resolve(import.meta.dirname, '..');
const paths = userPaths(thisHost());
const log = fileLog(paths.logs, () => Date.now());
const installation = app.isPackaged
  ? fromPackage(process.resourcesPath, out)
  : { ...fromSource(app.getAppPath()), paperThread: builtPaperThread(out) };

let settings: ShellSettings = {};
let window: BrowserWindow | null = null;
let leaving = false;
/** How long a window may take to close once the office is locked. */
const windowsMayTakeMs = 5_000;
const locale = (): Locale => settings.locale ?? 'zh-CN';
const words = (): Words => wordsFor(locale());

// Chromium's profile and the single-instance lock live here, so a portable copy is independent of an installed one.
app.setPath('userData', path.join(paths.config, 'chromium'));
app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  guardContents();
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start).catch(fail);
} else {
  app.quit();
}

function fail(error: unknown): void {
  log.error('desktop.start-failed', { error: error instanceof Error ? error.message : 'unknown' });
  dialog.showErrorBox(words().appName, error instanceof Error ? error.message : String(error));
  app.exit(1);
}

async function start(): Promise<void> {
  settings = readSettings(paths.config);
  guardSession(session.defaultSession, app.isPackaged);
  const caller = { sessionId: randomUUID() };
  const core = hostCore({
    fork: forkCore,
    now: () => performance.now(),
    onCrash({ code, restarted }) {
      log.error('desktop.core-ended', { code, restarted });
      tell(restarted ? words().coreRestarted : words().coreDown);
    },
  });
  handleAppScheme({ core, caller, renderer: path.join(out, 'renderer'), log });
  openDoors({
    core,
    caller,
    log,
    words,
    window: () => window,
    info: {
      shell: 'desktop',
      platform: process.platform,
      version: app.getVersion(),
      defaultOfficeFolder: paths.defaultOffice,
    },
    setLocale(chosen) {
      settings = { ...settings, locale: chosen };
      writeSettings(paths.config, settings);
      refreshMenu();
    },
  });
  core.subscribe((event) => window?.webContents.send(channels.event, event));
  closeCoreBeforeQuit(() => core.close());
  refreshMenu();
  await openWindow();
  log.info('desktop.started', { version: app.getVersion() });
}

function forkCore(): CoreProcess {
  const file = path.join(out, 'core-process', 'core-process.js');
  const child = utilityProcess.fork(file, [JSON.stringify(installation)], { serviceName: 'Gongdao core' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromCore) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}

async function openWindow(): Promise<void> {
  const bounds = reachableBounds(
    settings.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const opened = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 960,
    minHeight: 640,
    ...bounds,
    show: false,
    title: words().appName,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: path.join(out, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would be downloaded.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window = opened;
  opened.once('ready-to-show', () => {
    if (settings.maximized) opened.maximize();
    opened.show();
  });
  opened.on('close', () => {
    settings = { ...settings, bounds: opened.getNormalBounds(), maximized: opened.isMaximized() };
    writeSettings(paths.config, settings);
  });
  opened.on('closed', () => {
    window = null;
  });
  opened.webContents.on('render-process-gone', (_event, details) => {
    log.error('desktop.page-gone', { reason: details.reason });
    tell(words().pageGone, () => opened.webContents.reload());
  });
  // Whoever leaves before the page has loaded made no mistake: no error box may hold the program back.
  await opened.loadURL(pageUrl).catch((error: unknown) => {
    if (!leaving && window === opened) throw error;
  });
}

function showWindow(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function refreshMenu(): void {
  setMenu(words(), process.platform, {
    openLogs: () => void shell.openPath(paths.logs),
    showAbout: () => tell({ title: words().appName, detail: words().aboutDetail(app.getVersion()) }),
  });
}

function tell(message: { title: string; detail: string }, then?: () => void): void {
  const { title, detail } = message;
  const options: MessageBoxOptions = {
    title: words().appName,
    message: title,
    detail,
    buttons: [words().continue],
  };
  const shown = window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
  void shown.then(() => then?.());
}

/**
 * Quitting waits until the office is locked and its files are closed. After that nothing can be lost, so a window that
 * does not close, because its page hangs, is not waited for.
 */
function closeCoreBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    leaving = true;
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
      setTimeout(() => {
        log.error('desktop.quit-forced', {});
        app.exit(0);
      }, windowsMayTakeMs);
    });
  });
}
