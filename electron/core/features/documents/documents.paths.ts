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
      return index === 'number' ? 'case.tribunalCaseNumber' : 'case.cause';
    case 'project':
      return `project.${index === 'teamLeader' || index === 'site' ? index : 'name'}`;
    case 'applicants': {
      if (index === '') return 'members';
      const id = facts.applicants[at]?.id;
      if (!id) return 'members';
      if (rest[0] === 'arrears' && rest[1] === 'evidencePages') return 'evidence';
      if (rest[0] === 'arrears') return `members.${id}.${arrearsPath(rest.slice(1))}`;
      return `members.${id}.${tail(applicantFields)}`;
    }
    case 'respondents':
    case 'thirdParties': {
      if (index === '') return 'respondents';
      const party = facts[head][at]?.party;
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
    case 'demands': {
      const id = facts.demands[at]?.id;
      const field = rest[0] === 'to' ? 'addressee' : (rest[0] ?? 'date');
      return id ? `events.${id}.${field}` : 'events.demand-made';
    }
    case 'witnesses':
      return `case.witnesses${index === '' ? '' : `.${[index, ...rest].join('.')}`}`;
    case 'limitation':
      return index === 'knownOn' ? 'events.right-known' : 'facts.limitation';
    case 'events':
      return `events.${index}`;
    case 'particulars':
    case 'outcomes':
      return path;
    case 'claims':
    case 'totals':
      return facts.applicantSide === 'unit' ? 'case.unitClaims' : 'claims';
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
  // A person's sex and birth are read from the number.
  sex: 'idNumber',
  birth: 'idNumber',
  idType: 'idNumber',
};

/** `rows.2.payments.0.amount` → `arrears.2.paid.0.amountFen`; sums over the rows lead to the table of periods. */
function arrearsPath([head, row, field, ...rest]: readonly string[]): string {
  if (head !== 'rows' || row === undefined) return 'arrears';
  const at = `arrears.${row}`;
  if (field === 'deductions' || field === 'payments') {
    const list = field === 'payments' ? 'paid' : field;
    const [item, part] = rest;
    if (item === undefined) return `${at}.${list}`;
    return part === undefined
      ? `${at}.${list}.${item}`
      : `${at}.${list}.${item}.${entryFields[part] ?? part}`;
  }
  return field === undefined ? at : `${at}.${rowFields[field] ?? 'rateFen'}`;
}

const entryFields: Readonly<Record<string, string>> = {
  amount: 'amountFen',
  label: 'basis',
};

const rowFields: Readonly<Record<string, string>> = {
  from: 'period.from',
  to: 'period.to',
  quantity: 'quantity',
  wageForm: 'unit',
  otherDue: 'otherFen',
  paid: 'paid',
  note: 'note',
};

const agentFields: Readonly<Record<string, string>> = {
  licenceNo: 'licenceNumber',
  powers: 'specialPowers',
  mode: 'specialPowers',
  untilStageEnds: 'to',
};
