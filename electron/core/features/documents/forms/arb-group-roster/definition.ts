import en from '../../../../../../resources/forms/en/arb-group-roster.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-group-roster.json' with { type: 'json' };
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { isCollective, needsRoster, partyLabel } from '../kit/paper.ts';
import { unitFiles } from '../kit/sides.ts';
import { required } from '../required.ts';
import { buildRoster } from './index.ts';

export const arbGroupRoster = defineForm({
  id: 'arb-group-roster',
  number: 3,
  track: 'arbitration',
  stage: 'filing',
  issuer: 'every-member',
  scope: 'group',
  requiredFacts: required['arb-group-roster'],
  status: { basis: ['law'], form: ['memory'] },
  copies: copiesFor,
  applicable: (facts) => !unitFiles(facts) && needsRoster(facts),
  targets: (facts) => [
    { target: {}, who: partyLabel(facts), title: isCollective(facts) ? zh.collectiveRoster : zh.roster },
  ],
  words: { 'zh-CN': zh, en },
  build: (facts, wording) => buildRoster(facts, wording),
});
