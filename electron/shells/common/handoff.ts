import { AppError } from '../../../shared/kernel/errors.ts';
import type { Caller, Core, HandoffFile } from '../../core/kernel/core.ts';
import { bytesPolicy } from './headers.ts';
import { plain, type WebReply } from './static.ts';

/** 64 MiB, the largest file that a person may hand to the core. */
export const maxHandoffBytes = 64 * 1024 * 1024;

/** Shown inside the window or tab; every other type is only offered for saving, because a page could be among them. */
const shown: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** An upload as either shell received it. `read` rejects with `file-too-large` beyond the limit. */
export interface Upload {
  readonly name: string | null;
  readonly type: string | null;
  read(): Promise<Uint8Array>;
}

/** `POST /handoff?name=…`: the bytes of a file that the person chose or dropped become a token. */
export async function takeFile(core: Core, caller: Caller, upload: Upload): Promise<WebReply> {
  const name = upload.name?.split(/[\\/]/).at(-1) ?? '';
  if (name === '' || name.length > 255) return plain(400, 'A file name is needed');
  try {
    const bytes = await upload.read();
    const token = await core.receiveFile(caller, { name, type: safeType(upload.type), bytes });
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'content-security-policy': bytesPolicy },
      body: JSON.stringify({ token, name, size: bytes.length }),
    };
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'file-too-large')
      return plain(413, 'file-too-large');
    throw error;
  }
}

// The type comes back as a header, so only the plain form of one is kept.
const safeType = (type: string | null): string =>
  type !== null && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.toLowerCase() : 'application/octet-stream';

/** `GET /handoff/<token>`: the bytes behind a token, to look at or (`?download=1`) to keep. */
export async function giveFile(core: Core, caller: Caller, url: URL): Promise<WebReply> {
  const token = url.pathname.slice('/handoff/'.length);
  const file = /^[\w-]{1,200}$/.test(token) ? await core.fileFor(caller, token) : null;
  if (file === null) return plain(404, 'file-expired');
  const inline = url.searchParams.get('download') !== '1' && shown.has(file.type);
  return {
    status: 200,
    headers: {
      'content-type': file.type,
      'content-disposition': disposition(inline ? 'inline' : 'attachment', file),
      'content-security-policy': bytesPolicy,
    },
    body: file.bytes,
  };
}

/** RFC 6266 with the RFC 5987 form, so that a Chinese file name arrives whole. */
function disposition(kind: 'inline' | 'attachment', file: Pick<HandoffFile, 'name'>): string {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const exact = encodeURIComponent(file.name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
