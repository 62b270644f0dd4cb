import fs from 'node:fs';
import { type Invocation, UsageError } from './command.ts';
import { readError } from './failure.ts';

/**
 * The passphrase from `--passphrase-file`, GONGDAO_PASSPHRASE or the terminal, never from an argument: other users of
 * the computer can read a process's arguments.
 * @param options `twice`: a new one is typed again, because nobody sees what they type.
 * @throws UsageError when there is none to be had.
 */
export async function readPassphrase(call: Invocation, options: { twice: boolean }): Promise<string> {
  const file = call.options.text('passphrase-file');
  if (file !== null) return readPassphraseFile(call.path(file));
  const fromEnvironment = process.env.GONGDAO_PASSPHRASE;
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    delete process.env.GONGDAO_PASSPHRASE;
    return fromEnvironment;
  }
  if (!process.stdin.isTTY)
    throw new UsageError(
      '没有口令：请用 --passphrase-file 或环境变量 GONGDAO_PASSPHRASE 提供',
      'No passphrase: give it by --passphrase-file or GONGDAO_PASSPHRASE',
    );
  const { say } = call.words;
  const passphrase = await ask(say('口令（输入时不显示）：', 'Passphrase (not shown): '));
  if (options.twice && (await ask(say('再输入一次：', 'Once more: '))) !== passphrase)
    throw new UsageError('两次输入的口令不同', 'The two passphrases differ');
  return passphrase;
}

/** @throws AppError when the file cannot be read. */
export function readPassphraseFile(file: string): string {
  try {
    // Editors end a file with a line break and some begin it with a mark; neither is part of the passphrase.
    return fs
      .readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r?\n$/, '');
  } catch (error) {
    throw readError(error);
  }
}

function ask(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const end = (): void => {
      stdin.off('data', onData);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    function onData(chunk: string): void {
      for (const key of chunk) {
        if (key === '\r' || key === '\n') {
          end();
          resolve(typed.join(''));
          return;
        }
        if (key === '\u0003' || key === '\u0004') {
          end();
          reject(new UsageError('已取消', 'Cancelled'));
          return;
        }
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
        else if (key === '\u0015') typed = [];
        else if (key >= ' ') typed.push(key);
      }
    }
    stdin.on('data', onData);
  });
}
