import type {
  RawRow,
  RawValue,
  RawValues,
} from '../../../../shared/features/documents/particulars/particular.ts';
import type { AidRecordOf } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidFacts } from '../legal-aid/index.ts';

type Application = AidRecordOf<'application'>;
type Decision = AidRecordOf<'decision'>;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Boxes of the form for each form of aid: arbitration and mediation are one form in art. 22 and two boxes on paper. */
const formsOnPaper = {
  'arbitration-mediation': ['mediation', 'arbitration'],
  'civil-litigation': ['litigation'],
  'non-litigation': ['other'],
  drafting: ['drafting'],
  consultation: ['advice'],
} as const satisfies Record<Application['form'], readonly string[]>;

const materialsOnPaper = {
  application: null,
  identity: 'identity',
  matter: 'case',
  hardship: 'hardship',
  pledge: 'hardship',
  'exemption-proof': 'exemption',
  'agent-authority': 'agent',
} as const satisfies Record<keyof Application['papers'], string | null>;

const groupsOnPaper: Readonly<Record<string, string>> = {
  migrant: 'migrant',
  minor: 'minor',
  elderly: 'elderly',
  disabled: 'disabled',
  woman: 'woman',
  veteran: 'veteran',
};

const refusalOnPaper: Readonly<Record<string, string>> = {
  'out-of-scope': 'scope',
  'no-hardship': 'means',
  'not-competent': 'competence',
};

const exemptOnPaper: Readonly<Record<string, string>> = {
  '42[1]': 'vulnerable',
  '42[2]': 'relief',
  '42[3]': 'migrant',
};

const outcomeOnPaper = {
  award: 'award',
  judgment: 'judgment',
  mediation: 'mediation',
  settlement: 'settlement',
  withdrawn: 'withdrawal',
  ended: 'termination',
} as const satisfies Record<AidRecordOf<'closing'>['result'], string>;

/** Without what is not known, which stays to be entered. */
function known(values: Readonly<Record<string, RawValue | undefined>>): RawValues {
  const out: Record<string, RawValue> = {};
  for (const [key, v] of Object.entries(values))
    if (v !== null && v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0)) out[key] = v;
  return out;
}

/**
 * What the steps of legal aid tell of its papers' topics, so that nothing is typed a second time: by topic, and by topic
 * and worker (`topic/id`) where the paper is a worker's own.
 */
export function toldByAid(facts: AidFacts, members: readonly Named[]): Readonly<Record<string, RawValues>> {
  const { application, decision, closing } = facts;
  const current = facts.assignments.at(-1);
  const told: Record<string, RawValues> = {
    'legal-aid-matter': application ? matterOf(application, decision) : {},
    'legal-aid-agency': known({ department: facts.objection?.bureau }),
    'legal-aid-decision': decisionOf(facts),
    'legal-aid-assignment': current
      ? known({
          number: current.assignment.number,
          date: current.assignment.assignedOn,
          firm: current.lawyer?.firm,
          lawyer: current.lawyer?.name,
        })
      : {},
    'legal-aid-closing': closing
      ? known({
          closedOn: closing.resultOn,
          outcome: outcomeOnPaper[closing.result],
          support: closing.supported,
          benefit: closing.gainedFen,
          summary: closing.report,
        })
      : {},
  };
  for (const member of members) {
    told[`legal-aid-applicant/${member.id}`] = applicantOf(facts, member, members.length === 1);
    told[`legal-aid-hardship/${member.id}`] = hardshipOf(facts, member);
  }
  return Object.fromEntries(Object.entries(told).filter(([, values]) => Object.keys(values).length > 0));
}

function matterOf(application: Application, decision: Decision | null): RawValues {
  const form = decision?.form ?? application.form;
  const handedIn = Object.entries(application.papers)
    .filter(([, mark]) => mark === 'in')
    .map(([key]) => materialsOnPaper[key as keyof typeof materialsOnPaper]);
  return known({
    forms: [...formsOnPaper[form]],
    summary: application.reason,
    materials: [...new Set(handedIn.filter((m) => m !== null))],
  });
}

function decisionOf({ application, decision, means }: AidFacts): RawValues {
  const urgent = application?.urgentOn != null || null;
  // A termination has words of its own, and what was decided on an earlier application says nothing of this one.
  const ofEarlier = decision !== null && application !== null && decision.decidedOn < application.receivedOn;
  if (!decision || decision.result === 'terminated' || ofEarlier) return known({ urgent });
  const states = new Set([...means.values()].map((m) => m.state));
  const [state] = states.size === 1 ? states : [];
  const onPaper = { hardship: 'hardship', 'no-condition': 'exempt', exempt: 'unchecked' } as const;
  return known({
    number: decision.number,
    date: decision.decidedOn,
    urgent,
    ...(decision.result === 'granted'
      ? { means: state && state in onPaper ? onPaper[state as keyof typeof onPaper] : null }
      : {
          refusal: refusalOnPaper[decision.ground ?? ''] ?? 'other',
          explanation: decision.reason,
        }),
  });
}

function applicantOf({ application, means }: AidFacts, { id }: Named, alone: boolean): RawValues {
  const result = means.get(id);
  const settled = result !== undefined && ['hardship', 'no-hardship'].includes(result.state);
  return known({
    // What was ticked for a group is not true of each of them.
    categories: alone ? (application?.groups.flatMap((g) => groupsOnPaper[g] ?? []) ?? []) : [],
    exempt: exemptOnPaper[result?.article ?? ''] ?? (settled ? 'none' : null),
    urgent:
      application?.urgentGround === 'limit' || application?.urgentGround === 'preservation'
        ? application.urgentGround
        : null,
  });
}

function hardshipOf({ hardship, thresholdFen }: AidFacts, { id, name }: Named): RawValues {
  const own = hardship.findLast((h) => h.memberId === id) ?? hardship.findLast((h) => h.memberId === null);
  if (!own) return {};
  const others = own.household.filter((h) => h.name !== name);
  return known({
    family: others.map((h): RawRow => ({ name: h.name, relation: h.relation || null })),
    income: own.household.map((h): RawRow => ({ source: h.name, amount: h.incomeFen })),
    assets: own.assetsFen === null ? [] : [{ kind: 'other', detail: own.note, value: own.assetsFen }],
    threshold: own.thresholdFen ?? thresholdFen,
  });
}
