import { protocol } from 'electron';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { Caller, Core } from '../../core/kernel/core.ts';
import type { Log } from '../../core/ports/world.ts';
import { giveFile, maxHandoffBytes, takeFile } from '../common/handoff.ts';
import { commonHeaders } from '../common/headers.ts';
import { plain, serveStatic, type WebReply } from '../common/static.ts';
import { isOurs } from './trust.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** `app://bundle`: the built page and `/handoff`, as the browser shell serves them. */
export function handleAppScheme(options: { core: Core; caller: Caller; renderer: string; log: Log }): void {
  const { core, caller, renderer, log } = options;

  async function answer(request: Request): Promise<WebReply> {
    if (!isOurs(request.url)) return plain(404, 'Not found');
    const url = new URL(request.url);
    if (request.method === 'POST' && url.pathname === '/handoff') {
      return takeFile(core, caller, {
        name: url.searchParams.get('name'),
        type: request.headers.get('content-type'),
        read: () => readBody(request),
      });
    }
    if (request.method !== 'GET') return plain(405, 'Method not allowed');
    return url.pathname.startsWith('/handoff/')
      ? giveFile(core, caller, url)
      : serveStatic(renderer, url.pathname);
  }

  protocol.handle('app', async (request) => {
    const reply = await answer(request).catch((error: unknown) => {
      log.error('desktop.request-failed', { error: error instanceof Error ? error.name : 'unknown' });
      return plain(500, 'internal');
    });
    // A view of a buffer that is never shared; the type of Response's body asks for that assurance.
    const body = reply.body as string | Uint8Array<ArrayBuffer>;
    return new Response(body, { status: reply.status, headers: { ...commonHeaders, ...reply.headers } });
  });
}

/** @throws AppError `file-too-large` beyond the limit, as soon as it is known. */
async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxHandoffBytes) throw new AppError('file-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
