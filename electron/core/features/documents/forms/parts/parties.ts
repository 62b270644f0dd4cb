import { arbApplication } from '../arb-application/definition.ts';
import { arbGroupRep } from '../arb-group-rep/definition.ts';
import { arbGroupRoster } from '../arb-group-roster/definition.ts';
import { arbWithdrawal } from '../arb-withdrawal/index.ts';
import { claimChange } from '../claim-change/index.ts';
import { evidenceCollection } from '../evidence-collection/index.ts';
import { evidenceListForm } from '../evidence-list/definition.ts';
import { extensionRequest } from '../extension-request/index.ts';
import { powerOfAttorney } from '../power-of-attorney/definition.ts';
import { recusalRequest } from '../recusal-request/index.ts';
import { witnessRequest } from '../witness-request/index.ts';

/** Papers of the parties to an arbitration. */
export const partyForms = {
  'arb-application': arbApplication,
  'arb-group-roster': arbGroupRoster,
  'arb-group-rep': arbGroupRep,
  'evidence-list': evidenceListForm,
  'power-of-attorney': powerOfAttorney,
  'extension-request': extensionRequest,
  'recusal-request': recusalRequest,
  'arb-withdrawal': arbWithdrawal,
  'claim-change': claimChange,
  'evidence-collection': evidenceCollection,
  'witness-request': witnessRequest,
};
