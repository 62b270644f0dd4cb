import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import { app } from './app.ts';
import { applyPermissions, launchChromium, toApp, toHttp } from './chromium.ts';
import { isolatedWorld, mainWorld } from './worlds.ts';

const preloadWorld = 'electron-preload';
const claimed = new WeakSet<Page>();
let context: BrowserContext | undefined;

type Invoker = (event: object, ...args: unknown[]) => unknown;
type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };
type Options = Electron.BrowserWindowConstructorOptions;

class IpcMain extends EventEmitter {
  /** Named as in Electron, so that one test can reach the handlers in both. */
  readonly _invokeHandlers = new Map<string, Invoker>();

  handle(channel: string, invoker: Invoker): void {
    if (this._invokeHandlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this._invokeHandlers.set(channel, invoker);
  }
}
export const ipcMain = new IpcMain();

class WebContents extends EventEmitter {
  page!: Page;
  readonly ready: Promise<void>;
  readonly #preferences: Electron.WebPreferences;
  #cdp!: CDPSession;
  #preloadContext: number | undefined;
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  /** An address that the app itself asked for; only others pass by `will-navigate`. */
  #expected: string | undefined;
  targetId = '';

  constructor(options: Options) {
    super();
    this.#preferences = { ...options.webPreferences };
    const { contextIsolation, nodeIntegration } = this.#preferences;
    if (contextIsolation === false || nodeIntegration === true)
      throw new Error('The stand-in has no window without context isolation or with Node in the page');
    this.ready = this.#open(options);
    this.ready.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
    app.emit('web-contents-created', {}, this);
  }

  get mainFrame(): { url: string; parent: null } {
    return { url: this.getURL(), parent: null };
  }

  getURL(): string {
    return toApp(this.page.url());
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return this.#preferences;
  }

