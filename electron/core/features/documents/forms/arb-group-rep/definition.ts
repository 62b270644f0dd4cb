import en from '../../../../../../resources/forms/en/arb-group-rep.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-group-rep.json' with { type: 'json' };
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { isCollective } from '../kit/paper.ts';
import { unitFiles } from '../kit/sides.ts';
import { required } from '../required.ts';
import { buildGroupRep } from './index.ts';

export const arbGroupRep = defineForm({
  id: 'arb-group-rep',
  number: 4,
  track: 'arbitration',
  stage: 'filing',
  issuer: 'every-member',
  scope: 'group',
  requiredFacts: required['arb-group-rep'],
  status: { basis: ['rule'], form: ['memory'] },
  copies: copiesFor,
  applicable: (facts) => !unitFiles(facts) && isCollective(facts),
  words: { 'zh-CN': zh, en },
  build: (facts, wording) => buildGroupRep(facts, wording),
});
