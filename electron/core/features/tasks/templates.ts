import builtIn from '../../../../resources/tasks/templates.json' with { type: 'json' };
import { tracks } from '../../../../shared/features/cases/case.schemas.ts';
import type { TaskTemplate } from '../../../../shared/features/tasks/tasks.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';

type Language = 'zh-CN' | 'en';

/** The office's own lists, then those that come with the program. */
export async function loadTemplates(
  db: ReadHandle,
  track: string | null,
  language: Language,
): Promise<TaskTemplate[]> {
  let query = db
    .selectFrom('task_template')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id');
  if (track !== null) query = query.where('track', '=', track);
  const say = (words: { zh: string; en: string }): string => (language === 'en' ? words.en : words.zh);
  const own = (await query.execute()).map((r) => ({
    id: r.id,
    track: trackOf(r.track),
    name: r.name,
    builtIn: false,
    items: JSON.parse(r.items) as TaskTemplate['items'],
    version: r.version,
  }));
  const given = builtIn
    .filter((b) => track === null || b.track === track)
    .map((b) => ({
      id: b.id,
      track: trackOf(b.track),
      name: say(b.name),
      builtIn: true,
      items: b.items.map((item) => ({ title: say(item), afterDays: item.afterDays })),
      version: 0,
    }));
  return [...own, ...given];
}

const trackOf = (text: string) => tracks.find((t) => t === text) ?? ('arbitration' as const);
