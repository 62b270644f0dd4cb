/** The filing documents by their catalogue names, in the order of the catalogue within each part. */
const ofParties = [
  'arb-application',
  'arb-group-roster',
  'arb-group-rep',
  'evidence-list',
  'power-of-attorney',
] as const;

const ofMediation = [] as const;

const ofCommission = [] as const;

const ofCourt = [] as const;

const ofLegalAid = [] as const;

const ofOffices = ['wage-schedule'] as const;

export const formIds = [
  ...ofParties,
  ...ofMediation,
  ...ofCommission,
  ...ofCourt,
  ...ofLegalAid,
  ...ofOffices,
] as const;

export type FormId = (typeof formIds)[number];
