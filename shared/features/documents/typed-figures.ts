import { AppError } from '../../kernel/errors.ts';
import { type Fen, parseYuan } from '../../kernel/money.ts';
import { parseRmbUppercase } from '../../law/words/rmb.ts';
import { placeholderPattern } from './placeholders.ts';

/** A sum or number that somebody typed into a text, with its place. */
export interface Typed<T> {
  readonly value: T;
  /** As it stands in the text. */
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const figure = new RegExp(String.raw`[¥￥]\s*${number}|${number}\s*万?[元圆]`, 'gu');
const capitals = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆][零壹贰叁肆伍陆柒捌玖角分整正]*/gu;

/** Same length, so that places stay right. */
function withoutPlaceholders(text: string): string {
  return text.replace(placeholderPattern, (whole) => '\u0020'.repeat(whole.length));
}

/** Sums of money in a text: figures before 元 or after ¥, and capitals. Full-width digits count. */
export function typedSums(text: string): Typed<Fen>[] {
  // Full-width digits and signs are one unit each, as their narrow twins: no place moves.
  const plain = withoutPlaceholders(text).replace(/[０-９．，]/gu, (c) => narrow[c] ?? c);
  const found: Typed<Fen>[] = [];
  for (const match of plain.matchAll(figure)) {
    const value = tryRead(() => parseYuan(match[0]));
    if (value !== null) found.push({ value, text: match[0], at: match.index });
  }
  for (const match of plain.matchAll(capitals)) {
    const value = tryRead(() => parseRmbUppercase(match[0]));
    if (value !== null) found.push({ value, text: match[0], at: match.index });
  }
  return found.sort((a, b) => a.at - b.at);
}

const narrow: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from({ length: 10 }, (_, i) => [String.fromCodePoint(0xff10 + i), String(i)]),
  ['．', '.'],
  ['，', ','],
]);

function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    // “元” after a number that is no sum of money, for example a year before 元月.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Numbers of the shape of a resident ID or of a credit code. */
export function typedNumbers(text: string): Typed<string>[] {
  const plain = withoutPlaceholders(text);
  return [...plain.matchAll(/(?<![0-9A-Za-z])[0-9A-Z]{17}[0-9A-Zx](?![0-9A-Za-z])/gu)].map((m) => ({
    value: m[0].toUpperCase(),
    text: m[0],
    at: m.index,
  }));
}

/** A few characters around a place, for a sentence that points at it. */
export function around(text: string, at: number, length: number): string {
  const before = [...text.slice(0, at)].slice(-8).join('');
  const after = [...text.slice(at + length)].slice(0, 6).join('');
  return `${before}${text.slice(at, at + length)}${after}`.replace(/\s+/gu, ' ').trim();
}
