import { describe, expect, test } from 'vitest';
import { compareReadings, countHours, dueDate, lengthText } from '../../shared/law/index.ts';
import { ctx, d, failureOf } from './support.ts';

const issue = (path: string, code: string) => ({ code: 'invalid-input', issues: [{ path, code }] });

describe('hours', () => {
  test.each([
    ['09:20', '2026-03-04', '10:00'],
    ['00:00', '2026-03-04', '01:00'],
    ['23:30', '2026-03-04', '24:00'],
    ['22:59', '2026-03-04', '23:00'],
  ])('48 hours from %s run from the next hour', (triggerTime, due, time) => {
    const result = dueDate('pres-48h', { trigger: '2026-03-02', triggerTime }, ctx);
    expect(result).toMatchObject({ due, time, cutoff: { time }, warnings: [] });
  });

  test('without the time of day the latest end is given, and said so', () => {
    const result = dueDate('pres-48h', { trigger: '2026-03-02' }, ctx);
    expect(result).toMatchObject({ due: '2026-03-04', time: '24:00' });
    expect(result.warnings.map((w) => w.code)).toEqual(['time-of-day-missing']);
  });

  test('an impossible time is refused', () => {
    const call = () => dueDate('pres-48h', { trigger: '2026-03-02', triggerTime: '24:30' }, ctx);
    expect(failureOf(call)).toMatchObject(issue('triggerTime', 'time-invalid'));
    expect(failureOf(() => countHours(d('2026-03-02'), '9:00', 48))).toMatchObject(
      issue('triggerTime', 'time-invalid'),
    );
    expect(lengthText(48, 'hour')).toEqual({ zh: '48小时', en: '48 hours' });
  });
});

describe('the hour of the last day', () => {
  const at = (options: object) => dueDate('suit-nonfinal', { trigger: '2026-03-02' }, ctx, options).cutoff;

  test.each([
    [{}, '24:00'],
    [{ filing: 'online', closesAt: '17:00' }, '24:00'],
    [{ filing: 'counter', closesAt: '17:00' }, '17:00'],
    [{ filing: 'counter' }, null],
  ])('%j', (options, time) => {
    expect(at(options)?.time).toBe(time);
  });

  test('a bad hour is refused; a period to be kept has none', () => {
    expect(failureOf(() => at({ closesAt: '5pm' }))).toMatchObject(issue('closesAt', 'time-invalid'));
    expect(dueDate('arb-archive', { trigger: '2026-03-02' }, ctx).cutoff).toBeNull();
  });
});

describe('lengths that somebody fixes', () => {
  test('nothing, a length, or the day itself', () => {
    expect(dueDate('arb-evidence', { trigger: '2026-09-20' }, ctx).due).toBeNull();
    expect(dueDate('arb-evidence', { trigger: '2026-09-20', length: 15 }, ctx).due).toBe('2026-10-08');
    const fixed = dueDate('arb-evidence', { trigger: '2026-09-20', lastDay: '2026-10-05' }, ctx);
    expect(fixed.due).toBe('2026-10-05');
    expect(fixed.warnings.map((w) => w.code)).toEqual(['fixed-day-is-rest-day']);
  });

  test('the bounds of the law are held against it', () => {
    const codes = (id: string, length: number) =>
      dueDate(id, { trigger: '2026-03-02', length }, ctx).warnings.map((w) => w.code);
    expect(codes('lit-evidence', 14)).toEqual(['fixed-length-too-short']);
    expect(codes('lit-evidence', 15)).toEqual([]);
    expect(codes('lit-evidence-second', 9)).toEqual(['fixed-length-too-short']);
    expect(codes('lit-evidence-small', 8)).toEqual(['fixed-length-too-long']);
  });

  test('extended to a day while no length is known: that day binds', () => {
    const extended = dueDate('arb-evidence', { trigger: '2026-09-20', extendedTo: '2026-10-05' }, ctx);
    expect(extended.due).toBe('2026-10-05');
    expect(extended.warnings).toMatchObject([{ code: 'fixed-day-is-rest-day', field: 'extendedTo' }]);
    const before = { trigger: '2026-09-20', extendedTo: '2026-09-19' };
    expect(failureOf(() => dueDate('arb-evidence', before, ctx))).toMatchObject(
      issue('extendedTo', 'end-before-start'),
    );
  });

  test('an open extension names its day, not earlier than the end', () => {
    const input = { trigger: '2026-03-02', extendedTo: '2026-05-01' };
    const result = dueDate('inj-employer', input, ctx);
    expect(result.due).toBe('2026-05-01');
    expect(result.working.map((s) => s.role).slice(-2)).toEqual(['extension', 'due']);
    const short = { trigger: '2026-03-02', extendedTo: '2026-03-20' };
    expect(failureOf(() => dueDate('inj-employer', short, ctx))).toMatchObject(
      issue('extendedTo', 'extension-before-end'),
    );
    const backwards = { trigger: '2026-03-02', lastDay: '2026-03-01' };
    expect(failureOf(() => dueDate('arb-evidence', backwards, ctx))).toMatchObject(
      issue('lastDay', 'end-before-start'),
    );
  });
});

