import { describe, expect, test } from 'vitest';
import { addMonths } from '../../shared/kernel/date.ts';
import { calculate, canRecord, deriveDates, dueDate, stageOf } from '../../shared/law/index.ts';
import { ctx, d, events } from './support.ts';

interface Example {
  readonly id: string;
  readonly rule: string;
  readonly trigger: string;
  readonly raw?: string;
  readonly due: string;
  readonly extensionDays?: number;
  readonly provisional?: true;
}

// Published and constructed worked examples; where a source prints no year, one with an ordinary last day is used.
const examples: readonly Example[] = [
  { id: 'P1', rule: 'suit-nonfinal', trigger: '2025-07-01', due: '2025-07-16' },
  { id: 'P2', rule: 'suit-nonfinal', trigger: '2026-01-01', raw: '2026-01-16', due: '2026-01-16' },
  { id: 'P3', rule: 'suit-nonfinal', trigger: '2024-08-02', raw: '2024-08-17', due: '2024-08-19' },
  { id: 'P4', rule: 'suit-nonfinal', trigger: '2025-09-01', due: '2025-09-16' },
  { id: 'P5', rule: 'suit-nonfinal', trigger: '2024-07-01', due: '2024-07-16' },
  { id: 'P11', rule: 'lim-general', trigger: '2024-01-01', raw: '2025-01-01', due: '2025-01-02' },
  { id: 'P12', rule: 'lim-general', trigger: '2024-03-15', raw: '2025-03-15', due: '2025-03-17' },
  { id: 'P15', rule: 'suit-final-worker', trigger: '2026-03-10', due: '2026-03-25' },
  { id: 'C1', rule: 'suit-nonfinal', trigger: '2024-09-19', raw: '2024-10-04', due: '2024-10-08' },
  { id: 'C3', rule: 'suit-nonfinal', trigger: '2025-01-20', raw: '2025-02-04', due: '2025-02-05' },
  { id: 'C4', rule: 'suit-nonfinal', trigger: '2026-02-06', raw: '2026-02-21', due: '2026-02-24' },
  { id: 'C6', rule: 'suit-nonfinal', trigger: '2026-09-25', raw: '2026-10-10', due: '2026-10-10' },
  { id: 'C8', rule: 'suit-final-worker', trigger: '2025-09-26', raw: '2025-10-11', due: '2025-10-11' },
  { id: 'C9', rule: 'setaside', trigger: '2025-01-03', raw: '2025-02-02', due: '2025-02-05' },
  { id: 'C11', rule: 'arb-accept-decision', trigger: '2024-09-27', due: '2024-10-10' },
  { id: 'C12', rule: 'arb-accept-decision', trigger: '2025-09-26', due: '2025-10-10' },
  { id: 'C14', rule: 'arb-accept-decision', trigger: '2026-11-21', due: '2026-11-27' },
  { id: 'C15', rule: 'arb-answer', trigger: '2025-01-20', due: '2025-02-08' },
  { id: 'C17', rule: 'arb-answer', trigger: '2024-09-26', due: '2024-10-15' },
  { id: 'C18', rule: 'arb-award', trigger: '2024-08-20', raw: '2024-10-04', due: '2024-10-08' },
  { id: 'C20 (45 d)', rule: 'arb-award', trigger: '2025-12-30', raw: '2026-02-13', due: '2026-02-13' },
  {
    id: 'C20 (60 d)',
    rule: 'arb-award',
    trigger: '2025-12-30',
    extensionDays: 15,
    raw: '2026-02-28',
    due: '2026-02-28',
  },
  { id: 'C22', rule: 'arb-hearing-notice', trigger: '2025-02-10', due: '2025-01-27' },
  { id: 'C23', rule: 'arb-postpone-request', trigger: '2025-02-10', due: '2025-02-06' },
  { id: 'C25', rule: 'lim-wage-ended', trigger: '2024-02-29', raw: '2025-02-28', due: '2025-02-28' },
  { id: 'C27', rule: 'lim-wage-ended', trigger: '2024-11-22', raw: '2025-11-22', due: '2025-11-24' },
  { id: 'C28', rule: 'med-conclude', trigger: '2026-04-20', raw: '2026-05-05', due: '2026-05-06' },
  { id: 'C30', rule: 'rev-decide', trigger: '2025-09-30', due: '2025-10-14' },
  { id: 'C30 (+5)', rule: 'rev-decide', trigger: '2025-09-30', extensionDays: 5, due: '2025-10-21' },
  { id: 'C32', rule: 'la-decide', trigger: '2026-09-28', raw: '2026-10-05', due: '2026-10-08' },
  { id: 'C33', rule: 'la-closing', trigger: '2026-09-07', raw: '2026-10-07', due: '2026-10-08' },
  { id: 'C34', rule: 'ins-accept', trigger: '2026-04-28', due: '2026-05-08' },
  { id: 'C35 (60 wd)', rule: 'ins-investigate', trigger: '2024-08-01', due: '2024-10-30' },
  { id: 'C35 (90 wd)', rule: 'ins-investigate', trigger: '2024-08-01', extensionDays: 30, due: '2024-12-11' },
  { id: 'C37', rule: 'ins-lookback', trigger: '2024-10-05', raw: '2026-10-05', due: '2026-10-08' },
  { id: 'C39', rule: 'inj-worker', trigger: '2025-10-03', raw: '2026-10-03', due: '2026-10-08' },
  { id: 'C41', rule: 'cap-again', trigger: '2026-01-30', raw: '2026-02-14', due: '2026-02-14' },
  { id: 'C42', rule: 'po-respond', trigger: '2025-09-20', raw: '2025-10-05', due: '2025-10-09' },
  { id: 'C44', rule: 'enf-apply', trigger: '2024-10-01', raw: '2026-10-01', due: '2026-10-08' },
  { id: 'C45 (15 d)', rule: 'lit-appeal', trigger: '2026-09-16', raw: '2026-10-01', due: '2026-10-08' },
  {
    id: 'C45 (10 d)',
    rule: 'lit-appeal-ruling',
    trigger: '2026-09-23',
    raw: '2026-10-03',
    due: '2026-10-08',
  },
  { id: 'C46', rule: 'ins-suit', trigger: '2025-08-31', raw: '2026-02-28', due: '2026-02-28' },
  { id: 'C47', rule: 'pres-prearb', trigger: '2026-01-20', raw: '2026-02-19', due: '2026-02-24' },
  {
    id: 'C50',
    rule: 'suit-nonfinal',
    trigger: '2026-12-18',
    raw: '2027-01-02',
    due: '2027-01-04',
    provisional: true,
  },
];

