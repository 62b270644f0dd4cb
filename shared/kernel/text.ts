// CJK Radicals Supplement signs that NFKC leaves alone but that text pasted from PDFs contains for common characters.
const radicalSupplement: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺇': '几',
  '⺌': '小',
  '⺎': '兀',
  '⺕': '彐',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '水',
  '⺣': '灬',
  '⺩': '王',
  '⺬': '示',
  '⺮': '竹',
  '⺰': '纟',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

// Control (Cc) and format (Cf) characters: bidirectional marks, zero-width signs, BOM. Variation selectors are Mn and stay.
const invisible = /[\p{Cc}\p{Cf}]/gu;
const radicals = /[\u2E80-\u2FD5]/g;
const hanOfRadical = (c: string): string => radicalSupplement[c] ?? c.normalize('NFKC');
const keepTabAndNewline = (c: string): string => (c === '\t' || c === '\n' ? c : '');

/**
 * Text as a person meant it: radicals (U+2F00–2FD5, U+2E80–2EFF) become Han characters, control and direction
 * characters go, line ends are \n, outer blanks go. Full-width letters and punctuation stay: Chinese prose uses them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, keepTabAndNewline)
    .replace(radicals, hanOfRadical)
    .normalize('NFC')
    .trim();
}

/** Radicals (U+2F00–2FD5, U+2E80–2EFF) become the Han characters they look like; all else stays. */
export function unifyRadicals(text: string): string {
  return text.replace(radicals, hanOfRadical);
}

/** A one-line identifier or name: as `cleanText`, full-width digits and Latin become half-width, no line breaks. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\uFF01-\uFF5E]/g, (c) =>
      /[０-９Ａ-Ｚａ-ｚ]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c,
    )
    .replace(/[\u3000\s]+/g, ' ');
}

/** Length in user-visible code points, never in UTF-16 units: 𠮷 counts one. */
export function codePointLength(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}
