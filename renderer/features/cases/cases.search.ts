import { causes, tracks } from '../../../shared/features/cases/case.schemas.ts';
import { caseSortKeys } from '../../../shared/features/cases/cases.contract.ts';
import { isPlainDate } from '../../../shared/kernel/date.ts';
import { listTracks } from '../../../shared/law/tracks/catalogue.ts';
import type { CaseFilter, CaseSort } from './cases.queries.ts';

/** The list's state as it stands in the address. What is usual is left out, so that addresses stay short. */
export interface CasesSearch {
  q?: string;
  status?: 'closed' | 'all';
  track?: (typeof tracks)[number];
  /** A state of the track. */
  stage?: string;
  cause?: (typeof causes)[number];
  handler?: string;
  due?: string;
  /** Calendar days from today until which something is due. */
  within?: number;
  group?: boolean;
  /** Only cases that no open date watches over. */
  bare?: true;
  sort?: (typeof caseSortKeys)[number];
  dir?: 'asc' | 'desc';
}

const stageIds: ReadonlySet<unknown> = new Set(
  listTracks().flatMap((t) => [t.initial, ...t.states].map((s) => s.id)),
);

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((known) => known === value);

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3650;

/** Reads an address; whatever it does not know it leaves out. */
export function parseCasesSearch(raw: Record<string, unknown>): CasesSearch {
  const found: { [K in keyof CasesSearch]: CasesSearch[K] | undefined } = {
    // A number typed as text (`20260001`) comes back from the address as a number.
    q: raw.q === undefined || raw.q === '' ? undefined : String(raw.q).slice(0, 200),
    status: oneOf(['closed', 'all'], raw.status),
    track: oneOf(tracks, raw.track),
    stage: stageIds.has(raw.stage) ? String(raw.stage) : undefined,
    cause: oneOf(causes, raw.cause),
    handler: typeof raw.handler === 'string' && /^[0-9A-Z]{26}$/.test(raw.handler) ? raw.handler : undefined,
    due: isPlainDate(raw.due) ? raw.due : undefined,
    within: isDays(raw.within) ? raw.within : undefined,
    group: typeof raw.group === 'boolean' ? raw.group : undefined,
    bare: raw.bare === true ? true : undefined,
    sort: oneOf(caseSortKeys, raw.sort),
    dir: oneOf(['asc', 'desc'], raw.dir),
  };
  return Object.fromEntries(Object.entries(found).filter(([, v]) => v !== undefined)) as CasesSearch;
}

export const filterOf = (s: CasesSearch): CaseFilter => ({
  text: s.q ?? '',
  status: s.status ?? 'open',
  track: s.track ?? null,
  stage: s.stage ?? null,
  cause: s.cause ?? null,
  handlerId: s.handler ?? null,
  dueBy: s.due ?? null,
  dueWithin: s.within ?? null,
  group: s.group ?? null,
  noDate: s.bare ?? false,
});

/** The address of a filter that was kept. */
export function searchOfFilter(filter: CaseFilter, sort: CaseSort): CasesSearch {
  return parseCasesSearch({
    q: filter.text || undefined,
    status: filter.status,
    track: filter.track,
    stage: filter.stage,
    cause: filter.cause,
    handler: filter.handlerId,
    due: filter.dueBy,
    within: filter.dueWithin,
    group: filter.group ?? undefined,
    bare: filter.noDate || undefined,
    sort: sort.by,
    dir: sort.direction,
  });
}

/** What is due first stands first, unless the person wants otherwise. */
export const sortOf = (s: CasesSearch): CaseSort => ({ by: s.sort ?? 'nextDate', direction: s.dir ?? 'asc' });

export const isFiltered = ({ sort: _s, dir: _d, ...filters }: CasesSearch): boolean =>
  Object.keys(filters).length > 0;
