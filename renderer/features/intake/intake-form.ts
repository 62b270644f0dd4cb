import type { CaseTrack } from '../../../shared/features/cases/case.schemas.ts';
import type { IntakeInput } from '../../../shared/features/cases/cases.contract.ts';
import { intakeSchema } from '../../../shared/features/cases/cases.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import type { FieldIssue } from '../../../shared/kernel/errors.ts';
import { creditCode } from '../../../shared/law/identifiers/credit-code.ts';
import { residentId } from '../../../shared/law/identifiers/resident-id.ts';
import { knowsEvent } from '../../../shared/law/tracks/catalogue.ts';
import { issuesOf } from '../../ui/failure-text.ts';
import type { AgentForm, RespondentForm } from '../case/parties/party-form.ts';
import { emptyRespondent, readAgent, readRespondent } from '../case/parties/party-form.ts';
import { emptyWorker, isBlankWorker, readWorker, type WorkerForm } from '../case/worker/worker-form.ts';
import { evidenceInput } from './evidence-items.ts';

/** Everything the intake page holds; saved as it is in the draft. */
export interface IntakeForm {
  readonly track: CaseTrack;
  readonly cause: NonNullable<IntakeInput['cause']>;
  readonly receivedOn: string;
  readonly tribunalName: string;
  readonly onSite: boolean;
  readonly projectName: string;
  readonly projectSite: string;
  readonly teamLeader: string;
  readonly workers: readonly WorkerForm[];
  readonly respondents: readonly RespondentForm[];
  readonly agents: readonly AgentForm[];
  /** Keys of `evidenceItems` that are ticked, in the order of the list. */
  readonly evidence: readonly string[];
  readonly otherEvidence: readonly string[];
  readonly employmentEnded: string;
  readonly rightKnown: string;
  readonly lastDemand: string;
  /** How it was made, and to whom: the application tells both. */
  readonly demandMethod: string;
  readonly demandedFrom: string;
  readonly demands: string;
}

/** @param track procedure in which the office begins its cases. */
export function emptyIntake(
  today: string,
  tribunalName: string,
  track: CaseTrack = 'arbitration',
): IntakeForm {
  return {
    track,
    cause: 'wages',
    receivedOn: today,
    tribunalName,
    onSite: false,
    projectName: '',
    projectSite: '',
    teamLeader: '',
    workers: [emptyWorker()],
    respondents: [emptyRespondent()],
    agents: [],
    evidence: [],
    otherEvidence: [],
    employmentEnded: '',
    rightKnown: '',
    lastDemand: '',
    demandMethod: '',
    demandedFrom: '',
    demands: '',
  };
}

/** True when nothing worth keeping has been typed: such a form leaves no draft. */
export function isUntouched(form: IntakeForm): boolean {
  return (
    form.workers.every(isBlankWorker) &&
    form.respondents.every((r) => r.name.trim() === '') &&
    form.evidence.length === 0 &&
    form.projectName.trim() === ''
  );
}

const none = (text: string): string | null => (text.trim() === '' ? null : text);

const days = ['employmentEnded', 'rightKnown', 'lastDemand'] as const;
const eventOf = {
  employmentEnded: 'employment-ended',
  rightKnown: 'right-known',
  lastDemand: 'demand-made',
} as const;

/** False for a day that the procedure does not rest on: it is not asked. The end of work stays with the worker. */
export const recordsDay = (track: CaseTrack, day: (typeof days)[number]): boolean =>
  knowsEvent(track, eventOf[day]);

/** The field that holds a bad part of an event. */
function eventPath(path: string, events: readonly { readonly type: string }[]): string {
  const [, at, part] = /^events\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (at === undefined) return path;
  if (part === 'method') return 'demandMethod';
  if (part === 'addressee') return 'demandedFrom';
  return days.find((day) => eventOf[day] === events[Number(at)]?.type) ?? path;
}

const formPaths: Readonly<Record<string, string>> = {
  'project.name': 'projectName',
  'project.site': 'projectSite',
  'project.teamLeader': 'teamLeader',
  'facts.demands': 'demands',
};

