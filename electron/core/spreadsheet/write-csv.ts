/** UTF-8 with a mark at the front, which Excel needs; a cell that looks like a formula is kept a text. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}
