import { counterclaimTopic, defenceTopic, jurisdictionTopic } from './answer.ts';
import {
  arbAcceptanceTopic,
  arbIntakeTopic,
  awardReasonsTopic,
  decisionTopic,
  deliveryTopic,
  hearingRecordTopic,
  nonAcceptanceTopic,
  statementTopic,
} from './commission.ts';
import { courtAnswerTopic, enforcementTopic, feeReliefTopic, setAsideTopic, suitTopic } from './court.ts';
import { advanceTopic, assetsTopic, preservationTopic } from './interim.ts';
import {
  aidAgencyTopic,
  aidApplicantTopic,
  aidAssignmentTopic,
  aidClosingTopic,
  aidDecisionTopic,
  aidEngagementTopic,
  aidHardshipTopic,
  aidLetterTopic,
  aidMatterTopic,
} from './legal-aid.ts';
import {
  mediationEndTopic,
  mediationIntakeTopic,
  mediationRecordTopic,
  mediationTopic,
  paymentOrderTopic,
  settlementTopic,
} from './mediation.ts';
import { archiveTopic, lawyerLetterTopic, wageComplaintTopic, wageSettlementTopic } from './office-papers.ts';
import type { Topic } from './particular.ts';
import { partiesTopic, serviceTopic } from './parties.ts';
import {
  claimChangeTopic,
  evidenceRequestTopic,
  extensionTopic,
  recusalTopic,
  withdrawalTopic,
} from './requests.ts';
import { awardTopic, courtTopic, hearingTopic, tribunalTopic } from './tribunal.ts';
import { witnessesTopic } from './witnesses.ts';
import { bankTopic, employmentTopic, injuryTopic } from './workers.ts';

/** Every topic, in the order in which a list shows them. */
export const topics: readonly Topic[] = [
  tribunalTopic,
  arbIntakeTopic,
  arbAcceptanceTopic,
  nonAcceptanceTopic,
  hearingTopic,
  hearingRecordTopic,
  deliveryTopic,
  statementTopic,
  decisionTopic,
  awardReasonsTopic,
  awardTopic,
  mediationTopic,
  mediationIntakeTopic,
  mediationRecordTopic,
  settlementTopic,
  mediationEndTopic,
  paymentOrderTopic,
  courtTopic,
  withdrawalTopic,
  partiesTopic,
  serviceTopic,
  witnessesTopic,
  defenceTopic,
  counterclaimTopic,
  jurisdictionTopic,
  extensionTopic,
  recusalTopic,
  assetsTopic,
  advanceTopic,
  preservationTopic,
  claimChangeTopic,
  evidenceRequestTopic,
  suitTopic,
  courtAnswerTopic,
  setAsideTopic,
  enforcementTopic,
  feeReliefTopic,
  employmentTopic,
  bankTopic,
  injuryTopic,
  wageComplaintTopic,
  wageSettlementTopic,
  lawyerLetterTopic,
  aidAgencyTopic,
  aidMatterTopic,
  aidApplicantTopic,
  aidHardshipTopic,
  aidDecisionTopic,
  aidAssignmentTopic,
  aidLetterTopic,
  aidEngagementTopic,
  aidClosingTopic,
  archiveTopic,
];

const byId = new Map(topics.map((t) => [t.id, t]));

export function topicOf(id: string): Topic | null {
  return byId.get(id) ?? null;
}
