import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { bytesPolicy, pagePolicy } from './headers.ts';

/** An answer that either shell can give: Node's server writes it, the protocol handler wraps it. */
export interface WebReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const plain = (status: number, text: string): WebReply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': bytesPolicy },
  body: text,
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
};

const notFound = plain(404, 'Not found');

/**
 * A file of the built page. `/` is the page itself; in HTML `__NONCE__` becomes a nonce that is fresh for every load
 * and stands in the policy. Files of unknown type are not served: the build makes none.
 */
export async function serveStatic(root: string, pathname: string): Promise<WebReply> {
  const file = resolveInside(root, pathname === '/' ? '/index.html' : pathname);
  const type = file === null ? undefined : types[path.extname(file)];
  if (file === null || type === undefined) return notFound;
  const nonce = randomBytes(18).toString('base64');
  const headers = { 'content-type': type, 'content-security-policy': pagePolicy(nonce) };
  try {
    if (!file.endsWith('.html')) return { status: 200, headers, body: await fs.readFile(file) };
    const html = await fs.readFile(file, 'utf8');
    return { status: 200, headers, body: html.replaceAll('__NONCE__', nonce) };
  } catch {
    return notFound;
  }
}

/** The path under `root`, or null when the name is malformed or would leave it. */
function resolveInside(root: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash or a colon means another folder or a stream on Windows; the build makes no such names.
  if (/[\\:\0]/.test(name)) return null;
  const file = path.resolve(root, `.${name}`);
  return file.startsWith(path.resolve(root) + path.sep) ? file : null;
}
