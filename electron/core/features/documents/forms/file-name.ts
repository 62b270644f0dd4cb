const windowsForbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

// A file name may have 255 bytes on Linux, and Windows paths are short; a Han character takes three bytes.
const partLimit = 40;

/** A piece of a file name: forbidden signs become full-width or go, ends are trimmed, 40 code points at most. */
function fileNamePart(value: string): string {
  const wide: Readonly<Record<string, string>> = { ':': '：', '?': '？', '/': '／', '*': '＊', '|': '｜' };
  const clean = value.replace(windowsForbidden, (c) => wide[c] ?? '').replace(/\s+/g, ' ');
  return [...clean]
    .slice(0, partLimit)
    .join('')
    .replace(/[. ]+$/u, '')
    .trimStart();
}

/**
 * `序号-文书名-当事人-日期`, safe on Windows and without extension. A date that is not known yet is left out.
 * `order` counts from 1 and has two digits, so that a folder sorts as the set does.
 */
export function paperFileName(
  order: number,
  title: string,
  party: string | null,
  date: string | null,
): string {
  return [String(order).padStart(2, '0'), title, party, date]
    .filter((part) => part !== null)
    .map((part) => fileNamePart(part))
    .filter((part) => part !== '')
    .join('-');
}
