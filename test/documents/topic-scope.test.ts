import { describe, expect, it } from 'vitest';
import { forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { RawValues } from '../../shared/features/documents/particulars/particular.ts';
import { group24 } from './support/facts.ts';
import { textOf } from './support/read.ts';

/** The defence of one party, beside what was entered for all. */
function withOwnDefence(partyId: string, entered: RawValues): FilingFacts {
  const facts = group24();
  const own = { defence: { entered, dues: {} } };
  return {
    ...facts,
    particulars: { ...facts.particulars, members: { ...facts.particulars.members, [partyId]: own } },
  };
}

const defenceOf = (facts: FilingFacts, partyId: string) =>
  forms['arb-defence'].build(facts, 'zh-CN', { partyId });

describe('a topic of respondents', () => {
  it('gives a party its own answer and leaves the others with the common one', () => {
    const facts = withOwnDefence('unit-2', { request: 'reject', relation: '与申请人没有劳动关系。' });
    expect(textOf(defenceOf(facts, 'unit-2').model)).toContain('请求驳回全部仲裁请求');
    expect(textOf(defenceOf(facts, 'unit-2').model)).toContain('与申请人没有劳动关系。');
    expect(textOf(defenceOf(facts, 'unit-1').model)).toContain('部分认可，请求驳回其余请求');
    expect(textOf(defenceOf(facts, 'unit-1').model)).not.toContain('与申请人没有劳动关系。');
  });

  it('leads a gap of one party to the values of that party', () => {
    const facts = withOwnDefence('unit-2', { relation: '与申请人没有劳动关系。' });
    const fields = defenceOf(facts, 'unit-2').warnings.map((w) => w.field);
    expect(fields).toContain('particulars.defence/unit-2.request');
    expect(defenceOf(facts, 'unit-1').warnings).toEqual([]);
  });
});
