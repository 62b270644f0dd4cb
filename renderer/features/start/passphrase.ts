import { codePointLength } from '../../../shared/kernel/text.ts';

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/**
 * A rough hint, never a gate: bits of a random text of these kinds of characters, where repeats and runs (`aaa`,
 * `1234`) count once. A passphrase of five Chinese words or four English ones reaches `strong`.
 */
export function strengthOf(passphrase: string): Strength {
  if (codePointLength(passphrase) < 8) return 'short';
  const points = Array.from(passphrase, (c) => c.codePointAt(0) ?? 0);
  const telling = points.filter((c, i) => i === 0 || Math.abs(c - (points[i - 1] ?? 0)) > 1).length;
  const kinds: readonly [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/, 33],
    [/[^\x20-\x7e]/, 1500],
  ];
  const alphabet = kinds.reduce((sum, [kind, size]) => sum + (kind.test(passphrase) ? size : 0), 0);
  const bits = telling * Math.log2(alphabet);
  if (bits < 45) return 'weak';
  return bits < 70 ? 'fair' : 'strong';
}
