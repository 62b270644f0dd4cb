import en from '../../../../../../resources/forms/en/power-of-attorney.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/power-of-attorney.json' with { type: 'json' };
import { defineForm, type NamedTarget } from '../definition.ts';
import { oneEach } from '../kit/copies.ts';
import { partyId, partyName } from '../kit/parties.ts';
import { agentsOf, partiesOf, unitFiles } from '../kit/sides.ts';
import { required } from '../required.ts';
import { buildPowerOfAttorney } from './index.ts';

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
  targets: (facts) => {
    const workers = facts.applicants.map(
      (a): NamedTarget => ({ target: { applicantId: a.id }, who: a.name }),
    );
    const parties = partiesOf(facts).map(
      ({ party }): NamedTarget => ({ target: { partyId: partyId(party) }, who: partyName(party) }),
    );
    // Those who file come first.
    const all = unitFiles(facts) ? [...parties, ...workers] : [...workers, ...parties];
    return all.filter(({ target }) => agentsOf(facts, target.applicantId ?? target.partyId ?? '').length > 0);
  },
  words: { 'zh-CN': zh, en },
  build: buildPowerOfAttorney,
});
