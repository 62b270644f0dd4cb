import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { app } from './app.ts';

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  readonly name: string;

  constructor(modulePath: string, args: string[], name: string) {
    super();
    this.name = name;
    this.#child = fork(path.join(import.meta.dirname, 'utility-boot.ts'), [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: [],
    });
    // Last, because a test may ask for its process id while it is being forked.
    app.utilities.push(this);
    // None outlives Electron, be it stopped or busy, however Electron ends. One that did would keep our output open,
    // and whoever waits for its end would wait for ever.
    process.once('exit', () => this.#child.kill('SIGKILL'));
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => {
      app.utilities = app.utilities.filter((other) => other !== this);
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(message: unknown): void {
    this.#child.send(message as object, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: { serviceName?: string } = {}): UtilityProcess =>
    new UtilityProcess(modulePath, args, options.serviceName ?? 'Node Utility Process'),
};
