/** Facts of one paper that its file's name may say. Empty text where the record says nothing. */
export interface NameParts {
  /** The office's number of the case. */
  readonly case: string;
  /** Whose paper it is: the worker, the party, or the case's parties in short. */
  readonly name: string;
  /** Title of the paper. */
  readonly paper: string;
  /** The first respondent. */
  readonly unit: string;
  readonly team: string;
  /** Place in the batch, from 1, with as many digits as the last one has. */
  readonly number: string;
  /** ISO date. */
  readonly date: string;
}

export interface PatternField {
  readonly id: keyof NameParts;
  readonly zh: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** The words that a pattern may name in braces, in either language. */
export const patternFields: readonly PatternField[] = [
  { id: 'case', zh: '案号', label: { zh: '本机构案号', en: 'number of the case' } },
  { id: 'name', zh: '姓名', label: { zh: '工人或当事人的姓名', en: 'name of the worker or party' } },
  { id: 'paper', zh: '文书', label: { zh: '文书名称', en: 'title of the document' } },
  { id: 'unit', zh: '单位', label: { zh: '第一被申请人', en: 'first respondent' } },
  { id: 'team', zh: '班组', label: { zh: '工人的班组', en: 'the worker’s team' } },
  { id: 'number', zh: '序号', label: { zh: '在本批中的序号', en: 'place in the batch' } },
  { id: 'date', zh: '日期', label: { zh: '制作日期', en: 'day of making' } },
];

export const usualPattern = '{案号}_{姓名}_{文书}';

const byWord = new Map(patternFields.flatMap((f) => [[f.zh, f.id] as const, [f.id, f.id] as const]));
const field = /[{｛]([^{}｛｝]*)[}｝]/g;

/** The same pattern with its known words in one language; what is unknown stays as it was typed. */
export function patternIn(language: 'zh-CN' | 'en', pattern: string): string {
  return pattern.replace(field, (whole, word: string) => {
    const known = patternFields.find((f) => f.id === byWord.get(word.trim()));
    return known ? `{${language === 'en' ? known.id : known.zh}}` : whole;
  });
}

/** What is wrong with a pattern: words in braces that it does not know, or a brace without its partner. */
export function patternFaults(pattern: string): readonly string[] {
  const unknown = [...pattern.matchAll(field)].map((m) => m[1] ?? '').filter((w) => !byWord.has(w.trim()));
  const rest = pattern.replace(field, '');
  return [...unknown.map((w) => `{${w}}`), ...(rest.match(/[{}｛｝]/g) ?? [])];
}

/** Bytes of UTF-8 that a name may have with its ending: what every file system and archive takes. */
export const longestName = 120;

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

/** As much of a text as the bytes hold, never half a code point. */
function fitted(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let [out, used] = ['', 0];
  for (const c of text) {
    used += byteLength(c);
    if (used > bytes) break;
    out += c;
  }
  return out;
}

const wide: Readonly<Record<string, string>> = {
  ':': '：',
  '?': '？',
  '/': '／',
  '\\': '＼',
  '*': '＊',
  '|': '｜',
  '<': '＜',
  '>': '＞',
  '"': '＂',
};
/** Windows keeps these for devices, whatever ending follows, the superscript digits included. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i;

/**
 * A name that Windows, macOS and Linux accept: forbidden signs become their full-width forms, control and direction
 * characters go, no dot or space at the end, at most 120 bytes with `tail`.
 * @param tail stands after whatever is cut: a mark and the ending, such as ` (2).pdf`.
 */
export function safeFileName(text: string, tail: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, (c) => wide[c] ?? '_')
    .replace(/^[. ]+/, '');
  const named = clean === '' ? '文书' : reserved.test(clean) ? `_${clean}` : clean;
  return `${fitted(named, longestName - byteLength(tail)).replace(/[. ]+$/u, '')}${tail}`;
}

/** The pattern filled in. A word that stays empty takes the separator beside it along. */
export function fillPattern(pattern: string, parts: NameParts): string {
  // A private character that no fact keeps.
  const empty = '\uE000';
  const filled = pattern.replace(field, (whole, word: string) => {
    const id = byWord.get(word.trim());
    return id === undefined ? whole : parts[id].trim() === '' ? empty : parts[id].replaceAll(empty, '');
  });
  return filled.replace(/[-_—·\s]*\uE000/g, '').replace(/^[-_—·\s]+/, '');
}

/** Upper and lower case, and composed and single characters, are one name on Windows and macOS. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * One name for each paper, none twice: the second of a name gets ` (2)`.
 * @param ending with its dot: `.pdf`.
 */
export function batchFileNames(pattern: string, papers: readonly NameParts[], ending: string): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return papers.map((parts) => {
    const text = fillPattern(pattern, parts);
    const first = safeFileName(text, ending);
    const key = nameKey(first);
    for (let n = next.get(key) ?? 1; ; n++) {
      const name = n === 1 ? first : safeFileName(text, ` (${n})${ending}`);
      if (taken.has(nameKey(name))) continue;
      taken.add(nameKey(name));
      next.set(key, n + 1);
      return name;
    }
  });
}
