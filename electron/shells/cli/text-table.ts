/** Columns that line up on a terminal, where a Chinese character takes two places. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const all = [header, ...rows];
  const widths = header.map((_, c) => Math.max(...all.map((row) => places(row[c] ?? ''))));
  const line = (row: readonly string[]): string =>
    header
      .map((_, c) => {
        const text = row[c] ?? '';
        const blanks = ' '.repeat((widths[c] ?? 0) - places(text));
        return right.includes(c) ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

/** Places that a text takes: two for East Asian wide and full-width characters. */
function places(text: string): number {
  let n = 0;
  for (const c of text)
    n +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
        c,
      )
        ? 2
        : 1;
  return n;
}
