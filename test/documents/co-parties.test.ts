import { describe, expect, it } from 'vitest';
import { suggestCoParties, type WorkSituation } from '../../shared/features/cases/co-parties.rules.ts';

const site: WorkSituation = {
  employer: { id: 'sub', kind: 'unit', registration: 'active', qualified: true },
  chain: [
    { id: 'owner', capacity: 'developer', kind: 'unit', qualified: true },
    { id: 'general', capacity: 'general-contractor', kind: 'unit', qualified: true },
  ],
  construction: true,
  migrantWorkers: true,
  contractedBy: 'general',
  nameOf: null,
  assigned: false,
  developerOwesProjectMoney: true,
};

const brief = (situation: WorkSituation): unknown =>
  suggestCoParties(situation).map((s) => [
    s.rule,
    s.partyId,
    s.footing,
    s.citations.map((c) => c.article).join('|'),
    s.mark,
    s.certain,
  ]);

describe('co-parties', () => {
  it('lets the general contractor pay first and the developer advance (wage regulation arts 30, 29)', () => {
    expect(brief(site)).toEqual([
      ['general-contractor-pays-first', 'general', 'pays-first', '30', 'V-law', true],
      ['developer-advances', 'owner', 'advances', '29', 'V-law', true],
    ]);
  });

  it('keeps the developer as a possibility while the project money is unknown, and drops it when settled', () => {
    const at = (owes: boolean | null): boolean[] =>
      suggestCoParties({ ...site, developerOwesProjectMoney: owes })
        .filter((s) => s.rule === 'developer-advances')
        .map((s) => s.certain);
    expect(at(null)).toEqual([false]);
    expect(at(false)).toEqual([]);
  });

  it('makes the giver pay for work given to a foreman (arts 36 and 94, interpretation II art. 1)', () => {
    const foreman = {
      ...site,
      employer: { id: 'f', kind: 'person' as const, registration: null, qualified: null },
    };
    expect(brief({ ...foreman, developerOwesProjectMoney: false })).toEqual([
      ['unqualified-contract', 'general', 'settles', '36', 'V-law', true],
      ['contracting-organisation', 'general', 'joint-and-several', '94|7', 'V-law', true],
      ['employer-liability', 'general', 'employer-liability', '1', 'V-web', true],
      ['general-contractor-pays-first', 'general', 'pays-first', '30', 'V-law', true],
    ]);
  });

  it('does not apply the wage regulation to workers who are no migrants', () => {
    expect(brief({ ...site, migrantWorkers: false })).toEqual([]);
  });

  it('names contributors of an employer that was closed, and the lender of a borrowed licence', () => {
    const closed = {
      ...site,
      construction: false,
      employer: { ...site.employer, registration: 'revoked' as const },
    };
    expect(brief({ ...closed, contractedBy: null })).toEqual([
      ['contributor', null, 'joint', '6|29|93', 'V-law', true],
    ]);
    const lent: WorkSituation = {
      ...closed,
      contractedBy: null,
      migrantWorkers: false,
      nameOf: 'lender',
      chain: [
        { id: 'lender', capacity: 'licence-lender', kind: 'unit', qualified: true },
        { id: 'boss', capacity: 'contributor', kind: 'person', qualified: null },
      ],
    };
    expect(brief(lent)).toEqual([
      ['contributor', 'boss', 'joint', '6|29|93', 'V-law', true],
      ['licence-lender', 'lender', 'joint', '30', 'V-law', true],
    ]);
  });

  it('names agency and user unit together, and the user unit alone pays for unlawful dispatch', () => {
    const dispatched: WorkSituation = {
      ...site,
      construction: false,
      contractedBy: null,
      employer: { id: 'agency', kind: 'unit', registration: 'active', qualified: false },
      chain: [
        { id: 'agency', capacity: 'dispatch-agency', kind: 'unit', qualified: false },
        { id: 'user', capacity: 'user-unit', kind: 'unit', qualified: true },
      ],
    };
    expect(brief(dispatched)).toEqual([
      ['dispatch', 'user', 'joint-and-several', '22(2)|92(2)', 'V-law', true],
      ['unlawful-dispatch', 'user', 'settles', '18', 'V-law', true],
    ]);
  });

  it('gives every reason in both languages', () => {
    for (const s of suggestCoParties(site)) {
      expect(s.reason.zh).toMatch(/。$/);
      expect(s.reason.en).toMatch(/\.$/);
    }
  });
});
