import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

export const passphrase = 'cli-test-passphrase';
export const user = '测试员';
export const sampleRoster = path.join(root, 'resources/sample/工资表-样例工地.xlsx');

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Runner {
  readonly home: string;
  readonly office: string;
  run(
    args: readonly string[],
    more?: { env?: Readonly<Record<string, string>>; input?: string },
  ): Promise<Run>;
  /** With `--json`: the answer as it was read. */
  json(args: readonly string[], more?: { env?: Readonly<Record<string, string>> }): Promise<Answer>;
}

export interface Answer {
  readonly code: number;
  readonly ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what a script reads has no type.
  readonly data: any;
  readonly error: {
    code: string;
    message: string;
    issues: { path: string; code: string; message: string }[];
  };
}

/** Starts a program of the project as a person or a script would, with a home folder of its own. */
export function startProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  input = '',
): Promise<Run> {
  const child = spawn(process.execPath, [path.join(root, 'scripts/run.mjs'), file, ...args], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: undefined, LC_MESSAGES: undefined, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

export function makeRunner(): Runner {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-cli-'));
  const office = path.join(home, 'office');
  const env = {
    GONGDAO_HOME: path.join(home, 'home'),
    GONGDAO_OFFICE: office,
    GONGDAO_USER: user,
    GONGDAO_PASSPHRASE: passphrase,
    npm_lifecycle_event: undefined,
  };
  const run: Runner['run'] = (args, more = {}) =>
    startProgram('gongdao', args, { ...env, ...more.env }, more.input);
  return {
    home,
    office,
    run,
    async json(args, more) {
      const { code, out } = await run([...args, '--json'], more);
      return { code, ...JSON.parse(out) };
    },
  };
}
