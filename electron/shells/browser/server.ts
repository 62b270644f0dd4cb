import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { ShellInfo } from '../../../shared/contract/bridge.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { Caller, Core } from '../../core/kernel/core.ts';
import type { Log } from '../../core/ports/world.ts';
import { isEnvelope } from '../common/envelope.ts';
import { giveFile, maxHandoffBytes, takeFile } from '../common/handoff.ts';
import { bytesPolicy, commonHeaders } from '../common/headers.ts';
import { plain, serveStatic, type WebReply } from '../common/static.ts';

/** One call's JSON; files travel by `/handoff`. */
const maxCallBytes = 4 * 1024 * 1024;

export interface BrowserShellOptions {
  readonly core: Core;
  /** The built page, `out/renderer`. */
  readonly renderer: string;
  readonly log: Log;
  readonly info: Omit<ShellInfo, 'shell'>;
  /** Milliseconds after the last page has gone until the office is locked; two minutes unless told. */
  readonly desertedMs?: number;
}

export interface BrowserShell {
  /** Opens the program once: its token is traded for a cookie on the first visit. */
  readonly launchUrl: string;
  readonly origin: string;
  /** Ends every connection, then closes the core. */
  close(): Promise<void>;
}

/**
 * The program for one person's browser on this computer. It listens on 127.0.0.1 only; another user, another site or
 * a page that reaches the port by DNS rebinding gets nothing, because the cookie, Host and Origin must all be ours.
 */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { core, renderer, log } = options;
  const caller: Caller = { sessionId: randomUUID() };
  const launchToken = randomBytes(32).toString('base64url');
  const cookieValue = randomBytes(32).toString('base64url');
  const streams = new Set<http.ServerResponse>();
  let deserted: NodeJS.Timeout | undefined;
  let launched = false;
  let origin = '';
  // Cookies of 127.0.0.1 are shared by all ports, so two running programs need two names.
  let cookieName = '';

  const server = http.createServer((req, res) => {
    answer(req, res).then(
      (reply) => reply && send(req, res, reply),
      (error: unknown) => {
        log.error('browser.request-failed', { error: error instanceof Error ? error.name : 'unknown' });
        if (res.headersSent) res.destroy();
        else send(req, res, plain(500, 'internal'));
      },
    );
  });

  /** Null when the answer is a stream that was already begun. */
  async function answer(req: http.IncomingMessage, res: http.ServerResponse): Promise<WebReply | null> {
    if (`http://${req.headers.host}` !== origin) return plain(421, 'Wrong host');
    const url = requestUrl(req, origin);
    if (url === null) return plain(400, 'Bad address');
    if (isForeign(req)) return plain(403, 'Foreign origin');
    const known = hasCookie(req);
    if (req.method === 'GET' && url.pathname === '/' && url.searchParams.has('token'))
      return enter(url, known);
    if (!known) return plain(401, lockedOut);
    switch (`${req.method} ${url.pathname}`) {
      case 'POST /api/call':
        return call(req);
      case 'GET /api/info':
        return json({ shell: 'browser', ...options.info } satisfies ShellInfo);
      case 'GET /api/events':
        return events(res);
      case 'POST /handoff':
        return takeFile(core, caller, {
          name: url.searchParams.get('name'),
          type: req.headers['content-type'] ?? null,
          read: () => readBody(req, maxHandoffBytes),
        });
      default:
        if (req.method !== 'GET' && req.method !== 'HEAD') return plain(405, 'Method not allowed');
        return url.pathname.startsWith('/handoff/')
          ? giveFile(core, caller, url)
          : serveStatic(renderer, url.pathname);
    }
  }

  function isForeign(req: http.IncomingMessage): boolean {
    const from = req.headers.origin;
    if (from !== undefined && from !== origin) return true;
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads && from === undefined) return true;
    const site = req.headers['sec-fetch-site'];
    return site !== undefined && site !== 'same-origin' && !(reads && site === 'none');
  }

  function hasCookie(req: http.IncomingMessage): boolean {
    const wanted = `${cookieName}=${cookieValue}`;
    return (req.headers.cookie ?? '').split('; ').some((pair) => sameText(pair, wanted));
  }

  /** The launch address trades its token once; a person who opens it again in the same browser is simply let in. */
  function enter(url: URL, known: boolean): WebReply {
    const fresh = !launched && sameText(url.searchParams.get('token') ?? '', launchToken);
    if (!fresh && !known) return plain(403, lockedOut);
    launched = true;
    const cookie = `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`;
    return { status: 303, headers: { location: '/', ...(fresh ? { 'set-cookie': cookie } : {}) }, body: '' };
  }

  async function call(req: http.IncomingMessage): Promise<WebReply> {
    if (!/^application\/json(;|$)/.test(req.headers['content-type'] ?? '')) return plain(415, 'JSON only');
    let envelope: unknown;
    try {
      envelope = JSON.parse(new TextDecoder().decode(await readBody(req, maxCallBytes)));
    } catch (error) {
      return error instanceof AppError ? plain(413, 'Too large') : plain(400, 'Not JSON');
    }
    if (!isEnvelope(envelope)) return plain(400, 'Not a call');
    return json(await core.dispatch(caller, envelope));
  }

  function events(res: http.ServerResponse): null {
    res.writeHead(200, { ...commonHeaders, 'content-type': 'text/event-stream' });
    res.write(':\n\n');
    streams.add(res);
    clearTimeout(deserted);
    res.on('close', () => {
      streams.delete(res);
      if (streams.size > 0) return;
      // A reload comes back within a moment; a closed tab must not leave the key in memory.
      clearTimeout(deserted);
      deserted = setTimeout(() => void lock(), options.desertedMs ?? 120_000);
      deserted.unref();
    });
    return null;
  }

  async function lock(): Promise<void> {
    await core.dispatch(caller, { id: randomUUID(), name: 'office.lock', input: {} });
  }

  const unsubscribe = core.subscribe((event) => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  origin = `http://127.0.0.1:${address.port}`;
  cookieName = `gongdao-${address.port}`;

  let closing: Promise<void> | undefined;
  return {
    origin,
    launchUrl: `${origin}/?token=${launchToken}`,
    close: () => {
      closing ??= (async () => {
        clearTimeout(deserted);
        unsubscribe();
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
        await core.close();
      })();
      return closing;
    },
  };
}

