import { describe, expect, it } from 'vitest';
import { suggestedRespondents } from '../../renderer/features/case/parties/co-parties.ts';
import { emptyRespondent } from '../../renderer/features/case/parties/party-form.ts';

const capacities = (found: ReturnType<typeof suggestedRespondents>) =>
  found.map((f) => f.respondent.capacity);
const employer = emptyRespondent({ name: '某某建筑劳务有限公司' });

describe('whom the page suggests to name', () => {
  it('names general contractor and developer on a building site of migrant workers', () => {
    const found = suggestedRespondents([employer], true, true);
    expect(capacities(found)).toEqual(expect.arrayContaining(['general-contractor', 'developer']));
    const general = found.find((f) => f.respondent.capacity === 'general-contractor');
    // Article 30 holds as it stands; article 36 would need an unqualified subcontractor.
    expect(general?.suggestion.citations.map((c) => c.article)).toEqual(['30']);
    expect(general?.respondent.footing).toBe('advance-first');
  });

  it('names nobody twice', () => {
    const general = emptyRespondent({ name: '某某建设有限公司', capacity: 'general-contractor' });
    expect(capacities(suggestedRespondents([employer, general], true, true))).not.toContain(
      'general-contractor',
    );
  });

  it('names the founders of a deregistered employer', () => {
    const gone = emptyRespondent({ name: '某某餐饮店', status: 'deregistered' });
    expect(capacities(suggestedRespondents([gone], false, true))).toEqual(['investor']);
  });

  it('is silent without an employer', () => {
    expect(suggestedRespondents([emptyRespondent()], true, true)).toEqual([]);
  });
});
