import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Set by the window module: opens Chromium before `ready`, closes windows and Chromium when the app quits. */
export interface Lifecycle {
  launch(): Promise<void>;
  closeWindows(): Promise<void>;
  shutDown(): Promise<void>;
}

/** Chromium on a busy computer now and then never ends after it was asked to. */
const chromiumMayTakeMs = 5_000;

class App extends EventEmitter {
  readonly commandLine = { appendSwitch(): void {} };
  readonly isPackaged = process.env.STANDIN_PACKAGED === '1';
  lifecycle: Lifecycle | undefined;
  utilities: { readonly pid: number | undefined; readonly name: string }[] = [];
  #launching: Promise<void> | undefined;
  #ready = false;
  #quitting = false;
  #lockFile: string | undefined;
  readonly #paths = new Map<string, string>();

  whenReady(): Promise<void> {
    this.#launching ??= Promise.resolve(this.lifecycle?.launch()).then(() => {
      this.#ready = true;
      this.emit('ready');
    });
    return this.#launching;
  }

  isReady(): boolean {
    return this.#ready;
  }

  enableSandbox(): void {}

  /** Only the utility processes, under the names that they were given. */
  getAppMetrics(): { pid: number | undefined; type: string; name: string }[] {
    return this.utilities.map(({ pid, name }) => ({ pid, name, type: 'Utility' }));
  }

  getAppPath(): string {
    return process.env.STANDIN_APP ?? process.cwd();
  }

  getVersion(): string {
    return JSON.parse(fs.readFileSync(path.join(this.getAppPath(), 'package.json'), 'utf8')).version;
  }

  getPath(name: string): string {
    return this.#paths.get(name) ?? path.join(os.tmpdir(), `standin-${name}`);
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  /** A lock file with our process id; a second instance leaves a note beside it, which the first one reads. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    fs.mkdirSync(folder, { recursive: true });
    const lock = path.join(folder, 'standin.lock');
    const owner = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
    if (owner !== 0 && isAlive(owner)) {
      fs.writeFileSync(path.join(folder, `standin.second-${process.pid}`), JSON.stringify(process.argv));
      return false;
    }
    fs.writeFileSync(lock, String(process.pid));
    this.#lockFile = lock;
    fs.watch(folder, (_event, name) => {
      if (!name?.startsWith('standin.second-')) return;
      const note = path.join(folder, name);
      if (!fs.existsSync(note)) return;
      fs.rmSync(note);
      this.emit('second-instance', {}, [], process.cwd());
    }).unref();
    return true;
  }

  /** A test's call interrupts whatever code is running, in the middle of it; quitting waits until that is done. */
  quit(): void {
    setImmediate(() => this.#quitNow());
  }

  #quitNow(): void {
    if (this.#quitting) return;
    if (this.#isPrevented('before-quit')) return;
    this.#quitting = true;
    void (async () => {
      await this.lifecycle?.closeWindows();
      this.#isPrevented('will-quit');
      this.exit(0);
    })();
  }

  exit(code: number): void {
    if (this.#lockFile) fs.rmSync(this.#lockFile, { force: true });
    // Playwright waits for Chromium without a limit, and kills what is left of it when our process ends.
    const shutDown = Promise.resolve(this.lifecycle?.shutDown()).catch(() => undefined);
    void Promise.race([shutDown, delay(chromiumMayTakeMs)]).then(() => process.exit(code));
  }

  #isPrevented(event: string): boolean {
    let prevented = false;
    this.emit(event, {
      preventDefault() {
        prevented = true;
      },
    });
    return prevented;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const app = new App();