const lockedOut =
  '请从启动公道的窗口重新打开程序：本地址只能使用一次。\n' +
  'Please start Gongdao again: this address works only once, in the browser that opened it first.\n';

function requestUrl(req: http.IncomingMessage, origin: string): URL | null {
  // An absolute or `//host` target would replace our origin.
  if (!req.url?.startsWith('/') || req.url.startsWith('//')) return null;
  return URL.parse(req.url, origin);
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** @throws AppError `file-too-large` beyond `limit` bytes, as soon as it is known. */
async function readBody(req: http.IncomingMessage, limit: number): Promise<Uint8Array> {
  const tooLarge = (): AppError => new AppError('file-too-large', { details: { limit } });
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const json = (value: unknown): WebReply => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'content-security-policy': bytesPolicy },
  body: JSON.stringify(value),
});

function send(req: http.IncomingMessage, res: http.ServerResponse, reply: WebReply): void {
  // An upload that was refused half-way leaves the rest in the pipe; the connection cannot be used again.
  const halfRead = !req.complete && req.method === 'POST';
  const length = typeof reply.body === 'string' ? Buffer.byteLength(reply.body) : reply.body.length;
  res.writeHead(reply.status, {
    ...commonHeaders,
    ...reply.headers,
    'content-length': length,
    ...(halfRead ? { connection: 'close' } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : reply.body);
}
