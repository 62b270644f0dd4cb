import { detectDelimiter, parseCsv } from 'hucre/csv';
import { AppError } from '../../../shared/kernel/errors.ts';

/**
 * Records of a delimited text file. Row i of the result is row i + 1 of the spreadsheet program, blank lines included.
 * @throws AppError `file-not-spreadsheet` when the bytes are no text or the text has no columns.
 */
export function readDelimited(bytes: Uint8Array): string[][] {
  let text = decode(bytes);
  let delimiter: string | undefined;
  const declared = /^sep=([,;\t])\r?\n/i.exec(text);
  if (declared) {
    delimiter = declared[1];
    text = text.slice(declared[0].length);
  }
  delimiter ??= detectDelimiter(text);
  // A file of vertical bars is no list that a spreadsheet program saves.
  if (delimiter === '|') delimiter = ',';
  const rows = parseCsv(text, { delimiter }).map((row) => row.map((v) => unwrap(String(v ?? ''))));
  if (rows.length > 0 && !rows.some((row) => row.length > 1)) {
    throw new AppError('file-not-spreadsheet', { details: { reason: 'no-columns' } });
  }
  return rows;
}

/** `="110101…"` is how programs keep a spreadsheet from rounding a long number. */
function unwrap(value: string): string {
  return /^="(.*)"$/s.exec(value.trim())?.[1] ?? value;
}

/** UTF-8, UTF-16 with or without a byte order mark, otherwise GB18030 (what Chinese Windows calls ANSI). */
function decode(bytes: Uint8Array): string {
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (isText(text)) return text;
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw new AppError('file-not-spreadsheet');
}

function candidates(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return ['utf-8', 'gb18030'];
  // Separators, digits and line ends have a zero byte in UTF-16: its side tells the byte order.
  let even = 0;
  let odd = 0;
  head.forEach((b, i) => {
    if (b === 0) i % 2 === 0 ? even++ : odd++;
  });
  return even > odd ? ['utf-16be'] : ['utf-16le'];
}

/** No control characters but blanks and line ends; Ctrl-Z ends files of very old programs. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\uFFFE\uFFFF]/.test(text);
}
