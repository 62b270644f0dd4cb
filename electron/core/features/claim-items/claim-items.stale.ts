import type { OutputOf } from '../../../../shared/contract/builders.ts';
import { calculatorInfo } from '../../../../shared/features/claims/claim-items.rules.ts';
import type { claimsContract } from '../../../../shared/features/claims/claims.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { recheckClaims } from '../../../../shared/law/index.ts';
import type { QueryContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadOffice } from '../office/index.ts';
import { loadItems, type StoredItem } from './claim-items.repo.ts';
import { amountNow, lawAt } from './claim-items.service.ts';

export interface ChangedItem {
  readonly item: StoredItem;
  readonly beforeFen: number | null;
  readonly afterFen: number | null;
  readonly differenceFen: number | null;
}

/** Items whose calculation differs between two states of the data, by the method that was chosen for each. */
export function changedItems(
  items: readonly StoredItem[],
  before: LawData,
  after: LawData,
  region: string,
  today: PlainDate,
): ChangedItem[] {
  const [was, is] = [lawAt(before, region, today), lawAt(after, region, today)];
  const changed = recheckClaims(
    was,
    is,
    items.map(({ id, calculator, inputs }) => ({ key: id, calculator, inputs })),
  );
  return changed.flatMap(({ key }) => {
    const item = items.find((i) => i.id === key);
    if (!item) return [];
    const afterFen = amountNow(item, is).amountFen;
    return [compared(item, amountNow(item, was).amountFen, afterFen)];
  });
}

function compared(item: StoredItem, beforeFen: number | null, afterFen: number | null): ChangedItem {
  const differenceFen = beforeFen === null || afterFen === null ? null : afterFen - beforeFen;
  return { item, beforeFen, afterFen, differenceFen };
}

type Stale = OutputOf<(typeof claimsContract)['claims.stale']>['items'][number];

/** Items of open cases whose kept amount is another by the data in force. */
export async function staleItems(
  ctx: Pick<QueryContext, 'db' | 'today' | 'breathe'>,
  law: LawData,
): Promise<Stale[]> {
  const region = (await loadOffice(ctx.db)).region_code;
  const now = lawAt(law, region, ctx.today);
  const out: Stale[] = [];
  for (const file of await casesWithItems(ctx.db)) {
    const names = new Map(
      (
        await ctx.db
          .selectFrom('case_member')
          .select(['id', 'name'])
          .where('case_id', '=', file.id)
          .where('deleted_at', 'is', null)
          .execute()
      ).map((m) => [m.id, m.name]),
    );
    for (const item of await loadItems(ctx.db, file.id)) {
      const worker = names.get(item.memberId);
      const afterFen = amountNow(item, now).amountFen;
      if (worker === undefined || item.kept.result === null || afterFen === item.computedFen) continue;
      const { beforeFen, differenceFen } = compared(item, item.computedFen, afterFen);
      out.push({
        caseId: file.id,
        number: file.number,
        firstApplicant: file.first_applicant,
        itemId: item.id,
        worker,
        title: calculatorInfo(item.calculator)?.title ?? { zh: item.calculator, en: item.calculator },
        beforeFen,
        afterFen,
        differenceFen,
      });
    }
    await ctx.breathe();
  }
  return out;
}

async function casesWithItems(db: ReadHandle) {
  return db
    .selectFrom('case_file')
    .select(['id', 'number', 'first_applicant'])
    .where('status', '=', 'open')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('claim_item')
          .select('claim_item.id')
          .whereRef('claim_item.case_id', '=', 'case_file.id')
          .where('claim_item.deleted_at', 'is', null),
      ),
    )
    .orderBy('number')
    .execute();
}
