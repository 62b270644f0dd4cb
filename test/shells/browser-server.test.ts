import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';
import { fakeCore } from '../support/fake-core.ts';

const core = fakeCore();
const renderer = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-page-'));
let shell: BrowserShell;
let cookie = '';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Node's own client, because fetch does not let a caller lie about Host or Origin. */
function ask(
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: http.OutgoingHttpHeaders; body?: Buffer | string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      shell.origin,
      { method, path: target, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    // A refused upload is cut off while it is still being sent; the answer has come by then.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    request.end(body);
  });
}

const own = (): { cookie: string; origin: string } => ({ cookie, origin: shell.origin });
const call = (body: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  ask('/api/call', {
    method: 'POST',
    headers: { ...own(), 'content-type': 'application/json', ...headers },
    body,
  });

beforeAll(async () => {
  fs.mkdirSync(path.join(renderer, 'assets'));
  fs.writeFileSync(path.join(renderer, 'index.html'), '<meta nonce="__NONCE__">');
  for (const name of ['a.mjs', 'a.wasm', 'a.woff2', 'a.exe'])
    fs.writeFileSync(path.join(renderer, 'assets', name), name);
  shell = await startBrowserShell({
    core,
    renderer,
    log: { info() {}, error() {} },
    info: { platform: 'linux', version: '1.2.3', defaultOfficeFolder: '/offices/new' },
  });
  const launch = await ask(shell.launchUrl.slice(shell.origin.length));
  expect(launch.status).toBe(303);
  expect(launch.headers.location).toBe('/');
  const set = launch.headers['set-cookie']?.[0] ?? '';
  expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  cookie = set.split(';')[0] ?? '';
});
afterAll(async () => {
  await shell.close();
  fs.rmSync(renderer, { recursive: true });
});

test('the launch token works once', async () => {
  const launch = shell.launchUrl.slice(shell.origin.length);
  expect((await ask(launch)).status).toBe(403);
  expect((await ask('/?token=wrong')).status).toBe(403);
  const again = await ask(launch, { headers: { cookie } });
  expect(again.status).toBe(303);
  expect(again.headers['set-cookie']).toBeUndefined();
});

test('nobody enters without the cookie', async () => {
  for (const target of ['/', '/api/info', '/api/events', '/handoff/x'])
    expect((await ask(target)).status, target).toBe(401);
  expect((await ask('/', { headers: { cookie: `${cookie}x` } })).status).toBe(401);
  expect((await ask('/', { headers: { cookie: `other=1; ${cookie}` } })).status).toBe(200);
});

test('a foreign Host, Origin or site is refused', async () => {
  const port = new URL(shell.origin).port;
  expect((await ask('/', { headers: { cookie, host: 'rebind.test' } })).status).toBe(421);
  expect((await ask('/', { headers: { cookie, host: `localhost:${port}` } })).status).toBe(421);
  expect((await ask('/', { headers: { cookie, origin: 'http://evil.test' } })).status).toBe(403);
  expect((await ask('/', { headers: { cookie, origin: 'null' } })).status).toBe(403);
  expect((await ask('/', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect((await ask('/', { headers: { cookie, 'sec-fetch-site': 'same-site' } })).status).toBe(403);
  expect((await ask('/', { headers: { cookie, 'sec-fetch-site': 'none' } })).status).toBe(200);
  expect((await call('{}', { 'sec-fetch-site': 'none' })).status).toBe(403);
  const withoutOrigin = await ask('/api/call', { method: 'POST', headers: { cookie }, body: '{}' });
  expect(withoutOrigin.status).toBe(403);
});

test('a call needs JSON, a true form and a bounded size', async () => {
  expect((await call('{}', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await call('{')).status).toBe(400);
  expect((await call('{}')).status).toBe(400);
  expect((await call('{"id":"","name":"echo"}')).status).toBe(400);
  expect((await call(`"${'x'.repeat(5 * 1024 * 1024)}"`)).status).toBe(413);
  const chunked = { 'transfer-encoding': 'chunked' };
  expect((await call(`"${'x'.repeat(5 * 1024 * 1024)}"`, chunked)).status).toBe(413);
});

test('a call comes back with its value or its failure', async () => {
  const good = await call(JSON.stringify({ id: '1', name: 'echo', input: { 姓: '𠮷' } }));
  expect(JSON.parse(good.body.toString())).toMatchObject({
    id: '1',
    ok: true,
    value: { input: { 姓: '𠮷' } },
  });
  const bad = await call(JSON.stringify({ id: '2', name: 'fail', input: null }));
  expect(bad.status).toBe(200);
  expect(JSON.parse(bad.body.toString())).toMatchObject({
    id: '2',
    ok: false,
    failure: { code: 'conflict' },
  });
  // The cookie itself must not reach the core, which may write its caller into a log.
  expect(JSON.stringify(core.calls)).not.toContain(cookie.split('=')[1]);
});

test('no answer lets another origin in', async () => {
  const page = await ask('/', { headers: { cookie } });
  const policy = String(page.headers['content-security-policy']);
  const nonce = /nonce="([^"]+)"/.exec(page.body.toString())?.[1];
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  const again = await ask('/', { headers: { cookie } });
  expect(again.body.equals(page.body)).toBe(false);
  for (const target of ['/', '/api/info', '/nowhere']) {
    const { headers } = await ask(target, { headers: { cookie } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  }
});

test('files of the page have their types and nothing else is served', async () => {
  const type = async (name: string): Promise<string> => {
    const answer = await ask(name, { headers: { cookie } });
    return answer.status === 200 ? String(answer.headers['content-type']) : String(answer.status);
  };
  expect(await type('/assets/a.mjs')).toBe('text/javascript; charset=utf-8');
  expect(await type('/assets/a.wasm')).toBe('application/wasm');
  expect(await type('/assets/a.woff2')).toBe('font/woff2');
  expect(await type('/assets/a.exe')).toBe('404');
  expect(await type('/assets')).toBe('404');
  for (const outside of [
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/a%5c..%5cindex.html',
    '/%00.html',
    '/%',
  ])
    expect(await type(outside), outside).toBe('404');
  expect(await type('//evil.test/')).toBe('400');
  expect((await ask('/', { method: 'PUT', headers: own() })).status).toBe(405);
});

test('a file goes in for a token and comes out with its name', async () => {
  const name = "工资'表𠮷.pdf";
  const bytes = Buffer.from([0, 255, 10, 13]);
  const upload = await ask(`/handoff?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...own(), 'content-type': 'application/pdf' },
    body: bytes,
  });
  const { token, size } = JSON.parse(upload.body.toString());
  expect(size).toBe(4);
  const shown = await ask(`/handoff/${token}`, { headers: { cookie } });
  expect(shown.body.equals(bytes)).toBe(true);
  expect(shown.headers['content-type']).toBe('application/pdf');
  expect(shown.headers['content-disposition']).toBe(
    `inline; filename="__'__.pdf"; filename*=UTF-8''%E5%B7%A5%E8%B5%84%27%E8%A1%A8%F0%A0%AE%B7.pdf`,
  );
  const kept = await ask(`/handoff/${token}?download=1`, { headers: { cookie } });
  expect(kept.headers['content-disposition']).toMatch(/^attachment; /);
  expect((await ask('/handoff/unknown', { headers: { cookie } })).status).toBe(404);
});

test('a page among the files is never shown as one', async () => {
  const upload = await ask('/handoff?name=x.html', {
    method: 'POST',
    headers: { ...own(), 'content-type': 'text/html' },
    body: '<script>1</script>',
  });
  const { token } = JSON.parse(upload.body.toString());
  const shown = await ask(`/handoff/${token}`, { headers: { cookie } });
  expect(shown.headers['content-disposition']).toMatch(/^attachment; /);
  expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
});

test('an upload beyond 64 MiB is refused before it is read', async () => {
  const headers = { ...own(), 'content-length': 64 * 1024 * 1024 + 1 };
  expect((await ask('/handoff?name=big.pdf', { method: 'POST', headers, body: '' })).status).toBe(413);
  expect((await ask('/handoff', { method: 'POST', headers: own(), body: 'x' })).status).toBe(400);
});

test('closing ends the streams and the core', async () => {
  const other = fakeCore();
  const second = await startBrowserShell({
    core: other,
    renderer,
    log: { info() {}, error() {} },
    info: { platform: 'linux', version: '1', defaultOfficeFolder: '/' },
  });
  const launch = await fetch(second.launchUrl, { redirect: 'manual' });
  const stream = await fetch(`${second.origin}/api/events`, {
    headers: { cookie: launch.headers.get('set-cookie')?.split(';')[0] ?? '' },
  });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  await Promise.all([second.close(), second.close()]);
  expect(other.closed()).toBe(true);
  await expect(stream.text()).rejects.toThrow();
  await expect(fetch(second.origin)).rejects.toThrow();
});

test('locks the office when the last page has gone', async () => {
  const lonely = fakeCore();
  const other = await startBrowserShell({
    core: lonely,
    renderer,
    log: { info: () => undefined, error: () => undefined },
    info: { platform: 'linux', version: '0', defaultOfficeFolder: '/' },
    desertedMs: 20,
  });
  const entered = await fetch(other.launchUrl, { redirect: 'manual' });
  const cookieHeader = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const abort = new AbortController();
  const stream = await fetch(`${other.origin}/api/events`, {
    headers: { cookie: cookieHeader },
    signal: abort.signal,
  });
  expect(stream.status).toBe(200);
  expect(lonely.calls.map((c) => c.envelope.name)).toEqual([]);
  abort.abort();
  await expect.poll(() => lonely.calls.map((c) => c.envelope.name)).toEqual(['office.lock']);
  await other.close();
});