test('what ends before it begins is refused at its own field, whichever reading is used', () => {
  const refused = (id: string, more: object) =>
    failureOf(() => dueDate(id, { trigger: '2025-01-08', ...more }, ctx));
  const excluded = [{ from: '2025-03-01', to: '2025-02-01' }];
  for (const id of ['arb-award', 'lim-general', 'enf-apply', 'lim-iou-civil'])
    expect(refused(id, { excluded })).toMatchObject(issue('excluded.0.to', 'end-before-start'));
  const interruptions = ['2025-01-20', { date: '2025-02-09', ended: '2025-02-08' }];
  expect(refused('lim-general', { interruptions })).toMatchObject(
    issue('interruptions.1.ended', 'end-before-start'),
  );
  expect(refused('lim-general', { interruptions: ['2025-02-29'] })).toMatchObject(
    issue('interruptions.0', 'date-invalid'),
  );
});

describe('local rules chosen by hand', () => {
  test('need a reason, which is kept', () => {
    const call = (options: object) => dueDate('arb-award', { trigger: '2026-03-02' }, ctx, options);
    expect(failureOf(() => call({ variant: '33' }))).toMatchObject(issue('reason', 'required'));
    expect(failureOf(() => call({ variant: '51', reason: '误选' }))).toMatchObject(
      issue('variant', 'unknown-variant'),
    );
    const result = call({ variant: '330106', reason: '简易程序' });
    expect(result).toMatchObject({ due: '2026-04-01', reason: '简易程序', variant: { region: '33' } });
    expect(call({ variant: 'national', reason: '普通程序' })).toMatchObject({
      variant: null,
      due: '2026-04-16',
    });
  });
});

describe('the local rule of the office’s region', () => {
  const at = (region: string, id: string, trigger: string, options = {}) =>
    dueDate(id, { trigger }, { ...ctx, region }, options);
  const codes = (result: ReturnType<typeof dueDate>) => result.warnings.map((w) => w.code);

  test('applies where it ends earlier, and can be set aside with a reason', () => {
    const local = at('330106', 'la-closing', '2026-03-02');
    expect(local).toMatchObject({ due: '2026-03-17', variant: { region: '33', status: 'secondary' } });
    expect(local.source.instrument.zh).toContain('浙江');
    expect(codes(local)).toContain('local-rule-applied');
    const national = { variant: 'national', reason: '当地已改按三十日' };
    expect(at('330106', 'la-closing', '2026-03-02', national)).toMatchObject({
      due: '2026-04-01',
      variant: null,
      reason: '当地已改按三十日',
    });
    expect(at('510104', 'la-closing', '2026-03-02').due).toBe('2026-04-01');
  });

  test('yields where the Act is stricter, and is mentioned', () => {
    const zhejiang = at('330106', 'la-decide', '2026-09-28');
    expect(zhejiang).toMatchObject({ due: '2026-10-08', variant: null });
    expect(codes(zhejiang)).toContain('local-rule');
    // Five working days with a make-up Saturday among them are over before seven natural days.
    expect(at('110105', 'la-decide', '2026-10-08')).toMatchObject({
      due: '2026-10-14',
      variant: { region: '11' },
    });
    expect(at('110105', 'la-decide', '2026-09-28')).toMatchObject({ due: '2026-10-08', variant: null });
  });
});

