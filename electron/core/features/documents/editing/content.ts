import type { Block, Inline } from '../../../../paper/model/blocks.ts';

/** Stands for room to write by hand, and for what the record lacks. */
const room = '＿＿';

function inlineText(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'checkbox') return part.checked ? '☑' : '☐';
      return room;
    })
    .join('');
}

/** What a paper says, one text for each paragraph, heading and row: what two versions are compared by. */
export function blockTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [inlineText(block.content)];
      case 'heading':
        return [block.text];
      case 'signature':
        return block.lines.map(inlineText);
      case 'table': {
        const rows = [...block.rows, ...(block.footRows ?? [])];
        const head = block.columns.map((c) => c.header).filter((h) => h !== '');
        return [
          ...(block.showHeader === false || head.length === 0 ? [] : [head.join(' | ')]),
          ...rows.map((row) => row.map((cell) => inlineText(cell.content)).join(' | ')),
        ];
      }
      default:
        return [];
    }
  });
}