describe('due dates', () => {
  for (const e of examples) {
    test(`${e.id} ${e.rule} from ${e.trigger}`, () => {
      const input = { trigger: e.trigger, ...(e.extensionDays ? { extensionDays: e.extensionDays } : {}) };
      const result = dueDate(e.rule, input, ctx);
      expect(result.due).toBe(e.due);
      if (e.raw) expect(result.unrolled).toBe(e.raw);
      expect(result.provisional).toBe(e.provisional ?? false);
      expect(result.working.at(-1)).toMatchObject({ role: 'due', from: e.due });
    });
  }
});

test('P5 day 1 is the day after the trigger', () => {
  const first = dueDate('suit-nonfinal', { trigger: '2024-07-01' }, ctx).working.find(
    (s) => s.role === 'counted',
  );
  expect(first).toMatchObject({ from: '2024-07-02', first: 1 });
});

test('P8 overtime claimed in the December after leaving in February is in time', () => {
  const inputs = { claim: 'overtime-pay', employmentEnd: '2019-02-28', filingDate: '2019-12-31' };
  expect(calculate('limitation', inputs, ctx).result).toMatchObject({ timeBarred: false });
});

test('P10 left 2017-04-28, filed January 2019: out of time', () => {
  const inputs = { claim: 'unpaid-wages', employmentEnd: '2017-04-28', filingDate: '2019-01-15' };
  expect(calculate('limitation', inputs, ctx).result).toMatchObject({
    timeBarred: true,
    lastDay: '2018-04-30',
  });
});

test('P13 P14 a worker’s suit makes the employer’s application to set aside pointless', () => {
  const list = deriveDates(
    events(`award-received-by-applicant 2025-08-03
      award-received-by-respondent 2025-08-03
      suit-filed-by-worker 2025-08-14
      setaside-filed 2025-08-31`),
    { award: 'final' },
    ctx,
  ).obligations;
  expect(list.find((o) => o.ruleId === 'setaside')).toMatchObject({
    status: 'superseded',
    due: '2025-09-02',
  });
});

test.each([
  ['P13', '2015-08-14', '2015-08-31'],
  ['P14', '2019-07-20', '2019-08-01'],
])('%s setting aside is refused once the worker has sued', (_, sued, applied) => {
  const log = events(`suit-filed-by-worker ${sued}`);
  const refused = canRecord('set-aside', log, { type: 'setaside-filed', date: d(applied) });
  expect(refused).toMatchObject({ ok: false, code: 'wrong-state' });
  const after = [...log, ...events('worker-suit-ended 2019-12-02')];
  expect(canRecord('set-aside', after, { type: 'setaside-filed', date: d('2019-12-20') }).ok).toBe(true);
});

test('P16 a case closed in 28 days is 32 days under the 60-day maximum', () => {
  const due = dueDate('arb-award', { trigger: '2025-06-02', extensionDays: 15 }, ctx).unrolled;
  expect(due).toBe('2025-08-01');
});

test('P18 a refusal opens no statutory period to sue', () => {
  const log = events(`application-submitted 2025-06-02
    rejected 2025-06-06`);
  const open = deriveDates(log, {}, ctx).obligations.filter((o) => o.status === 'open');
  expect(open.map((o) => [o.ruleId, o.force])).toEqual([['arb-suit-after-reject', 'advisory']]);
  const advisory = dueDate('arb-suit-after-reject', { trigger: '2026-09-21' }, ctx);
  expect(advisory).toMatchObject({ due: '2026-10-08', rule: { force: 'advisory' } });
  const readings = { 'suit-after-refusal': 'none' };
  expect(dueDate('arb-suit-after-reject', { trigger: '2016-09-30' }, ctx, { readings }).due).toBeNull();
  expect(stageOf(log).state.id).toBe('rejected');
});

test('C32 a local rule in working days ends later', () => {
  const options = { variant: '330106', reason: '当地仍按工作日办理' };
  expect(dueDate('la-decide', { trigger: '2026-09-28' }, ctx, options).due).toBe('2026-10-13');
});

test('C37 warn at the unrolled day', () => {
  const readings = { 'inspection-roll': 'fixed' };
  expect(dueDate('ins-lookback', { trigger: '2024-10-05' }, ctx, { readings }).due).toBe('2026-10-05');
});

test('C49 months end on the corresponding date of the trigger', () => {
  expect(addMonths(d('2025-01-31'), 1)).toBe('2025-02-28');
  expect(addMonths(d('2025-02-28'), 1)).toBe('2025-03-28');
});
