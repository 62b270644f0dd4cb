import { arbApplication } from '../arb-application/definition.ts';
import { arbGroupRep } from '../arb-group-rep/definition.ts';
import { arbGroupRoster } from '../arb-group-roster/definition.ts';
import { arbWithdrawal } from '../arb-withdrawal/index.ts';
import { evidenceListForm } from '../evidence-list/definition.ts';
import { powerOfAttorney } from '../power-of-attorney/definition.ts';

/** Papers of the parties to an arbitration. */
export const partyForms = {
  'arb-application': arbApplication,
  'arb-group-roster': arbGroupRoster,
  'arb-group-rep': arbGroupRep,
  'evidence-list': evidenceListForm,
  'power-of-attorney': powerOfAttorney,
  'arb-withdrawal': arbWithdrawal,
};
