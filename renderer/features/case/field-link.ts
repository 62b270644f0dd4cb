export const caseTabs = [
  'group',
  'overview',
  'parties',
  'claims',
  'dates',
  'hearings',
  'evidence',
  'documents',
  'outcome',
  'aid',
  'work',
  'history',
] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What is open in the side sheet of the case page, as it stands in the address. */
export type OpenSheet =
  | {
      readonly kind:
        | 'member'
        | 'respondent'
        | 'agent'
        | 'evidence'
        | 'event'
        | 'hearing'
        | 'minutes'
        | 'predate'
        | 'item'
        | 'wages'
        | 'particulars'
        | 'outcome'
        | 'payment'
        | 'paper-text'
        | 'paper-check'
        | 'paper-compare'
        | 'paper-serve'
        | 'continue'
        | 'aid';
      readonly id: string;
    }
  | {
      readonly kind:
        | 'case'
        | 'representatives'
        | 'unitClaims'
        | 'witnesses'
        | 'group-item'
        | 'closing'
        | 'links';
      readonly id: null;
    };

export interface FieldTarget {
  readonly tab: CaseTab;
  readonly open: OpenSheet | null;
  /** Value of `data-field` on the control to focus. */
  readonly focus: string | null;
}

const recordId = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** `new` in place of an id opens an empty sheet. */
export const newId = 'new';

const caseFields = new Set([
  'cause',
  'track',
  'receivedOn',
  'handlerId',
  'tribunalName',
  'tribunalCaseNumber',
]);
const contractToForm: Readonly<Record<string, string>> = {
  rateFen: 'rate',
  otherFen: 'other',
  amountFen: '0',
  // Page numbers follow from the counts.
  pageFrom: 'pages',
  pageTo: 'pages',
};

function formField(parts: readonly string[]): string | null {
  if (parts.length === 0) return null;
  const names = parts.map((p) => contractToForm[p] ?? p);
  // `arrears.2.period.from` is one control in the table.
  const end = names.indexOf('period');
  return (end >= 0 ? names.slice(0, end + 1) : names).join('.');
}

/**
 * The place on the case page where a field of the record is edited. Paths are those of paper warnings:
 * `members.<id>.idNumber`, `respondents.<id>.uscc`, `agents.<id>.licenceNumber`, `case.tribunalName`,
 * `case.unitClaims`, `case.witnesses.0.name`, `events.<id>.method`,
 * `facts.relation`, `project.name`, `evidence`, `evidence.<id>.proves`, `representatives`, `events.<type>`, `claims`,
 * `particulars.<topic>.<field>`, `particulars.<topic>/<member id>.<field>`.
 * Null when the path is none of these.
 */
export function resolveField(path: string): FieldTarget | null {
  const [head = '', second, ...rest] = path.split('.');
  switch (head) {
    case 'members':
    case 'respondents':
    case 'agents': {
      const kind = head === 'members' ? 'member' : head === 'respondents' ? 'respondent' : 'agent';
      return { tab: 'parties', open: { kind, id: second ?? newId }, focus: formField(rest) ?? 'name' };
    }
    case 'outcomes':
      return { tab: 'outcome', open: null, focus: null };
    case 'claims':
      return { tab: 'claims', open: null, focus: null };
    case 'representatives':
      return { tab: 'parties', open: { kind: 'representatives', id: null }, focus: null };
    case 'evidence':
      return second
        ? { tab: 'evidence', open: { kind: 'evidence', id: second }, focus: formField(rest) ?? 'name' }
        : { tab: 'evidence', open: { kind: 'evidence', id: newId }, focus: 'name' };
    case 'events':
      // One that is recorded already, by its id, or a new one of a type.
      if (second && recordId.test(second))
        return { tab: 'dates', open: { kind: 'event', id: second }, focus: formField(rest) ?? 'date' };
      return { tab: 'dates', open: { kind: 'event', id: `${newId}:${second ?? ''}` }, focus: 'date' };
    case 'particulars':
      // `hearing` or, of a worker's own, `la-income/<id>`.
      return second
        ? { tab: 'documents', open: { kind: 'particulars', id: second }, focus: rest.join('.') || null }
        : null;
    case 'facts':
    case 'project':
      return {
        tab: 'overview',
        open: { kind: 'case', id: null },
        focus: second ? `${head}.${second}` : null,
      };
    case 'case':
      if (second === 'unitClaims' || second === 'witnesses')
        return { tab: 'parties', open: { kind: second, id: null }, focus: formField(rest) };
      return second && caseFields.has(second)
        ? { tab: 'overview', open: { kind: 'case', id: null }, focus: second }
        : null;
    default:
      return null;
  }
}

/** `member:01J…` ↔ the sheet, for the address. */
export function formatOpen(open: OpenSheet | null): string | undefined {
  if (!open) return undefined;
  return open.id === null ? open.kind : `${open.kind}:${open.id}`;
}

export function parseOpen(text: unknown): OpenSheet | null {
  if (typeof text !== 'string') return null;
  const at = text.indexOf(':');
  const kind = at < 0 ? text : text.slice(0, at);
  const id = at < 0 ? '' : text.slice(at + 1);
  switch (kind) {
    case 'case':
    case 'representatives':
    case 'unitClaims':
    case 'witnesses':
    case 'group-item':
    case 'closing':
    case 'links':
      return { kind, id: null };
    case 'member':
    case 'respondent':
    case 'agent':
    case 'evidence':
    case 'event':
    case 'hearing':
    case 'minutes':
    case 'predate':
    case 'item':
    case 'wages':
    case 'particulars':
    case 'outcome':
    case 'payment':
    case 'aid':
    case 'paper-text':
    case 'paper-check':
    case 'paper-compare':
    case 'paper-serve':
    case 'continue':
      return id === '' ? null : { kind, id };
    default:
      return null;
  }
}