describe('readings', () => {
  const dates = (id: string, input: object) =>
    compareReadings(id, input, ctx).map((c) => `${c.disagreement} ${c.reading} ${c.result.due}`);

  test('1 answer period in working or natural days', () => {
    expect(dates('arb-answer', { trigger: '2025-01-20' })).toEqual([
      'day-unit working 2025-02-08',
      'day-unit natural 2025-02-05',
    ]);
  });

  test('2 weekends move or not', () => {
    expect(dates('suit-nonfinal', { trigger: '2024-08-02' })).toEqual([
      'weekend-roll with-weekends 2024-08-19',
      'weekend-roll holidays-only 2024-08-17',
    ]);
  });

  test('3 months end on the number of the trigger or of the day after', () => {
    expect(dates('lit-1st', { trigger: '2025-02-28' })).toContain('month-base trigger 2025-08-28');
    expect(dates('lit-1st', { trigger: '2025-02-28' })).toContain('month-base next-day 2025-09-01');
  });

  test('4 limitation restarts at the interruption or at the end of the procedure', () => {
    const input = {
      trigger: '2024-03-04',
      interruptions: [{ date: '2024-06-03', ended: '2025-07-08' }],
    };
    const list = dates('lim-general', input);
    expect(list).toContain('limitation-restart interruption 2025-06-03');
    expect(list).toContain('limitation-restart procedure-end 2026-07-08');
  });

  test('4 an obstacle early in the year, or in its last six months', () => {
    const early = { trigger: '2025-01-06', excluded: [{ from: '2025-02-03', to: '2025-03-03' }] };
    expect(dates('lim-general', early)).toEqual(
      expect.arrayContaining([
        'suspension-model remainder 2026-02-03',
        'suspension-model civil-code 2026-01-06',
      ]),
    );
    const late = { trigger: '2025-01-06', excluded: [{ from: '2025-12-01', to: '2025-12-22' }] };
    expect(dates('lim-general', late)).toEqual(
      expect.arrayContaining([
        'suspension-model remainder 2026-01-27',
        'suspension-model civil-code 2026-06-22',
      ]),
    );
  });

  test('4 the enforcement period stops only in its last six months', () => {
    const early = { trigger: '2024-03-04', excluded: [{ from: '2024-05-06', to: '2024-06-06' }] };
    const result = dueDate('enf-apply', early, ctx);
    expect(result.due).toBe('2026-03-04');
    expect(result.warnings.map((w) => w.code)).toContain('suspension-outside-last-six-months');
    const late = { trigger: '2024-03-04', excluded: [{ from: '2026-01-05', to: '2026-02-05' }] };
    expect(dates('enf-apply', late)).toEqual(
      expect.arrayContaining([
        'suspension-model remainder 2026-04-07',
        'suspension-model civil-code 2026-08-05',
      ]),
    );
  });

  test('5 mediation, 6 confirmation, 8 legal aid', () => {
    expect(dates('med-conclude', { trigger: '2026-04-20' })).toEqual(
      expect.arrayContaining([
        'mediation-time act-15-days 2026-05-06',
        'mediation-time beijing-30-days 2026-05-20',
      ]),
    );
    expect(dates('jc-decide', { trigger: '2026-03-02' })).toEqual(
      expect.arrayContaining([
        'confirmation-time rule-15-days 2026-03-17',
        'confirmation-time cap-30-days 2026-04-01',
      ]),
    );
    expect(dates('la-decide', { trigger: '2026-09-28' })).toEqual(
      expect.arrayContaining(['day-unit natural 2026-10-08', 'day-unit working 2026-10-13']),
    );
  });

  test('an unknown reading is refused by name', () => {
    const call = (readings: Record<string, string>) =>
      dueDate('arb-answer', { trigger: '2026-03-02' }, ctx, { readings });
    expect(failureOf(() => call({ 'day-unit': 'lunar' }))).toMatchObject(
      issue('readings.day-unit', 'unknown-reading'),
    );
    expect(failureOf(() => call({ moon: 'full' }))).toMatchObject(issue('readings.moon', 'unknown-field'));
  });
});

test('a pay day on a rest day is paid before it', () => {
  expect(dueDate('wage-payday', { trigger: '2026-10-05' }, ctx).due).toBe('2026-09-30');
  expect(dueDate('wage-payday', { trigger: '2026-10-10' }, ctx).due).toBe('2026-10-10');
});
