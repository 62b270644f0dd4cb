const person = ['name', 'sex', 'birth', 'idType', 'idNumber', 'domicile', 'mailAddress', 'phone'];
const applicant = person.map((name) => `applicants.*.${name}`);
const unit = [
  'name',
  'uscc',
  'domicile',
  'mailAddress',
  'phone',
  'representative.name',
  'representative.title',
].map((name) => `respondents.*.party.organisation.${name}`);
const agent = ['kind', 'name', 'firm', 'licenceNo', 'phone', 'mode'].map((name) => `agents.*.${name}`);
const job = (...names: string[]): string[] => names.map((name) => `applicants.*.job.${name}`);
const arrears = (...names: string[]): string[] => names.map((name) => `applicants.*.arrears.${name}`);
const cause = 'matter.cause';
const respondentName = 'respondents.*.party.organisation.name';

/** What a paper prints of every party and agent, for a case of one worker against a unit with a licensed agent. */
export const partyFacts: readonly string[] = [
  ...applicant,
  'applicants.*.job.post',
  ...unit,
  'respondents.*.capacity',
  ...agent,
];

/**
 * Facts without which a paper has a gap, for a case of one worker against a unit with a licensed agent; a fact
 * that only some cases need (guardian, footing, shares) is asked for where the case has it. `*` is every index.
 */
export const required = {
  'arb-application': [
    ...applicant,
    ...unit,
    'respondents.*.capacity',
    ...agent,
    cause,
    'claims.*.amount',
    'claims.*.from',
    'claims.*.to',
    ...job(
      'start',
      'post',
      'site',
      'recruiter',
      'contract',
      'wageForm',
      'wageRate',
      'payDay',
      'endKind',
      'end',
    ),
    ...arrears('from', 'to'),
    'tribunal.sealName',
    'witnesses.*.name',
    'witnesses.*.domicile',
  ],
  'arb-group-roster': [
    ...['name', 'sex', 'idNumber', 'phone', 'mailAddress'].map((name) => `applicants.*.${name}`),
    ...job('start', 'end', 'wageForm', 'wageRate'),
    ...arrears('from', 'to', 'total'),
    cause,
    'representation.applicantIds',
  ],
  'arb-group-rep': [
    'applicants.*.name',
    'applicants.*.idNumber',
    cause,
    'representation.applicantIds',
    'representation.consent',
  ],
  'evidence-list': [
    ...['group', 'name', 'kind', 'form', 'copies', 'pages', 'pageFrom', 'pageTo', 'source', 'proves'].map(
      (name) => `evidence.*.${name}`,
    ),
    'applicants.*.name',
    respondentName,
    cause,
  ],
  'power-of-attorney': [...applicant, respondentName, ...agent, 'agents.*.from', cause],
  'wage-schedule': [
    'applicants.*.name',
    'applicants.*.idNumber',
    'applicants.*.phone',
    respondentName,
    ...job('post', 'wageForm', 'wageRate'),
    ...arrears('from', 'to'),
    ...['from', 'to', 'quantity', 'wageForm', 'rate', 'base', 'gross', 'paid', 'owed'].map(
      (name) => `applicants.*.arrears.rows.*.${name}`,
    ),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
