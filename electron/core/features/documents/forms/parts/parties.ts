import { advanceEnforcement } from '../advance-enforcement/index.ts';
import { arbApplication } from '../arb-application/definition.ts';
import { arbCounterclaim } from '../arb-counterclaim/index.ts';
import { arbDefence } from '../arb-defence/index.ts';
import { arbGroupRep } from '../arb-group-rep/definition.ts';
import { arbGroupRoster } from '../arb-group-roster/definition.ts';
import { arbPartyInfo } from '../arb-party-info/index.ts';
import { arbWithdrawal } from '../arb-withdrawal/index.ts';
import { claimChange } from '../claim-change/index.ts';
import { evidenceCollection } from '../evidence-collection/index.ts';
import { evidenceListForm } from '../evidence-list/definition.ts';
import { extensionRequest } from '../extension-request/index.ts';
import { jurisdictionObjection } from '../jurisdiction-objection/index.ts';
import { legalRepCertificate } from '../legal-rep-certificate/index.ts';
import { powerOfAttorney } from '../power-of-attorney/definition.ts';
import { propertyPreservation } from '../property-preservation/index.ts';
import { recusalRequest } from '../recusal-request/index.ts';
import { serviceAddress } from '../service-address/index.ts';
import { witnessRequest } from '../witness-request/index.ts';

/** Papers of the parties to an arbitration. */
export const partyForms = {
  'arb-application': arbApplication,
  'arb-party-info': arbPartyInfo,
  'arb-group-roster': arbGroupRoster,
  'arb-group-rep': arbGroupRep,
  'evidence-list': evidenceListForm,
  'power-of-attorney': powerOfAttorney,
  'legal-rep-certificate': legalRepCertificate,
  'service-address': serviceAddress,
  'arb-defence': arbDefence,
  'arb-counterclaim': arbCounterclaim,
  'jurisdiction-objection': jurisdictionObjection,
  'extension-request': extensionRequest,
  'recusal-request': recusalRequest,
  'arb-withdrawal': arbWithdrawal,
  'advance-enforcement': advanceEnforcement,
  'property-preservation': propertyPreservation,
  'claim-change': claimChange,
  'evidence-collection': evidenceCollection,
  'witness-request': witnessRequest,
};
