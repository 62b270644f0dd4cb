import en from '../../../../../../resources/forms/en/arb-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-application.json' with { type: 'json' };
import { employmentTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { required } from '../required.ts';
import { buildElementApplication } from './element/index.ts';
import { buildApplication } from './index.ts';

export const arbApplication = defineForm({
  id: 'arb-application',
  number: 1,
  track: 'arbitration',
  stage: 'filing',
  issuer: 'applicant',
  scope: 'case',
  requiredFacts: required['arb-application'],
  topics: [employmentTopic],
  status: { basis: ['law', 'rule'], form: ['secondary', 'memory'] },
  copies: copiesFor,
  // Made by us after local practice: no city's own form was at hand.
  element: { form: ['memory'] },
  words: { 'zh-CN': zh, en },
  build: (facts, wording, target) =>
    target.layout === 'element' ? buildElementApplication(facts, wording) : buildApplication(facts, wording),
});
