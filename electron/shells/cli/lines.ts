/**
 * The lines of a stream, without their ends and without the byte order mark that Windows programs put first; a last
 * line without an end counts. `readline` also splits at U+2028, which JSON text may hold.
 */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const chunk of stream) {
    const text = first ? chunk.replace(/^\uFEFF/, '') : chunk;
    first = false;
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield part.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

/** Writes to standard output at the reader's pace. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
