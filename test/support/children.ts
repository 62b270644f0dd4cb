import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

const script = path.join(import.meta.dirname, 'fault-child.ts');

export interface Child {
  /** Waits for a line that begins so. @throws when the process ends first. */
  reached(prefix: string): Promise<string>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
}

export function startChild(args: readonly string[], env: Record<string, string> = {}): Child {
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let errors = '';
  let ended = false;
  let wake: () => void = () => undefined;
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  if (child.stdout)
    readline.createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      wake();
    });
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      wake();
      resolve();
    });
  });
  return {
    async reached(prefix) {
      for (;;) {
        const found = lines.find((l) => l.startsWith(prefix));
        if (found !== undefined) return found;
        if (ended) throw new Error(`ended before “${prefix}”: ${lines.join(' | ')} ${errors}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
