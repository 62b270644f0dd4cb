import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import { type ActKind, type GroupAct, standingsOf } from '../../../../shared/features/group/group.status.ts';
import type { FormDefinition, Whose } from './forms/definition.ts';

/** Which workers of a case each kind of paper names, by their ids. */
export type Named = Readonly<Record<Whose, ReadonlySet<string>>>;

/**
 * Who goes on, who settles and who leaves. Who settles is told by the settlement being drafted, else by the part of the
 * group that settled last, else by the settlement in force. Where nobody is left in a part, its papers are about the
 * whole case: the record does not say who is meant.
 */
export function namedIn(
  memberIds: readonly string[],
  acts: readonly GroupAct[],
  settlement: { readonly state: 'draft' | 'in-force'; readonly memberIds: readonly string[] } | null,
): Named {
  const standings = standingsOf(acts);
  const standing = (id: string) => standings.get(id)?.status ?? 'active';
  const all = new Set(memberIds);
  const someOf = (ids: readonly string[]): ReadonlySet<string> | null => {
    const here = ids.filter((id) => all.has(id));
    return here.length > 0 ? new Set(here) : null;
  };
  const lastPart = (kind: ActKind, status: string): ReadonlySet<string> | null => {
    const still = memberIds.filter((id) => standing(id) === status);
    const days = acts.filter((a) => a.kind === kind && a.memberIds.some((id) => still.includes(id)));
    const last = days
      .map((a) => a.on)
      .sort()
      .at(-1);
    return someOf(still.filter((id) => days.some((a) => a.on === last && a.memberIds.includes(id))));
  };
  const agreed = (state: 'draft' | 'in-force'): ReadonlySet<string> | null =>
    settlement?.state === state ? someOf(settlement.memberIds) : null;
  const going = someOf(memberIds.filter((id) => standing(id) === 'active')) ?? all;
  const settled = lastPart('settle', 'settled');
  return {
    everybody: all,
    going,
    settling: agreed('draft') ?? settled ?? agreed('in-force') ?? going,
    leaving: lastPart('withdraw', 'withdrawn') ?? settled ?? going,
  };
}

/** The facts of a case, and of those workers alone whom a form names. */
export interface CaseFacts {
  readonly all: FilingFacts;
  readonly of: (form: FormDefinition) => FilingFacts;
  /** Of some workers only, with their claims and totals. */
  readonly only: (ids: ReadonlySet<string>) => FilingFacts;
}

/** @param narrowed facts of some workers, with their claims and totals. */
export function caseFacts(
  all: FilingFacts,
  named: Named,
  narrowed: (ids: ReadonlySet<string>) => FilingFacts,
): CaseFacts {
  const made = new Map<Whose, FilingFacts>();
  return {
    all,
    only: narrowed,
    of: ({ whose }) => {
      const part = typeof whose === 'function' ? whose(all) : whose;
      if (named[part].size === named.everybody.size) return all;
      const facts = made.get(part) ?? narrowed(named[part]);
      made.set(part, facts);
      return facts;
    },
  };
}
