import type { FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';

/**
 * A builder's path into the facts (`applicants.2.job.start`) as the place in the record that a person can open
 * (`members.<id>.job.start`). Null where nothing of the record stands behind it.
 */
export function recordPath(path: string, facts: FilingFacts): string | null {
  const [head = '', index = '', ...rest] = path.split('.');
  const at = Number(index);
  const tail = (renames: Readonly<Record<string, string>>): string => {
    const whole = rest.join('.');
    return renames[whole] ?? whole;
  };
  switch (head) {
    case 'tribunal':
      return index === 'sealName' ? 'case.tribunalName' : null;
    case 'matter':
      return 'case.cause';
    case 'project':
      return `case.project.${index === 'teamLeader' || index === 'site' ? index : 'name'}`;
    case 'applicants': {
      if (index === '') return 'members';
      const id = facts.applicants[at]?.id;
      return id ? `members.${id}.${tail(applicantFields)}` : 'members';
    }
    case 'respondents': {
      if (index === '') return 'respondents';
      const party = facts.respondents[at]?.party;
      if (!party) return 'respondents';
      const id = party.kind === 'person' ? party.person.id : party.organisation.id;
      const leaf = rest.at(-1) ?? 'name';
      if (rest.includes('representative') && leaf === 'name') return `respondents.${id}.representativeName`;
      return `respondents.${id}.${respondentFields[leaf] ?? leaf}`;
    }
    case 'agents': {
      const id = facts.agents[at]?.id;
      return id ? `agents.${id}.${tail(agentFields)}` : 'agents';
    }
    case 'evidence': {
      const id = facts.evidence[at]?.id;
      return id ? `evidence.${id}.${rest[0] ?? 'name'}` : 'evidence';
    }
    case 'representation':
      return 'representatives';
    case 'narrative':
      return `facts.${index === 'end' ? 'ending' : index === 'computation' ? 'grounds' : index}`;
    case 'demands':
      return 'events.demand-made';
    case 'limitation':
      return index === 'knownOn' ? 'events.right-known' : 'facts.limitation';
    case 'claims':
    case 'totals':
      return 'claims';
    default:
      return null;
  }
}

const applicantFields: Readonly<Record<string, string>> = {
  'job.wageForm': 'job.wageUnit',
  'job.wageRate': 'job.rateFen',
  'job.contract': 'job.contractSigned',
  'job.payTerms': 'job.payDay',
  workUnit: 'occupation',
};

const respondentFields: Readonly<Record<string, string>> = {
  domicile: 'registeredAddress',
  registration: 'status',
  title: 'representativeTitle',
};

const agentFields: Readonly<Record<string, string>> = {
  licenceNo: 'licenceNumber',
  powers: 'specialPowers',
  mode: 'specialPowers',
  relation: 'kind',
  untilStageEnds: 'to',
};
