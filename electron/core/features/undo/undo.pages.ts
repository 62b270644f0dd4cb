import { type BinKind, binKinds, type UndoPage } from '../../../../shared/features/undo/undo.contract.ts';

/** Taken back on a page of their own, whatever cases followed. */
const ownPages: { readonly [K in BinKind]?: UndoPage } = {
  room: 'office',
  phrase: 'office',
  'predate-rule': 'office',
  'task-template': 'task-lists',
  enquiry: 'enquiries',
  'aid-lawyer': 'legal-aid',
  'aid-standard': 'legal-aid',
};

export const ownPageOf = (kind: BinKind): UndoPage | undefined => ownPages[kind];

/** Done in a list of many records, be it to a single one. */
export const pageOfVerb: Readonly<Record<string, UndoPage>> = {
  'case.handed-over': 'cases',
  'user.cases-handed-over': 'office',
  'aid.subsidies-settled': 'legal-aid',
};

/** Pages that show records of one kind from all cases, each taken back on its case's own page as well. */
const shownBeside: Readonly<Record<string, BinKind>> = { tasks: 'task', dates: 'predate' };

/** Of these the list of cases shows nothing; earlier versions filed under it whatever hung on no single case. */
const notOfCases: readonly BinKind[] = ['task', 'note'];

/**
 * Which acts a page takes back: those of `kinds`, and of those filed under it when they were kept all but `except`. What
 * kinds a page has is decided here and not by what is written on the act, which an earlier version may have filed
 * elsewhere.
 */
export function actsOf(page: string): {
  readonly kinds: readonly BinKind[];
  readonly filed: boolean;
  readonly except: readonly BinKind[];
} {
  const beside = shownBeside[page];
  if (beside) return { kinds: [beside], filed: false, except: [] };
  return {
    kinds: binKinds.filter((kind) => ownPages[kind] === page),
    filed: true,
    except: [
      ...binKinds.filter((kind) => ownPages[kind] !== undefined && ownPages[kind] !== page),
      ...(page === 'cases' ? notOfCases : []),
    ],
  };
}
