import { mediationTopic, settlementTopic } from './mediation.ts';
import type { Topic } from './particular.ts';
import { withdrawalTopic } from './requests.ts';
import { awardTopic, courtTopic, hearingTopic, tribunalTopic } from './tribunal.ts';

/** Every topic, in the order in which a list shows them. */
export const topics: readonly Topic[] = [
  tribunalTopic,
  hearingTopic,
  awardTopic,
  mediationTopic,
  settlementTopic,
  courtTopic,
  withdrawalTopic,
];

const byId = new Map(topics.map((t) => [t.id, t]));

export function topicOf(id: string): Topic | null {
  return byId.get(id) ?? null;
}
