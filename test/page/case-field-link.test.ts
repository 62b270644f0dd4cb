import { describe, expect, it } from 'vitest';
import { formatOpen, parseOpen, resolveField } from '../../renderer/features/case/field-link.ts';

const id = '01J00000000000000000000000';

describe('the link of a paper warning', () => {
  it.each([
    [`members.${id}.idNumber`, 'parties', `member:${id}`, 'idNumber'],
    [`members.${id}.job.rateFen`, 'parties', `member:${id}`, 'job.rate'],
    [`members.${id}.arrears.2.period.from`, 'parties', `member:${id}`, 'arrears.2.period'],
    [`respondents.${id}.uscc`, 'parties', `respondent:${id}`, 'uscc'],
    [`agents.${id}.licenceNumber`, 'parties', `agent:${id}`, 'licenceNumber'],
    ['agents', 'parties', 'agent:new', 'name'],
    ['respondents', 'parties', 'respondent:new', 'name'],
    ['representatives', 'parties', 'representatives', null],
    ['case.tribunalName', 'overview', 'case', 'tribunalName'],
    ['facts.relation', 'overview', 'case', 'facts.relation'],
    ['project.name', 'overview', 'case', 'project.name'],
    ['evidence', 'evidence', 'evidence:new', 'name'],
    [`evidence.${id}.proves`, 'evidence', `evidence:${id}`, 'proves'],
    [`evidence.${id}.pageFrom`, 'evidence', `evidence:${id}`, 'pages'],
    ['events.employment-ended', 'dates', 'event:new:employment-ended', 'date'],
  ])('%s', (path, tab, open, focus) => {
    const target = resolveField(path);
    expect(target?.tab).toBe(tab);
    expect(formatOpen(target?.open ?? null)).toBe(open);
    expect(target?.focus).toBe(focus);
  });

  it('is none for a path nobody edits', () => {
    for (const path of ['', 'case', 'case.number', 'office.name']) expect(resolveField(path)).toBeNull();
  });

  it('stands in the address and comes back', () => {
    for (const text of ['case', 'representatives', `member:${id}`, 'agent:new', 'event:new:accepted']) {
      expect(formatOpen(parseOpen(text))).toBe(text);
    }
    for (const text of ['member', 'nobody:1', '', 3, null]) expect(parseOpen(text)).toBeNull();
  });
});
