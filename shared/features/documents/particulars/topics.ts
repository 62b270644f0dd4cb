import { counterclaimTopic, defenceTopic, jurisdictionTopic } from './answer.ts';
import { arbAcceptanceTopic, arbIntakeTopic, deliveryTopic, nonAcceptanceTopic } from './commission.ts';
import { advanceTopic, assetsTopic, preservationTopic } from './interim.ts';
import {
  mediationEndTopic,
  mediationIntakeTopic,
  mediationRecordTopic,
  mediationTopic,
  paymentOrderTopic,
  settlementTopic,
} from './mediation.ts';
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

/** Every topic, in the order in which a list shows them. */
export const topics: readonly Topic[] = [
  tribunalTopic,
  arbIntakeTopic,
  arbAcceptanceTopic,
  nonAcceptanceTopic,
  hearingTopic,
  deliveryTopic,
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
];

const byId = new Map(topics.map((t) => [t.id, t]));

export function topicOf(id: string): Topic | null {
  return byId.get(id) ?? null;
}
