import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../renderer/features/law/calculators/fields.ts';
import { missingValue } from '../../renderer/features/law/calculators/missing-value.ts';
import { outcomeOf } from '../../renderer/features/law/calculators/outcome.ts';
import { draftField, emptyDraft, lawValueOf } from '../../renderer/features/law/calculators/value-draft.ts';
import { lawTables } from '../../renderer/features/law/law-data.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { AppError } from '../../shared/kernel/errors.ts';
import { listCalculators } from '../../shared/law/index.ts';

const ctx = { ...lawTables(), region: '420106', asOf: plainDate('2026-11-21') };

function asked(id: string, raw: Record<string, string>) {
  const fields = fieldsOf(listCalculators().find((c) => c.id === id)?.inputSchema ?? {});
  return missingValue(outcomeOf(id, fields, raw, ctx), raw, ctx);
}

describe('what a calculator lacks is asked for where it is lacking', () => {
  it.each([
    // The province sets it, whichever district the worker is in.
    ['work-injury-medical-employment', { grade: '7', areaAvgMonthlyWage: '7000' }, 'injury-lumps', '420000'],
    ['legal-aid-means', { monthlyIncome: '1000' }, 'legal-aid-means', '420000'],
    // The share is known, the income of the city is not.
    ['legal-aid-means', { areaCode: '440106', monthlyIncome: '1000' }, 'disposable-income', '440100'],
    ['wage-crime-threshold', { workers: '1', monthsUnpaid: '4', amount: '8000' }, 'wage-crime', '420000'],
    ['high-temperature-allowance', { unit: 'day', qualifyingDays: '3' }, 'heat-allowance', '420000'],
    // Sichuan leaves the rate to its cities.
    [
      'high-temperature-allowance',
      { areaCode: '510104', unit: 'day', qualifyingDays: '3' },
      'heat-allowance',
      '510100',
    ],
    ['lpr-lookup', { date: '2026-11-01' }, 'lpr', '000000'],
    ['late-interest-lpr', { principal: '1', from: '2026-01-01', to: '2026-11-01' }, 'lpr', '000000'],
    [
      'work-injury-nursing-fee',
      { dependence: 'complete', areaCode: '659001', date: '2026-09-01' },
      'average-wages',
      '659000',
    ],
  ])('%s %j: %s of %s', (id, raw, kind, area) => {
    expect(asked(id, raw)).toMatchObject({ kind, area });
  });

  it('nothing is asked for before the first quote, when there was no LPR', () => {
    expect(asked('lpr-lookup', { date: '2019-01-01' })).toBeNull();
    expect(asked('late-interest-lpr', { principal: '1', from: '2019-01-01', to: '2020-01-01' })).toBeNull();
  });
});

describe('a missing value as typed', () => {
  const lumps = { kind: 'injury-lumps', area: '420000', year: null, unit: '', grade: '7' } as const;

  it('takes grade and place from the calculation, and no first day that nobody stated', () => {
    const draft = emptyDraft(lumps);
    expect(draft).toMatchObject({ area: '420000', grade: '7', unit: 'month', from: '' });
    const typed = {
      ...draft,
      from: '2025-01-01',
      amount: '14',
      second: '18.5',
      title: '虚构通知',
      number: '虚构〔2025〕1号',
    };
    expect(lawValueOf('injury-lumps', typed)).toEqual({
      kind: 'injury-lumps',
      area: '420000',
      validFrom: '2025-01-01',
      grade: 7,
      baseScope: 'city',
      lumps: { unit: 'month', medical: 14, employment: 18.5 },
      source: '虚构通知；虚构〔2025〕1号',
    });
    expect(
      lawValueOf('injury-lumps', { ...typed, unit: 'yuan', amount: '8万', second: '90000' }),
    ).toMatchObject({
      lumps: { unit: 'yuan', medicalFen: 8_000_000, employmentFen: 9_000_000 },
    });
  });

  it('what is wrong or left out is said at its field', () => {
    try {
      lawValueOf('injury-lumps', { ...emptyDraft(lumps), second: '两' });
      expect.unreachable('an empty draft is no value');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const fields = (error.failure.issues ?? []).map((i) => draftField(i.path));
      expect([...fields].sort()).toEqual(['amount', 'from', 'second', 'title']);
    }
  });
});
