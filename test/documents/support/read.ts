import type { Block, Inline, PaperModel } from '../../../electron/paper/model/blocks.ts';
import type { FilingFacts } from '../../../shared/features/documents/filing-facts.ts';

/** Every run of inlines of a paper, cells and signature lines included. */
export function runs(model: PaperModel): readonly (readonly Inline[])[] {
  return model.blocks.flatMap((block: Block): (readonly Inline[])[] => {
    if (block.kind === 'paragraph') return [block.content];
    if (block.kind === 'heading') return [[{ kind: 'text', text: block.text }]];
    if (block.kind === 'signature') return [...block.lines];
    if (block.kind !== 'table') return [];
    const headers = block.columns.map((c): Inline[] => [{ kind: 'text', text: c.header }]);
    return [...headers, ...[...block.rows, ...(block.footRows ?? [])].flat().map((cell) => cell.content)];
  });
}

/** A paper's text, one line per run; gaps read ［field］, blanks ＿, boxes ☐ and ☑. */
export function textOf(model: PaperModel): string {
  return runs(model)
    .map((run) =>
      run
        .map((part) => {
          if (part.kind === 'text') return part.text;
          if (part.kind === 'gap') return `［${part.field}］`;
          return part.kind === 'blank' ? '＿' : part.checked ? '☑' : '☐';
        })
        .join(''),
    )
    .join('\n');
}

export function gapsOf(model: PaperModel): string[] {
  return runs(model).flatMap((run) => run.flatMap((part) => (part.kind === 'gap' ? [part.field] : [])));
}

/**
 * A copy of `facts` with the value at a dot path replaced; `*` is index 0. `events.<type>` is the day of an event,
 * `particulars.<topic>.<field>` what was entered, of a worker's own topic by the first worker.
 */
export function withValue<T>(facts: T, path: string, value: unknown): T {
  const copy = structuredClone(facts);
  const [head, second = '', third = ''] = path.split('.');
  if (head === 'events') {
    const own = copy as unknown as { events: FilingFacts['events'] };
    if (!own.events.some((e) => e.type === second)) throw new Error(`no such event: ${second}`);
    own.events = own.events.filter((e) => e.type !== second);
    return copy;
  }
  if (head === 'particulars') {
    const { particulars } = copy as unknown as { particulars: FilingFacts['particulars'] };
    const [topicId = '', memberId] = second.split('/');
    const stored = memberId ? particulars.members[memberId]?.[topicId] : particulars.case[topicId];
    if (!stored) throw new Error(`no such topic: ${second}`);
    const values = third in stored.dues ? stored.dues : stored.entered;
    if (!(third in values)) throw new Error(`no such field: ${path}`);
    const list = Array.isArray((values as Record<string, unknown>)[third]);
    Object.assign(values, { [third]: value === null && list ? [] : value });
    return copy;
  }
  const keys = path.replaceAll('*', '0').split('.');
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (!(last in at)) throw new Error(`no such fact: ${path}`);
  at[last] = value;
  return copy;
}
