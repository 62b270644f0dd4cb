import { cleanLine } from '../../kernel/text.ts';

/** An identifier without blanks and hyphens, half-width, upper case. */
export function compact(input: string): string {
  return cleanLine(input)
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase();
}
