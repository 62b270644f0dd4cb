import en from '../../../../../../resources/forms/en/power-of-attorney.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/power-of-attorney.json' with { type: 'json' };
import { defineForm } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { required } from '../required.ts';
import { agentsOf, buildPowerOfAttorney } from './index.ts';

export const powerOfAttorney = defineForm({
  id: 'power-of-attorney',
  number: 6,
  track: 'all',
  stage: 'any',
  issuer: 'party',
  scope: 'member',
  requiredFacts: required['power-of-attorney'],
  status: { basis: ['law'], form: ['secondary'] },
  copies: oneEach,
  applicable: (facts) => facts.agents.length > 0,
  targets: (facts) =>
    facts.applicants
      .filter((a) => agentsOf(facts, a.id).length > 0)
      .map((a) => ({ target: { applicantId: a.id }, who: a.name })),
  words: { 'zh-CN': zh, en },
  build: buildPowerOfAttorney,
});
