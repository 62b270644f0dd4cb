import { z } from 'zod';
import { type FormId, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import { carrierOf } from '../../../../shared/features/documents/served.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { Bilingual } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';

/** A paper that was made with a day that the record would no longer hold. */
export interface CarriedDay {
  readonly documentId: string;
  readonly title: Bilingual;
  readonly fileName: string;
  readonly madeAt: string;
  /** On whom it was served, with the day where one is noted. */
  readonly to: readonly { readonly name: string; readonly on: PlainDate | null }[];
}

const madeFrom = z.object({
  events: z.array(z.object({ type: z.string(), date: z.string() })),
  particulars: z.object({
    case: z.record(z.string(), z.object({ entered: z.record(z.string(), z.unknown()) })),
  }),
});
const delivered = z.object({
  documents: z.array(z.object({ name: z.string().nullish(), at: z.string().nullish() })).nullish(),
});

/** The kept papers of a case that print the day of an event as it is recorded now, each with those who were served. */
export async function papersWithDay(
  db: ReadHandle,
  caseId: string,
  event: { readonly type: string; readonly date: PlainDate },
): Promise<CarriedDay[]> {
  const carrier = carrierOf(event.type);
  if (!carrier || carrier.forms.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .select(['id', 'form_id', 'file_name', 'facts', 'made_at'])
    .where('case_id', '=', caseId)
    .where('form_id', 'in', [...carrier.forms])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const found = rows.filter(({ facts }) => {
    const { events, particulars } = madeFrom.parse(JSON.parse(facts));
    const matter = particulars.case.decision?.entered.kind;
    return (
      events.some((e) => e.type === event.type && e.date === event.date) &&
      (!carrier.matters || carrier.matters.some((m) => m === matter))
    );
  });
  if (found.length === 0) return [];
  const served = await deliveriesOf(db, caseId);
  return found.map((row) => {
    const title = formTitles[row.form_id as FormId];
    return {
      documentId: row.id,
      title,
      fileName: row.file_name,
      madeAt: row.made_at,
      to: served.filter((s) => s.document.includes(title.zh)).map(({ name, on }) => ({ name, on })),
    };
  });
}

/** What the receipts of service of a case tell: which paper, to whom, when. */
async function deliveriesOf(db: ReadHandle, caseId: string) {
  const rows = await db
    .selectFrom('particular')
    .select(['member_id', 'body'])
    .where('case_id', '=', caseId)
    .where('topic', '=', 'delivery')
    .where('deleted_at', 'is', null)
    .execute();
  if (rows.length === 0) return [];
  const names = new Map<string, string>();
  for (const table of ['case_member', 'respondent'] as const)
    for (const { id, name } of await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('case_id', '=', caseId)
      .execute())
      names.set(id, name);
  return rows.flatMap(({ member_id, body }) =>
    (delivered.parse(JSON.parse(body)).documents ?? []).flatMap(({ name, at }) =>
      name
        ? [
            {
              document: name,
              name: names.get(member_id) ?? '',
              on: (at?.slice(0, 10) ?? null) as PlainDate | null,
            },
          ]
        : [],
    ),
  );
}
