import fs from 'node:fs';
import path from 'node:path';
import type { Client, Output } from '../../../shared/contract/api.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { createCore } from '../../core/app.ts';
import { clientOf } from '../../core/client.ts';
import type { Caller, Core } from '../../core/kernel/core.ts';
import type { World } from '../../core/ports/world.ts';
import { fromSource, thisHost } from '../common/installation.ts';
import { realWorld } from '../common/world.ts';
import { type Invocation, UsageError } from './command.ts';
import { readError, writeError } from './failure.ts';
import { readPassphrase } from './passphrase.ts';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Session {
  readonly core: Core;
  readonly client: Client;
  readonly caller: Caller;
  readonly world: World;
}

export const cliWorld = (): World => realWorld(fromSource(root), thisHost());

/** The core without an office, closed when the work ends. */
export async function withCore<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const world = cliWorld();
  const core = createCore(world);
  const caller: Caller = { sessionId: 'command-line' };
  if (process.stderr.isTTY)
    core.subscribe((event) => {
      if (event.type !== 'progress' || event.total === null) return;
      process.stderr.write(
        event.done === event.total ? '\r\u001b[K' : `\r${event.done}/${event.total}\u001b[K`,
      );
    });
  try {
    return await work({ core, caller, world, client: clientOf(core, caller) });
  } finally {
    await core.close();
  }
}

/** As `withCore`, with the office of `--office` unlocked for `--user`. */
export async function withOffice<T>(call: Invocation, work: (session: Session) => Promise<T>): Promise<T> {
  const folder = call.options.text('office') ?? process.env.GONGDAO_OFFICE;
  if (!folder) throw new UsageError('请用 --office 指明机构文件夹', 'Name the office folder with --office');
  const userName = call.options.text('user') ?? process.env.GONGDAO_USER;
  if (!userName) throw new UsageError('请用 --user 指明用户名', 'Name the user with --user');
  return withCore(async (session) => {
    await session.client.call('office.choose', { folder: call.path(folder) });
    const passphrase = await readPassphrase(call, { twice: false });
    await session.client.call('office.unlock', { userName, passphrase });
    return work(session);
  });
}

/** Brackets of every style are alike in a case number. */
const foldNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〔［【[(（]/g, '(')
    .replace(/[〕］】\])）]/g, ')')
    .replace(/\s+/g, '');

/** @throws AppError `not-found` for a number or id that no case has. */
export async function findCase(client: Client, numberOrId: string): Promise<Output<'cases.get'>> {
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(numberOrId)) return client.call('cases.get', { caseId: numberOrId });
  const wanted = foldNumber(numberOrId);
  let cursor: string | null = null;
  do {
    const page: Output<'cases.list'> = await client.call('cases.list', {
      filter: { text: numberOrId.slice(0, 200), status: 'all' },
      sort: { by: 'number', direction: 'asc' },
      cursor,
      limit: 200,
    });
    const found = page.items.find((row) => foldNumber(row.number) === wanted);
    if (found) return client.call('cases.get', { caseId: found.id });
    cursor = page.next;
  } while (cursor !== null);
  throw new AppError('not-found', { details: { what: 'case' } });
}

/** Hands the core a file of this computer. @returns its token. */
export async function giveFile({ core, caller }: Session, file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    throw readError(error);
  }
  return core.receiveFile(caller, { name: path.basename(file), type: '', bytes });
}

/** Takes a file that the core has made. @throws AppError `file-expired`. */
export async function takeFile({ core, caller }: Session, token: string): Promise<Uint8Array> {
  const file = await core.fileFor(caller, token);
  if (!file) throw new AppError('file-expired');
  return file.bytes;
}

/**
 * Writes a file whole or not at all, and never over another: a taken name gets a number, for a paper that somebody
 * has signed or corrected must not be lost.
 * @returns the path that it has.
 */
export function writeNew(file: string, bytes: Uint8Array): string {
  const { dir, name, ext } = path.parse(file);
  try {
    fs.mkdirSync(dir, { recursive: true });
    for (let n = 1; ; n++) {
      const target = n === 1 ? file : path.join(dir, `${name} (${n})${ext}`);
      if (fs.existsSync(target)) continue;
      const part = `${target}.part`;
      fs.writeFileSync(part, bytes);
      fs.renameSync(part, target);
      return target;
    }
  } catch (error) {
    throw writeError(error);
  }
}