/** The form as the contract takes it, and every bad field by its path in the form. */
export function readIntake(form: IntakeForm): { readonly input: IntakeInput; readonly issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  // A blank last card is one nobody filled in; a blank only card is a worker still missing, which a roster may bring.
  const same: NonNullable<IntakeInput['samePersons']> = [];
  let kept = 0;
  const workers = form.workers.flatMap((worker, i) => {
    if (isBlankWorker(worker)) return [];
    if (worker.samePerson) same.push({ party: 'worker', at: kept, personId: worker.samePerson });
    kept++;
    const reading = readWorker(worker, `workers.${i}.`);
    issues.push(...reading.issues);
    return [reading.input];
  });
  kept = 0;
  const respondents = form.respondents.flatMap((respondent, i) => {
    if (respondent.name.trim() === '' && i > 0) return [];
    if (respondent.samePerson) same.push({ party: 'respondent', at: kept, personId: respondent.samePerson });
    kept++;
    const reading = readRespondent(respondent, `respondents.${i}.`);
    issues.push(...reading.issues);
    return [reading.input];
  });
  const agents = form.agents.map((agent, i) => {
    if (agent.samePerson) same.push({ party: 'agent', at: i, personId: agent.samePerson });
    const reading = readAgent(agent, `agents.${i}.`);
    issues.push(...reading.issues);
    return reading.input;
  });
  const events = days
    .filter((day) => form[day] !== '' && recordsDay(form.track, day))
    .map((day) => ({
      type: eventOf[day],
      date: form[day],
      ...(day === 'lastDemand'
        ? { method: none(form.demandMethod), addressee: none(form.demandedFrom) }
        : {}),
    }));
  const input: IntakeInput = {
    track: form.track,
    cause: form.cause,
    receivedOn: form.receivedOn,
    tribunalName: none(form.tribunalName),
    project: form.onSite
      ? { name: none(form.projectName), site: none(form.projectSite), teamLeader: none(form.teamLeader) }
      : {},
    facts: { demands: none(form.demands) },
    workers,
    respondents,
    agents,
    evidence: evidenceInput(form.evidence, form.otherEvidence),
    events,
    samePersons: same,
  };
  if (issues.length === 0) {
    const checked = intakeSchema.safeParse(input);
    for (const issue of checked.success ? [] : issuesOf(checked.error)) {
      issues.push({ ...issue, path: formPaths[issue.path] ?? eventPath(issue.path, events) });
    }
  }
  return { input, issues };
}

/** What a clerk would still ask the worker, or check against the card; `path` is the field, `code` a key of `intake.json` (`missing`). */
export interface Missing {
  readonly path: string;
  readonly code:
    | 'worker'
    | 'id-number'
    | 'phone'
    | 'id-number-check'
    | 'uscc-check'
    | 'employer'
    | 'uscc'
    | 'start'
    | 'months'
    | 'tribunal'
    | 'evidence';
  /** Whose fact it is, when there are several. */
  readonly name: string;
}

/** @param today births after it are doubtful. */
export function missingFacts(form: IntakeForm, today: PlainDate): Missing[] {
  const isDoubtful = (number: string): boolean => number.trim() !== '' && !residentId(number, today).ok;
  const missing: Missing[] = [];
  const say = (path: string, code: Missing['code'], name = ''): void => {
    missing.push({ path, code, name });
  };
  for (const [i, worker] of form.workers.entries()) {
    const name = form.workers.length > 1 ? worker.name || String(i + 1) : '';
    if (worker.name.trim() === '') {
      say(`workers.${i}.name`, 'worker', name);
      continue;
    }
    if (worker.idNumber.trim() === '') say(`workers.${i}.idNumber`, 'id-number', name);
    else if (worker.idType === 'resident-id' && isDoubtful(worker.idNumber))
      say(`workers.${i}.idNumber`, 'id-number-check', name);
    if (worker.phone.trim() === '') say(`workers.${i}.phone`, 'phone', name);
    if (worker.job.start === '') say(`workers.${i}.job.start`, 'start', name);
    if (!worker.arrears.some((r) => r.period.trim() !== '')) say(`workers.${i}.months`, 'months', name);
  }
  const [employer] = form.respondents;
  if (!employer || employer.name.trim() === '') say('respondents.0.name', 'employer');
  else if (employer.kind === 'organisation' && employer.uscc.trim() === '') say('respondents.0.uscc', 'uscc');
  for (const [i, r] of form.respondents.entries()) {
    const name = form.respondents.length > 1 ? r.name : '';
    if (r.kind === 'person' && isDoubtful(r.idNumber))
      say(`respondents.${i}.idNumber`, 'id-number-check', name);
    if (r.kind === 'organisation' && r.uscc.trim() !== '' && !creditCode(r.uscc).ok)
      say(`respondents.${i}.uscc`, 'uscc-check', name);
  }
  if (form.tribunalName.trim() === '') say('tribunalName', 'tribunal');
  if (form.evidence.length + form.otherEvidence.length === 0) say('evidence', 'evidence');
  return missing;
}