  isDestroyed(): boolean {
    return this.page.isClosed();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  async load(url: string): Promise<void> {
    await this.ready;
    this.#expected = url;
    await this.page.goto(toHttp(url));
  }

  reload(): void {
    this.#expected = this.getURL();
    void this.page.reload().catch(() => undefined);
  }

  allowsNavigation(frame: Frame, url: string): boolean {
    if (url === this.#expected) {
      this.#expected = undefined;
      return true;
    }
    const isMainFrame = frame === this.page.mainFrame();
    let allowed = true;
    const event = {
      url,
      isMainFrame,
      preventDefault() {
        allowed = false;
      },
    };
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return allowed;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#callPreload('__push', [channel, args]);
  }

  async #open(options: Options): Promise<void> {
    if (!context) throw new Error('A window needs an app that is ready');
    this.page =
      context.pages().find((page) => page.url() === 'about:blank' && !claimed.has(page)) ??
      (await context.newPage());
    claimed.add(this.page);
    await applyPermissions(context, this, 'https://bundle.app.localhost');
    await this.page.setViewportSize({ width: options.width ?? 800, height: options.height ?? 600 });
    this.#cdp = await context.newCDPSession(this.page);
    await this.#cdp.send('Runtime.enable');
    await this.#cdp.send('Page.enable');
    const { targetInfo } = await this.#cdp.send('Target.getTargetInfo');
    this.targetId = targetInfo.targetId;
    await this.#installPreload();
    this.page.on('domcontentloaded', () => this.emit('dom-ready'));
    this.page.on('load', () => this.emit('did-finish-load'));
    this.page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    this.page.on('popup', (popup) => {
      if (this.#openHandler({ url: toApp(popup.url()) }).action !== 'allow') void popup.close();
    });
  }

  async #installPreload(): Promise<void> {
    await this.#cdp.send('Runtime.addBinding', { name: '__ipc', executionContextName: preloadWorld });
    this.#cdp.on('Runtime.executionContextCreated', ({ context: created }) => {
      if (created.name === preloadWorld) this.#preloadContext = created.id;
    });
    this.#cdp.on('Runtime.bindingCalled', (event) => void this.#receive(JSON.parse(event.payload)));
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})()` });
    const { preload } = this.#preferences;
    if (!preload) return;
    const code = fs.readFileSync(preload, 'utf8');
    const source = `(${isolatedWorld})((require,module,exports)=>{${code}\n})`;
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: preloadWorld, source });
  }

  async #receive(message: { id: number; channel: string; args: unknown[] }): Promise<void> {
    const { id, channel, args } = message;
    let reply: object;
    try {
      const invoker = ipcMain._invokeHandlers.get(channel);
      if (!invoker) throw new Error(`No handler registered for '${channel}'`);
      const value = await invoker({ sender: this, senderFrame: this.mainFrame }, ...args);
      reply = { id, value: structuredClone(value) };
    } catch (error) {
      reply = { id, error: `Error invoking remote method '${channel}': ${String(error)}` };
    }
    await this.#callPreload('__reply', [reply]);
  }

  async #callPreload(name: string, args: unknown[]): Promise<void> {
    if (this.#preloadContext === undefined) return;
    const call = {
      executionContextId: this.#preloadContext,
      functionDeclaration: `(...args)=>globalThis.${name}(...args)`,
      arguments: args.map((value) => ({ value })),
    };
    // A page that has just been closed or reloaded no longer listens, in Electron neither.
    await this.#cdp.send('Runtime.callFunctionOn', call).catch(() => undefined);
  }
}

export class BrowserWindow extends EventEmitter {
  static #all: BrowserWindow[] = [];
  static getAllWindows = (): BrowserWindow[] => BrowserWindow.#all;
  static fromWebContents = (contents: WebContents): BrowserWindow | undefined =>
    BrowserWindow.#all.find((window) => window.webContents === contents);

  readonly webContents: WebContents;
  #visible: boolean;
  #minimized = false;
  #maximized = false;
  #focused = false;
  #bounds: Electron.Rectangle;

  constructor(options: Options = {}) {
    super();
    this.#visible = options.show !== false;
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.webContents = new WebContents(options);
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    BrowserWindow.#all.push(this);
  }

  loadURL = (url: string): Promise<void> => this.webContents.load(url);
  getBounds = (): Electron.Rectangle => this.#bounds;
  getNormalBounds = (): Electron.Rectangle => this.#bounds;
  setBounds(bounds: Electron.Rectangle): void {
    this.#bounds = bounds;
  }
  isVisible = (): boolean => this.#visible;
  isMinimized = (): boolean => this.#minimized;
  isMaximized = (): boolean => this.#maximized;
  isFocused = (): boolean => this.#focused;
  show(): void {
    this.#visible = true;
  }
  minimize(): void {
    this.#minimized = true;
    this.#focused = false;
  }
  restore(): void {
    this.#minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
  }
  focus(): void {
    this.#focused = true;
  }
  blur(): void {
    this.#focused = false;
  }
  close(): void {
    void this.closeNow();
  }

  async closeNow(): Promise<void> {
    if (!BrowserWindow.#all.includes(this)) return;
    this.emit('close', { preventDefault() {} });
    BrowserWindow.#all = BrowserWindow.#all.filter((window) => window !== this);
    this.emit('closed');
    // Chromium without a page would end by itself before the app has closed its core.
    if (BrowserWindow.#all.length === 0) app.emit('window-all-closed');
    else await this.webContents.page.close();
  }
}

export const webContents = {
  fromDevToolsTargetId: (id: string): WebContents | undefined =>
    BrowserWindow.getAllWindows()
      .map((window) => window.webContents)
      .find((contents) => contents.targetId === id),
};

app.lifecycle = {
  async launch() {
    context = await launchChromium((frame, url) => {
      const owner = BrowserWindow.getAllWindows().find(
        (window) => frame && window.webContents.page === frame.page(),
      );
      return frame !== null && (owner?.webContents.allowsNavigation(frame, url) ?? false);
    });
  },
  async closeWindows() {
    for (const window of BrowserWindow.getAllWindows()) await window.closeNow();
  },
  async shutDown() {
    await context?.close();
  },
};
